//! Who may say what about whom: operators, authorities, owners of texts, and whose data an organisation may erase.
#![cfg(test)]

use interlink::journal::{EventData, StreamId};
use interlink::kernel::Command;
use interlink::operator::AppointedBy;
use interlink::problem::Code;
use serde_json::{Value, json};
use testkit::{Controller, Town, giving, host, of, with};

fn appoint(who: &str) -> Value {
    json!({"person": who})
}

fn entry() -> Value {
    json!({"kind": "public_administration", "register": {"register": "LV-UR", "number": "90000000000"}})
}

fn code(error: Result<interlink::kernel::Executed, interlink::kernel::Error>) -> Code {
    error.expect_err("it must be refused").code()
}

mod operators {
    use super::*;

    #[test]
    fn the_first_is_appointed_by_the_host_alone_and_the_event_says_so() {
        let town = Town::new();
        assert_eq!(
            town.refused("mallory", None, "operator.appoint", appoint("mallory")).code,
            Code::OperatorDenied
        );
        let named = town.refused("mallory", StreamId::Host, "operator.appoint", appoint("mallory"));
        assert_eq!(named.code, Code::OperatorDenied);
        let first = town.try_as_host("operator.appoint", appoint("opal")).unwrap();
        assert_eq!(first.stream, StreamId::Host);
        let by = |executed: &interlink::kernel::Executed| match &executed.events[0].data {
            EventData::Operator(interlink::operator::Event::OperatorAppointed(e)) => e.by,
            other => panic!("{other:?}"),
        };
        assert_eq!(by(&first), AppointedBy::Host);
        assert_eq!(by(&town.act("opal", None, "operator.appoint", appoint("otto"))), AppointedBy::Operator);
        town.act("otto", None, "operator.dismiss", appoint("opal"));
        assert_eq!(
            town.refused("opal", None, "operator.appoint", appoint("opal")).code,
            Code::OperatorDenied
        );
        assert_eq!(town.refused("otto", None, "operator.dismiss", appoint("otto")).code, Code::OperatorLast);
        assert_eq!(
            town.refused("otto", None, "operator.dismiss", appoint("opal")).code,
            Code::OperatorUnknown
        );
        assert_eq!(
            town.refused("otto", None, "operator.appoint", appoint("otto")).code,
            Code::OperatorExists
        );
        town.engine.verify_all().unwrap();
    }

    #[test]
    fn in_its_own_name_the_host_does_nothing_that_parties_do() {
        let town = Town::new();
        let found = json!({"organisation": "city", "name": {"en": "City"}, "kind": "citizen", "team_creation": "anyone"});
        assert_eq!(code(town.try_as_host("organisation.register", found)), Code::HostNotPermitted);
    }

    #[test]
    fn requests_in_json_have_the_same_two_doors() {
        let town = Town::new();
        let command = town.command("keeper", None, "operator.appoint", appoint("opal"));
        let ask = |name: &str, command: &Command| {
            let answer = town.engine.request(json!({name: command}).to_string().as_bytes());
            serde_json::from_str::<Value>(&answer).unwrap()
        };
        assert_eq!(ask("execute", &command)["problem"]["code"], "operator.denied");
        let many = ask("execute_many", &command);
        assert!(many["problem"].is_object(), "{many}");
        assert_eq!(ask("dry_run", &command)["problem"]["code"], "operator.denied");
        assert_eq!(ask("execute_as_host", &command)["ok"]["stream"], StreamId::Host.to_string());
        let shown: Value = serde_json::from_str(&town.engine.request(br#"{"operators":{}}"#)).unwrap();
        assert_eq!(shown["ok"]["operators"][0]["host_id"], "opal");
    }

    #[test]
    fn an_organisation_is_verified_by_an_operator_who_does_not_belong_to_it() {
        let town = Town::new();
        let city = StreamId::from(town.found("anna", "city", "citizen"));
        let verify = |who: &str| town.refused(who, city, "organisation.verify", entry()).code;
        assert_eq!(verify("anna"), Code::OperatorDenied);
        town.try_as_host("operator.appoint", appoint("opal")).unwrap();
        assert_eq!(verify("anna"), Code::OperatorDenied);
        assert_eq!(
            town.refused("opal", city, "organisation.unverify", json!({})).code,
            Code::OrganisationNotVerified
        );
        town.act("opal", city, "organisation.verify", entry());
        let shown = || {
            let StreamId::Organisation(id) = city else { panic!("an organisation") };
            town.engine.organisation(id).unwrap()
        };
        assert_eq!(shown().kind.as_str(), "public_administration");
        assert!(shown().verified.is_some());
        town.act("anna", city, "organisation.edit", json!({"name": {"en": "Another name"}}));
        assert!(shown().verified.is_none(), "what was verified had another name");
        town.act("opal", city, "organisation.verify", entry());
        town.act("opal", city, "organisation.unverify", json!({}));
        assert!(shown().verified.is_none());
        town.act("anna", city, "member.add", appoint("opal"));
        assert_eq!(verify("opal"), Code::PartyConflictOfInterest);
        town.act("anna", city, "member.remove", appoint("opal"));
        assert_eq!(verify("opal"), Code::PartyConflictOfInterest, "she left a moment ago");
        town.wait_minutes(60 * 24 * 31);
        town.act("opal", city, "organisation.verify", entry());
        town.engine.verify_all().unwrap();
    }

    #[test]
    fn a_successor_is_appointed_only_where_nobody_is_left() {
        let town = Town::new();
        let city = StreamId::from(town.found("anna", "city", "public_administration"));
        town.try_as_host("operator.appoint", appoint("opal")).unwrap();
        let refused =
            |who: &str, person: &str| town.refused(who, city, "administrator.appoint", appoint(person)).code;
        assert_eq!(refused("opal", "bruno"), Code::OrganisationAdministered);
        assert_eq!(refused("mallory", "mallory"), Code::OrganisationDenied);
        let anna = town.engine.person(&host("anna")).unwrap().unwrap();
        town.act("anna", StreamId::Person(anna), "person.erase", json!({}));
        assert_eq!(refused("mallory", "mallory"), Code::OrganisationDenied);
        assert_eq!(refused("opal", "opal"), Code::PartyConflictOfInterest);
        let appointed = town.act("opal", city, "administrator.appoint", appoint("bruno"));
        let data = serde_json::to_value(&appointed.events[0]).unwrap()["data"].clone();
        assert_eq!(data["successor"], true);
        assert_eq!(refused("opal", "carla"), Code::OrganisationAdministered);
        town.act("bruno", city, "administrator.appoint", appoint("carla"));
        town.engine.verify_all().unwrap();
    }

    #[test]
    fn who_was_erased_counts_as_no_administrator() {
        let town = Town::new();
        let city = StreamId::from(town.found("anna", "city", "public_administration"));
        town.act("anna", city, "administrator.appoint", appoint("bruno"));
        let anna = town.engine.person(&host("anna")).unwrap().unwrap();
        town.act("anna", StreamId::Person(anna), "person.erase", json!({}));
        let last = town.refused("bruno", city, "administrator.dismiss", appoint("bruno"));
        assert_eq!(last.code, Code::OrganisationLastAdministrator);
    }

    #[test]
    fn what_another_host_verified_gives_no_right_here() {
        let there = Controller::new();
        there.town.verify(there.id, "public_administration");
        let process = there.town.process("anna", Some("city"), interlink::governance::Shipped::C2g, None);
        let bundle = there.town.engine.export_bundle(process, true).unwrap();
        assert!(!bundle.contains("operator.appointed"), "a host's own stream stays at home");
        let here = Town::new();
        here.try_as_host("operator.appoint", appoint("oscar")).unwrap();
        here.engine.import_bundle(bundle.as_bytes()).unwrap();
        let here = here.numbering_from(1000);
        let recorded = json!({"date_of_birth": "2016-06-02", "acting_for": "city", "evidence": "c".repeat(64), "data_subject": "vera"});
        assert_eq!(
            here.refused("anna", None, "date_of_birth.record", recorded.clone()).code,
            Code::AuthorityNotVerified
        );
        // What is at home elsewhere is not verified here, until the host says that it is at home here.
        let of = StreamId::from(there.id);
        assert_eq!(here.refused("oscar", Some(of), "organisation.verify", entry()).code, Code::StreamReplica);
        let terms = json!({"take_over": [of]}).to_string();
        let terms = interlink::home::Terms::from_json(terms.as_bytes()).unwrap();
        here.engine.import_bundle_on(bundle.as_bytes(), &terms).unwrap();
        here.act("oscar", of, "organisation.verify", entry());
        here.act("anna", None, "date_of_birth.record", recorded);
        here.engine.verify_all().unwrap();
    }
}

mod authorities {
    use super::*;

    fn paper(city: &Controller, acting_for: &str) -> Value {
        let how = json!({"acting_for": acting_for, "evidence": "a".repeat(64), "method": "paper", "data_subject": "dora"});
        with(giving("city", city.notice, "news"), &how)
    }

    fn representative(acting_for: &str, who: &str, of: &str) -> Value {
        json!({"acting_for": acting_for, "evidence": "b".repeat(64), "kind": "authorised", "representative": who, "scope": "everything", "data_subject": of})
    }

    fn birth(acting_for: &str, date_of_birth: &str) -> Value {
        json!({"date_of_birth": date_of_birth, "acting_for": acting_for, "evidence": "c".repeat(64), "data_subject": "vera"})
    }

    #[test]
    fn nobody_is_an_authority_because_it_says_so() {
        let city = Controller::new();
        let made_up = city.town.found("mallory", "ministry", "public_administration");
        let refused = |kind: &str, data: Value| city.refused("mallory", kind, data).code;
        assert_eq!(refused("consent.give", paper(&city, "ministry")), Code::AuthorityNotVerified);
        let hers = representative("ministry", "mallory", "dora");
        assert_eq!(refused("representative.appoint", hers), Code::AuthorityNotVerified);
        assert_eq!(
            refused("date_of_birth.record", birth("ministry", "2020-01-01")),
            Code::AuthorityNotVerified
        );
        city.town.verify(made_up, "nonprofit_organisation");
        assert_eq!(refused("consent.give", paper(&city, "ministry")), Code::AuthorityNotVerified);
        city.town.verify(made_up, "public_administration");
        city.town.act("mallory", None, "consent.give", paper(&city, "ministry"));
    }

    #[test]
    fn whoever_belongs_to_the_controller_in_any_way_records_nothing_for_it() {
        let city = Controller::new();
        let registry = city.town.authority("olga", "registry");
        city.town.team("anna", city.id, "data", "public_administration", &["tom"]);
        city.town.act("olga", StreamId::from(registry), "member.add", appoint("tom"));
        let by = |who: &str, data: Value| city.refused(who, "consent.give", data).code;
        assert_eq!(by("tom", paper(&city, "registry")), Code::ConsentByController);
        city.town.act(
            "dora",
            None,
            "representative.appoint",
            json!({"kind": "authorised", "representative": "tom", "scope": "everything"}),
        );
        let plain = with(giving("city", city.notice, "news"), &json!({"data_subject": "dora"}));
        assert_eq!(by("tom", plain), Code::ConsentByController);
        // Leaving for one command is not leaving.
        let data = json!({"person": "tom", "team": "data"});
        city.town.act("anna", StreamId::from(city.id), "team_member.remove", data);
        assert_eq!(by("tom", paper(&city, "registry")), Code::ConsentByController);
        // Nor is coming tomorrow.
        let from = city.town.now().plus_days(1);
        city.town.act("anna", StreamId::from(city.id), "member.add", json!({"person": "olga", "from": from}));
        assert_eq!(by("olga", paper(&city, "registry")), Code::ConsentByController);
        city.town.wait_minutes(60 * 24 * 31);
        city.town.act("dora", None, "representative.dismiss", appoint_representative("tom"));
        city.town.act("tom", None, "consent.give", paper(&city, "registry"));
    }

    fn appoint_representative(who: &str) -> Value {
        json!({"representative": who})
    }

    #[test]
    fn an_administrator_dismissed_for_one_command_still_belongs() {
        let city = Controller::new();
        city.town.authority("olga", "registry");
        city.town.act("anna", StreamId::from(city.id), "administrator.appoint", appoint("olga"));
        city.town.act("anna", StreamId::from(city.id), "administrator.dismiss", appoint("olga"));
        assert_eq!(
            city.refused("olga", "consent.give", paper(&city, "registry")).code,
            Code::ConsentByController
        );
    }

    #[test]
    fn no_official_makes_herself_or_a_colleague_somebodys_representative() {
        let city = Controller::new();
        let registry = city.town.authority("olga", "registry");
        city.town.act("olga", StreamId::from(registry), "member.add", appoint("petra"));
        for who in ["olga", "petra"] {
            let refused =
                city.refused("olga", "representative.appoint", representative("registry", who, "dora"));
            assert_eq!(refused.code, Code::PartyConflictOfInterest, "{who}");
        }
        city.town.act("olga", None, "representative.appoint", representative("registry", "bruno", "dora"));
    }

    #[test]
    fn whom_the_controller_appointed_does_not_consent_to_what_it_wants() {
        let city = Controller::new();
        city.town.verify(city.id, "public_administration");
        city.town.act("anna", None, "representative.appoint", representative("city", "pal", "dora"));
        let give = with(giving("city", city.notice, "news"), &json!({"data_subject": "dora"}));
        assert_eq!(city.refused("pal", "consent.give", give).code, Code::PartyConflictOfInterest);
        assert!(!city.holds("dora", "news"));
        city.give("dora", "news");
        // Saying no is in nobody's favour.
        city.town.act("pal", None, "consent.withdraw", of("dora", "news"));
        assert!(!city.holds("dora", "news"));
    }

    #[test]
    fn a_birthday_is_put_right_by_an_authority_that_does_not_gain_by_it() {
        let city = Controller::new();
        city.town.verify(city.id, "public_administration");
        city.town.authority("olga", "registry");
        city.town.authority("petra", "archive");
        let without =
            json!({"date_of_birth": "2016-06-02", "acting_for": "registry", "data_subject": "vera"});
        assert_eq!(city.refused("olga", "date_of_birth.record", without).code, Code::ConsentEvidence);
        city.town.act("olga", None, "date_of_birth.record", birth("registry", "2016-06-02"));
        for date_of_birth in ["2000-06-02", "2017-06-02"] {
            assert_eq!(
                city.refused("vera", "date_of_birth.record", json!({"date_of_birth": date_of_birth})).code,
                Code::DateOfBirthEvidence
            );
            assert_eq!(
                city.refused("anna", "date_of_birth.record", birth("city", date_of_birth)).code,
                Code::DateOfBirthEvidence
            );
        }
        let alone = city.refused("vera", "consent.give", giving("city", city.notice, "news"));
        assert_eq!(alone.code, Code::ConsentChild);
        city.town.act("petra", None, "date_of_birth.record", birth("archive", "2011-06-02"));
        city.give("vera", "news");
    }

    #[test]
    fn nobody_makes_herself_older_than_she_said() {
        let city = Controller::new();
        city.town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2016-06-02"}));
        assert_eq!(
            city.refused("vera", "date_of_birth.record", json!({"date_of_birth": "2000-06-02"})).code,
            Code::DateOfBirthEvidence
        );
        city.town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2016-07-02"}));
    }
}

fn data(executed: &interlink::kernel::Executed) -> Value {
    serde_json::to_value(&executed.events[0]).unwrap()["data"].clone()
}

/// Dora objects to what the city does, in her own words; Mallory has an organisation of every kind.
fn objected(url: &str) -> (Controller, StreamId, Value) {
    let city = Controller::at(url);
    let grounds = json!({"grounds": "My true grounds."});
    let raised = city.town.act("dora", None, "objection.raise", with(testkit::about("planning"), &grounds));
    for kind in ["citizen", "public_administration", "nonprofit_organisation", "forprofit_organisation"] {
        city.town.found("mallory", kind, kind);
    }
    let stream = StreamId::Person(city.person("dora"));
    (city, stream, data(&raised)["grounds"].clone())
}

fn request(city: &Controller, who: &str, stream: StreamId, organisation: &str) -> Value {
    let asked = json!({"organisation": organisation, "right": "rectification"});
    data(&city.town.act(who, stream, "subject_request.make", asked))["request"].clone()
}

mod texts {
    use super::*;

    fn said(city: &Controller) -> Vec<String> {
        let about = city.town.engine.subject_access(city.person("dora"), "en".parse().unwrap()).unwrap();
        about.texts.into_iter().map(|held| held.text).collect()
    }

    #[test]
    fn a_text_is_put_right_by_its_writer_or_by_who_holds_it_when_she_asks() {
        let (city, stream, text) = objected("memory:");
        let put = |request: Option<&Value>| {
            let mut put = json!({"text": text, "words": "Other words."});
            if let Some(request) = request {
                put["request"] = request.clone();
            }
            put
        };
        let refused = |who: &str, data: Value| city.town.refused(who, stream, "text.rectify", data).code;
        assert_eq!(refused("anna", put(None)), Code::TextNotOwner);
        assert_eq!(refused("mallory", put(None)), Code::TextNotOwner);
        // A request that the controller notes itself gives it no say over her words; nor one to another organisation.
        let noted = request(&city, "anna", stream, "city");
        assert_eq!(refused("anna", put(Some(&noted))), Code::TextNotOwner);
        let elsewhere = request(&city, "mallory", stream, "forprofit_organisation");
        assert_eq!(refused("mallory", put(Some(&elsewhere))), Code::TextNotOwner);
        let hers = request(&city, "dora", stream, "citizen");
        assert_eq!(refused("mallory", put(Some(&hers))), Code::TextNotOwner);
        assert_eq!(said(&city), ["My true grounds."]);
        city.town.act("dora", stream, "text.rectify", put(None));
        assert_eq!(said(&city), ["Other words."]);
        let asked = request(&city, "dora", stream, "city");
        city.town.act("anna", stream, "text.rectify", put(Some(&asked)));
        city.town.engine.verify_all().unwrap();
    }

    #[test]
    fn a_birthday_is_no_text_to_be_put_right() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("born.sqlite").display());
        let city = Controller::at(&url);
        city.town.authority("olga", "registry");
        let date_of_birth = json!({"date_of_birth": "2016-06-02", "acting_for": "registry", "evidence": "c".repeat(64), "data_subject": "vera"});
        let date_of_birth =
            data(&city.town.act("olga", None, "date_of_birth.record", date_of_birth))["date_of_birth"]
                .clone();
        let stream = StreamId::Person(city.person("vera"));
        for (who, organisation) in [("anna", "city"), ("olga", "registry")] {
            let asked = request(&city, who, stream, organisation);
            for words in ["2000-01-01", "unknown"] {
                let put = json!({"request": asked, "text": date_of_birth, "words": words});
                assert_eq!(
                    city.town.refused(who, stream, "text.rectify", put).code,
                    Code::DateOfBirthEvidence
                );
            }
        }
        let give = giving("city", city.notice, "news");
        assert_eq!(city.refused("vera", "consent.give", give.clone()).code, Code::ConsentChild);
        let reopened = interlink::Engine::open(&url).unwrap();
        let command = city.town.command("vera", None, "consent.give", give);
        assert_eq!(code(reopened.execute(&command)), Code::ConsentChild);
    }

    #[test]
    fn only_who_holds_a_text_keeps_it_and_not_for_ever() {
        let (city, stream, text) = objected("memory:");
        let keep = |organisation: &str, until: &str| {
            let law = json!({"en": "A law"});
            json!({"exception": "legal_claims", "law": law, "organisation": organisation, "text": text, "until": until})
        };
        let refused = |who: &str, data: Value| city.town.refused(who, stream, "text.keep", data).code;
        for kind in ["citizen", "public_administration", "nonprofit_organisation", "forprofit_organisation"] {
            assert_eq!(
                refused("mallory", keep(kind, "2027-01-01T00:00:00.000Z")),
                Code::TextNotOwner,
                "{kind}"
            );
        }
        assert_eq!(refused("anna", keep("city", "9999-12-31T23:59:59.999Z")), Code::TextKeptUntil);
        city.town.act("dora", stream, "person.erase", json!({}));
        assert_eq!(city.town.engine.verify_all().unwrap().vault_entries, 0);
    }
}

mod erasure {
    use super::*;

    fn erase(acting_for: &str) -> Value {
        json!({"acting_for": acting_for, "reason": "She asked."})
    }

    #[test]
    fn an_organisation_that_has_nothing_to_do_with_her_erases_nobody() {
        let (city, dora, _) = objected("memory:");
        let anna = StreamId::Person(city.person("anna"));
        for kind in ["citizen", "public_administration", "nonprofit_organisation", "forprofit_organisation"] {
            for whom in [dora, anna] {
                let refused = city.town.refused("mallory", whom, "person.erase", erase(kind));
                assert_eq!(refused.code, Code::PersonUnrelated, "{kind}");
            }
        }
    }

    #[test]
    fn dealings_that_an_organisation_made_up_erase_nothing_of_hers() {
        let (city, _, _) = objected("memory:");
        let town = &city.town;
        town.act("vera", None, "date_of_birth.record", json!({"date_of_birth": "2016-06-02"}));
        let vera = StreamId::Person(city.person("vera"));
        town.act(
            "mallory",
            vera,
            "subject_request.make",
            json!({"organisation": "citizen", "right": "erasure"}),
        );
        assert_eq!(
            town.refused("mallory", vera, "person.erase", erase("citizen")).code,
            Code::PersonUnrelated
        );
        let Some(interlink::vault::Party::Organisation(club)) =
            town.engine.party_of(&host("citizen")).unwrap()
        else {
            panic!("an organisation")
        };
        town.act("mallory", StreamId::from(club), "member.add", appoint("vera"));
        assert_eq!(
            town.refused("mallory", vera, "person.erase", erase("citizen")).code,
            Code::PersonUnrelated
        );
        let alone = city.refused("vera", "consent.give", giving("city", city.notice, "news"));
        assert_eq!(alone.code, Code::ConsentChild);
    }

    #[test]
    fn each_controller_erases_what_it_holds_and_the_last_one_the_tie() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("two.sqlite");
        let (city, dora, _) = objected(&format!("sqlite:{}", file.display()));
        city.give("dora", "news");
        let town = &city.town;
        town.found("frank", "firm", "forprofit_organisation");
        let asked = json!({"organisation": "firm", "right": "access", "text": "What does the firm have?"});
        town.act("dora", dora, "subject_request.make", asked);
        let there = |text: &str| {
            let bytes = std::fs::read(&file).unwrap();
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        };
        let erased = data(&town.act("anna", dora, "person.erase", erase("city")));
        assert_eq!(erased["link_kept"], true);
        assert!(!there("My true grounds.") && there("What does the firm have?"));
        assert!(!city.holds("dora", "news"), "the city has erased it");
        assert!(town.engine.person(&host("dora")).unwrap().is_some(), "the firm still has to do with her");
        town.engine.verify_all().unwrap();
        let reopened = interlink::Engine::open(&format!("sqlite:{}", file.display())).unwrap();
        let now = reopened
            .consent(city.person("dora"), &city.purpose("news"), interlink::consent::Asked::Now(town.now()))
            .unwrap();
        assert!(!now.allowed);
        let last = data(&town.act("frank", dora, "person.erase", erase("firm")));
        assert!(last.get("link_kept").is_none());
        assert!(!there("What does the firm have?"));
        assert!(town.engine.person(&host("dora")).unwrap().is_none());
        town.engine.verify_all().unwrap();
    }

    #[test]
    fn no_organisation_locks_out_whoever_another_needs() {
        let (city, _, _) = objected("memory:");
        let town = &city.town;
        let club = StreamId::from(town.found("carla", "club", "nonprofit_organisation"));
        town.act("carla", club, "member.add", json!({"person": "anna"}));
        let anna = StreamId::Person(city.person("anna"));
        assert_eq!(town.refused("carla", anna, "person.erase", erase("club")).code, Code::PersonUnrelated);
        // Once she did something there herself, it erases what it holds, and nothing that others need.
        town.act("anna", club, "member.remove", json!({"person": "anna"}));
        town.act("carla", anna, "person.erase", erase("club"));
        assert!(town.engine.person(&host("anna")).unwrap().is_some());
        town.act("anna", StreamId::from(city.id), "notice.withdraw", json!({"notice": "participation"}));
        town.engine.verify_all().unwrap();
    }

    /// Whatever an organisation does about somebody by itself, it has not to do with her because of that.
    #[test]
    fn what_nobody_asked_for_makes_no_dealing() {
        let city = Controller::new();
        let town = &city.town;
        let of_city = StreamId::from(city.id);
        // She was the city's administrator long ago; she rates; and she consented to nothing.
        town.act("anna", of_city, "administrator.appoint", appoint("dora"));
        town.process("dora", Some("city"), interlink::governance::Shipped::C2g, None);
        town.act("anna", of_city, "administrator.dismiss", appoint("dora"));
        town.wait_minutes(60 * 24 * 400);
        let club = town.found("mallory", "club", "nonprofit_organisation");
        let stream = StreamId::from(club);
        let asks = town.publish_notice("mallory", club, &testkit::notice(1));
        let dora = StreamId::Person(city.person("dora"));
        let unrelated = || {
            let refused = town.refused("mallory", dora, "person.erase", erase("club"));
            assert_eq!(refused.code, Code::PersonUnrelated);
        };
        unrelated();
        let asked =
            json!({"organisation": "club", "purpose": "news", "data_subject": "dora", "notice": asks});
        town.act("mallory", None, "consent.request", asked);
        unrelated();
        town.act("mallory", stream, "member.add", appoint("dora"));
        town.team("mallory", club, "choir", "nonprofit_organisation", &["dora"]);
        unrelated();
        let own =
            StreamId::from(town.process("mallory", Some("club"), interlink::governance::Shipped::C2c, None));
        let role = json!({"holder": {"person": "dora"}, "role": "organiser"});
        let _ = town.try_do("mallory", own, "role.grant", role);
        let noted = json!({"organisation": "club", "right": "erasure"});
        town.act("mallory", dora, "subject_request.make", noted);
        unrelated();
        assert!(town.engine.person(&host("dora")).unwrap().is_some());
        // She says no: that is a dealing, of which the club erases what is its own. The city still knows her.
        town.act("dora", None, "consent.refuse", json!({"organisation": "club", "purpose": "news"}));
        let erased = data(&town.act("mallory", dora, "person.erase", erase("club")));
        assert_eq!(erased["link_kept"], true);
        assert!(town.engine.person(&host("dora")).unwrap().is_some());
        town.engine.verify_all().unwrap();
    }

    #[test]
    fn whoever_is_known_through_one_organisation_alone_is_erased_by_it() {
        let city = Controller::new();
        city.town.act("anna", StreamId::from(city.id), "member.add", appoint("nora"));
        let nora = StreamId::Person(city.person("nora"));
        city.town.act("anna", nora, "person.erase", erase("city"));
        assert!(city.town.engine.person(&host("nora")).unwrap().is_none());
    }

    #[test]
    fn whoever_rated_is_known_to_more_than_one_organisation() {
        let city = Controller::new();
        let town = &city.town;
        town.act("anna", StreamId::from(city.id), "member.add", appoint("nora"));
        town.found("frank", "office", "public_administration");
        let process =
            StreamId::from(town.process("frank", Some("office"), interlink::governance::Shipped::C2g, None));
        town.add_item("frank", process.process().unwrap(), "phase", None, "Phase");
        let story = json!({"title": {"en": "Garden"}, "results": {"en": "It grows."}});
        let published =
            town.act("frank", process, "process.publish", json!({"licence": "CC-BY-4.0", "story": story}));
        let seen_in = data(&published)["publication"].clone();
        let rating =
            json!({"rated": {"process": {"process": process.process()}}, "seen_in": seen_in, "stars": 4});
        town.act("nora", None, "rating.give", rating);
        let nora = StreamId::Person(city.person("nora"));
        let refused = town.refused("anna", nora, "person.erase", erase("city"));
        assert_eq!(
            refused.code,
            Code::PersonUnrelated,
            "what she said of another's process is not the city's"
        );
    }

    #[test]
    fn whom_a_controller_erased_may_consent_to_it_anew() {
        let (city, dora, _) = objected("memory:");
        city.give("dora", "news");
        city.town.found("frank", "firm", "forprofit_organisation");
        city.town.act(
            "dora",
            dora,
            "subject_request.make",
            json!({"organisation": "firm", "right": "access"}),
        );
        city.town.act("anna", dora, "person.erase", erase("city"));
        assert!(!city.holds("dora", "news"));
        city.town.act("dora", None, "consent.withdraw", testkit::about("news"));
        city.give("dora", "news");
        assert!(city.holds("dora", "news"));
    }
}

#[test]
fn what_is_past_its_storage_time_is_listed_until_it_is_erased() {
    let (city, dora, _) = objected("memory:");
    city.give("dora", "news");
    let past = |days: u32| {
        let at = city.town.now().plus_days(days);
        let obligations = city.town.engine.obligations(city.id, at, "en".parse().unwrap()).unwrap();
        obligations
            .storage
            .into_iter()
            .map(|past| (past.purpose.purpose.to_string(), past.data_subject.host_id))
            .collect::<Vec<_>>()
    };
    assert_eq!(past(729), []);
    let days = [("news".to_owned(), Some(host("dora")))];
    assert_eq!(past(730), days, "the notice says 730 days");
    city.town.act("dora", None, "consent.withdraw", testkit::about("news"));
    assert_eq!(past(731), days, "a withdrawal does not take away what is held");
    city.town.act(
        "dora",
        dora,
        "subject_request.make",
        json!({"organisation": "citizen", "right": "access"}),
    );
    city.town.act("anna", dora, "person.erase", json!({"acting_for": "city", "reason": "Its time is over."}));
    assert_eq!(past(2000), []);
}

/// No party without standing changes anything of another person's: over random organisations, kinds and members, and every
/// command that names somebody else. What gives standing here is written down once, from the law, and not taken from the code:
/// she herself; an organisation that she dealt with, about what it holds; an authority that was verified.
mod property {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const KINDS: [&str; 4] =
        ["citizen", "public_administration", "nonprofit_organisation", "forprofit_organisation"];

    /// Everything that can be said about Dora, by somebody who says that she acts for an organisation.
    fn attempts(
        city: &Controller,
        own: &str,
        text: &Value,
        request: &Value,
    ) -> Vec<(bool, &'static str, Value)> {
        let give = |more: Value| {
            with(with(giving("city", city.notice, "news"), &json!({"data_subject": "dora"})), &more)
        };
        let evidence = "a".repeat(64);
        let official = json!({"acting_for": own, "evidence": evidence, "method": "paper"});
        let about = |more: Value| with(of("dora", "news"), &more);
        let plan = of("dora", "planning");
        let until = "2027-01-01T00:00:00.000Z";
        let from = "2026-03-02T09:00:00.000Z";
        let law = json!({"en": "A law"});
        vec![
            (false, "consent.give", give(json!({}))),
            (false, "consent.give", give(official.clone())),
            (false, "consent.renew", give(official)),
            (false, "consent.request", with(about(json!({})), &json!({"notice": city.notice}))),
            (false, "consent.defer", about(json!({}))),
            (false, "consent.refuse", about(json!({}))),
            (false, "consent.withdraw", about(json!({}))),
            (false, "consent.revoke", about(json!({"reason": "So."}))),
            (false, "consent.expire", about(json!({"until_event": "the end"}))),
            (false, "consent.use", about(json!({}))),
            (false, "consent.invalidate", about(json!({"decision": "So.", "from": from}))),
            (false, "objection.raise", plan.clone()),
            (false, "objection.withdraw", plan.clone()),
            (false, "objection.decide", plan.clone()),
            (false, "recipient.notify", with(plan, &json!({"recipient": "printer"}))),
            (
                false,
                "date_of_birth.record",
                json!({"date_of_birth": "2020-01-01", "acting_for": own, "evidence": evidence, "data_subject": "dora"}),
            ),
            (false, "date_of_birth.record", json!({"date_of_birth": "2020-01-01", "data_subject": "dora"})),
            (
                false,
                "representative.appoint",
                json!({"acting_for": own, "evidence": evidence, "kind": "authorised", "representative": "pal", "scope": "everything", "data_subject": "dora"}),
            ),
            (
                false,
                "representative.dismiss",
                json!({"acting_for": own, "evidence": evidence, "representative": "rita", "data_subject": "dora"}),
            ),
            (false, "representative.dismiss", json!({"representative": "rita", "data_subject": "dora"})),
            (false, "disagreement.settle", about(json!({"acting_for": own, "evidence": evidence}))),
            (true, "person.erase", json!({})),
            (true, "person.erase", json!({"acting_for": own, "reason": "So."})),
            (true, "person.erase", json!({"acting_for": "city", "reason": "So."})),
            (true, "subject_request.make", json!({"organisation": "city", "right": "erasure"})),
            (true, "subject_request.extend", json!({"reason": "So.", "request": request})),
            (true, "subject_request.answer", json!({"outcome": "fulfilled", "request": request})),
            (true, "processing_restriction.lift", json!({"reason": "So.", "request": request})),
            (true, "text.rectify", json!({"request": request, "text": text, "words": "So."})),
            (true, "text.rectify", json!({"text": text, "words": "So."})),
            (
                true,
                "text.keep",
                json!({"exception": "expression", "law": law, "organisation": own, "text": text, "until": until}),
            ),
            (
                true,
                "text.keep",
                json!({"exception": "expression", "law": law, "organisation": "city", "text": text, "until": until}),
            ),
            (true, "text.attribute", json!({"text": text})),
        ]
    }

    /// The commands whose data name whom they are about, and those of a person's own stream, as the schema has them.
    fn about_a_person() -> BTreeSet<String> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/schema/command.json");
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let of_her = [
            "person.erase",
            "subject_request.",
            "processing_restriction.",
            "text.rectify",
            "text.keep",
            "text.attribute",
        ];
        let mut found = BTreeSet::new();
        for one in schema["oneOf"].as_array().unwrap() {
            let name = one["properties"]["type"]["const"].as_str().unwrap();
            let data = one["properties"]["data"]["$ref"].as_str().unwrap().trim_start_matches("#/$defs/");
            let names_her = schema["$defs"][data]["properties"].get("data_subject").is_some();
            if names_her || of_her.iter().any(|start| name.starts_with(start)) {
                found.insert(name.to_owned());
            }
        }
        found
    }

    #[test]
    fn every_command_about_a_person_is_attempted() {
        let city = Controller::new();
        let attempts = attempts(&city, "club", &Value::Null, &Value::Null);
        let attempted: BTreeSet<String> = attempts.into_iter().map(|(_, kind, _)| kind.to_owned()).collect();
        assert_eq!(attempted, about_a_person());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn nobody_without_standing_changes_anything_of_hers(
            kind in 0..4_usize,
            verified in any::<bool>(),
            role in 0..3_u8,
            order in Just((0..33_usize).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let city = Controller::new();
            let town = &city.town;
            city.give("dora", "news");
            let said = json!({"grounds": "My grounds."});
            let raised = town.act("dora", None, "objection.raise", with(testkit::about("planning"), &said));
            let text = data(&raised)["grounds"].clone();
            town.act("dora", None, "representative.appoint", json!({"kind": "authorised", "representative": "rita", "scope": "everything"}));
            let asked = json!({"organisation": "city", "right": "rectification"});
            let asked = data(&town.act("dora", None, "subject_request.make", asked))["request"].clone();
            let own = town.found("mallory", "club", KINDS[kind]);
            // A verified authority has standing for what authorities do; the others have none, whatever they are.
            if verified && KINDS[kind] != "public_administration" {
                town.verify(own, KINDS[kind]);
            }
            let actor = ["mallory", "max", "moritz"][usize::from(role)];
            let club = StreamId::from(own);
            match role {
                0 => {}
                1 => drop(town.act("mallory", club, "member.add", appoint("max"))),
                _ => town.team("mallory", own, "crew", KINDS[kind], &["moritz"]),
            }
            let attempts = attempts(&city, "club", &text, &asked);
            prop_assert_eq!(attempts.len(), order.len());
            let dora = StreamId::Person(city.person("dora"));
            let before = town.engine.subject_access(city.person("dora"), "en".parse().unwrap()).unwrap();
            for nth in order {
                let (own_stream, kind, data) = attempts[nth].clone();
                let stream = own_stream.then_some(dora);
                let done = town.try_do(actor, stream, kind, data.clone());
                prop_assert!(done.is_err(), "{} {} {}", actor, kind, data);
            }
            let after = town.engine.subject_access(city.person("dora"), "en".parse().unwrap()).unwrap();
            prop_assert_eq!(before, after);
        }
    }
}
