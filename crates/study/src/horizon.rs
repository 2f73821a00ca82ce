//! For how long the reader needs what they learn.

use crate::record::{Record, number, text};

/// "I need this for …". Until it ends, no question waits longer than the gap that serves it.
///
/// Cepeda and others (2008, Psychological Science 19:1095) found the best gap between two sessions
/// to be 20 to 40 % of the time until the test when that was a week away, and 5 to 10 % when it was a
/// year away. For a week that is 1.4 to 2.8 days, so the longest wait is 2 days. For a term of 13
/// weeks, which lies between both, 15 % are 14 days. For always the schedule alone decides: it
/// widens the gaps as long as the answers come right. When the week or the term is over, the same
/// holds for what was learned for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Horizon {
    /// A week from the day it was chosen.
    Week,
    /// A term: 13 weeks from the day it was chosen.
    Term,
    /// No end.
    #[default]
    Always,
}

impl Horizon {
    /// Its name in the stored form and in the page: `week`, `term`, `always`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Term => "term",
            Self::Always => "always",
        }
    }

    /// The horizon of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "week" => Some(Self::Week),
            "term" => Some(Self::Term),
            "always" => Some(Self::Always),
            _ => None,
        }
    }

    /// How many days it lasts.
    pub fn days(self) -> Option<u32> {
        match self {
            Self::Week => Some(7),
            Self::Term => Some(91),
            Self::Always => None,
        }
    }

    /// The longest wait between two reviews, in days.
    pub fn longest_wait(self) -> Option<u32> {
        match self {
            Self::Week => Some(2),
            Self::Term => Some(14),
            Self::Always => None,
        }
    }
}

impl Record {
    /// What the reader chose, and on which day; always, when they chose nothing.
    pub fn horizon_chosen(&self) -> (Horizon, u32) {
        let entry = self.root.get("horizon").and_then(|entry| entry.as_object());
        let found = entry.and_then(|entry| {
            let horizon = Horizon::from_name(text(entry, "need"))?;
            Some((horizon, u32::try_from(number(entry, "day")).ok()?))
        });
        found.unwrap_or_default()
    }

    /// What holds on a day: the choice until it ends, then always.
    pub fn horizon(&self, today: u32) -> Horizon {
        let (horizon, since) = self.horizon_chosen();
        match horizon.days() {
            Some(days) if today > since.saturating_add(days) => Horizon::Always,
            _ => horizon,
        }
    }
}
