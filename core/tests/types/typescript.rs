//! The shapes in TypeScript.

use std::fmt::Write as _;

use crate::shape::{Border, Member, Named, Shape};

/// How long a line may get.
const WIDTH: usize = 110;

/// The kinds of streams, and whose id their names have.
const IN_STREAMS: [(&str, &str); 8] = [
    ("consent", "PersonId"),
    ("host", "string"),
    ("import", "string"),
    ("mandate", "MandateId"),
    ("organisation", "OrganisationId"),
    ("person", "PersonId"),
    ("process", "ProcessId"),
    ("rating", "string"),
];

pub(crate) fn write(border: &Border) -> String {
    let mut out = String::from(
        "// Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).\n\n\
         /** Anything that JSON can say. */\n\
         export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };\n\n\
         declare const kind: unique symbol;\n\n\
         /** An id of one kind, which is no id of another. A text that holds one is said to be one: `text as ProcessId`. */\n\
         export type Id<Kind extends string> = string & { readonly [kind]: Kind };\n\n\
         /** What the name of a stream has after the stroke, by its kind. */\n\
         export interface StreamIds {\n",
    );
    for (kind, id) in IN_STREAMS {
        writeln!(out, "  {kind}: {id};").unwrap();
    }
    out.push_str(
        "}\n\n\
         /** The name of a stream of one kind. */\n\
         export type StreamOf<Kind extends keyof StreamIds> = Kind extends unknown ? `${Kind}/${StreamIds[Kind]}` : never;\n",
    );
    for named in &border.named {
        out.push('\n');
        write_named(&mut out, named);
    }
    let sent = border.requests.iter().map(|request| request.sent.clone()).collect();
    let answered = border
        .requests
        .iter()
        .map(|request| Member { shape: request.answer.clone(), ..request.sent.clone() })
        .collect();
    for (name, says, members) in [
        ("Requests", "What is sent with each request, by the request's name.", sent),
        ("Answers", "What each request is answered with, by the request's name.", answered),
    ] {
        let (says, shape) = (says.to_owned(), Shape::Object(members));
        out.push('\n');
        let (words, cases) = (Vec::new(), Vec::new());
        write_named(&mut out, &Named { name: name.to_owned(), says, shape, words, cases });
    }
    out
}

fn write_named(out: &mut String, named: &Named) {
    comment(out, "", &named.says);
    if let (Shape::Object(members), name) = (&named.shape, &named.name) {
        if members.is_empty() {
            writeln!(out, "export type {name} = Record<string, never>;").unwrap();
        } else {
            writeln!(out, "export interface {name} {{").unwrap();
            write_members(out, members);
            out.push_str("}\n");
        }
        return;
    }
    let name = &named.name;
    if !named.words.is_empty() {
        writeln!(out, "export type {name} =").unwrap();
        for (nth, (word, says)) in named.words.iter().enumerate() {
            comment(out, "  ", says);
            let end = if nth + 1 == named.words.len() { ";" } else { "" };
            writeln!(out, "  | {word:?}{end}").unwrap();
        }
        return;
    }
    let text = text(&named.shape, 0);
    let gap = if text.starts_with('\n') { "" } else { " " };
    writeln!(out, "export type {name} ={gap}{text};").unwrap();
}

fn write_members(out: &mut String, members: &[Member]) {
    for member in members {
        comment(out, "  ", &member.says);
        let mark = if member.optional { "?" } else { "" };
        let text = text(&member.shape, 1);
        writeln!(out, "  {}{mark}: {text};", member.name).unwrap();
    }
}

fn text(shape: &Shape, depth: usize) -> String {
    match shape {
        Shape::Text => "string".into(),
        Shape::Id(name) => format!("Id<{name:?}>"),
        Shape::Stream(kinds) if kinds.len() == IN_STREAMS.len() => "StreamOf<keyof StreamIds>".into(),
        Shape::Stream(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| format!("{kind:?}")).collect();
            format!("StreamOf<{}>", kinds.join(" | "))
        }
        Shape::Never => "never".into(),
        Shape::Open(words) => {
            let words: String = words.iter().map(|word| format!("\n  | {word:?}")).collect();
            format!("{words}\n  | (string & {{}})")
        }
        Shape::Number => "number".into(),
        Shape::Bool => "boolean".into(),
        Shape::Null => "null".into(),
        Shape::Any => "Json".into(),
        Shape::Literal(value) => value.to_string(),
        Shape::Named(name) => name.clone(),
        Shape::List(of) => match &**of {
            Shape::Either(_) | Shape::Both(_) => format!("({})[]", text(of, depth)),
            _ => format!("{}[]", text(of, depth)),
        },
        Shape::Table(of) => format!("{{ [name: string]: {} }}", text(of, depth)),
        Shape::Object(members) => {
            let members = members.iter().map(|member| {
                let mark = if member.optional { "?" } else { "" };
                format!("{}{mark}: {}", member.name, text(&member.shape, depth))
            });
            let members: Vec<String> = members.collect();
            if members.is_empty() {
                "Record<string, never>".into()
            } else {
                format!("{{ {} }}", members.join("; "))
            }
        }
        Shape::Either(all) => {
            let all: Vec<String> = all.iter().map(|one| text(one, depth)).collect();
            let line = all.join(" | ");
            let indent = "  ".repeat(depth + 1);
            if line.len() <= WIDTH {
                line
            } else {
                format!("\n{indent}| {}", all.join(&format!("\n{indent}| ")))
            }
        }
        Shape::Both(all) => {
            let all: Vec<String> = all
                .iter()
                .map(|one| match one {
                    Shape::Either(_) => format!("({}\n)", text(one, depth)),
                    _ => text(one, depth),
                })
                .collect();
            all.join(" & ")
        }
    }
}

fn comment(out: &mut String, indent: &str, says: &str) {
    let lines: Vec<&str> = says.lines().collect();
    match lines.as_slice() {
        [] => {}
        [line] => writeln!(out, "{indent}/** {line} */").unwrap(),
        lines => {
            writeln!(out, "{indent}/**").unwrap();
            for line in lines {
                writeln!(out, "{}", format!("{indent} * {line}").trim_end()).unwrap();
            }
            writeln!(out, "{indent} */").unwrap();
        }
    }
}
