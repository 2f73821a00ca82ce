//! Joining two records. The rules are in the [crate documentation](crate#merging).

use std::cmp::Ordering;

use crate::entry;
use crate::json::{Json, Object};
use crate::reviews::Reviews;
use crate::shape::{ANSWER, Kind, Merges, RECORD, Shape, single};

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
    /// Two lists that stand for sets: the union.
    Union,
    /// The reviews of an item.
    Reviews,
}

impl Rule {
    /// The rule for one name inside a value of this rule.
    fn within(self, name: &str) -> Self {
        let shape = match self {
            Self::Content | Self::Union | Self::Reviews => return Self::Content,
            Self::Entries(shape) => return Self::Entry(shape),
            Self::Root if name == "kept" => return Self::Union,
            Self::Root => match single(name) {
                Some(shape) => return Self::Entry(shape),
                None => &RECORD,
            },
            Self::Entry(shape) => shape,
        };
        match shape.field(name).map(|field| field.kind) {
            Some(Kind::Entries(inner)) => Self::Entries(inner),
            Some(Kind::Reviews) => Self::Reviews,
            _ => Self::Content,
        }
    }
}

/// Joins two roots in normal form.
pub(crate) fn roots(a: &Object, b: &Object) -> Object {
    objects(Rule::Root, a, b)
}

/// Joins two values that both fit the same place.
pub(crate) fn at_place(place: &[&str], a: &Json, b: &Json) -> Json {
    let mut rule = Rule::Root;
    for name in place {
        rule = rule.within(name);
    }
    values(rule, a, b)
}

/// The union of two lists, sorted, without repeats. Both are short.
pub(crate) fn union(mut a: Vec<Json>, b: Vec<Json>) -> Vec<Json> {
    a.extend(b);
    a.sort_unstable_by(Json::order);
    a.dedup();
    a
}

fn values(rule: Rule, a: &Json, b: &Json) -> Json {
    match (rule, a, b) {
        // The long way would come to the same.
        _ if a == b => a.clone(),
        (Rule::Reviews, Json::Text(left), Json::Text(right)) => {
            match (Reviews::parse(left), Reviews::parse(right)) {
                (Some(left), Some(right)) => Json::Text(left.join(&right).write()),
                _ => values(Rule::Content, a, b),
            }
        }
        (Rule::Entry(shape), Json::Text(_), _) | (Rule::Entry(shape), _, Json::Text(_))
            if std::ptr::eq(shape, &ANSWER) =>
        {
            entry::close(objects(rule, &entry::open(a), &entry::open(b)))
        }
        (Rule::Union, Json::List(a), Json::List(b)) => Json::List(union(a.clone(), b.clone())),
        (_, Json::Object(a), Json::Object(b)) => Json::Object(objects(rule, a, b)),
        _ if a.order(b).is_lt() => b.clone(),
        _ => a.clone(),
    }
}

/// Joins name by name. Of an entry, the newer side alone gives the fields that go together.
fn objects(rule: Rule, a: &Object, b: &Object) -> Object {
    let together = match rule {
        Rule::Entry(shape) => Some((shape, newer(shape, a, b))),
        _ => None,
    };
    // For a field that goes together with others: how the left side's age compares.
    let side = |name: &str| {
        let (shape, order) = together?;
        (shape.field(name)?.merges == Merges::Latest).then_some(order)
    };
    let (mut a, mut b) = (a.entries(), b.entries());
    let mut out = Vec::with_capacity(a.len().max(b.len()));
    loop {
        let order = match (a, b) {
            ([left, ..], [right, ..]) => left.0.cmp(&right.0),
            ([_, ..], []) => Ordering::Less,
            ([], [_, ..]) => Ordering::Greater,
            ([], []) => return Object::from_sorted(out),
        };
        let mut left = None;
        let mut right = None;
        if order.is_le() {
            left = a.split_off_first();
        }
        if order.is_ge() {
            right = b.split_off_first();
        }
        let Some((name, _)) = left.or(right) else {
            continue;
        };
        let value = match (side(name), left, right) {
            (None, Some(left), Some(right)) => Some(values(rule.within(name), &left.1, &right.1)),
            (None, one, other) => one.or(other).map(|entry| entry.1.clone()),
            (Some(Ordering::Less), _, right) => right.map(|entry| entry.1.clone()),
            (Some(_), left, _) => left.map(|entry| entry.1.clone()),
        };
        if let Some(value) = value {
            out.push((name.clone(), value));
        }
    }
}

/// Compares two values of the same shape, as [`newer`] does.
pub(crate) fn newer_value(shape: &Shape, a: &Json, b: &Json) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    newer(shape, &entry::open(a), &entry::open(b))
}

/// Compares the fields that go together, in the order in which the shape lists them; a field that
/// is not there comes first.
pub(crate) fn newer(shape: &Shape, a: &Object, b: &Object) -> Ordering {
    for field in shape.fields {
        let reviews = matches!(field.kind, Kind::Reviews);
        if reviews || field.merges == Merges::Latest {
            let order = match (a.get(field.name), b.get(field.name)) {
                (Some(a), Some(b)) if reviews => entry::newer(a, b),
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
