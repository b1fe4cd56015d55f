//! Who may say what about whom.

use serde_json::{Value, json};
use testkit::notice;

use crate::tape::{Tape, id};

pub(crate) fn tell() -> String {
    let mut tape =
        Tape::new("Standing: operators, authorities, owners of texts, and erasure by one controller of two.");
    let city = tape.found("anna", "city", "public_administration");
    operators(&mut tape, &city);
    authorities(&mut tape, &city);
    texts(&mut tape);
    tape.text
}

fn operators(tape: &mut Tape, city: &Value) {
    let nothing = Value::Null;
    let person = |who: &str| json!({"person": who});
    tape.say("The host appoints the first operator in its own name; no command of a user's does.");
    tape.refused("operator.denied", "mallory", &nothing, "operator.appoint", person("mallory"));
    tape.as_host("operator.appoint", person("opal"));
    tape.act("opal", &nothing, "operator.appoint", person("otto"));
    tape.refused("operator.exists", "opal", &nothing, "operator.appoint", person("otto"));
    tape.act("otto", &nothing, "operator.dismiss", person("opal"));
    tape.refused("operator.last", "otto", &nothing, "operator.dismiss", person("otto"));
    tape.refused("operator.unknown", "otto", &nothing, "operator.dismiss", person("anna"));
    tape.ask(&json!({"operators": {}}));

    tape.say("An operator verifies what an organisation is; a new name ends that.");
    let entry =
        json!({"kind": "public_administration", "register": {"number": "90000000000", "register": "LV-UR"}});
    tape.refused("operator.denied", "anna", city, "organisation.verify", entry.clone());
    tape.refused("organisation.not_verified", "otto", city, "organisation.unverify", json!({}));
    tape.act("otto", city, "organisation.verify", entry);
    tape.ask(&json!({"organisation": {"organisation_id": id(city)}}));
    tape.act("otto", city, "organisation.unverify", json!({}));

    tape.say("Where somebody administers an organisation, an operator has nothing to say.");
    tape.refused("organisation.administered", "otto", city, "administrator.appoint", person("bruno"));
}

fn authorities(tape: &mut Tape, city: &Value) {
    let nothing = Value::Null;
    tape.say("Nobody is an authority because it says so.");
    let document = tape.ask(&json!({"add_document": notice(1)}))["ok"]["document"].clone();
    tape.act("anna", city, "notice.publish", json!({"notice": document}));
    tape.found("mallory", "ministry", "public_administration");
    let date_of_birth = |acting_for: &str, date_of_birth: &str| json!({"date_of_birth": date_of_birth, "acting_for": acting_for, "evidence": "c".repeat(64), "data_subject": "vera"});
    tape.refused(
        "authority.not_verified",
        "mallory",
        &nothing,
        "date_of_birth.record",
        date_of_birth("ministry", "2000-01-01"),
    );
    let registry = tape.found("olga", "registry", "public_administration");
    let entry =
        json!({"kind": "public_administration", "register": {"number": "90000000001", "register": "LV-UR"}});
    tape.act("otto", &registry, "organisation.verify", entry);
    tape.act("olga", &nothing, "date_of_birth.record", date_of_birth("registry", "2016-06-02"));
    tape.refused(
        "date_of_birth.evidence",
        "vera",
        &nothing,
        "date_of_birth.record",
        json!({"date_of_birth": "2000-01-01"}),
    );
    let own = json!({"acting_for": "registry", "evidence": "b".repeat(64), "kind": "authorised", "representative": "olga", "scope": "everything", "data_subject": "dora"});
    tape.refused("party.conflict_of_interest", "olga", &nothing, "representative.appoint", own);
}

fn texts(tape: &mut Tape) {
    let nothing = Value::Null;
    tape.say("A text is kept and put right by who wrote it or holds it.");
    let said = json!({"grounds": "My true grounds.", "organisation": "city", "purpose": "planning"});
    let text = tape.act("dora", &nothing, "objection.raise", said).0["grounds"].clone();
    let asked = json!({"organisation": "city", "right": "rectification"});
    let (hers, stream) = tape.act("dora", &nothing, "subject_request.make", asked.clone());
    let noted = tape.act("anna", &stream, "subject_request.make", asked).0["request"].clone();
    let put = |request: &Value| json!({"request": request, "text": text, "words": "Other words."});
    tape.refused("text.not_owner", "anna", &stream, "text.rectify", put(&noted));
    tape.act("anna", &stream, "text.rectify", put(&hers["request"]));
    tape.act("dora", &stream, "text.rectify", json!({"text": text, "words": "My own words."}));
    let keep = |organisation: &str, until: &str| json!({"exception": "legal_claims", "law": {"en": "A law"}, "organisation": organisation, "text": text, "until": until});
    tape.refused(
        "text.not_owner",
        "mallory",
        &stream,
        "text.keep",
        keep("ministry", "2027-01-01T00:00:00.000Z"),
    );
    tape.refused("text.kept_until", "anna", &stream, "text.keep", keep("city", "9999-01-01T00:00:00.000Z"));

    tape.say("Each controller erases what it holds; the last one also who she was.");
    let erase = |acting_for: &str| json!({"acting_for": acting_for, "reason": "She asked."});
    tape.refused("person.unrelated", "mallory", &stream, "person.erase", erase("ministry"));
    tape.act("dora", &stream, "subject_request.make", json!({"organisation": "registry", "right": "access"}));
    tape.act("anna", &stream, "person.erase", erase("city"));
    tape.ask(&json!({"party": {"host_id": "dora"}}));
    tape.act("olga", &stream, "person.erase", erase("registry"));
    tape.ask(&json!({"party": {"host_id": "dora"}}));
    tape.ask(&json!({"verify": {}}));
}
