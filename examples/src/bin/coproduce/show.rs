//! The output: coloured in a terminal, plain when piped, and only one object with `--json`.

use anstyle::{AnsiColor, Style};
use interlink::catalogue::Recommendation;
use interlink::governance::Permission;
use interlink::interop::interlink::Report;
use interlink::kernel::VerifiedStore;
use interlink::next::{NextAct, NextView};
use interlink::problem::Problem;
use interlink::process::view::{ItemView, TreeView};
use interlink::process::{ItemKind, Status, Template};
use interlink::types::{Json, Key};
use interlink::work::view::Place;
use serde_json::{Value, json};

use crate::options::Options;
use crate::story::{COLUMNS, Outcome};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BUSY: Style = AnsiColor::Yellow.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// The width of a sentence.
const WIDTH: usize = 92;

/// Prints text for people, unless `--json` is given.
pub(crate) struct Show {
    json: bool,
}

impl Show {
    pub(crate) const fn new(json: bool) -> Self {
        Self { json }
    }

    fn print(&self, text: &str) {
        if !self.json {
            anstream::println!("{text}");
        }
    }

    pub(crate) fn title(&self, template: &Template, options: &Options, report: &Report) {
        let [phases, objectives, tasks] = template.counts();
        let id = &template.document().id;
        self.print(&format!("{BOLD}A co-production from beginning to end{BOLD:#}"));
        self.print(&format!(
            "{DIM}template “{id}”: {phases} phases, {objectives} objectives, {tasks} tasks{DIM:#}"
        ));
        self.print(&format!("{DIM}record: {}{DIM:#}", options.database.display()));
        if !report.anomalies.is_empty() {
            let counts: Vec<String> =
                report.counts().iter().map(|(code, n)| format!("{n} × {code}")).collect();
            self.print(&format!(
                "{DIM}repairs made while reading the catalogue: {}{DIM:#}",
                counts.join(", ")
            ));
        }
    }

    pub(crate) fn heading(&self, text: &str) {
        self.print(&format!("\n{BOLD}{text}{BOLD:#}"));
    }

    pub(crate) fn line(&self, text: &str) {
        self.print(&format!("  {text}"));
    }

    pub(crate) fn refusal(&self, what: &str, who: &str, problem: &Problem) {
        self.print(&format!("  {BAD}✗{BAD:#} {who}  {DIM}({what}){DIM:#}"));
        let reason = |reason: &Json| {
            let reason = reason.to_value();
            let text = |name: &str| reason.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            (text("message"), text("code"))
        };
        let mut lines: Vec<(String, String)> = problem.reasons.iter().map(reason).collect();
        if lines.is_empty() {
            lines.push((problem.message.clone(), problem.code.to_string()));
        }
        for (message, code) in lines {
            let message = wrapped(&message).join("\n      ");
            self.print(&format!("      {message} {DIM}{code}{DIM:#}"));
        }
    }

    /// A task, and its best interlinker.
    pub(crate) fn helps(&self, task: &str, first: Option<&Recommendation>) {
        if let Some(found) = first {
            let answers: Vec<&str> =
                found.answers.iter().chain(&found.answers_of_objective).map(Key::as_str).collect();
            let answers = answers.join(", ");
            self.print(&format!("  “{task}”: {} {DIM}answers {answers}{DIM:#}", found.name.text));
        }
    }

    /// What a person can do next, each with the reasons.
    pub(crate) fn next(&self, who: &str, next: &NextView) {
        self.print(&format!("  {BOLD}{who}{BOLD:#} {DIM}{} in all{DIM:#}", next.total));
        for step in &next.steps {
            let mark = if step.ready { format!("{GOOD}→{GOOD:#}") } else { format!("{BUSY}◌{BUSY:#}") };
            let act = step.act.map(NextAct::as_str).unwrap_or_default();
            let name = step.name.as_ref().map(|name| name.text.as_str()).unwrap_or_default();
            self.print(&format!("    {mark} {act} “{name}”"));
            let why: Vec<&str> = step.reasons.iter().map(|why| why.message.as_str()).collect();
            self.print(&format!("      {DIM}{}{DIM:#}", wrapped(&why.join(" ")).join("\n      ")));
        }
    }

    /// A leaderboard, in one line.
    pub(crate) fn places(&self, places: &[Place]) {
        let place = |place: &Place| {
            let party = place.party.as_ref().and_then(|party| party.host_id.as_ref());
            let who = party.map(|host_id| crate::cast::name(host_id.as_str()));
            let who = who.or_else(|| place.stakeholder_kind.map(|kind| kind.to_string()));
            format!("{}. {} {}", place.rank, who.unwrap_or_default(), place.points)
        };
        let places: Vec<String> = places.iter().map(place).collect();
        self.print(&format!("  {GOOD}★{GOOD:#} {}", places.join("   ")));
    }

    pub(crate) fn done(&self, objective: &str, tasks: usize) {
        let word = if tasks == 1 { "task" } else { "tasks" };
        self.print(&format!("  {GOOD}✓{GOOD:#} {objective} {DIM}{tasks} {word}{DIM:#}"));
    }

    pub(crate) fn progress(&self, percent: u8) {
        self.print(&format!("  {}", bar(percent)));
    }

    pub(crate) fn tree(&self, tree: &TreeView, whole: bool) {
        self.print(&format!(
            "  {} {BOLD}{}{BOLD:#} {}",
            mark(tree.status, false),
            tree.name.text,
            bar(tree.progress)
        ));
        for (nth, phase) in tree.phases.iter().enumerate() {
            self.branch(phase, tree, "  ", nth + 1 == tree.phases.len(), whole);
        }
    }

    /// An item and its parts; tasks only if the whole is wanted.
    fn branch(&self, item: &ItemView, tree: &TreeView, indent: &str, last: bool, whole: bool) {
        let (turn, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let waits: Vec<String> = item
            .waits_for
            .iter()
            .filter(|wait| wait.unmet)
            .filter_map(|wait| name(tree, wait.on))
            .map(|name| format!("“{name}”"))
            .collect();
        let waits = match (item.blocked, waits.is_empty()) {
            (_, false) => format!(" {BUSY}waits for {}{BUSY:#}", waits.join(", ")),
            (true, true) => format!(" {DIM}blocked{DIM:#}"),
            (false, true) => String::new(),
        };
        let percent = if item.kind == ItemKind::Task {
            String::new()
        } else {
            format!(" {DIM}{} %{DIM:#}", item.progress)
        };
        let mark = mark(item.status, item.blocked);
        self.print(&format!("{indent}{DIM}{turn}{DIM:#}{mark} {}{percent}{waits}", item.name.text));
        let children: &[ItemView] = if whole || item.kind == ItemKind::Phase { &item.children } else { &[] };
        for (nth, child) in children.iter().enumerate() {
            self.branch(
                child,
                tree,
                &format!("{indent}{DIM}{below}{DIM:#}"),
                nth + 1 == children.len(),
                whole,
            );
        }
    }

    pub(crate) fn rights(&self, rights: &[(String, Vec<Permission>)]) {
        let heads: String = COLUMNS.iter().map(|(_, name)| format!("  {name}")).collect();
        self.print(&format!("  {:<20}{DIM}{heads}{DIM:#}", ""));
        for (name, held) in rights {
            let cells: String = COLUMNS
                .iter()
                .map(|(permission, head)| {
                    let width = head.chars().count().saturating_sub(1);
                    if held.contains(permission) {
                        format!("  {GOOD}✓{GOOD:#}{:width$}", "")
                    } else {
                        format!("  {DIM}·{DIM:#}{:width$}", "")
                    }
                })
                .collect();
            self.print(format!("  {name:<20}{cells}").trim_end());
        }
    }

    pub(crate) fn verified(&self, verified: &VerifiedStore) {
        for stream in &verified.streams {
            let (name, head) = (stream.stream.to_string(), stream.head.to_string());
            let kind = name.split('/').next().unwrap_or_default();
            let events = stream.seq.0;
            self.print(&format!("  {GOOD}✓{GOOD:#} {kind:<13}{events:>4} events  {DIM}head {head}{DIM:#}"));
        }
        let (events, entries) = (verified.events, verified.vault_entries);
        self.print(&format!(
            "  {events} events, each matches its hash and is in order; vault entries that match: {entries}"
        ));
    }

    /// The end: for people how to continue, for machines everything.
    pub(crate) fn end(&self, outcome: &Outcome, options: &Options) {
        if !self.json {
            let (tree, refusals) = (&outcome.tree, outcome.refusals.len());
            self.print(&format!(
                "\n{BOLD}Round {} is {}{BOLD:#}: {refusals} refusals, {} events. Run again with --db {} to continue.",
                outcome.round, tree.status, outcome.verified.events, options.database.display()
            ));
            return;
        }
        let refusals: Vec<_> = outcome
            .refusals
            .iter()
            .map(|(what, problem)| json!({"what": what, "problem": problem}))
            .collect();
        let rights: Vec<_> =
            outcome.rights.iter().map(|(who, may)| json!({"who": who, "may": may})).collect();
        let all = json!({
            "round": outcome.round, "tree": outcome.tree, "refusals": refusals, "rights": rights,
            "verified": outcome.verified, "database": options.database,
        });
        anstream::println!("{all:#}");
    }
}

fn mark(status: Status, blocked: bool) -> String {
    match status {
        Status::Finished => format!("{GOOD}●{GOOD:#}"),
        Status::InProgress => format!("{BUSY}◐{BUSY:#}"),
        Status::Awaiting if blocked => format!("{DIM}◌{DIM:#}"),
        Status::Awaiting => "○".to_owned(),
    }
}

fn bar(percent: u8) -> String {
    let full = usize::from(percent) / 5;
    format!("{GOOD}{}{GOOD:#}{DIM}{}{DIM:#} {percent} %", "█".repeat(full), "░".repeat(20 - full))
}

fn name(tree: &TreeView, item: interlink::types::ItemId) -> Option<String> {
    let mut stack: Vec<&ItemView> = tree.phases.iter().collect();
    while let Some(view) = stack.pop() {
        if view.item == item {
            return Some(view.name.text.clone());
        }
        stack.extend(&view.children);
    }
    None
}

/// A sentence in lines that fit a terminal.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
