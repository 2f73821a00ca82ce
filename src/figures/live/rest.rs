//! What follows a movement once it rests.
//!
//! Sentence and numbers take the time that the drawing needs, the address may not change often, and
//! nobody wants to hear every step. One timer serves all three: a timer of its own for each, set
//! anew with every step, took as long as some drawings.

use std::cell::Cell;

use crate::figures::dom::Later;

/// Milliseconds between two ticks.
const TICK: i32 = 60;

/// What follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// The words follow the drawing.
    Tell,
    /// The address is written.
    Write,
    /// The change is spoken.
    Speak,
}

impl Then {
    const ALL: [Self; 3] = [Self::Tell, Self::Write, Self::Speak];

    /// After how many ticks without a change; the first may come at once.
    const fn ticks(self) -> u8 {
        match self {
            Self::Tell => 2,
            Self::Write => 6,
            Self::Speak => 8,
        }
    }
}

/// The time since the last change, and what is still to follow it.
pub(super) struct Rest {
    timer: Later,
    ticks: Cell<u8>,
    due: [Cell<bool>; 3],
}

impl Rest {
    /// A rest whose `timer` calls [`Rest::tick`].
    pub(super) fn new(timer: Later) -> Self {
        Self {
            timer,
            ticks: Cell::new(0),
            due: Default::default(),
        }
    }

    /// Something changed; this follows.
    pub(super) fn after(&self, then: Then) {
        self.ticks.set(0);
        self.due[then as usize].set(true);
        self.timer.after(TICK);
    }

    /// This need not follow any more.
    pub(super) fn not(&self, then: Then) {
        self.due[then as usize].set(false);
    }

    /// What is to be done now.
    pub(super) fn tick(&self) -> Option<Then> {
        let ticks = self.ticks.get() + 1;
        self.ticks.set(ticks);
        if ticks < Then::Speak.ticks() {
            self.timer.after(TICK);
        }
        let mut all = Then::ALL.into_iter();
        let now = all.find(|then| then.ticks() == ticks)?;
        self.due[now as usize].take().then_some(now)
    }
}
