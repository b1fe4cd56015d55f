//! The European Union: mandates that member states tell each other (`RPaM`, XML of 2019), and attestations that companies
//! show (We Build, as the claims of an SD-JWT).

use std::collections::BTreeMap;

use interlink::mandate::view::MandateView;
use interlink::mandate::{MandateKind, MandateStatus, MandateTarget, ShippedKind};
use interlink::problem::Code;
use interlink::types::{Key, Timestamp};
use roxmltree::{Document, Node};
use serde_json::{Value, json};
use testkit::with;

use super::{Hall, attested, evidence, id_of, read, read_json, time};

const COUNTRIES: [&str; 3] = ["Austria", "Finland", "TAXUD"];

/// Codes of powers have a namespace here. These have none: their dots separate a topic, an action, an object and a type.
const NAMESPACE: &str = "RPAM:";

/// What a response says.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    principal: String,
    holder: String,
    power: String,
    status: String,
    from: Option<String>,
    through: Option<String>,
}

/// A message: a request or a response.
struct Message {
    /// The number that a request has, and that the response to it names.
    request: String,
    issued: String,
    said: Said,
}

fn named<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|inner| inner.tag_name().name() == name)
}

fn text(node: Node<'_, '_>, name: &str) -> Option<String> {
    Some(named(node, name)?.text()?.trim().to_owned())
}

/// The identifier of a person. Austria's has two parts, a type and a value, and both are needed to tell people apart.
fn person(node: Node<'_, '_>) -> String {
    let parts = node.descendants().filter(|inner| inner.tag_name().name() == "NaturalPersonIdentifier");
    parts.map(|part| text(part, "ID").unwrap()).collect::<Vec<_>>().join(" ")
}

impl Message {
    fn read(name: &str) -> Self {
        let xml = read(&format!("eu-rpam/{name}.xml"));
        let document = Document::parse(&xml).unwrap();
        let (root, mandator) = (document.root_element(), named(document.root_element(), "Mandator").unwrap());
        let own = mandator.children().find(|inner| inner.tag_name().name() == "NaturalPerson").unwrap();
        let powers = root.descendants().filter(|inner| inner.tag_name().name() == "Power");
        assert_eq!(powers.count(), 1, "{name}");
        let said = Said {
            principal: person(own),
            holder: person(named(mandator, "RepresentationGrantedToMandatee").unwrap()),
            power: text(mandator, "RpaMPowerCode").unwrap(),
            status: text(mandator, "StatusTypeStatusCode").unwrap(),
            from: text(root, "StartDate"),
            through: text(root, "EndDate"),
        };
        let request = text(root, "RequestID").or_else(|| text(root, "ID")).unwrap();
        // Their moments have no zone; taken as UTC, an hour's difference changes no day here.
        Self { request, issued: text(root, "IssueDateTime").unwrap() + "Z", said }
    }
}

impl Said {
    fn power(&self) -> String {
        format!("{NAMESPACE}{}", self.power)
    }

    fn terms(&self) -> Value {
        let days = [("from", &self.from), ("through", &self.through)];
        let said =
            days.into_iter().filter_map(|(member, day)| Some((member.to_owned(), json!(day.as_ref()?))));
        Value::Object(said.collect())
    }

    /// What a mandate says, in their words; the first day only if they told one.
    fn of(view: &MandateView, tells_first_day: bool) -> Self {
        let status = match view.mandate_status {
            MandateStatus::Active => "VALID",
            other => panic!("{other:?}"),
        };
        let [power] = &*view.powers else { panic!("{view:?}") };
        Self {
            principal: view.principal.host_id.clone().unwrap().to_string(),
            holder: view.mandate_holder.host_id.clone().unwrap().to_string(),
            power: power.power.as_str().strip_prefix(NAMESPACE).unwrap().to_owned(),
            status: status.to_owned(),
            from: tells_first_day.then(|| view.from.to_string()),
            through: view.through.map(|day| day.to_string()),
        }
    }
}

// It also names the mandate by identifiers of its own, one or two. There is no place for these here: the host keeps them.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn what_a_state_says_of_a_mandate_comes_back() {
    for country in COUNTRIES {
        let Message { issued, said, .. } = Message::read(&format!("{country}_Response"));
        let first = said.from.as_ref().map_or(issued, |day| format!("{day}T08:00:00.000Z"));
        let hall = Hall::at(&first);
        let kind = hall.kind(&attested("RPAM:mandate", &[&said.power()], &json!({})));
        let mandate = hall.register(kind, (&said.principal, &said.holder), &said.terms());
        assert_eq!(Said::of(&hall.view(mandate), said.from.is_some()), said, "{country}");
    }
}

// The reader takes the right people: the one who is acted for, and the one who acts.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn a_message_names_two_people() {
    for country in COUNTRIES {
        let said = Message::read(&format!("{country}_Response")).said;
        let parts = if country == "Finland" { 2 } else { 1 };
        assert_ne!(said.principal, said.holder);
        assert_eq!([&said.principal, &said.holder].map(|id| id.split(' ').count()), [parts; 2], "{country}");
    }
    let said = Message::read("TAXUD_Response").said;
    assert_eq!((&*said.principal, &*said.holder), ("456def", "123abc"));
}

// Their dots and underscores are fine; what a code needs is a namespace.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn their_codes_are_codes_of_powers_with_a_namespace() {
    for country in COUNTRIES {
        let said = Message::read(&format!("{country}_Response")).said;
        assert_eq!(said.power.parse::<Key>().unwrap().as_str(), said.power);
        let kind = |power: &str| attested("RPAM:mandate", &[power], &json!({})).to_string();
        let fault = MandateKind::parse(kind(&said.power).as_bytes()).unwrap_err();
        let path = format!("/powers/{}", said.power);
        assert_eq!((fault.code(), fault.path()), (Code::MandateKindInvalid, &*path));
        MandateKind::parse(kind(&said.power()).as_bytes()).unwrap();
        assert!(said.power().len() <= 128);
    }
    // As found: a dot where the others have an underscore.
    assert!(Message::read("TAXUD_Response").said.power.ends_with(".OT.RECEIPT"));
}

// Each request asks what its response says, so the answer is yes, and for nobody else.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn a_states_request_is_answered_from_what_another_state_said() {
    let hall = Hall::at("2019-11-26T16:00:00.000Z");
    let responses = COUNTRIES.map(|country| Message::read(&format!("{country}_Response")));
    let powers: Vec<String> = responses.iter().map(|message| message.said.power()).collect();
    let powers: Vec<&str> = powers.iter().map(String::as_str).collect();
    let kind = hall.kind(&attested("RPAM:mandate", &powers, &json!({})));
    for Message { said, .. } in &responses {
        let parties = (&*said.principal, &*said.holder);
        let terms = with(said.terms(), &json!({"powers": [said.power()]}));
        if said.from.is_none() {
            hall.register(kind, parties, &terms);
            continue;
        }
        // One began half a year before it was told. Here it begins when it is registered, so its first day is not kept.
        assert_eq!(hall.cannot_register(kind, parties, &terms).code, Code::MandateBackdated);
        let terms = json!({"powers": [said.power()], "through": said.through});
        let view = hall.view(hall.register(kind, parties, &terms));
        assert_eq!(
            (view.from.to_string(), view.through.map(|day| day.to_string())),
            ("2019-11-26".into(), said.through.clone())
        );
    }
    for country in COUNTRIES {
        let asked = Message::read(&format!("{country}_Request"));
        let response = responses.iter().find(|response| response.request == asked.request).unwrap();
        let Said { principal, holder, .. } = &asked.said;
        for (power, other) in powers.iter().zip(&responses) {
            let expected = other.request == response.request;
            assert_eq!(hall.may(holder, principal, power), expected, "{country} {power}");
        }
        assert!(!hall.may(principal, holder, &asked.said.power()));
    }
}

/// What an attestation says of who may act for whom.
#[derive(Debug, Default, PartialEq)]
struct Attested {
    /// The mandates: principal, holder, and the rest of the command.
    mandates: Vec<(String, String, Value)>,
    /// Whom it names without a mandate, and what it says of them instead.
    without: BTreeMap<String, String>,
}

fn attestation(name: &str) -> Value {
    read_json(&format!("eu-webuild/samples/{name}-sd-jwt-sample.json"))
}

fn string(value: &Value, path: &str) -> String {
    value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} in {value}")).to_owned()
}

fn words(value: &Value) -> String {
    let words = value.as_array().unwrap().iter().map(|word| word.as_str().unwrap());
    words.collect::<Vec<_>>().join(", ")
}

/// Who signs alone has a mandate. Who signs with others has none of their own: that needs a rule of k of n.
fn signatories(attestation: &Value) -> Attested {
    let mut found = Attested::default();
    let company = string(attestation, "/legal_entity/identifier/euid");
    for person in attestation["authorised_persons"].as_array().unwrap() {
        let id = format!(
            "{} {}",
            string(person, "/identifier/issuing_country"),
            string(person, "/identifier/document_number")
        );
        match &*string(person, "/person_role/representation_type") {
            "SOLE" => found.mandates.push((company.clone(), id, json!({"powers": ["eu:sign"]}))),
            "JOINT" => drop(found.without.insert(id, "JOINT".to_owned())),
            other => panic!("{other}"),
        }
    }
    found
}

/// A mandate for each scope, since one of them is for one state only and the other is not.
fn provider(attestation: &Value) -> Attested {
    let (company, provider) = ("/authorizing_company/legal_id", "/authorized_service_provider/legal_id");
    let (company, provider) = (string(attestation, company), string(attestation, provider));
    let mut found = Attested::default();
    for scope in attestation["authorization_scope"].as_array().unwrap() {
        let mut terms = json!({"powers": [scope], "from": attestation["authorization_valid_from"],
            "through": attestation["authorization_valid_until"]});
        if scope == "vida:tax_report" {
            terms["mandate_targets"] = json!([{"area_code": attestation["tax_reporting_member_state"]}]);
        }
        found.mandates.push((company.clone(), provider.clone(), terms));
    }
    found
}

/// Whom an attestation about owners and control names. To own or control a company is not to act for it; nor do these
/// attestations say which company it is.
fn owners(attestation: &Value, list: &str, says: &str) -> Attested {
    assert!(attestation.get("legal_entity").is_none());
    let named = attestation[list].as_array().unwrap().iter().map(|one| {
        let person =
            |one| format!("{} {}", string(one, "/person/first_name"), string(one, "/person/surname"));
        let name =
            one.pointer("/entity/name").map_or_else(|| person(one), |name| name.as_str().unwrap().to_owned());
        (name, words(one.pointer(says).unwrap()))
    });
    Attested { mandates: Vec::new(), without: named.collect() }
}

fn second(seconds: &Value) -> Timestamp {
    Timestamp::from_millis(seconds.as_i64().unwrap() * 1_000).unwrap()
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn who_signs_alone_has_a_mandate_and_who_signs_with_others_has_none_yet() {
    let attestation = attestation("authorised-signatories");
    let found = signatories(&attestation);
    let hall = Hall::at("2026-03-02T09:00:00.000Z");
    let kind = hall.kind(&attested("eu:signatory", &["eu:sign"], &json!({})));
    let [(company, person, terms)] = &*found.mandates else { panic!("{found:?}") };
    assert_eq!((&**company, &**person), ("DE-HRB-123456", "DEU C00X00T01"));
    hall.company(company, "founder");
    let seen = json!({"act_evidence": evidence(&attestation.to_string())});
    let m1 = hall.register(kind, (company, person), &with(terms.clone(), &seen));
    assert!(hall.may(person, company, "eu:sign"));
    assert_eq!(found.without.keys().collect::<Vec<_>>(), ["FRA FR-ID-000000001", "ITA YA0000001"]);
    for (other, says) in &found.without {
        assert_eq!((&**says, hall.may(other, company, "eu:sign")), ("JOINT", false));
    }
    // It expires at a second, and a mandate's last day is a day. An end that is declared is exact.
    let end = second(&attestation["exp"]);
    assert_eq!(end, time("2026-04-30T08:00:00.000Z"));
    hall.on("opal", m1, "mandate.revoke", json!({"effective_at": end}));
    let last = Timestamp::from_millis(end.as_millis() - 1).unwrap();
    let may = |at| hall.may_at(person, company, "eu:sign", at);
    assert_eq!((may(last), may(end)), (true, false));
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn a_service_provider_does_what_it_was_authorised_for() {
    let attestation = attestation("service-provider-authorization");
    let found = provider(&attestation);
    // It holds from the first second of its first day on, in UTC, so the kind counts its days in UTC.
    let hall = Hall::at("2026-01-01T00:00:00.000Z");
    let kind = hall.kind(&attested("eu:service-provider", &["peppol:send", "vida:tax_report"], &json!({})));
    hall.company("NL853746281B01", "founder");
    hall.company("BE0890123456", "head");
    for (company, provider, terms) in &found.mandates {
        let view = hall.view(hall.register(kind, (company, provider), terms));
        assert_eq!(json!(view.from), attestation["authorization_valid_from"]);
        assert_eq!(json!(view.through), attestation["authorization_valid_until"]);
    }
    assert_eq!(hall.mandates("BE0890123456").mandates_held.len(), 2);
    let own = json!({"mandate_sources": ["grant"], "may_grant": {"party_itself": true}});
    let own =
        hall.kind(&attested("BE:own-people", &["peppol:send", "peppol:receive", "vida:tax_report"], &own));
    hall.grant("head", own, ("BE0890123456", "clerk"));
    let now = hall.town.now();
    let may = |power: &str, area: Option<&str>, at| {
        let area = area.map(|area| MandateTarget::Area(area.parse().unwrap()));
        hall.ask_about(("clerk", "NL853746281B01", power), area.as_ref(), at).allowed
    };
    assert!(may("peppol:send", None, now) && may("vida:tax_report", Some("NL"), now));
    assert!(!may("vida:tax_report", Some("BE"), now) && !may("vida:tax_report", None, now));
    assert!(!may("peppol:receive", None, now));
    // Its last day is inclusive, and ends when the attestation does.
    let end = second(&attestation["exp"]);
    let last = Timestamp::from_millis(end.as_millis() - 1).unwrap();
    assert_eq!((may("peppol:send", None, last), may("peppol:send", None, end)), (true, false));
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn who_owns_or_controls_a_company_does_not_act_for_it() {
    let control = owners(&attestation("control"), "controller", "/controls/type");
    let ownership = owners(&attestation("ownership"), "owner", "/interests/type");
    let ubo = owners(&attestation("ubo"), "ubo", "/justification/threshold_met");
    let expected = [
        ("Beatrice Sample", "voting_rights, board"),
        ("HoldCo GmbH", "nominee, voting_rights"),
        ("Sample Family Trust", "agreements, other_means_of_control"),
        ("Erika Beispiel", "shareholding"),
        ("Holding GmbH", "shareholding, votingRights"),
        ("Beispiel Family Trust", "beneficiaryOfLegalArrangement, economicBeneficiary"),
        ("Erika Vorbild", "ownership_25_plus, control_voting_25_plus, control_management"),
        ("Franz Modell", "ownership_indirect, control_voting_indirect"),
    ];
    let all = [control, ownership, ubo].into_iter().flat_map(|found| found.without);
    let all: BTreeMap<String, String> = all.collect();
    assert_eq!(all, expected.map(|(name, says)| (name.to_owned(), says.to_owned())).into());
}

// Property 13: three attestations are one mandate, and what one of them said is revoked alone.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn three_attestations_are_one_mandate() {
    let powers = ["eu:sign", "eu:bank", "eu:represent-in-court"];
    let found = signatories(&attestation("authorised-signatories"));
    let (company, person, _) = &found.mandates[0];
    let hall = Hall::at("2026-03-02T09:00:00.000Z");
    hall.company(company, "founder");
    let kind = hall.add((*MandateKind::shipped(ShippedKind::EuPowerOfAttorney)).clone());
    // One act has one piece of evidence: the hash of all three together.
    let seen = powers.map(|power| json!({"power": power}).to_string()).concat();
    let data = json!({"powers": powers, "through": "2026-12-31", "act_evidence": evidence(&seen)});
    let data = hall.registering(kind, (company, person), &data);
    let mandate = id_of(hall.town.act("opal", None, "mandate.register", data).stream);
    assert_eq!(hall.mandates(company).mandates_granted.len(), 1);
    assert_eq!(hall.view(mandate).powers.len(), 3);
    let may = || powers.map(|power| hall.may(person, company, power));
    assert_eq!(may(), [true; 3]);
    hall.on("opal", mandate, "mandate.revoke", json!({"powers": ["eu:bank"]}));
    assert_eq!(may(), [true, false, true]);
    assert_eq!(hall.view(mandate).mandate_status, MandateStatus::Active);
}
