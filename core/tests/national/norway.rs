//! Norway: the roles, access packages and legal forms of Altinn. Properties 7 and 8: what somebody has by a role equals what
//! SQL finds in the same rows.
//!
//! A role also has the packages of the roles that it brings. Altinn joins that table once where it says who has access, and
//! not at all where it says who may delegate, so both are tried: the rows of a role alone, and those of the roles that it
//! brings as well. What Altinn asks beyond these rows (whether a package can be assigned at all, main units, key roles) is
//! not in them.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use interlink::mandate::{MandateKind, PowerRight};
use interlink::types::{DocumentId, MandateId};
use rusqlite::{Connection, params_from_iter};
use serde_json::{Value, json};

use super::{Hall, attested, read};

/// The legal forms with rows of their own, after the rows that are for every form.
const FORMS: [&str; 4] = ["", "BRL", "ESEK", "NUF"];

/// The columns of rights, and the right that each becomes.
const RIGHTS: [(&str, &str, PowerRight); 3] = [
    ("has_access", "exercise", PowerRight::Exercise),
    ("can_assign", "assign", PowerRight::Assign),
    ("can_delegate", "pass_on", PowerRight::PassOn),
];

/// The roles whose packages a role has: itself alone, those that it brings in one step, those in any number of steps.
const ALONE: &str = "SELECT key, key FROM roles";
const ONE_STEP: &str = "SELECT key, key FROM roles UNION SELECT has_role, get_role FROM role_maps";
const ANY_STEPS: &str = "SELECT key, key FROM roles
    UNION SELECT brings.role, get_role FROM brings JOIN role_maps ON has_role = brought";

type Row = BTreeMap<String, String>;

/// The three rights in each package (by its URN) of each role.
type Cells = BTreeMap<(String, String), [bool; 3]>;

fn table(name: &str) -> Vec<Row> {
    let text = read(&format!("altinn/{name}.tsv"));
    let mut rows = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(text.as_bytes());
    rows.deserialize().map(Result::unwrap).collect()
}

/// The rows in a database of their own, from which the expected answers come.
fn database() -> Connection {
    let database = Connection::open_in_memory().unwrap();
    for name in ["packages", "role-maps", "role-packages", "roles"] {
        let (rows, table) = (table(name), name.replace('-', "_"));
        let columns: Vec<&str> = rows[0].keys().map(String::as_str).collect();
        let places = vec!["?"; columns.len()].join(", ");
        database.execute_batch(&format!("CREATE TABLE {table} ({})", columns.join(", "))).unwrap();
        let mut insert = database.prepare(&format!("INSERT INTO {table} VALUES ({places})")).unwrap();
        for row in rows {
            insert.execute(params_from_iter(row.values())).unwrap();
        }
    }
    database.execute_batch("CREATE INDEX by_cell ON role_packages (role, package)").unwrap();
    database
}

fn expected(database: &Connection, brings: &str, form: &str) -> Cells {
    let query = format!(
        "WITH RECURSIVE brings(role, brought) AS ({brings})
         SELECT r.key, p.urn, max(x.has_access = '1'), max(x.can_assign = '1'), max(x.can_delegate = '1')
         FROM roles r CROSS JOIN packages p JOIN brings b ON b.role = r.key
         LEFT JOIN role_packages x ON x.role = b.brought AND x.package = p.key AND x.entity_variant IN ('', ?1)
         GROUP BY r.key, p.urn"
    );
    let mut query = database.prepare(&query).unwrap();
    let cells = query.query_map([form], |row| {
        let right = |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<bool>>(column)?.unwrap_or(false));
        Ok(((row.get(0)?, row.get(1)?), [right(2)?, right(3)?, right(4)?]))
    });
    cells.unwrap().map(Result::unwrap).collect()
}

/// The roles as kinds of mandates, without the database.
struct Altinn {
    roles: Vec<Row>,
    packages: BTreeMap<String, Row>,
    role_packages: Vec<Row>,
    role_maps: BTreeSet<(String, String)>,
}

impl Altinn {
    fn read() -> Self {
        let packages = table("packages").into_iter().map(|row| (row["key"].clone(), row));
        let maps = table("role-maps").into_iter();
        Self {
            roles: table("roles"),
            packages: packages.collect(),
            role_packages: table("role-packages"),
            role_maps: maps.map(|row| (row["has_role"].clone(), row["get_role"].clone())).collect(),
        }
    }

    /// Without the roles that roles bring.
    fn alone() -> Self {
        Self { role_maps: BTreeSet::new(), ..Self::read() }
    }

    /// The rights in each package by a role in companies of a form; `None` if the form changes nothing for this role.
    fn powers(&self, role: &str, form: &str) -> Option<BTreeMap<&str, BTreeSet<&str>>> {
        let counts = |row: &&Row| {
            let brought = (role.to_owned(), row["role"].clone());
            let is_in_role = row["role"] == role || self.role_maps.contains(&brought);
            is_in_role && ["", form].contains(&&*row["entity_variant"])
        };
        let rows: Vec<&Row> = self.role_packages.iter().filter(counts).collect();
        let mut powers = BTreeMap::<&str, BTreeSet<&str>>::new();
        for row in &rows {
            let given = RIGHTS.iter().filter(|(column, ..)| row[*column] == "1");
            powers.entry(&row["package"]).or_default().extend(given.map(|(_, right, _)| *right));
        }
        rows.iter().any(|row| row["entity_variant"] == form).then_some(powers)
    }

    /// The kind for a role in companies of a form.
    fn kind(&self, role: &Row, form: &str) -> Option<Value> {
        let powers = self.powers(&role["key"], form)?;
        let is_passed_on = powers.values().any(|rights| rights.contains("pass_on"));
        let power = |(package, rights): (&str, BTreeSet<&str>)| {
            let package = &self.packages[package];
            (package["urn"].clone(), json!({"name": {"en": package["name_en"]}, "power_rights": rights}))
        };
        let powers: serde_json::Map<String, Value> = powers.into_iter().map(power).collect();
        let code = format!("{}{}{form}", role["urn"], if form.is_empty() { "" } else { ":" });
        let mut kind = json!({
            "document": "mandate_kind", "kind_code": code, "version": 1, "name": {"en": role["name_en"]},
            "acceptance": "none", "end_rule": "optional", "time_zone": "Europe/Oslo", "powers": powers,
            "principal_forms": ["organisation"], "holder_forms": ["organisation", "person"],
            "mandate_sources": ["register"],
        });
        if is_passed_on {
            kind["may_pass_on"] = json!({"party_itself": true});
            kind["pass_on"] = json!({"depth": 1, "organisation_holders": "optional", "person_holders": "optional",
                "to": ["organisation", "person"]});
        }
        Some(kind)
    }

    /// All kinds, by role and form.
    fn kinds(&self) -> BTreeMap<(&str, &'static str), Value> {
        let all = self.roles.iter().flat_map(|role| FORMS.map(|form| (role, form)));
        all.filter_map(|(role, form)| Some(((&*role["key"], form), self.kind(role, form)?))).collect()
    }
}

/// A company of each form, with one person for each role.
struct Register {
    hall: Hall,
    kinds: BTreeMap<(String, &'static str), (DocumentId, bool)>,
    mandates: BTreeMap<(String, &'static str), MandateId>,
    roles: Vec<String>,
}

fn company(form: &str) -> String {
    format!("company {form}")
}

impl Register {
    fn of(altinn: &Altinn) -> Self {
        let hall = Hall::at("2026-03-02T09:00:00.000Z");
        let kinds = altinn.kinds().into_iter().map(|((role, form), kind)| {
            ((role.to_owned(), form), (hall.kind(&kind), !kind["pass_on"].is_null()))
        });
        let (kinds, mandates) = (kinds.collect(), BTreeMap::new());
        let roles = altinn.roles.iter().map(|role| role["key"].clone()).collect();
        let mut register = Self { hall, kinds, mandates, roles };
        for form in FORMS {
            register.hall.company(&company(form), "founder");
            for role in register.roles.clone() {
                if let Some(mandate) = register.give(&role, form, &role) {
                    register.mandates.insert((role, form), mandate);
                }
            }
        }
        register
    }

    /// Gives somebody a role in the company of a form: by the kind of the form, or else by that of every form. A role
    /// without any package is no kind, since nothing could be done by it.
    fn give(&self, role: &str, form: &'static str, holder: &str) -> Option<MandateId> {
        let of = |form| self.kinds.get(&(role.to_owned(), form));
        let (kind, may_pass_on) = *of(form).or_else(|| of(""))?;
        let more = json!({"mandate_source": "register", "may_pass_on": may_pass_on});
        Some(self.hall.register(kind, (&company(form), holder), &more))
    }

    /// What the library answers for a company: one question, with all roles, packages and rights in its answer.
    fn answers(&self, form: &str) -> (Cells, Duration) {
        let begun = Instant::now();
        let view = self.hall.mandates(&company(form));
        let asked = begun.elapsed();
        let mut cells = Cells::new();
        for mandate in view.mandates_granted {
            let role = mandate.mandate_holder.host_id.unwrap().to_string();
            for power in mandate.powers {
                let rights = RIGHTS.map(|(.., right)| power.power_rights.contains(&right));
                cells.insert((role.clone(), power.power.to_string()), rights);
            }
        }
        (cells, asked)
    }
}

/// Time limits are for what is shipped; a build for tests is slower, and other tests run beside it.
fn within(what: &str, took: Duration, limit: Duration) {
    println!("{what}: {took:?}");
    assert!(cfg!(debug_assertions) || took <= limit, "{what} took {took:?}");
}

/// Compares all 33,004 cells of each form. Returns how many rights there are, and the longest time that an answer took.
fn compare(register: &Register, brings: &str) -> (usize, Duration) {
    let (database, mut rights_given, mut took) = (database(), 0, Duration::ZERO);
    for form in FORMS {
        let expected = expected(&database, brings, form);
        assert_eq!(expected.len(), 148 * 223);
        let (answers, asked) = register.answers(form);
        took = took.max(asked);
        for (cell, rights) in &expected {
            let answer = answers.get(cell).copied().unwrap_or_default();
            assert_eq!(answer, *rights, "{cell:?} in a company of the form “{form}”");
        }
        // Nobody has anything that is not in the table.
        assert!(answers.keys().all(|cell| expected.contains_key(cell)));
        rights_given += answers.values().flatten().filter(|has| **has).count();
    }
    assert_eq!((register.kinds.len(), register.mandates.len()), (60, 223));
    (rights_given, took)
}

fn cell(role: &str, package: &str) -> (String, String) {
    (role.to_owned(), format!("urn:altinn:accesspackage:{package}"))
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn the_rights_by_every_role_in_every_package_are_those_of_the_rows() {
    let register = Register::of(&Altinn::read());
    let (rights_given, took) = compare(&register, ONE_STEP);
    // The worked cell of property 8.
    assert_eq!(register.answers("").0[&cell("ManagingDirector", "klientadministrator")], [true, false, true]);
    assert_eq!(rights_given, 10_019);
    within("all rights in a company", took, Duration::from_millis(5));
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn the_rights_by_every_role_alone_are_those_of_its_own_rows() {
    let register = Register::of(&Altinn::alone());
    let (rights_given, _) = compare(&register, ALONE);
    // Property 7: the main administrator may delegate what they may not use. By the roles that it brings they may.
    let worked = cell("MainAdministrator", "klientadministrator");
    assert_eq!(register.answers("").0[&worked], [false, false, true]);
    assert_eq!(expected(&database(), ONE_STEP, "")[&worked], [true, false, true]);
    assert_eq!(rights_given, 9_483);
}

// What is not of the company's form does not count, and what is of it adds to what is for every form.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn a_row_of_a_legal_form_counts_in_companies_of_that_form_only() {
    let (register, database) = (Register::of(&Altinn::read()), database());
    let forms = "SELECT DISTINCT entity_variant FROM role_packages ORDER BY 1";
    let mut forms = database.prepare(forms).unwrap();
    let forms = forms.query_map([], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(forms.map(Result::unwrap).collect::<Vec<_>>(), FORMS);
    let (rows, packages) = (table("role-packages"), Altinn::read().packages);
    let gives = |row: &&Row| !row["entity_variant"].is_empty() && row["has_access"] == "1";
    let of_forms: Vec<&Row> = rows.iter().filter(gives).collect();
    for (row, form) in of_forms.iter().flat_map(|row| FORMS.map(|form| (row, form))) {
        let is_same = |other: &&Row| ["role", "package"].iter().all(|column| other[*column] == row[*column]);
        let counts = of_forms.iter().copied().filter(is_same).any(|other| other["entity_variant"] == form);
        let package = &packages[&row["package"]]["urn"];
        assert_eq!(register.hall.may(&row["role"], &company(form), package), counts, "{row:?} {form}");
    }
    assert_eq!(of_forms.len(), 13);
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn more_steps_between_roles_would_add_nothing() {
    let database = database();
    for form in FORMS {
        assert_eq!(expected(&database, ONE_STEP, form), expected(&database, ANY_STEPS, form), "{form}");
    }
    // There is a second step for one role only, and the roles that it adds have nothing which the role has not already.
    let second = "SELECT DISTINCT a.has_role FROM role_maps a JOIN role_maps b ON b.has_role = a.get_role
        WHERE NOT EXISTS (SELECT 1 FROM role_maps c WHERE c.has_role = a.has_role AND c.get_role = b.get_role)";
    assert_eq!(database.query_one(second, [], |row| row.get::<_, String>(0)).unwrap(), "MainAdministrator");
}

// The rights are not only shown: who asks to act, to pass on or to assign gets the same answers.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn who_asks_for_one_cell_gets_the_same_answer() {
    let (register, database) = (Register::of(&Altinn::read()), database());
    let hall = &register.hall;
    for form in ["", "NUF"] {
        let cells = expected(&database, ONE_STEP, form);
        for ((role, package), [has_access, ..]) in cells.iter().step_by(5) {
            assert_eq!(hall.may(role, &company(form), package), *has_access, "{role} {package} {form}");
        }
    }
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn who_may_delegate_a_package_passes_it_on_and_nobody_else_does() {
    let (register, database) = (Register::of(&Altinn::alone()), database());
    let (hall, mut passed) = (&register.hall, [0, 0]);
    for ((role, package), [has_access, _, can_delegate]) in
        expected(&database, ALONE, "NUF").iter().step_by(29)
    {
        let Some(parent) = register.mandates.get(&(role.clone(), "NUF")) else {
            assert!(!can_delegate && !has_access, "{role} {package}");
            continue;
        };
        let heir = format!("heir of {role} in {package}");
        let data = json!({"parent_id": parent, "mandate_holder": {"person": heir}, "powers": [package]});
        let done = hall.town.try_do(role, None, "mandate.pass_on", data);
        assert_eq!(done.is_ok(), *can_delegate, "{role} {package}");
        if done.is_ok() {
            // Also if whoever passes it on may not use it themselves.
            assert!(hall.may(&heir, &company("NUF"), package), "{role} {package}");
            passed[usize::from(*has_access)] += 1;
        }
    }
    assert!(passed.iter().all(|count| *count > 0), "{passed:?}");
}

// An organisation in a role lets its people use what it may assign; whether it has access itself does not matter.
#[test]
#[ignore = "needs ../shared/data/mandates"]
fn an_organisation_in_a_role_assigns_what_the_role_may_assign() {
    let (register, database) = (Register::of(&Altinn::read()), database());
    let hall = &register.hall;
    let cells = expected(&database, ONE_STEP, "NUF");
    let packages: BTreeSet<&str> = cells.keys().map(|(_, package)| &**package).collect();
    let own = json!({"mandate_sources": ["grant"], "may_grant": {"party_itself": true}});
    let own = hall.kind(&attested("NO:own-people", &packages.into_iter().collect::<Vec<_>>(), &own));
    let mut assigned = Vec::new();
    for role in
        ["BusinessManager", "ContactPersonNUF", "ManagingDirector", "NorwegianRepresentativeForeignEntity"]
    {
        let (office, clerk) = (format!("office of {role}"), format!("clerk of {role}"));
        hall.company(&office, "head");
        register.give(role, "NUF", &office).unwrap();
        hall.grant("head", own, (&office, &clerk));
        for ((_, package), [_, can_assign, _]) in cells.iter().filter(|((of, _), _)| of == role) {
            assert_eq!(hall.may(&clerk, &company("NUF"), package), *can_assign, "{role} {package}");
            assigned.extend(can_assign.then_some((role, package)));
        }
    }
    assert_eq!(assigned.len(), 4, "{assigned:?}");
}

#[test]
#[ignore = "needs ../shared/data/mandates"]
fn all_kinds_are_read_in_no_time() {
    let written: Vec<String> = Altinn::read().kinds().values().map(Value::to_string).collect();
    let begun = Instant::now();
    let kinds: Vec<MandateKind> =
        written.iter().map(|kind| MandateKind::parse(kind.as_bytes()).unwrap()).collect();
    within("sixty kinds read", begun.elapsed(), Duration::from_millis(50));
    assert_eq!(kinds.iter().map(MandateKind::id).collect::<BTreeSet<_>>().len(), 60);
}
