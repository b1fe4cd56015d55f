//! The picture of a process agrees with its tree, and is valid SVG for any names.
#![cfg(test)]

use interlink::governance::Shipped;
use interlink::journal::MemoryStore;
use interlink::kernel::AsOf;
use interlink::process::Status;
use interlink::process::view::{ItemView, TreeView};
use interlink::types::ReadText;
use proptest::prelude::*;
use roxmltree::{Document, Node};
use testkit::world::{Step, World};

const SVG: &str = "http://www.w3.org/2000/svg";

fn flat<'a>(items: &'a [ItemView], into: &mut Vec<&'a ItemView>) {
    for item in items {
        into.push(item);
        flat(&item.children, into);
    }
}

fn parts<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |part| part.has_tag_name((SVG, name)))
}

/// The symbol that an item must have, by the shapes it is drawn with.
fn sign(item: &ItemView) -> &'static str {
    match (item.enabled, item.status, item.blocked) {
        (false, ..) => "stroke",
        (_, Status::Finished, _) => "tick",
        (.., true) => "lock",
        (_, Status::InProgress, _) => "half",
        (_, Status::Awaiting, _) => "ring",
    }
}

fn looks_at(tree: &TreeView) {
    let text = interlink_pictures::svg(tree);
    let svg = Document::parse(&text).unwrap_or_else(|fault| panic!("{fault}\n{text}"));
    let root = svg.root_element();
    assert!(root.has_tag_name((SVG, "svg")));
    let number = |node: Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let (width, height) = (number(root, "width"), number(root, "height"));
    for node in root.descendants() {
        assert!(!["script", "image", "a", "use", "foreignObject"].contains(&node.tag_name().name()));
        assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")));
        for (name, limit) in [("x", width), ("y", height), ("cx", width), ("cy", height)] {
            assert!(node.attribute(name).is_none_or(|at| at.parse::<f64>().unwrap() <= limit), "{name}");
        }
    }
    let mut items = Vec::new();
    flat(&tree.phases, &mut items);
    let groups: Vec<_> = parts(root, "g").collect();
    assert_eq!(groups.len(), items.len());
    let names = |id| items.iter().find(|item| item.item == id).map(|item| item.name.text.clone()).unwrap();
    for (group, item) in groups.iter().zip(&items) {
        let title = parts(*group, "title").next().unwrap().text().unwrap_or_default();
        let waits = item.waits_for.iter().filter(|wait| wait.unmet);
        let waits_of: Vec<String> = waits.map(|wait| names(wait.on)).collect();
        assert_eq!(title, title_of(&item.name.text, &waits_of));
        let drawn: Vec<&str> = group.children().filter_map(|part| part.attribute("class")).collect();
        assert!(drawn.contains(&sign(item)), "{drawn:?} has no {}", sign(item));
        let filled = parts(*group, "rect").find(|rect| rect.attribute("class").unwrap().starts_with("bar"));
        let filled = filled.map_or(0, |rect| rect.attribute("width").unwrap().parse::<u32>().unwrap());
        let expected = u32::from(item.progress) * 72 / 100;
        // A bar above zero is visible.
        assert_eq!(filled, if expected == 0 { 0 } else { expected.max(8) });
        let percent = parts(*group, "text").last().unwrap().text();
        assert_eq!(percent, Some(&*format!("{} %", item.progress)));
        let off = drawn.contains(&"off");
        assert_eq!(off, !item.enabled);
    }
    assert_eq!(
        parts(root, "title").next().unwrap().text().unwrap_or_default(),
        title_of(&tree.name.text, &[])
    );
}

/// A name and its prerequisites, each isolated on its own line.
fn title_of(name: &str, waits: &[String]) -> String {
    let one_line = |name: &str| {
        name.replace(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}', '\t'], " ")
    };
    let plain = |name: &str| {
        let steers = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}');
        let name: String = name.chars().filter(|c| !steers(*c)).collect();
        seen(&name.replace(|c: char| matches!(c, '\u{1c}'..='\u{1f}'), " "))
    };
    let mut lines = vec![format!("\u{2068}{}\u{2069}", plain(&one_line(name)))];
    lines.extend(waits.iter().map(|on| format!("\u{2068}⧗ {}\u{2069}", plain(&one_line(on)))));
    lines.join("\n")
}

/// A text in its XML form.
fn seen(text: &str) -> String {
    let xml = |c: char| matches!(c, '\n' | '\t' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|c| if xml(c) { c } else { '\u{fffd}' }).collect()
}

fn rename(items: &mut [ItemView], names: &mut impl Iterator<Item = String>) {
    for item in items {
        item.name.text = names.next().unwrap();
        rename(&mut item.children, names);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_happens_the_picture_shows_it(
        model in proptest::sample::select(Shipped::ALL.to_vec()),
        steps in proptest::collection::vec(any::<Step>(), 0..60),
        names in proptest::collection::vec("\\PC{0,60}|[<>&\"'\\x00-\\x1f]{0,20}", 1..9),
    ) {
        let world = World::new(Box::new(MemoryStore::new()), model, true);
        for step in steps {
            let command = world.command(step);
            world.town.engine.execute(&command).ok();
        }
        let mut tree = world.town.engine.tree(world.process, None, AsOf::Now).unwrap();
        looks_at(&tree);
        // Names of any kind: views are plain, and a program may make them.
        let mut names = names.into_iter().cycle();
        rename(&mut tree.phases, &mut names);
        tree.name = ReadText { text: names.next().unwrap(), language: tree.name.language };
        looks_at(&tree);
    }
}

#[test]
fn a_closed_process_says_so() {
    let world = World::new(Box::new(MemoryStore::new()), Shipped::C2c, true);
    let mut tree = world.town.engine.tree(world.process, None, AsOf::Now).unwrap();
    let open = interlink_pictures::svg(&tree);
    assert!(!open.contains(">closed on "));
    tree.closed = Some("2026-05-31T23:59:59.999Z".parse().unwrap());
    assert!(interlink_pictures::svg(&tree).contains(">closed on 2026-05-31<"));
    tree.name.language = "it".parse().unwrap();
    assert!(interlink_pictures::svg(&tree).contains(">chiuso il 2026-05-31<"));
}

#[test]
fn signs_are_explained_in_the_language_that_was_read() {
    let world = World::new(Box::new(MemoryStore::new()), Shipped::C2c, true);
    let mut tree = world.town.engine.tree(world.process, None, AsOf::Now).unwrap();
    let legend = |tree: &TreeView| {
        let text = interlink_pictures::svg(tree);
        let svg = Document::parse(&text).unwrap();
        let last = svg.root_element().children().filter(|part| part.has_tag_name((SVG, "text")));
        last.filter_map(|text| text.text().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert!(legend(&tree).contains(&"not begun".to_owned()));
    for (language, word) in
        [("lv", "nav sākts"), ("it", "da iniziare"), ("es-MX", "pendiente"), ("fi", "not begun")]
    {
        tree.name.language = language.parse().unwrap();
        assert!(legend(&tree).contains(&word.to_owned()), "{language}");
        // Symbols that do not occur are not explained.
        assert!(!legend(&tree).iter().any(|said| said == "finished" || said == "disabled"));
    }
}
