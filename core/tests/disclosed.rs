//! What was withheld and is disclosed later is learnt, in its place; what is known is not forgotten.
#![cfg(test)]

use interlink::check::Question;
use interlink::governance::{Permission, Shipped};
use interlink::home::Terms;
use interlink::journal::{Event, Seq, StreamId};
use interlink::kernel::{Engine, Imported};
use interlink::types::{DocumentId, ItemId, PersonId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, notice, small_template, told_in};

/// Two processes of the city, whose gates ask Dora for one thing each. What she said about the second comes first.
struct Works {
    town: Town,
    dora: PersonId,
    notice: DocumentId,
    /// Asks for “news.local”, of which she said something before, and after the rest.
    local: (ProcessId, ItemId),
    /// Asks for “news”.
    news: (ProcessId, ItemId),
}

impl Works {
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        let asked = town.publish_notice("anna", city, &notice(1));
        let template = town.template(&small_template());
        let process = |purpose: &str| {
            let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
            let (item, stream) = (town.item(process, "invite"), StreamId::from(process));
            let grant = json!({"holder": {"person": "dora"}, "role": "contributor"});
            town.act("anna", stream, "role.grant", grant);
            let require = json!({"organisation": "city", "purpose": purpose, "item": item});
            town.act("anna", stream, "purpose.require", require);
            (process, item)
        };
        let (local, news) = (process("news.local"), process("news"));
        town.consent("dora", "city", asked, "news.local");
        town.consent("dora", "city", asked, "news");
        let dora = town.engine.person(&"dora".parse().unwrap()).unwrap().unwrap();
        Self { town, dora, notice: asked, local, news }
    }

    fn may(&self, engine: &Engine, (process, item): (ProcessId, ItemId)) -> bool {
        let view = engine.process(process).unwrap();
        let claim = Permission::ContributionClaim;
        view.check(&Question::new(self.dora, claim, self.town.now()).on(item)).allowed()
    }

    fn bring(&self, to: &Engine, process: ProcessId, source: &str) -> Imported {
        let bundle = self.town.engine.export_bundle(process, true).unwrap();
        take(to, &bundle, source)
    }

    fn withheld(&self, engine: &Engine) -> usize {
        let reading = engine.store().read().unwrap();
        let events = reading.events(StreamId::Consent(self.dora), Seq(0), 100).unwrap();
        events.iter().filter(|event| Event::hash(&event.body) != event.id).count()
    }
}

fn take(to: &Engine, bundle: &str, source: &str) -> Imported {
    let terms = Terms::from_json(json!({"source": source}).to_string().as_bytes()).unwrap();
    to.import_bundle_on(bundle.as_bytes(), &terms).unwrap()
}

fn stores(each: impl Fn(Engine)) {
    each(Engine::open("memory:").unwrap());
    let folder = tempfile::tempdir().unwrap();
    each(Engine::open(&format!("sqlite:{}", folder.path().join("there.db").display())).unwrap());
}

#[test]
fn what_another_process_tells_of_the_same_person_is_learnt() {
    stores(|other| {
        let works = Works::new();
        // The process that asks for the later consent comes first: the earlier one is withheld.
        let first = works.town.engine.export_bundle(works.news.0, true).unwrap();
        assert_eq!((take(&other, &first, "city").withheld, works.withheld(&other)), (1, 1));
        assert!(works.may(&other, works.news), "and everything is in memory");
        // The other tells less of the stream than is here, and what is withheld.
        let imported = works.bring(&other, works.local.0, "city");
        assert_eq!((imported.disclosed, works.withheld(&other)), (1, 0));
        assert!(works.may(&other, works.local) && works.may(&other, works.news));
        other.verify_all().unwrap();
        let (id, here) = (StreamId::Consent(works.dora), other.store().read().unwrap());
        let home = works.town.engine.store().read().unwrap();
        let (here, home) = (here.events(id, Seq(0), 9).unwrap(), home.events(id, Seq(0), 9).unwrap());
        assert_eq!(here, home, "the stream is whole");
        // A bundle from before withholds what is known here, and changes nothing.
        let again = take(&other, &first, "city");
        assert_eq!((again.disclosed, again.events, works.withheld(&other)), (0, 0, 0));
        assert!(works.may(&other, works.local));
        other.verify_all().unwrap();
    });
}

#[test]
fn what_a_gate_asks_about_later_is_learnt_with_the_next_bundle() {
    stores(|other| {
        let works = Works::new();
        works.bring(&other, works.news.0, "city");
        let also = json!({"organisation": "city", "purpose": "news.local", "item": works.news.1});
        works.town.act("anna", StreamId::from(works.news.0), "purpose.require", also);
        assert!(works.may(&works.town.engine, works.news));
        let imported = works.bring(&other, works.news.0, "city");
        assert_eq!(imported.disclosed, 1);
        assert!(works.may(&other, works.news), "both are known");
        other.verify_all().unwrap();
        // It goes on as it came.
        assert_eq!(
            told_in(&other.export_bundle(works.news.0, true).unwrap()),
            told_in(&works.town.engine.export_bundle(works.news.0, true).unwrap())
        );
        // And what she takes back at home ends here too.
        works.town.act(
            "dora",
            None,
            "consent.withdraw",
            json!({"organisation": "city", "purpose": "news.local"}),
        );
        works.bring(&other, works.news.0, "city");
        assert!(!works.may(&other, works.news));
        other.verify_all().unwrap();
    });
}

#[test]
fn nobody_else_tells_it_without_a_word_of_the_host() {
    stores(|other| {
        let works = Works::new();
        works.bring(&other, works.news.0, "city");
        let imported = works.bring(&other, works.local.0, "village");
        assert_eq!((imported.disclosed, works.withheld(&other)), (0, 1));
        other.verify_all().unwrap();
    });
}

/// Somebody who makes up what was withheld has no event with that id.
#[test]
fn what_is_told_is_what_the_id_says() {
    stores(|other| {
        let works = Works::new();
        works.bring(&other, works.news.0, "city");
        let bundle = works.town.engine.export_bundle(works.local.0, true).unwrap();
        let forged =
            bundle.replace("\"purpose\":\"news.local\",\"relied", "\"purpose\":\"news.other\",\"relied");
        assert_ne!(forged, bundle);
        let lines: Vec<String> =
            forged.lines().map(|line| line.split_once(' ').unwrap().1.to_owned()).collect();
        let forged = testkit::fuzz::hashed(&lines.join("\n"));
        let terms = Terms::from_json(br#"{"source":"city"}"#).unwrap();
        other.import_bundle_on(forged.as_bytes(), &terms).unwrap_err();
        assert_eq!(works.withheld(&other), 1);
        other.verify_all().unwrap();
    });
}

/// Another engine on the same file has it all in memory when somebody else learns.
#[test]
fn an_engine_that_had_read_it_reads_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("there.db").display());
    let (one, two) = (Engine::open(&url).unwrap(), Engine::open(&url).unwrap());
    let works = Works::new();
    // She takes back what lies within, and says yes to the wider purpose once more: the no is withheld, the yes is not.
    let about = |purpose: &str| json!({"organisation": "city", "purpose": purpose});
    works.town.act("dora", None, "consent.withdraw", about("news.local"));
    works.town.act("dora", None, "consent.withdraw", about("news"));
    works.town.consent("dora", "city", works.notice, "news");
    works.bring(&one, works.news.0, "city");
    assert_eq!(works.withheld(&one), 2);
    assert!(works.may(&one, works.news) && works.may(&two, works.news));
    let also = json!({"organisation": "city", "purpose": "news.local", "item": works.news.1});
    works.town.act("anna", StreamId::from(works.news.0), "purpose.require", also);
    assert!(!works.may(&works.town.engine, works.news), "the specific no outweighs the general yes");
    assert_eq!(works.bring(&one, works.news.0, "city").disclosed, 2);
    assert!(!works.may(&one, works.news) && !works.may(&two, works.news));
    let ask = json!({"consent": {"at": works.town.now(), "organisation_id": works.town.engine
        .process(works.news.0).unwrap().process().organisation().unwrap(), "person": "dora", "purpose": "news.local"}});
    let said: Value = serde_json::from_str(&two.request(ask.to_string().as_bytes())).unwrap();
    assert_eq!(said["ok"]["allowed"], false, "{said}");
    two.verify_all().unwrap();
}
