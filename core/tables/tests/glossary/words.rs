//! The words of the schemas and of the tables, with their types.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use interlink_tables::Table;
use serde_json::{Map, Value};

/// A type as the glossary writes it, in the order in which it does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Type {
    folded: String,
    is_list: bool,
    name: String,
}

impl Type {
    fn new(name: &str, is_list: bool) -> Self {
        Self { folded: name.to_lowercase(), is_list, name: name.to_owned() }
    }

    fn cell(&self) -> String {
        let name = match self.name.as_str() {
            ANY => "any".to_owned(),
            BY_TYPE => "by `type`".to_owned(),
            name => format!("`{name}`"),
        };
        if self.is_list { format!("list of {name}") } else { name }
    }
}

/// What may hold anything.
const ANY: &str = "any";
/// The content of a command or event: which it is, the field `type` beside it says.
const BY_TYPE: &str = "type";

/// What a word is.
#[derive(Debug, Default)]
pub(crate) struct Types {
    /// Of the field.
    fields: BTreeSet<Type>,
    /// Of those that it is a value of.
    values: BTreeSet<Type>,
    is_column: bool,
    is_table: bool,
}

impl Types {
    /// As the glossary has it.
    pub(crate) fn cell(&self) -> String {
        let list = |types: &BTreeSet<Type>| types.iter().map(Type::cell).collect::<Vec<_>>().join(", ");
        let mut parts = Vec::new();
        if !self.fields.is_empty() {
            parts.push(list(&self.fields));
        }
        if !self.values.is_empty() {
            parts.push(format!("value of {}", list(&self.values)));
        }
        parts.extend(self.is_column.then(|| "column".to_owned()));
        parts.extend(self.is_table.then(|| "table".to_owned()));
        if parts.is_empty() {
            parts.push("block of codes".to_owned());
        }
        parts.join("; ")
    }

    /// The names of its types, each once.
    pub(crate) fn names(&self) -> BTreeSet<String> {
        let named = self.fields.iter().chain(&self.values).map(|of| of.name.clone());
        named.filter(|name| name != ANY).collect()
    }

    fn note(&mut self, of: Type) {
        self.fields.insert(of);
    }

    /// A schema says twice what `stream` is, once without a type; only the one with a type counts.
    fn settle(&mut self) {
        if self.fields.len() > 1 {
            self.fields.retain(|of| of.name != ANY);
        }
    }
}

#[derive(Debug, Default)]
pub(crate) struct Words {
    words: BTreeMap<String, Types>,
    /// The names of all types.
    pub(crate) definitions: BTreeSet<String>,
    /// Those that are a text or a number, or a text in languages.
    pub(crate) simple: BTreeSet<String>,
    /// Schemas whose words are others'.
    pub(crate) foreign: BTreeSet<String>,
}

impl Words {
    /// Of all schemas in a folder but those files and definitions that are named.
    pub(crate) fn read(folder: &Path, foreign: &BTreeSet<String>) -> Self {
        let mut words = Self::default();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let file = path.file_stem().unwrap().to_str().unwrap();
            let schema: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let title = schema["title"].as_str().unwrap();
            let is_foreign = foreign.contains(file);
            words.definition(file, title, &schema, is_foreign);
            for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
                words.define(name, definition);
                let origin = if is_foreign { file } else { name };
                words.definition(origin, name, definition, is_foreign || foreign.contains(name));
            }
        }
        for table in Table::ALL {
            words.word(table.as_str()).is_table = true;
            for column in table.schema().fields() {
                words.word(column.name()).is_column = true;
            }
        }
        words.words.values_mut().for_each(Types::settle);
        words
    }

    pub(crate) fn all(&self) -> BTreeSet<String> {
        self.words.keys().cloned().collect()
    }

    /// What the schemas say of a word; nothing of one that is only a block of codes.
    pub(crate) fn types_of(&self, word: &str) -> &Types {
        static NOTHING: Types =
            Types { fields: BTreeSet::new(), values: BTreeSet::new(), is_column: false, is_table: false };
        self.words.get(word).unwrap_or(&NOTHING)
    }

    /// The values of a type.
    pub(crate) fn values_of(&self, of: &str) -> BTreeSet<String> {
        let is_value = |types: &Types| types.values.iter().any(|other| other.name == of);
        self.words.iter().filter(|(_, types)| is_value(types)).map(|(word, _)| word.clone()).collect()
    }

    /// The names of requests.
    pub(crate) fn requests(&self) -> BTreeSet<String> {
        let is_request = |types: &Types| types.fields.iter().any(|of| of.name.ends_with("Request"));
        self.words.iter().filter(|(_, types)| is_request(types)).map(|(word, _)| word.clone()).collect()
    }

    /// Fields that hold the number of an event and call it a version.
    pub(crate) fn seqs_called_version(&self) -> Vec<String> {
        let is_seq = |types: &Types| types.fields.iter().any(|of| of.name == "Seq");
        let called = |word: &str| word.split('_').any(|part| part == "version");
        self.words
            .iter()
            .filter(|(word, types)| called(word) && is_seq(types))
            .map(|(w, _)| w.clone())
            .collect()
    }

    fn word(&mut self, word: &str) -> &mut Types {
        self.words.entry(word.to_owned()).or_default()
    }

    fn define(&mut self, name: &str, schema: &Value) {
        self.definitions.insert(name.to_owned());
        let is_text = matches!(schema["type"].as_str(), Some("string" | "integer"));
        let is_closed = schema.get("enum").is_some() || schema.get("const").is_some();
        if name == "Localized" || (is_text && !is_closed) {
            self.simple.insert(name.to_owned());
        }
    }

    fn definition(&mut self, origin: &str, owner: &str, schema: &Value, is_foreign: bool) {
        let mut found = Words::default();
        let Value::Object(members) = schema else { return };
        found.walk(members, owner);
        if is_foreign {
            if !found.words.is_empty() {
                self.foreign.insert(origin.to_owned());
            }
            return;
        }
        for (word, types) in found.words {
            let own = self.word(&word);
            own.fields.extend(types.fields);
            own.values.extend(types.values);
        }
    }

    fn walk(&mut self, schema: &Map<String, Value>, owner: &str) {
        for (keyword, content) in schema {
            match (keyword.as_str(), content) {
                ("properties", Value::Object(properties)) => self.properties(properties, owner),
                ("const", value) => self.value(value, owner),
                ("enum", Value::Array(values)) => values.iter().for_each(|value| self.value(value, owner)),
                // What is defined is walked by its own name; the others hold no schema.
                ("$defs" | "examples" | "default" | "required", _) => {}
                (_, Value::Object(inner)) => self.walk(inner, owner),
                (_, Value::Array(inner)) => {
                    inner.iter().filter_map(Value::as_object).for_each(|inner| self.walk(inner, owner));
                }
                (_, Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {}
            }
        }
    }

    fn properties(&mut self, properties: &Map<String, Value>, owner: &str) {
        let is_tagged = properties.get("type").is_some_and(|of| of.get("const").is_some());
        for (name, property) in properties {
            let of = if name == "data" && is_tagged { Type::new(BY_TYPE, false) } else { type_of(property) };
            self.word(name).note(of);
            if let Value::Object(inner) = property {
                self.walk(inner, owner);
            }
        }
    }

    /// A value that is a word; a number is none.
    fn value(&mut self, value: &Value, owner: &str) {
        if let Value::String(word) = value {
            self.word(word).values.insert(Type::new(owner, false));
        }
    }
}

/// The type of a field, whether it may be absent or not.
fn type_of(schema: &Value) -> Type {
    if let Some(reference) = schema["$ref"].as_str() {
        return Type::new(reference.rsplit('/').next().unwrap(), false);
    }
    if let Some(value) = schema.get("const").or_else(|| schema["enum"].get(0)) {
        return Type::new(if value.is_string() { "string" } else { "integer" }, false);
    }
    if let Some(several) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
        let some: Vec<&Value> = several.iter().filter(|one| one["type"] != "null").collect();
        let [one] = some[..] else { panic!("a field of several types has no name: {schema}") };
        return type_of(one);
    }
    let name = match &schema["type"] {
        Value::Array(several) => several.iter().filter_map(Value::as_str).find(|name| *name != "null"),
        one => one.as_str(),
    };
    match name {
        Some("array") => {
            let of = type_of(&schema["items"]);
            assert!(!of.is_list, "lists of lists have no name: {schema}");
            Type::new(&of.name, true)
        }
        Some(name) => Type::new(name, false),
        None => Type::new(ANY, false),
    }
}
