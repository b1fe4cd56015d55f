//! The few SVG shapes of a picture, written as text.

use std::fmt::Write;

use interlink_values::shown_whole;

/// The size of small text.
pub(super) const SMALL: u32 = 11;

/// The style sheet. The names have a prefix, so that they do not collide with others in a surrounding page. Text has a
/// contrast of 4.5 : 1 to its background, symbols of 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
const STYLE: &str = "\
.interlink-tree{font-family:system-ui,'Segoe UI','Helvetica Neue',Arial,sans-serif;font-size:13px}\
.interlink-tree .back{fill:#fff;stroke:#d0d7de}\
.interlink-tree text{fill:#1f2328}\
.interlink-tree .name{font-size:18px;font-weight:600}\
.interlink-tree .phase{font-weight:600}\
.interlink-tree .quiet{font-size:11px;fill:#57606a}\
.interlink-tree text.off{fill:#57606a;text-decoration:line-through}\
.interlink-tree .full{fill:#1a7f37}\
.interlink-tree .tick{fill:none;stroke:#fff;stroke-width:1.6}\
.interlink-tree .ring{fill:none;stroke:#0969da;stroke-width:1.6}\
.interlink-tree .half{fill:#0969da}\
.interlink-tree .bow{fill:none;stroke:#9a6700;stroke-width:1.6}\
.interlink-tree .lock{fill:#9a6700}\
.interlink-tree .dots,.interlink-tree .stroke{fill:none;stroke:#6e7781;stroke-width:1.4}\
.interlink-tree .dots{stroke-dasharray:2 2}\
.interlink-tree .trough{fill:#e7ecf0}\
.interlink-tree .bar{fill:#0969da}\
.interlink-tree .bar.off{fill:#8c959f}\
@media(prefers-color-scheme:dark){\
.interlink-tree .back{fill:#0d1117;stroke:#30363d}\
.interlink-tree text{fill:#e6edf3}\
.interlink-tree .quiet{fill:#9198a1}\
.interlink-tree text.off{fill:#9198a1}\
.interlink-tree .full{fill:#3fb950}\
.interlink-tree .tick{stroke:#0d1117}\
.interlink-tree .ring{stroke:#58a6ff}\
.interlink-tree .half{fill:#58a6ff}\
.interlink-tree .bow{stroke:#d29922}\
.interlink-tree .lock{fill:#d29922}\
.interlink-tree .dots,.interlink-tree .stroke{stroke:#8b949e}\
.interlink-tree .trough{fill:#30363d}\
.interlink-tree .bar{fill:#58a6ff}\
.interlink-tree .bar.off{fill:#6e7681}}";

/// A place: the distance from the left, and from the top.
pub(super) type Place = (u32, u32);

/// A picture being written.
pub(super) struct Svg {
    out: String,
}

impl Svg {
    pub(super) fn begin(width: u32, height: u32, title: &str) -> Self {
        let mut svg = Self { out: String::new() };
        svg.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"interlink-tree\" role=\"img\" width=\"{width}\" \
             height=\"{height}\" viewBox=\"0 0 {width} {height}\"><title>"
        ));
        svg.isolated(title);
        svg.put(format_args!(
            "</title><style>{STYLE}</style>\
             <rect class=\"back\" x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n",
            width.saturating_sub(1),
            height.saturating_sub(1),
        ));
        svg
    }

    pub(super) fn end(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }

    fn put(&mut self, written: std::fmt::Arguments<'_>) {
        // Writing to a string never fails.
        self.out.write_fmt(written).ok();
    }

    /// Writes a text as XML. A character that XML excludes (1.0, 2.2) becomes the replacement character.
    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '\n' | '\t' => self.out.push(c),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.out.push('\u{fffd}'),
                c => self.out.push(c),
            }
        }
    }

    /// Writes a name isolated, so that its direction does not affect its surroundings.
    fn isolated(&mut self, name: &str) {
        self.escaped(&shown_whole(name).to_string());
    }

    /// A name from a place on, cut to the available space.
    pub(super) fn text(&mut self, class: &str, (x, y): Place, width: u32, text: &str) {
        let size = match class {
            "name" => 21,
            "phase" => 15,
            _ => 13,
        };
        self.put(format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">"));
        self.isolated(&cut(text, width, size));
        self.out.push_str("</text>");
    }

    /// A word of the library from a place on.
    pub(super) fn word(&mut self, class: &str, (x, y): Place, word: &str) {
        self.put(format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">"));
        self.escaped(word);
        self.out.push_str("</text>");
    }

    /// A text that ends at a place.
    pub(super) fn text_end(&mut self, class: &str, (x, y): Place, text: &str) {
        self.put(format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"end\">"));
        self.escaped(text);
        self.out.push_str("</text>");
    }

    pub(super) fn circle(&mut self, class: &str, (x, y): Place, radius: u32) {
        self.put(format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    /// Lines that begin at a place.
    pub(super) fn path(&mut self, class: &str, (x, y): Place, lines: &str) {
        self.put(format_args!("<path class=\"{class}\" d=\"M{x} {y}{lines}\"/>"));
    }

    /// A bar of a size, filled to a length.
    pub(super) fn bar(&mut self, class: &str, (x, y): Place, (width, height): (u32, u32), filled: u32) {
        let round = height / 2;
        let rect = format!("x=\"{x}\" y=\"{y}\" height=\"{height}\" rx=\"{round}\"");
        self.put(format_args!("<rect class=\"trough\" {rect} width=\"{width}\"/>"));
        if filled > 0 {
            self.put(format_args!("<rect class=\"bar {class}\" {rect} width=\"{}\"/>", filled.max(height)));
        }
    }

    /// Begins a group with a tooltip.
    pub(super) fn open_group(&mut self, title: &str) {
        self.out.push_str("<g><title>");
        for (nth, line) in title.split('\n').enumerate() {
            if nth > 0 {
                self.out.push('\n');
            }
            self.isolated(line);
        }
        self.out.push_str("</title>");
    }

    pub(super) fn close_group(&mut self) {
        self.out.push_str("</g>\n");
    }
}

/// The approximate width of a text: no font is known here.
pub(super) fn room(text: &str, size: u32) -> u32 {
    text.chars().fold(0, |room: u32, c| room.saturating_add(advance(c, size)))
}

/// Latin, Greek and Cyrillic letters are a little more than half as wide as high; East Asian ones, and pictograms, as
/// wide as high.
const fn advance(c: char, size: u32) -> u32 {
    match c {
        '\u{300}'..='\u{36f}' => 0,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '(' | ')' => {
            size * 2 / 5
        }
        'm' | 'w' | 'M' | 'W' => size,
        'A'..='Z' => size * 3 / 4,
        '\0'..='\u{10ff}' | '\u{1e00}'..='\u{20ff}' => size * 3 / 5,
        _ => size,
    }
}

/// As much of a text as fits, with a mark if there is more.
fn cut(text: &str, width: u32, size: u32) -> std::borrow::Cow<'_, str> {
    if room(text, size) <= width {
        return text.into();
    }
    let width = width.saturating_sub(size);
    let mut used: u32 = 0;
    let fits = text.chars().take_while(|c| {
        used = used.saturating_add(advance(*c, size));
        used <= width
    });
    let fits: String = fits.collect();
    (fits.trim_end().to_owned() + "…").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_and_says_so() {
        assert_eq!(cut("Invite", 100, 13), "Invite");
        let long = cut("Invite everybody who lives here", 100, 13);
        assert!(long.ends_with('…') && room(&long, 13) <= 100, "{long}");
        assert_eq!(cut("", 0, 13), "");
        assert_eq!(cut("x", 0, 13), "…");
    }

    #[test]
    fn what_xml_does_not_have_is_not_written() {
        let mut svg = Svg { out: String::new() };
        svg.escaped("a<b>&\u{0}\u{1b}\u{fffe}\r\n");
        assert_eq!(svg.out, "a&lt;b&gt;&amp;\u{fffd}\u{fffd}\u{fffd}\u{fffd}\n");
    }
}
