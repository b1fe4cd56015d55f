//! Receipts, held against what others say of them: the vocabulary's own lists, an independent JSON-LD processor, the
//! `OpenAPI` document of GovStack, the JSON Schema of Kantara. Every record of every state goes through all of them.
#![cfg(test)]

mod states;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use interlink::consent::ConsentRecord;
use interlink::interop::receipt::{dpv, govstack, kantara};
use interlink::journal::{StreamHead, StreamId};
use interlink::notice::{LawfulBasis, Notice, Right};
use interlink::problem::Code;
use serde_json::{Value, json};
use states::{Given, given};
use testkit::notice;

fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/consent").join(name);
    if path.is_file() {
        return Some(path);
    }
    eprintln!("SKIPPED: {} is not there", path.display());
    None
}

fn project(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn written(given: &Given) -> Vec<Value> {
    let of = |record: &ConsentRecord| {
        let receipt = dpv::receipt(record, given.city.town.now()).unwrap();
        [dpv::record(record).unwrap(), receipt].map(|text| serde_json::from_str(&text).unwrap())
    };
    given.records.iter().flat_map(of).collect()
}

/// Every name with a prefix, wherever a term can stand.
fn terms(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("@context" | "@value" | "@language", _) => {}
                    ("@id" | "@type", Value::String(name)) => drop(found.insert(name.clone())),
                    ("@type", Value::Array(names)) => {
                        found.extend(names.iter().map(|name| name.as_str().unwrap().to_owned()));
                    }
                    _ => {
                        found.insert(key.clone());
                        terms(value, found);
                    }
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| terms(item, found)),
        _ => {}
    }
}

fn listed(file: &str) -> Option<BTreeSet<String>> {
    let mut reader = csv::Reader::from_path(shared(file)?).unwrap();
    Some(reader.records().map(|row| row.unwrap()[0].to_owned()).collect())
}

#[test]
fn every_term_that_is_written_is_in_the_vocabulary() {
    let lists = [("dpv", "dpv-2.3.csv"), ("pd", "dpv-2.3-pd.csv"), ("eu-gdpr", "dpv-2.3-eu-gdpr.csv")];
    let Some(status) = listed("dpv-2.3-consent_status.csv") else { return };
    let mut found = BTreeSet::new();
    written(&given()).iter().for_each(|value| terms(value, &mut found));
    let mut counted = 0;
    for (prefix, file) in lists {
        let Some(list) = listed(file) else { return };
        for name in found.iter().filter_map(|name| name.strip_prefix(&format!("{prefix}:"))) {
            assert!(
                list.contains(name) || (prefix == "dpv" && status.contains(name)),
                "{prefix}:{name} is none"
            );
            counted += 1;
        }
    }
    assert!(counted > 60, "{counted} terms were looked up");
    let others = |name: &&String| !["dpv:", "pd:", "eu-gdpr:"].iter().any(|prefix| name.starts_with(prefix));
    for name in found.iter().filter(others) {
        let known = [
            "@context",
            "dct:",
            "interlink:",
            "mailto:",
            "loc:",
            "rdf:",
            "schema:",
            "urn:",
            "https://",
            "xsd:",
        ];
        assert!(known.iter().any(|prefix| name.starts_with(prefix)), "{name}");
    }
}

#[test]
fn the_names_and_the_rights_that_ship_are_the_vocabularys_own() {
    let Some(path) = shared("dpv-2.3-legal_basis_rights_mapping.csv") else { return };
    let mut table: BTreeSet<(String, String)> = BTreeSet::new();
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row = row.unwrap();
        table.insert((row[0].to_owned(), row[1].to_owned()));
    }
    for basis in LawfulBasis::ALL {
        let ours: BTreeSet<String> = basis.rights().iter().map(|right| right.iri()).collect();
        let theirs =
            table.iter().filter(|(of, _)| *of == basis.iri()).map(|(_, right)| right.clone()).collect();
        assert_eq!(ours, theirs, "{basis:?}");
    }
    assert!(LawfulBasis::Consent.rights().contains(&Right::Withdrawal));
    let lists = [
        ("data_subjects.txt", "dpv-2.3.csv", "https://w3id.org/dpv#HumanSubject"),
        ("purpose.txt", "dpv-2.3.csv", "https://w3id.org/dpv#Purpose"),
        ("processing.txt", "dpv-2.3.csv", "https://w3id.org/dpv#Processing"),
        ("personal_data.txt", "dpv-2.3-pd.csv", "https://w3id.org/dpv#PersonalData"),
        ("special.txt", "dpv-2.3-pd.csv", "https://w3id.org/dpv#SpecialCategoryPersonalData"),
    ];
    for (ours, theirs, kind) in lists {
        let Some(path) = shared(theirs) else { return };
        let mut reader = csv::Reader::from_path(path).unwrap();
        let columns = reader.headers().unwrap().clone();
        let at = |name: &str| columns.iter().position(|column| column == name).unwrap();
        let (term, of, class) = (at("term"), at("dpvtype"), at("type"));
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let theirs =
            rows.iter().filter(|row| row[of].split(';').any(|of| of == kind) && &row[class] == "class");
        let theirs: BTreeSet<&str> = theirs.map(|row| &row[term]).collect();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/notice/terms");
        let shipped = std::fs::read_to_string(folder.join(ours)).unwrap();
        assert_eq!(shipped.lines().collect::<BTreeSet<_>>(), theirs, "{ours}");
    }
}

#[test]
fn the_grounds_for_transfers_and_the_criminal_data_are_the_vocabularys_own() {
    let rows = |file: &str| -> Option<Vec<(String, String)>> {
        let mut reader = csv::Reader::from_path(shared(file)?).unwrap();
        let at = reader.headers().unwrap().iter().position(|column| column == "hasbroader").unwrap();
        Some(
            reader.records().map(Result::unwrap).map(|row| (row[0].to_owned(), row[at].to_owned())).collect(),
        )
    };
    let (Some(gdpr), Some(pd)) = (rows("dpv-2.3-eu-gdpr.csv"), rows("dpv-2.3-pd.csv")) else { return };
    let shipped = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/notice/terms").join(name);
        std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let transfers = gdpr.iter().filter(|(_, broader)| broader.contains("dpv#DataTransferLegalBasis"));
    let transfers =
        transfers.map(|(term, _)| term.clone()).filter(|term| term.starts_with('A') && term.contains('-'));
    assert_eq!(shipped("transfers.txt"), transfers.collect());
    let criminal = pd.iter().filter(|(term, broader)| term == "Criminal" || broader.ends_with("pd#Criminal"));
    assert_eq!(shipped("criminal.txt"), criminal.map(|(term, _)| term.clone()).collect());
}

#[test]
fn an_independent_processor_finds_what_is_meant() {
    for value in written(&given()) {
        let text = value.to_string();
        let quads: Vec<_> = oxjsonld::JsonLdParser::new().for_slice(&text).map(Result::unwrap).collect();
        assert!(quads.len() > 80, "{} triples", quads.len());
        let triple = |predicate: &str, object: &str| {
            quads.iter().any(|quad| {
                quad.predicate.as_str() == predicate
                    && quad.object.to_string().trim_matches(['<', '>']) == object
            })
        };
        let is = |class: &str| triple("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", class);
        let dpv = "https://w3id.org/dpv#";
        for class in [
            "DataController",
            "DataSubject",
            "Process",
            "Purpose",
            "StorageDuration",
            "StorageLocation",
            "DataProtectionAuthority",
        ] {
            assert!(is(&format!("{dpv}{class}")), "{class}");
        }
        let consent = is(&format!("{dpv}ConsentRecord"));
        assert_ne!(consent, is(&format!("{dpv}RightExerciseRecord")));
        for class in ["dpv#ConsentNotice", "dpv#WithdrawConsent", "dpv/legal/eu/gdpr#A6-1-a"] {
            assert_eq!(is(&format!("https://w3id.org/{class}")), consent, "{class}");
        }
        // A reader of the vocabulary's profile goes from the record to its process, and from there to the purpose.
        let object = |subject: &str, predicate: &str| {
            let found = quads.iter().find(|quad| {
                quad.subject.to_string().trim_matches(['<', '>']) == subject
                    && quad.predicate.as_str() == format!("{dpv}{predicate}")
            });
            found.unwrap().object.to_string().trim_matches(['<', '>']).to_owned()
        };
        let record =
            if value["interlink:state"].is_null() { &value["dpv:hasRecordOfActivity"][0] } else { &value };
        let process = object(record["@id"].as_str().unwrap(), "hasProcess");
        assert_eq!(object(&process, "hasPurpose"), record["dpv:hasPurpose"]["@id"].as_str().unwrap());
        assert!(triple(&format!("{dpv}hasJurisdiction"), "https://w3id.org/dpv/loc#LV"));
        let receipt = is(&format!("{dpv}ConsentReceipt"));
        assert_eq!(receipt, value["@type"] == "dpv:ConsentReceipt");
        assert_eq!(is(&format!("{dpv}RightExerciseNotice")), value["@type"] == "dpv:RightExerciseNotice");
    }
}

/// Which part of a record each field of the standard is.
fn part<'v>(record: &'v Value, section: &str, field: &str) -> Option<&'v Value> {
    let first = |name: &str| record[name].get(0);
    let basis = &record["dpv:hasLegalBasis"];
    match (section, field) {
        ("header" | "receipt", "schema_version") => record.get("dct:conformsTo"),
        ("header", "record_id") | ("receipt", "receipt_id") => record.get("dpv:hasIdentifier"),
        ("header", "pii_principal_id") => record["dpv:hasDataSubject"].get("dpv:hasIdentifier"),
        ("processing", "privacy_notice") => record["dpv:hasNotice"].get("@id"),
        ("processing", "language") => record.get("dct:language"),
        ("processing", "purpose") => record["dpv:hasPurpose"].get("@id"),
        ("processing", "purpose_type") => record["dpv:hasPurpose"]["@type"].get(1),
        ("processing", "lawful_basis") => basis.get("@type"),
        ("processing", "pii_information") => first("dpv:hasPersonalData"),
        ("processing", "pii_controllers") => first("dpv:hasDataController"),
        ("processing", "collection_method") => record.get("dpv:hasDataSource"),
        ("processing", "processing_method") => record.get("dpv:hasAutomationLevel"),
        ("processing", "storage_locations") => first("dpv:hasStorageCondition")?.get("dpv:hasLocation"),
        ("processing", "retention_period") => {
            record["dpv:hasStorageCondition"].get(1)?.get("dpv:hasDuration")
        }
        ("processing", "processing_locations") => first("dpv:hasProcessingCondition"),
        ("processing", "geographic_restrictions") => record.get("dpv:hasRule"),
        ("processing", "jurisdiction") => record.get("dpv:hasJurisdiction"),
        ("processing", "recipient_third_parties") => first("dpv:hasRecipient"),
        ("processing", "withdrawal_method") => record["dpv:hasConsentControl"].get("dpv:isExercisedAt"),
        ("processing", "privacy_rights") => first("dpv:hasRight")?.get("dpv:isExercisedAt"),
        ("processing", "authority_party") => record.get("dpv:hasAuthority"),
        ("pii", "pii_type") => first("dpv:hasPersonalData")?["@type"].get(0),
        ("pii", "pii_optional") => first("dpv:hasPersonalData")?.get("dpv:hasNecessity"),
        ("pii", "special_pii_category") => {
            let special = record["dpv:hasPersonalData"].as_array()?.iter();
            special.map(|item| &item["@type"]).find(|kinds| kinds.as_array().unwrap().len() == 2)
        }
        ("party", "party_role") => first("dpv:hasDataController")?["@type"].get(1),
        ("party", _) => first("dpv:hasDataController")?.get("dpv:hasAddress"),
        ("event", "event_time") => basis.get("dpv:isIndicatedAtTime"),
        ("event", "validity_duration") => basis.get("dpv:hasDuration"),
        ("event", "entity_id") => basis.get("dpv:isIndicatedBy"),
        ("event", "event_type") => basis["@type"].get(0),
        ("event", "event_state") => basis.get("dpv:hasConsentStatus"),
        ("event", "indication_method") => basis.get("dpv:hasIndicationMethod"),
        _ => None,
    }
}

#[test]
fn every_mandatory_field_of_the_standard_is_there() {
    let Some(path) = shared("iso27560-fields.tsv") else { return };
    let given = given();
    let records: Vec<Value> =
        given.records.iter().map(|r| serde_json::from_str(&dpv::record(r).unwrap()).unwrap()).collect();
    let receipt: Value =
        serde_json::from_str(&dpv::receipt(&given.records[0], given.city.town.now()).unwrap()).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_path(path).unwrap();
    let mut mandatory = 0;
    for row in reader.records().map(Result::unwrap) {
        let (section, field, iso, gdpr) = (&row[0], &row[1], &row[2], &row[3]);
        if iso != "mandatory" && gdpr != "mandatory" {
            continue;
        }
        mandatory += 1;
        if (section, field) == ("receipt", "created") {
            assert!(receipt["dct:created"].is_object() && receipt["dpv:hasRecordOfActivity"][0].is_object());
            continue;
        }
        for field in field.split(", ").filter(|field| !(section == "receipt" && *field == "created")) {
            // What is special stands where there is something special.
            let record = if field == "special_pii_category" { &records[1] } else { &records[0] };
            assert!(part(record, section, field).is_some(), "{section}/{field}");
        }
    }
    assert!(mandatory >= 30, "{mandatory} fields");
}

#[test]
fn our_own_schema_holds_and_notices_what_is_missing() {
    let schema = jsonschema::validator_for(&project("docs/receipts/record.schema.json")).unwrap();
    let fields = project("docs/receipts/record.schema.json")["required"].clone();
    for record in given().records {
        let record: Value = serde_json::from_str(&dpv::record(&record).unwrap()).unwrap();
        if let Err(error) = schema.validate(&record) {
            panic!("{error} at {}", error.instance_path());
        }
        for field in fields.as_array().unwrap() {
            let mut without = record.clone();
            without.as_object_mut().unwrap().remove(field.as_str().unwrap());
            assert!(!schema.is_valid(&without), "{field} is not missed");
        }
        let mut elsewhere = record.clone();
        elsewhere["dpv:hasDataController"][0].as_object_mut().unwrap().remove("dpv:hasAddress");
        assert!(!schema.is_valid(&elsewhere));
    }
}

#[test]
fn a_receipt_proves_its_place_in_the_chain() {
    let given = given();
    let receipt: Value =
        serde_json::from_str(&dpv::receipt(&given.records[0], given.city.town.now()).unwrap()).unwrap();
    let record = &receipt["dpv:hasRecordOfActivity"][0];
    let stream: StreamId = record["interlink:stream"].as_str().unwrap().parse().unwrap();
    let version = interlink::journal::Seq(record["interlink:sequence"].as_u64().unwrap());
    let id = record["interlink:event"].as_str().unwrap().parse().unwrap();
    given.city.town.engine.verify(stream, Some(StreamHead { seq: version, id })).unwrap();
    let other = "0".repeat(64).parse().unwrap();
    let fault =
        given.city.town.engine.verify(stream, Some(StreamHead { seq: version, id: other })).unwrap_err();
    assert_eq!(fault.code(), Code::RecordHead);
    // After an erasure it still proves, and names her by nothing but her pseudonym.
    let StreamId::Consent(person) = stream else { panic!("a consent's stream") };
    given.city.town.act("dora", Some(StreamId::Person(person)), "person.erase", json!({}));
    given.city.town.engine.verify(stream, Some(StreamHead { seq: version, id })).unwrap();
    let purpose = given.records[0].purpose.clone();
    let after = given
        .city
        .town
        .engine
        .consent_record(person, &purpose, interlink::consent::Asked::Now(given.city.town.now()))
        .unwrap()
        .unwrap();
    assert!(!dpv::record(&after).unwrap().contains("dora"));
}

fn openapi() -> Option<Value> {
    let text = std::fs::read_to_string(shared("govstack-consent-openapi.yaml")?).unwrap();
    let document: Value = serde_norway::from_str(&text).unwrap();
    Some(document["components"].clone())
}

#[test]
fn what_goes_to_govstack_fits_its_own_schemas() {
    let Some(components) = openapi() else { return };
    let schema = |name: &str| {
        // OpenAPI 3.0 writes empty formats, which mean nothing.
        let text = components
            .to_string()
            .replace("#/components/schemas/", "#/schemas/")
            .replace(r#""format":"""#, r#""title":"""#);
        let mut root: Value = serde_json::from_str(&text).unwrap();
        root["$ref"] = json!(format!("#/schemas/{name}"));
        jsonschema::options().with_draft(jsonschema::Draft::Draft202012).build(&root).unwrap()
    };
    let given = given();
    for record in &given.records {
        let purpose = record.purpose().unwrap();
        if purpose.impact_assessment.is_none() {
            assert_eq!(govstack::record(record).unwrap_err().code(), Code::ReceiptIncomplete);
            assert_eq!(govstack::revision(record).unwrap_err().code(), Code::ReceiptIncomplete);
            continue;
        }
        let agreement =
            govstack::agreement(&record.notice, purpose, record.controller(), "en".parse().unwrap()).unwrap();
        for (name, text) in [
            ("DataAgreement", agreement),
            ("ConsentRecord", govstack::record(record).unwrap()),
            ("Revision", govstack::revision(record).unwrap()),
            ("Signature", govstack::signature(record)),
        ] {
            let (validator, value) = (schema(name), serde_json::from_str::<Value>(&text).unwrap());
            if let Err(error) = validator.validate(&value) {
                panic!("{name}: {error} at {}", error.instance_path());
            }
            let required = components["schemas"][name]["required"].as_array().unwrap();
            for field in required {
                let mut without = value.clone();
                without.as_object_mut().unwrap().remove(field.as_str().unwrap());
                assert!(!validator.is_valid(&without), "{name} without {field}");
            }
        }
    }
}

#[test]
fn what_comes_from_govstack_is_read_and_its_hash_worked_out_again() {
    let given = given();
    let text = govstack::record(&given.records[0]).unwrap();
    let read = govstack::read_record(text.as_bytes()).unwrap();
    assert!(read.opt_in && read.signed && read.revised.is_some());
    let agreement = read.agreement.unwrap();
    assert_eq!((agreement.lawful_basis, agreement.purpose.as_str()), (LawfulBasis::Consent, "Purpose news"));
    assert_eq!(read.individual, given.records[0].data_subject.person_id.map(|person| person.to_string()));
    assert_eq!(read.unread, ["interlinkState", "interlinkStateSince", "signature"]);
    let forged = text.replace("Purpose news", "Purpose mews");
    assert_eq!(govstack::read_record(forged.as_bytes()).unwrap_err().code(), Code::GovstackHash);
    let nothing_said = json!({"id": "1", "dataAgreementRevisionHash": "x", "state": "unsigned"}).to_string();
    let read = govstack::read_record(nothing_said.as_bytes()).unwrap();
    assert!(!read.opt_in && !read.signed);
    for (bad, code) in [
        (json!({"id": 1}), Code::JsonWrongType),
        (json!({}), Code::JsonMissingField),
        (
            json!({"id": "1", "dataAgreementRevisionHash": "x", "state": "signed", "optIn": "yes"}),
            Code::JsonWrongType,
        ),
        (json!([]), Code::JsonMissingField),
    ] {
        assert_eq!(govstack::read_record(bad.to_string().as_bytes()).unwrap_err().code(), code);
    }
    assert!(
        govstack::read_agreement(br#"{"id": "1", "version": "1", "purpose": "p", "lawfulBasis": "because"}"#)
            .is_err()
    );
    // The signature is what its method says: the payload's SHA-256 is the event's id.
    use sha2::{Digest, Sha256};
    let signature: Value = serde_json::from_str(&govstack::signature(&given.records[0])).unwrap();
    let payload = signature["verificationPayload"].as_str().unwrap();
    let hash: String = Sha256::digest(payload.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        (&signature["signature"], hash),
        (&signature["verificationPayloadHash"], given.records[0].event.id.to_string())
    );
    assert_eq!(signature["signature"], given.records[0].event.id.to_string());
}

#[test]
fn what_goes_to_kantara_fits_its_own_schema() {
    let Some(path) = shared("kantara-consent-receipt-v1_1-schema.json") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let schema: Value = serde_json::from_str(&lines.join("\n")).unwrap();
    let validator = jsonschema::options().with_draft(jsonschema::Draft::Draft4).build(&schema).unwrap();
    for record in given().records {
        let value: Value = serde_json::from_str(&kantara::receipt(&record).unwrap()).unwrap();
        if let Err(error) = validator.validate(&value) {
            panic!("{error} at {}", error.instance_path());
        }
        for field in schema["required"].as_array().unwrap() {
            let mut without = value.clone();
            without.as_object_mut().unwrap().remove(field.as_str().unwrap());
            assert!(!validator.is_valid(&without), "{field}");
        }
        let mut nameless = value.clone();
        nameless["services"][0]["purposes"][0]["thirdPartyDisclosure"] = json!(true);
        nameless["services"][0]["purposes"][0].as_object_mut().unwrap().remove("thirdPartyName");
        assert!(!validator.is_valid(&nameless));
    }
    assert!(Notice::parse(notice(1).to_string().as_bytes()).is_ok());
}

/// The Python that the set-up step keeps for tests, with an independent SHACL validator in it.
fn python() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.tools/python/bin/python");
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: no {}; `cargo xtask setup` makes it", path.display());
    None
}

#[test]
fn our_own_shapes_hold_and_notice_what_is_missing() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut expected = std::collections::BTreeMap::new();
    let mut write = |value: &Value, name: String, conforms: bool| {
        let path = folder.path().join(name);
        std::fs::write(&path, value.to_string()).unwrap();
        expected.insert(path.display().to_string(), conforms);
    };
    let all = written(&given());
    for (nth, value) in all.iter().enumerate() {
        write(value, format!("whole-{nth}.json"), true);
    }
    let record = &all[0];
    for field in record.as_object().unwrap().keys().filter(|field| field.starts_with("dpv:has")) {
        let mut without = record.clone();
        without.as_object_mut().unwrap().remove(field);
        // What may be there is no fault if it is not.
        let asked = project("docs/receipts/record.schema.json")["required"].to_string();
        let asked = asked.contains(&format!("{field}\"")) || field == "dpv:hasConsentControl";
        write(&without, format!("without-{field}.json"), !asked);
    }
    let mut empty = all[1].clone();
    empty.as_object_mut().unwrap().remove("dpv:hasRecordOfActivity");
    empty["dpv:hasRight"] = record["dpv:hasRight"].clone();
    write(&empty, "of-nothing.json".into(), false);
    let mut homeless = record.clone();
    homeless["dpv:hasDataController"][0].as_object_mut().unwrap().remove("dpv:hasAddress");
    write(&homeless, "homeless.json".into(), false);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes.py");
    let shapes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/receipts/record.shacl.ttl");
    let said =
        std::process::Command::new(python).arg(script).arg(shapes).args(expected.keys()).output().unwrap();
    let text = String::from_utf8(said.stdout).unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert_eq!(text.lines().count(), expected.len());
    for line in text.lines() {
        let [path, conforms, triples] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert!(triples.parse::<usize>().unwrap() > 10, "an empty graph conforms to anything: {line}");
        assert_eq!(conforms == "yes", expected[path], "{path}: {}", String::from_utf8_lossy(&said.stderr));
    }
    assert!(expected.values().filter(|conforms| !**conforms).count() >= 18);
}
