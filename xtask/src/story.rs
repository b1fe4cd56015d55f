//! Runs the main example like a user, and with simulated power cuts.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::shell::{Failed, Shell, target_folder};

/// The times after which the story is cut off, in milliseconds.
const CUTS: [u64; 6] = [16, 32, 64, 120, 180, 260];

/// The picture of it in the README.
const PICTURE: &str = "docs/coproduce.svg";

/// The people whose next steps are printed when a round begins, and the number of their steps: the administrator has
/// one more, which is what the process still lacks.
const TOLD: [(&str, u32); 6] = [
    ("Anna, city", 22),
    ("Bruno, association", 21),
    ("Carla, city", 21),
    ("Dora, neighbour", 21),
    ("Elena, association", 21),
    ("Fabio, neighbour", 21),
];

/// The first step of each of them: nothing is done yet, so most of the rest follows from it.
const FIRST: &str = "
    → task.start “Map who is concerned”
      “Map who is concerned” can be started. Tasks that follow one another from here: 21.
    → task.start “Invite them”
      “Invite them” can be started. Tasks that follow one another from here: 20.";

pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    in_a_folder(shell, Story::all)
}

/// Redraws the picture: the beginning and the end of the story, as in a terminal.
pub(crate) fn draw(shell: &Shell) -> Result<(), Failed> {
    in_a_folder(shell, Story::draw)
}

fn in_a_folder(shell: &Shell, act: fn(&Story) -> Result<(), Failed>) -> Result<(), Failed> {
    shell.cargo(&["build", "--locked", "--quiet", "--package", "coproduce"])?;
    let folder = std::env::temp_dir().join(format!("interlink-ci-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| Failed(error.to_string()))?;
    let outcome = Story::new(shell, &folder).and_then(|story| act(&story));
    std::fs::remove_dir_all(&folder).ok();
    outcome
}

struct Story {
    program: PathBuf,
    folder: PathBuf,
    root: PathBuf,
}

impl Story {
    fn new(shell: &Shell, folder: &Path) -> Result<Self, Failed> {
        Ok(Self {
            program: target_folder(shell)?.join("debug/coproduce"),
            folder: folder.to_owned(),
            root: shell.root().to_owned(),
        })
    }

    fn all(&self) -> Result<(), Failed> {
        let whole = self.folder.join("whole.sqlite");
        let text = self.tell(&whole, &[])?;
        eprint!("{text}");
        let refusals = text.lines().filter(|line| line.trim_start().starts_with('✗')).count();
        expect(refusals >= 6, "at least six refusals are shown")?;
        expect(text.contains("Round 1 is finished"), "the story ends")?;
        expect(!text.contains('\u{1b}'), "what is piped is plain")?;
        expect(
            next(&text) == told(),
            "each person's next steps are printed, with their number and the reasons",
        )?;
        let heads = heads(&text);
        expect(
            heads.len() == 6,
            "six streams verify: a consent, two organisations, a person, the process, its ratings",
        )?;

        let second = self.tell(&whole, &[])?;
        expect(second.contains("Round 2 is finished"), "run again, it goes on")?;
        expect(next(&second) == told(), "what is next in a second round is told of that round alone")?;
        expect(heads.iter().all(|head| second.contains(head)), "what was there stays as it was")?;
        let json = self.tell(&whole, &["--json"])?;
        expect(json.starts_with('{') && json.contains("\"round\": 3"), "machines get one object")?;

        for cut in CUTS {
            self.cut_off(cut, &heads)?;
        }
        eprintln!("cut off at {CUTS:?} ms and run again, it ends with the same chains");
        self.official()
    }

    /// Kills the story, runs it again, and checks that the record is the same.
    fn cut_off(&self, milliseconds: u64, heads: &[String]) -> Result<(), Failed> {
        let database = self.folder.join(format!("cut-{milliseconds}.sqlite"));
        let mut child = self.command(&database, &[]).spawn().map_err(|error| Failed(error.to_string()))?;
        std::thread::sleep(Duration::from_millis(milliseconds));
        child.kill().ok();
        child.wait().map_err(|error| Failed(error.to_string()))?;
        let text = self.tell(&database, &[])?;
        expect(text.contains(" is finished"), "a story that was cut off is finished")?;
        expect(heads.iter().all(|head| text.contains(head)), "and makes the same record")
    }

    /// The official catalogue, if it is beside the project.
    fn official(&self) -> Result<(), Failed> {
        let catalogue = self.root.join("../shared/data/interlink");
        if !catalogue.is_dir() {
            eprintln!("SKIPPED: no official INTERLINK catalogue at {}", catalogue.display());
            return Ok(());
        }
        let catalogue = catalogue.to_string_lossy().into_owned();
        for (template, language) in
            [("default", "lv"), ("hackathon", "es"), ("servicedescriptionenhancement", "it")]
        {
            let database = self.folder.join(format!("{template}.sqlite"));
            let arguments = ["--catalogue", &catalogue, "--template", template, "--language", language];
            let text = self.tell(&database, &arguments)?;
            expect(
                text.contains("Round 1 is finished"),
                "the official catalogue runs from founding to finish",
            )?;
        }
        eprintln!("the three official templates run from founding to finish");
        Ok(())
    }

    fn draw(&self) -> Result<(), Failed> {
        let mut command = self.command(Path::new("record.sqlite"), &[]);
        command.env("CLICOLOR_FORCE", "1").current_dir(&self.folder);
        let text = output(command)?;
        let (beginning, rest) = text
            .split_once("\n\u{1b}[1mCome together")
            .ok_or_else(|| Failed("the story has no first phase to cut the picture at".into()))?;
        let end = rest.find("\u{1b}[1mThe record verifies").and_then(|at| rest.get(at..)).unwrap_or_default();
        let shown = format!("$ cargo run --package coproduce\n{beginning}\n  …\n\n{end}");
        let picture = anstyle_svg::Term::new().render_svg(&shown);
        let path = self.root.join(PICTURE);
        std::fs::write(&path, picture).map_err(|error| Failed(format!("{}: {error}", path.display())))
    }

    fn tell(&self, database: &Path, arguments: &[&str]) -> Result<String, Failed> {
        output(self.command(database, arguments))
    }

    fn command(&self, database: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--db").arg(database).args(arguments).stdout(Stdio::piped());
        command
    }
}

/// The output of a program, if it succeeds.
fn output(mut command: Command) -> Result<String, Failed> {
    let output = command.output().map_err(|error| Failed(error.to_string()))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        return Err(Failed(format!("{text}\nthe story ended with {}", output.status)));
    }
    Ok(text)
}

/// The last words of the lines with the heads of streams.
fn heads(text: &str) -> Vec<String> {
    text.lines().filter_map(|line| line.split("head ").nth(1)).map(|head| head.trim().to_owned()).collect()
}

/// The next steps as printed, without the characters that isolate names in other scripts.
fn next(text: &str) -> String {
    let told = text.split_once("What is next for whom, and why\n").map_or("", |(_, rest)| rest);
    let told = told.split_once("\n\n").map_or(told, |(part, _)| part);
    told.replace(['\u{2068}', '\u{2069}'], "")
}

fn told() -> String {
    TOLD.map(|(who, steps)| format!("  {who} {steps} in all{FIRST}")).join("\n")
}

fn expect(holds: bool, what: &str) -> Result<(), Failed> {
    if holds { Ok(()) } else { Err(Failed(format!("the story was to show that {what}"))) }
}
