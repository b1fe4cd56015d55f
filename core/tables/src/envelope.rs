//! Reads an event's envelope without reading its data.

use std::borrow::Cow;

use interlink::journal::Stored;
use interlink::kernel::Error;
use interlink_values::json::{self, Raw, Reader};

/// The parts of an envelope that the columns need.
pub(super) struct Envelope<'a> {
    pub(super) actor: Cow<'a, str>,
    pub(super) command: Cow<'a, str>,
    pub(super) data: Raw<'a>,
    pub(super) on_behalf_of: Option<Cow<'a, str>>,
    pub(super) r#type: Cow<'a, str>,
}

impl<'a> Envelope<'a> {
    /// Takes apart an event written by this library, from both ends: everything but the data has a known form without
    /// escapes. `None` for anything else, which is read in full.
    fn split(text: &'a str) -> Option<Self> {
        let rest = text.strip_prefix(r#"{"actor":""#)?;
        let (actor, rest) = plain(rest)?;
        let rest = rest.strip_prefix(r#","at":""#)?.split_at_checked(TIME)?.1;
        let (command, rest) = plain(rest.strip_prefix(r#"","command":""#)?)?;
        let rest = rest.strip_prefix(r#","data":"#)?.strip_suffix(r#","v":1}"#)?;
        let (rest, r#type) = last(rest, r#","type":""#)?;
        let (rest, _) = last(rest, r#","stream":""#)?;
        let rest = rest.trim_end_matches(|digit: char| digit.is_ascii_digit()).strip_suffix(r#","seq":"#)?;
        let without = |rest: &'a str, member| last(rest, member).map_or(rest, |(before, _)| before);
        let rest = [r#","salt":""#, r#","redacted":""#, r#","prev":""#].into_iter().fold(rest, without);
        let (rest, on_behalf_of) = match last(rest, r#","on_behalf_of":""#) {
            Some((rest, whom)) => (rest, Some(Cow::Borrowed(whom))),
            None => (rest, None),
        };
        let data = [r#","mandate_id":""#, r#","made_at":""#].into_iter().fold(rest, without);
        let (actor, command, r#type) = (Cow::Borrowed(actor), Cow::Borrowed(command), Cow::Borrowed(r#type));
        Some(Self { actor, command, data: Raw(data), on_behalf_of, r#type })
    }

    fn read(reader: &mut Reader<'a>) -> Self {
        let mut fields = reader.part_of_object("actor,command,data,on_behalf_of,type");
        let envelope = Self {
            actor: fields.with(reader, Reader::string),
            command: fields.with(reader, Reader::string),
            data: fields.with(reader, Reader::raw),
            on_behalf_of: fields.string(reader),
            r#type: fields.with(reader, Reader::string),
        };
        fields.end(reader);
        envelope
    }
}

/// The length of a moment.
const TIME: usize = "2026-03-02T09:00:00.000Z".len();

/// A text without escapes up to its end, and what follows.
fn plain(text: &str) -> Option<(&str, &str)> {
    let (plain, rest) = text.split_once('"')?;
    (!plain.contains('\\')).then_some((plain, rest))
}

/// What comes before the last member, and its value, if it is this one and its value is a plain text. The data end with
/// a brace, so the member is never found in them.
fn last<'a>(text: &'a str, member: &str) -> Option<(&'a str, &'a str)> {
    let text = text.strip_suffix('"')?;
    let (before, value) = text.rsplit_once('"')?;
    Some((before.strip_suffix(member.strip_suffix('"')?)?, value)).filter(|(_, value)| !value.contains('\\'))
}

/// Takes a stored event apart.
pub(super) fn take_apart(stored: &Stored) -> Result<Envelope<'_>, Error> {
    let text = json::utf8(&stored.body)?;
    Ok(Envelope::split(text).map_or_else(|| json::read(text, Envelope::read), Ok)?)
}
