//! The address of a figure's own page.

use super::dom::window;

/// The query of the page's address.
pub(super) fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// A link as others can open it: with the origin of this page.
pub(super) fn absolute(link: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    [origin.as_str(), link].concat()
}

/// What the page's address has after the figure's own, `path`: nothing, or the name of one of its
/// states. `None` elsewhere.
pub(super) fn below(path: &str) -> Option<String> {
    let here = window().location().pathname().ok()?;
    let rest = here.strip_prefix(path)?.trim_end_matches('/');
    (!rest.contains('/')).then(|| rest.to_owned())
}

/// Changes the address without leaving the page.
///
/// A browser may refuse (Safari after about a hundred changes in a short time); the figure then
/// keeps its state and the address its old one.
pub(super) fn write(link: &str, push: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    // What others keep in the entry stays.
    let state = history.state().unwrap_or_default();
    let _ = if push {
        history.push_state_with_url(&state, "", Some(link))
    } else {
        history.replace_state_with_url(&state, "", Some(link))
    };
}
