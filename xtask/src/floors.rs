//! The layers (floors) of the library: which may depend on which. An upward dependency fails the build, and the page
//! about the architecture shows the floors as they are.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::shell::{Failed, Shell, text_of};

/// A floor: its modules may use only those below, unless it is one knot.
struct Floor<'a> {
    name: &'a str,
    /// Whether all its modules depend on each other, so that none can be used alone.
    is_a_knot: bool,
    /// Modules of `interlink` by name, and crates as `crate NAME`.
    rooms: &'a [&'a str],
}

/// From the bottom to the top. A module or a crate below `core/` that is not listed fails, and so does a listed name
/// that does not exist; a knot that is no longer one must be split into floors.
const FLOORS: &[Floor<'static>] = &[
    Floor { name: "code generators", is_a_knot: false, rooms: &["crate interlink-derive"] },
    Floor { name: "values and codes", is_a_knot: false, rooms: &["crate interlink-values"] },
    Floor { name: "the record", is_a_knot: false, rooms: &["crate interlink-record"] },
    Floor { name: "a store that needs a database", is_a_knot: false, rooms: &["crate interlink-sqlite"] },
    Floor { name: "names of interlink for the crates below", is_a_knot: false, rooms: &["types", "vault"] },
    Floor {
        name: "blocks, check, engine and formats",
        is_a_knot: true,
        rooms: &[
            "asset",
            "catalogue",
            "check",
            "consent",
            "governance",
            "home",
            "interop",
            "journal",
            "kernel",
            "mandate",
            "messages",
            "next",
            "notice",
            "operator",
            "party",
            "person",
            "problem",
            "process",
            "rating",
            "redaction",
            "requirement",
            "schema",
            "work",
        ],
    },
    Floor { name: "one more block, in test builds only", is_a_knot: false, rooms: &["toy"] },
    Floor { name: "the table of blocks", is_a_knot: false, rooms: &["blocks"] },
    Floor {
        name: "crates that use it",
        is_a_knot: false,
        rooms: &[
            "crate alone",
            "crate interlink-pictures",
            "crate interlink-simulation",
            "crate interlink-tables",
        ],
    },
    Floor { name: "test helpers", is_a_knot: false, rooms: &["crate testkit"] },
    Floor { name: "stress tests", is_a_knot: false, rooms: &["crate torture"] },
];

/// The crate that is analysed, and the folder of its modules.
const LIBRARY: (&str, &str) = ("interlink", "core/src");

/// The page on which the floors are drawn.
const PAGE: &str = "docs/architecture.md";
const BEGIN: &str = "<!-- floors: written by `cargo xtask generate` -->\n";
const END: &str = "<!-- end of the floors -->\n";

/// A dependency between two modules, and where it is.
#[derive(Debug, PartialEq, Eq)]
struct Arrow {
    from: String,
    to: String,
    place: String,
}

/// All modules and dependencies.
#[derive(Debug, Default)]
struct House {
    rooms: BTreeSet<String>,
    arrows: Vec<Arrow>,
}

/// Checks the source against the floors.
pub(crate) fn run(shell: &Shell) -> Result<(), Failed> {
    let House { rooms, arrows } = read(shell)?;
    let faults = faults(FLOORS, &rooms, &arrows);
    if !faults.is_empty() {
        let list = "the floors are listed in xtask/src/floors.rs";
        return Err(Failed(format!("{}\n{list}", faults.join("\n"))));
    }
    eprintln!(
        "{} modules and crates on {} floors, {} arrows, none up",
        rooms.len(),
        FLOORS.len(),
        arrows.len()
    );
    Ok(())
}

/// Draws the floors, once they are correct.
pub(crate) fn write(shell: &Shell) -> Result<(), Failed> {
    run(shell)?;
    let path = shell.root().join(PAGE);
    let failed = |error: &dyn std::fmt::Display| Failed(format!("{}: {error}", path.display()));
    let page = replaced(&text_of(&path)?, &drawn(FLOORS));
    let page = page.ok_or_else(|| failed(&"has no place for the floors"))?;
    std::fs::write(&path, page).map_err(|error| failed(&error))
}

/// All faults, in order.
fn faults(floors: &[Floor<'_>], rooms: &BTreeSet<String>, arrows: &[Arrow]) -> Vec<String> {
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for (height, floor) in floors.iter().enumerate() {
        for room in floor.rooms {
            if of.insert(room, height).is_some() {
                faults.push(format!("{room} is on two floors"));
            }
            if !rooms.contains(*room) {
                faults.push(format!("{room} is on a floor and nowhere else"));
            }
        }
    }
    // The analysed crate is where its modules are: above what the lowest needs, and below what needs the highest.
    let library = format!("crate {}", LIBRARY.0);
    let modules = || of.iter().filter(|(room, _)| !room.starts_with("crate ")).map(|(_, height)| *height);
    let (lowest, highest) = (modules().min(), modules().max());
    let unknown = rooms.iter().filter(|room| **room != library && !of.contains_key(room.as_str()));
    faults.extend(unknown.map(|room| format!("{room} is on no floor")));
    let name = |height: usize| floors.get(height).map_or("", |floor| floor.name);
    for Arrow { from, to, place } in arrows {
        let at = |room: &String, library_at| {
            if *room == library { library_at } else { of.get(room.as_str()).copied() }
        };
        let Some(to_height) = at(to, highest) else {
            faults.push(format!("{place}: {from} knows {to}, which is on no floor"));
            continue;
        };
        // A missing floor was reported above.
        let Some(from_height) = at(from, lowest) else { continue };
        let (upper, lower) = (name(to_height), name(from_height));
        let is_a_knot = floors.get(to_height).is_some_and(|floor| floor.is_a_knot);
        if to_height > from_height {
            faults.push(format!("{place}: {from} (“{lower}”) knows {to} (“{upper}”), which is above it"));
        } else if to_height == from_height && !is_a_knot {
            faults.push(format!("{place}: {from} knows {to} beside it, but “{lower}” is not a knot"));
        }
    }
    faults.extend(floors.iter().filter(|floor| floor.is_a_knot).filter_map(|floor| undone(floor, arrows)));
    faults
}

/// The modules that are not part of a knot: without a path to the others, or back.
fn undone(floor: &Floor<'_>, arrows: &[Arrow]) -> Option<String> {
    let all: BTreeSet<&str> = floor.rooms.iter().copied().collect();
    let inside: Vec<(&str, &str)> = arrows
        .iter()
        .map(|arrow| (arrow.from.as_str(), arrow.to.as_str()))
        .filter(|(from, to)| all.contains(from) && all.contains(to))
        .collect();
    let reached = |start: &str, ways: &[(&str, &str)]| -> BTreeSet<String> {
        let mut found: BTreeSet<String> = [start.to_owned()].into();
        let mut ahead = vec![start.to_owned()];
        while let Some(here) = ahead.pop() {
            for (_, to) in ways.iter().filter(|(from, _)| *from == here) {
                if found.insert((*to).to_owned()) {
                    ahead.push((*to).to_owned());
                }
            }
        }
        found
    };
    let back: Vec<(&str, &str)> = inside.iter().map(|(from, to)| (*to, *from)).collect();
    // Which depend on each other; the largest such group is the knot.
    let tied = all.iter().map(|room| {
        let (there, here) = (reached(room, &inside), reached(room, &back));
        there.intersection(&here).cloned().collect::<BTreeSet<String>>()
    });
    let knot = tied.max_by_key(BTreeSet::len)?;
    let free: Vec<&str> = all.iter().copied().filter(|room| !knot.contains(*room)).collect();
    (!free.is_empty()).then(|| {
        format!("“{}” is no longer a knot: {} can have a floor of its own", floor.name, free.join(", "))
    })
}

/// The modules of the library and the crates below `core/`.
fn read(shell: &Shell) -> Result<House, Failed> {
    let mut house = House::default();
    let folder = shell.root().join(LIBRARY.1);
    modules(shell, &folder, &mut house)?;
    let said = shell.metadata("--no-deps")?;
    let packages = said.get("packages").and_then(Value::as_array);
    let core = shell.root().join("core");
    let manifests: BTreeMap<&str, &Path> = packages
        .into_iter()
        .flatten()
        .filter_map(|package| {
            let manifest = Path::new(package.get("manifest_path")?.as_str()?);
            manifest.starts_with(&core).then_some((package.get("name")?.as_str()?, manifest))
        })
        .collect();
    for package in packages.into_iter().flatten() {
        let Some(name) = package.get("name").and_then(Value::as_str) else { continue };
        let Some(manifest) = manifests.get(name) else { continue };
        let text = text_of(manifest)?;
        house.rooms.insert(format!("crate {name}"));
        let needs = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
        // Dependencies of tests do not count.
        let needs = needs.filter(|need| need.get("kind").and_then(Value::as_str) != Some("dev"));
        for need in needs.filter_map(|need| need.get("name").and_then(Value::as_str)) {
            if manifests.contains_key(need) {
                let line = text
                    .lines()
                    .position(|line| line.trim_start().starts_with(need))
                    .map_or(1, |line| line + 1);
                house.arrows.push(Arrow {
                    from: format!("crate {name}"),
                    to: format!("crate {need}"),
                    place: format!("{}:{line}", shown(shell, manifest)),
                });
            }
        }
    }
    Ok(house)
}

/// Every file below a folder of modules; the first part of its path is its module.
fn modules(shell: &Shell, folder: &Path, house: &mut House) -> Result<(), Failed> {
    let mut files = Vec::new();
    walk(folder, &mut files)?;
    files.sort();
    for path in files {
        let Ok(below) = path.strip_prefix(folder) else { continue };
        let parts: Vec<String> =
            below.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let Some(module) = parts.first().filter(|module| *module != "lib").cloned() else { continue };
        // `kernel/mod.rs` is the module `kernel`, as `kernel.rs` is.
        let depth = parts.iter().filter(|part| *part != "mod").count();
        let uses = source::uses(&text_of(&path)?, depth);
        for (line, to) in uses.map_err(|error| Failed(format!("{}: {error}", path.display())))? {
            if to != module {
                let place = format!("{}:{line}", shown(shell, &path));
                house.arrows.push(Arrow { from: module.clone(), to, place });
            }
        }
        house.rooms.insert(module);
    }
    Ok(())
}

fn walk(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> Result<(), Failed> {
    let failed = |error| Failed(format!("{}: {error}", folder.display()));
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

fn shown(shell: &Shell, path: &Path) -> String {
    path.strip_prefix(shell.root()).unwrap_or(path).display().to_string()
}

/// The page with a new picture between its marks.
fn replaced(page: &str, picture: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{picture}{END}{after}"))
}

/// The width of the picture.
const WIDTH: usize = 110;

/// The floors as a text picture, the highest first.
fn drawn(floors: &[Floor<'_>]) -> String {
    let line = "─".repeat(WIDTH);
    let mut picture = String::from("```text\n");
    for (height, floor) in floors.iter().enumerate().rev() {
        let knot = if floor.is_a_knot { " (one knot: each may use any other)" } else { "" };
        picture += &format!("{line}\n{height}  {}{knot}\n", floor.name);
        let mut row = String::new();
        for room in floor.rooms {
            if row.chars().count() + room.chars().count() + 4 > WIDTH {
                picture += &format!("   {}\n", row.trim_end());
                row.clear();
            }
            row += &format!("{room}   ");
        }
        picture += &format!("   {}\n", row.trim_end());
    }
    picture + &line + "\n```\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUSE: &[Floor<'static>] = &[
        Floor { name: "cellar", is_a_knot: false, rooms: &["crate macros"] },
        Floor { name: "ground", is_a_knot: false, rooms: &["values", "texts"] },
        Floor { name: "middle", is_a_knot: true, rooms: &["engine", "block"] },
        Floor { name: "upper", is_a_knot: false, rooms: &["table"] },
        Floor { name: "roof", is_a_knot: false, rooms: &["crate kit"] },
    ];

    fn rooms(more: &[&str]) -> BTreeSet<String> {
        let all = HOUSE.iter().flat_map(|floor| floor.rooms).chain(&["crate interlink"]).chain(more);
        all.map(|room| (*room).to_owned()).collect()
    }

    fn found(arrows: &[(&str, &str)], more: &[&str]) -> Vec<String> {
        let knot = [("engine", "block"), ("block", "engine")];
        let arrow = |(from, to): &(&str, &str)| Arrow {
            from: (*from).into(),
            to: (*to).into(),
            place: format!("{from}.rs:7"),
        };
        faults(HOUSE, &rooms(more), &knot.iter().chain(arrows).map(arrow).collect::<Vec<_>>())
    }

    #[test]
    fn down_and_within_a_knot_is_allowed() {
        let down = [("engine", "values"), ("table", "engine"), ("table", "texts")];
        assert_eq!(found(&down, &[]), [""; 0]);
        // A crate is above what its lowest module needs, and below what needs its highest.
        assert_eq!(
            found(&[("crate kit", "crate interlink"), ("crate interlink", "crate macros")], &[]),
            [""; 0]
        );
    }

    #[test]
    fn up_and_beside_is_not() {
        assert_eq!(
            found(&[("values", "engine")], &[]),
            ["values.rs:7: values (“ground”) knows engine (“middle”), which is above it"]
        );
        assert_eq!(
            found(&[("values", "texts")], &[]),
            ["values.rs:7: values knows texts beside it, but “ground” is not a knot"]
        );
        for up in [("crate macros", "crate interlink"), ("crate interlink", "crate kit")] {
            assert_eq!(found(&[up], &[]).len(), 1, "{up:?}");
        }
    }

    #[test]
    fn what_is_on_no_floor_is_named() {
        assert_eq!(found(&[], &["attic"]), ["attic is on no floor"]);
        assert_eq!(
            found(&[("table", "attic")], &[]),
            ["table.rs:7: table knows attic, which is on no floor"]
        );
        let missing = rooms(&[]).into_iter().filter(|room| room != "texts").collect();
        let without: Vec<String> = faults(HOUSE, &missing, &[]);
        assert_eq!(without.first().map(String::as_str), Some("texts is on a floor and nowhere else"));
    }

    #[test]
    fn a_knot_that_came_undone_is_named() {
        let arrow = Arrow { from: "engine".into(), to: "block".into(), place: "engine.rs:1".into() };
        let faults = faults(HOUSE, &rooms(&[]), &[arrow]);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].starts_with("“middle” is no longer a knot"), "{faults:?}");
    }

    #[test]
    fn the_page_keeps_all_but_the_picture() {
        let page = format!("a\n{BEGIN}old\n{END}b\n");
        assert_eq!(replaced(&page, "new\n"), Some(format!("a\n{BEGIN}new\n{END}b\n")));
        assert_eq!(replaced("a\n", "new\n"), None);
        let picture = drawn(HOUSE);
        assert!(picture.find("roof") < picture.find("ground"), "{picture}");
        assert!(picture.lines().all(|line| line.chars().count() <= WIDTH + 3), "{picture}");
    }
}
