//! A process as a picture: its tree, each item's progress, and what is held back, as self-contained SVG.
//!
//! The picture needs nothing else: no script, no font, no other file. It adapts to a light or dark viewer, and no
//! status is shown by colour alone (WCAG 2.2, 1.4.1): each has its own symbol. A legend explains the symbols that
//! occur, in the language in which the process was read if the library has the words, otherwise in English. A text too
//! long for its line is cut; its tooltip shows all of it.

#![forbid(unsafe_code)]

mod status_mark;
mod svg;

use status_mark::{StatusMark, Words};
use svg::Svg;

use interlink::process::view::{ItemView, TreeView};
use interlink::types::{Date, ItemId, Map};

/// Lengths are in pixels of the picture.
const WIDTH: u32 = 760;
const MARGIN: u32 = 20;
/// The height of the header, which contains the process's name.
const HEAD: u32 = 64;
/// The height of an item's line.
const LINE: u32 = 26;
/// The indentation of each level.
const STEP: u32 = 22;
/// Where names end and dates begin, and where dates end.
const DATES: (u32, u32) = (486, 624);
/// Where the bar begins, and its length.
const BAR: (u32, u32) = (636, 72);
/// The height of the legend.
const LEGEND: u32 = 44;

/// The tree as SVG 1.1: a file of its own, or a part of a page.
///
/// # Examples
///
/// ```
/// # use interlink::governance::{GovernanceModel, Shipped};
/// # use interlink::kernel::{AsOf, Command, Engine};
/// # use interlink::process::{self, CreateProcess};
/// # use interlink::types::{Entropy, Language, Localized};
/// # let engine = Engine::open("memory:")?;
/// # let model = GovernanceModel::shipped(Shipped::C2c).id();
/// # let name = Localized::new(Language::english(), "A garden")?;
/// # let create = process::Command::CreateProcess(CreateProcess::new(model, Language::english(), name));
/// # let at = "2026-03-02T09:00:00.000Z".parse()?;
/// # let command = Command::new("1".parse()?, at, "anna".parse()?, Entropy::from_bytes(*b"sixteen random b"), create);
/// # let process = engine.execute(&command)?.process().ok_or("no process")?;
/// let picture = interlink_pictures::svg(&engine.tree(process, None, AsOf::Now)?);
/// assert!(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn svg(tree: &TreeView) -> String {
    let mut lines = TextLines::default();
    tree.phases.iter().for_each(|phase| lines.add(phase, 0));
    let signs = StatusMark::ALL.into_iter().filter(|sign| lines.all.iter().any(|line| line.sign == *sign));
    let signs: Vec<StatusMark> = signs.collect();
    let many = u32::try_from(lines.all.len()).unwrap_or(u32::MAX);
    let legend = if signs.is_empty() { 0 } else { LEGEND };
    let height = many.saturating_mul(LINE).saturating_add(HEAD + legend + MARGIN / 2);
    let mut svg = Svg::begin(WIDTH, height, &tree.name.text);
    let words = Words::of(tree.name.language);
    let closed = tree.closed.map(|at| format!("{} {}", words.closed, at.date()));
    let room =
        closed.as_ref().map_or(BAR.0, |closed| BAR.0.saturating_sub(svg::room(closed, svg::SMALL) + MARGIN));
    svg.text("name", (MARGIN, 36), width(MARGIN, room), &tree.name.text);
    if let Some(closed) = closed {
        svg.text_end("quiet", (BAR.0 - 12, 34), &closed);
    }
    bar(&mut svg, 30, tree.progress, "");
    let mut top = HEAD;
    for line in &lines.all {
        line.draw(&mut svg, top, &lines.names);
        top = top.saturating_add(LINE);
    }
    let mut left = MARGIN;
    for sign in signs {
        let word = words.of_sign(sign);
        sign.draw(&mut svg, left + 8, top + 24);
        svg.word("quiet", (left + 22, top + 28), word);
        left = left.saturating_add(svg::room(word, svg::SMALL)).saturating_add(48);
    }
    svg.end()
}

/// A name in one line.
fn one_line(name: &str) -> String {
    name.split(['\n', '\r', '\u{2028}', '\u{2029}']).collect::<Vec<_>>().join(" ")
}

/// The space from one place to another.
const fn width(from: u32, to: u32) -> u32 {
    to.saturating_sub(from).saturating_sub(12)
}

/// A bar filled to the progress, with the number beside it.
fn bar(svg: &mut Svg, middle: u32, progress: u8, class: &str) {
    let (left, long) = BAR;
    svg.bar(class, (left, middle.saturating_sub(4)), (long, 8), u32::from(progress) * long / 100);
    svg.text_end("quiet", (WIDTH - MARGIN / 2, middle + 4), &format!("{progress} %"));
}

/// All items, parents before their parts, and their names.
#[derive(Default)]
struct TextLines<'a> {
    all: Vec<TextLine<'a>>,
    names: Map<ItemId, &'a str>,
}

/// One item.
struct TextLine<'a> {
    item: &'a ItemView,
    level: u32,
    sign: StatusMark,
}

impl<'a> TextLines<'a> {
    /// At most three levels, so the recursion is shallow.
    fn add(&mut self, item: &'a ItemView, level: u32) {
        self.names.insert(item.item, &item.name.text);
        self.all.push(TextLine { item, level, sign: StatusMark::of(item) });
        item.children.iter().for_each(|part| self.add(part, level.saturating_add(1)));
    }
}

impl TextLine<'_> {
    fn draw(&self, svg: &mut Svg, top: u32, names: &Map<ItemId, &str>) {
        let item = self.item;
        let left = MARGIN.saturating_add(self.level.saturating_mul(STEP));
        let middle = top.saturating_add(LINE / 2);
        svg.open_group(&self.title(names));
        self.sign.draw(svg, left + 8, middle);
        let class = match (item.enabled, self.level) {
            (false, _) => "off",
            (true, 0) => "phase",
            (true, _) => "item",
        };
        let planned = planned(item.start, item.end);
        let room = width(left + 22, planned.as_ref().map_or(BAR.0, |_| DATES.0));
        svg.text(class, (left + 22, middle + 4), room, &item.name.text);
        if let Some(planned) = planned {
            svg.text_end("quiet", (DATES.1, middle + 4), &planned);
        }
        let class = if item.enabled { "" } else { "off" };
        bar(svg, middle, item.progress, class);
        svg.close_group();
    }

    /// The full name and its prerequisites, each on its own line.
    fn title(&self, names: &Map<ItemId, &str>) -> String {
        let unmet = self.item.waits_for.iter().filter(|wait| wait.unmet);
        let waits =
            unmet.filter_map(|wait| names.get(&wait.on)).map(|name| format!("\n⧗ {}", one_line(name)));
        one_line(&self.item.name.text) + &waits.collect::<String>()
    }
}

/// The planned days of something.
fn planned(start: Option<Date>, end: Option<Date>) -> Option<String> {
    match (start, end) {
        (Some(start), Some(end)) if start == end => Some(start.to_string()),
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (Some(start), None) => Some(format!("{start} –")),
        (None, Some(end)) => Some(format!("– {end}")),
        (None, None) => None,
    }
}
