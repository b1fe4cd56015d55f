//! Who may do what: grants, restrictions, teams, approvals, and changes of the rules themselves.
#![cfg(test)]

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::{EventData, StreamId};
use interlink::party::StakeholderKind;
use interlink::problem::Code;
use interlink::types::{DocumentId, GrantId, ItemId, OrganisationId, ProcessId, RestrictionId};
use serde_json::{Value, json};
use testkit::{Town, reasons, small_template};

/// A city with officers and a club with gardeners, and a process under C2G from the small template.
struct Garden {
    town: Town,
    city: OrganisationId,
    club: OrganisationId,
    process: ProcessId,
    stream: StreamId,
}

impl Garden {
    fn new() -> Self {
        Self::under(Shipped::C2g)
    }

    fn under(model: Shipped) -> Self {
        let town = Town::new();
        let city = town.found("anna", "city", "public_administration");
        let club = town.found("bruno", "club", "nonprofit_organisation");
        town.team("anna", city, "officers", "public_administration", &["carla", "dario"]);
        town.team("bruno", club, "gardeners", "citizen", &["elena", "fabio"]);
        let template = town.template(&small_template());
        let process = town.process("anna", Some("city"), model, Some(template));
        Self { town, city, club, process, stream: process.into() }
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn grant(&self, data: Value) -> GrantId {
        match &self.town.act("anna", self.stream, "role.grant", data).events[0].data {
            EventData::Governance(interlink::governance::Event::RoleGranted(granted)) => granted.grant,
            other => panic!("{other:?}"),
        }
    }

    fn restrict(&self, data: Value) -> RestrictionId {
        match &self.town.act("anna", self.stream, "restriction.place", data).events[0].data {
            EventData::Governance(interlink::governance::Event::RestrictionPlaced(placed)) => {
                placed.restriction
            }
            other => panic!("{other:?}"),
        }
    }

    fn may(&self, actor: &str, permission: Permission, key: &str) -> bool {
        self.town.may(actor, permission, self.process, Some(self.item(key)))
    }

    fn refused(&self, actor: &str, kind: &str, data: Value) -> interlink::problem::Problem {
        self.town.refused(actor, self.stream, kind, data)
    }
}

#[test]
fn the_four_models_differ_in_what_each_kind_may_do() {
    let may = |model: &GovernanceModel, kind, permission| {
        model
            .document()
            .roles
            .values()
            .any(|role| role.holders.contains(&kind) && role.permissions.contains(permission))
    };
    use StakeholderKind::{Citizen, ForprofitOrganisation, NonprofitOrganisation, PublicAdministration};
    let rows = [
        // model, permission, citizen, administration, non-profit, company
        (Shipped::C2g, Permission::ProcessAdminister, [false, true, false, false]),
        (Shipped::C2g, Permission::TaskComplete, [false, true, false, false]),
        (Shipped::C2g, Permission::AssetCreate, [true, true, true, true]),
        (Shipped::GPlusG, Permission::ProcessAdminister, [true, true, true, false]),
        (Shipped::GPlusG, Permission::TaskComplete, [true, true, true, false]),
        (Shipped::GPlusG, Permission::TaskStart, [true, true, true, true]),
        (Shipped::G2c, Permission::ProcessAdminister, [false, true, false, false]),
        (Shipped::G2c, Permission::TaskComplete, [true, true, true, true]),
        (Shipped::G2c, Permission::PrerequisiteWaive, [false, true, false, false]),
        (Shipped::C2c, Permission::ProcessAdminister, [true, false, true, false]),
        (Shipped::C2c, Permission::TaskComplete, [true, false, true, false]),
        (Shipped::C2c, Permission::ContributionClaim, [true, false, true, true]),
    ];
    for (which, permission, expected) in rows {
        let model = GovernanceModel::shipped(which);
        let kinds = [Citizen, PublicAdministration, NonprofitOrganisation, ForprofitOrganisation];
        assert_eq!(kinds.map(|kind| may(&model, kind, permission)), expected, "{which:?} {permission}");
        for role in model.document().roles.values() {
            let languages: Vec<&str> =
                role.name.languages().map(interlink::types::Language::as_str).collect();
            assert_eq!(languages, ["en", "es", "it", "lv"]);
        }
    }
    let ids: std::collections::BTreeSet<DocumentId> =
        Shipped::ALL.map(|which| GovernanceModel::shipped(which).id()).into();
    assert_eq!(ids.len(), 4);
}

#[test]
fn joining_a_team_never_takes_a_right_away() {
    let garden = Garden::new();
    garden
        .grant(json!({"holder": {"person": "elena"}, "role": "contributor", "item": garden.item("invite")}));
    assert!(garden.may("elena", Permission::AssetCreate, "invite"));
    // Her team receives less on a nearer or equal scope; on INTERLINK's platform that would take hers away.
    garden.grant(json!({"holder": {"team": "gardeners"}, "role": "observer", "item": garden.item("invite")}));
    assert!(garden.may("elena", Permission::AssetCreate, "invite"));
    assert!(!garden.may("fabio", Permission::AssetCreate, "invite"));
    assert!(garden.may("fabio", Permission::AssetView, "invite"));
}

#[test]
fn the_nearest_word_decides_and_a_restriction_wins_beside_a_grant() {
    let garden = Garden::new();
    garden.grant(json!({"holder": {"team": "gardeners"}, "role": "contributor"}));
    assert!(garden.may("elena", Permission::AssetCreate, "invite"));
    let on_team = json!({
        "holder": {"team": "gardeners"}, "permissions": ["asset.create"], "item": garden.item("plan"), "reason": "Paused.",
    });
    let restriction = garden.restrict(on_team);
    assert!(!garden.may("elena", Permission::AssetCreate, "invite"));
    // A team's restriction binds the team, not what she has herself.
    garden.grant(json!({"holder": {"person": "elena"}, "role": "contributor"}));
    assert!(garden.may("elena", Permission::AssetCreate, "invite"));
    assert!(!garden.may("fabio", Permission::AssetCreate, "invite"));
    // Her own restriction binds her, also against what her teams have.
    garden.restrict(json!({
        "holder": {"person": "elena"}, "permissions": ["asset.create"], "item": garden.item("meet"), "reason": "Twice.",
    }));
    assert!(!garden.may("elena", Permission::AssetCreate, "invite"));
    // A nearer grant speaks louder than a farther restriction.
    garden.grant(json!({"holder": {"person": "elena"}, "role": "contributor", "item": garden.item("agree")}));
    assert!(garden.may("elena", Permission::AssetCreate, "agree"));
    assert!(!garden.may("elena", Permission::AssetCreate, "invite"));
    garden.town.act("anna", garden.stream, "restriction.lift", json!({"restriction": restriction}));
    assert!(garden.may("fabio", Permission::AssetCreate, "invite"));
    let again = garden.refused("anna", "restriction.lift", json!({"restriction": restriction}));
    assert_eq!(again.code, Code::RestrictionEnded);
}

#[test]
fn every_no_says_why() {
    let garden = Garden::new();
    let start = |key: &str| json!({"item": garden.item(key)});
    let why = |actor: &str, key: &str| reasons(&garden.refused(actor, "task.start", start(key)));
    assert_eq!(why("nobody", "invite"), ["reason.stranger"]);

    garden.grant(json!({"holder": {"person": "elena"}, "role": "contributor"}));
    let problem = garden.refused("elena", "task.start", start("invite"));
    assert_eq!(reasons(&problem), ["reason.no_grant"]);
    assert_eq!(problem.reasons[0].to_value()["facts"]["roles"], json!(["coordinator", "officer"]));
    assert_eq!(
        problem.reasons[0].to_value()["message"],
        "It requires a role that this person does not hold: “\u{2068}Coordinator\u{2069}”, “\u{2068}Officer\u{2069}”."
    );

    garden.grant(json!({"holder": {"team": "officers"}, "role": "officer", "item": garden.item("do")}));
    assert_eq!(why("carla", "invite"), ["reason.grant_elsewhere"]);
    assert_eq!(why("carla", "dig"), ["reason.waits_for"]);
}

#[test]
fn grants_hold_from_until() {
    let garden = Garden::new();
    garden.town.act("anna", StreamId::from(garden.city), "member.add", json!({"person": "gina"}));
    let minutes = |n: i64| {
        interlink::types::Timestamp::from_millis(garden.town.now().as_millis() + n * 60_000).unwrap()
    };
    let (from, until) = (minutes(60), minutes(120));
    garden.grant(json!({
        "holder": {"person": "gina"}, "acting_for": "city", "role": "officer", "from": from, "until": until,
    }));
    let start = json!({"item": garden.item("invite")});
    assert_eq!(reasons(&garden.refused("gina", "task.start", start.clone())), ["reason.grant_not_yet"]);
    garden.town.wait_minutes(60);
    assert!(garden.may("gina", Permission::TaskStart, "invite"));
    garden.town.wait_minutes(60);
    let problem = garden.refused("gina", "task.start", start);
    assert_eq!(reasons(&problem), ["reason.grant_ended"]);
    assert_eq!(problem.reasons[0].to_value()["facts"]["ended"], json!(until));
    let reversed =
        json!({"holder": {"person": "gina"}, "role": "observer", "from": minutes(20), "until": minutes(10)});
    assert_eq!(garden.refused("anna", "role.grant", reversed).code, Code::WindowEmpty);
}

#[test]
fn who_leaves_a_team_leaves_its_rights() {
    let garden = Garden::new();
    garden.grant(json!({"holder": {"team": "officers"}, "role": "officer"}));
    assert!(garden.may("carla", Permission::TaskStart, "invite"));
    let data = json!({"team": "officers", "person": "carla"});
    garden.town.act("carla", StreamId::from(garden.city), "team_member.remove", data);
    let problem = garden.refused("carla", "task.start", json!({"item": garden.item("invite")}));
    assert_eq!(reasons(&problem), ["reason.not_in_team"]);
    assert!(garden.may("dario", Permission::TaskStart, "invite"));
}

#[test]
fn a_decision_records_what_it_read_elsewhere() {
    let garden = Garden::new();
    garden.grant(json!({"holder": {"team": "officers"}, "role": "officer"}));
    let head = garden.town.engine.store().read().unwrap().head(garden.city.into()).unwrap().unwrap();
    let data = json!({"item": garden.item("invite")});
    let started = garden.town.act("carla", garden.stream, "task.start", data);
    let event: Value = serde_json::from_str(&started.events[0].to_json()).unwrap();
    let expected = json!([{"id": head.id, "seq": head.seq, "stream": StreamId::from(garden.city)}]);
    assert_eq!(event["data"]["relied_on"], expected);
    // The administrator needed nobody's membership.
    let data = json!({"name": {"en": "The garden"}});
    let edited = garden.town.act("anna", garden.stream, "process.edit", data);
    let event: Value = serde_json::from_str(&edited.events[0].to_json()).unwrap();
    assert!(event["data"].get("relied_on").is_none());
}

#[test]
fn roles_go_only_to_the_kinds_that_the_model_names() {
    let garden = Garden::new();
    let grant = |holder: Value, role: &str| json!({"holder": holder, "role": role});
    let refused = |data: Value| garden.refused("anna", "role.grant", data).code;
    assert_eq!(refused(grant(json!({"team": "gardeners"}), "officer")), Code::RoleKindNotAdmitted);
    assert_eq!(refused(grant(json!({"team": "officers"}), "contributor")), Code::RoleKindNotAdmitted);
    assert_eq!(refused(grant(json!({"person": "elena"}), "officer")), Code::RoleKindNotAdmitted);
    let mut as_city = grant(json!({"person": "elena"}), "officer");
    as_city["acting_for"] = json!("city");
    assert_eq!(refused(as_city.clone()), Code::ActingForNotMember);
    garden.town.act("anna", StreamId::from(garden.city), "member.add", json!({"person": "elena"}));
    garden.grant(as_city);
    let mut team = grant(json!({"team": "officers"}), "officer");
    team["acting_for"] = json!("city");
    assert_eq!(refused(team), Code::PartyKindMismatch);
    assert_eq!(refused(grant(json!({"team": "gardeners"}), "king")), Code::RoleUnknown);
    assert_eq!(refused(grant(json!({"team": "nobodies"}), "observer")), Code::PartyUnknown);
    assert_eq!(refused(grant(json!({"team": "anna"}), "observer")), Code::PartyKindMismatch);
    assert_eq!(refused(grant(json!({"person": "officers"}), "observer")), Code::PartyKindMismatch);
    let mut nowhere = grant(json!({"person": "elena"}), "observer");
    nowhere["item"] = json!("00".repeat(16));
    assert_eq!(refused(nowhere), Code::ItemUnknown);
    let mut narrow = grant(json!({"person": "anna"}), "coordinator");
    narrow["item"] = json!(garden.item("plan"));
    assert_eq!(refused(narrow), Code::RoleScopeTooNarrow);
}

#[test]
fn the_founder_must_be_of_a_kind_that_may_found() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    town.found("bruno", "club", "nonprofit_organisation");
    let create = |model: Shipped, acting_for: Option<&str>| {
        let mut data = json!({"name": {"en": "P"}, "language": "en", "governance": GovernanceModel::shipped(model).id()});
        if let Some(acting_for) = acting_for {
            data["acting_for"] = json!(acting_for);
        }
        data
    };
    let refused = |actor, data| town.refused(actor, None, "process.create", data).code;
    assert_eq!(refused("anna", create(Shipped::C2g, None)), Code::RoleKindNotAdmitted);
    assert_eq!(refused("bruno", create(Shipped::G2c, Some("club"))), Code::RoleKindNotAdmitted);
    assert_eq!(refused("bruno", create(Shipped::C2g, Some("city"))), Code::ActingForNotMember);
    assert_eq!(refused("bruno", create(Shipped::C2g, Some("nowhere"))), Code::PartyUnknown);
    assert_eq!(refused("anna", create(Shipped::C2c, Some("city"))), Code::RoleKindNotAdmitted);
    town.act("anna", None, "process.create", create(Shipped::C2c, None));
    town.act("bruno", None, "process.create", create(Shipped::GPlusG, Some("club")));
    let unknown = json!({"name": {"en": "P"}, "language": "en", "governance": "00".repeat(32)});
    assert_eq!(refused("anna", unknown), Code::DocumentUnknown);
    let template = town.template(&small_template());
    let wrong = json!({"name": {"en": "P"}, "language": "en", "governance": template});
    assert_eq!(refused("anna", wrong), Code::DocumentKind);
}

#[test]
fn nobody_gives_what_she_does_not_hold() {
    let model = json!({
        "document": "governance_model", "id": "test", "version": 1, "name": {"en": "Test"}, "founder": "chief",
        "prerequisites": {"status": "enforced", "previous": "enforced"},
        "roles": {
            "chief": {"name": {"en": "Chief"}, "holders": ["citizen"],
                "permissions": Permission::ALL.iter().map(|p| p.as_str()).collect::<Vec<_>>()},
            "recruiter": {"name": {"en": "Recruiter"}, "holders": ["citizen"],
                "permissions": ["role.grant", "restriction.place", "task.start"]},
            "worker": {"name": {"en": "Worker"}, "holders": ["citizen"], "permissions": ["task.start"]},
            "finisher": {"name": {"en": "Finisher"}, "holders": ["citizen"], "permissions": ["task.complete"]},
        },
    });
    let town = Town::new();
    let model =
        town.engine.add_document(GovernanceModel::parse(model.to_string().as_bytes()).unwrap()).unwrap();
    let process = town.process_under("anna", None, model, None);
    let stream = StreamId::from(process);
    let phase = town.add_item("anna", process, "phase", None, "Phase");
    town.act(
        "anna",
        stream,
        "role.grant",
        json!({"holder": {"person": "rosa"}, "role": "recruiter", "item": phase}),
    );
    let grant = |role: &str, item: Option<ItemId>| {
        let mut data = json!({"holder": {"person": "ugo"}, "role": role});
        if let Some(item) = item {
            data["item"] = json!(item);
        }
        data
    };
    town.act("rosa", stream, "role.grant", grant("worker", Some(phase)));
    assert_eq!(
        town.refused("rosa", stream, "role.grant", grant("worker", None)).code,
        Code::PermissionDenied
    );
    let problem = town.refused("rosa", stream, "role.grant", grant("finisher", Some(phase)));
    assert_eq!(problem.code, Code::RoleExceedsGranter);
    assert_eq!(
        town.refused("rosa", stream, "role.grant", grant("chief", Some(phase))).code,
        Code::RoleExceedsGranter
    );
    // And she cannot take the administration from the chief.
    let take = json!({
        "holder": {"person": "anna"}, "permissions": ["process.administer"], "item": phase, "reason": "A coup.",
    });
    assert_eq!(town.refused("rosa", stream, "restriction.place", take).code, Code::PermissionDenied);
}

#[test]
fn somebody_always_administers() {
    let garden = Garden::new();
    let founder = garden.town.engine.process(garden.process).unwrap();
    let founder = founder.process().governance().grants().next().unwrap().id;
    let revoke = json!({"grant": founder});
    let take = json!({"holder": {"person": "anna"}, "permissions": ["process.administer"], "reason": "No."});
    assert_eq!(garden.refused("anna", "role.revoke", revoke.clone()).code, Code::LastAdministrator);
    assert_eq!(garden.refused("anna", "restriction.place", take).code, Code::LastAdministrator);
    // An administrator for a time is not enough to leave to.
    garden.town.act("anna", StreamId::from(garden.city), "member.add", json!({"person": "gina"}));
    let later = interlink::types::Timestamp::from_millis(garden.town.now().as_millis() + 86_400_000).unwrap();
    let for_a_day =
        json!({"holder": {"person": "gina"}, "acting_for": "city", "role": "coordinator", "until": later});
    garden.grant(for_a_day);
    assert_eq!(garden.refused("anna", "role.revoke", revoke.clone()).code, Code::LastAdministrator);
    garden.grant(json!({"holder": {"person": "gina"}, "acting_for": "city", "role": "coordinator"}));
    garden.town.act("anna", garden.stream, "role.revoke", revoke.clone());
    assert!(!garden.may("anna", Permission::ProcessEdit, "plan"));
    assert_eq!(garden.refused("gina", "role.revoke", revoke).code, Code::GrantEnded);
    assert_eq!(
        garden.refused("gina", "role.revoke", json!({"grant": "00".repeat(16)})).code,
        Code::GrantUnknown
    );
}

#[test]
fn administrators_may_everything_even_when_restricted_in_parts() {
    let garden = Garden::new();
    garden
        .restrict(json!({"holder": {"person": "anna"}, "permissions": ["task.start"], "reason": "A test."}));
    assert!(garden.may("anna", Permission::TaskStart, "invite"));
    let empty = json!({"holder": {"person": "elena"}, "permissions": [], "reason": "Nothing."});
    assert_eq!(garden.refused("anna", "restriction.place", empty).code, Code::RestrictionEmpty);
}

#[test]
fn an_act_waits_for_those_who_must_stand_behind_it() {
    let garden = Garden::new();
    let (phase, plan) = (garden.item("do"), garden.item("plan"));
    let pass = json!({"item": phase, "on": plan, "reason": "Agreed in the council."});
    let approve = json!({"permission": "prerequisite.waive", "item": phase});
    let problem = garden.refused("anna", "prerequisite.waive", pass.clone());
    assert_eq!(reasons(&problem), ["reason.approval_missing"]);
    assert_eq!(problem.reasons[0].to_value()["facts"], json!({"role": "officer", "needed": 1, "given": 0}));

    let request = garden.town.ask_approval("anna", garden.stream, &approve, ("prerequisite.waive", &pass));
    let approve = json!({"request": request});
    assert_eq!(garden.refused("anna", "approval.give", approve.clone()).code, Code::ApprovalNotApprover);
    let start = json!({"type": "task.start", "data": {"item": phase}});
    let other = json!({"permission": "task.start", "item": phase, "act": start});
    assert_eq!(garden.refused("anna", "approval.ask", other).code, Code::ApprovalNotAsked);
    garden.grant(json!({"holder": {"team": "officers"}, "role": "officer"}));
    let given = garden.town.act("carla", garden.stream, "approval.give", approve.clone());
    assert_eq!(garden.refused("carla", "approval.give", approve.clone()).code, Code::ApprovalExists);
    let event: Value = serde_json::from_str(&given.events[0].to_json()).unwrap();
    let withdraw = json!({"approval": event["data"]["approval"]});
    assert_eq!(garden.refused("dario", "approval.withdraw", withdraw.clone()).code, Code::ApprovalUnknown);
    garden.town.act("carla", garden.stream, "approval.withdraw", withdraw);
    assert_eq!(
        reasons(&garden.refused("anna", "prerequisite.waive", pass.clone())),
        ["reason.approval_missing"]
    );
    garden.town.act("dario", garden.stream, "approval.give", approve);
    garden.town.act("anna", garden.stream, "prerequisite.waive", pass);
    // An approval serves once.
    let view = garden.town.engine.process(garden.process).unwrap();
    assert_eq!(view.process().governance().approvals().count(), 0);
    assert!(garden.may("carla", Permission::TaskStart, "dig"));
}

/// Under public-civil partnership both sides stand behind a passed gate; whoever does it counts for her side.
#[test]
fn partners_decide_together() {
    let garden = Garden::under(Shipped::GPlusG);
    garden.town.act("bruno", StreamId::from(garden.club), "member.add", json!({"person": "elena"}));
    garden.grant(json!({"holder": {"team": "officers"}, "role": "public_partner"}));
    garden.grant(json!({"holder": {"person": "elena"}, "acting_for": "club", "role": "civic_partner"}));
    let (phase, plan) = (garden.item("do"), garden.item("plan"));
    let pass = json!({"item": phase, "on": plan, "reason": "Both sides want to begin."});
    let problem = garden.refused("carla", "prerequisite.waive", pass.clone());
    assert_eq!(problem.reasons.len(), 1);
    assert_eq!(problem.reasons[0].to_value()["facts"]["role"], "civic_partner");
    let about = json!({"permission": "prerequisite.waive", "item": phase});
    garden.town.approve(("elena", "carla"), garden.stream, &about, ("prerequisite.waive", &pass));
    garden.town.act("carla", garden.stream, "prerequisite.waive", pass);
}

#[test]
fn nobody_is_both_sides_and_only_who_still_holds_the_role_counts() {
    let garden = Garden::under(Shipped::GPlusG);
    let (phase, plan) = (garden.item("do"), garden.item("plan"));
    let pass = json!({"item": phase, "on": plan, "reason": "I am all of us."});
    let approve = json!({"permission": "prerequisite.waive", "item": phase});
    // Dario has both roles, one in a team of the city and one as a citizen, and still is one person.
    garden.grant(json!({"holder": {"team": "officers"}, "role": "public_partner"}));
    garden.grant(json!({"holder": {"person": "dario"}, "role": "civic_partner"}));
    let problem = garden.refused("dario", "prerequisite.waive", pass.clone());
    assert_eq!(reasons(&problem), ["reason.approval_missing"]);
    // Carla, who is only a public partner, makes room for him to be counted as the other.
    garden.town.approve(("carla", "anna"), garden.stream, &approve, ("prerequisite.waive", &pass));
    let question = |person: &str| {
        let may = garden.town.try_do(person, garden.stream, "prerequisite.waive", pass.clone());
        may.map_err(|error| error.reasons().len())
    };
    garden.town.act(
        "anna",
        StreamId::from(garden.city),
        "team_member.remove",
        json!({"team": "officers", "person": "carla"}),
    );
    assert_eq!(question("dario").unwrap_err(), 1, "Carla is no public partner any more");
    garden.town.act(
        "anna",
        StreamId::from(garden.city),
        "team_member.add",
        json!({"team": "officers", "person": "carla"}),
    );
    assert_eq!(question("dario").unwrap_err(), 1, "she is one again, and has not approved since");
    garden.town.approve(("carla", "anna"), garden.stream, &approve, ("prerequisite.waive", &pass));
    question("dario").unwrap();
}

fn changed(model: Shipped, change: impl FnOnce(&mut Value)) -> GovernanceModel {
    let mut text: Value = serde_json::from_slice(GovernanceModel::shipped(model).bytes()).unwrap();
    change(&mut text);
    GovernanceModel::parse(text.to_string().as_bytes()).unwrap()
}

#[test]
fn rules_change_only_with_their_effect_declared() {
    let garden = Garden::new();
    let engine = &garden.town.engine;
    let grant = garden.grant(json!({"holder": {"team": "gardeners"}, "role": "contributor"}));
    garden.grant(json!({"holder": {"team": "officers"}, "role": "officer"}));
    let next = changed(Shipped::C2g, |model| {
        model["version"] = json!(2);
        model["roles"]["contributor"]["holders"] = json!(["nonprofit_organisation"]);
        model["roles"]["officer"]["permissions"].as_array_mut().unwrap().push(json!("prerequisite.waive"));
        model["roles"].as_object_mut().unwrap().remove("observer");
        model["prerequisites"]["previous"] = json!("enforced");
        model["approvals"] = json!([]);
    });
    let next = engine.add_document(next).unwrap();
    let adopt = |model: DocumentId, effect: Option<Value>| {
        let mut data = json!({"model": model, "reason": "The council decided so."});
        if let Some(effect) = effect {
            data["effect"] = effect;
        }
        data
    };
    // Before work begins, any model can be taken, and the effect goes on record all the same.
    let other = GovernanceModel::shipped(Shipped::GPlusG).id();
    let tried = garden.town.command("anna", Some(garden.stream), "governance.adopt", adopt(other, None));
    // Nobody would administer under the other model: its roles are different ones.
    assert_eq!(engine.dry_run(&tried).unwrap_err().code(), Code::LastAdministrator);

    garden.town.start("carla", garden.process, garden.item("invite"));
    assert_eq!(reasons(&garden.refused("carla", "governance.adopt", adopt(next, None))), ["reason.no_grant"]);
    assert_eq!(garden.refused("anna", "governance.adopt", adopt(other, None)).code, Code::ModelVersion);
    let same = garden.town.model(Shipped::C2g);
    assert_eq!(garden.refused("anna", "governance.adopt", adopt(same, None)).code, Code::ModelVersion);
    let unknown = DocumentId::from_bytes([1; 32]);
    assert_eq!(garden.refused("anna", "governance.adopt", adopt(unknown, None)).code, Code::DocumentUnknown);

    let problem = garden.refused("anna", "governance.adopt", adopt(next, None));
    assert_eq!(problem.code, Code::EffectUndeclared);
    let effect = problem.details.get("effect").unwrap().to_value();
    assert_eq!(
        effect,
        json!({
            "approvals_removed": [{"by": "officer", "count": 1, "permission": "prerequisite.waive"}],
            "eased": ["prerequisite.waive"],
            "grants_ended": [grant],
            "holders_removed": {"contributor": ["citizen", "forprofit_organisation"]},
            "permissions_added": {"officer": ["prerequisite.waive"]},
            "prerequisites": {"previous": "enforced", "status": "enforced"},
            "roles_removed": ["observer"],
        })
    );
    let mut wrong = effect.clone();
    wrong["roles_removed"] = json!([]);
    assert_eq!(
        garden.refused("anna", "governance.adopt", adopt(next, Some(wrong))).code,
        Code::EffectUndeclared
    );
    assert!(garden.may("elena", Permission::AssetCreate, "invite"));
    // What asks for fewer approvals takes those that were asked for till now.
    let eased = garden.refused("anna", "governance.adopt", adopt(next, Some(effect.clone())));
    assert_eq!(reasons(&eased), ["reason.approval_missing"]);
    let matter = json!({"command": "governance.adopt", "document": next});
    let approve = json!({"permission": "prerequisite.waive", "matter": matter});
    let adopt = adopt(next, Some(effect));
    garden.town.approve(("carla", "anna"), garden.stream, &approve, ("governance.adopt", &adopt));
    garden.town.act("anna", garden.stream, "governance.adopt", adopt);
    assert!(!garden.may("elena", Permission::AssetCreate, "invite"));
    assert!(garden.may("carla", Permission::PrerequisiteWaive, "do"));
    engine.verify_all().unwrap();
}

#[test]
fn models_that_make_no_sense_are_refused_with_the_place() {
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut text: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
        change(&mut text);
        let fault = GovernanceModel::parse(text.to_string().as_bytes()).unwrap_err();
        (fault.fault().code(), fault.fault().path().to_owned())
    };
    let invalid = |path: &str| (Code::ModelInvalid, path.to_owned());
    assert_eq!(refused(&|m| m["version"] = json!(0)), invalid("/version"));
    assert_eq!(refused(&|m| m["roles"] = json!({})), invalid("/roles"));
    assert_eq!(refused(&|m| m["founder"] = json!("king")), invalid("/founder"));
    assert_eq!(refused(&|m| m["founder"] = json!("officer")), invalid("/founder"));
    assert_eq!(refused(&|m| m["roles"]["officer"]["holders"] = json!([])), invalid("/roles/officer/holders"));
    assert_eq!(
        refused(&|m| m["roles"]["officer"]["permissions"] = json!([])),
        invalid("/roles/officer/permissions")
    );
    assert_eq!(refused(&|m| m["approvals"][0]["by"] = json!("king")), invalid("/approvals/0/by"));
    assert_eq!(refused(&|m| m["approvals"][0]["count"] = json!(0)), invalid("/approvals/0/count"));
    assert_eq!(
        refused(&|m| {
            let rule = m["approvals"][0].clone();
            m["approvals"].as_array_mut().unwrap().push(rule);
        }),
        invalid("/approvals/0")
    );
    let unknown = refused(&|m| m["roles"]["officer"]["permissions"] = json!(["task.begin"]));
    assert_eq!(unknown, (Code::JsonUnknownVariant, "/roles/officer/permissions/0".to_owned()));
    let unknown = refused(&|m| m["mood"] = json!("good"));
    assert_eq!(unknown, (Code::JsonUnknownField, "/mood".to_owned()));
}

#[test]
fn organisations_are_ruled_as_their_table_says() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let stream = StreamId::from(city);
    let refused = |actor: &str, kind: &str, data: Value| town.refused(actor, stream, kind, data).code;
    let team = |name: &str| json!({"team": name, "name": {"en": name}, "kind": "citizen"});
    let person = |name: &str| json!({"person": name});
    assert_eq!(refused("bruno", "member.add", person("bruno")), Code::OrganisationDenied);
    assert_eq!(refused("bruno", "team.create", team("t")), Code::OrganisationDenied);
    town.act("anna", stream, "member.add", person("bruno"));
    assert_eq!(refused("anna", "member.add", person("bruno")), Code::MemberExists);
    town.act("bruno", stream, "team.create", team("t"));
    assert_eq!(refused("bruno", "team.create", team("t")), Code::PartyHostIdTaken);
    assert_eq!(refused("bruno", "team.create", team("anna")), Code::PartyHostIdTaken);
    let into_team = |name: &str| json!({"team": "t", "person": name});
    assert_eq!(refused("carla", "team_member.add", into_team("carla")), Code::OrganisationDenied);
    town.act("bruno", stream, "team_member.add", into_team("carla"));
    town.act("anna", stream, "team_member.add", into_team("dario"));
    assert_eq!(refused("bruno", "team_member.add", into_team("carla")), Code::MemberExists);
    assert_eq!(refused("dario", "team_member.remove", into_team("carla")), Code::OrganisationDenied);
    town.act("carla", stream, "team_member.remove", into_team("carla"));
    assert_eq!(refused("bruno", "team_member.remove", into_team("carla")), Code::MemberUnknown);
    town.act("bruno", stream, "team_member.add", into_team("carla"));

    town.act("anna", stream, "organisation.edit", json!({"team_creation": "administrators"}));
    assert_eq!(refused("bruno", "team.create", team("u")), Code::OrganisationDenied);
    assert_eq!(refused("anna", "organisation.edit", json!({})), Code::NothingToChange);
    town.act(
        "anna",
        stream,
        "organisation.edit",
        json!({"team_creation": "anyone", "name": {"en": "The City"}}),
    );
    town.act("zeno", stream, "team.create", team("u"));

    assert_eq!(refused("anna", "administrator.dismiss", person("anna")), Code::OrganisationLastAdministrator);
    assert_eq!(refused("anna", "administrator.dismiss", person("bruno")), Code::AdministratorUnknown);
    town.act("anna", stream, "administrator.appoint", person("bruno"));
    assert_eq!(refused("anna", "administrator.appoint", person("bruno")), Code::AdministratorExists);
    town.act("bruno", stream, "administrator.dismiss", person("anna"));
    assert_eq!(refused("anna", "member.add", person("carla")), Code::OrganisationDenied);
    town.act("bruno", stream, "member.remove", person("bruno"));
    assert_eq!(refused("bruno", "member.remove", person("bruno")), Code::MemberUnknown);
    assert_eq!(refused("bruno", "member.add", json!({"person": "t"})), Code::PartyKindMismatch);

    let foreign_kind = json!({"team": "v", "name": {"en": "v"}, "kind": "forprofit_organisation"});
    assert_eq!(refused("bruno", "team.create", foreign_kind), Code::TeamKind);

    let club = town.found("elena", "club", "citizen");
    let foreign = town.refused("elena", StreamId::from(club), "team_member.add", into_team("elena"));
    assert_eq!(foreign.code, Code::TeamUnknown);
    let again =
        json!({"organisation": "city", "name": {"en": "x"}, "kind": "citizen", "team_creation": "anyone"});
    assert_eq!(town.refused("elena", None, "organisation.register", again).code, Code::PartyHostIdTaken);
}
