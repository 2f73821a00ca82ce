//! The order of choices on another try.

/// More than these stay in place: the press lets no item have more than four.
const MOST: usize = 8;

/// The order in which `count` things of `item` stand on the given attempt: a permutation of their
/// places in the file. The first attempt, 0, leaves them as they are.
///
/// Each attempt takes a stride through all permutations, as long as the item's id says and without a
/// common factor with their number: so no attempt looks like the one before, each order comes once
/// before any returns, and every device and tab shows the same.
pub fn shuffle(item: &str, attempt: u32, count: usize) -> Vec<usize> {
    let mixed = count.min(MOST);
    let all: u64 = (1..=mixed as u64).product();
    let mut stride = 1 + hash(item) % all;
    while divisor(stride, all) != 1 {
        stride += 1;
    }
    let mut left = u64::from(attempt) * (stride % all) % all;
    // The number of a permutation, written in factorials, says which of the rest comes next.
    let mut rest: Vec<usize> = (0..mixed).collect();
    let mut order = Vec::with_capacity(count);
    let mut block = all;
    for size in (1..=mixed as u64).rev() {
        block /= size;
        order.push(rest.remove((left / block) as usize));
        left %= block;
    }
    order.extend(mixed..count);
    order
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    text.bytes().fold(start, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_attempt_always_has_the_same_order() {
        let orders = [0, 1, 2, 3].map(|attempt| shuffle("three-glutes/largest", attempt, 4));
        assert_eq!(
            orders,
            [[0, 1, 2, 3], [2, 3, 1, 0], [1, 3, 0, 2], [0, 2, 3, 1]]
        );
    }

    #[test]
    fn every_order_comes_once_in_a_round() {
        for item in ["three-glutes/largest", "walking/order", "a/b"] {
            let mut seen: Vec<_> = (0..24).map(|attempt| shuffle(item, attempt, 4)).collect();
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 24, "{item}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(item in "[a-z/]{0,19}", attempt: u32, count in 0_usize..12) {
            let mut order = shuffle(&item, attempt, count);
            order.sort_unstable();
            prop_assert_eq!(order, (0..count).collect::<Vec<_>>());
        }

        #[test]
        fn another_try_looks_another_way(
            item in "[a-z/]{1,19}", attempt in 1..u32::MAX, count in 2_usize..12,
        ) {
            prop_assert_ne!(shuffle(&item, attempt, count), shuffle(&item, attempt - 1, count));
        }
    }
}
