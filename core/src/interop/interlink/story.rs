//! The platform's `data_story`: its account of a process, read as the story of a publication.

use serde::Serialize;

use super::Report;
use super::fields::{Fields, Place};
use crate::problem::Code;
use crate::process::{Figure, Material, Owner, Story};
use crate::types::json::{MOST_DOCUMENT_BYTES, Node, Readable};
use crate::types::{Country, Date, InputFault, Language, Licence, Localized, Map, excerpt};

/// The file, for reports.
const FILE: &str = "data_story.json";

/// A story that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct StoryView {
    /// The licence it names, if valid: `process.publish` needs it beside the story.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// Remarks made while reading it.
    pub report: Report,
    /// The story: the input of `process.publish`.
    pub story: Story,
}

/// Reads a `data_story` of the INTERLINK platform. Only its title is required.
///
/// # Examples
///
/// ```
/// let read = interlink::interop::interlink::read_story(
///     br#"{"title": "A park", "story_language": "en", "languages": "en,it", "start_at": "01-03-2023"}"#,
/// )?;
/// assert_eq!(read.story.start.unwrap().to_string(), "2023-03-01");
/// # Ok::<_, interlink::types::InputFault>(())
/// ```
///
/// # Errors
/// If it is not a JSON object, or has no title: the code and the path.
pub fn read_story(bytes: &[u8]) -> Result<StoryView, InputFault> {
    let node = Node::parse_foreign(bytes, MOST_DOCUMENT_BYTES)?;
    let malformed = |path: &str, message: &str| InputFault::new(Code::ExportMalformed, path, message);
    let mut report = Report::default();
    let fields = Fields::of(&node, Place::of_file(FILE), &mut report);
    let mut fields = fields.ok_or_else(|| malformed("", "A story must be an object."))?;
    let language = fields.text("story_language", &mut report).and_then(|tag| tag.parse().ok());
    let mut reader = Reader { language: language.unwrap_or_else(Language::english), report };
    let title =
        reader.words(&mut fields, "title").ok_or_else(|| malformed("/title", "The story has no title."))?;
    let licence = reader.licence(&mut fields);
    let story = reader.story(&mut fields, title);
    // A list is empty if none of it could be read.
    fields.finish(&mut reader.report);
    story.check().map_err(|(path, message)| malformed(path, message))?;
    Ok(StoryView { licence, report: reader.report, story })
}

struct Reader {
    language: Language,
    report: Report,
}

impl Reader {
    fn story(&mut self, fields: &mut Fields<'_>, title: Localized) -> Story {
        let (description, summary) =
            (self.words(fields, "description"), self.words(fields, "short_description"));
        let results = self.words(fields, "results").unwrap_or_else(|| {
            let told = description.as_ref().or(summary.as_ref()).unwrap_or(&title).clone();
            let (message, repair) =
                ("It does not say what was achieved.", "Its other text was read as that.");
            fields.place.below("results").note(&mut self.report, Code::AnomalyTextEmpty, message, repair);
            told
        });
        let [mut start, mut end] = ["start_at", "end_at"].map(|name| self.day(fields, name));
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            let message = "The last day comes before the first.";
            fields.place.below("end_at").note(
                &mut self.report,
                Code::AnomalyMalformed,
                message,
                "Both were left out.",
            );
            (start, end) = (None, None);
        }
        let mut tags = self.listed(fields, "tags");
        for word in self.listed(fields, "keywords") {
            if !tags.contains(&word) {
                tags.push(word);
            }
        }
        Story {
            countries: self.parsed::<Country>(
                fields,
                "countries",
                Code::AnomalyEnumUnknown,
                str::to_uppercase,
            ),
            description,
            end,
            figures: self.entries(fields, "stats", Self::figure),
            incentives: self.words(fields, "incentives"),
            languages: self.parsed::<Language>(
                fields,
                "languages",
                Code::AnomalyLanguageUnknown,
                str::to_owned,
            ),
            lessons_learned: self.words(fields, "lessons_learned"),
            materials: self.entries(fields, "materials", Self::material),
            objectives: self.words(fields, "objectives"),
            owners: self.entries(fields, "owners", Self::owner),
            results,
            start,
            summary,
            tags: if tags.is_empty() { Map::new() } else { std::iter::once((self.language, tags)).collect() },
            title,
        }
    }

    /// A text, in the language of the story.
    fn words(&mut self, fields: &mut Fields<'_>, name: &str) -> Option<Localized> {
        let text = fields.text(name, &mut self.report)?;
        match Localized::new(self.language, text.trim()) {
            Ok(words) => Some(words),
            Err(fault) => {
                let code = Code::AnomalyMalformed;
                fields.place.below(name).note(&mut self.report, code, fault.to_string(), "It was left out.");
                None
            }
        }
    }

    fn licence(&mut self, fields: &mut Fields<'_>) -> Option<Licence> {
        let text = fields.text("licenses", &mut self.report)?;
        let licence = text.trim().parse::<Licence>();
        if let Err(fault) = &licence {
            let code = Code::AnomalyEnumUnknown;
            fields.place.below("licenses").note(
                &mut self.report,
                code,
                fault.to_string(),
                "It was left out.",
            );
        }
        licence.ok()
    }

    /// A day in the platform's form: the day first.
    fn day(&mut self, fields: &mut Fields<'_>, name: &str) -> Option<Date> {
        let text = fields.text(name, &mut self.report)?;
        let [day, month, year] = text.trim().split('-').collect::<Vec<_>>()[..] else {
            return self.no_day(fields, name, &text);
        };
        match format!("{year}-{month:0>2}-{day:0>2}").parse() {
            Ok(day) => Some(day),
            Err(_) => self.no_day(fields, name, &text),
        }
    }

    fn no_day(&mut self, fields: &Fields<'_>, name: &str, text: &str) -> Option<Date> {
        let message = format!("“{}” is not a day like 31-12-2023.", excerpt(text));
        fields.place.below(name).note(&mut self.report, Code::AnomalyMalformed, message, "It was left out.");
        None
    }

    /// Words, in a list or between commas.
    fn listed(&mut self, fields: &mut Fields<'_>, name: &str) -> Vec<String> {
        let place = fields.place.below(name);
        let texts: Vec<String> = match fields.take(name) {
            None | Some(Node::Null) => Vec::new(),
            Some(Node::Text(text)) => text.split(',').map(str::to_owned).collect(),
            Some(Node::List(items)) => {
                let text = |node: &Node<'_>| match node.member("name").unwrap_or(node) {
                    Node::Text(text) => Some(text.to_string()),
                    _ => None,
                };
                items.iter().filter_map(text).collect()
            }
            Some(other) => {
                let message = format!("Words between commas are expected here, not {}.", other.kind());
                place.note(&mut self.report, Code::AnomalyMalformed, message, "It was left out.");
                Vec::new()
            }
        };
        texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    }

    fn parsed<T: std::str::FromStr<Err: std::fmt::Display> + PartialEq>(
        &mut self,
        fields: &mut Fields<'_>,
        name: &str,
        code: Code,
        spelled: impl Fn(&str) -> String,
    ) -> Vec<T> {
        let mut found: Vec<T> = Vec::new();
        for word in self.listed(fields, name) {
            match spelled(&word).parse::<T>() {
                Ok(value) if found.contains(&value) => {}
                Ok(value) => found.push(value),
                Err(fault) => {
                    let place = fields.place.below(name);
                    place.note(&mut self.report, code, fault.to_string(), "It was left out.");
                }
            }
        }
        found
    }

    /// The entries of a list, in their `order`.
    fn entries<T>(
        &mut self,
        fields: &mut Fields<'_>,
        name: &str,
        entry: impl Fn(&mut Self, &mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for (nth, node) in fields.list(name, &mut self.report).iter().enumerate() {
            let place = fields.place.below(name).below(nth);
            let Some(mut fields) = Fields::of(node, place, &mut self.report) else { continue };
            let order = match fields.take("order") {
                Some(Node::Integer(order)) => *order,
                Some(Node::Text(order)) => order.trim().parse().unwrap_or(i64::MAX),
                _ => i64::MAX,
            };
            match entry(self, &mut fields) {
                Some(entry) => {
                    fields.finish(&mut self.report);
                    found.push((order, entry));
                }
                None => {
                    let message = "It has no name, or lacks another required field.";
                    fields.place.note(&mut self.report, Code::AnomalyMalformed, message, "It was left out.");
                }
            }
        }
        found.sort_by_key(|(order, _)| *order);
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    fn material(&mut self, fields: &mut Fields<'_>) -> Option<Material> {
        let (kind, name) = (fields.text("type", &mut self.report), self.words(fields, "name"));
        let uri = fields.text("link", &mut self.report)?.trim().parse().ok()?;
        Some(Material { kind, name: name?, uri })
    }

    fn owner(&mut self, fields: &mut Fields<'_>) -> Option<Owner> {
        let (info, name) = (self.words(fields, "info"), self.words(fields, "name"));
        let uri = fields.text("link", &mut self.report).and_then(|link| link.trim().parse().ok());
        Some(Owner { info, name: name?, uri })
    }

    fn figure(&mut self, fields: &mut Fields<'_>) -> Option<Figure> {
        let value = match fields.take("value")? {
            Node::Text(text) => text.trim().to_owned(),
            Node::Integer(number) => number.to_string(),
            Node::Piece(number) => number.to_string(),
            Node::Null | Node::Bool(_) | Node::List(_) | Node::Object(_) => return None,
        };
        let [unit, category] = ["units_measure", "category"].map(|name| fields.text(name, &mut self.report));
        Some(Figure { category, name: self.words(fields, "name")?, unit, value })
    }
}
