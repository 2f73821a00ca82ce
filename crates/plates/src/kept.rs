//! What is made once and used again as long as its inputs stay.

use std::sync::{Arc, Mutex};

/// The last value that was made, with what it was made from.
///
/// Only for values that depend on nothing but the key: the result is the same with and without.
/// Several drawings at once, as the press makes them, each make their own.
pub(crate) struct Kept<K, V>(Mutex<Option<(K, Arc<V>)>>);

impl<K: PartialEq, V> Kept<K, V> {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// The value of `key`; `make` is only called when the last one was of another key.
    pub(crate) fn of(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let Ok(mut kept) = self.0.try_lock() else {
            return Arc::new(make());
        };
        match kept.as_ref() {
            Some((known, value)) if *known == key => value.clone(),
            _ => {
                let value = Arc::new(make());
                *kept = Some((key, value.clone()));
                value
            }
        }
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
