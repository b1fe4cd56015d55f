//! What helps a task along, and by whose problem profiles: its own, or those of the objective that it lies in.
#![cfg(test)]

use interlink::catalogue::{Catalogue, Recommendation};
use interlink::governance::Shipped;
use interlink::journal::StreamId;
use interlink::next::StepView;
use interlink::types::{ItemId, Language, ProcessId};
use serde_json::{Value, json};
use testkit::{Town, host, small_template};

/// A process of Anna's whose objective “meet” has the profile Q. “invite” has P of its own, “agree” has nothing of its own,
/// and “sing” has Q itself; “dig”, which waits for all of them, has P, and its objective has nothing. Five interlinkers answer P or Q, in an order that is neither that of their ids nor the best's.
struct Hall {
    town: Town,
    process: ProcessId,
}

impl Hall {
    fn new() -> Self {
        let town = Town::new();
        let mut template = small_template();
        let meet = &mut template["phases"][0]["objectives"][0];
        meet["problem_profiles"] = json!(["Q"]);
        meet["tasks"][0]["problem_profiles"] = json!(["P"]);
        let sing = json!({"key": "sing", "name": {"en": "Sing", "it": "Cantare"}, "problem_profiles": ["Q"]});
        meet["tasks"].as_array_mut().unwrap().push(sing);
        template["phases"][1]["objectives"][0]["tasks"][0]["problem_profiles"] = json!(["P"]);
        let template = town.template(&template);
        town.found("anna", "city", "public_administration");
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        let interlinker = |(id, profiles): (&str, Vec<&str>)| json!({"id": id, "name": {"en": id}, "body": {"knowledge": {}}, "problem_profiles": profiles});
        let interlinkers = [
            ("anvil", vec!["Q"]),
            ("broom", vec!["P", "X", "Y"]),
            ("crate", vec!["P"]),
            ("drum", vec!["P", "Q"]),
            ("easel", vec!["P", "X"]),
        ];
        let profiles = ["P", "Q", "X", "Y"].map(|id| json!({"id": id, "name": {"en": id}}));
        let catalogue = json!({
            "document": "catalogue", "id": "ours", "version": 1, "problem_profiles": profiles,
            "interlinkers": interlinkers.map(interlinker),
        });
        let catalogue = Catalogue::parse(catalogue.to_string().as_bytes()).unwrap();
        let catalogue = town.engine.add_document(catalogue).unwrap();
        town.act("anna", StreamId::from(process), "catalogue.adopt", json!({"catalogue": catalogue}));
        Self { town, process }
    }

    fn item(&self, key: &str) -> ItemId {
        self.town.item(self.process, key)
    }

    /// What Anna can do at a task next, or could if it did not wait.
    fn steps(&self, key: &str) -> Vec<StepView> {
        let anna = self.town.engine.person(&host("anna")).unwrap().unwrap();
        let (at, english) = (self.town.now(), Language::english());
        let next = self.town.engine.next(anna, Some(self.process), at, english, 1000).unwrap();
        next.steps.into_iter().filter(|step| step.item == Some(self.item(key))).collect()
    }

    fn recommended(&self, key: &str) -> Vec<Recommendation> {
        let view = self.town.engine.process(self.process).unwrap();
        view.recommendations(Some(self.item(key)), None).remove(0).recommendations
    }

    fn ask(&self, request: &Value) -> Value {
        let answer = self.town.engine.request(request.to_string().as_bytes());
        serde_json::from_str::<Value>(&answer).unwrap()["ok"].take()
    }

    /// The tasks that an interlinker serves, each with the profiles that it answers: the task's own, and the objective's.
    fn served(&self, interlinker: &str) -> Vec<(Value, Value, Value)> {
        let served =
            self.ask(&json!({"tasks_served": {"process": self.process, "interlinker": interlinker}}));
        let task = |task: &Value| {
            (task["name"]["text"].clone(), task["answers"].clone(), task["answers_of_objective"].clone())
        };
        served["serves"].as_array().unwrap().iter().map(task).collect()
    }
}

fn ids(recommendations: &[Recommendation]) -> Vec<&str> {
    recommendations.iter().map(|found| found.interlinker.as_str()).collect()
}

#[test]
fn a_step_names_at_most_the_three_best_interlinkers() {
    let hall = Hall::new();
    let all = hall.recommended("invite");
    assert_eq!(ids(&all), ["drum", "crate", "easel", "broom", "anvil"], "the best first");
    let start = hall.steps("invite").remove(0);
    assert_eq!(start.interlinkers, all[..3], "the three best, said as they are said when one asks for them");
    // What waits for something else is helped by nothing yet.
    let waits = hall.steps("dig").remove(0);
    assert_eq!(hall.recommended("dig").len(), 4);
    assert!(!waits.ready && waits.interlinkers.is_empty(), "{waits:?}");

    let invite = hall.item("invite");
    hall.town.start("anna", hall.process, invite);
    let complete = hall.steps("invite").remove(0);
    assert_eq!(complete.act.unwrap().as_str(), "task.complete");
    assert_eq!(complete.interlinkers, all[..3], "also while it is under way");
    // Fewer are fewer.
    let agree = hall.steps("agree").remove(0);
    assert!(agree.ready);
    assert_eq!(ids(&agree.interlinkers), ["anvil", "drum"]);
}

#[test]
fn it_is_said_whether_a_task_is_served_by_its_own_profiles_or_its_objectives() {
    let hall = Hall::new();
    let (none, p, q) = (json!([]), json!(["P"]), json!(["Q"]));
    let said =
        |task: &str, own: &Value, of_objective: &Value| (json!(task), own.clone(), of_objective.clone());
    // “Agree” comes after “invite” and before “sing”, which has as its own what the objective has: it is said once.
    let (agree, sing, dig) = (said("Agree", &none, &q), said("Sing", &q, &none), said("Dig", &p, &none));
    assert_eq!(hall.served("drum"), [said("Invite", &p, &q), agree.clone(), sing.clone(), dig.clone()]);
    assert_eq!(hall.served("anvil"), [said("Invite", &none, &q), agree, sing]);
    assert_eq!(hall.served("crate"), [said("Invite", &p, &none), dig]);
    assert!(hall.served("nobody").is_empty());

    // The way there says the same as the way back, for each task.
    let recommended = hall.ask(&json!({"recommend": {"process": hall.process}}));
    let tasks = recommended["tasks"].as_array().unwrap_or_else(|| panic!("{recommended}"));
    let mut there = 0;
    for task in tasks {
        for found in task["recommendations"].as_array().unwrap() {
            let served =
                json!({"tasks_served": {"process": hall.process, "interlinker": found["interlinker"]}});
            let served = hall.ask(&served);
            let back = served["serves"].as_array().unwrap().iter().find(|back| back["item"] == task["item"]);
            let back = back.unwrap_or_else(|| panic!("{found}"));
            for field in ["answers", "answers_of_objective"] {
                assert_eq!(found[field], back[field], "{field} of {found}");
            }
            there += 1;
        }
    }
    assert_eq!((tasks.len(), there), (4, 5 + 2 + 2 + 4));
}
