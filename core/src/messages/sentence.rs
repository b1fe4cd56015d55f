//! An event as one sentence.

use serde::Serialize;

use super::in_process::Process;
use super::message_catalogue::{MessageCatalogue, MessageCatalogues, Piece};
use super::slot::{About, ON_BEHALF_OF, Slot};
use crate::party::{Holder, Names, Organisation, PartyName};
use crate::types::json::Readable;
use crate::types::{ItemId, Language, Localized, PersonId, shown};
use crate::vault::Party;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Part {
    /// The party that the piece names, so that a host can use a better name or a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyName>,
    /// The text. A name is isolated in it (U+2068 … U+2069) and cut if long, so that neither its direction nor its
    /// length affects the text around it.
    pub text: String,
}

/// One sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Readable)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Sentence {
    /// The language of its phrase, which may not be the one asked for.
    pub language: Language,
    /// Its pieces, in order.
    pub parts: Vec<Part>,
    /// The whole text.
    pub text: String,
}

/// The context of a sentence.
pub(crate) struct SentenceContext<'a> {
    pub(crate) actor: PersonId,
    /// In whose name the actor acted, if not in their own.
    pub(crate) on_behalf_of: Option<PersonId>,
    /// The parties of the mandate.
    pub(crate) mandate: Option<MandateParties>,
    pub(crate) process: Option<&'a Process>,
    pub(crate) organisation: Option<&'a Organisation>,
    /// The organisation of a named team, if it is another one.
    pub(crate) of_team: Option<&'a Organisation>,
    /// The name of the purpose.
    pub(crate) purpose: Option<String>,
    /// The name of what is rated.
    pub(crate) rated: Option<String>,
    pub(crate) names: &'a Names<'a>,
}

/// The parties of a mandate, each with its name if it is not a person.
#[derive(Debug, Clone)]
pub(crate) struct MandateParties {
    pub(crate) holder: (Party, Option<String>),
    pub(crate) principal: (Party, Option<String>),
}

impl SentenceContext<'_> {
    /// Writes a sentence; `None` if no catalogue has a phrase for it.
    pub(super) fn say(
        &self,
        name: &str,
        about: &About,
        books: &MessageCatalogues,
        wanted: Language,
    ) -> Option<Sentence> {
        let (book, phrase) = books.read_in(wanted).phrase(name)?;
        let mut parts: Vec<Part> = Vec::new();
        for piece in phrase {
            match piece {
                Piece::Words(words) => parts.push(Part { party: None, text: words.to_string() }),
                Piece::Slot(Slot::Actor) if self.on_behalf_of.is_some() => {
                    self.represented(book, &mut parts);
                }
                Piece::Slot(slot) => parts.push(self.part(*slot, about, book, wanted, parts.is_empty())),
            }
        }
        let text = parts.iter().map(|part| part.text.as_str()).collect();
        Some(Sentence { language: book.language(), parts, text })
    }

    /// The actor, and in whose name they acted.
    fn represented(&self, book: &MessageCatalogue, parts: &mut Vec<Part>) {
        let principal = self.on_behalf_of.unwrap_or(self.actor);
        let words = |text: &str| Part { party: None, text: text.to_owned() };
        let Some(phrase) = book.own_phrase(ON_BEHALF_OF) else {
            // Also a catalogue without words for it hides nobody.
            parts.push(self.person(self.actor, book, parts.is_empty()));
            return parts.extend([words(" ("), self.person(principal, book, false), words(")")]);
        };
        for piece in phrase {
            let first = parts.is_empty();
            parts.push(match piece {
                Piece::Words(text) => words(text),
                Piece::Slot(Slot::Principal) => self.person(principal, book, first),
                Piece::Slot(_) => self.person(self.actor, book, first),
            });
        }
    }

    /// A party of the mandate.
    fn party(&self, party: Option<&(Party, Option<String>)>, book: &MessageCatalogue, first: bool) -> Part {
        let Some((party, name)) = party else {
            return Part { party: None, text: begin(&book.somebody, first) };
        };
        let party = self.names.name(*party);
        let name = name.clone().or_else(|| party.host_id.as_ref().map(ToString::to_string));
        let text = name.map_or_else(|| begin(&book.somebody, first), |name| shown(&name).to_string());
        Part { party: Some(party), text }
    }

    fn part(
        &self,
        slot: Slot,
        about: &About,
        book: &MessageCatalogue,
        wanted: Language,
        first: bool,
    ) -> Part {
        let named = |text: Option<String>| {
            let text = text.map_or_else(|| begin(&book.something, first), |name| shown(&name).to_string());
            Part { party: None, text }
        };
        let read = |text: &Localized| {
            let otherwise = self.process.map_or(wanted, Process::language);
            text.read(&wanted, &otherwise).text.to_owned()
        };
        let item = |id: ItemId| self.process?.item_name(id).map(read);
        match slot {
            Slot::Actor => self.person(self.actor, book, first),
            Slot::Party => match about.party {
                Some(Holder::Person(person)) => self.person(person, book, first),
                Some(Holder::Team { organisation_id: organisation, team_id: team }) => {
                    let party = self.names.name(Party::Team(team, organisation));
                    let name = self.of_team.and_then(|of| of.team(team)).map(|team| read(&team.name));
                    let name = name.or_else(|| party.host_id.as_ref().map(ToString::to_string));
                    let text =
                        name.map_or_else(|| begin(&book.somebody, first), |name| shown(&name).to_string());
                    Part { party: Some(party), text }
                }
                None => Part { party: None, text: begin(&book.somebody, first) },
            },
            Slot::Asset => named(about.asset.and_then(|id| self.process?.asset_title(id)).map(read)),
            Slot::Date => {
                Part { party: None, text: about.date.map_or_else(String::new, |date| date.to_string()) }
            }
            // Counts are filled in by `fill`.
            Slot::Count => named(None),
            Slot::Holder => self.party(self.mandate.as_ref().map(|of| &of.holder), book, first),
            Slot::Principal => self.party(self.mandate.as_ref().map(|of| &of.principal), book, first),
            Slot::Item => named(match about.item {
                Some(id) => item(id),
                None => self.process.map(|process| read(process.name())),
            }),
            Slot::On => named(about.on.and_then(item)),
            Slot::Organisation => named(self.organisation.map(|organisation| read(&organisation.name))),
            Slot::Process => named(self.process.map(|process| read(process.name()))),
            Slot::Purpose => named(self.purpose.clone()),
            Slot::Rated => named(self.rated.clone().or_else(|| about.rated.clone())),
            Slot::Role => {
                let name = about.role.as_ref().map(|key| {
                    let role = self.process.and_then(|process| process.role_name(key));
                    role.map_or_else(|| key.to_string(), read)
                });
                named(name)
            }
            Slot::Stars => {
                let stars = about.stars.map(|stars| stars.to_string());
                Part { party: None, text: stars.unwrap_or_else(|| begin(&book.something, first)) }
            }
            Slot::Team => {
                let team = about.team.and_then(|id| self.organisation?.team(id));
                named(team.map(|team| read(&team.name)))
            }
        }
    }

    /// A person, by the host's id if the vault still has it.
    fn person(&self, person: PersonId, book: &MessageCatalogue, first: bool) -> Part {
        let party = self.names.name(Party::Person(person));
        let text = match &party.host_id {
            Some(host_id) => shown(host_id.as_str()).to_string(),
            None => begin(&book.somebody, first),
        };
        Part { party: Some(party), text }
    }
}

/// A word at the beginning of a sentence, or within it.
fn begin(word: &str, first: bool) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(letter) if first => letter.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}
