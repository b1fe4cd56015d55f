//! An approval names what it approves: the words of the command, and what it is about as it stood.
#![cfg(test)]

use interlink::governance::{GovernanceModel, Permission, Shipped};
use interlink::journal::StreamId;
use interlink::kernel::Command;
use interlink::problem::Code;
use interlink::types::{DocumentId, ItemId, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, notice, reasons, small_template, with};

/// A process in which an officer, Carla or Dario, must stand behind whatever is named.
struct Hall {
    town: Town,
    process: ProcessId,
    stream: StreamId,
}

/// A version of a model in which an officer stands behind whatever is named.
fn model(town: &Town, version: u32, asked: &[&str]) -> DocumentId {
    let mut text: Value = serde_json::from_slice(GovernanceModel::shipped(Shipped::C2g).bytes()).unwrap();
    let rule = |permission: &&str| json!({"by": "officer", "count": 1, "permission": permission});
    text["approvals"] = asked.iter().map(rule).collect();
    text["id"] = json!("all.approved");
    text["version"] = json!(version);
    town.engine.add_document(GovernanceModel::parse(text.to_string().as_bytes()).unwrap()).unwrap()
}

fn story() -> Value {
    json!({"title": {"en": "How we dug a garden"}, "results": {"en": "There is a garden."}, "start": "2026-01-01"})
}

impl Hall {
    fn new(asked: &[&str]) -> Self {
        Self::at("memory:", asked)
    }

    fn at(url: &str, asked: &[&str]) -> Self {
        let town = Town::at(url);
        let city = town.found("anna", "city", "public_administration");
        town.team("anna", city, "officers", "public_administration", &["carla", "dario"]);
        let first = model(&town, 1, &[]);
        let template = town.template(&small_template());
        let create = json!({"governance": first, "language": "en", "name": {"en": "G"}, "acting_for": "city",
            "template": template});
        let process = town.act("anna", None, "process.create", create).process().unwrap();
        let stream = StreamId::from(process);
        town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "officer"}));
        let adopt = json!({"model": model(&town, 2, asked), "reason": "Stricter."});
        town.act("anna", stream, "governance.adopt", adopt);
        Self { town, process, stream }
    }

    fn model(&self, version: u32, asked: &[&str]) -> DocumentId {
        model(&self.town, version, asked)
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    fn act(&self, actor: &str, kind: &str, data: Value) -> Value {
        let done = self.town.act(actor, self.stream, kind, data);
        let event: Value = serde_json::from_str(&done.events[0].to_json()).unwrap();
        event["data"].clone()
    }

    fn ask(&self, about: &Value, act: (&str, &Value)) -> Value {
        self.town.ask_approval("anna", self.stream, about, act)
    }

    fn give(&self, by: &str, request: &Value) {
        self.act(by, "approval.give", json!({"request": request}));
    }

    fn approve(&self, about: &Value, act: (&str, &Value)) -> Value {
        let request = self.ask(about, act);
        self.give("carla", &request);
        request
    }

    /// It is refused since nobody stands behind just this.
    fn unapproved(&self, kind: &str, data: &Value) {
        let problem = self.town.refused("anna", self.stream, kind, data.clone());
        assert_eq!(problem.code, Code::PermissionDenied, "{kind} {data}");
        assert_eq!(reasons(&problem), ["reason.approval_missing"], "{kind} {data}");
    }

    fn refused(&self, actor: &str, kind: &str, data: Value) -> Code {
        self.town.refused(actor, self.stream, kind, data).code
    }

    fn open(&self) -> (usize, usize) {
        let view = self.town.engine.process(self.process).unwrap();
        let governance = view.process().governance();
        (governance.approval_requests().count(), governance.approvals().count())
    }

    fn rules(&self) -> Value {
        let ask = json!({"rules": {"process": self.process, "language": "en", "at": self.town.now()}});
        let said: Value =
            serde_json::from_str(&self.town.engine.request(ask.to_string().as_bytes())).unwrap();
        said["ok"].clone()
    }

    fn asset(&self) -> Value {
        let data = json!({"item": self.item("invite"), "title": {"en": "Plan"},
            "content": {"link": {"uri": "https://city.example/a"}}});
        self.act("anna", "asset.add", data)["asset"].clone()
    }
}

#[test]
fn words_are_not_swapped_between_approval_and_act() {
    let hall =
        Hall::new(&["prerequisite.waive", "item.edit", "role.grant", "process.edit", "restriction.place"]);
    let (item, on) = (hall.item("do"), hall.item("plan"));
    let gate = json!({"permission": "prerequisite.waive", "item": item, "matter": {"on": on}});
    let edit = json!({"permission": "item.edit", "item": item, "matter": {"command": "item.edit"}});
    let grant = json!({"permission": "role.grant",
        "matter": {"command": "role.grant", "holder": {"person": "eva"}, "role": "contributor"}});
    let restrict = json!({"permission": "restriction.place",
        "matter": {"command": "restriction.place", "holder": {"person": "eva"}}});
    let eva = json!({"person": "eva"});
    for (about, kind, approved, swapped) in [
        (
            gate,
            "prerequisite.waive",
            json!({"item": item, "on": on, "reason": "The frost is over."}),
            json!({"item": item, "on": on, "reason": "The frost is over!"}),
        ),
        (
            edit,
            "item.edit",
            json!({"item": item, "description": {"en": "Dig."}}),
            json!({"item": item, "description": {"en": "Dig."}, "name": {"en": "Other"}}),
        ),
        (
            json!({"permission": "process.edit"}),
            "process.edit",
            json!({"name": {"en": "A"}}),
            json!({"name": {"en": "A", "it": "B"}}),
        ),
        (
            grant,
            "role.grant",
            json!({"holder": eva, "role": "contributor", "until": "2027-01-01T00:00:00.000Z"}),
            json!({"holder": eva, "role": "contributor"}),
        ),
        (
            restrict,
            "restriction.place",
            json!({"holder": eva, "permissions": ["task.start"], "reason": "Late."}),
            json!({"holder": eva, "permissions": ["task.start", "process.view"], "reason": "Late."}),
        ),
    ] {
        hall.unapproved(kind, &approved);
        hall.approve(&about, (kind, &approved));
        hall.unapproved(kind, &swapped);
        assert_eq!(hall.open(), (1, 1), "a refused act uses nothing up");
        hall.act("anna", kind, approved);
        assert_eq!(hall.open(), (0, 0), "{kind} used it up");
    }
    hall.town.engine.verify_all().unwrap();
}

#[test]
fn what_an_act_is_about_stays_as_it_was_approved() {
    let hall = Hall::new(&["asset.delete", "process.publish", "item.disable"]);
    let asset = hall.asset();
    let delete = json!({"asset": asset});
    let about =
        json!({"permission": "asset.delete", "item": hall.item("invite"), "matter": {"asset": asset}});
    let publish = json!({"licence": "CC-BY-4.0", "story": {"title": {"en": "T"}, "results": {"en": "R"},
        "lessons_learned": {"en": "L"}, "countries": ["IT"]}});
    let out = json!({"permission": "process.publish"});
    let disable = json!({"item": hall.item("agree")});
    let off = json!({"permission": "item.disable", "item": hall.item("agree"), "matter": {"command": "item.disable"}});
    let first = hall.approve(&about, ("asset.delete", &delete));
    hall.approve(&out, ("process.publish", &publish));
    hall.approve(&off, ("item.disable", &disable));
    // Another link lies there now, and the item is described otherwise.
    let other = json!({"asset": asset, "content": {"link": {"uri": "https://city.example/b"}}});
    hall.act("anna", "asset.revise", other);
    hall.act(
        "anna",
        "item.edit",
        json!({"item": hall.item("agree"), "description": {"en": "The one thing that matters."}}),
    );
    hall.unapproved("asset.delete", &delete);
    hall.unapproved("process.publish", &publish);
    hall.unapproved("item.disable", &disable);
    let view = hall.rules();
    assert!(view["approvals_asked"].as_array().unwrap().iter().all(|asked| asked["changed"] == true));
    // Nobody stands behind what is no more, and who asks anew asks for what is.
    assert_eq!(hall.refused("dario", "approval.give", json!({"request": first})), Code::ApprovalChanged);
    hall.approve(&about, ("asset.delete", &delete));
    hall.act("anna", "asset.delete", delete);
    hall.town.engine.verify_all().unwrap();
}

#[test]
fn two_asks_are_two_approvals() {
    let hall = Hall::new(&["item.add"]);
    let about = json!({"permission": "item.add"});
    let phase = |name: &str| json!({"kind": "phase", "name": {"en": name}});
    let (a, b) = (phase("A"), phase("B"));
    let asked = hall.ask(&about, ("item.add", &a));
    hall.ask(&about, ("item.add", &b));
    let mut again = about;
    again["act"] = json!({"type": "item.add", "data": a});
    assert_eq!(hall.refused("anna", "approval.ask", again), Code::ApprovalExists);
    hall.give("carla", &asked);
    hall.unapproved("item.add", &b);
    hall.act("anna", "item.add", a.clone());
    assert_eq!(hall.open(), (1, 0), "what was asked otherwise is still asked");
    // By another command's id it is the same act, and is not done twice.
    hall.unapproved("item.add", &a);
    assert_eq!(hall.refused("carla", "approval.give", json!({"request": asked})), Code::ApprovalUnknown);
}

#[test]
fn a_command_that_is_sent_again_uses_no_other_approval() {
    let hall = Hall::new(&["item.add"]);
    let about = json!({"permission": "item.add"});
    let phase = json!({"kind": "phase", "name": {"en": "A"}});
    hall.approve(&about, ("item.add", &phase));
    let command: Command = hall.town.command("anna", Some(hall.stream), "item.add", phase.clone());
    assert!(!hall.town.engine.execute(&command).unwrap().repeated);
    hall.approve(&about, ("item.add", &phase));
    assert!(hall.town.engine.execute(&command).unwrap().repeated);
    assert_eq!(hall.open(), (1, 1));
}

#[test]
fn those_who_are_asked_read_what_they_approve_and_it_goes_with_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hall.db");
    let hall = Hall::at(&format!("sqlite:{}", file.display()), &["restriction.place"]);
    let restrict = json!({"holder": {"person": "eva.secret@home.example"}, "permissions": ["task.start"],
        "reason": "Quarrelled at the fountain."});
    let about = json!({"permission": "restriction.place",
        "matter": {"command": "restriction.place", "holder": {"person": "eva.secret@home.example"}}});
    let request = hall.approve(&about, ("restriction.place", &restrict));
    let asked = hall.rules()["approvals_asked"][0].clone();
    assert_eq!(asked["act"]["type"], "restriction.place");
    assert_eq!(asked["act"]["data"]["reason"], "Quarrelled at the fountain.");
    assert_eq!(asked["request"], request);
    let person = asked["matter"]["holder"]["person_id"].as_str().unwrap().to_owned();
    assert_eq!(asked["act"]["data"]["holder"]["person"], person.as_str(), "nobody's host id is in the text");
    let stream: StreamId = format!("person/{person}").parse().unwrap();
    hall.town.act("eva.secret@home.example", stream, "person.erase", json!({}));
    assert!(hall.rules()["approvals_asked"][0].get("act").is_none());
    // Who comes back is somebody else, and nobody approved anything about her.
    hall.unapproved("restriction.place", &restrict);
    hall.town.engine.verify_all().unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let has = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!has("Quarrelled") && !has("eva.secret"));
    }
}

#[test]
fn nothing_but_an_act_is_approved() {
    let hall = Hall::new(&["item.add"]);
    let asked = |act: Value| json!({"permission": "item.add", "act": act});
    for (act, code) in [
        (json!({"type": "organisation.rename", "data": {}}), None),
        (json!({"type": "item.add", "data": {"kind": "phase"}}), None),
        (json!({"type": "item.add", "data": {"kind": "phase", "name": {"en": "A"}, "x": 1}}), None),
        (
            json!({"type": "approval.withdraw", "data": {"approval": "00000000000000000000000000000000"}}),
            Some(Code::ApprovalAct),
        ),
    ] {
        let command = json!({"actor": "anna", "at": hall.town.now(), "entropy": "8d1f0c5e6a7b49d2b3e4f5a697887766",
            "id": "x-1", "stream": hall.stream, "type": "approval.ask", "data": asked(act.clone())});
        let said = hall.town.engine.request(json!({"execute": command}).to_string().as_bytes());
        let said: Value = serde_json::from_str(&said).unwrap();
        let told = said["problem"]["code"].as_str().unwrap_or_else(|| panic!("{act}: {said}"));
        match code {
            Some(code) => assert_eq!(told, code.as_str()),
            None => assert!(told.starts_with("json."), "{act}: {told}"),
        }
    }
}

/// One act for each permission that is used by acting; what must have been done before; and what says which act it is.
type Case<'h> = (Permission, &'h str, &'h dyn Fn(&Hall) -> (Value, Value));

#[test]
fn an_approval_of_whatever_it_is_asked_for_is_used_up_by_the_act() {
    fn start(hall: &Hall) -> Value {
        let item = json!({"item": hall.item("invite")});
        hall.act("anna", "task.start", item.clone());
        item
    }
    let plain =
        |kind: &str, on: &str, hall: &Hall| json!({"item": hall.item(on), "matter": {"command": kind}});
    let about = |on: Value, matter: Value| with(on, &json!({ "matter": matter }));
    let eva = json!({"person": "eva"});
    let phase = json!({"kind": "phase", "name": {"en": "A"}});
    let link = json!({"link": {"uri": "https://city.example/a"}});
    let cases: [Case<'_>; 20] = [
        (Permission::ProcessEdit, "process.edit", &|_| (json!({}), json!({"name": {"en": "B"}}))),
        (Permission::ProcessAdminister, "governance.adopt", &|hall| {
            let model = hall.model(3, &["process.administer"]);
            let matter = json!({"command": "governance.adopt", "document": model});
            (json!({"matter": matter}), json!({"model": model, "reason": "The same again."}))
        }),
        (Permission::ProcessPublish, "process.publish", &|_| {
            (json!({}), json!({"licence": "CC0-1.0", "story": story()}))
        }),
        (Permission::ItemAdd, "item.add", &|_| (json!({}), phase.clone())),
        (Permission::ItemEdit, "item.edit", &|hall| {
            let item = json!({"item": hall.item("dig")});
            (plain("item.edit", "dig", hall), with(item, &json!({"description": {"en": "Deep."}})))
        }),
        (Permission::ItemDisable, "item.disable", &|hall| {
            (plain("item.disable", "dig", hall), json!({"item": hall.item("dig"), "reason": "No."}))
        }),
        (Permission::ItemSchedule, "item.schedule", &|hall| {
            let item = json!({"item": hall.item("dig")});
            (plain("item.schedule", "dig", hall), with(item, &json!({"end": "2026-12-01"})))
        }),
        (Permission::TaskStart, "task.start", &|hall| {
            (plain("task.start", "invite", hall), json!({"item": hall.item("invite")}))
        }),
        (Permission::TaskComplete, "task.complete", &|hall| {
            let item = start(hall);
            (plain("task.complete", "invite", hall), item)
        }),
        (Permission::TaskReopen, "task.reopen", &|hall| {
            let item = start(hall);
            hall.act("anna", "task.complete", item.clone());
            (plain("task.reopen", "invite", hall), item)
        }),
        (Permission::TaskAssign, "assignment.make", &|hall| {
            let item = json!({"item": hall.item("dig")});
            let matter = json!({"command": "assignment.make", "holder": eva});
            (about(item.clone(), matter), with(item, &json!({"holder": eva})))
        }),
        (Permission::PrerequisiteWaive, "prerequisite.waive", &|hall| {
            let (item, on) = (json!({"item": hall.item("do")}), hall.item("plan"));
            let passing = with(item.clone(), &json!({"on": on, "reason": "The frost is over."}));
            (about(item, json!({"on": on})), passing)
        }),
        (Permission::RoleGrant, "role.grant", &|_| {
            let matter = json!({"command": "role.grant", "holder": eva, "role": "contributor"});
            (json!({"matter": matter}), json!({"holder": eva, "role": "contributor"}))
        }),
        (Permission::RestrictionPlace, "restriction.place", &|_| {
            let matter = json!({"command": "restriction.place", "holder": eva});
            let place = json!({"holder": eva, "permissions": ["task.start"], "reason": "Late."});
            (json!({"matter": matter}), place)
        }),
        (Permission::AssetCreate, "asset.add", &|hall| {
            let item = json!({"item": hall.item("invite")});
            let add = with(item, &json!({"content": link, "title": {"en": "Plan"}}));
            (plain("asset.add", "invite", hall), add)
        }),
        (Permission::AssetEdit, "asset.edit", &|hall| {
            let asset = json!({"asset": hall.asset()});
            let matter = with(json!({"command": "asset.edit"}), &asset);
            (about(json!({"item": hall.item("invite")}), matter), with(asset, &json!({"title": {"en": "B"}})))
        }),
        (Permission::AssetDelete, "asset.delete", &|hall| {
            let asset = json!({"asset": hall.asset()});
            let matter = with(json!({"command": "asset.delete"}), &asset);
            (about(json!({"item": hall.item("invite")}), matter), with(asset, &json!({"reason": "Old."})))
        }),
        (Permission::ContributionClaim, "contribution.claim", &|hall| {
            let item = json!({"item": hall.item("invite")});
            let claim = with(item, &json!({"kind": "development", "text": "Invite everybody."}));
            (plain("contribution.claim", "invite", hall), claim)
        }),
        (Permission::ContributionReview, "contribution.accept", &|hall| {
            let item = json!({"item": hall.item("invite")});
            let claim = with(item.clone(), &json!({"kind": "development", "text": "Invite everybody."}));
            let claimed = hall.act("carla", "contribution.claim", claim)["contribution"].clone();
            let matter = json!({"command": "contribution.accept", "holder": {"person": "carla"}});
            (about(item, matter), json!({"contribution": claimed}))
        }),
        (Permission::ConsentManage, "purpose.require", &|hall| {
            let city = hall.town.engine.process(hall.process).unwrap().process().organisation().unwrap();
            hall.town.publish_notice("anna", city, &notice(1));
            let matter = json!({"command": "purpose.require", "purpose": "news"});
            (json!({"matter": matter}), json!({"organisation": "city", "purpose": "news"}))
        }),
    ];
    let covered: Vec<Permission> = cases.iter().map(|(permission, ..)| *permission).collect();
    for permission in Permission::ALL {
        let looks = matches!(permission, Permission::ProcessView | Permission::AssetView);
        assert_eq!(covered.contains(permission), !looks, "{permission:?}");
    }
    for (permission, kind, case) in cases {
        let hall = Hall::new(&[permission.as_str()]);
        let (about, data) = case(&hall);
        let about = with(json!({"permission": permission}), &about);
        hall.unapproved(kind, &data);
        let request = hall.approve(&about, (kind, &data));
        assert_eq!(hall.open(), (1, 1), "{kind}");
        hall.act("anna", kind, data.clone());
        assert_eq!(hall.open(), (0, 0), "{kind} used it up");
        let again = hall.refused("carla", "approval.give", json!({"request": request}));
        assert_eq!(again, Code::ApprovalUnknown, "{kind}: what was used up is not given again");
        assert!(hall.town.try_do("anna", hall.stream, kind, data).is_err(), "{kind}: once, not twice");
        hall.town.engine.verify_all().unwrap();
    }
}

/// Who left her team is no officer, so what she stood behind has nobody behind it; coming back does not say it anew.
#[test]
fn what_somebody_stood_behind_ends_when_she_leaves_and_stays_so() {
    let hall = Hall::new(&["item.add"]);
    let city = hall.town.engine.process(hall.process).unwrap().process().organisation().unwrap();
    let phase = json!({"kind": "phase", "name": {"en": "A"}});
    let request = hall.approve(&json!({"permission": "item.add"}), ("item.add", &phase));
    let carla = json!({"person": "carla", "team": "officers"});
    hall.town.act("anna", StreamId::from(city), "team_member.remove", carla.clone());
    hall.unapproved("item.add", &phase);
    hall.town.wait_minutes(5);
    hall.town.act("anna", StreamId::from(city), "team_member.add", carla);
    hall.unapproved("item.add", &phase);
    hall.give("carla", &request);
    hall.act("anna", "item.add", phase);
}
