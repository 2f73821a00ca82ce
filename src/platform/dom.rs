//! Elements, listeners and frames.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    AddEventListenerOptions, EventTarget, IntersectionObserver, IntersectionObserverInit,
};
pub use web_sys::{Document, Element, Event, HtmlElement, MouseEvent, Window};

/// The window. The app only ever runs in one.
pub fn window() -> Window {
    js_sys::global().unchecked_into()
}

/// The document.
pub fn document() -> Document {
    js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("document"))
        .unwrap_or(JsValue::NULL)
        .unchecked_into()
}

/// The `<html>` element.
pub fn root() -> Option<Element> {
    document().document_element()
}

/// The base path of the site as the press wrote it on `<html data-base>`; `/` when it wrote none.
pub fn base_path() -> String {
    root()
        .and_then(|html| html.get_attribute("data-base"))
        .unwrap_or_else(|| "/".to_owned())
}

/// Whether the page is one for frames inside other sites, as the press wrote it on `<html data-embed>`.
pub fn is_embedded() -> bool {
    root().is_some_and(|html| html.has_attribute("data-embed"))
}

/// First element that matches a selector.
pub fn query(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every element below `root` that matches a selector, in document order.
pub fn query_all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.item(i))
        .map(JsCast::unchecked_into)
        .collect()
}

/// First descendant of `root` that matches a selector.
pub fn child(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The nearest ancestor of an event's target, itself included, that matches a selector.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// An attribute, empty when absent.
pub fn attr(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// Sets an attribute; a refused name cannot happen with our literals.
pub fn set_attr(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Sets an attribute unless it has that value already, so that nothing is laid out anew for nothing.
pub fn keep_attr(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        set_attr(element, name, value);
    }
}

/// Adds or removes a boolean attribute.
pub fn toggle_attr(element: &Element, name: &str, on: bool) {
    let _ = element.toggle_attribute_with_force(name, on);
}

/// Text of an element without surrounding space.
pub fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

/// Moves focus without scrolling.
pub fn focus(element: &Element) {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    if let Ok(focus) = js_sys::Reflect::get(element, &"focus".into())
        && let Ok(focus) = focus.dyn_into::<js_sys::Function>()
    {
        let _ = focus.call1(element, &options);
    }
}

/// How a listener is attached.
#[derive(Clone, Copy, Default)]
pub struct Listen {
    /// Runs before the listeners of inner elements.
    pub capture: bool,
    /// Promises never to prevent the default, so that scrolling does not wait.
    pub passive: bool,
}

/// Attaches a listener for the life of the page.
pub fn listen(
    target: &EventTarget,
    event: &str,
    how: Listen,
    handler: impl FnMut(Event) + 'static,
) {
    listen_boxed(target, event, how, Box::new(handler));
}

fn listen_boxed(target: &EventTarget, event: &str, how: Listen, handler: Box<dyn FnMut(Event)>) {
    let options = AddEventListenerOptions::new();
    options.set_capture(how.capture);
    options.set_passive(how.passive);
    let closure = Closure::wrap(handler);
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        event,
        closure.as_ref().unchecked_ref(),
        &options,
    );
    closure.forget();
}

/// Runs `task` before the next paint.
pub fn next_frame(task: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(task);
    let _ = window().request_animation_frame(closure.unchecked_ref());
}

/// Runs `task` once what the page now holds has been painted.
pub fn after_paint(task: impl FnOnce() + 'static) {
    next_frame(|| {
        Timer::after(0, task);
    });
}

/// The longest wait for a pause, in milliseconds.
const PATIENCE_MS: i32 = 500;

/// Runs `task` in a pause of the page; where the browser does not tell of pauses, soon.
pub fn idle(task: impl FnOnce() + 'static) {
    let closure: js_sys::Function = Closure::once_into_js(task).unchecked_into();
    let window = window();
    let ask = js_sys::Reflect::get(&window, &"requestIdleCallback".into());
    match ask.map(JsCast::dyn_into::<js_sys::Function>) {
        Ok(Ok(ask)) => {
            let options = js_sys::Object::new();
            let _ = js_sys::Reflect::set(&options, &"timeout".into(), &PATIENCE_MS.into());
            let _ = ask.call2(&window, &closure, &options);
        }
        _ => {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&closure, 1);
        }
    }
}

/// A running timer; dropping it does not stop it.
#[derive(Clone, Copy, Debug)]
pub struct Timer(i32);

impl Timer {
    /// Runs `task` once, `milliseconds` from now.
    pub fn after(milliseconds: i32, task: impl FnOnce() + 'static) -> Self {
        let closure = Closure::once_into_js(task);
        let id = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                closure.unchecked_ref(),
                milliseconds,
            )
            .unwrap_or_default();
        Self(id)
    }

    /// Stops it, if it has not run yet.
    pub fn stop(self) {
        window().clear_timeout_with_handle(self.0);
    }
}

/// Runs `tasks` one after the other, each as a task of its own, so that a touch or a scroll waits for
/// none but the present one.
pub fn in_turn(tasks: &'static [fn()]) {
    if let Some((first, rest)) = tasks.split_first() {
        Timer::after(0, move || {
            first();
            in_turn(rest);
        });
    }
}

/// Watches elements enter and leave the viewport, for the life of the page.
pub struct Watcher(IntersectionObserver);

impl Watcher {
    /// `handler` gets each element whose visibility changed, and whether it is now visible.
    pub fn new(handler: impl Fn(Element, bool) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter() {
                let entry: web_sys::IntersectionObserverEntry = entry.unchecked_into();
                handler(entry.target(), entry.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new_with_options(
            closure.as_ref().unchecked_ref(),
            &IntersectionObserverInit::new(),
        )
        .ok()?;
        closure.forget();
        Some(Self(observer))
    }

    /// Starts watching.
    pub fn watch(&self, element: &Element) {
        self.0.observe(element);
    }

    /// Forgets every watched element.
    pub fn clear(&self) {
        self.0.disconnect();
    }
}

/// How many presses in a row a click belongs to: 2 for the second of a double click, 0 for one by keyboard.
pub fn presses(click: &Event) -> u32 {
    let count = js_sys::Reflect::get(click, &"detail".into()).ok();
    // A small whole number.
    count.and_then(|count| count.as_f64()).unwrap_or_default() as u32
}
