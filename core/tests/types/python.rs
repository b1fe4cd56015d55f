//! The shapes in Python, and the requests as methods.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::lifted::{Lifted, One};
use crate::shape::{Border, Member, Named, Request, Shape};

/// How long a line may get.
const WIDTH: usize = 110;

/// What stands around a docstring.
const QUOTES: &str = "\"\"\"";

/// What cannot be a name.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The requests that change something.
const CHANGING: [&str; 8] = [
    "execute",
    "execute_as_host",
    "execute_many",
    "add_document",
    "add_message_catalogue",
    "add_archive",
    "add_catalogue",
    "import_bundle",
];

/// `types.py`.
pub(crate) fn types(lifted: &Lifted) -> String {
    let mut out = String::from(
        "\"\"\"What crosses the border, as JSON says it.\n\n\
         Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).\n\
         \"\"\"\n\n\
         from __future__ import annotations\n\n\
         import sys\n\
         from datetime import date, datetime\n\
         from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, Union\n\n\
         # What checks data at run time (pydantic, FastAPI) needs the later form of both.\n\
         if sys.version_info >= (3, 12):\n    \
             from typing import TypeAliasType, TypedDict\n\
         else:\n    \
             from typing_extensions import TypeAliasType, TypedDict\n\n\
         __all__ = [\n    \"Json\",\n",
    );
    for One { named, .. } in &lifted.all {
        writeln!(out, "    {:?},", named.name).unwrap();
    }
    out.push_str(
        "]\n\n\
         Json: TypeAlias = Union[None, bool, int, float, str, list[\"Json\"], dict[str, \"Json\"]]\n\
         \"\"\"Anything that JSON can say.\"\"\"\n",
    );
    let asked = commanded(lifted);
    let mut class = false;
    for one in &lifted.all {
        let members = match &one.named.shape {
            Shape::Object(members) => Some(members),
            _ => None,
        };
        let named_by_keyword = |members: &[Member]| members.iter().any(|member| is_keyword(&member.name));
        let before = class;
        class = members.is_some_and(|members| !named_by_keyword(members));
        out.push_str(if before || class { "\n\n" } else { "\n" });
        match members {
            Some(members) if class => write_class(&mut out, one, members, &asked),
            Some(members) => write_call(&mut out, one, members, &asked),
            None => write_alias(&mut out, &one.named),
        }
    }
    write_later(&mut out, lifted);
    narrow(out)
}

/// What checks data at run time looks for names that come later in the module of an alias of this kind; type checkers read
/// the plain ones, of which they know more.
fn write_later(out: &mut String, lifted: &Lifted) {
    out.push_str("\n\nif not TYPE_CHECKING:\n    for _name in (\n        \"Json\",\n");
    for One { named, .. } in &lifted.all {
        let alias = named.words.is_empty() && !matches!(named.shape, Shape::Object(_) | Shape::Open(_));
        if alias && names(&named.shape) {
            writeln!(out, "        {:?},", named.name).unwrap();
        }
    }
    out.push_str("    ):\n        globals()[_name] = TypeAliasType(_name, globals()[_name])\n");
}

/// What commands say, by name: it is given, and never an answer.
fn commanded(lifted: &Lifted) -> BTreeSet<String> {
    let commands = lifted.all.iter().filter(|one| one.base.as_deref() == Some("CommandEnvelope"));
    let data = commands.filter_map(|one| match &one.named.shape {
        Shape::Object(members) => members.iter().find(|member| member.name == "data"),
        _ => None,
    });
    let names = data.filter_map(|member| match &member.shape {
        Shape::Named(name) => Some(name.clone()),
        _ => None,
    });
    names.collect()
}

fn write_class(out: &mut String, one: &One, members: &[Member], asked: &BTreeSet<String>) {
    let base = one.base.as_deref().unwrap_or("TypedDict");
    writeln!(out, "class {}({base}):", one.named.name).unwrap();
    let says = match one.named.says.as_str() {
        "" if members.is_empty() => "Nothing.",
        says => says,
    };
    docstring(out, "    ", says);
    if !says.is_empty() && !members.is_empty() {
        out.push('\n');
    }
    for member in members {
        let annotation =
            if is_given(&one.named.name, asked) { given(&member.shape, "") } else { text(&member.shape, "") };
        let annotation = optionally(member, annotation);
        writeln!(out, "    {}: {annotation}", member.name).unwrap();
        docstring(out, "    ", &member.says);
    }
}

/// Where a member's name cannot be one in Python.
fn write_call(out: &mut String, one: &One, members: &[Member], asked: &BTreeSet<String>) {
    assert!(one.base.is_none(), "{} has a base", one.named.name);
    let name = &one.named.name;
    writeln!(out, "{name} = TypedDict(\n    {name:?},\n    {{").unwrap();
    for member in members {
        comment(out, "        ", &member.says);
        let annotation = evaluated(&member.shape);
        let annotation = match annotation.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
            Some(name) if is_given(&one.named.name, asked) => match moment_or_day(name) {
                Some(also) => format!("Union[{annotation}, {also}]"),
                None => annotation,
            },
            _ => annotation,
        };
        let annotation = optionally(member, annotation);
        writeln!(out, "        {:?}: {annotation},", member.name).unwrap();
    }
    out.push_str("    },\n)\n");
    docstring(out, "", &one.named.says);
}

fn write_alias(out: &mut String, named: &Named) {
    let name = &named.name;
    if !named.words.is_empty() {
        writeln!(out, "{name}: TypeAlias = Literal[").unwrap();
        for (word, says) in &named.words {
            comment(out, "    ", says);
            writeln!(out, "    {word:?},").unwrap();
        }
        out.push_str("]\n");
    } else if let Shape::Open(words) = &named.shape {
        writeln!(out, "{name}: TypeAlias = Union[\n    Literal[").unwrap();
        for word in words {
            writeln!(out, "        {word:?},").unwrap();
        }
        out.push_str("    ],\n    str,\n]\n");
    } else {
        let line = format!("{name}: TypeAlias = {}", evaluated(&named.shape));
        match &named.shape {
            Shape::Either(all) if line.len() > WIDTH => {
                let words = all.iter().all(|one| matches!(one, Shape::Literal(_)));
                let all = if words { written(all) } else { grouped(all, evaluated) };
                writeln!(out, "{name}: TypeAlias = {}[", if words { "Literal" } else { "Union" }).unwrap();
                for one in all {
                    writeln!(out, "    {one},").unwrap();
                }
                out.push_str("]\n");
            }
            _ => writeln!(out, "{line}").unwrap(),
        }
    }
    docstring(out, "", &named.says);
}

fn optionally(member: &Member, annotation: String) -> String {
    if member.optional { format!("NotRequired[{annotation}]") } else { annotation }
}

/// As it stands in an annotation; names are looked up under this prefix.
fn text(shape: &Shape, prefix: &str) -> String {
    match shape {
        Shape::Text | Shape::Id(_) | Shape::Stream(_) => "str".into(),
        Shape::Never => panic!("what may not stand there has no type"),
        Shape::Open(words) => {
            let words: Vec<Shape> = words.iter().map(|word| Shape::Literal(word.as_str().into())).collect();
            format!("{} | str", literal(&words))
        }
        Shape::Number => "int".into(),
        Shape::Bool => "bool".into(),
        Shape::Null => "None".into(),
        Shape::Any => format!("{prefix}Json"),
        Shape::Literal(_) => literal(std::slice::from_ref(shape)),
        Shape::Named(name) => format!("{prefix}{name}"),
        Shape::List(of) => format!("list[{}]", text(of, prefix)),
        Shape::Table(of) => format!("dict[str, {}]", text(of, prefix)),
        Shape::Either(all) => grouped(all, |one| text(one, prefix)).join(" | "),
        Shape::Object(_) | Shape::Both(_) => panic!("{shape:?} has no name"),
    }
}

/// As it stands where Python reads it at once, when what comes later has no name yet.
fn evaluated(shape: &Shape) -> String {
    if let Shape::Either(all) = shape {
        return match grouped(all, evaluated).as_slice() {
            [one] => one.clone(),
            all => format!("Union[{}]", all.join(", ")),
        };
    }
    let text = text(shape, "");
    if names(shape) { format!("{text:?}") } else { text }
}

/// Whether it is made of what has a name.
fn names(shape: &Shape) -> bool {
    match shape {
        Shape::Named(_) | Shape::Any => true,
        Shape::List(of) | Shape::Table(of) => names(of),
        Shape::Either(all) => all.iter().any(names),
        _ => false,
    }
}

/// Each of several, the words among them as one.
fn grouped(all: &[Shape], text: impl Fn(&Shape) -> String) -> Vec<String> {
    let (words, others): (Vec<Shape>, Vec<Shape>) =
        all.iter().cloned().partition(|one| matches!(one, Shape::Literal(_)));
    let words = (!words.is_empty()).then(|| literal(&words));
    words.into_iter().chain(others.iter().map(text)).collect()
}

fn literal(words: &[Shape]) -> String {
    format!("Literal[{}]", written(words).join(", "))
}

fn written(words: &[Shape]) -> Vec<String> {
    let written = words.iter().map(|word| match word {
        Shape::Literal(word) if word.is_string() || word.is_u64() => word.to_string(),
        other => panic!("{other:?} is not written alike in Python"),
    });
    written.collect()
}

/// `_asks.py`.
pub(crate) fn asks(border: &Border, lifted: &Lifted) -> String {
    let mut out = String::from(
        r#""""The questions that an engine answers.

Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from datetime import date, datetime

    from . import types

__all__ = ["Asks"]


def _given(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value is not None}


class Asks(ABC):
    """A method for each request that asks and changes nothing."""

    @abstractmethod
    def _ask(self, name: str, data: dict[str, object]) -> object:
        """Sends a request; what it is answered with."""
"#,
    );
    for request in border.requests.iter().filter(|one| !CHANGING.contains(&one.sent.name.as_str())) {
        out.push('\n');
        write_method(&mut out, request, lifted);
    }
    narrow(out)
}

/// `_acts.py`.
pub(crate) fn acts(lifted: &Lifted) -> String {
    let mut out = String::from(
        r#""""The commands that an engine executes.

Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from . import types

__all__ = ["Acts"]


def _given(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value is not None}


class Acts(ABC):
    """A method for each type of command, with what the type needs as keywords."""

    @abstractmethod
    def _act(self, type: str, data: dict[str, object]) -> types.ExecutedView:
        """Gives a command of that type."""
"#,
    );
    let Shape::Either(commands) = &lifted.find("Command").shape else { panic!("there is one command") };
    for command in commands {
        let Shape::Named(command) = command else { panic!("{command:?} has no name") };
        out.push('\n');
        write_act(&mut out, lifted.find(command), lifted);
    }
    narrow(out)
}

/// A command as a method: what its data have as keywords.
fn write_act(out: &mut String, command: &Named, lifted: &Lifted) {
    let Shape::Object(members) = &command.shape else { panic!("{} is no object", command.name) };
    let member = |name: &str| &members.iter().find(|member| member.name == name).unwrap().shape;
    let (Shape::Literal(kind), Shape::Named(data)) = (member("type"), member("data")) else {
        panic!("{} has no type and data", command.name)
    };
    let (kind, sent) = (kind.as_str().unwrap(), lifted.find(data));
    let answer = "types.ExecutedView";
    let name = kind.replace('.', "_");
    let Shape::Object(members) = &sent.shape else { panic!("the data of {kind} are no object") };
    let (optional, required): (Vec<&Member>, Vec<&Member>) =
        members.iter().partition(|member| member.optional);
    write_signature(out, &name, &keywords(&name, &required, &optional), answer);
    let members: Vec<&Member> = required.into_iter().chain(optional.iter().copied()).collect();
    write_explained(out, &command.says, &members);
    let items = members.iter().map(|member| format!("{:?}: {}", member.name, identifier(&member.name)));
    let items = items.collect::<Vec<_>>().join(",\n            ");
    let given = if optional.is_empty() { "given" } else { "_given(given)" };
    match items.is_empty() {
        true => writeln!(out, "        return self._act({kind:?}, {{}})").unwrap(),
        false => write!(
            out,
            "        given: dict[str, object] = {{\n            {items},\n        }}\n        return self._act({kind:?}, {given})\n"
        )
        .unwrap(),
    }
}

/// What a method takes: all by its name, what may be left out last.
fn keywords(name: &str, required: &[&Member], optional: &[&Member]) -> Vec<String> {
    let mut takes = vec!["self".to_owned()];
    if !required.is_empty() || !optional.is_empty() {
        takes.push("*".to_owned());
    }
    for member in required {
        let annotation = given(&member.shape, "types.");
        assert!(!annotation.ends_with("| None"), "{name} would lose {}", member.name);
        takes.push(format!("{}: {annotation}", identifier(&member.name)));
    }
    for member in optional {
        let annotation = given(&member.shape, "types.");
        let annotation = annotation.strip_suffix(" | None").unwrap_or(&annotation);
        takes.push(format!("{}: {annotation} | None = None", identifier(&member.name)));
    }
    takes
}

fn write_method(out: &mut String, request: &Request, lifted: &Lifted) {
    let Shape::Named(sent) = &request.sent.shape else { panic!("{} takes no object", request.sent.name) };
    let sent = lifted.find(sent);
    let answer = text(&request.answer, "types.");
    let name = &request.sent.name;
    let Shape::Object(members) = &sent.shape else {
        // The object itself, where it may be one of several.
        let parameter = identifier(&sent.name.to_lowercase());
        let takes = ["self".to_owned(), format!("{parameter}: types.{}", sent.name)];
        write_signature(out, name, &takes, &answer);
        docstring(out, "        ", &request.says);
        let data = format!("cast(\"dict[str, object]\", {parameter})");
        writeln!(out, "        return cast({answer:?}, self._ask({name:?}, {data}))").unwrap();
        return;
    };
    let (optional, required): (Vec<&Member>, Vec<&Member>) =
        members.iter().partition(|member| member.optional);
    let takes = keywords(name, &required, &optional);
    write_signature(out, name, &takes, &answer);
    let members: Vec<&Member> = required.into_iter().chain(optional.iter().copied()).collect();
    write_explained(out, &request.says, &members);
    write_asking(out, request, &answer, &members);
}

/// Whether it is only ever given to the library.
fn is_given(name: &str, asked: &BTreeSet<String>) -> bool {
    name.ends_with("Request") || ["AsOfTime", "CommandEnvelope"].contains(&name) || asked.contains(name)
}

/// What Python has for it besides a text.
fn moment_or_day(name: &str) -> Option<&'static str> {
    match name {
        "Timestamp" => Some("datetime"),
        "Date" => Some("date"),
        _ => None,
    }
}

/// What may be given: a moment and a day also as Python has them.
fn given(shape: &Shape, prefix: &str) -> String {
    let annotation = text(shape, prefix);
    let (name, none) =
        annotation.strip_suffix(" | None").map_or((&*annotation, ""), |name| (name, " | None"));
    match name.strip_prefix(prefix).and_then(moment_or_day) {
        Some(also) => format!("{name} | {also}{none}"),
        None => annotation,
    }
}

fn write_asking(out: &mut String, request: &Request, answer: &str, members: &[&Member]) {
    let name = &request.sent.name;
    let asking = |data: &str| {
        let dropping = members.iter().any(|member| member.optional);
        let data = if dropping { format!("_given({data})") } else { data.to_owned() };
        format!("        return cast({answer:?}, self._ask({name:?}, {data}))\n")
    };
    let items = members.iter().map(|member| format!("{:?}: {}", member.name, identifier(&member.name)));
    let items: Vec<String> = items.collect();
    let data = format!("{{{}}}", items.join(", "));
    let line = asking(&data);
    if line.len() <= WIDTH {
        out.push_str(&line);
        return;
    }
    assert!(members.iter().all(|member| member.name != "data"), "{name} has data");
    let line = format!("        data: dict[str, object] = {data}\n");
    if line.len() <= WIDTH {
        out.push_str(&line);
    } else {
        let items = items.join(",\n            ");
        write!(out, "        data: dict[str, object] = {{\n            {items},\n        }}\n").unwrap();
    }
    out.push_str(&asking("data"));
}

fn write_signature(out: &mut String, name: &str, takes: &[String], answer: &str) {
    let name = identifier(name);
    let line = format!("    def {name}({}) -> {answer}:\n", takes.join(", "));
    if line.len() <= WIDTH {
        out.push_str(&line);
    } else {
        let takes = takes.join(",\n        ");
        write!(out, "    def {name}(\n        {takes},\n    ) -> {answer}:\n").unwrap();
    }
}

fn write_explained(out: &mut String, says: &str, members: &[&Member]) {
    if members.is_empty() {
        return docstring(out, "        ", says);
    }
    let mut lines = wrapped(says, WIDTH - "        ".len() - QUOTES.len());
    lines.extend([String::new(), "Args:".to_owned()]);
    for member in members {
        let explained = format!("{}: {}", identifier(&member.name), member.says);
        for (nth, line) in wrapped(&explained, WIDTH - 16).into_iter().enumerate() {
            lines.push(format!("    {}{line}", if nth == 0 { "" } else { "    " }));
        }
    }
    write_docstring(out, "        ", &lines);
}

fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

fn identifier(name: &str) -> String {
    if is_keyword(name) { format!("{name}_") } else { name.to_owned() }
}

fn docstring(out: &mut String, indent: &str, says: &str) {
    write_docstring(out, indent, &wrapped(says, WIDTH - indent.len() - 2 * QUOTES.len()));
}

fn write_docstring(out: &mut String, indent: &str, lines: &[String]) {
    let text = lines.join("\n");
    let plain = !text.contains('\\') && !text.contains(QUOTES) && !text.ends_with('"');
    assert!(plain, "{text} has to be escaped");
    match lines {
        [] => {}
        [line] => writeln!(out, "{indent}{QUOTES}{line}{QUOTES}").unwrap(),
        lines => {
            for (nth, line) in lines.iter().enumerate() {
                let quotes = if nth == 0 { QUOTES } else { "" };
                writeln!(out, "{}", format!("{indent}{quotes}{line}").trim_end()).unwrap();
            }
            writeln!(out, "{indent}{QUOTES}").unwrap();
        }
    }
}

fn comment(out: &mut String, indent: &str, says: &str) {
    for line in wrapped(says, WIDTH - indent.len() - "# ".len()) {
        writeln!(out, "{}", format!("{indent}# {line}").trim_end()).unwrap();
    }
}

/// The same in lines of that length, an empty one between paragraphs.
fn wrapped(says: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in says.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

fn narrow(text: String) -> String {
    for line in text.lines() {
        assert!(line.chars().count() <= WIDTH, "{line} is too long");
    }
    text
}
