//! What a process knows of its people's consents never outlives what they said, whoever looks, when, and from which moment.
#![cfg(test)]

use interlink::Engine;
use interlink::check::Question;
use interlink::governance::{Permission, Shipped};
use interlink::types::{DocumentId, ItemId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, giving, host, notice, small_template};

/// A process that takes part of dora's data on her consent, which she has given.
struct Garden {
    town: Town,
    told: DocumentId,
    process: ProcessId,
    item: ItemId,
}

impl Garden {
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        let told = town.publish_notice("anna", city, &notice(1));
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
        let stream = Some(process.into());
        let grant = json!({"holder": {"person": "dora"}, "role": "civic_partner"});
        town.act("anna", stream, "role.grant", grant);
        let item = town.item(process, "invite");
        let required = json!({"item": item, "organisation": "city", "purpose": "news"});
        town.act("anna", stream, "purpose.require", required);
        let garden = Self { town, told, process, item };
        garden.says("dora", true);
        garden
    }

    fn engine(&self) -> &Engine {
        &self.town.engine
    }

    fn says(&self, who: &str, yes: bool) {
        if yes {
            self.town.act(who, None, "consent.give", giving("city", self.told, "news"));
        } else {
            let about = json!({"organisation": "city", "purpose": "news"});
            self.town.act(who, None, "consent.withdraw", about);
        }
    }

    /// Whether dora may work, by the engine as it is now.
    fn dora_may(&self) -> bool {
        let actor = self.engine().person(&host("dora")).unwrap().unwrap();
        let question = Question::new(actor, Permission::TaskStart, self.town.now()).on(self.item);
        self.engine().process(self.process).unwrap().check(&question).allowed()
    }
}

#[test]
fn a_moment_that_has_passed_leaves_nothing_behind_that_others_believe() {
    let garden = Garden::new();
    assert!(garden.dora_may());
    // Organisations that came since the register was loaded: a register that is read at a moment knows them from the start.
    for n in 0..8 {
        garden.town.found("bert", &format!("other-{n}"), "nonprofit_organisation");
    }
    let moment = garden.engine().moment().unwrap();
    garden.says("dora", false);
    let actor = garden.engine().person(&host("dora")).unwrap().unwrap();
    let question = Question::new(actor, Permission::TaskStart, garden.town.now()).on(garden.item);
    assert!(moment.process(garden.process).unwrap().check(&question).allowed(), "she had not said it yet");
    // So many that a count which is ahead is caught up with before anybody looks.
    (0..12).for_each(|n| garden.says(&format!("stranger-{n}"), true));
    assert!(!garden.dora_may());
}

#[test]
fn a_register_that_is_read_again_is_another() {
    let garden = Garden::new();
    // It is read person by person: what dora says last is not what comes last.
    (0..40).for_each(|n| garden.says(&format!("neighbour-{n}"), true));
    assert!(garden.dora_may());
    // Putting a text right makes the register be read again, since it might be a birthday.
    let stream = Some(garden.process.into());
    let asked = json!({"text": "I would like to help."});
    garden.town.act("eva", stream, "participation.ask", asked);
    let eva = garden.engine().person(&host("eva")).unwrap().unwrap();
    let entries = garden.engine().store().read().unwrap().entries(None, 100).unwrap();
    let text = entries.iter().find(|entry| entry.data_subject_id == eva).unwrap().place;
    let asking = json!({"organisation": "city", "right": "rectification"});
    let asked = garden.town.act("eva", Some(eva.into()), "subject_request.make", asking);
    let asked: Value = serde_json::from_str(&asked.events[0].to_json()).unwrap();
    let put = json!({"request": asked["data"]["request"], "text": text, "words": "I would like to dig."});
    garden.town.act("anna", Some(eva.into()), "text.rectify", put);
    garden.says("dora", false);
    for n in 0..20 {
        garden.says(&format!("stranger-{n}"), true);
        // Somebody else has it read.
        garden.engine().consents().unwrap();
        assert!(!garden.dora_may(), "{n} strangers");
    }
    garden.says("dora", true);
    assert!(garden.dora_may());
}
