//! An object whose entries are sorted by name, so that its text is stable.

use std::cmp::Ordering;

use super::Json;

/// Entries sorted by name (bytewise), each name once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Object(Vec<(String, Json)>);

/// An object without entries.
pub(crate) static NOTHING: Object = Object(Vec::new());

impl Object {
    /// Sorts the entries; `None` when a name appears twice.
    pub(crate) fn from_entries(mut entries: Vec<(String, Json)>) -> Option<Self> {
        let rising = |pair: &[(String, Json)]| pair[0].0 < pair[1].0;
        if !entries.windows(2).all(rising) {
            entries.sort_unstable_by(|a, b| a.0.cmp(&b.0));
            if !entries.windows(2).all(rising) {
                return None;
            }
        }
        Some(Self(entries))
    }

    /// Entries that are sorted already, each name once.
    pub(crate) fn from_sorted(entries: Vec<(String, Json)>) -> Self {
        debug_assert!(
            entries.windows(2).all(|pair| pair[0].0 < pair[1].0),
            "sorted by name"
        );
        Self(entries)
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|entry| entry.0.as_str().cmp(name))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        self.find(name).ok().map(|at| &self.0[at].1)
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Json> {
        self.find(name).ok().map(|at| &mut self.0[at].1)
    }

    /// Writes an entry, over any that had this name.
    pub(crate) fn set(&mut self, name: &str, value: Json) {
        match self.find(name) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (name.to_owned(), value)),
        }
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<Json> {
        self.find(name).ok().map(|at| self.0.remove(at).1)
    }

    /// The object of this name, made where there is none.
    pub(crate) fn child(&mut self, name: &str) -> &mut Object {
        let at = match self.find(name) {
            Ok(at) => at,
            Err(at) => {
                let empty = Json::Object(Object::default());
                self.0.insert(at, (name.to_owned(), empty));
                at
            }
        };
        let slot = &mut self.0[at].1;
        if !matches!(slot, Json::Object(_)) {
            *slot = Json::Object(Object::default());
        }
        let Json::Object(object) = slot else {
            unreachable!("the slot was made an object just above");
        };
        object
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn entries(&self) -> &[(String, Json)] {
        &self.0
    }

    /// Takes out every entry for which `keep` says no, in order.
    pub(crate) fn take_unless(&mut self, keep: impl Fn(&Json) -> bool) -> Vec<(String, Json)> {
        if self.0.iter().all(|entry| keep(&entry.1)) {
            return Vec::new();
        }
        let mut kept = Vec::new();
        let mut taken = Vec::new();
        for entry in std::mem::take(&mut self.0) {
            if keep(&entry.1) {
                kept.push(entry);
            } else {
                taken.push(entry);
            }
        }
        self.0 = kept;
        taken
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = (&str, &mut Json)> {
        self.0
            .iter_mut()
            .map(|entry| (entry.0.as_str(), &mut entry.1))
    }

    pub(crate) fn order(&self, other: &Self) -> Ordering {
        for (a, b) in self.0.iter().zip(&other.0) {
            let order = a.0.cmp(&b.0).then_with(|| a.1.order(&b.1));
            if order.is_ne() {
                return order;
            }
        }
        self.0.len().cmp(&other.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_entries_and_refuses_a_repeated_name() {
        let entry = |name: &str| (name.to_owned(), Json::Null);
        let object = Object::from_entries(vec![entry("b"), entry("a")]).unwrap();
        assert_eq!(object.entries()[0].0, "a");
        assert_eq!(
            Object::from_entries(vec![entry("b"), entry("a"), entry("b")]),
            None
        );
    }

    #[test]
    fn child_makes_what_is_missing_and_keeps_what_is_there() {
        let mut object = Object::default();
        object.child("a").set("x", Json::Null);
        object.child("a").set("y", Json::Bool(true));
        assert_eq!(object.child("a").len(), 2);
        assert_eq!(
            object.remove("a").map(|a| a.as_object().map(Object::len)),
            Some(Some(2))
        );
        assert!(object.is_empty());
    }
}
