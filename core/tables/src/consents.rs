//! All consents.

use super::column::columns;
use super::{Progress, Read, TableOptions, each};
use interlink::consent::{Asked, Register};
use interlink::kernel::{Error, Moment};
use interlink::types::OrganisationId;

columns!("Every person's consent for every purpose, and what follows from it at the moment asked about." {
    person_id: Word "Whose data, by pseudonym.",
    organisation_id: Word "The controller.",
    purpose: Word "The purpose: its key in the notices.",
    basis: Word "The lawful basis that the notice gives (GDPR Art. 6(1)).",
    state: Word "The state of the consent.",
    allowed: Flag "Whether the person's data may be processed for it.",
    reason: Word "Why, or why not: the code of the reason.",
    since: Moment "Since when it has this state.",
    said_at: Moment "When a consent was given in another system, if it was brought over from there.",
    valid_until: Moment "When a consent expires.",
    explicit: Flag "Whether the consent was explicit (Art. 9(2)(a)).",
    notice: Word "The notice that was shown.",
});

pub(super) fn read(
    engine: &Moment<'_>,
    options: &TableOptions,
    progress: &mut Progress<'_>,
) -> Result<Read, Error> {
    let mut rows = Rows::default();
    let whole = each(&engine.organisations()?, progress, |organisation| {
        engine
            .with_register(|register| rows.take(register, organisation, Asked::new(options.at, options.past)))
    })?;
    Ok(whole.then(|| rows.finish()))
}

impl Rows {
    fn take(&mut self, register: &Register, organisation: OrganisationId, asked: Asked) {
        for (person, held) in register.of_controller(organisation) {
            let said = register.view(person, held.purpose, asked);
            self.person_id.put_id(&person);
            self.organisation_id.put_id(&organisation);
            self.purpose.put(held.purpose.purpose.as_str());
            self.basis.maybe_name(said.basis.as_ref());
            self.state.put_name(&said.state);
            self.allowed.put(said.allowed);
            self.reason.put(said.reason.code().as_str());
            self.since.put(said.since);
            self.said_at.put(said.said_at);
            self.valid_until.put(said.until);
            self.explicit.put(said.explicit);
            self.notice.maybe_id(said.notice.as_ref());
        }
    }
}
