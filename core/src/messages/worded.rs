//! Every refusal of the library and its wording: what a message catalogue can translate.

use std::borrow::Cow;

use super::message_catalogue::{MessageCatalogue, MessageCatalogues};
use crate::check::Explained;
use crate::problem::Problem;
use crate::types::{Json, Language, nearest, sentence};
use interlink_values::EXACT;
use interlink_values::wording::{Renderer, SHORT, Said, Sentence};

macro_rules! of_blocks {
    (
        asked {
            $($block:ident $module:ident $refusal:ident $goes:ident [$($kind:ident)+]
                $asks:literal $says:literal $refuses:literal;)+
        }
        not_asked { $($other:tt)* }
    ) => {
        /// The refusals of the blocks.
        const OF_BLOCKS: &[&[Sentence]] = &[$(crate::$module::$refusal::SENTENCES),+];
    };
}
blocks!(of_blocks);

/// Other refusals, and the sentences of reasons.
const OF_OTHERS: &[&[Sentence]] = &[
    #[cfg(feature = "process")]
    crate::check::Told::SENTENCES,
    crate::consent::Told::SENTENCES,
    #[cfg(feature = "process")]
    crate::kernel::CheckerFault::SENTENCES,
    crate::kernel::Error::SENTENCES,
    crate::kernel::Rejection::SENTENCES,
    crate::kernel::LinkRefusal::SENTENCES,
    crate::mandate::Unrepresented::SENTENCES,
    crate::notice::GapKind::SENTENCES,
    #[cfg(feature = "process")]
    crate::process::TemplateFault::SENTENCES,
    #[cfg(feature = "interop")]
    crate::interop::interlink::CatalogueFault::SENTENCES,
    #[cfg(feature = "interop")]
    crate::interop::interlink::FolderFault::SENTENCES,
    #[cfg(feature = "receipts")]
    crate::interop::receipt::FormFault::SENTENCES,
    #[cfg(feature = "archive")]
    crate::interop::archive::ArchiveFault::SENTENCES,
    #[cfg(feature = "archive")]
    crate::interop::interlink::export::ExportFault::SENTENCES,
];

/// The sentences of refusals and reasons, including those of the crates below.
pub(crate) fn sentences() -> impl Iterator<Item = &'static Sentence> {
    let below = interlink_values::sentences().into_iter().chain(interlink_record::sentences());
    OF_BLOCKS.iter().chain(OF_OTHERS).copied().flatten().chain(below)
}

/// Whether a message catalogue can translate this: an exact text has a short form, and its words are known.
pub(crate) fn is_worded(said: &Said) -> bool {
    let exact = said.is_exact().then(|| said.code());
    exact.is_none_or(|code| EXACT.iter().any(|(known, _)| *known == code))
        && said.words().iter().all(|words| WORDS.contains(words))
}

/// Words that are filled into refusals and are not names.
pub(crate) const WORDS: &[&str] = &[
    "A consent can be valid for a hundred years at most.",
    "A consent must be valid for at least one use or one day.",
    "A consent must end after it begins.",
    "A consent that is brought over must have been given before it is recorded here.",
    "A consent that is brought over must name the time at which it ends.",
    "A representation ends after it begins.",
    "Only an official can bring over a consent given elsewhere; the data subject consents now.",
    "The notice allows a consent only for a shorter time.",
    "The notice limits a consent to a number of days; name a time.",
    "a contract",
    "a folder that has content",
    "a legal obligation",
    "a legitimate interest",
    "a link to somewhere else",
    "a list",
    "a number",
    "a person",
    "a phase lies in the process itself",
    "a public task",
    "a string",
    "a string or an object with one member",
    "a task lies in an objective",
    "a team",
    "a team of this person",
    "a vital interest",
    "a whole number",
    "active",
    "administrators",
    "an entry of the vault",
    "an object",
    "an objective lies in a phase",
    "an organisation",
    "anyone",
    "asset.create",
    "asset.delete",
    "asset.edit",
    "asset.view",
    "awaiting",
    "catalogue",
    "citizen",
    "company",
    "completed",
    "consent",
    "consent can be given and withdrawn.",
    "consent.manage",
    "consumed",
    "contribution.claim",
    "contribution.review",
    "declined",
    "defer",
    "deferred",
    "encrypted",
    "ended by an objection",
    "ended by revocation",
    "event {seq} of {stream}",
    "expire",
    "expired",
    "finished",
    "give",
    "given",
    "governance model",
    "has as a part",
    "import",
    "important public interest",
    "in progress",
    "invalidate",
    "invalidated",
    "it can be neither withdrawn nor objected to.",
    "it is not written in canonical form.",
    "item.add",
    "item.disable",
    "item.edit",
    "item.schedule",
    "lapsed",
    "legal claims",
    "lies in",
    "members and administrators",
    "non-profit organisation",
    "not decided",
    "nothing",
    "notice",
    "null",
    "object",
    "objected to",
    "objected to and overruled",
    "objective",
    "only phases are part of co-delivery",
    "only tasks are worked on",
    "organisation",
    "others who must act too",
    "overrule",
    "parties",
    "party",
    "pending",
    "phase",
    "powers",
    "prerequisite.waive",
    "process.administer",
    "process.edit",
    "process.publish",
    "process.view",
    "public administration",
    "refuse",
    "refused",
    "renew",
    "renewed",
    "renounced",
    "reopened",
    "request",
    "requested",
    "restriction.place",
    "resume",
    "revoke",
    "revoked",
    "rights",
    "role.grant",
    "scheduled",
    "started",
    "status",
    "superseded",
    "suspended",
    "targets",
    "task",
    "task.assign",
    "task.complete",
    "task.reopen",
    "task.start",
    "team",
    "template",
    "the condition for special categories",
    "the controllers",
    "the data",
    "the degree of automation",
    "the interlinker “{interlinker}” of the catalogue “{catalogue}”",
    "the person can object (GDPR Art. 21).",
    "the process {process}",
    "the purpose's term",
    "the recipients",
    "the rights of another person",
    "the store",
    "the whole process",
    "the wording",
    "the {kind} “{name}”",
    "this person",
    "time",
    "true or false",
    "uphold",
    "use",
    "uses",
    "waits for",
    "what is done with the data",
    "where and how long data are kept",
    "withdraw",
    "withdraw the objection",
    "withdrawn",
    "{lack} ({article})",
    "“{name}”",
    "“{name}” {link}",
    "“{role}”",
];

/// The English sentences of refusals and reasons, by the key under which a [`MessageCatalogue`] translates them.
///
/// # Examples
///
/// ```
/// let said: Vec<_> = interlink::messages::refusals().collect();
/// assert!(said.contains(&("item.not_sibling".into(), "The items do not belong to the same parent.")));
/// ```
pub fn refusals() -> impl Iterator<Item = (String, &'static str)> {
    sentences().map(|sentence| (sentence.key(), sentence.english))
}

/// The names that the phrase for a refusal may use, by its key; `None` if there is no such refusal.
pub(super) fn names_of(key: &str) -> Option<Vec<&'static str>> {
    let is_exact = |code: &&str| EXACT.iter().any(|(known, _)| known.as_str() == *code);
    let short = key.strip_suffix(SHORT).filter(is_exact);
    let sentence = sentences().find(|sentence| sentence.is_called(key));
    match sentence {
        Some(sentence) => Some(interlink_values::wording::names(sentence.english).collect()),
        None => short.map(|_| Vec::new()),
    }
}

/// Renders in a language from the message catalogues available.
struct Speaker<'a> {
    books: &'a MessageCatalogues,
    wanted: Language,
}

impl Speaker<'_> {
    /// The nearest catalogue that has a phrase; `None` if the library's own English is nearest.
    fn find<'b>(
        &'b self,
        get: impl Fn(&'b MessageCatalogue) -> Option<&'b str>,
    ) -> Option<(Language, &'b str)> {
        let there = || self.books.iter().filter_map(|book| Some((book.language(), get(book)?)));
        let language = nearest(self.wanted, there().map(|(language, _)| language))?;
        there().find(|(found, _)| *found == language)
    }
}

impl Renderer for Speaker<'_> {
    fn wanted(&self) -> Option<Language> {
        Some(self.wanted)
    }

    fn sentence(&self, key: &str) -> Option<(Language, &str)> {
        self.find(|book| book.refusal(key))
    }

    fn words(&self, english: &str) -> Option<&str> {
        self.find(|book| book.word(english)).map(|(_, words)| words)
    }

    fn capital(&self, letter: char) -> String {
        letter.to_uppercase().collect()
    }
}

impl MessageCatalogues {
    /// Writes a refusal in the language asked for, or the nearest; in English if none is near.
    pub(crate) fn speak(&self, problem: &mut Problem, wanted: Language) {
        let renderer = Speaker { books: self, wanted };
        if let Some(said) = problem.said.get() {
            let told = said.by(&renderer);
            problem.language = Some(told.language);
            problem.message = sentence(told.text);
            if told.is_short {
                problem.details.insert("english".into(), Json::of(said.to_string()));
            }
        }
        if let Some((_, help)) = renderer.find(|book| book.help(problem.code)) {
            problem.help = Cow::Owned(help.to_owned());
        }
        if !problem.explained.is_empty() {
            problem.explained.iter_mut().for_each(|reason| self.speak_reason(reason, wanted));
            problem.reasons = problem.explained.iter().map(Json::of).collect();
        }
    }

    /// Writes a reason in the language asked for.
    pub(crate) fn speak_reason(&self, reason: &mut Explained, wanted: Language) {
        let Some(said) = reason.said.get() else { return };
        let told = said.by(&Speaker { books: self, wanted });
        reason.message = sentence(told.text);
        reason.language = Some(told.language);
    }

    /// The sentence in a language.
    pub(crate) fn told(&self, said: &Said, wanted: Language) -> String {
        sentence(said.by(&Speaker { books: self, wanted }).text)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::message_catalogue::SHIPPED;
    use super::*;
    use crate::problem::Code;
    use interlink_values::wording::names;

    /// The catalogues with refusals; English is in the source beside the refusals.
    fn translated() -> impl Iterator<Item = &'static MessageCatalogue> {
        SHIPPED.iter().map(|book| &**book).filter(|book| book.refusals().next().is_some())
    }

    /// Every sentence exists in every language, with the same names as in English.
    #[test]
    fn every_sentence_is_whole_in_every_language() {
        #[cfg(feature = "refusals")]
        assert_eq!(translated().count(), 3, "a book is not valid");
        for (sentence, book) in sentences().flat_map(|one| translated().map(move |book| (one, book))) {
            let key = sentence.key();
            let phrase =
                book.refusal(&key).unwrap_or_else(|| panic!("{}: “{key}” has no words", book.language()));
            let (own, english): (BTreeSet<_>, BTreeSet<_>) =
                (names(phrase).collect(), names(sentence.english).collect());
            // A short form names less.
            assert!(own == english || (key.ends_with(SHORT) && own.is_empty()), "{key}: {phrase}");
        }
    }

    #[test]
    fn what_is_said_of_one_thing_is_said_once() {
        let all: Vec<&Sentence> = sentences().collect();
        for one in &all {
            let same = all.iter().filter(|other| other.key() == one.key());
            assert!(same.clone().all(|other| other.english == one.english), "{}", one.key());
        }
    }

    #[test]
    #[cfg(feature = "refusals")]
    fn refusals_are_said_in_every_language_of_the_phrasebooks() {
        let all: BTreeSet<Language> = SHIPPED.iter().map(|book| book.language()).collect();
        let mut said: BTreeSet<Language> = translated().map(MessageCatalogue::language).collect();
        said.insert(Language::english());
        assert_eq!(said, all);
    }

    #[test]
    fn no_words_are_left_over_and_none_are_missing() {
        let mut keys: BTreeSet<String> = sentences().map(Sentence::key).collect();
        keys.extend(EXACT.iter().map(|(code, _)| format!("{code}{SHORT}")));
        let helped = |code: &&Code| {
            let block = code.as_str().split_once('.').map_or("", |(block, _)| block);
            // Codes that are not refusals, and those of bindings for malformed calls.
            !["anomaly", "call", "next", "reason"].contains(&block)
        };
        let help: BTreeSet<&str> = Code::ALL.iter().filter(helped).map(|code| code.as_str()).collect();
        let words: BTreeSet<&str> = WORDS.iter().copied().collect();
        for book in translated() {
            let language = book.language();
            assert!(book.refusals().eq(keys.iter().map(String::as_str)), "{language}");
            assert!(book.helps().eq(help.iter().copied()), "{language}");
            assert!(book.words().map(|(english, _)| english).eq(words.iter().copied()), "{language}");
            for (english, own) in book.words() {
                let (there, here): (BTreeSet<_>, BTreeSet<_>) =
                    (names(english).collect(), names(own).collect());
                assert_eq!(there, here, "{language}: {own}");
            }
        }
    }

    /// Every word that an enum can fill in is known.
    #[test]
    fn every_word_of_an_enum_is_known() {
        let words = |all: Vec<&'static str>| {
            for word in all {
                assert!(WORDS.contains(&word), "{word}");
            }
        };
        words(crate::mandate::MandateStatus::ALL.iter().map(|one| one.words()).collect());
        words(crate::mandate::Dimension::ALL.iter().map(|one| one.words()).collect());
        words(crate::governance::Permission::ALL.iter().map(|one| one.words()).collect());
        words(crate::consent::State::ALL.iter().map(|one| one.words()).collect());
        words(crate::consent::Verb::ALL.iter().map(|one| one.words()).collect());
        words(crate::party::StakeholderKind::ALL.iter().map(|one| one.words()).collect());
        words(crate::notice::LawfulBasis::ALL.iter().map(|one| one.words()).collect());
    }
}
