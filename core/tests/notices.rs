//! Notices: what they must say before they are published, and how they are refused.
#![cfg(test)]

use interlink::notice::{LawfulBasis, Notice, Right};
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
    let within =
        [(0, "freely_given"), (0, "storage"), (2, "condition"), (3, "law"), (3, "obligation"), (4, "law")];
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
    let kind = interlink::party::StakeholderKind::PublicAdministration;
    let missing = town.engine.notice(document).unwrap().missing(kind);
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
