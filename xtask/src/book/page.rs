//! A page as the site has it: links lead within the site, code in several languages is in tabs, and what rustdoc hides is hidden.

use crate::markdown::{Block, Piece, pieces};
use crate::shell::Failed;

/// How the languages are called that stand side by side.
const TABS: [(&str, &str); 3] = [("rust", "Rust"), ("python", "Python"), ("js", "JavaScript")];

/// Writes a page for the site; each link is handed over, and what comes back stands in its place.
pub(super) fn of(
    text: &str,
    mut follow: impl FnMut(&str) -> Result<String, Failed>,
) -> Result<String, Failed> {
    let (mut written, mut blocks) = (String::new(), Vec::new());
    let named: Vec<&str> =
        text.lines().filter_map(footnote).filter(|(_, to)| !is_item(to)).map(|(name, _)| name).collect();
    for piece in pieces(text) {
        match piece {
            Piece::Block(block) => blocks.push(block),
            Piece::Prose("") if !blocks.is_empty() => {}
            Piece::Prose(line) => {
                put(&mut written, &mut blocks);
                if footnote(line).is_none_or(|(_, target)| !is_item(target)) {
                    written.push_str(&linked(&without_items(line, &named), &mut follow)?);
                    written.push('\n');
                }
            }
        }
    }
    put(&mut written, &mut blocks);
    Ok(written)
}

/// Writes what stands between two pieces of prose: blocks that follow one another in different languages are tabs of one.
fn put(written: &mut String, blocks: &mut Vec<Block<'_>>) {
    let title_of =
        |block: &Block<'_>| TABS.iter().find(|(name, _)| *name == block.language).map(|(_, title)| *title);
    let side_by_side = blocks.iter().filter(|block| title_of(block).is_some()).count() > 1;
    for block in blocks.drain(..) {
        let title = title_of(&block).filter(|_| side_by_side);
        let indent = if title.is_some() { "    " } else { "" };
        if let Some(title) = title {
            written.push_str(&format!("=== \"{title}\"\n\n"));
        }
        written.push_str(&format!("{indent}```{}\n", block.language));
        for line in block.text.lines().filter(|line| !is_hidden(block.language, line)) {
            written.push_str(format!("{indent}{line}").trim_end());
            written.push('\n');
        }
        written.push_str(&format!("{indent}```\n\n"));
    }
}

/// What rustdoc compiles and does not show.
fn is_hidden(language: &str, line: &str) -> bool {
    language == "rust" && (line == "#" || line.starts_with("# "))
}

/// A line of prose with its links followed, those that a footnote names among them.
fn linked(line: &str, follow: &mut impl FnMut(&str) -> Result<String, Failed>) -> Result<String, Failed> {
    if let Some((name, target)) = footnote(line) {
        return Ok(format!("[{name}]: {}", follow(target)?));
    }
    let (mut written, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once("](") {
        let (target, behind) = after.split_once(')').unwrap_or((after, ""));
        written.push_str(&format!("{before}]({})", follow(target)?));
        rest = behind;
    }
    written.push_str(rest);
    Ok(written)
}

/// The name and the target of a link that stands by itself.
fn footnote(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix('[').and_then(|rest| rest.split_once("]: "))
}

/// Whether only rustdoc can follow a link: it leads to a path of Rust.
fn is_item(target: &str) -> bool {
    target.contains("::")
}

/// A line of prose without the links to items: those to a path of Rust, and those to nothing but a name.
fn without_items(line: &str, named: &[&str]) -> String {
    let (mut written, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once("[`") {
        let (name, behind) = after.split_once("`]").unwrap_or((after, ""));
        let inside = behind.strip_prefix('(').and_then(|behind| behind.split_once(')'));
        let (leads, behind) = match inside {
            Some((target, behind)) if is_item(target) => (false, behind),
            Some(_) => (true, behind),
            None => (behind.starts_with(['[', ':']) || named.contains(&format!("`{name}`").as_str()), behind),
        };
        let [open, close] = if leads { ["[", "]"] } else { ["", ""] };
        written.push_str(&format!("{before}{open}`{name}`{close}"));
        rest = behind;
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::of;

    /// A page of the site, where every link leads to `there`.
    fn written(text: &str) -> String {
        of(text, |link| Ok(if link == "here" { "there".into() } else { link.into() })).unwrap()
    }

    #[test]
    fn links_are_followed_in_prose_and_nowhere_else() {
        assert_eq!(written("See [a](here) and [b](here).\n"), "See [a](there) and [b](there).\n");
        assert_eq!(written("[`a`]\n\n[`a`]: here\n"), "[`a`]\n\n[`a`]: there\n");
        assert_eq!(written("```c\nf[a](here)\n```\n"), "```c\nf[a](here)\n```\n\n");
    }

    #[test]
    fn what_only_rustdoc_can_follow_is_no_link() {
        assert_eq!(
            written("[`Engine::ask`] reads a [`Reply`](interlink::Reply), [`x`](here).\n"),
            "`Engine::ask` reads a `Reply`, [`x`](there).\n"
        );
        assert_eq!(
            written("[`Engine`] is a value.\n\n[`Engine`]: interlink::Engine\n"),
            "`Engine` is a value.\n\n"
        );
    }

    #[test]
    fn the_same_in_several_languages_is_in_tabs() {
        let page = written(
            "So:\n\n```rust\n# use a::B;\nlet b = B;\n```\n\n```python\nb = B()\n```\n\n```text\nb\n```\n\nNext\n",
        );
        let tabs = "=== \"Rust\"\n\n    ```rust\n    let b = B;\n    ```\n\n=== \"Python\"\n\n    ```python\n    b = B()\n    ```\n\n";
        assert_eq!(page, format!("So:\n\n{tabs}```text\nb\n```\n\nNext\n"));
        assert_eq!(written("```rust\nlet b = 1;\n```\n"), "```rust\nlet b = 1;\n```\n\n");
    }
}
