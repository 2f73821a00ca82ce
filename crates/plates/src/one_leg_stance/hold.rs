//! Whether the muscles can do what a posture asks, and what would ask less.

use std::cell::Cell;

use kinetics::experiments::trendelenburg::{Hold as Answer, hold as model};

use super::balance::Balance;
use super::{Cane, KEYS, State};

/// What the muscles of the hip make of a posture when gluteus medius and minimus are weaker.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hold {
    /// Whether they can hold it.
    pub enough: bool,
    /// The part of the turning effect that they can hold, newton meters.
    pub held: f64,
    /// What is missing, newton meters.
    pub missing: f64,
    /// The share of what is held that comes from gluteus medius and minimus.
    pub gluteus_share: f64,
    /// How much of its strength the hardest-working muscle uses.
    pub activation: f64,
    /// The value of the key `lean` that would be enough, if one is.
    pub lean: Option<i32>,
    /// The value of the key `push` that would be enough with a cane on the left, if one is.
    pub push: Option<i32>,
}

/// The least whole number that is not below `value`, a hair of rounding aside.
fn up(value: f64) -> i32 {
    let whole = crate::path::nearest(value);
    if f64::from(whole) < value - 1e-9 {
        whole + 1
    } else {
        whole
    }
}

/// The value of a key, where its control reaches it.
fn reachable(key: usize, value: i32) -> Option<i32> {
    (KEYS[key].clamp(value) == value).then_some(value)
}

thread_local! {
    /// The last question, moment and strength, and its answer: drawing and words ask the same.
    static LAST: Cell<Option<((u64, i32), Answer)>> = const { Cell::new(None) };
}

/// The model's answer for a moment in newton meters and a strength in percent.
fn ask(moment: f64, strength: i32) -> Option<Answer> {
    let question = (moment.to_bits(), strength);
    if let Some((asked, answer)) = LAST.get()
        && asked == question
    {
        return Some(answer);
    }
    let answer = model(moment, f64::from(strength) / 100.0).ok()?;
    LAST.set(Some((question, answer)));
    Some(answer)
}

/// What the muscles make of `state`.
///
/// The model refuses numbers that are not finite; a state holds whole numbers, so the answer that
/// stands in for an error is never seen.
pub(super) fn hold(state: &State, balance: &Balance) -> Hold {
    let answer = ask(balance.moment, state.strength);
    let (enough, held, share, activation) = answer.map_or((true, balance.moment, 0.0, 0.0), |a| {
        (a.holds, a.held, a.gluteus_share, a.max_activation)
    });
    let missing = (balance.moment - held).abs();
    let (mut lean, mut push) = (None, None);
    // More than the inner thigh can hold never happens within the range of the controls.
    if !enough && balance.moment > 0.0 {
        let centimeter = 0.01 * balance.weight;
        lean = reachable(0, state.lean + up(missing / centimeter));
        // The cane takes over from any that is there.
        let percent = State {
            cane: Cane::Left,
            push: 10,
            ..*state
        }
        .balance()
        .cane_moment
        .abs()
            / 10.0;
        let asked = balance.moment - balance.cane_moment;
        push = reachable(2, up((asked - held) / percent.max(1e-9)));
    }
    Hold {
        enough,
        held,
        missing,
        gluteus_share: share,
        activation,
        lean,
        push,
    }
}
