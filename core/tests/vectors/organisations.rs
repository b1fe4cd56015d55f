//! Organisations and teams.

use serde_json::{Value, json};

use crate::tape::{Tape, id};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Organisations and teams: who rules them, and who is in them.");
    let none = Value::Null;
    let city = tape.found("anna", "city", "public_administration");
    let person = |name: &str| json!({"person": name});
    let team = |name: &str| json!({"team": name, "name": {"en": name}, "kind": "citizen"});
    tape.say("Only administrators add members; members create teams here; whoever creates one leads it.");
    tape.refused("organisation.denied", "bruno", &city, "member.add", person("bruno"));
    tape.act("anna", &city, "member.add", person("bruno"));
    tape.refused("member.exists", "anna", &city, "member.add", person("bruno"));
    tape.refused("organisation.denied", "carla", &city, "team.create", team("gardeners"));
    tape.act("bruno", &city, "team.create", team("gardeners"));
    tape.refused("party.host_id_taken", "bruno", &city, "team.create", team("gardeners"));
    let in_team = json!({"team": "gardeners", "person": "carla", "until": "2027-01-01T00:00:00.000Z"});
    tape.act("bruno", &city, "team_member.add", in_team);
    tape.refused(
        "organisation.denied",
        "dario",
        &city,
        "team_member.remove",
        json!({"team": "gardeners", "person": "carla"}),
    );
    tape.refused("window.empty", "bruno", &city, "team_member.add",
        json!({"team": "gardeners", "person": "dario", "from": "2027-01-01T00:00:00.000Z", "until": "2026-01-01T00:00:00.000Z"}));
    tape.refused(
        "party.unknown",
        "bruno",
        &city,
        "team_member.add",
        json!({"team": "nobody", "person": "dario"}),
    );
    tape.refused(
        "party.kind_mismatch",
        "bruno",
        &city,
        "team_member.add",
        json!({"team": "anna", "person": "dario"}),
    );
    tape.act("carla", &city, "team_member.remove", json!({"team": "gardeners", "person": "carla"}));
    tape.refused(
        "member.unknown",
        "bruno",
        &city,
        "team_member.remove",
        json!({"team": "gardeners", "person": "carla"}),
    );
    tape.say("Somebody always administers.");
    tape.refused("organisation.last_administrator", "anna", &city, "administrator.dismiss", person("anna"));
    tape.refused("administrator.unknown", "anna", &city, "administrator.dismiss", person("bruno"));
    tape.act("anna", &city, "administrator.appoint", person("bruno"));
    tape.refused("administrator.exists", "anna", &city, "administrator.appoint", person("bruno"));
    tape.act("bruno", &city, "administrator.dismiss", person("anna"));
    tape.act(
        "bruno",
        &city,
        "organisation.edit",
        json!({"team_creation": "administrators", "name": {"en": "The City"}}),
    );
    tape.refused("edit.empty", "bruno", &city, "organisation.edit", json!({}));
    tape.refused("organisation.denied", "anna", &city, "team.create", team("walkers"));
    tape.act("bruno", &city, "member.remove", person("bruno"));
    tape.refused("member.unknown", "bruno", &city, "member.remove", person("bruno"));
    tape.say("Teams belong to one organisation.");
    let club = tape.found("elena", "club", "nonprofit_organisation");
    tape.refused(
        "team.unknown",
        "elena",
        &club,
        "team_member.add",
        json!({"team": "gardeners", "person": "elena"}),
    );
    tape.refused(
        "party.host_id_taken",
        "elena",
        &none,
        "organisation.register",
        json!({"organisation": "city", "name": {"en": "x"}, "kind": "citizen", "team_creation": "anyone"}),
    );
    tape.say("A team is renamed, goes on in another of its kind, and is closed by who leads it.");
    let name = json!({"team": "gardeners", "name": {"en": "Gardeners and walkers"}});
    tape.refused("organisation.denied", "carla", &city, "team.edit", name.clone());
    tape.act("bruno", &city, "team.edit", name);
    tape.act("bruno", &city, "team_member.add", json!({"team": "gardeners", "person": "carla"}));
    tape.act("bruno", &city, "team.create", team("walkers"));
    tape.refused("team.merge", "bruno", &city, "team.merge", json!({"team": "walkers", "into": "walkers"}));
    tape.act("bruno", &city, "team.merge", json!({"team": "gardeners", "into": "walkers"}));
    tape.refused(
        "team.closed",
        "bruno",
        &city,
        "team_member.add",
        json!({"team": "gardeners", "person": "dario"}),
    );
    tape.act("bruno", &city, "team.close", json!({"team": "walkers"}));
    tape.say("What is given today begins today or later.");
    let early = json!({"person": "dario", "from": "2020-01-01T00:00:00.000Z"});
    tape.refused("window.backdated", "bruno", &city, "member.add", early);
    tape.say("As it is, and as it was.");
    tape.ask(&json!({"organisation": {"organisation_id": id(&city)}}));
    tape.ask(&json!({"organisation": {"organisation_id": id(&city), "as_of": {"seq": 3}}}));
    tape.ask(&json!({"organisation": {"organisation_id": id(&city), "as_of": {"seq": 99}}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}
