//! A small typed SVG tree.
//!
//! Invariant: the tree of one figure has the same shape in every state. Only attribute values
//! and texts change, so a live drawing is updated without building or removing elements; what
//! a state does not show is there with `display="none"`.

pub use crate::element::{Content, Element, Node, Text};
pub use crate::tag::{Attribute, Tag};
pub use crate::theme::Token;

/// A named part of a drawing; ids are permanent because links and quizzes point at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The permanent id, unique within the drawing.
    pub id: &'static str,
    /// What the part is called.
    pub name: &'static str,
    /// One sentence on what is drawn.
    pub description: &'static str,
}

/// A whole drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// The left and top of the view box in drawing units.
    pub corner: (i32, i32),
    /// The width and height of the view box in drawing units.
    pub size: (i32, i32),
    /// The accessible name.
    pub title: Text,
    /// The accessible description.
    pub description: Text,
    /// The elements in paint order.
    pub elements: Vec<Element>,
}

impl Scene {
    /// The named parts in document order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        fn collect(elements: &[Element], parts: &mut Vec<Part>) {
            for element in elements {
                parts.extend(element.part);
                if let Content::Children(children) = &element.content {
                    collect(children, parts);
                }
            }
        }
        let mut parts = Vec::new();
        collect(&self.elements, &mut parts);
        parts
    }

    /// What this state draws, without the rest: for a drawing that stays as it is.
    #[must_use]
    pub fn drawn(mut self) -> Self {
        fn keep(elements: &mut Vec<Element>) {
            elements.retain(|element| !crate::svg::is_undrawn(element));
            for element in elements {
                if let Some(children) = element.list_mut() {
                    keep(children);
                }
            }
        }
        keep(&mut self.elements);
        self
    }

    /// What of this state has ink, without what is only there to be chosen: for a picture.
    #[must_use]
    pub fn inked(self) -> Self {
        fn keep(elements: &mut Vec<Element>) {
            let clear = (Attribute::FillOpacity, Text::from("0"));
            elements.retain(|element| !element.attributes.contains(&clear));
            for children in elements.iter_mut().filter_map(Element::list_mut) {
                keep(children);
            }
        }
        let mut scene = self.drawn();
        keep(&mut scene.elements);
        scene
    }

    /// The sheets that this state draws, with what they borrow, and nothing else; `None` if it draws
    /// none.
    #[must_use]
    pub fn ground(self) -> Option<Self> {
        fn keep(elements: &mut Vec<Element>) -> bool {
            let mut found = false;
            elements.retain_mut(|element| {
                let sheets = element.tag == Tag::Image || element.list_mut().is_some_and(keep);
                found |= sheets;
                sheets
            });
            found
        }
        fn lends(element: &Element) -> bool {
            let mut attributes = element.attributes.iter();
            attributes.any(|(attribute, _)| *attribute == Attribute::Id)
        }
        let mut scene = self.drawn();
        let (mut ground, mut rest) = (Vec::new(), std::mem::take(&mut scene.elements));
        ground.extend(rest.extract_if(.., |element| lends(element)));
        let found = keep(&mut rest);
        ground.append(&mut rest);
        scene.elements = ground;
        found.then_some(scene)
    }

    /// The named parts that this state draws, in document order.
    #[must_use]
    pub fn drawn_parts(&self) -> Vec<Part> {
        fn collect(elements: &[Element], parts: &mut Vec<Part>) {
            for element in elements.iter().filter(|element| !element.is_hidden()) {
                parts.extend(element.part);
                if let Content::Children(children) = &element.content {
                    collect(children, parts);
                }
            }
        }
        let mut parts = Vec::new();
        collect(&self.elements, &mut parts);
        parts
    }
}

impl Scene {
    /// The path data that the written drawing leaves out, by the index of the element in document
    /// order below the `svg` element.
    #[must_use]
    pub fn undrawn(&self) -> Vec<(usize, &str)> {
        fn walk<'scene>(
            elements: &'scene [Element],
            undrawn: bool,
            next: &mut usize,
            found: &mut Vec<(usize, &'scene str)>,
        ) {
            for element in elements {
                let undrawn = undrawn || crate::svg::is_undrawn(element);
                for (attribute, value) in &element.attributes {
                    if undrawn && *attribute == Attribute::Data {
                        found.push((*next, value));
                    }
                }
                *next += 1;
                if let Content::Children(children) = &element.content {
                    walk(children, undrawn, next, found);
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.elements, false, &mut 0, &mut found);
        found
    }
}

impl Scene {
    /// How many elements the drawing has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.elements.iter().map(Element::count).sum()
    }

    /// Takes over what neither this drawing nor `shown` draws as `shown` has it, because [`diff`]
    /// does not tell of it: afterwards this is what a live drawing of `shown` has come to be.
    pub fn keep_undrawn(&mut self, shown: Self) {
        // What copies share is changed in a copy of its own, and only if it has to be.
        fn kept(new: &Element, shown: &Element) -> Option<Element> {
            if new.is_same(shown) {
                return None;
            }
            if both_undrawn(shown, new) {
                return Some(shown.clone());
            }
            let (Content::Children(is), Content::Children(was)) = (&new.content, &shown.content)
            else {
                return None;
            };
            let mut changed: Option<Element> = None;
            for (index, (is, was)) in is.iter().zip(was).enumerate() {
                if let Some(child) = kept(is, was) {
                    let copy = changed.get_or_insert_with(|| new.clone());
                    copy.children_mut()[index] = child;
                }
            }
            changed
        }
        fn keep(new: &mut [Element], shown: &[Element]) {
            for (new, shown) in new.iter_mut().zip(shown) {
                if new.is_same(shown) {
                    continue;
                }
                if both_undrawn(shown, new) {
                    *new = shown.clone();
                } else if let Content::Children(was) = &shown.content {
                    match new.own_children_mut() {
                        Some(children) => keep(children, was),
                        None => {
                            if let Some(changed) = kept(new, shown) {
                                *new = changed;
                            }
                        }
                    }
                }
            }
        }
        keep(&mut self.elements, &shown.elements);
    }
}

/// One change of a live drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patch<'new> {
    /// Which element: its index in document order below the `svg` element.
    pub element: usize,
    /// The attribute to set, or `None` for the element's text.
    pub attribute: Option<Attribute>,
    /// The new value, before local ids are made unique.
    pub value: &'new str,
}

/// Whether a reader sees neither the one nor the other.
fn both_undrawn(old: &Element, new: &Element) -> bool {
    crate::svg::is_undrawn(old) && crate::svg::is_undrawn(new)
}

/// What changes from `old` to `new`, or `None` when the trees differ in shape.
///
/// What neither draws is left out: moving what nobody sees costs as much as moving what is seen.
/// So a live drawing keeps there what it had, see [`Scene::keep_undrawn`].
#[must_use]
pub fn diff<'new>(old: &Scene, new: &'new Scene) -> Option<Vec<Patch<'new>>> {
    fn walk<'new>(
        old: &[Element],
        new: &'new [Element],
        next: &mut usize,
        patches: &mut Vec<Patch<'new>>,
    ) -> Option<()> {
        if old.len() != new.len() {
            return None;
        }
        for (before, after) in old.iter().zip(new) {
            let element = *next;
            if before.is_same(after) {
                *next += after.count();
                continue;
            }
            *next += 1;
            if before.tag != after.tag || before.attributes.len() != after.attributes.len() {
                return None;
            }
            if both_undrawn(before, after) {
                let count = before.count();
                if after.count() != count {
                    return None;
                }
                *next += count - 1;
                continue;
            }
            for (was, is) in before.attributes.iter().zip(&after.attributes) {
                if was.0 != is.0 {
                    return None;
                }
                if was.1 != is.1 {
                    let attribute = Some(is.0);
                    patches.push(Patch {
                        element,
                        attribute,
                        value: &is.1,
                    });
                }
            }
            match (&before.content, &after.content) {
                (Content::Children(was), Content::Children(is)) => walk(was, is, next, patches)?,
                (Content::Text(was), Content::Text(is)) => {
                    if was != is {
                        patches.push(Patch {
                            element,
                            attribute: None,
                            value: is,
                        });
                    }
                }
                _ => return None,
            }
        }
        Some(())
    }
    let mut patches = Vec::new();
    walk(&old.elements, &new.elements, &mut 0, &mut patches)?;
    Some(patches)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;

    fn scene(label: &'static str, radius: f64) -> Scene {
        Scene {
            corner: (0, 0),
            size: (10, 10),
            title: "t".into(),
            description: "d".into(),
            elements: vec![
                Element::group(vec![Element::circle(point(1.0, 2.0), radius)]),
                Element::text(point(0.0, 0.0), label),
            ],
        }
    }

    #[test]
    fn diff_names_only_what_changed() {
        let (old, new) = (scene("a", 3.0), scene("b", 4.0));
        let patches = diff(&old, &new).expect("same shape");
        assert_eq!(
            patches,
            [
                Patch {
                    element: 1,
                    attribute: Some(Attribute::R),
                    value: "4"
                },
                Patch {
                    element: 2,
                    attribute: None,
                    value: "b"
                },
            ]
        );
        assert_eq!(diff(&old, &old), Some(Vec::new()));
    }

    #[test]
    fn what_is_not_drawn_is_written_without_data_and_told_to_live_drawings() {
        let shape = |shown| {
            Element::group(vec![
                Element::path("m1 2h3"),
                Element::path("m4 5h6").shown(shown),
            ])
        };
        let other = |shown| Element::group(vec![Element::path("m7 8h9")]).shown(shown);
        let of = |elements| Scene {
            elements,
            ..scene("a", 3.0)
        };
        let hidden = of(vec![shape(false), other(false)]);
        assert_eq!(hidden.undrawn(), [(2, "m4 5h6"), (4, "m7 8h9")]);
        let mut written = String::new();
        let options = crate::svg::SvgOptions {
            prefix: "f",
            class: "drawing",
            naming: crate::svg::Naming::Inside,
            fetch: true,
        };
        crate::svg::push_svg(&mut written, &hidden, &options);
        assert!(written.contains("m1 2h3"));
        assert!(!written.contains("m4 5h6") && !written.contains("m7 8h9"));
        assert!(
            crate::svg::inner(&hidden, "f").contains("m7 8h9"),
            "a live drawing has all"
        );
        assert!(of(vec![shape(true), other(true)]).undrawn().is_empty());
        // What another element borrows is drawn after all.
        let lent = other(false).with(Attribute::Id, "lent");
        assert!(of(vec![lent]).undrawn().is_empty());
    }

    #[test]
    fn what_stays_undrawn_is_left_alone_until_it_is_drawn() {
        let of = |data: &'static str, shown| Scene {
            elements: vec![
                Element::group(vec![Element::path(data)]).shown(shown),
                Element::circle(point(1.0, 2.0), 3.0),
            ],
            ..scene("a", 3.0)
        };
        let first = of("m1 2h3", false);
        let mut second = of("m4 5h6", false);
        assert_eq!(diff(&first, &second), Some(Vec::new()));
        second.keep_undrawn(first.clone());
        assert_eq!(second, first);
        let third = of("m4 5h6", true);
        let patches = diff(&second, &third).expect("same shape");
        let values: Vec<_> = patches
            .iter()
            .map(|patch| (patch.element, patch.value))
            .collect();
        assert_eq!(values, [(0, "inline"), (1, "m4 5h6")]);
        let mut third = third;
        third.keep_undrawn(second);
        assert_eq!(third, of("m4 5h6", true));
    }

    #[test]
    fn what_scenes_share_is_kept_as_it_is_drawn_and_nobody_elses_copy_changes() {
        let hidden = |data: &'static str| Element::group(vec![Element::path(data)]).shown(false);
        let shared =
            |data| Element::group(vec![hidden(data), Element::circle(point(0.0, 0.0), 1.0)]);
        let of = |element: &Element| Scene {
            elements: vec![element.clone(), Element::circle(point(1.0, 2.0), 3.0)],
            ..scene("a", 3.0)
        };
        let (first, second) = (shared("m1 2h3"), shared("m4 5h6"));
        let shown = of(&first);
        assert_eq!(diff(&shown, &of(&first)), Some(Vec::new()));
        let mut next = of(&second);
        assert_eq!(diff(&shown, &next), Some(Vec::new()));
        next.keep_undrawn(shown);
        assert_eq!(next.elements[0], first, "as the page has it");
        assert_eq!(second, shared("m4 5h6"), "the copy that is kept elsewhere");
        // What follows a shared group is still told by its place in the document.
        let mut moved = of(&second);
        moved.elements[1] = Element::circle(point(1.0, 2.0), 4.0);
        let shown = of(&second);
        let patches = diff(&shown, &moved).expect("same shape");
        assert_eq!(patches.len(), 1);
        assert_eq!(patches[0].element, 4);
    }

    #[test]
    fn diff_refuses_another_shape() {
        let mut other = scene("a", 3.0);
        other.elements.pop();
        assert_eq!(diff(&scene("a", 3.0), &other), None);
    }
}
