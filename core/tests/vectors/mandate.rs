//! Mandates.

use serde_json::{Value, json};

use crate::tape::Tape;

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Mandates: who acts for whom, by which of them, and why not.");
    let nothing = Value::Null;
    tape.ask(&json!({"mandate_kinds": {"language": "lv"}}));
    let operator = tape.command("keeper", &nothing, "operator.appoint", json!({"person": "opal"}));
    tape.ask(&json!({"execute_as_host": operator}));
    let firm = json!({"organisation": "firm", "name": {"en": "The Firm"}, "kind": "forprofit_organisation",
        "team_creation": "members"});
    tape.act("bella", &nothing, "organisation.register", firm);
    let power = json!({"name": {"en": "File"}, "power_rights": ["assign", "exercise", "pass_on"]});
    let kind = json!({
        "document": "mandate_kind", "kind_code": "tax:client", "version": 1, "name": {"en": "Client"},
        "acceptance": "by_code", "pending_days": 7, "requestable": true, "end_rule": "optional", "look_back_days": 30,
        "time_zone": "Europe/Riga", "principal_forms": ["organisation", "person"], "holder_forms": ["organisation", "person"],
        "mandate_sources": ["court", "grant"], "evidence_for": ["revoke"], "may_grant": {"party_itself": true},
        "may_withdraw": {"party_itself": true}, "may_renounce": {"party_itself": true},
        "may_pass_on": {"party_itself": true},
        "pass_on": {"depth": 1, "organisation_holders": "optional", "person_holders": "never", "to": ["person"]},
        "powers": {"tax:file": power, "tax:pay": power},
    });
    let kind = tape.ask(&json!({"add_document": kind}))["ok"]["document"].clone();
    give(&mut tape, &kind);
    take_away(&mut tape, &kind);
    tape.ask(&json!({"verify": {}}));
    tape.text
}

fn give(tape: &mut Tape, kind: &Value) {
    let nothing = Value::Null;
    tape.say("Maria gives the firm a mandate; its administrator accepts it with the code, and passes it on.");
    let grant = json!({"mandate_kind": kind, "principal": {"person": "maria"}, "mandate_holder": {"organisation": "firm"}, "may_pass_on": true,
        "acceptance_code": "4711", "mandate_targets": [{"service_code": "tax:income"}], "through": "2027-03-01"});
    tape.refused(
        "party.unknown",
        "maria",
        &nothing,
        "mandate.grant",
        with(&grant, "principal", &json!({"person": "nobody"})),
    );
    let new = with(&grant, "mandate_holder", &json!({"organisation": "another firm"}));
    tape.refused("party.unknown", "maria", &nothing, "mandate.grant", new);
    let (_, firm) = tape.act("maria", &nothing, "mandate.grant", grant.clone());
    tape.refused("mandate.overlaps", "maria", &nothing, "mandate.grant", grant);
    tape.refused("mandate.wrong_code", "bella", &firm, "mandate.accept", json!({"acceptance_code": "4712"}));
    tape.act("bella", &firm, "mandate.accept", json!({"acceptance_code": "4711"}));
    let id = firm.as_str().unwrap().split_once('/').unwrap().1.to_owned();
    let on = json!({"parent_id": id, "mandate_holder": {"person": "clara"}, "powers": ["tax:file"]});
    let wide = with(&on, "through", &json!("2028-01-01"));
    tape.refused("mandate.wider", "bella", &nothing, "mandate.pass_on", wide);
    let (_, clara) = tape.act("bella", &nothing, "mandate.pass_on", on);
    tape.act("clara", &clara, "mandate.accept", json!({}));
    let ask = |power: &str, target: Value, at: &str| {
        json!({"mandate_check": {"actor": "clara", "on_behalf_of": "maria", "power": power, "at": at,
            "mandate_target": target}})
    };
    let income = json!({"service_code": "tax:income"});
    let now = tape.now();
    tape.ask(&ask("tax:file", income.clone(), &now));
    tape.ask(&ask("tax:pay", income.clone(), &now));
    tape.ask(&ask("tax:file", json!({"service_code": "tax:land"}), &now));
    tape.ask(&ask("tax:file", income.clone(), "2027-03-01T21:59:59.999Z"));
    tape.ask(&ask("tax:file", income.clone(), "2027-03-01T22:00:00.000Z"));
    tape.ask(&json!({"principals": {"actor": "clara", "at": now}}));
    tape.ask(&json!({"mandates": {"host_id": "maria", "at": now}}));
    tape.act("clara", &clara, "mandate.use", json!({"power": "tax:file", "mandate_target": income}));
    tape.ask(&json!({"mandate": {"mandate_id": id, "at": now}}));
    tape.say("Suspended, it stops whatever was passed on; an end needs evidence.");
    tape.act("maria", &firm, "mandate.suspend", json!({}));
    tape.ask(&ask("tax:file", json!({"service_code": "tax:income"}), &now));
    tape.act("maria", &firm, "mandate.resume", json!({}));
    tape.refused("mandate.evidence_missing", "maria", &firm, "mandate.revoke", json!({}));
    let proof = json!({"sha256": "a".repeat(64)});
    tape.act("maria", &firm, "mandate.revoke", json!({"powers": ["tax:pay"], "act_evidence": proof}));
    tape.refused("mandate.not_permitted", "clara", &firm, "mandate.revoke", json!({"act_evidence": proof}));
    tape.act("clara", &clara, "mandate.renounce", json!({}));
}

fn take_away(tape: &mut Tape, kind: &Value) {
    let nothing = Value::Null;
    tape.say("Nora asks for a mandate and Maria refuses; an operator registers what a court decided.");
    let asked =
        json!({"mandate_kind": kind, "principal": {"person": "maria"}, "mandate_holder": {"person": "nora"}});
    let (_, stream) = tape.act("nora", &nothing, "mandate.request", asked.clone());
    tape.refused("mandate.not_permitted", "nora", &stream, "mandate.accept", json!({}));
    tape.act("maria", &stream, "mandate.refuse", json!({}));
    let mut court = with(&asked, "mandate_source", &json!("court"));
    court["act_evidence"] = json!({"sha256": "b".repeat(64), "received_at": "2026-03-01T12:00:00.000Z"});
    tape.refused("operator.denied", "maria", &nothing, "mandate.register", court.clone());
    tape.act("opal", &nothing, "mandate.register", court);
    together(tape);
    tape.say("Nothing but work in a process is done in another's name.");
    let mut command =
        tape.command("nora", &nothing, "consent.withdraw", json!({"organisation": "firm", "purpose": "p"}));
    command["on_behalf_of"] = json!("maria");
    tape.ask(&json!({"execute": command}));
    let now = tape.now();
    tape.ask(&json!({"audit_trail": {"after": 0, "limit": 100, "language": "es"}}));
    tape.ask(&json!({"mandates": {"host_id": "maria", "at": now}}));
}

fn together(tape: &mut Tape) {
    let nothing = Value::Null;
    tape.say("Two of the firm's three signatories act together.");
    let kind = json!({
        "document": "mandate_kind", "kind_code": "firm:signatory", "version": 1, "name": {"en": "Signatory"},
        "acceptance": "none", "end_rule": "forbidden", "time_zone": "Europe/Riga", "together": {"at_least": 2},
        "principal_forms": ["organisation"], "holder_forms": ["person"], "mandate_sources": ["grant"],
        "may_grant": {"party_itself": true},
        "powers": {"firm:sign": {"name": {"en": "Sign"}, "power_rights": ["exercise"]}},
    });
    let kind = tape.ask(&json!({"add_document": kind}))["ok"]["document"].clone();
    for holder in ["clara", "nora", "olaf"] {
        let grant = json!({"mandate_kind": kind, "principal": {"organisation": "firm"}, "mandate_holder": {"person": holder}});
        tape.act("bella", &nothing, "mandate.grant", grant);
    }
    let now = tape.now();
    for others in [json!([]), json!(["clara"]), json!(["nora"])] {
        tape.ask(&json!({"mandate_check": {"actor": "clara", "on_behalf_of": "firm", "power": "firm:sign", "at": now,
            "together_with": others}}));
    }
    tape.ask(&json!({"principals": {"actor": "clara", "at": now}}));
}

fn with(data: &Value, name: &str, value: &Value) -> Value {
    let mut data = data.clone();
    data[name] = value.clone();
    data
}
