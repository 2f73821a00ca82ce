//! Regions of a figure's states.

/// Whether a state lies in a region. Both are pairs such as `tilt=9`, joined by `&`; a region gives
/// a value, or a span with both its ends: `8..12`, `..7`, `13..`. A key that the region does not name
/// may be anything; one that the state lacks lies in no region that names it.
///
/// ```
/// use study::score::lies_in;
///
/// assert!(lies_in("tilt=9&tight=0", "tilt=8..12"));
/// assert!(!lies_in("tilt=7&tight=0", "tilt=8..12"));
/// ```
pub fn lies_in(state: &str, region: &str) -> bool {
    region.split('&').all(|pair| {
        let Some((key, place)) = pair.split_once('=') else {
            return false;
        };
        let mut pairs = state.split('&').filter_map(|pair| pair.split_once('='));
        pairs.any(|(name, value)| name == key && fits(value, place))
    })
}

fn fits(value: &str, place: &str) -> bool {
    let Some((least, most)) = place.split_once("..") else {
        return value == place;
    };
    let Ok(value) = value.parse::<i32>() else {
        return false;
    };
    let end = |text: &str, open: i32| {
        if text.is_empty() {
            Some(open)
        } else {
            text.parse().ok()
        }
    };
    match (end(least, i32::MIN), end(most, i32::MAX)) {
        (Some(least), Some(most)) => (least..=most).contains(&value),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_hold_their_ends() {
        for (value, inside) in [(7, false), (8, true), (12, true), (13, false)] {
            assert_eq!(lies_in(&format!("tilt={value}"), "tilt=8..12"), inside);
        }
        assert!(lies_in("tilt=-20", "tilt=..7") && !lies_in("tilt=8", "tilt=..7"));
        assert!(lies_in("tilt=90", "tilt=13..") && !lies_in("tilt=12", "tilt=13.."));
        assert!(lies_in("tilt=-5", "tilt=-5..-5"));
    }

    #[test]
    fn words_and_several_keys() {
        assert!(lies_in("bend=8&show=squat", "show=squat&bend=5..10"));
        assert!(!lies_in("bend=8&show=lunge", "show=squat&bend=5..10"));
        assert!(!lies_in("bend=8", "show=squat"));
    }

    #[test]
    fn what_cannot_be_read_holds_nothing() {
        for region in ["", "tilt", "tilt=a..b", "tilt=1..x", "=", "tilt=.."] {
            assert_eq!(lies_in("tilt=3", region), region == "tilt=..", "{region}");
        }
        assert!(!lies_in("", "tilt=8..12") && !lies_in("tilt=x", "tilt=1..3"));
    }
}
