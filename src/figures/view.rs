//! The elements of one figure and how a state is shown in them.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::JsString;
use plates::scene::{Attribute, Patch, Scene, diff};
use plates::schema::{Key, Kind};
use plates::{Figure, Words, svg};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, NodeList};

use super::dom;
use super::parts::Parts;
use super::save;

/// The controls of one key.
struct Control {
    key: &'static Key,
    element: Element,
    /// Each with whether it is a range.
    inputs: Vec<(HtmlInputElement, bool)>,
    buttons: Vec<Element>,
    /// The value that it shows and whether it can be used; `None` before the first time.
    shown: Option<(i32, bool)>,
}

/// The elements of a drawing in document order, each looked up when it is first written: waking a
/// figure takes the time of few of them.
struct Nodes {
    all: NodeList,
    known: Vec<Option<Element>>,
}

impl Nodes {
    fn below(drawing: &Element) -> Option<Self> {
        let all = drawing.query_selector_all("*").ok()?;
        let known = vec![None; all.length() as usize];
        Some(Self { all, known })
    }

    fn len(&self) -> usize {
        self.known.len()
    }

    fn get(&mut self, index: usize) -> Option<&Element> {
        let slot = self.known.get_mut(index)?;
        if slot.is_none() {
            *slot = self.all.item(index as u32).map(JsCast::unchecked_into);
        }
        slot.as_ref()
    }
}

/// The elements of a figure.
pub(super) struct View {
    figure: &'static Figure,
    prefix: String,
    drawing: Element,
    nodes: Nodes,
    /// The text in the elements whose text was written so far, by their index: changing it costs less
    /// than putting another in its place.
    texts: Vec<(usize, dom::Slate)>,
    /// The names of attributes written so far, as the browser has them.
    names: Vec<(Attribute, JsString)>,
    state: Element,
    cells: Vec<Element>,
    named: Vec<Element>,
    open: Option<Element>,
    status: Element,
    caption: Option<Element>,
    controls: Vec<Control>,
    scene: Scene,
    words: Words,
    /// Images that have no file yet, because the page does not draw them.
    waiting: Vec<Element>,
    /// What waits for those that the page does draw.
    arrivals: Vec<dom::Listener>,
    /// The parts of the drawing, for keyboard and pointer.
    pub(super) parts: Parts,
}

impl View {
    /// The view of a figure whose HTML shows `values` by this `scene` and these `words`; `None` if the
    /// HTML is not a figure's.
    pub(super) fn new(
        root: &Element,
        figure: &'static Figure,
        values: &[i32],
        scene: Scene,
        words: Words,
    ) -> Option<Self> {
        let frame = dom::find(root, ".figure-frame")?;
        let controls = figure.keys.iter().filter_map(|key| {
            let element = dom::find(root, &["[data-key=\"", key.name, "\"]"].concat())?;
            let inputs = dom::all(&element, "input");
            let inputs = inputs.into_iter().map(|input| {
                let input: HtmlInputElement = input.unchecked_into();
                let range = matches!(key.kind, Kind::Integer { .. }) && input.type_() == "range";
                (input, range)
            });
            Some(Control {
                key,
                buttons: dom::all(&element, "button"),
                inputs: inputs.collect(),
                element,
                shown: None,
            })
        });
        let drawing = dom::find(root, "svg")?;
        let mut view = Self {
            figure,
            prefix: frame.get_attribute("data-prefix").unwrap_or_default(),
            parts: Parts::new(&drawing, &scene, part_ids(figure)),
            waiting: dom::all(&drawing, &["image[", svg::WAITING, "]"].concat()),
            arrivals: Vec::new(),
            nodes: Nodes::below(&drawing)?,
            drawing,
            texts: Vec::new(),
            names: Vec::new(),
            state: dom::find(root, "[data-part=\"state\"]")?,
            cells: dom::all(root, "td[data-slot]"),
            named: dom::all(root, "a[data-named]"),
            open: dom::find(root, "a[data-part=\"open\"]"),
            status: dom::find(root, "[data-part=\"status\"]")?,
            controls: controls.collect(),
            caption: dom::find(root, "[data-part=\"caption\"]"),
            scene,
            words,
        };
        if view.nodes.len() != view.scene.count() {
            // The page was written by another version: draw it anew.
            view.redraw();
        }
        view.complete();
        view.replace_ground(root);
        view.show_parts(values);
        Some(view)
    }

    /// Adds what the page left out because this state does not draw it.
    fn complete(&mut self) {
        for (index, data) in self.scene.undrawn() {
            if let Some(node) = self.nodes.get(index) {
                dom::set(node, Attribute::Data.name(), data);
            }
        }
    }

    /// Lets the sheets take the place of the picture that stands below them in an article, all at
    /// once and not before the last of them is there: one alone would hide what lies over it. Without
    /// them, for want of a connection, the picture stays.
    fn replace_ground(&mut self, root: &Element) {
        let Some(ground) = dom::find(root, ".figure-ground") else {
            return;
        };
        let shown = |image: &Element| image.get_bounding_client_rect().width() > 0.0;
        let (shown, waiting) = self.waiting.drain(..).partition(shown);
        self.waiting = shown;
        let missing = Rc::new(Cell::new(self.waiting.len()));
        let arrivals = self.waiting.iter().map(|image| {
            let (missing, ground) = (missing.clone(), ground.clone());
            let mut came = false;
            dom::Listener::new(image, "load", move |_| {
                if !std::mem::replace(&mut came, true) {
                    missing.set(missing.get() - 1);
                    if missing.get() == 0 {
                        ground.remove();
                    }
                }
            })
        });
        self.arrivals = arrivals.collect();
        self.fetch();
        self.waiting = waiting;
    }

    /// Gives every image its file. What the page does not draw waits for this until somebody comes to
    /// the figure, and is there before it is drawn.
    pub(super) fn fetch(&mut self) {
        for image in self.waiting.drain(..) {
            if let Some(address) = image.get_attribute(svg::WAITING) {
                dom::set(&image, "href", &address);
                let _ = image.remove_attribute(svg::WAITING);
            }
        }
    }

    fn redraw(&mut self) {
        self.fetch();
        let files = dom::all(&self.drawing, "image");
        self.drawing
            .set_inner_html(&svg::inner(&self.scene, &self.prefix));
        self.texts.clear();
        if let Some(nodes) = Nodes::below(&self.drawing) {
            self.nodes = nodes;
        }
        // Only the page knows where the files of images are.
        for (image, file) in dom::all(&self.drawing, "image").iter().zip(&files) {
            let sheet = image.get_attribute("href").unwrap_or_default();
            if let Some(address) = sheet_address(file, &sheet) {
                dom::set(image, "href", &address);
            }
        }
        self.parts = Parts::new(&self.drawing, &self.scene, part_ids(self.figure));
    }

    /// The sheet that the drawing lies on, ready to take the focus.
    pub(super) fn leaf(&self) -> Option<Element> {
        let leaf = self.drawing.parent_element()?;
        dom::set(&leaf, "tabindex", "-1");
        Some(leaf)
    }

    /// Writes below the drawing, for those who see it, what has the focus.
    pub(super) fn caption(&self, words: &str) {
        if let Some(caption) = &self.caption {
            dom::set_text(caption, words);
        }
    }

    /// Saves the drawing as a file, `painted` as PNG and else as SVG.
    pub(super) fn save(&self, painted: bool) {
        let save = if painted { save::png } else { save::svg };
        save(&self.drawing, &self.scene, self.figure.name);
    }

    /// The width of a drawing unit on the screen, in CSS pixels.
    pub(super) fn unit(&self) -> f64 {
        self.drawing.get_bounding_client_rect().width() / f64::from(self.scene.size.0.max(1))
    }

    /// Draws `values` by touching only what differs from what is shown, and moves the controls.
    /// The words follow with [`View::tell`]. The control that `by` the reader was changed shows the
    /// value already, and whoever types into a field is not interrupted.
    pub(super) fn draw(&mut self, values: &[i32], by: Option<&HtmlInputElement>) {
        self.fetch();
        let mut scene = (self.figure.scene)(values);
        match diff(&self.scene, &scene) {
            Some(patches) => {
                self.write(&patches);
                std::mem::swap(&mut self.scene, &mut scene);
                self.scene.keep_undrawn(scene);
            }
            None => {
                self.scene = scene;
                self.redraw();
            }
        }
        let enabled = (self.figure.enabled)(values);
        for (control, now) in self.controls.iter_mut().zip(values.iter().zip(&enabled)) {
            control.show(*now.0, *now.1, by);
        }
    }

    /// Writes what changed into the drawing.
    fn write(&mut self, patches: &[Patch<'_>]) {
        let values = dom::strings(patches.iter().map(|patch| patch.value));
        for (patch, value) in patches.iter().zip(values) {
            let Some(node) = self.nodes.get(patch.element) else {
                continue;
            };
            let slate: &dom::Slate = node.unchecked_ref();
            let Some(attribute) = patch.attribute else {
                let mut known = self.texts.iter();
                if let Some((_, text)) = known.find(|(element, _)| *element == patch.element) {
                    text.set_data(&value);
                } else if let Some(text) = slate.first_child() {
                    text.set_data(&value);
                    self.texts.push((patch.element, text));
                } else {
                    slate.set_text(&value);
                }
                continue;
            };
            let unique = if attribute == Attribute::Sheet {
                let address = sheet_address(node, patch.value);
                // WebKit looks at the fragment of an address only when an image is new to it.
                let _ = node.remove_attribute("href");
                let _ = node.get_bounding_client_rect();
                address
            } else {
                svg::resolved(attribute, patch.value, &self.prefix)
            };
            let value = unique.map_or(value, JsValue::from);
            let known = self.names.iter().position(|name| name.0 == attribute);
            let index = known.unwrap_or_else(|| {
                let name = JsString::from(attribute.name());
                self.names.push((attribute, name));
                self.names.len() - 1
            });
            slate.write(&self.names[index].1, &value);
        }
    }

    /// Writes what the state is in words and numbers, and where it leads.
    pub(super) fn tell(&mut self, values: &[i32], address: &str) {
        self.show_words((self.figure.words)(values));
        for (link, named) in self.named.iter().zip(self.figure.named) {
            if self.figure.parse(named.query) == values {
                dom::set(link, "aria-current", "true");
            } else {
                let _ = link.remove_attribute("aria-current");
            }
        }
        if let Some(open) = &self.open {
            dom::set(open, "href", &plates::link(self.figure, values, address));
        }
    }

    /// Writes the sentence and the numbers that differ from those that are shown.
    fn show_words(&mut self, words: Words) {
        if self.words.state != words.state {
            dom::set_text(&self.state, &words.state);
        }
        let was = self.words.rows.iter().flat_map(|row| &row.cells);
        let is = words.rows.iter().flat_map(|row| &row.cells);
        for (cell, (was, is)) in self.cells.iter().zip(was.zip(is)) {
            if was != is {
                cell.set_text_content(Some(is));
            }
        }
        self.words = words;
    }

    /// Brings names, choice and tab stop of the parts up to date, once the figure rests.
    pub(super) fn show_parts(&self, values: &[i32]) {
        self.parts.keep_stop();
        if let Some(key) = self.figure.part_key() {
            let chosen = usize::try_from(values[key]).unwrap_or_default();
            let ids = part_ids(self.figure);
            self.parts
                .show_chosen(ids.get(chosen).copied().unwrap_or_default());
        }
    }

    /// Every control's element with the place of its key.
    pub(super) fn inputs(&self) -> impl Iterator<Item = (usize, &HtmlInputElement)> {
        let controls = self.controls.iter().enumerate();
        controls.flat_map(|(index, control)| {
            let inputs = control.inputs.iter();
            inputs.map(move |(input, _)| (index, input))
        })
    }

    /// The place of a link among the states with a name.
    pub(super) fn named_of(&self, link: &Element) -> Option<usize> {
        self.named.iter().position(|element| element == link)
    }

    /// Tells those who do not see the drawing.
    pub(super) fn announce(&self, sentence: &str) {
        self.status.set_text_content(Some(sentence));
    }

    /// Shows what was announced to everybody.
    pub(super) fn reveal_status(&self) {
        let _ = self.status.class_list().remove_1("visually-hidden");
    }

    /// The key whose control an element belongs to: its place among the keys.
    pub(super) fn key_of(&self, element: &Element) -> Option<usize> {
        let name = element
            .closest("[data-key]")
            .ok()??
            .get_attribute("data-key")?;
        self.figure.keys.iter().position(|key| key.name == name)
    }
}

/// The ids of the parts that can be chosen; `none` is the first.
fn part_ids(figure: &Figure) -> &'static [&'static str] {
    match figure.part_key().map(|key| figure.keys[key].kind) {
        Some(Kind::Part { ids, .. }) => ids,
        _ => &[],
    }
}

/// The address of the file that an image shows, with the fragment of the sheet's new name.
fn sheet_address(image: &Element, sheet: &str) -> Option<String> {
    let address = image.get_attribute("href")?;
    let file = address.split('#').next()?;
    Some(match sheet.split_once('#') {
        Some((_, fragment)) => [file, "#", fragment].concat(),
        None => file.to_owned(),
    })
}

impl Control {
    /// Shows the value and whether it can be changed, where either differs from what is shown.
    fn show(&mut self, value: i32, enabled: bool, by: Option<&HtmlInputElement>) {
        let now = (value, enabled);
        let Some(was) = self.shown.replace(now) else {
            self.show_value(value, by);
            self.enable(enabled);
            return;
        };
        if was.0 != value {
            self.show_value(value, by);
        }
        if was.1 != enabled {
            self.enable(enabled);
        }
    }

    fn enable(&self, enabled: bool) {
        if self.key.kind.words().is_none() || matches!(self.key.kind, Kind::Flag) {
            for (input, _) in &self.inputs {
                input.set_disabled(!enabled);
            }
            for button in &self.buttons {
                let _ = button.toggle_attribute_with_force("disabled", !enabled);
            }
        } else {
            let _ = self
                .element
                .toggle_attribute_with_force("disabled", !enabled);
        }
    }

    fn show_value(&self, value: i32, by: Option<&HtmlInputElement>) {
        match self.key.kind {
            Kind::Integer { .. } => {
                let mut digits = String::new();
                plates::path::push_integer(&mut digits, value);
                for &(ref input, range) in &self.inputs {
                    if by != Some(input) {
                        input.set_value(&digits);
                    }
                    if range {
                        dom::set(
                            input,
                            "aria-valuetext",
                            &plates::value_text(self.key, value),
                        );
                    }
                }
            }
            Kind::Flag => {
                for (input, _) in &self.inputs {
                    input.set_checked(value == 1);
                }
            }
            kind => {
                let words = kind.words().unwrap_or_default();
                let chosen = words.get(value as usize).copied().unwrap_or_default();
                for (input, _) in &self.inputs {
                    input.set_checked(input.value() == chosen);
                }
            }
        }
    }
}
