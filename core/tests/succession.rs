//! A role in an organisation's name rests with the membership, the founder's too; and no process is left that nobody governs.
#![cfg(test)]

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::StreamId;
use interlink::problem::Code;
use interlink::types::{OrganisationId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, host};

/// Olga administers the city; Anna, a member, founded a process in its name.
struct Left {
    town: Town,
    city: OrganisationId,
    process: ProcessId,
}

fn person(who: &str) -> Value {
    json!({"person": who})
}

/// The founder's role in nobody's name (of citizens among themselves) or in an organisation's (a city's).
fn chief(who: &str, acting_for: Option<&str>) -> Value {
    let role = if acting_for.is_some() { "coordinator" } else { "organiser" };
    let mut data = json!({"holder": {"person": who}, "role": role});
    if let Some(acting_for) = acting_for {
        data["acting_for"] = json!(acting_for);
    }
    data
}

impl Left {
    fn new() -> Self {
        let town = Town::new();
        let city = town.found("olga", "city", "public_administration");
        town.act("olga", StreamId::from(city), "member.add", person("anna"));
        let process = town.process("anna", Some("city"), Shipped::C2g, None);
        Self { town, city, process }
    }

    fn leave(&self, who: &str) {
        self.town.act(who, StreamId::from(self.city), "member.remove", person(who));
    }

    fn administers(&self, who: &str) -> bool {
        self.town.may(who, Permission::ProcessAdminister, self.process, None)
    }

    fn refused(&self, who: &str, data: Value) -> Code {
        self.town.refused(who, StreamId::from(self.process), "role.grant", data).code
    }

    fn grant(&self, who: &str, data: Value) -> Value {
        let granted = self.town.act(who, StreamId::from(self.process), "role.grant", data);
        serde_json::to_value(&granted.events[0]).unwrap()["data"].clone()
    }

    fn erase(&self, who: &str) {
        let id = self.town.engine.person(&host(who)).unwrap().unwrap();
        self.town.act(who, StreamId::Person(id), "person.erase", json!({}));
    }
}

#[test]
fn the_founder_who_left_administers_no_more_and_does_again_when_she_is_back() {
    let left = Left::new();
    assert!(left.administers("anna"));
    left.leave("anna");
    assert!(!left.administers("anna"), "she left the city, and the role was in its name");
    let edit = json!({"name": {"en": "Mine now"}});
    let refused = left.town.refused("anna", StreamId::from(left.process), "process.edit", edit);
    assert_eq!(refused.code, Code::PermissionDenied);
    assert_eq!(left.refused("anna", chief("anna", Some("city"))), Code::PermissionDenied);
    left.town.act("olga", StreamId::from(left.city), "member.add", person("anna"));
    assert!(left.administers("anna"));
    left.town.engine.verify_all().unwrap();
}

#[test]
fn whoever_founds_in_nobodys_name_keeps_what_is_hers() {
    let left = Left::new();
    let own = left.town.process("anna", None, Shipped::C2c, None);
    left.leave("anna");
    assert!(left.town.may("anna", Permission::ProcessAdminister, own, None));
    let refused = left.town.refused("olga", StreamId::from(own), "role.grant", chief("olga", Some("city")));
    assert_eq!(refused.code, Code::PermissionDenied, "the city has nothing to do with it");
}

#[test]
fn an_administrator_of_the_organisation_steps_in_only_where_nobody_governs() {
    let left = Left::new();
    assert_eq!(left.refused("olga", chief("olga", Some("city"))), Code::PermissionDenied, "Anna governs it");
    left.town.act("olga", StreamId::from(left.city), "member.add", person("bruno"));
    left.leave("anna");
    let denied = Code::PermissionDenied;
    assert_eq!(left.refused("bruno", chief("bruno", Some("city"))), denied, "a member is no administrator");
    left.town.found("mallory", "club", "public_administration");
    assert_eq!(left.refused("mallory", chief("mallory", Some("club"))), denied);
    left.town.try_as_host("operator.appoint", person("opal")).unwrap();
    assert_eq!(left.refused("opal", chief("opal", None)), denied, "the city can do it itself");
    // In the city's name, for somebody who belongs there, and nothing less than to govern.
    let for_herself = json!({"holder": {"person": "olga"}, "role": "coordinator"});
    assert_eq!(left.refused("olga", for_herself), Code::ActingForNotMember);
    assert_eq!(left.refused("olga", chief("mallory", Some("city"))), Code::ActingForNotMember);
    let facilitator = json!({"holder": {"person": "olga"}, "role": "officer", "acting_for": "city"});
    assert_eq!(left.refused("olga", facilitator), denied);
    let granted = left.grant("olga", chief("bruno", Some("city")));
    assert_eq!(granted["successor"], true);
    assert_eq!(granted["relied_on"][0]["stream"], json!(StreamId::from(left.city)));
    assert!(left.administers("bruno") && !left.administers("olga"));
    assert_eq!(left.refused("olga", chief("olga", Some("city"))), denied, "Bruno governs it");
    left.leave("bruno");
    left.grant("olga", chief("olga", Some("city")));
    assert!(left.administers("olga"));
    left.town.engine.verify_all().unwrap();
}

#[test]
fn whoever_was_erased_governs_nothing() {
    let left = Left::new();
    left.erase("anna");
    let granted = left.grant("olga", chief("olga", Some("city")));
    assert_eq!(granted["successor"], true);
    assert_eq!(granted["relied_on"].as_array().unwrap().len(), 2, "the city, and that Anna was erased");
    left.town.engine.verify_all().unwrap();
}

#[test]
fn an_operator_appoints_where_no_organisation_can() {
    let left = Left::new();
    let own = StreamId::from(left.town.process("dora", None, Shipped::C2c, None));
    left.town.try_as_host("operator.appoint", person("opal")).unwrap();
    let code =
        |who: &str, stream, whom: &str| left.town.refused(who, stream, "role.grant", chief(whom, None)).code;
    assert_eq!(code("opal", own, "emil"), Code::PermissionDenied, "Dora governs it");
    left.erase("dora");
    assert_eq!(code("mallory", own, "mallory"), Code::PermissionDenied);
    assert_eq!(code("olga", own, "olga"), Code::PermissionDenied);
    assert_eq!(code("opal", own, "opal"), Code::PartyConflictOfInterest);
    left.town.act("opal", own, "role.grant", chief("emil", None));
    assert_eq!(code("opal", own, "otto"), Code::PermissionDenied, "Emil governs it");
    // Where the organisation has lost its administrators too, it gets one first, who then sees to its processes.
    left.erase("anna");
    left.erase("olga");
    let stream = StreamId::from(left.process);
    assert_eq!(code("opal", stream, "emil"), Code::PermissionDenied);
    left.town.act("opal", StreamId::from(left.city), "administrator.appoint", person("petra"));
    left.grant("petra", chief("petra", Some("city")));
    assert!(left.administers("petra"));
    left.town.engine.verify_all().unwrap();
}

#[test]
fn approvals_that_nobody_can_give_do_not_stand_in_a_successors_way() {
    let left = Left::new();
    let model = json!({
        "document": "governance_model", "id": "eyes", "version": 1, "name": {"en": "Eyes"}, "founder": "coordinator",
        "prerequisites": {"status": "enforced", "previous": "enforced"},
        "approvals": [{"permission": "role.grant", "by": "coordinator", "count": 2}],
        "roles": {"coordinator": {"name": {"en": "Chief"}, "holders": ["public_administration"],
            "permissions": Permission::ALL.iter().map(|p| p.as_str()).collect::<Vec<_>>()}},
    });
    let model = GovernanceModel::parse(model.to_string().as_bytes()).unwrap();
    let id = left.town.engine.add_document(model).unwrap();
    let process = StreamId::from(left.town.process_under("anna", Some("city"), id, None));
    left.leave("anna");
    left.town.act("olga", process, "role.grant", chief("olga", Some("city")));
    let second = left.town.refused("olga", process, "role.grant", chief("olga", Some("city")));
    assert_eq!(second.code, Code::PermissionDenied, "what comes after is approved like everything else");
}
