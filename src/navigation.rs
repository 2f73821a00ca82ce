//! Going from page to page without loading the frame again.
//!
//! A click on an internal link fetches the fragment of the next page (prefetched when the pointer or
//! the focus came near), puts it in place, and only then changes the address, as browsers do: nothing
//! jumps while the reader waits. Back and forward come in through the router, find the address already
//! changed, and restore the scroll position noted on the history entry.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use crate::{
    components::header,
    fragments::{self, Page},
    platform::{
        dom::{self, Element, Event, Listen, MouseEvent, Timer},
        fetch::FetchError,
        history,
    },
    wake,
};

/// A visible sign of waiting, only when there is something to wait for.
const PATIENCE_MS: i32 = 200;
/// How long scrolling must rest before its position is noted; Safari limits such notes.
const SCROLL_REST_MS: i32 = 300;

thread_local! {
    static SITE: RefCell<Option<Site>> = const { RefCell::new(None) };
    static MOVED: Cell<bool> = const { Cell::new(false) };
}

struct Site {
    base: String,
    /// Path of the page that stands in `<main>`. What changes only the query (a figure's state, what is
    /// searched for) is the business of what stands there.
    shown: String,
    /// Number of the newest visit; an older one that arrives late is dropped.
    visit: u32,
}

/// An address of this site, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Address {
    path: String,
    query: String,
    hash: String,
}

impl Address {
    fn page(&self) -> String {
        let mut page = self.path.clone();
        page.push_str(&self.query);
        page
    }

    fn here() -> Self {
        Self {
            path: history::path(),
            query: history::query(),
            hash: history::hash(),
        }
    }
}

/// How a page was reached.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Arrival {
    /// By a link: the address is still to be changed, the reader starts at the top or at the anchor.
    Link,
    /// By the "continue" link: to the anchor, and so many pixels below it.
    Continue(f64),
    /// By back or forward: the address has changed, the reader returns to where they were.
    History,
}

/// Starts following links and history. Called once, inside the router.
pub fn start() {
    let pathname = use_location().pathname;
    let site = Site {
        base: dom::base_path(),
        shown: history::path(),
        visit: 0,
    };
    SITE.set(Some(site));

    // At once: the router must not act on any click.
    dom::listen(
        &dom::document(),
        "click",
        Listen {
            capture: true,
            passive: false,
        },
        on_click,
    );
    Effect::new(move |first: Option<()>| {
        let path = pathname.get();
        if first.is_none() {
            dom::in_turn(&[
                follow,
                wake::frame,
                wake::record,
                wake::page,
                wake::refresh,
                live,
            ]);
        } else if with_site(|site| site.shown != path) {
            visit(Address::here(), Arrival::History);
        }
    });
}

/// Looks at what the reader comes near to, and notes where they are.
fn follow() {
    history::restore_scroll_ourselves(true);
    let window = dom::window();
    listen_window("pagehide", |_| history::restore_scroll_ourselves(false));
    listen_window("pageshow", |_| history::restore_scroll_ourselves(true));

    let document = dom::document();
    for near in ["pointerover", "touchstart", "focusin"] {
        dom::listen(
            &document,
            near,
            Listen {
                capture: false,
                passive: true,
            },
            on_near,
        );
    }
    let mut resting: Option<Timer> = None;
    dom::listen(
        &window,
        "scroll",
        Listen {
            capture: false,
            passive: true,
        },
        move |_| {
            move_on();
            if let Some(timer) = resting.take() {
                timer.stop();
            }
            resting = Some(Timer::after(SCROLL_REST_MS, remember_scroll));
        },
    );
}

fn listen_window(event: &str, handler: impl FnMut(Event) + 'static) {
    dom::listen(&dom::window(), event, Listen::default(), handler);
}

fn with_site<T: Default>(work: impl FnOnce(&mut Site) -> T) -> T {
    SITE.with_borrow_mut(|site| site.as_mut().map(work).unwrap_or_default())
}

/// The page of this site that a link leads to; `None` for downloads, other sites, other windows, files.
fn internal(link: &Element) -> Option<Address> {
    let anchor: &web_sys::HtmlAnchorElement = link.dyn_ref()?;
    if !anchor.target().is_empty() || anchor.has_attribute("download") || anchor.rel() == "external"
    {
        return None;
    }
    let base = with_site(|site| site.base.clone());
    let path = anchor.pathname();
    if anchor.origin() != history::origin() || !path.starts_with(&base) || !path.ends_with('/') {
        return None;
    }
    Some(Address {
        path,
        query: anchor.search(),
        hash: history::decode_hash(&anchor.hash()),
    })
}

fn on_click(event: Event) {
    wake::actions::act(&event);
    let Some(link) = dom::closest(&event, "a[href]") else {
        return;
    };
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    if mouse.button() != 0
        || mouse.meta_key()
        || mouse.ctrl_key()
        || mouse.shift_key()
        || mouse.alt_key()
    {
        return;
    }
    if event.default_prevented() {
        return;
    }
    // A figure that is awake shows its states itself.
    if dom::closest(&event, "[data-live] a[data-named]").is_some() {
        return;
    }
    // The router must not act on any click: links are followed here or by the browser.
    event.stop_propagation();
    let Some(to) = internal(&link) else { return };
    // A result of the search was chosen.
    if let Ok(Some(dialog)) = link.closest("dialog") {
        let _ = dialog
            .unchecked_into::<web_sys::HtmlElement>()
            .hide_popover();
    }
    let offset = link.get_attribute("data-offset");
    let arrival = match offset.and_then(|offset| offset.parse::<i32>().ok()) {
        Some(offset) => Arrival::Continue(f64::from(offset)),
        // An anchor on this very page is the browser's own business.
        None if to.page() == Address::here().page() => {
            if let Some(html) = dom::root() {
                dom::set_attr(&html, "data-whole", "");
            }
            return;
        }
        None => Arrival::Link,
    };
    event.prevent_default();
    visit(to, arrival);
}

/// The reader's first move.
fn move_on() {
    if !MOVED.replace(true) {
        fetch_onward();
    }
}

fn on_near(event: Event) {
    // Whoever searches waits for the files of that, and may go anywhere.
    if dom::closest(&event, "[data-search-open], dialog[data-search]").is_none() {
        move_on();
    }
    let Some(link) = dom::closest(&event, "a[href]:not([data-search-open])") else {
        return;
    };
    if let Some(to) = internal(&link)
        && to.path != history::path()
    {
        fragments::prepare(&to.path);
    }
}

/// Prefetches the next article once the reader has moved at all: whoever only looks at the first
/// screen pays for one article, and whoever reads on finds the next one at hand. On a slow line it comes
/// at once, where a fetch at the click would be felt; its first page goes without a font, which is larger.
fn fetch_onward() {
    // Scrolling may have come before the app.
    let moved = MOVED.get() || history::scroll_y() > 0.0;
    let is_slow = || dom::query("html[data-font]").is_some();
    if !(moved || is_slow()) || saves_data() {
        return;
    }
    if let Some(link) = dom::query("main a[rel=next]")
        && let Some(to) = internal(&link)
    {
        fragments::prepare(&to.path);
    }
}

/// The reader asked the browser to be sparing.
fn saves_data() -> bool {
    let navigator: JsValue = dom::window().navigator().into();
    ["connection", "saveData"]
        .iter()
        .try_fold(navigator, |object, name| {
            js_sys::Reflect::get(&object, &JsValue::from_str(name))
        })
        .is_ok_and(|wish| wish.is_truthy())
}

fn visit(to: Address, arrival: Arrival) {
    let number = with_site(|site| {
        site.visit += 1;
        site.visit
    });
    let waiting = Timer::after(PATIENCE_MS, || show_waiting(".page-progress", "loading"));
    spawn_local(async move {
        let page = fragments::page(&to.path).await;
        waiting.stop();
        if with_site(|site| site.visit) != number {
            return;
        }
        show_waiting(".page-progress[data-state=loading]", "done");
        match page {
            Ok(Some(page)) => arrive(page, &to, arrival),
            // A newer site behind an older tab: the whole page knows better.
            Ok(None) | Err(FetchError::Status(_) | FetchError::Unreachable) => {
                leave(&to, arrival);
            }
            Err(FetchError::Offline) => offline(arrival),
        }
    });
}

/// Notes how far the page that is shown has been scrolled; not while the address is another one's that
/// is on its way back.
fn remember_scroll() {
    if with_site(|site| site.shown == history::path()) {
        history::remember_scroll();
    }
}

fn show_waiting(line: &str, state: &str) {
    if let Some(line) = dom::query(line) {
        dom::set_attr(&line, "data-state", state);
    }
}

/// Lets the browser load the page by itself.
fn leave(to: &Address, arrival: Arrival) {
    if arrival == Arrival::History {
        history::reload();
    } else {
        history::load(&written(to));
    }
}

fn written(to: &Address) -> String {
    let mut address = to.page();
    if !to.hash.is_empty() {
        address.push('#');
        address.push_str(&to.hash);
    }
    address
}

fn offline(arrival: Arrival) {
    if arrival == Arrival::History {
        // The address has changed already; going forward again brings back the page that is shown.
        wake::toast::warn(
            "You are offline, and that page is not at hand. This is still the page before it.",
        );
    } else {
        wake::toast::warn(
            "You are offline, and that page is not at hand. Try again when you are back online.",
        );
    }
}

fn arrive(page: Page, to: &Address, arrival: Arrival) {
    let Some(main) = dom::by_id("main") else {
        return;
    };
    if arrival != Arrival::History {
        remember_scroll();
    }
    // Whoever comes to the top sees the first sections; anywhere else needs the height of all above.
    if let Some(html) = dom::root() {
        if arrival == Arrival::Link && to.hash.is_empty() {
            let _ = html.remove_attribute("data-whole");
        } else {
            dom::set_attr(&html, "data-whole", "");
        }
    }
    dom::document().set_title(&page.title);
    page.show(&main);
    // It brings in what waits for the reader to come near, all of it where that would move the place.
    tell("prime-mover:shown");
    with_site(|site| site.shown.clone_from(&to.path));
    header::point(&to.path);
    if arrival != Arrival::History {
        history::push(&written(to));
    }
    let target = if to.hash.is_empty() {
        None
    } else {
        dom::by_id(&to.hash)
    };
    if let Some(heading) = target.clone().or_else(|| dom::child(&main, "h1")) {
        // Headings can take the focus; a paragraph that a question points to must be told so.
        if !heading.has_attribute("tabindex") {
            dom::set_attr(&heading, "tabindex", "-1");
        }
        dom::focus(&heading);
    }
    let top = |element: &Element| element.get_bounding_client_rect().top() + history::scroll_y();
    match (arrival, target) {
        (Arrival::History, target) => match (history::remembered_scroll(), target) {
            (Some(y), _) => history::scroll_to(y),
            (None, Some(target)) => target.scroll_into_view(),
            (None, None) => history::scroll_to(0.0),
        },
        (Arrival::Continue(offset), Some(target)) => history::scroll_to(top(&target) + offset),
        (_, Some(target)) => target.scroll_into_view(),
        (_, None) => history::scroll_to(0.0),
    }
    // The page is there to be read before it is there to be used.
    dom::after_paint(|| {
        dom::idle(|| dom::in_turn(&[wake::page, wake::refresh, announce]));
    });
}

/// The app is there to be used.
fn live() {
    if let Some(html) = dom::root() {
        dom::set_attr(&html, "data-app", "ready");
    }
    announce();
}

/// Tells the starter script (`src/boot/boot.js`) that a page is live: it looks for figures there.
fn announce() {
    fetch_onward();
    tell("prime-mover:page");
}

/// Tells the starter script something.
fn tell(what: &str) {
    if let Ok(event) = web_sys::CustomEvent::new(what) {
        let _ = dom::window().dispatch_event(&event);
    }
}
