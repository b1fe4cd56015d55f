//! What the schemas say, without what only JSON Schema needs: a list of named shapes.

use std::collections::{BTreeMap, BTreeSet};

use interlink::schema::Described;
use serde_json::{Map, Value};

/// What a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A text.
    Text,
    /// An id that the library gives: one kind of it is no other.
    Id(String),
    /// The name of a stream of one of these kinds.
    Stream(Vec<String>),
    /// Nothing may stand here.
    Never,
    /// One of these words, or one that a later version knows.
    Open(Vec<String>),
    /// A whole number.
    Number,
    /// Yes or no.
    Bool,
    /// Nothing.
    Null,
    /// Anything.
    Any,
    /// Exactly this.
    Literal(Value),
    /// What has that name.
    Named(String),
    /// A list of such.
    List(Box<Self>),
    /// An object with such members, under any name.
    Table(Box<Self>),
    /// An object with these members.
    Object(Vec<Member>),
    /// One of these.
    Either(Vec<Self>),
    /// All of these at once.
    Both(Vec<Self>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) says: String,
    pub(crate) optional: bool,
    pub(crate) shape: Shape,
}

/// A shape with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) says: String,
    pub(crate) shape: Shape,
    /// What each of several names says, where it is one of them.
    pub(crate) words: Vec<(String, String)>,
    /// What each of several shapes says, where it is one of them.
    pub(crate) cases: Vec<String>,
}

/// Everything that crosses the border.
#[derive(Debug)]
pub(crate) struct Border {
    pub(crate) named: Vec<Named>,
    pub(crate) requests: Vec<Request>,
}

/// Something that can be asked for.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) says: String,
    /// What is sent, under the request's name.
    pub(crate) sent: Member,
    /// What it is answered with.
    pub(crate) answer: Shape,
}

/// The schemas of one direction, by name.
type Schemas = BTreeMap<String, Value>;

/// A type that is written otherwise when it comes in is known by this beside its name.
const IN: &str = "Input";

impl Border {
    pub(crate) fn all() -> Self {
        let (mut incoming, mut outgoing) = (Schemas::new(), Schemas::new());
        let mut roots = BTreeMap::new();
        for described in Described::ALL {
            let schemas = if described.comes_in() { &mut incoming } else { &mut outgoing };
            roots.insert(*described, gather(described.schema(), schemas));
        }
        let differ = differ(&incoming, &outgoing);
        let mut named = BTreeMap::new();
        for (schemas, incoming) in [(&incoming, true), (&outgoing, false)] {
            let reader = Reader { differ: &differ, incoming };
            for (name, schema) in schemas {
                let one = reader.named(name, schema);
                named.insert(one.name.clone(), one);
            }
        }
        let reader = Reader { differ: &differ, incoming: true };
        let answer = |request: &str| {
            let answers = Described::answers(request).iter().map(|d| Shape::Named(roots[d].clone()));
            one_of(answers.collect())
        };
        let requests = incoming["Request"]["oneOf"].as_array().unwrap().iter().map(|request| {
            let Shape::Object(mut members) = reader.shape(request) else { panic!("{request} is no request") };
            // The language stands beside every question.
            members.retain(|member| member.name != "language");
            let sent = members.pop().unwrap();
            let answer = answer(&sent.name);
            Request { says: says(request), sent, answer }
        });
        let requests = requests.collect();
        named.remove("Request");
        Self { named: named.into_values().collect(), requests }
    }
}

/// Takes the definitions of a schema out of it; what it is called.
fn gather(mut schema: Value, schemas: &mut Schemas) -> String {
    let members = schema.as_object_mut().unwrap();
    members.remove("$schema");
    if let Some(Value::Object(definitions)) = members.remove("$defs") {
        for (name, definition) in definitions {
            let before = schemas.insert(name.clone(), definition.clone());
            assert!(before.is_none_or(|before| before == definition), "{name} is two things");
        }
    }
    let Some(Value::String(title)) = members.remove("title") else { panic!("a schema without a title") };
    let before = schemas.insert(title.clone(), schema.clone());
    assert!(before.is_none_or(|before| before == schema), "{title} is two things");
    title
}

/// The names that mean one thing coming in and another going out, or are made of such.
fn differ(incoming: &Schemas, outgoing: &Schemas) -> BTreeSet<String> {
    let both = || incoming.keys().filter(|name| outgoing.contains_key(*name));
    let mut differ: BTreeSet<String> =
        both().filter(|name| incoming[*name] != outgoing[*name]).cloned().collect();
    loop {
        let touched = |name: &&String| {
            let text = incoming[*name].to_string();
            differ.iter().any(|other| text.contains(&format!("\"#/$defs/{other}\"")))
        };
        let more: Vec<String> =
            both().filter(|name| !differ.contains(*name)).filter(touched).cloned().collect();
        if more.is_empty() {
            return differ;
        }
        differ.extend(more);
    }
}

struct Reader<'a> {
    differ: &'a BTreeSet<String>,
    incoming: bool,
}

impl Reader<'_> {
    fn name(&self, name: &str) -> String {
        let plain: String = name.split('_').map(capital).collect();
        if self.incoming && self.differ.contains(name) { plain + IN } else { plain }
    }

    fn named(&self, name: &str, schema: &Value) -> Named {
        Named {
            name: self.name(name),
            says: says(schema),
            shape: match self.shape(schema) {
                Shape::Text if is_given(name, schema) => Shape::Id(self.name(name)),
                Shape::Text if name == STREAM => Shape::Stream(kinds(schema)),
                shape => shape,
            },
            words: words(schema).unwrap_or_default(),
            cases: several(schema).into_iter().flatten().map(says).collect(),
        }
    }

    fn shape(&self, schema: &Value) -> Shape {
        let Some(members) = schema.as_object() else {
            return if schema == &Value::Bool(false) { Shape::Never } else { Shape::Any };
        };
        if let Some(Value::String(reference)) = members.get("$ref") {
            let name = reference.rsplit('/').next().unwrap();
            let narrowed = name == STREAM && members.contains_key("pattern");
            return if narrowed { Shape::Stream(kinds(schema)) } else { Shape::Named(self.name(name)) };
        }
        if let Some(literal) = members.get("const") {
            return Shape::Literal(literal.clone());
        }
        let either = several(schema);
        // What is required is so for the object as a whole, where a part of it does not say so itself.
        let part = |one: &Value| {
            let mut one = one.clone();
            if let (Some(part), Some(required)) = (one.as_object_mut(), members.get("required")) {
                part.entry("required").or_insert_with(|| required.clone());
            }
            self.shape(&one)
        };
        let either = either.map(|all| one_of(all.iter().map(part).collect()));
        if let Some(Value::Array(words)) = members.get("enum") {
            return one_of(words.iter().cloned().map(Shape::Literal).collect());
        }
        let object = (members.contains_key("properties")).then(|| self.object(members, either.as_ref()));
        match (object, either) {
            (Some(object), Some(either)) => Shape::Both(vec![object, either]),
            (Some(shape), None) | (None, Some(shape)) => shape,
            (None, None) => self.plain(members),
        }
    }

    /// What is left out on the way out is left out, and never null.
    fn member(&self, schema: &Value, optional: bool) -> Shape {
        match self.shape(schema) {
            Shape::Either(all) if optional && !self.incoming => {
                one_of(all.into_iter().filter(|one| *one != Shape::Null).collect())
            }
            shape => shape,
        }
    }

    fn plain(&self, members: &Map<String, Value>) -> Shape {
        let kinds: Vec<&str> = match members.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return Shape::Any,
        };
        let kind = |kind: &str| match kind {
            "string" => match members.get("examples").and_then(Value::as_array) {
                Some(words) => Shape::Open(words.iter().filter_map(Value::as_str).map(Into::into).collect()),
                None => Shape::Text,
            },
            "integer" | "number" => Shape::Number,
            "boolean" => Shape::Bool,
            "null" => Shape::Null,
            "array" => Shape::List(Box::new(members.get("items").map_or(Shape::Any, |of| self.shape(of)))),
            "object"
                if members.get("additionalProperties") == Some(&Value::Bool(false))
                    && !members.contains_key("patternProperties") =>
            {
                Shape::Object(Vec::new())
            }
            "object" => {
                let patterns = members.get("patternProperties").and_then(Value::as_object);
                let of = patterns.and_then(|patterns| patterns.values().next());
                let of = of.or_else(|| members.get("additionalProperties").filter(|of| of.is_object()));
                Shape::Table(Box::new(of.map_or(Shape::Any, |of| self.shape(of))))
            }
            other => panic!("{other} is no type"),
        };
        one_of(kinds.into_iter().map(kind).collect())
    }

    /// The members of an object, but for those that one of several says more exactly.
    fn object(&self, members: &Map<String, Value>, either: Option<&Shape>) -> Shape {
        let said = |name: &str| {
            match either {
            Some(Shape::Either(all)) => all.iter().any(
                |one| matches!(one, Shape::Object(members) if members.iter().any(|member| member.name == name)),
            ),
            _ => false,
        }
        };
        let required = members.get("required").and_then(Value::as_array);
        let required = |name: &str| required.is_some_and(|all| all.iter().any(|one| one == name));
        let properties = members["properties"].as_object().unwrap();
        let shown = properties.iter().filter(|(name, _)| !said(name));
        let members = shown.map(|(name, schema)| Member {
            name: name.clone(),
            says: says(schema),
            optional: !required(name),
            shape: self.member(schema, !required(name)),
        });
        Shape::Object(members.collect())
    }
}

const STREAM: &str = "StreamId";

/// Whether it is an id that the library gives; those of the host's are whatever the host says.
fn is_given(name: &str, schema: &Value) -> bool {
    let pattern = schema.get("pattern").and_then(Value::as_str);
    name.ends_with("Id") && pattern.is_some_and(|pattern| pattern.starts_with("^[0-9a-f]{"))
}

/// The kinds of streams that a pattern names.
fn kinds(schema: &Value) -> Vec<String> {
    let pattern = schema["pattern"].as_str().unwrap();
    let kinds = pattern.strip_prefix("^(").and_then(|rest| rest.split(')').next());
    kinds.unwrap_or_else(|| panic!("{pattern} names no kinds")).split('|').map(Into::into).collect()
}

fn one_of(shapes: Vec<Shape>) -> Shape {
    let mut flat = Vec::new();
    for shape in shapes {
        match shape {
            Shape::Either(more) => flat.extend(more),
            one => flat.push(one),
        }
    }
    if flat.len() == 1 { flat.remove(0) } else { Shape::Either(flat) }
}

fn says(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The several that it is one of.
fn several(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("oneOf").or_else(|| schema.get("anyOf"))?.as_array()
}

/// What each of several names says.
fn words(schema: &Value) -> Option<Vec<(String, String)>> {
    let all = schema.get("oneOf")?.as_array()?;
    all.iter().map(|one| Some((one.get("const")?.as_str()?.to_owned(), says(one)))).collect()
}

pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
