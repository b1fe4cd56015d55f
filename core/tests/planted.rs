//! Erasure, looked at through the schema of commands: a text of its own in every field that takes one about a person, under two
//! controllers, and then every byte of every place to which it can have come.
//!
//! Which fields there are is read from the generated schema. A field that is new tomorrow fails this test until somebody plants it.
#![cfg(test)]

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use interlink::governance::{GovernanceModel, Shipped};
use interlink::home::Terms;
use interlink::interop::interlink::export;
use interlink::journal::StreamId;
use interlink::kernel::Executed;
use interlink::schema::Described;
use interlink::types::{DocumentId, OrganisationId, ProcessId};
use interlink::{Engine, kernel::Command};
use serde_json::{Value, json};
use testkit::{Town, host, notice, small_template, with};

/// Texts that a person writes, or that are written about one.
const ABOUT_PEOPLE: &str = "Remark";
/// Digests and days about people; the others are of files, verifications and plans for everybody.
const COMMITTED: [&str; 18] = [
    "date_of_birth.record/date_of_birth",
    "date_of_birth.record/evidence",
    "consent.give/evidence",
    "consent.invalidate/evidence",
    "consent.refuse/noted/evidence",
    "consent.renew/evidence",
    "consent.withdraw/noted/evidence",
    "disagreement.settle/evidence",
    "process.import/people/named",
    "mandate.grant/act_evidence/sha256",
    "mandate.pass_on/act_evidence/sha256",
    "mandate.register/act_evidence/sha256",
    "mandate.renounce/act_evidence/sha256",
    "mandate.request/act_evidence/sha256",
    "mandate.revoke/act_evidence/sha256",
    "objection.raise/noted/evidence",
    "representative.appoint/evidence",
    "representative.dismiss/evidence",
];
/// Texts in a command that others are asked to stand behind: the schema does not say which command it is.
const ASKED: [&str; 1] = ["approval.ask/act/data/reason"];
/// Digests, days and plain texts that are for everybody.
const PUBLIC: [&str; 17] = [
    "asset.add/content/file/sha256",
    "asset.revise/content/file/sha256",
    "item.schedule/end",
    "item.schedule/start",
    "mandate.grant/from",
    "mandate.grant/through",
    "mandate.pass_on/from",
    "mandate.pass_on/through",
    "mandate.register/from",
    "mandate.register/through",
    "mandate.request/from",
    "mandate.request/through",
    "organisation.verify/evidence",
    "process.publish/story/end",
    "process.publish/story/figures/value",
    "process.publish/story/start",
    "process.publish/story/tags",
];

/// Where a text stood that was put right, or taken out of a public one.
const WRONG: &str = "a text that was put right";
/// What is taken out is kept nowhere.
const TAKEN_OUT: &str = "text.redact/words";

/// Every field of a command that takes text about a person, by the schema.
fn fields() -> BTreeSet<String> {
    let schema: Value = serde_json::to_value(Described::Command.schema()).unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for command in schema["oneOf"].as_array().unwrap() {
        let name = command["properties"]["type"]["const"].as_str().unwrap();
        walk(&command["properties"]["data"], &schema["$defs"], name, &mut found);
    }
    let mut fields = found.remove(ABOUT_PEOPLE).unwrap();
    let mut others: BTreeSet<String> =
        ["FileDigest", "Date", "a plain text"].iter().filter_map(|of| found.remove(*of)).flatten().collect();
    // A host id is one string of a person wherever it stands; how another system called somebody is a text.
    let ids = found.remove("HostId").unwrap();
    others.extend(ids.into_iter().filter(|at| at.ends_with("/named")));
    let known: BTreeSet<String> = COMMITTED.iter().chain(&PUBLIC).map(|at| (*at).to_owned()).collect();
    assert_eq!(
        others, known,
        "a digest, a day or a text of which nobody has said whether it is about a person"
    );
    fields.extend(COMMITTED.iter().chain(&ASKED).map(|at| (*at).to_owned()));
    fields
}

fn walk(node: &Value, all: &Value, at: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    if let Some(name) = node["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        let target = &all[name];
        if target["type"] == "string" && target.get("enum").is_none() {
            found.entry(name.to_owned()).or_default().insert(at.to_owned());
        } else if name != "Localized" {
            walk(target, all, at, found);
        }
        return;
    }
    if node["type"] == "string" && node.get("const").is_none() && node.get("enum").is_none() {
        found.entry("a plain text".to_owned()).or_default().insert(at.to_owned());
    }
    for (name, below) in node["properties"].as_object().into_iter().flatten() {
        walk(below, all, &format!("{at}/{name}"), found);
    }
    for below in ["items", "additionalProperties"].into_iter().filter_map(|name| node.get(name)) {
        walk(below, all, at, found);
    }
    for (_, below) in node["patternProperties"].as_object().into_iter().flatten() {
        walk(below, all, at, found);
    }
    for list in ["anyOf", "oneOf", "allOf", "prefixItems"] {
        node[list].as_array().into_iter().flatten().for_each(|below| walk(below, all, at, found));
    }
}

/// Plants, and notes where.
struct Planter<'a> {
    town: &'a Town,
    next: &'a Cell<usize>,
    /// What is planted, by what it is.
    made: RefCell<BTreeSet<String>>,
    /// In which field each stands.
    planted: RefCell<BTreeMap<String, String>>,
}

impl<'a> Planter<'a> {
    fn new(town: &'a Town, next: &'a Cell<usize>) -> Self {
        Self { town, next, made: RefCell::default(), planted: RefCell::default() }
    }

    fn nth(&self) -> usize {
        self.next.set(self.next.get() + 1);
        self.next.get()
    }

    fn note(&self, text: String) -> String {
        self.made.borrow_mut().insert(text.clone());
        text
    }

    fn words(&self) -> String {
        let nth = self.nth();
        // None is a part of another.
        self.note(format!("[{nth}-Šķiņķis-{}-{nth}]", "xyzzy".repeat(nth % 7 + 1)))
    }

    fn digest(&self) -> String {
        self.note(format!("{:0>4}{}", self.nth(), "fedcba9876543210".repeat(4).get(..60).unwrap()))
    }

    fn day(&self) -> String {
        let nth = self.nth();
        self.note(format!("19{:02}-{:02}-{:02}", 70 + nth % 30, 1 + nth % 12, 1 + nth % 28))
    }

    fn act(&self, actor: &str, stream: impl Into<Option<StreamId>>, kind: &str, data: Value) -> Value {
        self.look(&data, kind);
        let executed: Executed = self.town.act(actor, stream, kind, data);
        let own = executed.events.iter().find(|event| !event.data.type_name().ends_with(".resumed")).unwrap();
        serde_json::from_str::<Value>(&own.to_json()).unwrap()["data"].clone()
    }

    fn look(&self, node: &Value, at: &str) {
        match node {
            Value::String(text) if self.made.borrow().contains(text) => {
                self.planted.borrow_mut().insert(text.clone(), at.to_owned());
            }
            Value::Array(items) => items.iter().for_each(|item| self.look(item, at)),
            Value::Object(members) => {
                members.iter().for_each(|(name, item)| self.look(item, &format!("{at}/{name}")));
            }
            _ => {}
        }
    }
}

/// A controller with a process.
struct Office<'a> {
    name: &'a str,
    admin: &'a str,
    id: OrganisationId,
    notice: DocumentId,
    process: ProcessId,
    /// Another, in which nobody takes part yet.
    second: ProcessId,
    model: DocumentId,
}

impl Office<'_> {
    const fn processes(&self) -> [ProcessId; 2] {
        [self.process, self.second]
    }
}

fn model(town: &Town, version: u32) -> DocumentId {
    let mut text: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
    text["id"] = json!("nobody-approves");
    text["version"] = json!(version);
    // Of the later version, something that nobody here does is approved.
    let rule = json!({"by": "officer", "count": 1, "permission": "asset.edit"});
    text["approvals"] = if version == 3 { json!([rule]) } else { json!([]) };
    town.engine.add_document(GovernanceModel::parse(text.to_string().as_bytes()).unwrap()).unwrap()
}

fn office<'a>(town: &Town, name: &'a str, admin: &'a str) -> Office<'a> {
    let id = town.found(admin, name, "public_administration");
    let notice = town.publish_notice(admin, id, &notice(1));
    let (governance, template) = (model(town, 2), town.template(&small_template()));
    let process = town.process_under(admin, Some(name), governance, Some(template));
    let second = town.process_under(admin, Some(name), governance, Some(template));
    Office { name, admin, id, notice, process, second, model: model(town, 3) }
}

/// Whatever somebody can write, and whatever can be written about them, once in each field, for one controller.
fn live(p: &Planter<'_>, who: &str, of: &Office<'_>) {
    let (town, admin, stream) = (p.town, of.admin, StreamId::from(of.process));
    let organisation = StreamId::from(of.id);
    town.act(admin, organisation, "member.add", json!({"person": who}));
    town.act(admin, organisation, "administrator.appoint", json!({"person": who}));
    let grant = json!({"holder": {"person": who}, "role": "coordinator", "acting_for": of.name});
    town.act(admin, stream, "role.grant", grant);
    plan(p, who, of);
    work(p, who, of);
    rate(p, who, of);
    will(p, who, of);
    rights(p, who, of);
    mandates(p, who, of);
    // Who left is somebody with whom they had to do.
    let fred = format!("fred of {} and {who}", of.name);
    town.act(who, organisation, "member.add", json!({"person": fred}));
    let gone = town.engine.person(&host(&fred)).unwrap().unwrap();
    p.act(who, StreamId::from(gone), "person.erase", json!({"acting_for": of.name, "reason": p.words()}));
    // How another system called them.
    let exported = export::write(&town.engine, of.process, |_| None).unwrap();
    let read = export::read(&exported.archive).unwrap();
    town.engine.add_document(read.import.clone()).unwrap();
    let named = |person: &export::Named| {
        let acting_for = Some(of.name.parse().unwrap());
        Some(export::Known { host_id: person.named.clone(), acting_for })
    };
    let governance = town.model(Shipped::C2g);
    let mut import = json!(interlink::process::Command::from(read.command(governance, named).unwrap()));
    import["acting_for"] = json!(of.name);
    let people = import["people"].as_array_mut().unwrap();
    let person = people.iter_mut().find(|person| person["host_id"] == who).unwrap();
    person["named"] = json!(p.words());
    p.act(admin, None, "process.import", import);
}

/// What stands beside changes of the plan.
fn plan(p: &Planter<'_>, who: &str, of: &Office<'_>) {
    let (town, stream) = (p.town, StreamId::from(of.process));
    let item = |key: &str| town.item(of.process, key);
    let again = json!({"model": of.model, "reason": p.words()});
    p.act(who, stream, "governance.adopt", again);
    let mut text: Value = serde_json::from_str(&small_template().to_string()).unwrap();
    text["version"] = json!(p.nth() + 10);
    let template = town.template(&text);
    p.act(who, stream, "template.adopt", json!({"template": template, "reason": p.words()}));
    p.act(
        who,
        stream,
        "prerequisite.waive",
        json!({"item": item("do"), "on": item("plan"), "reason": p.words()}),
    );
    let organisation = StreamId::from(of.id);
    let name = p.words();
    town.act(
        who,
        organisation,
        "organisation.edit",
        json!({"name": {"en": format!("{} of {name}", of.name)}}),
    );
    let moved = json!({"item": item("dig"), "parent": item("meet"), "reason": p.words()});
    p.act(who, stream, "item.move", moved);
    p.act(who, organisation, "text.redact", json!({"words": name, "reason": p.words()}));
    p.planted.borrow_mut().insert(name, WRONG.to_owned());
    let remove = json!({"item": item("agree"), "on": item("invite"), "reason": p.words()});
    p.act(who, stream, "prerequisite.remove", remove);
    p.act(who, stream, "item.disable", json!({"item": item("dig"), "reason": p.words()}));
    let held = json!({"item": item("invite"), "title": {"en": "A map"}, "content": {"link": {"uri": "https://map.example/"}}});
    let asset = p.act(who, stream, "asset.add", held)["asset"].clone();
    let act = json!({"type": "asset.delete", "data": {"asset": asset, "reason": p.words()}});
    let matter = json!({"command": "asset.revise", "asset": asset});
    let ask = json!({"permission": "asset.edit", "item": item("invite"), "matter": matter, "act": act});
    p.act(who, stream, "approval.ask", ask);
    p.act(who, stream, "asset.delete", json!({"asset": asset, "reason": p.words()}));
}

/// What stands beside work and roles.
fn work(p: &Planter<'_>, who: &str, of: &Office<'_>) {
    let (town, admin, stream) = (p.town, of.admin, StreamId::from(of.process));
    let invite = town.item(of.process, "invite");
    let to = json!({"holder": {"person": who}, "item": invite, "text": p.words()});
    p.act(admin, stream, "assignment.make", to);
    town.act(admin, stream, "task.start", json!({"item": invite}));
    let claim = |text: String| json!({"item": invite, "kind": "development", "text": text});
    let record = json!({"item": invite, "kind": "development", "person": who, "text": p.words()});
    let recorded = p.act(admin, stream, "contribution.record", record)["contribution"].clone();
    town.act(who, stream, "contribution.withdraw", json!({"contribution": recorded}));
    let returned = p.act(who, stream, "contribution.claim", claim(p.words()));
    let back = json!({"contribution": returned["contribution"], "reason": p.words()});
    p.act(admin, stream, "contribution.return", back);
    for _ in 0..6 {
        let claimed = p.act(who, stream, "contribution.claim", claim(p.words()));
        town.act(admin, stream, "contribution.accept", json!({"contribution": claimed["contribution"]}));
    }
    town.act(admin, stream, "task.complete", json!({"item": invite}));
    let complexity = json!({"development": 10, "exploitation": 10, "management": 10});
    town.act(admin, stream, "task.estimate", json!({"item": invite, "complexity": complexity}));
    let award = p.act(admin, stream, "points.award", json!({"item": invite}))["award"].clone();
    p.act(who, stream, "points.reverse", json!({"award": award, "reason": p.words()}));
    for answer in ["participation.decline", "participation.accept"] {
        let stream = StreamId::from(of.second);
        let request = p.act(who, stream, "participation.ask", json!({"text": p.words()}))["request"].clone();
        let mut data = json!({"reason": p.words(), "request": request});
        if answer == "participation.accept" {
            data["role"] = json!("contributor");
        }
        p.act(admin, stream, answer, data);
    }
    let restrict =
        json!({"holder": {"person": who}, "permissions": ["process.publish"], "reason": p.words()});
    p.act(admin, stream, "restriction.place", restrict);
    let grant = json!({"holder": {"person": who}, "role": "contributor"});
    let grant = p.act(admin, stream, "role.grant", grant)["grant"].clone();
    p.act(admin, stream, "role.revoke", json!({"grant": grant, "reason": p.words()}));
}

/// What somebody says of what was published.
fn rate(p: &Planter<'_>, who: &str, of: &Office<'_>) {
    let story = json!({"title": {"en": "A garden"}, "results": {"en": "Beans."}});
    let publish = json!({"licence": "CC-BY-4.0", "story": story});
    let published = p.act(of.admin, StreamId::from(of.second), "process.publish", publish);
    let rating = json!({"rated": {"process": {"process": of.second}}, "seen_in": published["publication"], "stars": 4, "text": p.words()});
    p.act(who, None, "rating.give", rating);
}

/// What stands beside consents and objections.
fn will(p: &Planter<'_>, who: &str, of: &Office<'_>) {
    let (admin, nobody) = (of.admin, None::<StreamId>);
    let about = |purpose: &str| json!({"organisation": of.name, "purpose": purpose, "data_subject": who});
    let date_of_birth = json!({"date_of_birth": p.day(), "acting_for": "registry", "evidence": p.digest(), "data_subject": who});
    p.act("rosa", nobody, "date_of_birth.record", date_of_birth);
    let speaks = json!({"acting_for": "registry", "evidence": p.digest(), "kind": "authorised", "representative": "rita", "scope": "everything", "data_subject": who});
    p.act("rosa", nobody, "representative.appoint", speaks);
    let paper = |purpose: &str| {
        let more =
            json!({"acting_for": "registry", "evidence": p.digest(), "method": "paper", "data_subject": who});
        with(testkit::giving(of.name, of.notice, purpose), &more)
    };
    p.act("rosa", nobody, "consent.give", paper("news"));
    p.act("rosa", nobody, "consent.renew", paper("news"));
    let noted = |purpose: &str| {
        let seen = json!({"acting_for": of.name, "evidence": p.digest(), "method": "telephone"});
        with(about(purpose), &json!({"noted": seen}))
    };
    p.act(admin, nobody, "consent.withdraw", noted("news"));
    p.act(admin, nobody, "consent.refuse", noted("news"));
    p.act("rosa", nobody, "consent.give", paper("news"));
    p.act(admin, nobody, "consent.revoke", with(about("news"), &json!({"reason": p.words()})));
    p.act("rosa", nobody, "consent.give", paper("news.local"));
    let found = json!({"decision": p.words(), "evidence": p.digest(), "from": "2026-03-02T09:00:00.000Z"});
    p.act(admin, nobody, "consent.invalidate", with(about("news.local"), &found));
    let grounds = json!({"grounds": p.words()});
    p.act(admin, nobody, "objection.raise", with(noted("planning"), &grounds));
    p.act(who, nobody, "objection.withdraw", about("planning"));
    p.act(who, nobody, "objection.raise", with(about("planning"), &json!({"grounds": p.words()})));
    p.act(admin, nobody, "objection.decide", with(about("planning"), &json!({"grounds": p.words()})));
    p.act("rita", nobody, "consent.refuse", about("news"));
    let decided = json!({"acting_for": "registry", "evidence": p.digest()});
    p.act("rosa", nobody, "disagreement.settle", with(about("news"), &decided));
    let ends = json!({"acting_for": "registry", "evidence": p.digest(), "representative": "rita", "data_subject": who});
    p.act("rosa", nobody, "representative.dismiss", ends);
}

/// What stands beside requests.
fn rights(p: &Planter<'_>, who: &str, of: &Office<'_>) {
    let (town, admin) = (p.town, of.admin);
    let own = StreamId::from(town.engine.person(&host(who)).unwrap().unwrap());
    let ask = |right: &str, text: &str| {
        let data = json!({"organisation": of.name, "right": right, "text": text});
        p.act(who, own, "subject_request.make", data)
    };
    let restriction = ask("processing_restriction", &p.words())["request"].clone();
    p.act(admin, own, "subject_request.extend", json!({"reason": p.words(), "request": restriction}));
    let answer = json!({"outcome": "fulfilled", "reason": p.words(), "request": restriction});
    p.act(admin, own, "subject_request.answer", answer);
    p.act(admin, own, "processing_restriction.lift", json!({"reason": p.words(), "request": restriction}));
    let text = p.words();
    let wrong = ask("rectification", &text);
    let right = json!({"request": wrong["request"], "text": wrong["text"], "words": p.words()});
    p.act(admin, own, "text.rectify", right);
    p.planted.borrow_mut().insert(text, WRONG.to_owned());
}

/// What stands beside mandates.
fn mandates(p: &Planter<'_>, who: &str, of: &Office<'_>) {
    let proof = || json!({"sha256": p.digest()});
    let kind = json!({
        "document": "mandate_kind", "kind_code": format!("planted:{}", of.name), "version": 1, "name": {"en": "Help"},
        "acceptance": "none", "end_rule": "optional", "time_zone": "UTC", "requestable": true,
        "principal_forms": ["person"], "holder_forms": ["person"], "mandate_sources": ["court", "grant"],
        "may_grant": {"party_itself": true}, "may_withdraw": {"party_itself": true},
        "may_renounce": {"party_itself": true}, "may_pass_on": {"party_itself": true},
        "pass_on": {"depth": 1, "person_holders": "optional", "to": ["person"]},
        "powers": {"planted:help": {"name": {"en": "Help"}, "power_rights": ["exercise", "pass_on"]}},
    });
    let kind = interlink::mandate::MandateKind::parse(kind.to_string().as_bytes()).unwrap();
    let kind = p.town.engine.add_document(kind).unwrap();
    let helper = |nth: usize| format!("helper {nth} of {}", of.name);
    let make = |actor: &str, act: &str, holder: &str, more: &Value| {
        let data = json!({"mandate_kind": kind, "principal": {"person": who}, "mandate_holder": {"person": holder}, "act_evidence": proof()});
        let data = with(data, more);
        p.look(&data, act);
        p.town.act(actor, None, act, data).stream
    };
    let granted = make(who, "mandate.grant", &helper(1), &json!({"may_pass_on": true}));
    make("opal", "mandate.register", &helper(2), &json!({"mandate_source": "court"}));
    let asked = make(&helper(3), "mandate.request", &helper(3), &json!({}));
    p.town.act(who, asked, "mandate.accept", json!({}));
    let StreamId::Mandate(parent) = granted else { panic!("{granted} is no mandate") };
    let on = json!({"parent_id": parent, "mandate_holder": {"person": helper(4)}, "act_evidence": proof()});
    p.act(&helper(1), None, "mandate.pass_on", on);
    p.act(&helper(3), asked, "mandate.renounce", json!({"act_evidence": proof()}));
    p.act(who, granted, "mandate.revoke", json!({"act_evidence": proof()}));
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

fn files(path: &Path) -> Vec<u8> {
    let read = |end| std::fs::read(format!("{}{end}", path.display())).unwrap_or_default();
    ["", "-wal", "-shm"].into_iter().flat_map(read).collect()
}

fn none_of(bytes: &[u8], texts: &BTreeMap<String, String>, whence: &str) {
    let left: Vec<_> = texts.iter().filter(|(text, _)| holds(bytes, text)).collect();
    assert!(left.is_empty(), "{whence}: {left:?}");
}

#[test]
fn of_whatever_was_planted_in_any_field_no_byte_is_left_anywhere() {
    const DORA: &str = "dora@mail.example-Šķiņķis";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.sqlite");
    let open = |name: &str| {
        let path = folder.path().join(name);
        (Engine::open(&format!("sqlite:{}", path.display())).unwrap(), path)
    };
    let town = Town::at(&format!("sqlite:{}", path.display()));
    town.authority("rosa", "registry");
    let next = Cell::new(0);
    let offices = [office(&town, "city", "anna"), office(&town, "port", "paul")];
    // What each controller is told, and what somebody who stays has told both.
    let hers = [Planter::new(&town, &next), Planter::new(&town, &next)];
    for (planter, office) in hers.iter().zip(&offices) {
        live(planter, DORA, office);
    }
    let mut wanted = fields();
    assert!(wanted.remove(TAKEN_OUT));
    for planter in &hers {
        let planted: BTreeSet<String> = planter.planted.borrow().values().cloned().collect();
        let missing: Vec<_> = wanted.difference(&planted).collect();
        assert!(missing.is_empty(), "fields that take text about a person, and nobody planted: {missing:?}");
    }
    let [city, port] = hers.map(|planter| planter.planted.into_inner());
    let mut all: BTreeMap<String, String> = city.clone().into_iter().chain(port.clone()).collect();
    // A text that was put right went when it was.
    let there = files(&path);
    for (text, at) in &all {
        assert_eq!(holds(&there, text), at != WRONG, "{at} before");
    }
    all.insert(DORA.to_owned(), "her id".to_owned());
    assert!(all.len() >= 80, "{}", all.len());
    town.engine.verify_all().unwrap();

    // It has gone out before: as a bundle, and as a backup.
    let terms = Terms::from_json(br#"{"source": "town"}"#).unwrap();
    let (elsewhere, there) = open("elsewhere.sqlite");
    let processes: Vec<ProcessId> = offices.iter().flat_map(Office::processes).collect();
    for process in &processes {
        let bundle = town.engine.export_bundle(*process, true).unwrap();
        elsewhere.import_bundle_on(bundle.as_bytes(), &terms).unwrap();
    }
    assert!(holds(&files(&there), DORA));
    let backup = folder.path().join("backup.sqlite");
    let taken = rusqlite::Connection::open(&path).unwrap();
    taken.execute("VACUUM INTO ?1", [backup.to_str().unwrap()]).unwrap();
    drop(taken);
    let old = town.engine.export_bundle(offices[0].process, true).unwrap();

    // One controller erases what it holds; the other's stands.
    let dora = StreamId::from(town.engine.person(&host(DORA)).unwrap().unwrap());
    town.act("anna", dora, "person.erase", json!({"acting_for": "city", "reason": "Asked to."}));
    let now = files(&path);
    for (text, at) in port.iter().filter(|(_, at)| *at != WRONG) {
        assert!(holds(&now, text), "{at} is the port's");
    }
    let left: BTreeSet<&str> =
        city.iter().filter(|(text, _)| holds(&now, text)).map(|(_, at)| at.as_str()).collect();
    // What protects them from every controller, who speaks and acts for them, and what they said in nobody's name goes when they are
    // erased everywhere.
    let everywhere = [
        "date_of_birth.record/date_of_birth",
        "date_of_birth.record/evidence",
        "disagreement.settle/evidence",
        "mandate.grant/act_evidence/sha256",
        "mandate.pass_on/act_evidence/sha256",
        "mandate.register/act_evidence/sha256",
        "mandate.renounce/act_evidence/sha256",
        "mandate.request/act_evidence/sha256",
        "mandate.revoke/act_evidence/sha256",
        "rating.give/text",
        "representative.appoint/evidence",
        "representative.dismiss/evidence",
    ];
    assert_eq!(left, BTreeSet::from(everywhere), "the city's");
    let erase: Command = town.command(DORA, Some(dora), "person.erase", json!({}));
    assert_eq!(town.engine.execute(&erase).unwrap().scrubbed, Some(true));
    none_of(&files(&path), &all, "the file");
    for process in &processes {
        for with_vault in [false, true] {
            let bundle = town.engine.export_bundle(*process, with_vault).unwrap();
            none_of(bundle.as_bytes(), &all, "a bundle");
            elsewhere.import_bundle_on(bundle.as_bytes(), &terms).unwrap();
        }
    }
    none_of(&files(&there), &all, "the store that had bundles of before");
    // And back: neither what the other has now nor what went out before brings anything here.
    for process in &processes {
        let back = elsewhere.export_bundle(*process, true).unwrap();
        none_of(back.as_bytes(), &all, "a bundle of a replica");
        town.engine.import_bundle(back.as_bytes()).ok();
    }
    town.engine.import_bundle(old.as_bytes()).ok();
    elsewhere.import_bundle_on(old.as_bytes(), &terms).ok();
    none_of(&files(&path), &all, "the file, after bundles came back");
    none_of(&files(&there), &all, "the other store, after an old bundle");
    // A backup is restored, and the same command is sent to it.
    let (restored, file) = open("backup.sqlite");
    assert!(holds(&files(&file), DORA));
    restored.execute(&erase).unwrap();
    none_of(&files(&file), &all, "a restored backup");
    for engine in [&town.engine as &Engine, &elsewhere, &restored] {
        engine.verify_all().unwrap();
    }
}
