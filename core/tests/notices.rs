//! Notices: what they must say before they are published, and how they are refused.
#![cfg(test)]

use std::borrow::Cow;

use interlink::notice::{Gap, LawfulBasis, Notice, Right};
use interlink::party::StakeholderKind;
use interlink::problem::Code;
use serde_json::{Value, json};
use testkit::{Town, notice};

#[test]
fn a_notice_is_published_when_it_says_everything() {
    let town = Town::new();
    let id = town.found("anna", "city", "public_administration");
    let fields = ["authority", "collection", "officer", "recipients", "rights_at", "withdrawal"];
    for field in fields {
        let mut lacking = notice(1);
        lacking.as_object_mut().unwrap().remove(field);
        for purpose in lacking["purposes"].as_array_mut().unwrap() {
            purpose.as_object_mut().unwrap().remove("recipients");
        }
        let document = town.keep_notice(&lacking);
        let problem = town.refused("anna", Some(id.into()), "notice.publish", json!({"notice": document}));
        assert_eq!(problem.code, Code::NoticeIncomplete, "{field}");
        let missing = problem.details.get("missing").unwrap().as_str();
        assert!(
            missing.contains(&format!("\"path\":\"/{field}")) && missing.contains("Art. 1"),
            "{field}: {missing}"
        );
    }
    let within = [
        (0, "freely_given"),
        (0, "storage"),
        (0, "data_subject_categories"),
        (2, "condition"),
        (3, "law"),
        (3, "obligation"),
        (4, "law"),
    ];
    for (nth, field) in within {
        let mut lacking = notice(1);
        lacking["purposes"][nth].as_object_mut().unwrap().remove(field);
        let document = town.keep_notice(&lacking);
        let problem = town.refused("anna", Some(id.into()), "notice.publish", json!({"notice": document}));
        assert!(
            problem.details.get("missing").unwrap().as_str().contains(&format!("/purposes/{nth}/{field}")),
            "{field}"
        );
    }
    let mut untranslated = notice(1);
    untranslated["purposes"][0]["name"] = json!({"en": "News"});
    untranslated["recipients"][1].as_object_mut().unwrap().remove("transfer");
    let document = town.keep_notice(&untranslated);
    let kind = StakeholderKind::PublicAdministration;
    let missing = town.engine.notice(document).unwrap().gaps(kind);
    let paths: Vec<&str> = missing.iter().map(|missing| missing.path.as_str()).collect();
    assert_eq!(paths, ["/recipients/1/transfer", "/purposes/0/name/it"]);

    let document = town.keep_notice(&notice(1));
    let stranger = town.refused("bruno", Some(id.into()), "notice.publish", json!({"notice": document}));
    assert_eq!(stranger.code, Code::OrganisationDenied);
    town.act("anna", Some(id.into()), "notice.publish", json!({"notice": document}));
    let again = town.refused("anna", Some(id.into()), "notice.publish", json!({"notice": document}));
    assert_eq!(again.code, Code::NoticeVersion);
    let mut swapped = notice(2);
    swapped["purposes"][3]["basis"] = json!("public_task");
    let swapped = town.keep_notice(&swapped);
    let problem = town.refused("anna", Some(id.into()), "notice.publish", json!({"notice": swapped}));
    assert_eq!(problem.code, Code::PurposeBasis);
    let mut moved = notice(2);
    moved["purposes"][1].as_object_mut().unwrap().remove("within");
    let moved = town.keep_notice(&moved);
    let problem = town.refused("anna", Some(id.into()), "notice.publish", json!({"notice": moved}));
    assert_eq!(problem.code, Code::PurposeMoved);
    let mut interest = notice(2);
    interest["purposes"][4]["basis"] = json!("legitimate_interest");
    interest["purposes"][4]["id"] = json!("new");
    let interest = town.keep_notice(&interest);
    let problem = town.refused("anna", Some(id.into()), "notice.publish", json!({"notice": interest}));
    assert_eq!(problem.code, Code::PurposeInterest);
    let none = town.refused("anna", Some(id.into()), "notice.withdraw", json!({"notice": "nothing"}));
    assert_eq!(none.code, Code::NoticeUnknown);
}

/// Until something comes that never does, for at most so many days.
fn until(days: &Value) -> Value {
    let mut event = json!({"days": days, "key": "never", "text": {"en": "for ever"}});
    if days.is_null() {
        event.as_object_mut().unwrap().remove("days");
    }
    json!({"until_event": event})
}

/// What keeps a notice from being published: article and path.
fn refused(change: impl Fn(&mut Value), kind: StakeholderKind) -> Vec<(&'static str, String)> {
    let mut notice = notice(1);
    change(&mut notice);
    let notice = Notice::parse(notice.to_string().as_bytes()).unwrap();
    let own = |missing: Gap| match missing.article {
        Cow::Borrowed(article) => (article, missing.path),
        Cow::Owned(article) => panic!("{article} is not the library's own"),
    };
    notice.gaps(kind).into_iter().map(own).collect()
}

#[test]
fn what_the_law_does_not_allow_is_not_published() {
    use StakeholderKind::{NonprofitOrganisation, PublicAdministration};
    let public = |change: &dyn Fn(&mut Value)| refused(change, PublicAdministration);
    let found = |article, path: &str| vec![(article, path.to_owned())];
    let ground = json!({"ground": "A46-2-c", "text": {"en": "Standard clauses; ask us for a copy."}});
    assert_eq!(public(&|_| ()), []);

    // Kept or processed outside the European Economic Area: with a ground, or not at all.
    for (place, path) in
        [("storage", "/purposes/0/storage/transfer"), ("processing_at", "/purposes/0/processing_at/transfer")]
    {
        let outside = |n: &mut Value| n["purposes"][0][place]["places"] = json!(["LV", "US"]);
        assert_eq!(public(&outside), found("GDPR Art. 44, 13(1)(f)", path));
        let grounded = |n: &mut Value| {
            outside(n);
            n["purposes"][0][place]["transfer"] = ground.clone();
        };
        assert_eq!(public(&grounded), []);
        for inside in ["EL", "GR", "IS", "LI", "NO"] {
            assert_eq!(public(&|n| n["purposes"][0][place]["places"] = json!([inside])), []);
        }
    }

    // Some exceptions are closed to an authority that exercises its powers, and open to others and to what it only asks for.
    for ground in ["A49-1-a", "A49-1-b", "A49-1-c", "A49-2", "A49-1-d", "A46-2-c"] {
        let closed = ["A49-1-a", "A49-1-b", "A49-1-c", "A49-2"].contains(&ground);
        let transfer = json!({"ground": ground, "text": {"en": "Ask us."}});
        for place in ["storage", "processing_at"] {
            let outside = |nth: usize| {
                let (transfer, place) = (transfer.clone(), place.to_owned());
                move |n: &mut Value| {
                    n["purposes"][nth][&place]["places"] = json!(["US"]);
                    n["purposes"][nth][&place]["transfer"] = transfer.clone();
                }
            };
            let nth = |basis: &str| {
                let purposes = notice(1);
                purposes["purposes"].as_array().unwrap().iter().position(|one| one["basis"] == basis).unwrap()
            };
            let (by_power, by_consent) = (nth("public_task"), nth("consent"));
            let path = format!("/purposes/{by_power}/{place}/transfer/ground");
            let expected = if closed { found("GDPR Art. 49(3)", &path) } else { vec![] };
            assert_eq!(public(&outside(by_power)), expected, "{ground}");
            assert_eq!(public(&outside(by_consent)), [], "{ground}");
        }
        let sent = |n: &mut Value| {
            n["recipients"][0]["country"] = json!("US");
            n["recipients"][0]["transfer"] = transfer.clone();
            let id = n["recipients"][0]["id"].clone();
            let purposes = n["purposes"].as_array_mut().unwrap();
            let by_power = purposes.iter_mut().find(|one| one["basis"] == "public_task").unwrap();
            by_power["recipients"] = json!([id]);
        };
        let expected =
            if closed { found("GDPR Art. 49(3)", "/recipients/0/transfer/ground") } else { vec![] };
        assert_eq!(public(&sent), expected, "{ground}");
    }

    // Criminal convictions and offences: never on a legitimate interest; for others than authorities by a law.
    let convictions = |n: &mut Value, more: Value| {
        let purpose =
            json!({"basis": "legitimate_interest", "interest": {"en": "Safety."}, "law": {"en": "A law."}});
        for (key, value) in purpose.as_object().unwrap().iter().chain(more.as_object().unwrap()) {
            n["purposes"][4][key] = value.clone();
        }
    };
    for data in [json!({"category": "CriminalOffence"}), json!({"category": "Name", "criminal": true})] {
        let data = json!([{"necessity": "required", "category": data["category"], "criminal": data["criminal"] == true}]);
        let on = |more: Value| {
            let change = |n: &mut Value| {
                convictions(n, more.clone());
                n["purposes"][4]["data"] = data.clone();
                if n["purposes"][4]["law"].is_null() {
                    n["purposes"][4].as_object_mut().unwrap().remove("law");
                }
            };
            refused(change, NonprofitOrganisation)
        };
        assert_eq!(on(json!({})), found("GDPR Art. 10", "/purposes/4/basis"));
        assert_eq!(on(json!({"basis": "vital_interest"})), []);
        assert_eq!(
            on(json!({"basis": "vital_interest", "law": null})),
            found("GDPR Art. 10", "/purposes/4/law")
        );
    }

    // Machines alone decide about health: after an assessment, and with explicit consent or for a public interest.
    let machine = |more: Value| {
        public(&|n: &mut Value| {
            n["purposes"][2]["automation"] = json!("full");
            n["purposes"][2]["automated_decisions"] = json!({"en": "A score; who has less waits longer."});
            for (key, value) in more.as_object().unwrap() {
                n["purposes"][2][key] = value.clone();
            }
        })
    };
    let assessed = json!("https://city.example/assessment");
    assert_eq!(machine(json!({})), found("GDPR Art. 22(4), 35(3)", "/purposes/2/impact_assessment"));
    assert_eq!(machine(json!({"impact_assessment": assessed})), []);
    let care = json!({"impact_assessment": assessed, "condition": "health_care"});
    assert_eq!(machine(care), found("GDPR Art. 22(4)", "/purposes/2/condition"));
    let helped = |n: &mut Value| n["purposes"][2]["automation"] = json!("partial");
    assert_eq!(public(&helped), []);
}

#[test]
fn a_notice_says_who_everybody_is_and_what_joint_controllers_agreed() {
    let public = |change: &dyn Fn(&mut Value)| refused(change, StakeholderKind::PublicAdministration);
    let without = |of: &str, field: &str| {
        let mut missing =
            public(&|n: &mut Value| drop(n.pointer_mut(of).unwrap().as_object_mut().unwrap().remove(field)));
        (missing.pop().unwrap(), missing.len())
    };
    for (of, field, article) in [
        ("/authority", "address", "ISO/IEC TS 27560 party_address"),
        ("/recipients/0", "address", "ISO/IEC TS 27560 party_address"),
        ("/recipients/0", "contact", "ISO/IEC TS 27560 party_contact"),
        ("/recipients/0", "recipient_role", "GDPR Art. 13(1)(e)"),
        ("/recipients/1", "transfer", "GDPR Art. 13(1)(f)"),
    ] {
        assert_eq!(without(of, field), ((article, format!("{of}/{field}")), 0));
    }
    let essence = vec![("GDPR Art. 26(2)", "/joint_arrangement".to_owned())];
    let partner = |n: &mut Value| n["recipients"][0]["recipient_role"] = json!("joint_controller");
    assert_eq!(public(&partner), essence);
    let second = |n: &mut Value| {
        let mut other = n["controllers"][0].clone();
        other["name"] = json!({"en": "The region"});
        other["uri"] = json!("https://region.example");
        n["controllers"].as_array_mut().unwrap().push(other);
    };
    assert_eq!(public(&second), essence);
    let agreed = |n: &mut Value| {
        second(n);
        n["joint_arrangement"] = json!({"en": "The city answers you.", "it": "Risponde il comune."});
    };
    assert_eq!(public(&agreed), []);
}

#[test]
fn a_notice_holds_together_or_is_refused_at_the_place() {
    let broken = |pointer: &str, value: Value| {
        let mut broken = notice(1);
        match value {
            Value::Null => drop(
                broken
                    .pointer_mut(pointer.rsplit_once('/').unwrap().0)
                    .unwrap()
                    .as_object_mut()
                    .unwrap()
                    .remove(pointer.rsplit_once('/').unwrap().1),
            ),
            value => *broken.pointer_mut(pointer).unwrap() = value,
        }
        Notice::parse(broken.to_string().as_bytes()).map(|notice| notice.id()).unwrap_err()
    };
    for (pointer, value, code) in [
        ("/version", json!(0), Code::NoticeInvalid),
        ("/purposes", json!([]), Code::NoticeInvalid),
        ("/purposes/1/within", json!("news.local"), Code::PurposeCycle),
        ("/purposes/1/within", json!("elsewhere"), Code::NoticeInvalid),
        ("/purposes/1/within", json!("register"), Code::NoticeInvalid),
        ("/purposes/1/id", json!("news"), Code::NoticeInvalid),
        ("/purposes/0/recipients/0", json!("nobody"), Code::NoticeInvalid),
        ("/purposes/0/storage/retention", json!({"days": 100_000}), Code::NoticeInvalid),
        ("/purposes/0/storage/retention", json!({"endless": {}}), Code::JsonUnknownVariant),
        ("/purposes/0/storage/retention", json!({"until": {"en": "for ever"}}), Code::JsonUnknownVariant),
        ("/purposes/0/storage/retention", until(&json!(0)), Code::NoticeInvalid),
        ("/purposes/0/storage/retention", until(&json!(36_525)), Code::NoticeInvalid),
        ("/purposes/0/storage/retention", until(&Value::Null), Code::JsonMissingField),
        ("/purposes/0/processing_at/places", json!([]), Code::NoticeInvalid),
        ("/purposes/0/data_subject_categories/0", json!("Everybody"), Code::TermUnknown),
        ("/recipients/1/transfer/ground", json!("A47"), Code::TermUnknown),
        ("/recipients/1/recipient_role", json!("friend"), Code::JsonUnknownVariant),
        ("/purposes/0/term", json!("WorldDomination"), Code::TermUnknown),
        ("/purposes/0/data/0/category", json!("Email"), Code::TermUnknown),
        ("/purposes/0/basis", json!("because"), Code::JsonUnknownVariant),
        ("/purposes/0/basis", Value::Null, Code::JsonMissingField),
    ] {
        let fault = broken(pointer, value.clone());
        assert_eq!(fault.code(), code, "{pointer} {value}: {fault}");
        let place = pointer.strip_suffix("/basis").unwrap_or(pointer);
        assert!(
            fault.path().starts_with(place.split("/storage").next().unwrap()) || fault.path() == "",
            "{pointer}: {}",
            fault.path()
        );
    }
    let whole = Notice::parse(notice(1).to_string().as_bytes()).unwrap();
    assert_eq!(Notice::parse(whole.bytes()).unwrap().id(), whole.id());
    let exception =
        json!([{"applies": true, "reason": {"en": "The law on archives gives it."}, "right": "erasure"}]);
    let mut with_exception = notice(1);
    with_exception["purposes"][3]["rights"] = exception;
    let with_exception = Notice::parse(with_exception.to_string().as_bytes()).unwrap();
    let rights = |notice: &Notice| notice.document().purposes[3].rights();
    assert!(rights(&with_exception).contains(&Right::Erasure) && !rights(&whole).contains(&Right::Erasure));
    assert_eq!(whole.document().purposes[3].basis, LawfulBasis::LegalObligation);
}

/// Whoever publishes a notice reads what it lacks in her own language, before she tries and when she is refused.
#[test]
fn what_a_notice_lacks_is_said_in_every_language() {
    let city = testkit::Controller::new();
    let mut lacking = notice(2);
    lacking.as_object_mut().unwrap().remove("officer");
    lacking["recipients"][0].as_object_mut().unwrap().remove("recipient_role");
    lacking["title"] = json!({"it": "Partecipare"});
    let document = city.town.keep_notice(&lacking);
    let ask = |request: Value| -> Value {
        serde_json::from_str(&city.town.engine.request(request.to_string().as_bytes())).unwrap()
    };
    let command =
        city.town.command("anna", Some(city.id.into()), "notice.publish", json!({"notice": document}));
    for (language, officer, title) in [
        (
            "en",
            "The contact of the data protection officer is missing",
            "The text is missing in the language ",
        ),
        (
            "es",
            "Falta cómo contactar con el delegado de protección de datos",
            "El texto no está en este idioma: ",
        ),
        (
            "it",
            "Manca come contattare il responsabile della protezione dei dati",
            "Il testo manca in questa lingua: ",
        ),
        ("lv", "Nav norādīts, kā sazināties ar datu aizsardzības speciālistu", "Teksta nav šajā valodā: "),
    ] {
        let missing = json!({"kind": "public_administration", "notice": document});
        let listed = ask(json!({"language": language, "notice_gaps": missing}))["ok"]["gaps"].clone();
        assert_eq!(listed.as_array().unwrap().len(), 3);
        let refused = ask(json!({"execute": command, "language": language}))["problem"].clone();
        assert_eq!(refused["code"], "notice.incomplete");
        for text in [officer, title] {
            assert!(listed.to_string().contains(text), "{listed}");
            assert!(refused["message"].as_str().unwrap().contains(text), "{refused}");
        }
        assert!(refused["message"].as_str().unwrap().contains("37(1)(a)"), "{refused}");
    }
    // What the engine speaks by itself, where nobody names a language, whichever way one asks.
    city.town.engine.set_language(Some("lv".parse().unwrap()));
    let no = city.town.engine.execute(&command).map(Into::into);
    assert!(city.town.engine.said(no).to_json().contains("Nav norādīts"));
    let many = serde_json::to_string(&city.town.engine.outcomes(&[command])).unwrap();
    assert!(many.contains("Nav norādīts"), "{many}");
}
