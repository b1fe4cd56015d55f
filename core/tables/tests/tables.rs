//! Tables agree with the record and its views.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type, TimestampMillisecondType, UInt8Type};
use arrow_array::{Array, RecordBatch};
use arrow_ipc::reader::StreamReader;
use interlink::governance::{Permission, Shipped};
use interlink::journal::{MemoryStore, Position, StreamId};
use interlink::kernel::{AsOf, Command, Engine};
use interlink::problem::Code;
use interlink::types::{ItemId, ProcessId, Timestamp};
use interlink_tables::{Table, TableOptions};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::world::{Step, World};
use testkit::{Town, host, notice, small_template};

fn options(at: Timestamp) -> TableOptions {
    TableOptions {
        at,
        past: false,
        after: Position(0),
        at_most: u64::MAX,
        language: "en".parse().unwrap(),
        smallest_group: 2,
        process: None,
        asked_by: None,
    }
}

/// A table, read by an Arrow reader.
fn rows(engine: &Engine, table: Table, at: Timestamp) -> Vec<BTreeMap<String, Value>> {
    rows_with(engine, table, &options(at))
}

fn rows_with(engine: &Engine, table: Table, options: &TableOptions) -> Vec<BTreeMap<String, Value>> {
    let (mut told, mut last) = (0, (0, 0));
    let stream = table.read(engine, options, &mut |done, of| {
        (told, last) = (told + 1, (done, of));
        true
    });
    assert!(told > 0 && last.0 == last.1, "the end is told");
    let reader = StreamReader::try_new(std::io::Cursor::new(stream.unwrap().unwrap()), None).unwrap();
    assert_eq!(reader.schema(), table.schema());
    assert!(table.schema().fields().iter().all(|field| field.metadata()["about"].ends_with('.')));
    reader.flat_map(|batch| values(&batch.unwrap())).collect()
}

fn values(batch: &RecordBatch) -> Vec<BTreeMap<String, Value>> {
    let value = |column: &dyn Array, row: usize| -> Value {
        use arrow_schema::DataType as T;
        if column.is_null(row) {
            return Value::Null;
        }
        match column.data_type() {
            T::Utf8 => json!(column.as_string::<i32>().value(row)),
            T::LargeUtf8 => json!(column.as_string::<i64>().value(row)),
            T::Int64 => json!(column.as_primitive::<Int64Type>().value(row)),
            T::UInt8 => json!(column.as_primitive::<UInt8Type>().value(row)),
            T::Boolean => json!(column.as_boolean().value(row)),
            T::Timestamp(..) => json!(column.as_primitive::<TimestampMillisecondType>().value(row)),
            T::Date32 => json!(column.as_primitive::<arrow_array::types::Date32Type>().value(row)),
            T::FixedSizeBinary(_) => json!(column.as_fixed_size_binary().value(row)),
            T::Dictionary(..) => {
                let words = column.as_dictionary::<Int32Type>();
                json!(words.values().as_string::<i32>().value(words.key(row).unwrap()))
            }
            T::List(_) => {
                let list = column.as_list::<i32>().value(row);
                let words = list.as_dictionary::<Int32Type>();
                let texts = words.values().as_string::<i32>();
                json!(words.keys_iter().map(|key| texts.value(key.unwrap())).collect::<Vec<_>>())
            }
            other => panic!("{other}"),
        }
    };
    let schema = batch.schema();
    let names = schema.fields().iter().map(|field| field.name().clone());
    let columns: Vec<_> = names.zip(batch.columns().to_vec()).collect();
    let row = |row| columns.iter().map(|(name, column)| (name.clone(), value(column, row))).collect();
    (0..batch.num_rows()).map(row).collect()
}

fn events_are_those_of_the_store(engine: &Engine, at: Timestamp) {
    let rows = rows(engine, Table::Events, at);
    let changes = engine.store().read().unwrap().changes(Position(0), usize::MAX).unwrap();
    assert_eq!(rows.len(), changes.len());
    for (row, change) in rows.iter().zip(changes) {
        let body: Value = serde_json::from_slice(&change.stored.body).unwrap();
        for name in ["type", "actor", "command", "seq", "stream"] {
            assert_eq!(row[name], body[name], "{name}");
        }
        let process = body["stream"].as_str().unwrap().strip_prefix("process/");
        assert_eq!(row["process"], json!(process));
        assert_eq!(row["on_behalf_of"], *body.get("on_behalf_of").unwrap_or(&Value::Null));
        assert_eq!(serde_json::from_str::<Value>(row["data"].as_str().unwrap()).unwrap(), body["data"]);
        let at: Timestamp = body["at"].as_str().unwrap().parse().unwrap();
        assert_eq!(row["occurred_at"], json!(at.as_millis()));
        assert_eq!(row["id"], json!(change.stored.id.as_bytes()));
    }
}

/// An item of the tree view: itself, its parent, everything it waits for itself or through its parents, and its place.
type Seen = (Value, Value, Vec<Value>, usize);

/// Items of the tree view, by id.
fn flat(item: &Value, parent: Option<&Value>, above: &[Value], into: &mut BTreeMap<String, Seen>) {
    let own = item.get("waits_for").and_then(Value::as_array).cloned().unwrap_or_default();
    let waits: Vec<Value> = above.iter().cloned().chain(own).collect();
    let parent = parent.map_or(Value::Null, |parent| parent["item"].clone());
    into.insert(item["item"].as_str().unwrap().into(), (item.clone(), parent, waits.clone(), into.len()));
    for part in item.get("children").and_then(Value::as_array).into_iter().flatten() {
        flat(part, Some(item), &waits, into);
    }
}

fn items_are_those_of_the_tree(world: &World) {
    let engine = &world.town.engine;
    let request = json!({"tree": {"process": world.process, "language": "en"}}).to_string();
    let tree: Value = serde_json::from_str(&engine.request(request.as_bytes())).unwrap();
    let mut seen = BTreeMap::new();
    for phase in tree["ok"]["phases"].as_array().unwrap() {
        flat(phase, None, &[], &mut seen);
    }
    let rows = rows(engine, Table::Items, world.town.now());
    assert_eq!(rows.len(), seen.len());
    for (nth, row) in rows.iter().enumerate() {
        let (item, parent, waits, place) = &seen[row["item"].as_str().unwrap()];
        for name in ["status", "kind", "progress", "enabled", "blocked"] {
            assert_eq!(row[name], item[name], "{name}");
        }
        assert_eq!(row["name"], item["name"]["text"]);
        assert_eq!((&row["parent"], nth), (parent, *place));
        assert_eq!(row["process"], json!(world.process));
        let unmet = waits.iter().filter(|wait| wait["unmet"] == true);
        let unmet: BTreeSet<_> = unmet.map(|wait| wait["on"].as_str().unwrap()).collect();
        let listed = row["waits_for"].as_array().unwrap().iter().map(|on| on.as_str().unwrap());
        assert_eq!(listed.collect::<BTreeSet<_>>(), unmet);
        let (started, finished) = times(&world.town, row["item"].as_str().unwrap());
        if item["kind"] == "task" {
            assert_eq!((&row["started"], &row["finished"]), (&started, &finished));
        }
        if row["status"] != "finished" {
            assert_eq!(row["finished"], Value::Null);
        }
        if !row["started"].is_null() && !parent.is_null() {
            let above = rows.iter().find(|row| row["item"] == *parent).unwrap();
            assert!(above["started"].as_i64().unwrap() <= row["started"].as_i64().unwrap());
        }
    }
}

/// Everything about a process follows from its tree, from its items, and from its events.
fn processes_are_those_of_the_trees(world: &World) {
    let engine = &world.town.engine;
    let found = rows(engine, Table::Processes, world.town.now());
    let items = rows(engine, Table::Items, world.town.now());
    let events = rows(engine, Table::Events, world.town.now());
    let tree = serde_json::to_value(engine.tree(world.process, None, AsOf::Now).unwrap()).unwrap();
    assert_eq!(found.len(), 1);
    let row = &found[0];
    for name in ["process", "template", "governance", "closed", "status", "progress"] {
        assert_eq!(row[name], *tree.get(name).unwrap_or(&Value::Null), "{name}");
    }
    assert_eq!(row["name"], tree["name"]["text"]);
    assert_eq!(row["organisation_name"].is_null(), row["organisation_id"].is_null());
    assert!(items.iter().all(|item| item["closed"] == row["closed"]));
    let of_process = |name: &'static str| {
        let mine = |event: &&BTreeMap<String, Value>| event["process"] == row["process"];
        events.iter().filter(mine).map(move |event| event[name].as_i64().unwrap())
    };
    assert_eq!(row["created"].as_i64(), of_process("occurred_at").min());
    assert_eq!(row["last"].as_i64(), of_process("occurred_at").max());
    let tasks: Vec<_> = items.iter().filter(|item| item["kind"] == "task").collect();
    assert_eq!(row["started"].as_i64(), tasks.iter().filter_map(|task| task["started"].as_i64()).min());
    assert_eq!(row["finished"].is_null(), row["status"] != "finished" || tasks.is_empty());
    let tasks: Vec<_> = tasks.into_iter().filter(|task| task["enabled"] == true).collect();
    let done = tasks.iter().filter(|task| task["status"] == "finished").count();
    let open = tasks.iter().filter(|task| task["status"] != "finished" && task["blocked"] == false).count();
    assert_eq!(
        [&row["tasks"], &row["finished_tasks"], &row["open_tasks"]],
        [tasks.len(), done, open].map(|n| json!(n)).each_ref()
    );
}

/// When a task was first started and last finished, from the events.
fn times(town: &Town, item: &str) -> (Value, Value) {
    let (mut started, mut finished) = (Value::Null, Value::Null);
    for change in town.engine.store().read().unwrap().changes(Position(0), usize::MAX).unwrap() {
        let body: Value = serde_json::from_slice(&change.stored.body).unwrap();
        if body["data"]["item"] != item {
            continue;
        }
        let at = json!(change.stored.at.as_millis());
        match body["type"].as_str().unwrap() {
            "task.started" if started.is_null() => started = at,
            "task.completed" => {
                started = if started.is_null() { at.clone() } else { started };
                finished = at;
            }
            "task.reopened" => finished = Value::Null,
            _ => {}
        }
    }
    (started, finished)
}

fn permissions_are_what_checks_say(world: &World) {
    let (engine, at) = (&world.town.engine, world.town.now());
    let rows = rows(engine, Table::Permissions, at);
    let view = engine.process(world.process).unwrap();
    let items: Vec<Option<ItemId>> = world.items().into_iter().map(Some).chain([None]).collect();
    for person in world.people() {
        for item in &items {
            let mine = |row: &&BTreeMap<String, Value>| {
                row["person_id"] == json!(person) && row["item"] == json!(item)
            };
            let listed: BTreeSet<&str> = rows
                .iter()
                .filter(mine)
                .flat_map(|row| row["permissions"].as_array().unwrap().iter().filter_map(Value::as_str))
                .collect();
            for permission in Permission::ALL {
                let question = interlink::check::Question {
                    actor: person,
                    permission: *permission,
                    item: *item,
                    asset: None,
                    at,
                };
                assert_eq!(listed.contains(permission.as_str()), view.check(&question).allowed());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_happens_tables_say_it(
        model in proptest::sample::select(Shipped::ALL.to_vec()),
        steps in proptest::collection::vec(any::<Step>(), 0..60),
    ) {
        let world = World::new(Box::new(MemoryStore::new()), model, true);
        for step in steps {
            let command: Command = world.command(step);
            world.town.engine.execute(&command).ok();
        }
        events_are_those_of_the_store(&world.town.engine, world.town.now());
        items_are_those_of_the_tree(&world);
        processes_are_those_of_the_trees(&world);
        permissions_are_what_checks_say(&world);
    }
}

#[test]
fn events_in_anothers_name_are_those_of_the_store() {
    let town = Town::new();
    let process = town.city_with("neighbours", "citizen", &["maria"], "contributor");
    let item = town.item(process, "invite");
    town.start("anna", process, item);
    town.found("bella", "firm", "forprofit_organisation");
    let own: Value = json!({"party_itself": true});
    let kind = json!({
        "document": "mandate_kind", "kind_code": "ns:work", "version": 1, "name": {"en": "Work"}, "acceptance": "none",
        "end_rule": "optional", "time_zone": "UTC", "principal_forms": ["organisation", "person"],
        "holder_forms": ["organisation", "person"], "mandate_sources": ["grant"], "may_grant": own,
        "powers": {"ns:work": {"name": {"en": "Work"}, "permissions": ["contribution.claim"],
            "power_rights": ["assign", "exercise"]}},
    });
    let kind = interlink::mandate::MandateKind::parse(kind.to_string().as_bytes()).unwrap();
    let kind = town.engine.add_document(kind).unwrap();
    for (actor, principal, holder) in
        [("maria", "maria", "dana"), ("maria", "maria", "firm"), ("bella", "firm", "clara")]
    {
        let data = json!({"mandate_kind": kind, "principal": town.named(principal), "mandate_holder": town.named(holder)});
        town.act(actor, None, "mandate.grant", data);
    }
    for actor in ["dana", "clara"] {
        let claim = json!({"item": item, "kind": "development", "text": "We dug."});
        let command = town.command(actor, Some(process.into()), "contribution.claim", claim);
        town.engine.execute(&command.on_behalf_of(host("maria"))).unwrap();
    }
    events_are_those_of_the_store(&town.engine, town.now());
}

#[test]
fn contributions_and_consents_stand_as_they_are() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let told = town.publish_notice("anna", city, &notice(1));
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::GPlusG, Some(template));
    let stream = Some(process.into());
    town.act("anna", stream, "role.grant", json!({"holder": {"team": "officers"}, "role": "public_partner"}));
    let invite = town.item(process, "invite");
    let claim = json!({"item": invite, "kind": "management", "text": "I planned it."});
    town.act("carla", stream, "contribution.claim", claim.clone());
    let claimed_at = town.now();
    let second = town.act("carla", stream, "contribution.claim", claim);
    let id = serde_json::to_value(&second.events).unwrap()[0]["data"]["contribution"].clone();
    town.act("carla", stream, "contribution.withdraw", json!({"contribution": id}));
    let found = rows(&town.engine, Table::Contributions, town.now());
    let carla = town.engine.person(&host("carla")).unwrap().unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["status"], "claimed");
    assert_eq!(
        (&found[0]["person_id"], &found[0]["stakeholder_kind"]),
        (&json!(carla), &json!("public_administration"))
    );
    assert_eq!((&found[0]["organisation_id"], &found[0]["item"]), (&Value::Null, &json!(invite)));
    assert_eq!((&found[0]["kind"], &found[0]["decided"]), (&json!("management"), &Value::Null));
    assert!(found[0]["claimed"].as_i64().unwrap() <= claimed_at.as_millis());
    assert_eq!((&found[1]["status"], &found[1]["contribution"]), (&json!("withdrawn"), &id));
    assert!(found[1]["decided"].as_i64() > found[1]["claimed"].as_i64());

    town.consent("dora", "city", told, "news");
    town.consent("elena", "city", told, "news");
    let given = town.now();
    town.act("elena", None, "consent.withdraw", json!({"organisation": "city", "purpose": "news"}));
    let state = |at| {
        let past = TableOptions { past: true, ..options(at) };
        let found = rows_with(&town.engine, Table::Consents, &past);
        let of = |person: &str| {
            let person = town.engine.person(&host(person)).unwrap().unwrap();
            let row = found.iter().find(|row| row["person_id"] == json!(person)).unwrap();
            assert_eq!((&row["organisation_id"], &row["purpose"]), (&json!(city), &json!("news")));
            (row["state"].clone(), row["allowed"].clone(), row["reason"].clone())
        };
        (found.len(), of("dora"), of("elena"))
    };
    let yes = (json!("given"), json!(true), json!("reason.consent"));
    assert_eq!(state(given), (2, yes.clone(), yes.clone()));
    let no = (json!("withdrawn"), json!(false), json!("reason.no_consent"));
    assert_eq!(state(town.now()), (2, yes, no));
}

#[test]
fn small_groups_are_named_and_not_counted() {
    let town = Town::new();
    let process = town.city_with("officers", "public_administration", &["carla", "dario"], "officer");
    let stream = Some(process.into());
    let invite = town.item(process, "invite");
    let claim = json!({"item": invite, "kind": "management", "text": "I planned it."});
    for person in ["carla", "carla", "dario"] {
        town.act(person, stream, "contribution.claim", claim.clone());
    }
    town.wait_minutes(40 * 24 * 60);
    town.act("carla", stream, "contribution.claim", claim);
    let found = rows(&town.engine, Table::Participation, town.now());
    let row = |nth: usize| ["people", "contributions", "processes"].map(|name| found[nth][name].clone());
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|row| row["stakeholder_kind"] == "public_administration"));
    // 1 March and 1 April 2026, in days since 1970.
    assert_eq!([&found[0]["month"], &found[1]["month"]], [&json!(20_513), &json!(20_544)]);
    assert_eq!(row(0), [json!(2), json!(3), json!(1)]);
    assert_eq!(row(1), [Value::Null, Value::Null, Value::Null]);
}

#[test]
fn who_took_a_claim_back_did_not_take_part() {
    let town = Town::new();
    let process =
        town.city_with("officers", "public_administration", &["carla", "dario", "elena"], "officer");
    let stream = Some(process.into());
    let claim = json!({"item": town.item(process, "invite"), "kind": "management", "text": "I planned it."});
    let claims = ["carla", "dario", "elena"].map(|person| {
        let made = town.act(person, stream, "contribution.claim", claim.clone());
        serde_json::to_value(&made.events).unwrap()[0]["data"]["contribution"].clone()
    });
    let people = || rows(&town.engine, Table::Participation, town.now())[0]["people"].clone();
    assert_eq!(people(), 3);
    let [first, second, _] = claims;
    town.act("carla", stream, "contribution.withdraw", json!({"contribution": first}));
    assert_eq!(people(), 2);
    town.act(
        "anna",
        stream,
        "contribution.return",
        json!({"contribution": second, "reason": "It was not you."}),
    );
    assert_eq!(people(), Value::Null);
}

fn erase(town: &Town, who: &str) {
    let person = town.engine.person(&host(who)).unwrap().unwrap();
    town.act(who, Some(StreamId::Person(person)), "person.erase", json!({}));
}

#[test]
fn consents_by_month_are_what_was_so_at_the_end_of_each() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let told = town.publish_notice("anna", city, &notice(1));
    let withdraw = json!({"organisation": "city", "purpose": "news"});
    for person in ["dora", "elena", "fabio", "gino"] {
        town.consent(person, "city", told, "news");
    }
    town.wait_minutes(40 * 24 * 60);
    town.act("dora", None, "consent.withdraw", withdraw.clone());
    town.act("elena", None, "consent.withdraw", withdraw);
    erase(&town, "fabio");
    town.wait_minutes(70 * 24 * 60);
    let found = rows(&town.engine, Table::ConsentsByMonth, town.now());
    let row = |row: &BTreeMap<String, Value>| {
        assert_eq!(row["purpose"], "news");
        (row["month"].as_i64().unwrap(), row["state"].as_str().unwrap().to_owned(), row["people"].as_i64())
    };
    let found: Vec<_> = found.iter().map(row).collect();
    // March to June 2026, in days since 1970; a group of one is not counted, and an erased person is not included.
    let [march, april, may, june] = [20_513, 20_544, 20_574, 20_605];
    let given = |month, people| (month, "given".to_owned(), people);
    let withdrawn = |month| (month, "withdrawn".to_owned(), Some(2));
    let later = [april, may, june].into_iter().flat_map(|month| [given(month, None), withdrawn(month)]);
    let expected: Vec<_> = std::iter::once(given(march, Some(4))).chain(later).collect();
    assert_eq!(found, expected);
    // As of an earlier moment the last month ends there.
    let march = "2026-03-20T00:00:00.000Z".parse().unwrap();
    assert_eq!(rows(&town.engine, Table::ConsentsByMonth, march).len(), 1);
    assert!(
        rows(&town.engine, Table::ConsentsByMonth, "2026-02-20T00:00:00.000Z".parse().unwrap()).is_empty()
    );
}

#[test]
fn who_people_are_is_told_to_one_who_administers_what_they_take_part_in() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let club = town.found("bruno", "club", "nonprofit_organisation");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    town.team("bruno", club, "friends", "nonprofit_organisation", &["dario"]);
    let told = town.publish_notice("anna", city, &notice(1));
    town.consent("elena", "city", told, "news");
    let process = town.process("anna", Some("city"), Shipped::GPlusG, None);
    let grant = json!({"holder": {"team": "friends"}, "role": "civic_partner"});
    town.act("anna", Some(process.into()), "role.grant", grant);
    let asking = |asks: Option<&str>| -> BTreeSet<String> {
        let asked_by = asks.map(|asks| town.engine.person(&host(asks)).unwrap().unwrap());
        let options = TableOptions { asked_by, ..options(town.now()) };
        let found = rows_with(&town.engine, Table::People, &options);
        let known = found.iter().map(|row| {
            let host_id = row["host_id"].as_str().unwrap();
            assert_eq!(json!(town.engine.person(&host(host_id)).unwrap()), row["person_id"]);
            host_id.to_owned()
        });
        known.collect()
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(asking(Some("anna")), names(&["anna", "carla", "dario", "elena"]));
    assert_eq!(asking(Some("bruno")), names(&["bruno", "dario"]));
    for nobody in [Some("carla"), Some("dario"), Some("elena"), None] {
        assert_eq!(asking(nobody), names(&[]), "{nobody:?}");
    }
    let asked_by = town.engine.person(&host("anna")).unwrap();
    let of_one = TableOptions { asked_by, process: Some(process), ..options(town.now()) };
    assert_eq!(
        rows_with(&town.engine, Table::People, &of_one).len(),
        2,
        "anna, and dario through the friends"
    );
    erase(&town, "elena");
    assert_eq!(asking(Some("anna")), names(&["anna", "carla", "dario"]));
    // Administrators are those as of the moment.
    let stream = Some(city.into());
    town.act("anna", stream, "administrator.appoint", json!({"person": "carla"}));
    let between = town.now();
    town.act("anna", stream, "administrator.dismiss", json!({"person": "carla"}));
    let at = |at: Timestamp| {
        let asked_by = town.engine.person(&host("carla")).unwrap();
        rows_with(&town.engine, Table::People, &TableOptions { asked_by, ..options(at) }).len()
    };
    let before = "1990-01-01T00:00:00.000Z".parse().unwrap();
    // Anna was one in between, and is not one now.
    assert_eq!([at(before), at(between), at(town.now())], [0, 0, 0]);
    town.act("anna", stream, "administrator.appoint", json!({"person": "carla"}));
    assert_eq!([at(before), at(town.now())], [0, 2]);
    // A role that has ended gives no access, even for a moment in its period.
    let process = town.process("bruno", None, Shipped::C2c, None);
    let until = town.now().plus_days(1);
    let grant = json!({"holder": {"person": "gino"}, "role": "organiser", "until": until});
    town.act("bruno", Some(process.into()), "role.grant", grant);
    let of_gino = |at: Timestamp| {
        let asked_by = town.engine.person(&host("gino")).unwrap();
        rows_with(&town.engine, Table::People, &TableOptions { asked_by, ..options(at) }).len()
    };
    let during = town.now();
    assert_eq!(of_gino(during), 2);
    town.wait_minutes(2 * 24 * 60);
    town.act("bruno", Some(process.into()), "item.add", json!({"kind": "phase", "name": {"en": "Later"}}));
    assert_eq!([of_gino(during), of_gino(town.now())], [0, 0]);
}

#[test]
fn a_table_of_one_process_is_the_part_of_it_that_the_whole_has() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let [one, _other] = [0, 1].map(|_| town.process("anna", Some("city"), Shipped::C2g, Some(template)));
    for table in [Table::Processes, Table::Items, Table::Permissions, Table::Contributions] {
        let all = rows(&town.engine, table, town.now());
        let part = TableOptions { process: Some(one), ..options(town.now()) };
        let mine: Vec<_> = all.iter().filter(|row| row["process"] == json!(one)).cloned().collect();
        assert_eq!(rows_with(&town.engine, table, &part), mine);
        assert!(table == Table::Contributions || mine.len() * 2 == all.len() && !mine.is_empty());
        let unknown = TableOptions { process: Some(ProcessId::from_bytes([9; 16])), ..part };
        let refused = table.read(&town.engine, &unknown, &mut |_, _| true).unwrap_err();
        assert_eq!(refused.code(), Code::StreamUnknown);
    }
}

#[test]
fn who_does_not_want_to_wait_gets_nothing() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    town.process("anna", Some("city"), Shipped::C2g, None);
    for table in Table::ALL {
        assert_eq!(Table::named(table.as_str()), Some(table));
        let stopped = table.read(&town.engine, &options(town.now()), &mut |_, _| false).unwrap();
        assert_eq!(stopped, None, "{}", table.as_str());
    }
    assert_eq!(Table::named("names"), None);
}
