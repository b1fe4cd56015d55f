//! Compiles and runs every piece of code in docs/c.md, or reads it like its consumer.

use std::path::Path;

use crate::install;
use crate::markdown::{Block, Piece, pieces};
use crate::shell::{Failed, Shell};

const PAGE: &str = "docs/c.md";
/// Stands for omitted code.
const REST: char = '…';

/// Tries everything that the page shows with the installed library.
pub(crate) fn run(shell: &Shell, folder: &Path, installed: &Path) -> Result<(), Failed> {
    let page = std::fs::read_to_string(shell.root().join(PAGE));
    let page = page.map_err(|error| Failed(format!("{PAGE}: {error}")))?;
    let (mut command, mut call) = (None, None);
    let mut prose = String::new();
    for piece in pieces(&page) {
        let Block { language, text } = match piece {
            Piece::Block(block) => block,
            Piece::Prose(line) => {
                prose.extend([line, "\n"]);
                continue;
            }
        };
        match language {
            "sh" => text.lines().try_for_each(installs)?,
            "json" => command = Some(text),
            "c" => call = Some(text),
            other => return Err(Failed(format!("{PAGE} shows code in “{other}” that is not tested"))),
        }
    }
    let (Some(command), Some(call)) = (command, call) else {
        return Err(Failed(format!("{PAGE} shows no command, or no call")));
    };
    let spans = spans(&prose);
    let shown = Shown { command: &command, requests: spans.iter().filter(|span| is_request(span)).collect() };
    let written = std::fs::write(folder.join("docs_shown.h"), shown.header())
        .and_then(|()| std::fs::write(folder.join("docs_call.inc"), &call));
    written.map_err(|error| Failed(error.to_string()))?;
    compiled(shell, folder, installed)?;
    let lines: Vec<&String> = spans.iter().filter(|span| span.starts_with("cc ")).collect();
    lines.iter().try_for_each(|line| builds(shell, folder, installed, line))?;
    eprintln!("{PAGE}: a command, a call, {} requests, {} ways to build", shown.requests.len(), lines.len());
    Ok(())
}

struct Shown<'a> {
    command: &'a str,
    requests: Vec<&'a String>,
}

impl Shown<'_> {
    fn header(&self) -> String {
        let cut = self.command.split('"').find(|text| text.ends_with(REST)).unwrap_or_default();
        let requests: String =
            self.requests.iter().map(|request| format!("{}, ", literal(request))).collect();
        let command = self.command.split_whitespace().collect::<Vec<_>>().join(" ");
        format!(
            "#define COMMAND {}\n#define CUT {}\n#define REQUESTS {{{requests}}}\n",
            literal(&command),
            literal(cut)
        )
    }
}

/// A text as a C literal.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}

/// Whether a request is complete: others are shown with omissions.
fn is_request(span: &str) -> bool {
    span.starts_with("{\"") && !span.contains(REST)
}

/// A line that installs must be understood by the task.
fn installs(line: &str) -> Result<(), Failed> {
    let line = line.split(" #").next().unwrap_or_default();
    let words = line.split_whitespace().map(|word| word.trim_matches('"'));
    let mut words = words.skip_while(|word| word.contains('='));
    let task: Vec<&str> = words.by_ref().take(3).collect();
    let rest: Vec<&str> = words.collect();
    if task == ["cargo", "xtask", "c-install"] && install::Options::read(&rest).is_some() {
        return Ok(());
    }
    Err(Failed(format!("{PAGE} shows a line that does not run: {line}")))
}

fn compiled(shell: &Shell, folder: &Path, installed: &Path) -> Result<(), Failed> {
    let binary = folder.join("docs").to_string_lossy().into_owned();
    let (own, include) =
        (format!("-I{}", folder.display()), format!("-I{}", installed.join("include").display()));
    let library = installed.join("lib/libinterlink.a").to_string_lossy().into_owned();
    let strict = ["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror"];
    let arguments =
        [&own, &include, "bindings/c/tests/docs.c", "-o", &binary, &library, "-lpthread", "-lm", "-ldl"];
    shell.run(shell.command("cc", &[&strict[..], &arguments].concat()))?;
    shell.run(shell.command(&binary, &[""; 0]))
}

/// A line that builds the story must build it, and the result must run.
fn builds(shell: &Shell, folder: &Path, installed: &Path, line: &str) -> Result<(), Failed> {
    let prefix = installed.to_string_lossy();
    let (line, binary) = (line.replace(REST, &prefix), folder.join("docs_story"));
    let mut command = shell.command("sh", &["-c", &format!("{line} -o {}", binary.display())]);
    command.current_dir(shell.root().join("bindings/c/examples"));
    command.env("PKG_CONFIG_PATH", installed.join("lib/pkgconfig"));
    shell.run(command)?;
    let mut story = shell.command(&binary.to_string_lossy(), &[""; 0]);
    story.env("LD_LIBRARY_PATH", installed.join("lib")).stdout(std::process::Stdio::null());
    shell.run(story)
}

/// The text between backticks in a sentence, which may span lines.
fn spans(prose: &str) -> Vec<String> {
    prose.split('`').skip(1).step_by(2).map(|span| span.replace('\n', " ")).collect()
}
