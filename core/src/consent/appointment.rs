//! Appointing and dismissing representatives, and settling their disagreements.

use super::expression::ConsentContext;
use super::refusal::MOST_MATTERS;
use super::*;
use crate::kernel::Refused;
use crate::types::Window;

impl ConsentContext<'_, '_> {
    pub(super) fn appoint(&mut self, c: &AppointRepresentative) -> Result<Event, Refused> {
        let (relied_on, organisation) = self.herself_or_official(c.acting_for.as_ref())?;
        // A child cannot make somebody a parent: an official must have seen the evidence.
        if self.context.actor() == self.subject && c.kind == RepresentativeKind::Parental {
            return Err(ConsentRefusal::NotHers.into());
        }
        if self.context.actor() != self.subject && c.evidence.is_none() {
            return Err(ConsentRefusal::Evidence.into());
        }
        let representative = self.context.person(&c.representative, "/data/representative")?;
        if representative == self.subject {
            return Err(ConsentRefusal::OwnRepresentative.into());
        }
        let at = self.context.at();
        let colleague = organisation.and_then(|office| self.organisation(office));
        if self.context.actor() != self.subject
            && (representative == self.context.actor()
                || colleague.is_some_and(|office| office.is_close_to(representative, at)))
        {
            return Err(ConsentRefusal::OwnInterest.into());
        }
        let said = self.context.made_at();
        Window::given(c.from, c.until, said, at).map_err(ConsentRefusal::Term)?;
        if c.until.is_some_and(|until| until <= at) {
            return Err(ConsentRefusal::RepresentationEnded { ended: at }.into());
        }
        let scope = self.scope(&c.scope)?;
        let (evidence, kind, from, until) = (self.evidence(c.evidence), c.kind, c.from, c.until);
        let appointed = RepresentativeAppointed {
            evidence,
            from,
            kind,
            organisation_id: organisation,
            relied_on,
            representative_id: representative,
            scope,
            until,
        };
        Ok(appointed.into())
    }

    /// The extent of an appointment, with the organisations it names. The purposes need not be published yet.
    fn scope(&self, scope: &ExtentRef) -> Result<Extent, Refused> {
        let ExtentRef::Only(matters) = scope else { return Ok(Extent::Everything) };
        if matters.is_empty() || matters.len() > MOST_MATTERS {
            return Err(ConsentRefusal::Matters.into());
        }
        let matter = |matter: &SubjectMatterRef| -> Result<SubjectMatter, Refused> {
            let organisation = self.context.organisation(&matter.organisation, "/data/scope/only")?;
            Ok(SubjectMatter {
                notice: matter.notice,
                organisation_id: organisation,
                purpose: matter.purpose.clone(),
            })
        };
        Ok(Extent::Only(matters.iter().map(matter).collect::<Result<_, _>>()?))
    }

    pub(super) fn dismiss(&mut self, c: &DismissRepresentative) -> Result<Event, Refused> {
        let representative = self.context.person(&c.representative, "/data/representative")?;
        let (actor, at) = (self.context.actor(), self.context.at());
        let (relied_on, organisation) = match actor == representative {
            true => (Vec::new(), None),
            false => self.herself_or_official(c.acting_for.as_ref())?,
        };
        if organisation.is_some() && c.evidence.is_none() {
            return Err(ConsentRefusal::Evidence.into());
        }
        let all = self.register.representations(self.subject).iter();
        let mut held = all.filter(|held| held.by == representative && at < held.until).peekable();
        if held.peek().is_none() {
            return Err(ConsentRefusal::NotRepresentative.into());
        }
        // The data subject ends what they chose; nobody chooses a holder of parental responsibility.
        if actor == self.subject && held.all(|held| held.kind == RepresentativeKind::Parental) {
            return Err(ConsentRefusal::NotHers.into());
        }
        if let Some(office) = organisation {
            self.is_impartial(office, Some(representative))?;
            // Nobody may remove a refusal by dismissing whoever refused: neither a controller nor anybody else who
            // benefits.
            let opposed = self.register.opposed_by(self.subject, representative);
            if opposed.into_iter().any(|controller| self.gains(office, self.gain_ever(controller))) {
                return Err(ConsentRefusal::OwnInterest.into());
            }
        }
        let evidence = self.evidence(c.evidence);
        Ok(RepresentativeDismissed {
            evidence,
            organisation_id: organisation,
            relied_on,
            representative_id: representative,
        }
        .into())
    }

    pub(super) fn settle(&mut self, c: &SettleDisagreement) -> Result<Event, Refused> {
        let official_organisation_id = self.official(&c.acting_for)?;
        let mut handler = self.handler(&c.organisation, &c.purpose)?;
        if handler.consent.gains(official_organisation_id, handler.gain().organisations) {
            return Err(ConsentRefusal::OwnInterest.into());
        }
        handler.consent.is_impartial(official_organisation_id, None)?;
        if !handler.consent.is_opposed(handler.topic(), None) {
            return Err(ConsentRefusal::NothingToSettle.into());
        }
        let ((organisation, purpose), mut relied_on) = (handler.names(), handler.relied_on());
        relied_on.extend(handler.consent.office_relied_on(official_organisation_id));
        let consent = &mut handler.consent;
        let evidence = consent.context.commit(consent.subject, &c.evidence.to_string());
        Ok(DisagreementSettled {
            evidence,
            official_organisation_id,
            organisation_id: organisation,
            purpose,
            relied_on,
        }
        .into())
    }
}
