//! The live figures: controls, addresses and drawing of what `plates` computes.
//!
//! The page already holds the whole figure as HTML. Waking it attaches listeners to that HTML and
//! keeps the scene that it shows; from then on each new state is drawn as the difference to the
//! last one, at most once a frame.

mod address;
mod dom;
mod explore;
mod live;
mod parts;
mod save;
mod view;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;

use live::Live;

thread_local! {
    /// The figures that are awake, so that the back button reaches them.
    static AWAKE: RefCell<Vec<Rc<Live>>> = const { RefCell::new(Vec::new()) };
    /// Whether the back button is listened to.
    static LISTENING: Cell<bool> = const { Cell::new(false) };
}

/// Brings every `[data-figure]` below `root` to life that is not yet alive.
pub fn wake(root: &Element) {
    // Pages come and go; what left the document is let go with its listeners.
    AWAKE.with_borrow_mut(|awake| awake.retain(|figure| figure.is_connected()));
    for element in dom::all(root, "[data-figure]:not([data-live]):not([data-waking])") {
        Live::wake(element, keep);
    }
}

/// Keeps a figure that has woken up.
fn keep(figure: Rc<Live>) {
    let known = AWAKE.with_borrow_mut(|awake| {
        awake.push(figure);
        LISTENING.replace(true)
    });
    if !known {
        dom::listen_forever(&dom::window(), "popstate", || {
            let figures = AWAKE.with_borrow(Clone::clone);
            for figure in figures {
                figure.follow_address();
            }
        });
    }
}
