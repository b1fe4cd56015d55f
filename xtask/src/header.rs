//! Generates the C header from the declarations in `bindings/c`.

use crate::shell::{Failed, Shell};

/// Its path.
pub(crate) const HEADER: &str = "bindings/c/include/interlink.h";

/// The same without comments and preprocessor lines, for programs that parse C themselves: PHP's FFI, Python's cffi,
/// `LuaJIT`.
pub(crate) const PLAIN: &str = "bindings/c/include/interlink.ffi.h";

/// Its documentation page, with two generated tables.
const PAGE: &str = "docs/c.md";
const REQUESTS: &str = "docs/schema/request.json";

/// Writes the header, and the tables of its page.
pub(crate) fn write(shell: &Shell) -> Result<(), Failed> {
    let folder = shell.root().join("bindings/c");
    let unreadable = |error: String| Failed(format!("bindings/c/cbindgen.toml: {error}"));
    let config = cbindgen::Config::from_file(folder.join("cbindgen.toml")).map_err(unreadable)?;
    let bindings = cbindgen::Builder::new()
        .with_crate(&folder)
        .with_config(config)
        .with_define("feature", "panic-test", "INTERLINK_PANIC_TEST")
        .generate()
        .map_err(|error| Failed(format!("the header cannot be made: {error}")))?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    let text = for_c(&String::from_utf8_lossy(&text));
    let page = read(shell, PAGE)?;
    let page = between(&page, "statuses", &statuses(&text))?;
    let page = between(&page, "requests", &requests(&read(shell, REQUESTS)?)?)?;
    put(shell, PAGE, &page)?;
    put(shell, PLAIN, &plain(&text)?)?;
    put(shell, HEADER, &text)
}

/// The header as C11 sees it, which is the same on every machine: without C++ and without the functions for tests.
fn plain(header: &str) -> Result<String, Failed> {
    let mut text = String::new();
    // For each condition that is open, whether it holds.
    let mut open: Vec<bool> = Vec::new();
    for line in without_comments(header).lines().map(str::trim_end) {
        match line.split_once(' ').unwrap_or((line, "")) {
            ("#ifndef", _) => open.push(true),
            ("#ifdef" | "#if", _) => open.push(false),
            ("#else", _) => {
                let last = open.pop().ok_or_else(|| Failed(format!("{HEADER}: #else of nothing")))?;
                open.push(!last);
            }
            ("#endif", _) => drop(open.pop()),
            ("#define" | "#include", _) => {}
            (directive, _) if directive.starts_with('#') => {
                return Err(Failed(format!("{HEADER}: unknown line {line}")));
            }
            _ if open.iter().all(|holds| *holds) && !line.is_empty() => {
                text.push_str(line);
                text.push('\n');
            }
            _ => {}
        }
    }
    Ok(text)
}

fn without_comments(header: &str) -> String {
    let mut parts = header.split("/*");
    let mut text = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| text.push_str(part.split_once("*/").map_or("", |(_, rest)| rest)));
    let lines = text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    lines.collect::<Vec<_>>().join("\n")
}

fn read(shell: &Shell, name: &str) -> Result<String, Failed> {
    std::fs::read_to_string(shell.root().join(name)).map_err(|error| Failed(format!("{name}: {error}")))
}

fn put(shell: &Shell, name: &str, text: &str) -> Result<(), Failed> {
    std::fs::write(shell.root().join(name), text).map_err(|error| Failed(format!("{name}: {error}")))
}

/// A page with a new table between two marks.
fn between(page: &str, mark: &str, table: &str) -> Result<String, Failed> {
    let (begin, end) = (format!("<!-- {mark}: cargo xtask generate -->\n"), "<!-- end -->");
    let parts = page.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    let (before, after) = parts.ok_or_else(|| Failed(format!("{PAGE} has no place for the {mark}")))?;
    Ok(format!("{before}{begin}\n{table}\n{end}{after}"))
}

/// The statuses, from the header.
fn statuses(header: &str) -> String {
    let mut table = String::from("| status | number | means |\n|---|---|---|\n");
    let mut comment = String::new();
    for line in header.lines().map(str::trim) {
        match line.split_once(" = ") {
            Some((name, number)) if name.starts_with("INTERLINK_STATUS_") => {
                table.push_str(&format!("| `{name}` | {} | {comment} |\n", number.trim_end_matches(',')));
            }
            _ if line == "/**" => comment.clear(),
            _ => match line.strip_prefix("* ") {
                Some(words) if comment.is_empty() => words.clone_into(&mut comment),
                Some(words) => comment = format!("{comment} {words}"),
                None => {}
            },
        }
    }
    table
}

/// The requests, from their schema.
fn requests(schema: &str) -> Result<String, Failed> {
    let schema: serde_json::Value =
        serde_json::from_str(schema).map_err(|error| Failed(format!("{REQUESTS}: {error}")))?;
    let mut table = String::from("| request | asks |\n|---|---|\n");
    for request in schema.get("oneOf").and_then(serde_json::Value::as_array).into_iter().flatten() {
        let name = request.get("required").and_then(|names| names.get(0)?.as_str());
        let asks = request.get("description").and_then(serde_json::Value::as_str);
        if let (Some(name), Some(asks)) = (name, asks) {
            table.push_str(&format!("| `{name}` | {asks} |\n"));
        }
    }
    Ok(table)
}

/// Rewords comments written for Rust for C.
fn for_c(text: &str) -> String {
    text.replace(" * # Safety\n", " * What you promise:\n")
}
