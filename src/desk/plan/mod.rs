//! Reading plans: showing one that came with the address, and making one.
//!
//! The address is all there is of a plan ([`content::plan`]). `#make` after it says that it is being made;
//! an address without a plan offers to make one.

mod choices;
mod maker;
mod shown;
mod titles;

use content::paths;
use content::plan::Plan;

use crate::{
    platform::{
        dom::{self, Element, Listen},
        history,
    },
    progress,
};

/// The end of the address of a plan that is being made.
const MAKE: &str = "make";

/// Listens for what changes a plan's page. Called once.
pub(super) fn start() {
    progress::on_change(shown::refresh);
    dom::listen(&dom::window(), "hashchange", Listen::default(), |_| {
        if let Some(place) = dom::query("[data-desk=plan][data-awake]") {
            render(&place);
            if let Some(title) = dom::by_id("title") {
                dom::focus(&title);
            }
        }
    });
}

/// Brings the page's place for a plan to life.
pub(super) fn wake(place: &Element) {
    maker::listen(place);
    render(place);
}

/// Shows what the address says.
pub(super) fn render(place: &Element) {
    let plan = Plan::parse(&history::query());
    place.set_inner_html("");
    let empty = plan.entries.is_empty() && plan.note.is_empty();
    if empty || history::hash() == MAKE {
        maker::render(place, plan);
    } else {
        shown::render(place, &plan);
    }
}

/// The whole address of a plan.
fn address(plan: &Plan) -> String {
    let mut address = [history::origin(), history::path()].concat();
    let query = plan.print();
    if !query.is_empty() {
        address.push('?');
        address.push_str(&query);
    }
    address
}

/// The address of a path inside the site and a query.
fn inside(path: &str, query: &str) -> String {
    let mut address = paths::join(&dom::base_path(), path);
    if !query.is_empty() {
        address.push('?');
        address.push_str(query);
    }
    address
}
