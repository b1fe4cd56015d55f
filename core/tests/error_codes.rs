//! The table of codes in `docs/errors.md` is the one in the source.
#![cfg(test)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use interlink::problem::Code;

fn table() -> String {
    let mut text = String::from(
        "# Codes\n\n\
         Every refusal and every reason has a stable code: dotted, its block first. Codes are never renamed; new ones\n\
         may come. They are the same in every language. This table is generated from `core/values/src/code.rs`.\n",
    );
    let mut block = "";
    let mut codes = Code::ALL.to_vec();
    codes.sort_by_key(|code| code.as_str());
    for code in codes {
        let (this, _) = code.as_str().split_once('.').unwrap();
        if this != block {
            write!(text, "\n## {this}\n\n| code | what to do |\n|---|---|\n").unwrap();
            block = this;
        }
        writeln!(text, "| `{code}` | {} |", code.help()).unwrap();
    }
    text.push_str(
        "\n# What is said\n\n\
         The sentences behind the codes, with what they name in braces, by the key under which a message_catalogue says them in\n\
         another language: where there are several under one code, their name stands behind a slash. What is told of texts\n\
         that programs write (`…/short` in a message_catalogue) is not here: in English it is told exactly.\n\n\
         | key | sentence |\n|---|---|\n",
    );
    let said: BTreeMap<String, &str> = interlink::messages::refusals().collect();
    for (key, sentence) in said {
        writeln!(text, "| `{key}` | {sentence} |").unwrap();
    }
    text
}

#[test]
fn the_table_is_as_generated() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/errors.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, table()).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written == table(), "{} differs; UPDATE=1 writes it anew", path.display());
}
