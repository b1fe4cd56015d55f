//! Tables of organisations, teams, memberships, grants, assignments and documents agree with the views.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type, Int64Type, TimestampMillisecondType};
use arrow_array::{Array, RecordBatch};
use arrow_ipc::reader::StreamReader;

use interlink::governance::Shipped;
use interlink::interop::interlink::shipped;
use interlink::journal::{MemoryStore, Position, StreamId};
use interlink::kernel::{AsOf, Command, Engine};
use interlink::types::Timestamp;
use interlink_tables::{Table, TableOptions};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::world::{Step, World};
use testkit::{Controller, Town, giving, host, notice, small_template, with};

type Row = BTreeMap<String, Value>;

fn rows(engine: &Engine, table: Table, at: Timestamp) -> Vec<Row> {
    let options = TableOptions {
        at,
        past: false,
        after: Position(0),
        at_most: u64::MAX,
        language: "en".parse().unwrap(),
        smallest_group: 5,
        process: None,
        asked_by: None,
    };
    let stream = table.read(engine, &options, &mut |_, _| true).unwrap().unwrap();
    let reader = StreamReader::try_new(std::io::Cursor::new(stream), None).unwrap();
    reader.flat_map(|batch| values(&batch.unwrap())).collect()
}

fn values(batch: &RecordBatch) -> Vec<Row> {
    use arrow_schema::DataType as T;
    let value = |column: &dyn Array, row: usize| match column.data_type() {
        _ if column.is_null(row) => Value::Null,
        T::Utf8 => json!(column.as_string::<i32>().value(row)),
        T::Int64 => json!(column.as_primitive::<Int64Type>().value(row)),
        T::Boolean => json!(column.as_boolean().value(row)),
        T::Date32 => {
            let days = i64::from(column.as_primitive::<Date32Type>().value(row));
            json!(Timestamp::from_millis(days * 86_400_000).unwrap().date())
        }
        T::Timestamp(..) => {
            let millis = column.as_primitive::<TimestampMillisecondType>().value(row);
            json!(Timestamp::from_millis(millis).unwrap())
        }
        T::Dictionary(..) => {
            let words = column.as_dictionary::<Int32Type>();
            json!(words.values().as_string::<i32>().value(words.key(row).unwrap()))
        }
        T::List(_) => {
            let list = column.as_list::<i32>().value(row);
            let words = list.as_dictionary::<Int32Type>();
            let texts = words.values().as_string::<i32>();
            (0..list.len()).map(|nth| json!(texts.value(words.key(nth).unwrap()))).collect()
        }
        other => panic!("{other}"),
    };
    let schema = batch.schema();
    let row = |row| {
        let cells = schema.fields().iter().zip(batch.columns());
        cells.map(|(field, column)| (field.name().clone(), value(column, row))).collect()
    };
    (0..batch.num_rows()).map(row).collect()
}

/// A view as JSON.
fn asked(engine: &Engine, request: &Value) -> Value {
    let answer: Value = serde_json::from_str(&engine.request(request.to_string().as_bytes())).unwrap();
    assert!(answer.get("ok").is_some(), "{answer}");
    answer["ok"].clone()
}

fn field(value: &Value, name: &str) -> Value {
    value.get(name).cloned().unwrap_or(Value::Null)
}

/// One row, as texts, of what both a table and a view contain.
fn line(cells: &[Value]) -> String {
    json!(cells).to_string()
}

fn of_rows(rows: &[Row], columns: &[&str]) -> BTreeSet<String> {
    rows.iter().map(|row| line(&columns.iter().map(|name| row[*name].clone()).collect::<Vec<_>>())).collect()
}

/// Each membership in a view of an organisation.
fn belonging(view: &Value) -> BTreeSet<String> {
    let span = |team: &Value, acting_for: &str, member: &Value| {
        let window = &member["window"];
        let [from, until] = ["from", "until"].map(|name| field(window, name));
        line(&[
            team.clone(),
            json!(acting_for),
            member["person"]["person_id"].clone(),
            from,
            until,
            field(member, "ended"),
        ])
    };
    let members =
        view["members"].as_array().unwrap().iter().map(|member| span(&Value::Null, "member", member));
    let teams = view["teams"].as_array().unwrap().iter();
    let in_teams = teams.flat_map(|team| {
        team["members"].as_array().unwrap().iter().map(|member| span(&team["team_id"], "team_member", member))
    });
    members.chain(in_teams).collect()
}

fn parties_are_those_of_the_views(engine: &Engine, at: Timestamp) {
    let organisations = rows(engine, Table::Organisations, at);
    let (teams, memberships) = (rows(engine, Table::Teams, at), rows(engine, Table::Memberships, at));
    for organisation in &organisations {
        let id = organisation["organisation_id"].clone();
        let view = asked(engine, &json!({"organisation": {"organisation_id": id}}));
        assert_eq!(organisation["kind"], view["kind"]);
        assert_eq!(organisation["team_creation"], view["team_creation"]);
        assert_eq!(organisation["verified"].is_null(), view.get("verified").is_none());
        assert_eq!(organisation["administrators"], json!(view["administrators"].as_array().unwrap().len()));
        assert_eq!(organisation["teams"], json!(view["teams"].as_array().unwrap().len()));
        let of = |rows: &[Row]| {
            rows.iter().filter(|row| row["organisation_id"] == id).cloned().collect::<Vec<_>>()
        };
        let (teams, mine) = (of(&teams), of(&memberships));
        let seen = view["teams"].as_array().unwrap();
        let seen = seen.iter().map(|team| {
            line(&[team["team_id"].clone(), team["kind"].clone(), team["led_by"]["person_id"].clone()])
        });
        assert_eq!(of_rows(&teams, &["team_id", "kind", "led_by"]), seen.collect());
        let (administrators, others): (Vec<_>, Vec<_>) =
            mine.into_iter().partition(|row| row["membership"] == "administrator");
        let columns = ["team_id", "membership", "person_id", "valid_from", "valid_until", "ended"];
        assert_eq!(of_rows(&others, &columns), belonging(&view));
        let standing = administrators.into_iter().filter(|row| row["ended"].is_null()).collect::<Vec<_>>();
        let seen =
            view["administrators"].as_array().unwrap().iter().map(|name| line(&[name["person_id"].clone()]));
        assert_eq!(of_rows(&standing, &["person_id"]), seen.collect());
        let now: BTreeSet<_> = others
            .iter()
            .filter(|row| row["holds"] == true && row["team_id"].is_null())
            .map(|row| row["person_id"].to_string())
            .collect();
        assert_eq!(organisation["members"], json!(now.len()));
    }
}

/// The holder of a grant, in the form of the table and of the view.
fn holder(name: &Value) -> [Value; 2] {
    ["person_id", "team_id"].map(|kind| field(name, kind))
}

fn grants_are_those_of_the_views(world: &World, at: Timestamp) {
    let engine = &world.town.engine;
    let found = rows(engine, Table::Grants, at);
    let view = asked(engine, &json!({"rules": {"process": world.process, "language": "en", "at": at}}));
    let seen = |kind: &str, list: &str, id: &str| -> Vec<String> {
        let all = view[list].as_array().unwrap().iter();
        all.map(|grant| {
            let [person, team] = holder(&grant["holder"]);
            let window = &grant["window"];
            let cells =
                [grant[id].clone(), json!(kind), field(grant, "item"), person, team, field(grant, "role")];
            let times = [
                field(window, "from"),
                field(window, "until"),
                field(grant, "ended"),
                grant["holds"].clone(),
            ];
            line(&[&cells[..], &times].concat())
        })
        .collect()
    };
    let all = seen("grant", "grants", "grant").into_iter().chain(seen(
        "restriction",
        "restrictions",
        "restriction",
    ));
    let columns = [
        "grant_id",
        "kind",
        "item",
        "person_id",
        "team_id",
        "role_key",
        "valid_from",
        "valid_until",
        "ended",
        "holds",
    ];
    assert_eq!(of_rows(&found, &columns), all.collect());
    for row in &found {
        assert_eq!(row["permissions"] == json!([]), row["kind"] == "grant");
        assert_eq!(row["process"], json!(world.process));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_tables_of_parties_say_it(
        model in proptest::sample::select(Shipped::ALL.to_vec()),
        steps in proptest::collection::vec(any::<Step>(), 0..60),
    ) {
        let world = World::new(Box::new(MemoryStore::new()), model, true);
        for step in steps {
            let command: Command = world.command(step);
            world.town.engine.execute(&command).ok();
        }
        let at = world.town.now();
        parties_are_those_of_the_views(&world.town.engine, at);
        grants_are_those_of_the_views(&world, at);
    }
}

#[test]
fn who_left_stays_on_record_and_a_moment_between_is_told() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let stream = Some(city.into());
    town.act("anna", stream, "member.add", json!({"person": "bruno"}));
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let between = town.now();
    town.act("anna", stream, "member.remove", json!({"person": "bruno"}));
    let members = |at| rows(&town.engine, Table::Organisations, at)[0]["members"].clone();
    let before = members(between);
    assert_eq!(before.as_u64().unwrap(), members(town.now()).as_u64().unwrap() + 1);
    let bruno = json!(town.engine.person(&host("bruno")).unwrap().unwrap());
    let of_bruno: Vec<_> = rows(&town.engine, Table::Memberships, between)
        .into_iter()
        .filter(|row| row["person_id"] == bruno && row["membership"] == "member")
        .collect();
    assert_eq!(of_bruno.len(), 1);
    assert!(!of_bruno[0]["ended"].is_null() && of_bruno[0]["holds"] == true);
    parties_are_those_of_the_views(&town.engine, town.now());
}

#[test]
fn assignments_and_documents_are_those_of_the_record() {
    let town = Town::new();
    let city = town.found("anna", "city", "public_administration");
    let first = town.publish_notice("anna", city, &notice(1));
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let invite = town.item(process, "invite");
    town.team("anna", city, "officers", "public_administration", &["carla"]);
    let asked = json!({"item": invite, "holder": {"team": "officers"}, "text": "Please call."});
    let made = town.act("anna", Some(process.into()), "assignment.make", asked);
    let made = serde_json::to_value(&made.events).unwrap()[0]["data"]["assignment"].clone();
    let found = rows(&town.engine, Table::Assignments, town.now());
    assert_eq!(found.len(), 1);
    assert_eq!([&found[0]["assignment"], &found[0]["item"]], [&made, &json!(invite)]);
    assert!(
        found[0]["person_id"].is_null() && !found[0]["team_id"].is_null() && found[0]["withdrawn"].is_null()
    );
    town.act("anna", Some(process.into()), "assignment.withdraw", json!({"assignment": made}));
    assert!(!rows(&town.engine, Table::Assignments, town.now())[0]["withdrawn"].is_null());

    town.act(
        "anna",
        Some(process.into()),
        "process.publish",
        json!({"licence": "CC-BY-4.0", "story": {"title": {"en": "A garden"}, "results": {"en": "Beans."}}}),
    );
    let second = town.publish_notice("anna", city, &notice(2));
    let tree = serde_json::to_value(town.engine.tree(process, None, AsOf::Now).unwrap()).unwrap();
    let found = rows(&town.engine, Table::Documents, town.now());
    let of = |kind: &str| found.iter().filter(|row| row["kind"] == kind).cloned().collect::<Vec<_>>();
    assert_eq!(of("governance_model")[0]["document"], tree["governance"]);
    assert_eq!(of("template")[0]["document"], json!(template));
    assert_eq!(of("publication").len(), 1);
    let notices = of("notice");
    assert_eq!([&notices[0]["document"], &notices[1]["document"]], [&json!(first), &json!(second)]);
    assert_eq!(notices[0]["valid_until"], notices[1]["valid_from"]);
    assert!(notices.iter().all(|row| row["organisation_id"] == json!(city) && row["process"].is_null()));
    assert!(found.iter().all(|row| row["name"].as_str().is_some_and(|name| !name.is_empty())));
}

/// How often each interlinker was used, a row per process and month; the months add up to the view's number.
#[test]
fn the_table_of_interlinkers_counts_what_was_made_from_them_by_month() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let mut made = BTreeMap::new();
    for month in 0..3 {
        let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
        let stream = StreamId::from(process);
        let catalogue = town.engine.add_catalogue(&shipped()).unwrap().catalogue;
        town.act("anna", stream, "catalogue.adopt", json!({ "catalogue": catalogue }));
        for _ in 0..=month {
            let content = json!({"link": {"uri": "https://city.example/a"}});
            let add = json!({"content": content, "interlinker": "our-agreement", "item": town.item(process, "invite"), "title": {"en": "A"}});
            town.act("anna", stream, "asset.add", add);
        }
        let this: String = town.now().to_string().chars().take("2026-03".len()).collect();
        let first = format!("{this}-01");
        made.insert((process.to_string(), first), month + 1);
        town.wait_minutes(31 * 24 * 60);
    }
    let rows = rows(&town.engine, Table::Interlinkers, town.now());
    let counted: BTreeMap<(String, String), i64> = rows
        .iter()
        .map(|row| {
            assert_eq!(row["interlinker"], "our-agreement");
            let text = |name: &str| row[name].as_str().unwrap().to_owned();
            ((text("process"), text("month")), row["assets"].as_i64().unwrap())
        })
        .collect();
    assert_eq!(counted, made);
}

/// A team has the time it was closed, and a consent brought over has the time it was given.
#[test]
fn what_was_closed_or_brought_over_says_when() {
    let city = Controller::new();
    let town = &city.town;
    town.team("anna", city.id, "green", "public_administration", &["carla"]);
    town.team("anna", city.id, "crew", "public_administration", &["carla"]);
    let closed = town.act("anna", StreamId::from(city.id), "team.close", json!({"team": "green"}));
    let closed = json!(closed.events[0].head.at);
    let mut when: Vec<Value> =
        rows(&town.engine, Table::Teams, town.now()).iter().map(|row| row["closed"].clone()).collect();
    when.sort_by_key(Value::is_null);
    assert_eq!(when, [closed, Value::Null]);
    town.authority("olga", "registry");
    let then = "2025-09-01T10:00:00.000Z";
    let paper = json!({"acting_for": "registry", "evidence": "a".repeat(64), "method": "paper", "said_at": then,
        "data_subject": "dora", "valid": {"until": "2027-09-01T10:00:00.000Z"}});
    town.act("olga", None, "consent.give", with(giving("city", city.notice, "news"), &paper));
    city.give("eva", "news");
    let mut said: Vec<Value> =
        rows(&town.engine, Table::Consents, town.now()).iter().map(|row| row["said_at"].clone()).collect();
    said.sort_by_key(Value::is_null);
    assert_eq!(said, [json!(then), Value::Null]);
}
