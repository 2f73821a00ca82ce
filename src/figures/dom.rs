//! The few things the figures ask of the browser.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, JsString};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, Node, Window};

#[wasm_bindgen]
extern "C" {
    /// An element whose attributes and text are written often. Every string that comes from here has
    /// to be decoded there, and every call that may fail is guarded: both cost more than writing a
    /// short value. So names and values are strings of the browser, and nothing here can fail.
    pub(super) type Slate;

    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(super) fn write(this: &Slate, name: &JsString, value: &JsValue);

    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub(super) fn set_text(this: &Slate, text: &JsValue);

    #[wasm_bindgen(method, getter, js_name = firstChild)]
    pub(super) fn first_child(this: &Slate) -> Option<Slate>;

    #[wasm_bindgen(method, setter, js_name = data)]
    pub(super) fn set_data(this: &Slate, text: &JsValue);

    /// Strings in one.
    type Joined;

    /// All of them in one call: asking an array for each is a call each.
    #[wasm_bindgen(method)]
    fn split(this: &Joined, between: &str) -> Vec<JsValue>;
}

/// What stands between strings that are handed over together; no document may hold it.
const BETWEEN: char = '\u{1}';

/// Many strings made into strings of the browser at once.
pub(super) fn strings<'text>(texts: impl Iterator<Item = &'text str>) -> Vec<JsValue> {
    let mut all = String::new();
    for text in texts {
        all.push_str(text);
        all.push(BETWEEN);
    }
    let joined: Joined = JsString::from(all).unchecked_into();
    joined.split("\u{1}")
}

/// A listener that is removed when it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    kind: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(
        target: &EventTarget,
        kind: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) -> Self {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        // Fails for no target and no kind of event that exists.
        let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        Self {
            target: target.clone(),
            kind,
            callback,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.kind, callback);
    }
}

/// The window. The lab only ever runs in one.
pub(super) fn window() -> Window {
    js_sys::global().unchecked_into()
}

/// Listens for as long as the page lives.
pub(super) fn listen_forever(target: &EventTarget, kind: &str, callback: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(callback);
    let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
    callback.forget();
}

/// A callback that is called again and again, and asked for at most once at a time. Making one for
/// each frame would leave as many to be collected.
pub(super) struct Later {
    /// `None` never, but for a moment at the end.
    callback: Option<Closure<dyn FnMut()>>,
    due: Rc<Cell<bool>>,
}

impl Later {
    pub(super) fn new(callback: impl Fn() + 'static) -> Self {
        let due = Rc::new(Cell::new(false));
        let asked = due.clone();
        let callback = Some(Closure::new(move || {
            asked.set(false);
            callback();
        }));
        Self { callback, due }
    }

    /// Whether it was asked for and has not been called yet.
    pub(super) fn is_due(&self) -> bool {
        self.due.get()
    }

    /// Asks for it before the next frame is drawn.
    pub(super) fn next_frame(&self) {
        if let Some(callback) = self.asked() {
            let _ = window().request_animation_frame(callback);
        }
    }

    /// Asks for it after some milliseconds.
    pub(super) fn after(&self, milliseconds: i32) {
        if let Some(callback) = self.asked() {
            let _ = window()
                .set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds);
        }
    }

    /// What the browser is to call; `None` if it is going to anyway.
    fn asked(&self) -> Option<&Function> {
        let callback = self.callback.as_ref()?;
        (!self.due.replace(true)).then(|| callback.as_ref().unchecked_ref())
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        // What the browser is still going to call stays.
        if let (true, Some(callback)) = (self.due.get(), self.callback.take()) {
            callback.forget();
        }
    }
}

/// Calls back after some milliseconds.
pub(super) fn after(milliseconds: i32, callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        callback.unchecked_ref(),
        milliseconds,
    );
}

/// Every element below `root` that matches, in document order.
pub(super) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.item(index))
        .map(Node::unchecked_into)
        .collect()
}

/// The first element below `root` that matches.
pub(super) fn find(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// The element an event happened on, or the nearest around it that matches.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// Sets an attribute; names come from the program, so none is refused.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Replaces the text of an element if it differs.
pub(super) fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Whether the browser can show an element on the whole screen.
pub(super) fn can_fill_screen() -> bool {
    let document = member(&window(), "document");
    member(&document, "fullscreenEnabled").is_truthy()
}

/// Shows an element on the whole screen, or leaves it.
pub(super) fn toggle_full_screen(element: &Element) {
    let document = member(&window(), "document");
    let (object, method) = if member(&document, "fullscreenElement").is_truthy() {
        (&document, "exitFullscreen")
    } else {
        let element: &JsValue = element;
        (element, "requestFullscreen")
    };
    if let Ok(call) = member(object, method).dyn_into::<js_sys::Function>() {
        // A refusal leaves the page as it is.
        let _ = call.call0(object);
    }
}

type Done<F> = std::rc::Rc<std::cell::Cell<Option<F>>>;

/// Writes text to the clipboard; tells afterwards whether it worked.
pub(super) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    // By name, for a page without a secure origin has no clipboard at all.
    let clipboard = member(&window().navigator(), "clipboard");
    let promise = member(&clipboard, "writeText")
        .dyn_into::<js_sys::Function>()
        .ok()
        .and_then(|write| write.call1(&clipboard, &JsValue::from_str(text)).ok())
        .and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok());
    let Some(promise) = promise else {
        done(false);
        return;
    };
    // Exactly one of the two is called.
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    fn answer(done: Done<impl FnOnce(bool) + 'static>, worked: bool) -> JsValue {
        Closure::once_into_js(move |_: JsValue| {
            if let Some(done) = done.take() {
                done(worked);
            }
        })
    }
    let (worked, failed) = (answer(done.clone(), true), answer(done, false));
    let then = member(&promise, "then");
    if let Some(then) = then.dyn_ref::<js_sys::Function>() {
        let _ = then.call2(&promise, &worked, &failed);
    }
}

/// Calls back with what a promise comes to; a broken promise is forgotten.
pub(super) fn then(promise: &JsValue, callback: impl FnOnce(JsValue) + 'static) {
    let callback = Closure::once_into_js(callback);
    if let Some(then) = member(promise, "then").dyn_ref::<js_sys::Function>() {
        let _ = then.call1(promise, &callback);
    }
}

/// The promise of the text of a file.
pub(super) fn text_of(address: &str) -> JsValue {
    let promise: JsValue = window().fetch_with_str(address).into();
    let text = Closure::once_into_js(|response: JsValue| -> JsValue {
        let text = member(&response, "text").dyn_into::<js_sys::Function>();
        let text = text.ok().and_then(|text| text.call0(&response).ok());
        text.unwrap_or_default()
    });
    let then = member(&promise, "then").dyn_into::<js_sys::Function>();
    let text = then.ok().and_then(|then| then.call1(&promise, &text).ok());
    text.unwrap_or_default()
}

fn member(object: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}
