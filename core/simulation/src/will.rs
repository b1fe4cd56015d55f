//! People's decisions about their data, the answers of organisations, and erasures.

use super::cast::Who;
use super::handler::word;
use super::notice::{NEWS, PLANNING, PRINTER};
use super::town::{Act, SimulatedTown, Wish};
use interlink::consent::{
    Asked, Command, DecideObjection, DeferConsent, GiveConsent, Indication, NotifyRecipient, PurposeRef,
    RaiseObjection, RefuseConsent, RenewConsent, RequestConsent, State, Validity, Verb, WithdrawConsent,
    WithdrawObjection,
};
use interlink::kernel::Error;
use interlink::person::{self, ErasePerson};
use interlink::types::{DocumentId, HostId, Language, Remark};

/// The duration of the founder's consent, in days.
const LONG: u32 = 3650;
/// How often a person to be erased is searched for.
const TRIES: usize = 20;

impl SimulatedTown<'_> {
    /// Carries out a planned act, if it still makes sense.
    pub(super) fn fulfil(&mut self, wish: Wish) -> Result<(), Error> {
        let Wish { who, organisation, act } = wish;
        if self.cast.is_gone(who) {
            return Ok(());
        }
        match act {
            Act::Answer(purpose) => self.answer(who, organisation, purpose),
            Act::Withdraw(purpose) => self.withdraw(who, organisation, purpose),
            Act::Renew(purpose) => self.renew(who, organisation, purpose),
            Act::Tell => self.tell(who, organisation),
            Act::Object => self.object(who, organisation),
            Act::Decide => self.decide(who, organisation),
            Act::WithdrawObjection => self.relent(who, organisation),
        }
    }

    /// The notice and the id of an organisation.
    fn home(&self, organisation: usize) -> Option<(DocumentId, HostId)> {
        self.cast.organisations.get(organisation).map(|home| (home.notice, home.host_id.clone()))
    }

    /// Whether an act is possible now.
    fn can(&self, who: Who, organisation: usize, purpose: &str, verb: Verb) -> Result<bool, Error> {
        let Some(home) = self.cast.organisations.get(organisation) else { return Ok(false) };
        let state = match self.handler.engine.person(&self.cast.name(who))? {
            None => State::Unknown,
            Some(person) => {
                let purpose = PurposeRef { organisation_id: home.id, purpose: word(purpose)? };
                self.handler.engine.consent(person, &purpose, Asked::Now(self.handler.now))?.state
            }
        };
        Ok(state.after(verb).is_some())
    }

    /// The notice and the id of an organisation, if an act is possible now.
    fn home_for(
        &self,
        who: Who,
        organisation: usize,
        purpose: &str,
        verb: Verb,
    ) -> Result<Option<(DocumentId, HostId)>, Error> {
        Ok(if self.can(who, organisation, purpose, verb)? { self.home(organisation) } else { None })
    }

    /// Gives a command about the person's own data.
    fn say(&mut self, who: Who, command: impl Into<Command>) -> Result<bool, Error> {
        let said = self.handler.act(&self.cast.name(who), None, command.into())?.is_some();
        if said {
            self.cast.meet(who);
        }
        Ok(said)
    }

    /// Gives a command about a person in the name of an organisation.
    fn speak(&mut self, organisation: usize, command: impl Into<Command>) -> Result<bool, Error> {
        let Some(home) = self.cast.organisations.get(organisation) else { return Ok(false) };
        let speaker = self.handler.random.pick(&home.staff).copied().unwrap_or_default();
        self.say(speaker, command)
    }

    /// Asks a person for consent, in the name of the organisation.
    pub(super) fn ask(&mut self, by: Who, who: Who, organisation: usize, purpose: &str) -> Result<(), Error> {
        let Some((notice, host_id)) = self.home_for(who, organisation, purpose, Verb::Request)? else {
            return Ok(());
        };
        let subject = Some(self.cast.name(who));
        let ask =
            RequestConsent { notice, organisation: host_id, purpose: word(purpose)?, data_subject: subject };
        self.say(by, ask).map(drop)
    }

    /// Gives a long consent, unless there is one.
    pub(super) fn answer_now(&mut self, who: Who, organisation: usize, purpose: &str) -> Result<(), Error> {
        if self.can(who, organisation, purpose, Verb::Give)? {
            self.give(who, organisation, purpose, LONG)?;
        }
        Ok(())
    }

    fn give(&mut self, who: Who, organisation: usize, purpose: &str, days: u32) -> Result<bool, Error> {
        let Some((notice, host_id)) = self.home(organisation) else { return Ok(false) };
        let give = GiveConsent {
            acting_for: None,
            evidence: None,
            explicit: false,
            language: Language::english(),
            method: Indication::Form,
            notice,
            organisation: host_id,
            purpose: word(purpose)?,
            said_at: None,
            data_subject: None,
            valid: Validity::Days(days),
        };
        self.say(who, give)
    }

    /// Most consent, for a year or more or for some weeks; some refuse, defer, or do not answer.
    fn answer(&mut self, who: Who, organisation: usize, purpose: &'static str) -> Result<(), Error> {
        let Some((_, host_id)) = self.home_for(who, organisation, purpose, Verb::Give)? else {
            return Ok(());
        };
        match self.handler.random.below(100) {
            0..=74 => {
                let short = self.handler.random.permille(300);
                let days = if short { self.handler.random.between(20, 120) } else { 730 };
                self.give(who, organisation, purpose, u32::try_from(days).unwrap_or(LONG))?;
                if short && self.handler.random.permille(600) {
                    let after = self.handler.in_days(days + 1, days + 14);
                    self.wish(after, who, organisation, Act::Renew(purpose));
                } else if self.handler.random.permille(150) {
                    let later = self.handler.in_days(5, 150);
                    self.wish(later, who, organisation, Act::Withdraw(purpose));
                }
            }
            75..=86 => {
                let no = RefuseConsent {
                    organisation: host_id,
                    purpose: word(purpose)?,
                    data_subject: None,
                    noted: None,
                };
                self.say(who, no)?;
            }
            87..=94 => {
                if self.can(who, organisation, purpose, Verb::Defer)? {
                    let wait =
                        DeferConsent { organisation: host_id, purpose: word(purpose)?, data_subject: None };
                    self.say(who, wait)?;
                }
                if self.handler.random.permille(600) {
                    let later = self.handler.in_days(7, 40);
                    self.wish(later, who, organisation, Act::Answer(purpose));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn withdraw(&mut self, who: Who, organisation: usize, purpose: &'static str) -> Result<(), Error> {
        let Some((_, host_id)) = self.home_for(who, organisation, purpose, Verb::Withdraw)? else {
            return Ok(());
        };
        let withdraw = WithdrawConsent {
            organisation: host_id,
            purpose: word(purpose)?,
            data_subject: None,
            noted: None,
        };
        if self.say(who, withdraw)? && purpose == NEWS && self.handler.random.permille(900) {
            // The notice allows 14 days; some are late.
            let told = self.handler.in_days(1, 18);
            self.wish(told, who, organisation, Act::Tell);
        }
        Ok(())
    }

    fn renew(&mut self, who: Who, organisation: usize, purpose: &'static str) -> Result<(), Error> {
        let Some((notice, host_id)) = self.home_for(who, organisation, purpose, Verb::Renew)? else {
            return Ok(());
        };
        let renew = RenewConsent {
            acting_for: None,
            evidence: None,
            explicit: false,
            language: Language::english(),
            method: Indication::Form,
            notice,
            organisation: host_id,
            purpose: word(purpose)?,
            data_subject: None,
            valid: Validity::Days(730),
        };
        self.say(who, renew).map(drop)
    }

    fn tell(&mut self, who: Who, organisation: usize) -> Result<(), Error> {
        let Some((_, host_id)) = self.home(organisation) else { return Ok(()) };
        let (purpose, recipient, subject) = (word(NEWS)?, word(PRINTER)?, Some(self.cast.name(who)));
        let tell = NotifyRecipient { organisation: host_id, purpose, recipient, data_subject: subject };
        self.speak(organisation, tell).map(drop)
    }

    fn object(&mut self, who: Who, organisation: usize) -> Result<(), Error> {
        let Some((_, host_id)) = self.home_for(who, organisation, PLANNING, Verb::Object)? else {
            return Ok(());
        };
        let grounds: Option<Remark> = Some(word("Made up: I would rather not be part of it.")?);
        let object = RaiseObjection {
            grounds,
            organisation: host_id,
            purpose: word(PLANNING)?,
            data_subject: None,
            noted: None,
        };
        if self.say(who, object)? && self.handler.random.permille(800) {
            let later = self.handler.in_days(3, 40);
            self.wish(later, who, organisation, Act::Decide);
        }
        Ok(())
    }

    fn decide(&mut self, who: Who, organisation: usize) -> Result<(), Error> {
        let Some((_, host_id)) = self.home_for(who, organisation, PLANNING, Verb::Uphold)? else {
            return Ok(());
        };
        let overrides = self.handler.random.permille(350);
        let grounds = if overrides { Some(word("Made up: it cannot be done without.")?) } else { None };
        let subject = Some(self.cast.name(who));
        let decide = DecideObjection {
            grounds,
            organisation: host_id,
            purpose: word(PLANNING)?,
            data_subject: subject,
        };
        if self.speak(organisation, decide)? && self.handler.random.permille(200) {
            let later = self.handler.in_days(10, 90);
            self.wish(later, who, organisation, Act::WithdrawObjection);
        }
        Ok(())
    }

    fn relent(&mut self, who: Who, organisation: usize) -> Result<(), Error> {
        let Some((_, host_id)) = self.home_for(who, organisation, PLANNING, Verb::WithdrawObjection)? else {
            return Ok(());
        };
        let relent =
            WithdrawObjection { organisation: host_id, purpose: word(PLANNING)?, data_subject: None };
        self.say(who, relent).map(drop)
    }

    /// Erases a known citizen, at their own request.
    pub(super) fn erase_somebody(&mut self) -> Result<(), Error> {
        for _ in 0..TRIES {
            let Some(who) = self.cast.citizen(&mut self.handler) else { continue };
            let name = self.cast.name(who);
            let Some(person) = self.handler.engine.person(&name)? else { continue };
            let erase = person::Command::from(ErasePerson { acting_for: None, reason: None });
            if self.handler.act(&name, Some(person.into()), erase)?.is_some() {
                self.cast.leave(who);
            }
            return Ok(());
        }
        Ok(())
    }
}
