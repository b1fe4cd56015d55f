//! Tables as of a moment show the state of that time; statuses over time are those of each moment; events come in
//! pieces.
#![cfg(test)]

use std::collections::BTreeMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_ipc::reader::StreamReader;
use interlink::governance::Shipped;
use interlink::journal::{MemoryStore, Position};
use interlink::kernel::{AsOf, Engine};
use interlink::problem::Code;
use interlink::types::{ProcessId, Timestamp};
use interlink_tables::{Table, TableOptions};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::world::{Step, World};
use testkit::{Town, small_template};

/// The tables of a state.
const STANDING: [Table; 14] = [
    Table::Processes,
    Table::Items,
    Table::Statuses,
    Table::Permissions,
    Table::Contributions,
    Table::Organisations,
    Table::Teams,
    Table::Memberships,
    Table::Grants,
    Table::Assets,
    Table::Assignments,
    Table::Documents,
    Table::Interlinkers,
    Table::Consents,
];

fn options(at: Timestamp, past: bool) -> TableOptions {
    TableOptions {
        at,
        past,
        after: Position(0),
        at_most: u64::MAX,
        language: "en".parse().unwrap(),
        smallest_group: 2,
        process: None,
        asked_by: None,
    }
}

fn batches(engine: &Engine, table: Table, options: &TableOptions) -> Vec<RecordBatch> {
    let stream = table.read(engine, options, &mut |_, _| true).unwrap().unwrap();
    let reader = StreamReader::try_new(std::io::Cursor::new(stream), None).unwrap();
    reader.map(Result::unwrap).collect()
}

/// Rows as texts, whatever their columns contain.
fn rows(engine: &Engine, table: Table, options: &TableOptions) -> Vec<BTreeMap<String, Value>> {
    let mut rows = Vec::new();
    for batch in batches(engine, table, options) {
        let schema = batch.schema();
        for row in 0..batch.num_rows() {
            let cells = schema.fields().iter().zip(batch.columns());
            rows.push(cells.map(|(field, column)| (field.name().clone(), cell(column, row))).collect());
        }
    }
    rows
}

fn cell(column: &dyn Array, row: usize) -> Value {
    use arrow_schema::DataType as T;
    if column.is_null(row) {
        return Value::Null;
    }
    match column.data_type() {
        T::Utf8 => json!(column.as_string::<i32>().value(row)),
        T::LargeUtf8 => json!(column.as_string::<i64>().value(row)),
        T::Int64 => json!(column.as_primitive::<Int64Type>().value(row)),
        T::Boolean => json!(column.as_boolean().value(row)),
        T::UInt8 => json!(column.as_primitive::<arrow_array::types::UInt8Type>().value(row)),
        T::Date32 => json!(column.as_primitive::<arrow_array::types::Date32Type>().value(row)),
        T::Timestamp(..) => {
            json!(column.as_primitive::<arrow_array::types::TimestampMillisecondType>().value(row))
        }
        T::FixedSizeBinary(_) => json!(column.as_fixed_size_binary().value(row)),
        T::Dictionary(..) => {
            let words = column.as_dictionary::<Int32Type>();
            json!(words.values().as_string::<i32>().value(words.key(row).unwrap()))
        }
        T::List(_) => {
            let list = column.as_list::<i32>().value(row);
            (0..list.len()).map(|nth| cell(&*list, nth)).collect()
        }
        other => panic!("{other}"),
    }
}

/// Each item of the tree view at a moment: its status, and whether something holds it back.
fn standing(world: &World, at: Timestamp) -> BTreeMap<String, (Value, bool)> {
    fn walk(item: &Value, into: &mut BTreeMap<String, (Value, bool)>) {
        let free = item["blocked"] == false && item["enabled"] == true;
        into.insert(item["item"].as_str().unwrap().into(), (item["status"].clone(), free));
        item.get("children")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .for_each(|part| walk(part, into));
    }
    let tree = world.town.engine.tree(world.process, None, AsOf::Time(at)).unwrap();
    let tree = serde_json::to_value(tree).unwrap();
    let mut found = BTreeMap::new();
    tree["phases"].as_array().unwrap().iter().for_each(|phase| walk(phase, &mut found));
    found
}

/// At every moment at which something was recorded, an item has one status: the one of the tree at that time.
fn statuses_are_those_of_each_moment(world: &World, moments: &[Timestamp]) {
    let all = rows(&world.town.engine, Table::Statuses, &options(world.town.now(), false));
    for at in moments {
        let (seen, millis) = (standing(world, *at), at.as_millis());
        let then: Vec<_> = all
            .iter()
            .filter(|row| row["since"].as_i64().unwrap() <= millis)
            .filter(|row| row["ended"].as_i64().is_none_or(|ended| millis < ended))
            .collect();
        assert_eq!(then.len(), seen.len());
        for row in then {
            let (status, free) = &seen[row["item"].as_str().unwrap()];
            assert_eq!(row["status"], *status);
            // An item free from some moment to the end of a status was free at each moment between.
            assert!(row["free_since"].as_i64().is_none_or(|since| millis < since) || *free);
        }
    }
    for (before, after) in all.iter().zip(all.iter().skip(1)) {
        assert!(before["ended"].is_null() || before["ended"] == after["since"]);
        assert_eq!(before["ended"].is_null(), before["item"] != after["item"]);
        assert!(before["item"] != after["item"] || before["status"] != after["status"]);
    }
}

/// Pieces, put together, are the whole; each begins after where the last one ended.
fn pieces_are_the_whole(engine: &Engine, at: Timestamp, size: u64) {
    let whole = rows(engine, Table::Events, &options(at, false));
    let (mut pieces, mut after) = (Vec::new(), Position(0));
    loop {
        let piece = rows(engine, Table::Events, &TableOptions { after, at_most: size, ..options(at, false) });
        let Some(last) = piece.last() else { break };
        assert!(piece.len() as u64 <= size);
        after = Position(last["store_position"].as_u64().unwrap());
        pieces.extend(piece);
    }
    assert_eq!(pieces, whole);
    for from in [0, whole.len() / 2, whole.len()] {
        let after = from.checked_sub(1).map_or(0, |last| whole[last]["store_position"].as_u64().unwrap());
        let rest = TableOptions { after: Position(after), ..options(at, false) };
        assert_eq!(rows(engine, Table::Events, &rest), whole[from..]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn as_of_a_moment_tables_say_what_they_said_then(
        model in proptest::sample::select(Shipped::ALL.to_vec()),
        steps in proptest::collection::vec(any::<Step>(), 1..40),
        size in 1_u64..40,
    ) {
        let world = World::new(Box::new(MemoryStore::new()), model, true);
        let engine = &world.town.engine;
        let mut said = Vec::new();
        for step in steps {
            engine.execute(&world.command(step)).ok();
            let at = world.town.now();
            said.push((at, STANDING.map(|table| rows(engine, table, &options(at, false)))));
            world.town.wait_minutes(1);
        }
        for (at, then) in &said {
            for (table, then) in STANDING.into_iter().zip(then) {
                prop_assert_eq!(&rows(engine, table, &options(*at, true)), then, "{}", table.as_str());
            }
        }
        let moments: Vec<_> = said.iter().map(|(at, _)| *at).collect();
        statuses_are_those_of_each_moment(&world, &moments);
        pieces_are_the_whole(engine, world.town.now(), size);
    }
}

#[test]
fn what_had_not_begun_has_no_rows_and_what_never_was_is_refused() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let before = town.now();
    town.wait_minutes(1);
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    for table in [Table::Processes, Table::Items, Table::Statuses, Table::Grants, Table::Assignments] {
        assert_eq!(rows(&town.engine, table, &options(before, true)), []);
        let of_it = TableOptions { process: Some(process), ..options(before, true) };
        assert_eq!(rows(&town.engine, table, &of_it), []);
        let unknown = TableOptions { process: Some(ProcessId::from_bytes([9; 16])), ..of_it };
        let refused = table.read(&town.engine, &unknown, &mut |_, _| true).unwrap_err();
        assert_eq!(refused.code(), Code::StreamUnknown);
    }
    assert_eq!(rows(&town.engine, Table::Organisations, &options(before, true)).len(), 1);
}

#[test]
fn a_task_that_was_reopened_has_a_row_for_each_status_it_had() {
    let town = Town::new();
    town.found("anna", "city", "public_administration");
    let template = town.template(&small_template());
    let process = town.process("anna", Some("city"), Shipped::C2g, Some(template));
    let item = town.item(process, "invite");
    let mut at = vec![town.now()];
    for act in ["task.start", "task.complete", "task.reopen", "task.complete"] {
        town.wait_minutes(5);
        town.act("anna", Some(process.into()), act, json!({"item": item}));
        at.push(town.now());
    }
    let found = rows(&town.engine, Table::Statuses, &options(town.now(), false));
    let of_it: Vec<_> = found.iter().filter(|row| row["item"] == json!(item)).collect();
    let statuses: Vec<_> = of_it.iter().map(|row| row["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["awaiting", "in_progress", "finished", "in_progress", "finished"]);
    assert!(
        of_it.iter().skip(1).zip(&at[1..]).all(|(row, at)| row["since"].as_i64().unwrap() <= at.as_millis())
    );
    assert_eq!(of_it[4]["ended"], Value::Null);
}
