//! One live figure: its state, its listeners and when what is written where.

mod drag;
mod rest;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use plates::Figure;
use plates::schema::{Kind, integer};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use drag::Drag;
use rest::{Rest, Then};

use super::view::View;
use super::{address, dom};

/// Milliseconds for which a button says that the link was copied.
const COPIED_FOR: i32 = 2000;

/// Marks a figure on its way.
pub(super) const WAKING: &str = "data-waking";

/// How a change reaches the address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Part of a movement: the entry of the history is replaced once it rests.
    Gradual,
    /// A choice of its own: a new entry.
    Discrete,
}

/// A figure that is awake.
pub(super) struct Live {
    pub(super) figure: &'static Figure,
    root: Element,
    /// On its own page the state is the query of the address.
    own_page: bool,
    address: String,
    initial: Vec<i32>,
    pub(super) values: RefCell<Vec<i32>>,
    spoken: RefCell<Vec<i32>>,
    pub(super) view: RefCell<View>,
    /// Draws what is set.
    frame: dom::Later,
    /// The key whose value the reader changed last, and the control that says so already.
    by: RefCell<Option<(usize, HtmlInputElement)>>,
    /// Whether the next frame brings the words too.
    tell: Cell<bool>,
    /// What follows once a movement rests.
    rest: Rest,
    drag: RefCell<Option<Drag>>,
    listeners: RefCell<Vec<dom::Listener>>,
}

impl Live {
    /// Wakes the figure in `root`, step by step in tasks of their own so that none keeps the reader
    /// waiting, and hands it to `done`; nothing happens if it is none that is known.
    pub(super) fn wake(root: Element, done: fn(Rc<Self>)) {
        let name = root.get_attribute("data-figure").unwrap_or_default();
        let Some(figure) = plates::figure(&name) else {
            return;
        };
        dom::set(&root, WAKING, "");
        let initial = figure.parse(&root.get_attribute("data-state").unwrap_or_default());
        // Words and drawing of a state share what takes long to compute.
        dom::after(0, move || {
            let words = (figure.words)(&initial);
            dom::after(0, move || {
                let scene = (figure.scene)(&initial);
                dom::after(0, move || {
                    let view = View::new(&root, figure, &initial, scene, words);
                    dom::after(0, move || {
                        let view = view.filter(|_| root.is_connected());
                        let live = view.and_then(|view| Self::new(&root, figure, initial, view));
                        if let Some(live) = live {
                            done(live);
                        }
                        let _ = root.remove_attribute(WAKING);
                    });
                });
            });
        });
    }

    fn new(
        root: &Element,
        figure: &'static Figure,
        initial: Vec<i32>,
        view: View,
    ) -> Option<Rc<Self>> {
        let frame = dom::find(root, ".figure-frame")?;
        let place = frame.get_attribute("data-place");
        let live = Rc::new_cyclic(|live: &Weak<Self>| Self {
            figure,
            root: root.clone(),
            own_page: place.as_deref() == Some("page"),
            address: frame.get_attribute("data-address").unwrap_or_default(),
            values: RefCell::new(initial.clone()),
            spoken: RefCell::new(initial.clone()),
            view: RefCell::new(view),
            initial,
            frame: Self::later(live, Self::frame),
            by: RefCell::new(None),
            tell: Cell::new(false),
            rest: Rest::new(Self::later(live, Self::tick)),
            drag: RefCell::new(None),
            listeners: RefCell::default(),
        });
        live.listen();
        live.mark_handles();
        if !dom::can_fill_screen()
            && let Some(button) = dom::find(root, "[data-action=\"figure-full\"]")
        {
            dom::set(&button, "data-unavailable", "");
        }
        dom::set(root, "data-live", "");
        if place.as_deref() == Some("guest") {
            let values = figure.parse(&address::query());
            live.spoken.replace(values.clone());
            live.take(values, Step::Discrete);
        }
        live.follow_address();
        live.follow_controls();
        Some(live)
    }

    pub(super) fn is_connected(&self) -> bool {
        self.root.is_connected()
    }

    /// Takes the state of the page's address, if this is the figure's own page.
    pub(super) fn follow_address(self: &Rc<Self>) {
        if !self.own_page || !self.is_connected() {
            return;
        }
        if let Some(slug) = address::below(&self.address) {
            let query = address::query();
            let mut states = self.figure.named.iter();
            let values = match states.find(|named| named.slug == slug) {
                Some(named) if query.is_empty() => self.figure.parse(named.query),
                _ => self.figure.parse(&query),
            };
            self.spoken.replace(values.clone());
            if *self.values.borrow() != values {
                self.view.borrow().show_parts(&values);
            }
            self.take(values, Step::Discrete);
        }
    }

    /// Takes what the reader has done with the controls before the figure was awake.
    fn follow_controls(self: &Rc<Self>) {
        let mut moved = Vec::new();
        for (index, input) in self.view.borrow().inputs() {
            let value = self.value_of(index, input);
            moved.extend(
                value
                    .filter(|value| *value != self.initial[index])
                    .map(|value| (index, value)),
            );
        }
        for (index, value) in moved {
            self.set(index, value, Step::Gradual);
        }
    }

    /// What a control says about a key; `None` for digits that are no number and for a radio button
    /// that is not chosen.
    fn value_of(&self, index: usize, input: &HtmlInputElement) -> Option<i32> {
        match self.figure.keys[index].kind {
            Kind::Integer { .. } => integer(&input.value()),
            Kind::Flag => Some(i32::from(input.checked())),
            kind => {
                if !input.checked() {
                    return None;
                }
                let word = input.value();
                let mut words = kind.words().unwrap_or_default().iter();
                words
                    .position(|known| *known == word)
                    .map(|index| index as i32)
            }
        }
    }

    fn listen(self: &Rc<Self>) {
        let on = |kind: &'static str, handle: fn(&Rc<Self>, &Event)| {
            let weak: Weak<Self> = Rc::downgrade(self);
            dom::Listener::new(&self.root, kind, move |event| {
                if let Some(live) = weak.upgrade() {
                    handle(&live, &event);
                }
            })
        };
        self.listeners.replace(vec![
            on("input", Self::input),
            on("change", Self::input),
            on("click", Self::click),
            on("keydown", Self::key),
            on("focusin", Self::focus_in),
            on("focusout", Self::focus_out),
            on("pointerover", Self::approach),
            on("focusin", Self::approach),
            on("pointerdown", Self::pointer_down),
            on("pointermove", Self::pointer_move),
            on("pointerup", Self::pointer_up),
            on("pointercancel", Self::pointer_up),
        ]);
    }

    /// A range, a number field or a radio button changed.
    fn input(self: &Rc<Self>, event: &Event) {
        let Some(input) = event
            .target()
            .and_then(|at| at.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let Some(index) = self.view.borrow().key_of(&input) else {
            return;
        };
        let done = event.type_() == "change";
        match self.figure.keys[index].kind {
            Kind::Integer { .. } => {
                if let Some(value) = self.value_of(index, &input) {
                    self.set(index, value, Step::Gradual);
                    self.by.replace(Some((index, input.clone())));
                }
                if done {
                    // What was typed is replaced by what it was read as.
                    let mut digits = String::new();
                    plates::path::push_integer(&mut digits, self.values.borrow()[index]);
                    input.set_value(&digits);
                }
            }
            _ => {
                if let (true, Some(value)) = (done, self.value_of(index, &input)) {
                    self.set(index, value, Step::Discrete);
                }
            }
        }
    }

    fn click(self: &Rc<Self>, event: &Event) {
        if let Some(link) = dom::closest(event, "a[data-named]") {
            self.show_named(event, &link);
            return;
        }
        let Some(button) = dom::closest(event, "button") else {
            self.click_part(event);
            return;
        };
        if let Some(by) = button.get_attribute("data-step") {
            let by = integer(&by).unwrap_or_default();
            if let Some(index) = self.view.borrow().key_of(&button) {
                let value = self.values.borrow()[index];
                self.set(index, value + by, Step::Gradual);
            }
            return;
        }
        match button.get_attribute("data-action").as_deref() {
            Some("figure-reset") => self.change(self.initial.clone(), Step::Discrete),
            Some("figure-copy") => self.copy(&button),
            Some("figure-svg") => self.view.borrow().save(false),
            Some("figure-png") => self.view.borrow().save(true),
            Some("figure-full") => dom::toggle_full_screen(&self.root),
            _ => {}
        }
    }

    /// Shows a state with a name here; with a modifier key the browser opens its page.
    fn show_named(self: &Rc<Self>, event: &Event, link: &Element) {
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|mouse| {
            mouse.button() == 0
                && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key())
        });
        let index = self.view.borrow().named_of(link);
        if let (true, Some(named)) = (plain, index.and_then(|at| self.figure.named.get(at))) {
            event.prevent_default();
            // The page's own listener would follow the link.
            event.stop_propagation();
            self.change(self.figure.parse(named.query), Step::Discrete);
        }
    }

    fn copy(self: &Rc<Self>, button: &Element) {
        let link = plates::link(self.figure, &self.values.borrow(), &self.address);
        let link = address::absolute(&link);
        let (live, button) = (self.clone(), button.clone());
        dom::copy(&link.clone(), move |worked| {
            let view = live.view.borrow();
            if !worked {
                view.announce(&["The browser did not allow copying. The link is ", &link].concat());
                view.reveal_status();
                return;
            }
            view.announce("Link copied.");
            let before = button.text_content().unwrap_or_default();
            // A second press while it says so changes nothing.
            if button.has_attribute("data-done") {
                return;
            }
            dom::set(&button, "data-done", "");
            button.set_text_content(Some("Link copied"));
            dom::after(COPIED_FOR, move || {
                button.set_text_content(Some(&before));
                let _ = button.remove_attribute("data-done");
            });
        });
    }

    /// Somebody comes to the figure.
    fn approach(self: &Rc<Self>, _: &Event) {
        // The focus also moves while the figure is drawn.
        if let Ok(mut view) = self.view.try_borrow_mut() {
            view.fetch();
        }
    }

    pub(super) fn set(self: &Rc<Self>, index: usize, value: i32, step: Step) {
        let mut values = self.values.borrow().clone();
        values[index] = self.figure.keys[index].clamp(value);
        self.change(values, step);
    }

    /// What the reader did: draws it, speaks it and writes it into the address.
    fn change(self: &Rc<Self>, values: Vec<i32>, step: Step) {
        if *self.values.borrow() == values {
            return;
        }
        self.take(values, step);
        self.rest.after(Then::Speak);
        if !self.own_page {
            return;
        }
        if step == Step::Discrete {
            self.rest.not(Then::Write);
            self.write(true);
        } else {
            self.rest.after(Then::Write);
        }
    }

    /// Says what has changed since it was last said.
    fn speak(&self) {
        let values = self.values.borrow().clone();
        let before = self.spoken.replace(values.clone());
        let view = self.view.borrow();
        view.show_parts(&values);
        view.announce(&(self.figure.change)(&before, &values));
    }

    fn write(&self, push: bool) {
        if self.is_connected() && address::below(&self.address).is_some() {
            let link = plates::link(self.figure, &self.values.borrow(), &self.address);
            address::write(&link, push);
        }
    }

    /// Tells a question around the figure what it is set to; outside of one nobody asks.
    fn spell(&self) {
        if self.root.has_attribute("data-start") {
            let values = self.figure.spell(&self.values.borrow());
            dom::set(&self.root, "data-values", &values);
        }
    }

    /// Takes new values; they are drawn in the next frame. The words come with it, or after a
    /// movement once it rests.
    fn take(self: &Rc<Self>, values: Vec<i32>, step: Step) {
        let before = self.values.replace(values.clone());
        if before == values {
            return;
        }
        // Only another value of its own key is written into the control that the reader holds.
        let by = self.by.take();
        let by = by.filter(|&(index, _)| before[index] == values[index]);
        self.by.replace(by);
        self.spell();
        if step == Step::Discrete {
            self.tell.set(true);
        } else {
            self.rest.after(Then::Tell);
        }
        self.frame.next_frame();
    }

    /// Draws what is set.
    fn frame(&self) {
        let by = self.by.take();
        let by = by.as_ref().map(|by| &by.1);
        self.view.borrow_mut().draw(&self.values.borrow(), by);
        if self.tell.get() {
            self.tell();
        }
    }

    /// Writes the words of what is drawn; where the frame is still to come, it does.
    fn tell(&self) {
        let due = self.frame.is_due();
        self.tell.set(due);
        if !due {
            self.rest.not(Then::Tell);
            let values = self.values.borrow();
            self.view.borrow_mut().tell(&values, &self.address);
        }
    }

    /// A moment without a change has passed.
    fn tick(&self) {
        match self.rest.tick() {
            Some(Then::Tell) => self.tell(),
            Some(Then::Write) => self.write(false),
            Some(Then::Speak) => self.speak(),
            None => {}
        }
    }

    /// Something to do later, as long as the figure is there.
    fn later(live: &Weak<Self>, what: fn(&Self)) -> dom::Later {
        let live = live.clone();
        dom::Later::new(move || {
            if let Some(live) = live.upgrade() {
                what(&live);
            }
        })
    }
}
