//! What somebody wants done with his data, and how the process keeps to it.

use std::path::Path;

use interlink::Engine;
use interlink::consent::PurposeRef;
use interlink::interop::receipt::{dpv, govstack, kantara};
use interlink::journal::StreamId;
use interlink::notice::Notice;
use interlink::types::{ItemId, ProcessId};
use serde_json::{Value, json};

use crate::Fallible;
use crate::cast::{ANNA, CARLA, CITY, FABIO};
use crate::credit::id_in;
use crate::host::Host;
use crate::show::Show;
use crate::story::Story;

const PURPOSE: &str = "keep-in-touch";

impl Story<'_> {
    /// The first task requires a consent. Fabio gives it, contributes, takes it back, and is stopped.
    pub(crate) fn consent(&mut self, process: ProcessId, first: ItemId) -> Fallible<()> {
        self.show.heading("A task asks for consent, and keeps to it");
        let stream = StreamId::from(process);
        let notice = Notice::parse(include_bytes!("../../notice.json"))?;
        let notice = self.engine.add_document(notice)?;
        let city = self.engine.party_of(&CITY.parse()?)?;
        let Some(interlink::vault::Party::Organisation(city)) = city else {
            return Err("the city is gone".into());
        };
        self.host.once("notice", ANNA, StreamId::from(city), "notice.publish", json!({"notice": notice}))?;
        let require = json!({"item": first, "organisation": CITY, "purpose": PURPOSE});
        let required = self.host.act("require", ANNA, stream, "purpose.require", require)?;
        self.show.line(
            "the city's notice is in force, and who works on the first task lets the city write to him",
        );
        let claim = json!({"item": first, "kind": "development", "text": "I drew a map of the quarter."});
        self.refused(
            "no consent",
            "Fabio contributes, and nobody may write to him",
            FABIO,
            stream,
            "contribution.claim",
            claim.clone(),
        )?;

        let about = json!({"organisation": CITY, "purpose": PURPOSE});
        let give = json!({
            "language": "en", "method": "form", "notice": notice, "organisation": CITY, "purpose": PURPOSE,
            "valid": {"days": 365},
        });
        self.host.act("consent", FABIO, None, "consent.give", give)?;
        let claimed =
            self.host.act("claim-with-consent", FABIO, stream, "contribution.claim", claim.clone())?;
        let accept = json!({"contribution": id_in(&claimed, "contribution")?});
        self.host.act("accept-fabio", CARLA, stream, "contribution.accept", accept)?;
        self.show.line(
            "Fabio consents and contributes, and Carla accepts it; the record says which consent it rests on",
        );
        let purpose = PurposeRef { organisation: city, purpose: PURPOSE.parse()? };
        receipts(self.engine, &self.host, self.show, &purpose, &self.options.database)?;
        self.host.act("withdraw", FABIO, None, "consent.withdraw", about)?;
        self.refused(
            "a consent withdrawn",
            "Fabio contributes again",
            FABIO,
            stream,
            "contribution.claim",
            claim,
        )?;
        let told =
            json!({"organisation": CITY, "purpose": PURPOSE, "recipient": "printer", "subject": FABIO});
        self.host.act("tell-printer", ANNA, None, "recipient.tell", told)?;
        self.show
            .line("he takes it back with one command; the printing house is told, and that is on record");
        let release = json!({"requirement": id_in(&required, "requirement")?});
        self.host.act("release", ANNA, stream, "purpose.release", release).map(drop)
    }
}

/// His receipts, in every format there is, beside the record.
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
    show.line("his receipts lie beside the record: JSON-LD (DPV, after ISO/IEC TS 27560), GovStack, Kantara");
    Ok(())
}
