//! Notices, and what people want done with their data.

use serde_json::{Value, json};
use testkit::notice;

use crate::tape::{Tape, id};

fn with(mut data: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        data[key] = value.clone();
    }
    data
}

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Consent: notices, who says what when, and what follows.");
    let city = tape.found("anna", "city", "public_administration");
    tape.authority("olga", "registry");
    let nothing = Value::Null;

    tape.say("A notice is published when it says everything.");
    let mut lacking = notice(1);
    lacking.as_object_mut().unwrap().remove("officer");
    let incomplete = tape.ask(&json!({"add_document": lacking}))["ok"]["document"].clone();
    tape.ask(&json!({"notice_gaps": {"kind": "public_administration", "notice": incomplete}}));
    tape.refused("notice.incomplete", "anna", &city, "notice.publish", json!({"notice": incomplete}));
    tape.say("What the law does not allow is not published: each with the article and the place.");
    let mut unlawful = notice(1);
    unlawful["recipients"][0].as_object_mut().unwrap().remove("role");
    unlawful["purposes"][0]["storage"]["places"] = json!(["US"]);
    unlawful["purposes"][2]["automation"] = json!("full");
    unlawful["purposes"][2]["automated_decisions"] = json!({"en": "A score."});
    let unlawful = tape.ask(&json!({"add_document": unlawful}))["ok"]["document"].clone();
    tape.ask(&json!({"notice_gaps": {"kind": "public_administration", "notice": unlawful}}));
    let mut for_ever = notice(1);
    for_ever["purposes"][0]["storage"]["retention"] = json!({"until": {"en": "for ever"}});
    tape.ask(&json!({"add_document": for_ever}));
    let document = tape.ask(&json!({"add_document": notice(1)}))["ok"]["document"].clone();
    tape.refused("organisation.denied", "dora", &city, "notice.publish", json!({"notice": document}));
    tape.act("anna", &city, "notice.publish", json!({"notice": document}));
    tape.refused("notice.version", "anna", &city, "notice.publish", json!({"notice": document}));
    tape.ask(&json!({"notices": {"organisation_id": id(&city), "language": "it"}}));

    let about = |purpose: &str| json!({"organisation": "city", "purpose": purpose});
    let of = |subject: &str, purpose: &str| with(about(purpose), &json!({"data_subject": subject}));
    let give = |purpose: &str, more: Value| {
        let form = json!({"language": "en", "method": "form", "notice": document, "valid": {"days": 300}});
        with(with(about(purpose), &form), &more)
    };

    tape.say("She is asked, decides, and takes it back.");
    tape.act("anna", &nothing, "consent.request", with(of("dora", "news"), &json!({"notice": document})));
    tape.act("dora", &nothing, "consent.defer", about("news"));
    tape.act("dora", &nothing, "consent.refuse", about("news"));
    let receipts = |tape: &mut Tape, purpose: &str| {
        let now = tape.now();
        for format in ["record", "govstack", "kantara"] {
            tape.ask(&json!({"receipt": {"at": now, "format": format, "organisation_id": id(&city), "person": "dora", "purpose": purpose}}));
        }
    };
    receipts(&mut tape, "news");
    tape.refused("consent.transition", "dora", &nothing, "consent.withdraw", about("news"));
    tape.act("dora", &nothing, "consent.give", give("news", json!({})));
    let now = tape.now();
    let ask = |purpose: &str, at: &str| json!({"consent": {"at": at, "organisation_id": id(&city), "person": "dora", "purpose": purpose}});
    tape.ask(&ask("news", &now));
    tape.ask(&ask("news.local", &now));
    for format in ["record", "receipt", "govstack", "kantara"] {
        tape.ask(&json!({"receipt": {"at": now, "format": format, "organisation_id": id(&city), "person": "dora", "purpose": "news"}}));
    }
    tape.act("dora", &nothing, "consent.withdraw", about("news"));
    receipts(&mut tape, "news");
    tape.say("What a form of others demands and the notice does not say is filled with nothing: the form is refused.");
    tape.act("dora", &nothing, "consent.refuse", about("health"));
    receipts(&mut tape, "health");
    let now = tape.now();
    tape.ask(&ask("news", &now));
    tape.ask(&json!({"consent": {"as_known": 4, "at": now, "organisation_id": id(&city), "person": "dora", "purpose": "news"}}));
    tape.ask(&json!({"obligations": {"at": now, "organisation_id": id(&city)}}));
    tape.act(
        "anna",
        &nothing,
        "recipient.notify",
        with(of("dora", "news"), &json!({"recipient": "printer"})),
    );
    tape.ask(&json!({"obligations": {"at": now, "organisation_id": id(&city)}}));

    tape.say("Who benefits does not agree, and who is nobody does not either.");
    tape.refused(
        "consent.by_controller",
        "anna",
        &nothing,
        "consent.give",
        give("news", json!({"data_subject": "dora"})),
    );
    tape.refused(
        "consent.not_data_subject",
        "bruno",
        &nothing,
        "consent.give",
        give("news", json!({"data_subject": "dora"})),
    );
    tape.refused("consent.not_explicit", "dora", &nothing, "consent.give", give("health", json!({})));
    tape.refused(
        "consent.language",
        "dora",
        &nothing,
        "consent.give",
        give("news", json!({"language": "lv"})),
    );
    tape.refused("legal_basis.command", "dora", &nothing, "consent.withdraw", about("register"));
    let paper = json!({"acting_for": "registry", "evidence": "a".repeat(64), "method": "paper", "data_subject": "dora"});
    tape.act("olga", &nothing, "consent.give", give("news", paper.clone()));
    tape.say("She says no by telephone, and the controller's own staff record it; of a yes, they could not.");
    let call = json!({"acting_for": "city", "evidence": "f".repeat(64), "method": "telephone"});
    let noted = |more: &Value| with(of("dora", "news"), &json!({"noted": with(call.clone(), more)}));
    let on_screen = noted(&json!({"method": "form"}));
    tape.refused("consent.evidence", "anna", &nothing, "consent.withdraw", on_screen);
    tape.act("anna", &nothing, "consent.withdraw", noted(&json!({})));
    tape.act("olga", &nothing, "consent.give", give("news", paper));
    let letter = noted(&json!({"method": "paper", "received_at": "2026-03-02T08:00:00.000Z"}));
    tape.refused("consent.overtaken", "anna", &nothing, "consent.refuse", letter);

    tape.say("It ends by uses, by what it is tied to, by the controller, and by an authority.");
    tape.act(
        "anna",
        &nothing,
        "consent.revoke",
        with(of("dora", "news"), &json!({"reason": "The letter ends."})),
    );
    tape.act("dora", &nothing, "consent.give", give("news", json!({"valid": {"uses": 1}})));
    tape.act("anna", &nothing, "consent.use", of("dora", "news"));
    tape.act(
        "dora",
        &nothing,
        "consent.renew",
        give("news", json!({"valid": {"until_event": "the park opens"}})),
    );
    tape.act(
        "anna",
        &nothing,
        "consent.expire",
        with(of("dora", "news"), &json!({"until_event": "the park opens"})),
    );
    let found = json!({"decision": "Decision 7", "from": "2026-03-02T09:00:00.000Z"});
    tape.act("anna", &nothing, "consent.invalidate", with(of("dora", "news"), &found));
    receipts(&mut tape, "news");

    tape.say("One objects to a public task.");
    tape.act(
        "dora",
        &nothing,
        "objection.raise",
        with(about("planning"), &json!({"grounds": "It is my garden."})),
    );
    tape.act("dora", &nothing, "objection.withdraw", about("planning"));
    tape.act("dora", &nothing, "objection.raise", about("planning"));
    tape.act("anna", &nothing, "objection.decide", of("dora", "planning"));
    receipts(&mut tape, "planning");

    tape.say("A child is asked through who holds parental responsibility.");
    tape.act("vera", &nothing, "date_of_birth.record", json!({"date_of_birth": "2015-05-05"}));
    tape.refused("consent.child", "vera", &nothing, "consent.give", give("news", json!({})));
    let parent = json!({"acting_for": "registry", "evidence": "b".repeat(64), "kind": "parental", "representative": "rita", "scope": "everything", "data_subject": "vera"});
    tape.act("olga", &nothing, "representative.appoint", parent.clone());
    tape.act("rita", &nothing, "consent.give", give("news", json!({"data_subject": "vera"})));
    tape.say("An appointment says what it is for. Where two differ, a no beats a yes until who said it, or an authority, says so.");
    let nothing_at_all = with(parent.clone(), &json!({"representative": "rolf", "scope": {"only": []}}));
    tape.refused("representative.matters", "olga", &nothing, "representative.appoint", nothing_at_all);
    let about_news = json!({"only": [{"organisation": "city", "purpose": "news"}]});
    let other = with(
        parent,
        &json!({"representative": "rolf", "scope": about_news, "until": "2027-01-01T00:00:00.000Z"}),
    );
    tape.act("olga", &nothing, "representative.appoint", other);
    tape.refused("representative.scope", "rolf", &nothing, "consent.refuse", of("vera", "health"));
    tape.act("rolf", &nothing, "consent.withdraw", of("vera", "news"));
    tape.refused(
        "consent.differ",
        "rita",
        &nothing,
        "consent.give",
        give("news", json!({"data_subject": "vera"})),
    );
    let settle = json!({"acting_for": "registry", "evidence": "e".repeat(64)});
    tape.act("olga", &nothing, "disagreement.settle", with(of("vera", "news"), &settle));
    tape.refused(
        "disagreement.none",
        "olga",
        &nothing,
        "disagreement.settle",
        with(of("vera", "news"), &settle),
    );
    tape.act("rita", &nothing, "consent.give", give("news", json!({"data_subject": "vera"})));
    let gone = json!({"acting_for": "registry", "evidence": "d".repeat(64), "representative": "rita", "data_subject": "vera"});
    tape.act("olga", &nothing, "representative.dismiss", gone);
    tape.refused("representative.ended", "rita", &nothing, "consent.withdraw", of("vera", "news"));

    tape.say("What she asks of the controller has a clock.");
    let nothing = Value::Null;
    let asked = json!({"organisation": "city", "right": "access", "text": "What do you have of me?"});
    let (asked, hers) = tape.act("dora", &nothing, "subject_request.make", asked);
    let request = asked["request"].clone();
    tape.ask(&json!({"subject_requests": {"at": "2026-04-03T00:00:00.000Z", "organisation_id": id(&city)}}));
    let extend = json!({"reason": "It is in many places.", "request": request});
    tape.refused("consent.not_controller", "bruno", &hers, "subject_request.extend", extend.clone());
    tape.act("anna", &hers, "subject_request.extend", extend.clone());
    tape.refused("subject_request.too_late", "anna", &hers, "subject_request.extend", extend);
    let refuse = json!({"outcome": "refused", "request": request});
    tape.refused("subject_request.reason", "anna", &hers, "subject_request.answer", refuse);
    let answer = json!({"outcome": "fulfilled", "request": request});
    tape.act("anna", &hers, "subject_request.answer", answer.clone());
    tape.refused("subject_request.answered", "anna", &hers, "subject_request.answer", answer);
    tape.ask(&json!({"subject_requests": {"at": "2026-04-03T00:00:00.000Z", "organisation_id": id(&city)}}));

    tape.say("A text about her is put right, her data are restricted, and a law wants one text kept.");
    tape.act("dora", &nothing, "objection.withdraw", about("planning"));
    let grounds = json!({"grounds": "It is my gardn."});
    let (objected, _) = tape.act("dora", &nothing, "objection.raise", with(about("planning"), &grounds));
    let text = objected["grounds"].clone();
    let (asked, _) = tape.act(
        "dora",
        &nothing,
        "subject_request.make",
        json!({"organisation": "city", "right": "rectification"}),
    );
    let put = json!({"request": asked["request"], "text": text, "words": "It is my garden."});
    tape.refused("consent.not_controller", "dora", &hers, "text.rectify", put.clone());
    tape.act("anna", &hers, "text.rectify", put.clone());
    tape.act(
        "anna",
        &hers,
        "subject_request.answer",
        json!({"outcome": "fulfilled", "request": asked["request"]}),
    );
    tape.refused("subject_request.answered", "anna", &hers, "text.rectify", put);
    let (asked, _) = tape.act(
        "dora",
        &nothing,
        "subject_request.make",
        json!({"organisation": "city", "right": "processing_restriction"}),
    );
    let lift = json!({"reason": "It was settled.", "request": asked["request"]});
    tape.refused("subject_request.other", "anna", &hers, "processing_restriction.lift", lift.clone());
    tape.act(
        "anna",
        &hers,
        "subject_request.answer",
        json!({"outcome": "fulfilled", "request": asked["request"]}),
    );
    let now = tape.now();
    tape.ask(&json!({"consents": {"at": now, "person": "dora"}}));
    tape.act("anna", &hers, "processing_restriction.lift", lift);
    let keep = |text: &Value, until: &str| {
        let law = json!({"en": "Code of Civil Procedure"});
        json!({"exception": "legal_claims", "law": law, "organisation": "city", "text": text, "until": until})
    };
    let until = "2030-01-01T00:00:00.000Z";
    tape.refused("text.unknown", "anna", &hers, "text.keep", keep(&json!("0".repeat(64)), until));
    tape.refused("text.kept_until", "anna", &hers, "text.keep", keep(&text, "2026-01-01T00:00:00.000Z"));
    let attributably = with(keep(&text, until), &json!({"attributed": true}));
    let archive = with(attributably.clone(), &json!({"exception": "archiving"}));
    tape.refused("text.attribution", "anna", &hers, "text.keep", archive);
    tape.act("anna", &hers, "text.keep", attributably);
    tape.act("dora", &hers, "person.erase", json!({}));
    tape.say("Whose text it is that is kept for a claim knows who keeps it, by an event.");
    let whose = json!({"text": text});
    tape.refused("text.not_attributed", "olga", &hers, "text.attribute", whose.clone());
    let command = tape.command("anna", &hers, "text.attribute", whose);
    let looked = tape.ask(&json!({"execute": command}))["ok"]["events"][0]["id"].clone();
    let person = hers.as_str().unwrap().trim_start_matches("person/").to_owned();
    let now = tape.now();
    tape.ask(&json!({"attribution": {"at": now, "event": looked, "person_id": person}}));
    tape.ask(&json!({"attribution": {"at": until, "event": looked, "person_id": person}}));
    tape.ask(&json!({"subject_requests": {"at": until, "organisation_id": id(&city)}}));
    let now = tape.now();
    tape.ask(&json!({"obligations": {"at": now, "language": "en", "organisation_id": id(&city)}}));
    let now = tape.now();
    tape.ask(&json!({"processing": {"at": now, "language": "it", "organisation_id": id(&city)}}));

    let now = tape.now();
    tape.ask(&json!({"consents": {"at": now, "person": "dora"}}));
    tape.say("Whoever comes back with her id objects from the first on, and can take it back.");
    tape.act("dora", &nothing, "objection.withdraw", about("planning"));
    tape.act("anna", &city, "notice.withdraw", json!({"notice": "participation"}));
    tape.ask(&ask("planning", "2026-03-03T00:00:00.000Z"));
    tape.ask(&json!({"audit_trail": {"limit": 100, "language": "lv"}}));
    tape.ask(&json!({"verify": {}}));
    tape.text
}
