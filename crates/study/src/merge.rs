//! Joining two records. The rules are in the [crate documentation](crate#merging).

use std::cmp::Ordering;

use crate::json::{Json, Object};
use crate::shape::{Kind, Merges, PLACE, RECORD, Shape};

/// How two values of the same place are joined.
#[derive(Clone, Copy)]
enum Rule {
    /// By content alone.
    Content,
    /// Each name by itself, as an entry of this shape.
    Entries(&'static Shape),
    /// One entry of this shape.
    Entry(&'static Shape),
    /// The root of the record.
    Root,
    /// Two sorted lists without repeats: the union.
    Union,
}

impl Rule {
    /// The rule for one name inside a value of this rule.
    fn within(self, name: &str) -> Self {
        let shape = match self {
            Self::Content | Self::Union => return Self::Content,
            Self::Entries(shape) => return Self::Entry(shape),
            Self::Root if name == "place" => return Self::Entry(&PLACE),
            Self::Root if name == "kept" => return Self::Union,
            Self::Root => &RECORD,
            Self::Entry(shape) => shape,
        };
        match shape.field(name).map(|field| field.kind) {
            Some(Kind::Entries(inner)) => Self::Entries(inner),
            _ => Self::Content,
        }
    }
}

/// Joins two roots in normal form.
pub(crate) fn roots(a: Object, b: Object) -> Object {
    objects(Rule::Root, a, b)
}

/// The union of two sorted lists without repeats.
pub(crate) fn union(a: Vec<Json>, b: Vec<Json>) -> Vec<Json> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let mut a = a.into_iter().peekable();
    let mut b = b.into_iter().peekable();
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        match left.order(right) {
            Ordering::Less => out.extend(a.next()),
            Ordering::Greater => out.extend(b.next()),
            Ordering::Equal => {
                out.extend(a.next());
                b.next();
            }
        }
    }
    out.extend(a);
    out.extend(b);
    out
}

fn values(rule: Rule, a: Json, b: Json) -> Json {
    match (rule, a, b) {
        (Rule::Union, Json::List(a), Json::List(b)) => Json::List(union(a, b)),
        (_, Json::Object(a), Json::Object(b)) => Json::Object(objects(rule, a, b)),
        (_, a, b) => {
            if a.order(&b).is_lt() {
                b
            } else {
                a
            }
        }
    }
}

/// Joins name by name. Of an entry, the newer side alone gives the fields that go together.
fn objects(rule: Rule, a: Object, b: Object) -> Object {
    let together = match rule {
        Rule::Entry(shape) => Some((shape, newer(shape, &a, &b))),
        _ => None,
    };
    // Whether the field of this name is taken from the newer side only, and if so from which.
    let side = |name: &str| {
        let (shape, order) = together?;
        (shape.field(name)?.merges == Merges::Latest).then_some(order)
    };
    let mut out = Vec::with_capacity(a.len().max(b.len()));
    let mut a = a.into_entries().into_iter().peekable();
    let mut b = b.into_entries().into_iter().peekable();
    loop {
        let order = match (a.peek(), b.peek()) {
            (Some(left), Some(right)) => left.0.cmp(&right.0),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        let left = if order.is_le() { a.next() } else { None };
        let right = if order.is_ge() { b.next() } else { None };
        match (left, right) {
            (Some(left), Some(right)) => match side(&left.0) {
                None => out.push((
                    left.0.clone(),
                    values(rule.within(&left.0), left.1, right.1),
                )),
                Some(Ordering::Less) => out.push(right),
                Some(_) => out.push(left),
            },
            (Some(left), None) => {
                if side(&left.0) != Some(Ordering::Less) {
                    out.push(left);
                }
            }
            (None, Some(right)) => {
                if side(&right.0) != Some(Ordering::Greater) {
                    out.push(right);
                }
            }
            (None, None) => break,
        }
    }
    Object::from_sorted(out)
}

/// Compares the fields that go together, in the order in which the shape lists them; a field that
/// is not there comes first.
pub(crate) fn newer(shape: &Shape, a: &Object, b: &Object) -> Ordering {
    for field in shape.fields {
        if field.merges == Merges::Latest {
            let order = match (a.get(field.name), b.get(field.name)) {
                (Some(a), Some(b)) => a.order(b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            };
            if order.is_ne() {
                return order;
            }
        }
    }
    Ordering::Equal
}
