//! What is made once and used again as long as its inputs stay.

use std::sync::Mutex;

/// The last value that was made, with what it was made from.
///
/// Only for values that depend on nothing but the key: the result is the same with and without.
/// Several drawings at once, as the press makes them, each make their own. Who asks gets a copy, so
/// what is large is an [`Arc`](std::sync::Arc) or, as an [`Element`](crate::scene::Element), has one inside.
pub(crate) struct Kept<K, V>(Mutex<Option<(K, V)>>);

impl<K: PartialEq, V: Clone> Kept<K, V> {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// The value of `key`; `make` is only called when the last one was of another key.
    pub(crate) fn of(&self, key: K, make: impl FnOnce() -> V) -> V {
        self.near(key, |_| make())
    }

    /// The same for a value that is made faster from the last one, if there is any.
    pub(crate) fn near(&self, key: K, make: impl FnOnce(Option<&V>) -> V) -> V {
        let mut kept = self.0.try_lock().ok();
        let last = kept.as_deref().and_then(Option::as_ref);
        if let Some((known, value)) = last
            && *known == key
        {
            return value.clone();
        }
        let value = make(last.map(|(_, value)| value));
        if let Some(kept) = kept.as_deref_mut() {
            *kept = Some((key, value.clone()));
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_again_only_for_another_key() {
        static KEPT: Kept<i32, String> = Kept::new();
        let mut made = Vec::new();
        let mut of = |key: i32| {
            KEPT.of(key, || {
                made.push(key);
                key.to_string()
            })
        };
        let values = [of(1), of(1), of(2), of(1)];
        assert_eq!(values.map(|value| value.len()), [1; 4]);
        assert_eq!(made, [1, 2, 1]);
    }
}
