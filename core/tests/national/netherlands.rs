//! The Netherlands: what Nijmegen takes from an administrator whom a court appointed. A power is a law and an action.

use interlink::kernel::Command;
use interlink::mandate::{Dimension, MandateKind, MandateStatus, ShippedKind};
use interlink::problem::Code;
use serde_json::{Value, json};
use testkit::with;

use super::{Hall, attested, evidence, read_json};

/// A sample as a command says it. What the sample does not have, the command has not either.
fn registered(sample: &Value) -> Value {
    let document = &sample["document"];
    let mut data = json!({"mandate_source": "court", "act_evidence": evidence(&document.to_string()),
        "powers": document["scopes"]});
    let parties = [("principal", "person", "clientBsn"), ("mandate_holder", "organisation", "kvkNumber")];
    for (member, form, theirs) in parties {
        if let Some(id) = document[theirs].as_str() {
            data[member] = json!({form: format!("{theirs} {id}")});
        }
    }
    data
}

fn samples() -> Vec<Value> {
    read_json("nl-nijmegen/samples.json").as_array().unwrap().clone()
}

fn sample(case: &str) -> Value {
    samples().into_iter().find(|sample| sample["case"] == case).unwrap()
}

/// All scopes of the samples.
fn scopes() -> Vec<String> {
    let all =
        samples().into_iter().flat_map(|sample| sample["document"]["scopes"].as_array().unwrap().clone());
    let mut all: Vec<String> = all.map(|scope| scope.as_str().unwrap().to_owned()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The kind that ships.
fn shipped() -> MandateKind {
    (*MandateKind::shipped(ShippedKind::CourtAdministrator)).clone()
}

/// A hall with the administrators' offices.
fn hall() -> Hall {
    let hall = Hall::at("2026-03-02T09:00:00.000Z");
    for sample in samples() {
        if let Some(number) = sample["document"]["kvkNumber"].as_str() {
            hall.company(&format!("kvkNumber {number}"), &format!("head of {number}"));
        }
    }
    hall
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn each_sample_is_taken_or_refused_as_expected() {
    let hall = hall();
    let kind = hall.add(shipped());
    let mut taken = 0;
    for sample in samples() {
        let data = with(registered(&sample), &json!({"mandate_kind": kind}));
        let command = json!({"id": format!("n{taken}"), "at": hall.town.now(), "actor": "opal",
            "entropy": format!("a{taken:031x}"), "type": "mandate.register", "data": data});
        let read = Command::from_json(command.to_string().as_bytes());
        if sample["expect"] == "valid" {
            hall.town.engine.execute(&read.unwrap()).unwrap();
            taken += 1;
            continue;
        }
        // Without a holder it is no command at all, and the fault names what lacks.
        let fault = read.unwrap_err();
        assert_eq!((fault.code(), fault.path()), (Code::JsonMissingField, "/data"), "{sample}");
        assert!(fault.to_string().contains("mandate_holder"), "{fault}");
        assert_eq!(sample["expect"], "refused: the holder (kvkNumber) is missing");
    }
    assert_eq!(taken, 2);
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn the_office_lets_its_people_use_what_the_court_gave_and_no_more() {
    let hall = hall();
    let kind = hall.add(shipped());
    let all = scopes();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let own = json!({"mandate_sources": ["grant"], "may_grant": {"party_itself": true}});
    let own = hall.kind(&attested("NL:own-people", &all, &own));
    for case in ["full", "limited"] {
        let sample = sample(case);
        let data = registered(&sample);
        let (client, office) = (
            data["principal"]["person"].as_str().unwrap(),
            data["mandate_holder"]["organisation"].as_str().unwrap(),
        );
        let m1 = hall.register(kind, (client, office), &data);
        let (head, clerk) = (office.replace("kvkNumber", "head of"), format!("clerk of {office}"));
        let m2 = hall.grant(&head, own, (office, &clerk));
        for scope in &all {
            let answer = hall.ask(&clerk, client, scope);
            if data["powers"].as_array().unwrap().contains(&json!(scope)) {
                assert_eq!(answer.mandate_ids, [m2, m1], "{case} {scope}");
            } else {
                assert_eq!(answer.mandates[0].dimension, Dimension::Powers, "{case} {scope}");
                assert_eq!(answer.mandates[0].mandate_id, m1);
            }
            // Who leads the office, and whoever else is in it, has nothing by that alone.
            assert!(!hall.may(&head, client, scope));
        }
    }
    assert!(!hall.may("clerk of kvkNumber 00000001", "clientBsn 999990002", "BWBR0015703:read"));
}

// What a court gave, the client does not take back, and nobody ends it without evidence.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn only_who_shows_the_courts_decision_ends_it() {
    let hall = hall();
    let kind = hall.add(shipped());
    let data = registered(&sample("full"));
    let (client, office) = (
        data["principal"]["person"].as_str().unwrap(),
        data["mandate_holder"]["organisation"].as_str().unwrap(),
    );
    let m1 = hall.register(kind, (client, office), &data);
    let ends = json!({"act_evidence": evidence("the court's decision")});
    for who in [client, "head of 00000001"] {
        assert_eq!(
            hall.cannot(who, m1, "mandate.revoke", ends.clone()).code,
            Code::MandateNotPermitted,
            "{who}"
        );
    }
    assert_eq!(hall.cannot("opal", m1, "mandate.revoke", json!({})).code, Code::MandateEvidenceMissing);
    hall.on("opal", m1, "mandate.revoke", ends);
    assert_eq!(hall.view(m1).mandate_status, MandateStatus::Revoked);
}
