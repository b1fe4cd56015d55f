//! Runs other programs, from the project's root.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// Why a task stopped.
#[derive(Debug)]
pub(crate) struct Failed(pub(crate) String);

/// The project's root, and operations there.
#[derive(Debug)]
pub(crate) struct Shell {
    root: PathBuf,
    environment: &'static [(&'static str, &'static str)],
}

/// Settings for builds that are used once and discarded: without what only pays off later or when shipped.
const ONCE: [(&str, &str); 3] = [
    ("CARGO_INCREMENTAL", "0"),
    ("CARGO_PROFILE_SHIPPED_LTO", "off"),
    ("CARGO_PROFILE_SHIPPED_CODEGEN_UNITS", "16"),
];

impl Shell {
    pub(crate) fn new() -> Result<Self, Failed> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.parent().ok_or_else(|| Failed("the project has no root".into()))?;
        Ok(Self { root: root.to_owned(), environment: &[] })
    }

    /// The same, for builds that are used once and discarded.
    pub(crate) fn once(&self) -> Self {
        Self { root: self.root.clone(), environment: &ONCE }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Prints the next step.
    pub(crate) fn say(&self, what: &str) {
        eprintln!("\n── {what}");
    }

    /// A program with arguments, in the root.
    pub(crate) fn command<A: AsRef<OsStr>>(&self, program: &str, arguments: &[A]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root).envs(self.environment.iter().copied());
        command
    }

    /// Runs a program that must succeed; its output is shown.
    pub(crate) fn run(&self, mut command: Command) -> Result<(), Failed> {
        let shown = format!("{command:?}");
        match command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failed(format!("{shown} ended with {status}"))),
            Err(error) => Err(Failed(format!("{shown} cannot be run: {error}"))),
        }
    }

    pub(crate) fn cargo(&self, arguments: &[&str]) -> Result<(), Failed> {
        self.run(self.command("cargo", arguments))
    }

    /// Whether a program runs and succeeds; its output is hidden.
    pub(crate) fn works(&self, program: &str, arguments: &[&str]) -> bool {
        let mut command = self.command(program, arguments);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }

    /// Whether a program exists and prints its version, most with two dashes and Go with none.
    pub(crate) fn answers(&self, program: &str) -> bool {
        self.works(program, &["--version"]) || self.works(program, &["version"])
    }

    /// The output of a program.
    pub(crate) fn output(&self, program: &str, arguments: &[&str]) -> Result<String, Failed> {
        let output = self.command(program, arguments).stderr(Stdio::inherit()).output();
        match output {
            Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            Ok(output) => {
                Err(Failed(format!("{program} {} ended with {}", arguments.join(" "), output.status)))
            }
            Err(error) => Err(Failed(format!("{program} cannot be run: {error}"))),
        }
    }

    /// Cargo's metadata of the workspace; `what` says how much of it.
    pub(crate) fn metadata(&self, what: &str) -> Result<Value, Failed> {
        let said = self.output("cargo", &["metadata", "--locked", what, "--format-version", "1"])?;
        serde_json::from_str(&said).map_err(|error| Failed(format!("cargo metadata: {error}")))
    }

    /// Installs Debian packages: for each, a program or a file that shows whether it is installed, and the package.
    /// Without `apt-get`, missing packages stay missing, and the tasks that need them say so.
    pub(crate) fn install(&self, wanted: &[(&str, &str)]) -> Result<(), Failed> {
        let there = |what: &str| match what.starts_with('/') {
            true => Path::new(what).exists(),
            false => self.answers(what),
        };
        let missing: Vec<&str> =
            wanted.iter().filter(|(what, _)| !there(what)).map(|(_, package)| *package).collect();
        if missing.is_empty() { Ok(()) } else { self.install_now(&missing) }
    }

    /// Installs Debian packages whether they are installed or not, if there is an `apt-get`.
    pub(crate) fn install_now(&self, packages: &[&str]) -> Result<(), Failed> {
        if !self.works("apt-get", &["--version"]) {
            return Ok(());
        }
        self.run(self.command("apt-get", &["update", "--quiet"]))?;
        let arguments = ["install", "--yes", "--quiet"];
        let mut command = self.command("apt-get", &[&arguments[..], packages].concat());
        command.env("DEBIAN_FRONTEND", "noninteractive");
        self.run(command)
    }

    /// The names of the files in a folder, in order.
    pub(crate) fn names(&self, folder: &str) -> Result<Vec<String>, Failed> {
        let unreadable = |error| Failed(format!("{folder} cannot be read: {error}"));
        let entries = std::fs::read_dir(self.root.join(folder)).map_err(unreadable)?;
        let mut names: Vec<String> = entries
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .collect();
        names.sort();
        Ok(names)
    }

    /// Copies a file, or a folder with its contents.
    pub(crate) fn copy(&self, from: &str, to: &str) -> Result<(), Failed> {
        if !self.root.join(from).is_dir() {
            let copied = std::fs::copy(self.root.join(from), self.root.join(to));
            return copied
                .map(drop)
                .map_err(|error| Failed(format!("{from} cannot be copied to {to}: {error}")));
        }
        self.make_folder(to)?;
        self.names(from)?
            .iter()
            .try_for_each(|name| self.copy(&format!("{from}/{name}"), &format!("{to}/{name}")))
    }

    pub(crate) fn make_folder(&self, folder: &str) -> Result<(), Failed> {
        std::fs::create_dir_all(self.root.join(folder)).map_err(|error| Failed(format!("{folder}: {error}")))
    }
}

/// The content of a file.
pub(crate) fn text_of(path: &Path) -> Result<String, Failed> {
    std::fs::read_to_string(path).map_err(|error| Failed(format!("{}: {error}", path.display())))
}

/// Cargo's target folder.
pub(crate) fn target_folder(shell: &Shell) -> Result<PathBuf, Failed> {
    let metadata = shell.metadata("--no-deps")?;
    let target = metadata.get("target_directory").and_then(Value::as_str);
    target.map(PathBuf::from).ok_or_else(|| Failed("cargo metadata names no target directory".into()))
}
