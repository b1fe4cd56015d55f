//! Credit where it is due.

use interlink::Engine;
use interlink::journal::StreamId;
use interlink::kernel::Executed;
use interlink::process::view::TreeView;
use interlink::types::{ItemId, ProcessId};
use serde_json::{Value, json};

use crate::Fallible;
use crate::cast::{ANNA, BRUNO, CARLA, DORA, ELENA, NEIGHBOURS, name};
use crate::host::Host;
use crate::show::Show;

/// Somebody is asked, some say what they did, others look at it, and the points of the task go to all of them.
pub(crate) fn give(
    engine: &Engine,
    host: &Host<'_>,
    show: &Show,
    process: ProcessId,
    tree: &TreeView,
) -> Fallible<()> {
    let stream = StreamId::from(process);
    let task = tree.phases.iter().flat_map(|phase| &phase.children).flat_map(|objective| &objective.children);
    let task = task.clone().next().ok_or("the template has no task")?;
    let item = task.item;
    show.heading(&format!("Credit for “{}”", task.name.text));
    let act = |step: &str, actor: &str, kind: &str, data: Value| host.act(step, actor, stream, kind, data);

    let asset = json!({
        "item": item, "title": {"en": "The invitation", "it": "L'invito"}, "licence": "CC-BY-4.0",
        "content": {"link": {"uri": "https://example.org/invitation"}},
    });
    act("asset", ELENA, "asset.add", asset)?;
    act("ask-neighbours", ANNA, "assignment.make", json!({"item": item, "holder": {"team": NEIGHBOURS}}))?;
    show.line("Elena puts the invitation on the task; Anna asks the neighbours to carry it round");
    let claims = [
        (DORA, "exploitation", "I carried it to forty houses.", CARLA),
        (ELENA, "development", "I wrote the invitation.", CARLA),
        (CARLA, "management", "I found out who lives where.", BRUNO),
    ];
    for (who, kind, text, reviewer) in claims {
        let (claimed, accepted) = (format!("claim-{kind}"), format!("accept-{kind}"));
        let claim = claim(who, item, kind, text);
        let contribution = id_in(&act(&claimed, who, "contribution.claim", claim)?, "contribution")?;
        act(&accepted, reviewer, "contribution.accept", json!({"contribution": contribution}))?;
        show.line(&format!("{}: “{text}” – accepted by {}", name(who), name(reviewer)));
    }
    let complexity = json!({"development": 40, "exploitation": 30, "management": 10});
    act("weigh", ANNA, "task.weigh", json!({"item": item, "complexity": complexity}))?;
    act("award", BRUNO, "points.award", json!({"item": item}))?;
    for by in ["person", "stakeholder_kind"] {
        let request = json!({"leaderboard": {"process": process, "by": by}}).to_string();
        let answer: Value = serde_json::from_str(&engine.request(request.as_bytes()))?;
        show.places(answer.pointer("/ok/places").unwrap_or(&Value::Null));
    }
    Ok(())
}

fn claim(who: &str, item: ItemId, kind: &str, text: &str) -> Value {
    if who == DORA {
        return json!({"item": item, "kind": kind, "text": text, "team": NEIGHBOURS});
    }
    json!({"item": item, "kind": kind, "text": text})
}

/// The id that a command's first event gives under a name.
pub(crate) fn id_in(executed: &Executed, name: &str) -> Fallible<Value> {
    let event = executed.events.first().ok_or("a command led to nothing")?;
    let event: Value = serde_json::from_str(&event.to_json())?;
    Ok(event.pointer(&format!("/data/{name}")).ok_or("the event has no such id")?.clone())
}
