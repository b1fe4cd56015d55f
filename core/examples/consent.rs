//! The consent block alone: a notice, people who say what they want done with their data, and what follows. No process
//! is needed for it.
//!
//! ```text
//! cargo run --release --example consent
//! ```

use interlink::Engine;
use interlink::consent::PurposeRef;
use interlink::interop::receipt::dpv;
use interlink::journal::{StreamHead, StreamId};
use interlink::kernel::{Command, Executed};
use interlink::notice::Notice;
use interlink::party::StakeholderKind;
use interlink::problem::Problem;
use interlink::types::{Language, OrganisationId, Timestamp};
use serde_json::{Value, json};

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

/// A city that asks for consent.
struct City {
    engine: Engine,
    now: Timestamp,
    steps: u32,
}

impl City {
    fn command(
        &mut self,
        actor: &str,
        stream: Option<StreamId>,
        kind: &str,
        data: &Value,
    ) -> Fallible<Command> {
        self.steps += 1;
        self.now = Timestamp::from_millis(self.now.as_millis() + 60_000)?;
        let mut entropy = [0; 16];
        getrandom::fill(&mut entropy).map_err(|error| error.to_string())?;
        let entropy: String = entropy.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut command = json!({
            "actor": actor, "at": self.now, "data": data, "entropy": entropy, "id": format!("s-{}", self.steps),
            "type": kind,
        });
        if let (Some(stream), Some(members)) = (stream, command.as_object_mut()) {
            members.insert("stream".to_owned(), json!(stream));
        }
        Ok(Command::from_json(command.to_string().as_bytes())?)
    }

    fn act(&mut self, actor: &str, stream: Option<StreamId>, kind: &str, data: &Value) -> Fallible<Executed> {
        let command = self.command(actor, stream, kind, data)?;
        Ok(self.engine.execute(&command)?)
    }

    fn refused(&mut self, what: &str, actor: &str, kind: &str, data: &Value) -> Fallible<()> {
        let command = self.command(actor, None, kind, data)?;
        match self.engine.execute(&command) {
            Ok(_) => Err(format!("{what} should have been refused").into()),
            Err(error) => {
                let Problem { code, message, .. } = Problem::from(&error);
                anstream::println!("  ✗ {what}\n      {message} ({code})");
                Ok(())
            }
        }
    }

    fn holds(&self, person: &str, purpose: &PurposeRef) -> Fallible<String> {
        let person = self.engine.person(&person.parse()?)?;
        let Some(person) = person else { return Ok("no: nobody is known by that id".into()) };
        let view = self.engine.consent(person, purpose, interlink::consent::Asked::Now(self.now))?;
        Ok(format!("{}: {}", if view.allowed { "yes" } else { "no" }, view.message))
    }
}

/// An object with more members.
fn with(data: &Value, more: &Value) -> Value {
    let members = [data, more].into_iter().filter_map(Value::as_object).flatten();
    Value::Object(members.map(|(name, value)| (name.clone(), value.clone())).collect())
}

fn heading(text: &str) {
    anstream::println!("\n{}{text}{}", anstyle::Style::new().bold(), anstyle::Reset);
}

fn main() -> Fallible<()> {
    let engine = Engine::open("memory:")?;
    let mut city = City { engine, now: "2026-03-02T09:00:00.000Z".parse()?, steps: 0 };
    let found = json!({
        "kind": "public_administration", "name": {"en": "City of Porto Nuovo"}, "organisation": "city",
        "teams_by": "members",
    });
    let StreamId::Organisation(organisation) = city.act("anna", None, "organisation.found", &found)?.stream
    else {
        return Err("an organisation was to be founded".into());
    };
    let notice = publish(&mut city, organisation)?;
    let purpose =
        |name: &str| -> Fallible<PurposeRef> { Ok(PurposeRef { organisation, purpose: name.parse()? }) };
    let (touch, surveys) = (purpose("keep-in-touch")?, purpose("surveys")?);

    heading("Dora says what she wants");
    let about = |purpose: &str| json!({"organisation": "city", "purpose": purpose});
    let form = json!({"language": "en", "method": "form", "notice": notice, "valid": {"days": 365}});
    let give = with(&about("keep-in-touch"), &form);
    anstream::println!("  may the city write to her?      {}", city.holds("dora", &touch)?);
    let for_her = with(&give, &json!({"subject": "dora"}));
    city.refused("Anna, who works for the city, consents for Dora", "anna", "consent.give", &for_her)?;
    city.refused("Bruno, a friend, consents for Dora", "bruno", "consent.give", &for_her)?;
    city.refused("Dora withdraws what she never gave", "dora", "consent.withdraw", &about("keep-in-touch"))?;
    let given = city.act("dora", None, "consent.give", &give)?;
    anstream::println!("  may the city write to her?      {}", city.holds("dora", &touch)?);
    anstream::println!("  may it ask her how it worked?   {}", city.holds("dora", &surveys)?);
    let StreamId::Consent(dora) = given.stream else { return Err("a consent was to be given".into()) };
    let record = city
        .engine
        .consent_record(dora, &touch, interlink::consent::Asked::Now(city.now))?
        .ok_or("there is a consent")?;
    let receipt = dpv::receipt(&record, city.now)?;
    anstream::println!("  her receipt: {} bytes of JSON-LD, event {}", receipt.len(), record.event.id);

    heading("She takes it back: one command, no reason");
    city.act("dora", None, "consent.withdraw", &about("keep-in-touch"))?;
    anstream::println!("  may the city write to her?      {}", city.holds("dora", &touch)?);
    for duty in city.engine.duties(organisation, city.now, Language::english())?.duties {
        anstream::println!("  {} has to be told until {}", duty.recipient_name.text, duty.tell_until);
    }
    let told = with(&about("keep-in-touch"), &json!({"recipient": "printer", "subject": "dora"}));
    city.act("anna", None, "recipient.tell", &told)?;

    heading("What rests on the law is objected to");
    city.refused(
        "Dora withdraws from the list of participants",
        "dora",
        "consent.withdraw",
        &about("list-of-participants"),
    )?;
    city.act("dora", None, "objection.raise", &about("list-of-participants"))?;
    anstream::println!(
        "  may the city list her?          {}",
        city.holds("dora", &purpose("list-of-participants")?)?
    );

    heading("A child is asked through who holds parental responsibility");
    city.act("vera", None, "birth.record", &json!({"born": "2015-05-05"}))?;
    city.refused("Vera, who is ten, consents", "vera", "consent.give", &give)?;

    heading("Dora is erased, and the record stands");
    city.act("dora", Some(StreamId::Person(dora)), "person.erase", &json!({}))?;
    let head = StreamHead { version: record.event.head.seq, id: record.event.id };
    let verified = city.engine.verify(given.stream, Some(head))?;
    anstream::println!(
        "  her receipt still proves its place: {} events, each what its hash says",
        verified.version
    );
    let all = city.engine.verify_all()?;
    anstream::println!("  {} streams with {} events verify", all.streams.len(), all.events);
    Ok(())
}

/// A notice is refused until it says everything, and then published.
fn publish(city: &mut City, organisation: OrganisationId) -> Fallible<interlink::types::DocumentId> {
    heading("A notice is published when it says everything");
    let whole: Value = serde_json::from_str(include_str!("notice.json"))?;
    let mut lacking = whole.clone();
    lacking
        .as_object_mut()
        .ok_or("a notice is an object")?
        .retain(|name, _| name != "officer" && name != "rights_at");
    let lacking = Notice::parse(lacking.to_string().as_bytes())?;
    for missing in lacking.missing(StakeholderKind::PublicAdministration) {
        anstream::println!("  ✗ {} ({})", missing.message, missing.article);
    }
    let notice = city.engine.add_document(Notice::parse(whole.to_string().as_bytes())?)?;
    city.act("anna", Some(organisation.into()), "notice.publish", &json!({"notice": notice}))?;
    anstream::println!("  version 1 is in force: {notice}");
    Ok(notice)
}
