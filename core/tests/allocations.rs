//! What a check costs in memory.
#![cfg(test)]

use allocation_counter::measure;
use interlink::check::Question;
use interlink::governance::{Permission, Shipped};
use interlink::types::{DocumentId, ItemId, OrganisationId, ProcessId};
use serde_json::json;
use testkit::{Town, giving, host, notice, small_template, with};

/// Anna's city and its notice, and a process in which dora holds a role.
struct Garden {
    town: Town,
    city: OrganisationId,
    told: DocumentId,
    process: ProcessId,
    item: ItemId,
}

fn garden() -> Garden {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let told = town.publish_notice("anna", city, &notice(1));
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
    let grant = json!({"holder": {"person": "dora"}, "role": "civic_partner"});
    town.act("anna", Some(process.into()), "role.grant", grant);
    let item = town.item(process, "invite");
    Garden { town, city, told, process, item }
}

/// Granted or refused, with a purpose that is required, with nothing said about it, or with a consent for so many uses: whoever
/// asks often pays for no memory. Acts that the model asks approvals for are counted, not cheap.
#[test]
fn a_check_does_not_allocate_unless_approvals_are_asked_for() {
    let Garden { town, told, process, item, .. } = garden();
    let stream = Some(process.into());
    let check = |who: &str, permission| {
        let (view, actor) = (town.engine.process(process).unwrap(), town.engine.person(&host(who)).unwrap());
        let question =
            Question { actor: actor.unwrap(), permission, item: Some(item), asset: None, at: town.now() };
        // What is worked out once for each version is worked out by the first.
        let first = view.check(&question).allowed();
        let mut again = !first;
        let memory = measure(|| again = view.check(&question).allowed());
        assert_eq!(first, again);
        (first, memory.count_total)
    };
    let cheap = |who: &str, allowed: bool| {
        assert_eq!(check(who, Permission::ProcessView), (true, 0), "{who}");
        assert_eq!(check(who, Permission::TaskStart), (allowed, 0), "{who}");
    };
    ["anna", "dora"].into_iter().for_each(|who| cheap(who, true));
    assert!(check("dora", Permission::ProcessPublish).1 > 0, "the measure measures");
    let required = json!({"item": item, "organisation": "city", "purpose": "news"});
    town.act("anna", stream, "purpose.require", required);
    ["anna", "dora"].into_iter().for_each(|who| cheap(who, false));
    town.act("dora", None, "consent.give", giving("city", told, "news"));
    cheap("dora", true);
    town.act(
        "anna",
        None,
        "consent.give",
        with(giving("city", told, "news"), &json!({"valid": {"uses": 2}})),
    );
    cheap("anna", false);
}

/// What a process knows of its people's consents is made anew when one of them speaks, and not when anybody does.
#[test]
fn the_consent_of_a_stranger_leaves_a_process_as_it_is() {
    let Garden { town, city, told, process, item } = garden();
    let stream = Some(process.into());
    town.act(
        "anna",
        stream,
        "purpose.require",
        json!({"item": item, "organisation": "city", "purpose": "news"}),
    );
    let cost = || {
        let view = || town.engine.process(process).unwrap();
        view();
        measure(|| drop(view())).count_total
    };
    let anew = || measure(|| drop(town.engine.process(process).unwrap())).count_total;
    let cheap = cost();
    for stranger in ["zoe", "yan", "xenia"] {
        town.act(stranger, None, "consent.give", giving("city", told, "news"));
        assert_eq!(anew(), cheap, "{stranger}");
    }
    town.act("dora", None, "consent.give", giving("city", told, "news"));
    assert!(anew() > cheap, "dora holds a role");
    let dora = town.engine.person(&host("dora")).unwrap().unwrap();
    let question = Question {
        actor: dora,
        permission: Permission::TaskStart,
        item: Some(item),
        asset: None,
        at: town.now(),
    };
    assert!(town.engine.process(process).unwrap().check(&question).allowed());
    let told = town.publish_notice("anna", city, &notice(2));
    assert!(anew() > cheap, "the notice says something else");
    for n in 0..1100 {
        town.act(&format!("s{n}"), None, "consent.give", giving("city", told, "news"));
    }
    assert!(anew() > cheap, "what changed so long ago is not known any more");
    assert_eq!(anew(), cheap);
}
