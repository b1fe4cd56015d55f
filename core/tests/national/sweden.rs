//! Sweden: the 33 cases of Sundsvall's service for mandates. Property 15: the same parties and the same period conflict.
//!
//! The kind is the shipped one. That service's status INACTIVE is `scheduled` here,
//! DELETED is `revoked`. Its data use one id for a company in one row and for a person in another, so the ids here say which.
//!
//! That service lets mandates begin in the past, and this record does not. So the seed is granted on its first days, and the
//! cases that create a mandate happen on the day on which it begins.

use std::collections::{BTreeMap, BTreeSet};

use interlink::journal::StreamId;
use interlink::mandate::view::MandateView;
use interlink::mandate::{MandateKind, MandateStatus, ShippedKind};
use interlink::problem::{Code, Problem};
use interlink::types::{DocumentId, MandateId};
use serde_json::{Value, json};
use testkit::with;

use super::{Hall, evidence, id_of, read_json};

/// What a host does before it asks a library: whom it serves is in its path, and pages are cut from a list that it has.
const TENANT: &str = "The host keeps its tenants apart: an id of one is not looked up for another.";
const PAGES: &str = "The host cuts a list into pages.";

/// The cases that are not about mandates, and why.
const NOT_OURS: [(&str, &str); 8] = [
    ("Delete/test04_deleteMandateForAnotherMunicipalityId", TENANT),
    ("Delete/test05_deleteMandateForAnotherNamespace", TENANT),
    ("Get/test03_getMandateForAnotherMunicipality", TENANT),
    ("Get/test04_getMandateForAnotherNamespace", TENANT),
    ("Search/test02_searchMandates_withLimit", PAGES),
    ("Search/test03_searchMandates_withPageOffset", PAGES),
    ("Search/test09_searchMandates_shouldBeNamespaceAware", TENANT),
    ("Search/test10_searchMandates_shouldBeMunicipalityAware", TENANT),
];

/// The day on which the cases create mandates, and one after everything in the seed was written.
const BEGINNING: &str = "2025-08-01T08:00:00.000Z";
const LATER: &str = "2025-10-10T15:00:00.000Z";

/// The service with its seed.
struct Service {
    hall: Hall,
    kind: DocumentId,
    /// The mandates, by their ids in the seed.
    seed: BTreeMap<String, MandateId>,
    companies: BTreeSet<String>,
}

fn text<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} in {value}"))
}

fn company(id: &str) -> String {
    format!("company {id}")
}

fn person(id: &str) -> String {
    format!("person {id}")
}

impl Service {
    fn new() -> Self {
        let hall = Hall::at("2024-10-01T08:00:00.000Z");
        let kind = hall.add((*MandateKind::shipped(ShippedKind::SeSignatory)).clone());
        Self { hall, kind, seed: BTreeMap::new(), companies: BTreeSet::new() }
    }

    /// The seed, as it was on the day on which the cases create mandates.
    fn seeded() -> Self {
        let mut service = Self::new();
        let seed = read_json("se-sundsvall/seed.json");
        let mut rows: Vec<&Value> = seed["mandate"].as_array().unwrap().iter().collect();
        rows.sort_by_key(|row| text(row, "/active_from"));
        for row in rows {
            if text(row, "/active_from") == "2025-08-01" {
                service.hall.wait_until(BEGINNING);
            }
            let (grantor, signatory) = (text(row, "/grantor_party_id"), text(row, "/signatory_party_id"));
            service.authorise(grantor, signatory);
            let place = json!([{"area_code": format!("2281:{}", text(row, "/namespace").to_lowercase())}]);
            let data = json!({"mandate_kind": service.kind, "principal": {"organisation": company(grantor)},
                "mandate_holder": {"person": person(text(row, "/grantee_party_id"))}, "mandate_targets": place,
                "from": row["active_from"], "through": row["inactive_after"],
                "act_evidence": evidence(&seed["signing_information"].to_string())});
            let granted = service.hall.town.act(&person(signatory), None, "mandate.grant", data);
            let id = id_of(granted.stream);
            if !text(row, "/deleted").starts_with("1970") {
                service.hall.on(&person(signatory), id, "mandate.revoke", json!({}));
            }
            service.seed.insert(text(row, "/id").to_owned(), id);
        }
        service
    }

    /// A company that is known from its first case on.
    fn know(&mut self, grantor: &str) -> StreamId {
        if self.companies.insert(grantor.to_owned()) {
            self.hall.company(&company(grantor), "founder");
        }
        StreamId::from(self.hall.organisation(&company(grantor)))
    }

    /// Lets somebody sign for a company, as a host does that asked the company register.
    fn authorise(&mut self, grantor: &str, signatory: &str) {
        let (company, signatory) = (self.know(grantor), json!({"person": person(signatory)}));
        // Somebody who signs already cannot be appointed again.
        drop(self.hall.town.try_do("founder", company, "administrator.appoint", signatory));
    }

    /// What the case asks for, at this moment.
    fn create(&mut self, case: &Value) -> Result<MandateId, Code> {
        let body = &case["request"]["body"];
        let grantor = text(body, "/grantorDetails/grantorPartyId");
        let signatory = text(body, "/grantorDetails/signatoryPartyId");
        self.know(grantor);
        if is_whitelisted(grantor, signatory) || is_registered(case) {
            self.authorise(grantor, signatory);
        }
        let data = json!({"mandate_kind": self.kind, "principal": {"organisation": company(grantor)},
            "mandate_holder": {"person": person(text(body, "/granteeDetails/partyId"))},
            "mandate_targets": [{"area_code": tenant(case)}], "from": body["activeFrom"],
            "act_evidence": evidence(&body["signingInfo"].to_string())});
        let last = body.get("inactiveAfter").map_or(json!({}), |last| json!({"through": last}));
        let data = with(data, &last);
        let done = self.hall.town.try_do(&person(signatory), None, "mandate.grant", data);
        done.map(|done| id_of(done.stream)).map_err(|error| Problem::from(&error).code)
    }

    /// The mandates for all companies.
    fn all(&self) -> Vec<MandateView> {
        self.companies.iter().flat_map(|id| self.hall.mandates(&company(id)).mandates_granted).collect()
    }
}

/// The municipality and the namespace of a request. A mandate is limited to them.
fn tenant(case: &Value) -> String {
    let mut path = text(case, "/request/path").split('/').skip(1);
    format!("{}:{}", path.next().unwrap(), path.next().unwrap())
}

fn is_whitelisted(grantor: &str, signatory: &str) -> bool {
    let all = read_json("se-sundsvall/whitelist.json");
    all[signatory].as_array().is_some_and(|grantors| grantors.contains(&json!(grantor)))
}

/// Whether the company register says that this person signs for this company.
fn is_registered(case: &Value) -> bool {
    let answers = &case["register_answers"];
    let engagements = answers["legalentity"]["body"].as_array();
    engagements.is_some_and(|all| {
        all.iter().any(|one| {
            one["organizationNumber"] == answers["party-organization-legalId"]["body"]
                && one["isAuthorizedSignatory"] == true
        })
    })
}

/// What a case says about a mandate: principal, who signed, holder, first day, last day, status.
fn said(mandate: &Value) -> [String; 6] {
    [
        company(text(mandate, "/grantorDetails/grantorPartyId")),
        person(text(mandate, "/grantorDetails/signatoryPartyId")),
        person(text(mandate, "/granteeDetails/partyId")),
        text(mandate, "/activeFrom").to_owned(),
        text(mandate, "/inactiveAfter").to_owned(),
        text(mandate, "/status").to_owned(),
    ]
}

/// The same of a mandate here.
fn shown(view: &MandateView) -> [String; 6] {
    let status = match view.mandate_status {
        MandateStatus::Active => "ACTIVE",
        MandateStatus::Expired => "EXPIRED",
        MandateStatus::Revoked => "DELETED",
        MandateStatus::Scheduled => "INACTIVE",
        other => panic!("{other:?}"),
    };
    [&view.principal, &view.granted_by, &view.mandate_holder]
        .map(|party| party.host_id.clone().unwrap().to_string())
        .into_iter()
        .chain([view.from.to_string(), view.through.unwrap().to_string(), status.to_owned()])
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

fn try_create(case: &Value) {
    let mut service = Service::seeded();
    let done = service.create(case);
    match case["expect"]["status"].as_u64().unwrap() {
        201 => {
            let view = service.hall.view(done.unwrap());
            assert_eq!(shown(&view), said(&case["then_get"]["body"]), "{case}");
        }
        409 => assert_eq!(done, Err(Code::MandateOverlaps), "{case}"),
        // Not entitled to sign, or not known to the company at all: here both are nobody who may grant.
        403 | 404 => assert_eq!(done, Err(Code::MandateNotPermitted), "{case}"),
        other => panic!("{other}"),
    }
}

fn try_get(case: &Value) {
    let service = Service::seeded();
    service.hall.wait_until(LATER);
    let id = text(case, "/request/path").rsplit('/').next().unwrap();
    match service.seed.get(id) {
        Some(id) => assert_eq!(shown(&service.hall.view(*id)), said(&case["expect"]["body"])),
        None => {
            let (unknown, now) = (MandateId::from_bytes([0; 16]), service.hall.town.now());
            let error = service.hall.town.engine.mandate(unknown, now).unwrap_err();
            assert_eq!((error.code(), &case["expect"]["status"]), (Code::StreamUnknown, &json!(404)));
        }
    }
}

fn try_search(case: &Value) {
    let service = Service::seeded();
    service.hall.wait_until(LATER);
    let query = case["request"]["query"].as_array().unwrap();
    let asked = |name: &str| query.iter().find(|pair| pair[0] == name).map(|pair| text(pair, "/1"));
    // The library lists by party. Who signed, and the status, are in each entry.
    let found = match (asked("grantorPartyId"), asked("granteePartyId")) {
        (Some(grantor), _) => service.hall.mandates(&company(grantor)).mandates_granted,
        (None, Some(grantee)) => service.hall.mandates(&person(grantee)).mandates_held,
        (None, None) => service.all(),
    };
    let (grantee, signatory) = (asked("granteePartyId").map(person), asked("signatoryPartyId").map(person));
    let is_asked = |shown: &[String; 6]| {
        signatory.as_ref().is_none_or(|signatory| shown[1] == *signatory)
            && grantee.as_ref().is_none_or(|grantee| shown[2] == *grantee)
            && asked("statuses").is_none_or(|status| shown[5] == status)
    };
    let found: BTreeSet<[String; 6]> = found.iter().map(shown).filter(is_asked).collect();
    let expected = case["expect"]["body"]["mandateDetailsList"].as_array().unwrap();
    assert_eq!(found, expected.iter().map(said).collect(), "{case}");
}

/// That service answers 204 whatever happened. Here a refusal says why nothing did; afterwards the mandate is over anyway.
fn try_delete(case: &Value) {
    let service = Service::seeded();
    let hall = &service.hall;
    hall.wait_until(LATER);
    assert_eq!(case["expect"]["status"], 204);
    let id = text(case, "/request/path").rsplit('/').next().unwrap();
    let Some(id) = service.seed.get(id).copied() else {
        let unknown = hall.cannot("founder", MandateId::from_bytes([0; 16]), "mandate.revoke", json!({}));
        assert_eq!(unknown.code, Code::StreamUnknown);
        return;
    };
    let view = hall.view(id);
    let [principal, signatory, holder, ..] = shown(&view);
    let place = view.mandate_targets.iter().next().unwrap();
    let may = || hall.ask_about((&holder, &principal, "SE:represent"), Some(place), hall.town.now()).allowed;
    if view.mandate_status == MandateStatus::Active {
        assert!(may());
        hall.on(&signatory, id, "mandate.revoke", json!({}));
        assert!(!may());
    } else {
        assert_eq!(hall.cannot(&signatory, id, "mandate.revoke", json!({})).code, Code::MandateStatus);
    }
    assert_eq!(hall.view(id).mandate_status, MandateStatus::Revoked);
}

fn cases() -> Vec<Value> {
    read_json("se-sundsvall/cases.json").as_array().unwrap().clone()
}

fn case(name: &str) -> Value {
    cases().into_iter().find(|case| text(case, "/case") == name).unwrap()
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn every_case_of_sundsvall_is_tried_or_named() {
    let (mut tried, mut named) = (0, BTreeSet::new());
    for case in cases() {
        let name = text(&case, "/case");
        if let Some((name, _)) = NOT_OURS.iter().find(|(not_ours, _)| *not_ours == name) {
            assert!(named.insert(*name));
            continue;
        }
        match name.split('/').next().unwrap() {
            "Create" | "Whitelist" => try_create(&case),
            "Delete" => try_delete(&case),
            "Get" => try_get(&case),
            "Search" => try_search(&case),
            other => panic!("{other}"),
        }
        tried += 1;
    }
    assert_eq!((tried, named.len(), NOT_OURS.len()), (25, 8, 8));
}

// Create/test06: what is limited to one municipality does not conflict with what is limited to another.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn the_same_in_another_municipality_is_not_the_same() {
    let mut service = Service::seeded();
    let (here, there) = (
        case("Create/test01_createMandate"),
        case("Create/test06_createMandate_differentMunicipalityAndNamespace"),
    );
    assert_eq!(here["request"]["body"], there["request"]["body"]);
    service.create(&here).unwrap();
    service.create(&there).unwrap();
    assert_eq!(service.create(&there), Err(Code::MandateOverlaps));
}

// Nothing begins in the past.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn nothing_begins_in_the_past() {
    let mut service = Service::new();
    service.hall.wait_until(LATER);
    assert_eq!(service.create(&case("Create/test01_createMandate")), Err(Code::MandateBackdated));
}

// Property 16: three years are filled in, and stored.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn three_years_are_filled_in() {
    let mut service = Service::new();
    service.hall.wait_until(BEGINNING);
    let mut case = case("Create/test01_createMandate");
    let body = case["request"]["body"].as_object_mut().unwrap();
    body.remove("inactiveAfter");
    body.insert("activeFrom".into(), json!("2026-02-28"));
    let id = service.create(&case).unwrap();
    let view = service.hall.view(id);
    let days = [view.from.to_string(), view.through.unwrap().to_string()];
    assert_eq!(days, ["2026-02-28", "2029-02-28"]);
}
