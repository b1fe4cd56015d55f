//! A person's decisions about his data, and how the process respects them.

use std::path::Path;

use interlink::Engine;
use interlink::consent::{GiveConsent, Indication, NotifyRecipient, PurposeRef, Validity, WithdrawConsent};
use interlink::interop::receipt::{dpv, govstack, kantara};
use interlink::journal::StreamId;
use interlink::notice::{Notice, PublishNotice};
use interlink::requirement::{ReleasePurpose, RequirePurpose};
use interlink::types::{ItemId, Language, ProcessId};
use interlink::work::{AcceptContribution, ClaimContribution, ContributionKind};
use serde_json::Value;

use crate::Fallible;
use crate::cast::{ANNA, CARLA, CITY, FABIO};
use crate::credit::{contribution_in, requirement_in};
use crate::host::Host;
use crate::show::Show;
use crate::story::Story;

const PURPOSE: &str = "keep-in-touch";

impl Story<'_> {
    /// The first task requires a consent. Fabio gives it, contributes, withdraws it, and is refused.
    pub(crate) fn consent(&mut self, process: ProcessId, first: ItemId) -> Fallible<()> {
        self.show.heading("A task requires consent, and respects it");
        let stream = StreamId::from(process);
        let notice = Notice::parse(include_bytes!("../../notice.json"))?;
        let notice = self.engine.add_document(notice)?;
        let city = self.engine.party_of(&CITY.parse()?)?;
        let Some(interlink::vault::Party::Organisation(city)) = city else {
            return Err("the city is missing".into());
        };
        self.host.once("notice", ANNA, StreamId::from(city), PublishNotice::new(notice))?;
        let require =
            RequirePurpose { item: Some(first), ..RequirePurpose::new(CITY.parse()?, PURPOSE.parse()?) };
        let required = self.host.act("require", ANNA, stream, require)?;
        self.show.line(
            "the city's notice is in force, and whoever works on the first task must consent to its letters",
        );
        let text = "I drew a map of the quarter.".parse()?;
        let claim = ClaimContribution::new(first, ContributionKind::Development, text);
        self.refused("no consent", "Fabio contributes without consent", FABIO, stream, claim.clone())?;

        let english = Language::english();
        let (organisation, year) = (CITY.parse()?, Validity::Days(365));
        let give = GiveConsent::new(english, Indication::Form, notice, organisation, PURPOSE.parse()?, year);
        self.host.act("consent", FABIO, None, give)?;
        let claimed = self.host.act("claim-with-consent", FABIO, stream, claim.clone())?;
        let accept = AcceptContribution::new(contribution_in(&claimed)?);
        self.host.act("accept-fabio", CARLA, stream, accept)?;
        self.show.line(
            "Fabio consents and contributes, and Carla accepts it; the record says which consent it relies on",
        );
        let purpose = PurposeRef { organisation_id: city, purpose: PURPOSE.parse()? };
        receipts(self.engine, &self.host, self.show, &purpose, &self.options.database)?;
        let withdraw = WithdrawConsent::new(CITY.parse()?, PURPOSE.parse()?);
        self.host.act("withdraw", FABIO, None, withdraw)?;
        self.refused("a consent withdrawn", "Fabio contributes again", FABIO, stream, claim)?;
        let told = NotifyRecipient {
            data_subject: Some(FABIO.parse()?),
            ..NotifyRecipient::new(CITY.parse()?, PURPOSE.parse()?, "printer".parse()?)
        };
        self.host.act("tell-printer", ANNA, None, told)?;
        self.show.line("he withdraws it with one command; the printing house is notified, which is recorded");
        let release = ReleasePurpose::new(requirement_in(&required)?);
        self.host.act("release", ANNA, stream, release).map(drop)
    }
}

/// His receipts, in every format, beside the record.
fn receipts(
    engine: &Engine,
    host: &Host<'_>,
    show: &Show,
    purpose: &PurposeRef,
    database: &Path,
) -> Fallible<()> {
    let Some(fabio) = engine.person(&FABIO.parse()?)? else { return Ok(()) };
    let Some(record) = engine.consent_record(fabio, purpose, interlink::consent::Asked::Now(host.now()))?
    else {
        return Ok(());
    };
    let folder = database.with_extension("receipts");
    std::fs::create_dir_all(&folder)?;
    let written = [
        ("record.jsonld", dpv::record(&record)?),
        ("receipt.jsonld", dpv::receipt(&record, host.now())?),
        ("govstack.json", govstack::record(&record)?),
        ("kantara.json", kantara::receipt(&record)?),
    ];
    for (name, text) in &written {
        let readable: Value = serde_json::from_str(text)?;
        std::fs::write(folder.join(name), serde_json::to_string_pretty(&readable)?)?;
    }
    show.line("his receipts are beside the record: JSON-LD (DPV, after ISO/IEC TS 27560), GovStack, Kantara");
    Ok(())
}
