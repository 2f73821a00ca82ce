//! Where the app speaks: the loading line at the top and one sentence at the foot.

use leptos::prelude::*;

/// The empty places of the loading line and the spoken sentence. Both are in the page from the start,
/// because a status region must exist before it is written to.
#[component]
pub fn Status() -> impl IntoView {
    view! {
        <div class="page-progress" data-state="idle" aria-hidden="true"></div>
        <div class="toast" role="status" data-slot="toast"></div>
    }
}
