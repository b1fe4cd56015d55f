//! The shapes for languages in which every object has a type with a name.

use std::collections::BTreeSet;

use crate::shape::{Border, Member, Named, Shape, capital};

/// A shape in which no object stands but under its own name.
#[derive(Debug)]
pub(crate) struct One {
    pub(crate) named: Named,
    /// The object whose members it has beside its own.
    pub(crate) base: Option<String>,
}

/// Every shape after those that were inside it.
#[derive(Debug)]
pub(crate) struct Lifted {
    pub(crate) all: Vec<One>,
}

impl Lifted {
    pub(crate) fn of(border: &Border) -> Self {
        let taken = border.named.iter().map(|named| named.name.clone()).collect();
        let mut lift = Lift { border, taken, all: Vec::new() };
        for named in &border.named {
            lift.named(named);
        }
        let names: BTreeSet<&str> = lift.all.iter().map(|one| one.named.name.as_str()).collect();
        assert!(names.len() == lift.all.len(), "two shapes have one name");
        Self { all: lift.all }
    }

    pub(crate) fn find(&self, name: &str) -> &Named {
        &self.all.iter().find(|one| one.named.name == name).unwrap().named
    }
}

struct Lift<'a> {
    border: &'a Border,
    /// The names that shapes have of themselves.
    taken: BTreeSet<String>,
    all: Vec<One>,
}

impl Lift<'_> {
    fn named(&mut self, named: &Named) {
        let shape = match &named.shape {
            Shape::Object(members) => self.members(members, &named.name),
            Shape::Both(parts) => self.tagged(parts, &named.name),
            Shape::Either(all) => self.either(all, &named.cases, &named.name),
            shape => self.inside(shape, &named.name),
        };
        self.all.push(One { named: Named { shape, ..named.clone() }, base: None });
    }

    fn members(&mut self, members: &[Member], owner: &str) -> Shape {
        let members = members.iter().map(|member| {
            let name = format!("{owner}{}", camel(&member.name));
            Member { shape: self.inside(&member.shape, &name), ..member.clone() }
        });
        Shape::Object(members.collect())
    }

    /// What stands inside another; an object there is called by this name from now on.
    fn inside(&mut self, shape: &Shape, name: &str) -> Shape {
        match shape {
            Shape::Object(members) => {
                let shape = self.members(members, name);
                self.lift(name, String::new(), shape, None)
            }
            Shape::List(of) => Shape::List(Box::new(self.inside(of, name))),
            Shape::Table(of) => Shape::Table(Box::new(self.inside(of, name))),
            Shape::Either(all) => self.either(all, &[], name),
            Shape::Both(_) => panic!("{name} has no name of its own"),
            plain => plain.clone(),
        }
    }

    fn lift(&mut self, name: &str, says: String, shape: Shape, base: Option<String>) -> Shape {
        let named = Named { name: name.to_owned(), says, shape, words: Vec::new(), cases: Vec::new() };
        self.all.push(One { named, base });
        Shape::Named(name.to_owned())
    }

    /// Each object among several is called by the member that the fewest others have.
    fn either(&mut self, all: &[Shape], cases: &[String], owner: &str) -> Shape {
        let mut ends = all.iter().filter_map(|shape| telling(shape, all)).map(|member| camel(&member.name));
        let clash = ends.any(|end| self.taken.contains(&format!("{owner}{end}")));
        let between = if clash { "With" } else { "" };
        let mut named: Vec<Shape> = Vec::new();
        for (nth, shape) in all.iter().enumerate() {
            // Some say nothing of their own.
            let says = cases.get(nth).filter(|says| cases.len() == all.len() && !says.is_empty()).cloned();
            let says = says.unwrap_or_else(|| format!("A kind of `{owner}`."));
            let shape = match (shape, telling(shape, all)) {
                (Shape::Object(members), Some(member)) => {
                    let name = format!("{owner}{between}{}", camel(&member.name));
                    let shape = match members.as_slice() {
                        [only] => {
                            let shape = self.inside(&only.shape, &format!("{name}Data"));
                            Shape::Object(vec![Member { shape, ..only.clone() }])
                        }
                        members => self.members(members, &name),
                    };
                    self.lift(&name, says, shape, None)
                }
                _ => self.inside(shape, owner),
            };
            if !named.contains(&shape) {
                named.push(shape);
            }
        }
        Shape::Either(named)
    }

    /// What all have, and data of one type or another.
    fn tagged(&mut self, parts: &[Shape], owner: &str) -> Shape {
        let [Shape::Object(common), Shape::Either(all)] = parts else { panic!("{owner} has no tag") };
        let base = format!("{owner}Envelope");
        let mut common = common.clone();
        // Which streams each type takes is said where the types are told apart; here the envelope has them all.
        if let Some(stream) = all.iter().find_map(stream_in) {
            let shape = Shape::Named("StreamId".into());
            common.push(Member { optional: true, shape, ..stream.clone() });
            common.sort_by(|one, other| one.name.cmp(&other.name));
        }
        let common = self.members(&common, &base);
        self.lift(&base, format!("What every `{owner}` has beside its data."), common, None);
        let all = all.iter().map(|shape| {
            let Shape::Object(members) = shape else { panic!("{shape:?} has no data in {owner}") };
            let members: Vec<Member> = members.iter().filter(|member| !is_stream(member)).cloned().collect();
            let data = members.iter().find_map(|member| match &member.shape {
                Shape::Named(data) => Some(data.clone()),
                _ => None,
            });
            let data = self.border.named.iter().find(|named| Some(&named.name) == data.as_ref()).unwrap();
            self.lift(
                &format!("{}{owner}", data.name),
                data.says.clone(),
                Shape::Object(members),
                Some(base.clone()),
            )
        });
        Shape::Either(all.collect())
    }
}

fn is_stream(member: &Member) -> bool {
    matches!(member.shape, Shape::Stream(_) | Shape::Never)
}

fn stream_in(shape: &Shape) -> Option<&Member> {
    match shape {
        Shape::Object(members) => members.iter().find(|member| is_stream(member)),
        _ => None,
    }
}

/// The member by which an object is told from the others.
fn telling<'a>(shape: &'a Shape, all: &[Shape]) -> Option<&'a Member> {
    match shape {
        Shape::Object(members) => members.iter().min_by_key(|one| having(all, &one.name)),
        _ => None,
    }
}

/// How many have such a member.
fn having(all: &[Shape], name: &str) -> usize {
    let has = |shape: &&Shape| match shape {
        Shape::Object(members) => members.iter().any(|member| member.name == name),
        _ => false,
    };
    all.iter().filter(has).count()
}

fn camel(name: &str) -> String {
    name.split('_').map(capital).collect()
}
