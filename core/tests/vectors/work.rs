//! Assets, work and credit.

use interlink::governance::Shipped;
use interlink::interop::interlink::{Mode, read, shipped};
use serde_json::{Value, json};

use crate::tape::{Tape, id, items, model, template};

pub(crate) fn tell() -> String {
    let mut tape = Tape::new("Assets, who is asked, who did what, and the points for it.");
    let city = tape.found("anna", "city", "public_administration");
    tape.act(
        "anna",
        &city,
        "team.create",
        json!({"team": "officers", "name": {"en": "Officers"}, "kind": "public_administration"}),
    );
    tape.act("anna", &city, "team_member.add", json!({"team": "officers", "person": "carla"}));
    let document = tape.ask(&json!({"add_document": template()}))["ok"]["document"].clone();
    let catalogue: Value =
        serde_json::from_slice(read(&shipped(), Mode::Strict).unwrap().catalogue.bytes()).unwrap();
    let catalogue = tape.ask(&json!({"add_document": catalogue}))["ok"]["document"].clone();
    let process = tape.create(
        "anna",
        json!({
            "name": {"en": "Garden"}, "language": "en", "governance": model(Shipped::GPlusG), "template": document,
            "acting_for": "city", "catalogue": catalogue,
        }),
    );
    let of = items(&mut tape, &id(&process));
    let (invite, agree) = (&of["invite"], &of["agree"]);
    tape.act(
        "anna",
        &process,
        "role.grant",
        json!({"holder": {"team": "officers"}, "role": "public_partner"}),
    );
    tape.act("anna", &process, "role.grant", json!({"holder": {"person": "dora"}, "role": "contributor"}));

    tape.say("Assets.");
    let asset = |content: Value| json!({"item": invite, "title": {"en": "The letter", "it": "La lettera"}, "content": content});
    let page = asset(json!({"held": {"interlinker": "shared-page", "asset": "page-1"}}));
    tape.refused("permission.denied", "eva", &process, "asset.add", page.clone());
    let (first, _) = tape.act("carla", &process, "asset.add", page);
    let mut file =
        asset(json!({"file": {"media_type": "application/pdf", "sha256": "ab".repeat(32), "size": 4096}}));
    file["licence"] = json!("CC-BY-4.0");
    file["derived_from"] = json!([{"asset": first["asset"], "version": 1}]);
    let (second, _) = tape.act("carla", &process, "asset.add", file);
    tape.refused(
        "asset.no_host",
        "carla",
        &process,
        "asset.add",
        asset(json!({"held": {"interlinker": "ballot", "asset": "1"}})),
    );
    tape.refused(
        "uri.malformed",
        "carla",
        &process,
        "asset.add",
        asset(json!({"link": {"uri": "javascript:void"}})),
    );
    tape.act(
        "carla",
        &process,
        "asset.edit",
        json!({"asset": second["asset"], "description": {"en": "As it was sent."}}),
    );
    tape.act(
        "carla",
        &process,
        "asset.revise",
        json!({"asset": second["asset"], "content": {"link": {"uri": "https://example.org/letter"}}}),
    );
    tape.act(
        "carla",
        &process,
        "asset.delete",
        json!({"asset": first["asset"], "reason": "It was copied out."}),
    );
    tape.refused(
        "asset.deleted",
        "carla",
        &process,
        "asset.edit",
        json!({"asset": first["asset"], "title": {"en": "x"}}),
    );
    let at = tape.now();
    tape.ask(&json!({"assets": {"process": id(&process), "actor": "dora", "at": at, "language": "it"}}));
    tape.ask(&json!({"assets": {"process": id(&process), "actor": "eva", "at": at, "item": invite}}));

    tape.say("Work.");
    let (assignment, _) = tape.act("anna", &process, "assignment.make", json!({"item": invite, "holder": {"person": "dora"}, "text": "Bring it round, please.", "asset": second["asset"]}));
    tape.refused(
        "assignment.exists",
        "anna",
        &process,
        "assignment.make",
        json!({"item": invite, "holder": {"person": "dora"}, "asset": second["asset"]}),
    );
    let (to_team, _) =
        tape.act("anna", &process, "assignment.make", json!({"item": agree, "holder": {"team": "officers"}}));
    let claim = |kind: &str| json!({"item": invite, "kind": kind, "text": "Forty houses."});
    let mut answer = claim("exploitation");
    answer["assignment"] = assignment["assignment"].clone();
    tape.refused("assignment.not_assignee", "carla", &process, "contribution.claim", answer.clone());
    let (round, _) = tape.act("dora", &process, "contribution.claim", answer);
    let mut for_team = claim("development");
    for_team["team"] = json!("officers");
    tape.refused("team.not_member", "dora", &process, "contribution.claim", for_team.clone());
    let (letter, _) = tape.act("carla", &process, "contribution.claim", for_team);
    let (twice, _) = tape.act("dora", &process, "contribution.claim", claim("management"));
    let (wrong, _) = tape.act("dora", &process, "contribution.claim", claim("management"));
    tape.act("dora", &process, "contribution.withdraw", json!({"contribution": wrong["contribution"]}));
    tape.say("What somebody did who did not say it herself.");
    let seen = json!({"item": invite, "kind": "development", "person": "dora", "text": "She read it out to those who came."});
    tape.refused("permission.denied", "dora", &process, "contribution.record", seen.clone());
    let (recorded, _) = tape.act("anna", &process, "contribution.record", seen);
    let recorded = json!({"contribution": recorded["contribution"]});
    tape.refused("contribution.own", "anna", &process, "contribution.accept", recorded.clone());
    tape.refused("contribution.not_reviewer", "carla", &process, "contribution.confirm", recorded.clone());
    tape.act("dora", &process, "contribution.confirm", recorded.clone());
    tape.act("dora", &process, "contribution.withdraw", recorded);
    tape.act("dora", &process, "assignment.withdraw", json!({"assignment": assignment["assignment"]}));
    let done = json!({"assignment": to_team["assignment"]});
    tape.refused("permission.denied", "dora", &process, "assignment.complete", done.clone());
    tape.act("carla", &process, "assignment.complete", done.clone());
    tape.refused("assignment.done", "carla", &process, "assignment.complete", done);
    tape.refused(
        "contribution.own",
        "carla",
        &process,
        "contribution.accept",
        json!({"contribution": letter["contribution"]}),
    );
    tape.act(
        "anna",
        &process,
        "contribution.accept",
        json!({"contribution": letter["contribution"], "level": "high"}),
    );
    tape.act("carla", &process, "contribution.accept", json!({"contribution": round["contribution"]}));

    tape.say("Points.");
    let weigh = |development: u8| json!({"item": invite, "complexity": {"development": development, "exploitation": 30, "management": 5}});
    tape.refused("complexity.range", "anna", &process, "task.estimate", weigh(101));
    tape.act("anna", &process, "task.estimate", weigh(40));
    tape.refused("task.status", "carla", &process, "points.award", json!({"item": invite}));
    tape.act("carla", &process, "task.complete", json!({"item": invite}));
    tape.refused("award.pending", "carla", &process, "points.award", json!({"item": invite}));
    tape.act(
        "carla",
        &process,
        "contribution.return",
        json!({"contribution": twice["contribution"], "reason": "That is the same."}),
    );
    let (award, _) = tape.act("carla", &process, "points.award", json!({"item": invite}));
    for by in ["person", "team", "stakeholder_kind"] {
        tape.ask(&json!({"leaderboard": {"process": id(&process), "by": by}}));
    }
    tape.act(
        "carla",
        &process,
        "points.reverse",
        json!({"award": award["award"], "reason": "The wrong street."}),
    );
    tape.refused(
        "award.reversed",
        "carla",
        &process,
        "points.reverse",
        json!({"award": award["award"], "reason": "Again."}),
    );
    tape.ask(
        &json!({"leaderboard": {"process": id(&process), "from": at, "until": "2027-01-01T00:00:00.000Z"}}),
    );

    tape.say("Taking part.");
    let (request, _) = tape.act("fabio", &process, "participation.ask", json!({"text": "I can dig."}));
    tape.refused(
        "participation.exists",
        "fabio",
        &process,
        "participation.ask",
        json!({"text": "I can dig."}),
    );
    tape.act(
        "anna",
        &process,
        "participation.decline",
        json!({"request": request["request"], "reason": "Not this week."}),
    );
    let (request, _) = tape.act("fabio", &process, "participation.ask", json!({"text": "And now?"}));
    let accept = |role: &str| json!({"request": request["request"], "role": role, "reason": "Welcome."});
    tape.refused(
        "role.kind_not_admitted",
        "anna",
        &process,
        "participation.accept",
        accept("public_partner"),
    );
    tape.act("anna", &process, "participation.accept", accept("contributor"));
    tape.refused("participation.held", "fabio", &process, "participation.ask", json!({"text": "Once more."}));
    tape.ask(&json!({"work": {"process": id(&process)}}));
    tape.ask(&json!({"verify": {"stream": process}}));
    tape.text
}
