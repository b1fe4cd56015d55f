//! Who may say what about whom: operators, authorities, owners of texts, and whose data an organisation may erase.
#![cfg(test)]

use interlink::journal::{EventData, StreamId};
use interlink::kernel::Command;
use interlink::operator::Voice;
use interlink::problem::Code;
use interlink::types::OrganisationId;
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
        assert_eq!(by(&first), Voice::Host);
        assert_eq!(by(&town.act("opal", None, "operator.appoint", appoint("otto"))), Voice::Operator);
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
        let found =
            json!({"organisation": "city", "name": {"en": "City"}, "kind": "citizen", "teams_by": "anyone"});
        assert_eq!(code(town.try_as_host("organisation.found", found)), Code::HostUnsuited);
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
            let StreamId::Organisation(id) = city else { unreachable!() };
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
        assert_eq!(verify("opal"), Code::StandingOwnInterest);
        town.act("anna", city, "member.remove", appoint("opal"));
        assert_eq!(verify("opal"), Code::StandingOwnInterest, "she left a moment ago");
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
        assert_eq!(refused("opal", "opal"), Code::StandingOwnInterest);
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
        here.try_as_host("operator.appoint", appoint("opal")).unwrap();
        here.engine.import_bundle(bundle.as_bytes()).unwrap();
        here.engine.verify_all().unwrap();
    }
}

mod authorities {
    use super::*;

    fn paper(city: &Controller, capacity: &str) -> Value {
        let how =
            json!({"capacity": capacity, "evidence": "a".repeat(64), "method": "paper", "subject": "dora"});
        with(giving("city", city.notice, "news"), &how)
    }

    fn representative(capacity: &str, who: &str, of: &str) -> Value {
        json!({"capacity": capacity, "evidence": "b".repeat(64), "kind": "authorised", "representative": who, "subject": of})
    }

    fn birth(capacity: &str, born: &str) -> Value {
        json!({"born": born, "capacity": capacity, "evidence": "c".repeat(64), "subject": "vera"})
    }

    #[test]
    fn nobody_is_an_authority_because_it_says_so() {
        let city = Controller::new();
        let made_up = city.town.found("mallory", "ministry", "public_administration");
        let refused = |kind: &str, data: Value| city.refused("mallory", kind, data).code;
        assert_eq!(refused("consent.give", paper(&city, "ministry")), Code::AuthorityNotVerified);
        let hers = representative("ministry", "mallory", "dora");
        assert_eq!(refused("representative.appoint", hers), Code::AuthorityNotVerified);
        assert_eq!(refused("birth.record", birth("ministry", "2020-01-01")), Code::AuthorityNotVerified);
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
            json!({"kind": "authorised", "representative": "tom"}),
        );
        let plain = with(giving("city", city.notice, "news"), &json!({"subject": "dora"}));
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
        let registry = city.town.authority("olga", "registry");
        city.town.act("anna", StreamId::from(city.id), "administrator.appoint", appoint("olga"));
        city.town.act("anna", StreamId::from(city.id), "administrator.dismiss", appoint("olga"));
        assert_eq!(
            city.refused("olga", "consent.give", paper(&city, "registry")).code,
            Code::ConsentByController
        );
        let _: OrganisationId = registry;
    }

    #[test]
    fn no_official_makes_herself_or_a_colleague_somebodys_representative() {
        let city = Controller::new();
        let registry = city.town.authority("olga", "registry");
        city.town.act("olga", StreamId::from(registry), "member.add", appoint("petra"));
        for who in ["olga", "petra"] {
            let refused =
                city.refused("olga", "representative.appoint", representative("registry", who, "dora"));
            assert_eq!(refused.code, Code::StandingOwnInterest, "{who}");
        }
        city.town.act("olga", None, "representative.appoint", representative("registry", "bruno", "dora"));
    }

    #[test]
    fn whom_the_controller_appointed_does_not_consent_to_what_it_wants() {
        let city = Controller::new();
        city.town.verify(city.id, "public_administration");
        city.town.act("anna", None, "representative.appoint", representative("city", "pal", "dora"));
        let give = with(giving("city", city.notice, "news"), &json!({"subject": "dora"}));
        assert_eq!(city.refused("pal", "consent.give", give).code, Code::StandingOwnInterest);
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
        let without = json!({"born": "2016-06-02", "capacity": "registry", "subject": "vera"});
        assert_eq!(city.refused("olga", "birth.record", without).code, Code::ConsentEvidence);
        city.town.act("olga", None, "birth.record", birth("registry", "2016-06-02"));
        for born in ["2000-06-02", "2017-06-02"] {
            assert_eq!(city.refused("vera", "birth.record", json!({"born": born})).code, Code::BirthEvidence);
            assert_eq!(city.refused("anna", "birth.record", birth("city", born)).code, Code::BirthEvidence);
        }
        let alone = city.refused("vera", "consent.give", giving("city", city.notice, "news"));
        assert_eq!(alone.code, Code::ConsentChild);
        city.town.act("petra", None, "birth.record", birth("archive", "2011-06-02"));
        city.give("vera", "news");
    }

    #[test]
    fn nobody_makes_herself_older_than_she_said() {
        let city = Controller::new();
        city.town.act("vera", None, "birth.record", json!({"born": "2016-06-02"}));
        assert_eq!(
            city.refused("vera", "birth.record", json!({"born": "2000-06-02"})).code,
            Code::BirthEvidence
        );
        city.town.act("vera", None, "birth.record", json!({"born": "2016-07-02"}));
    }
}
