//! A sheet with little ink, for thumbnails: there the finest strokes are thinner than a pixel, and
//! they are most of the bytes.

use crate::number::fixed;
use crate::path::push_integer;
use crate::scene::{Attribute, Element};

/// How much ink is left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ink {
    /// A pen up to this width leaves nothing at this size.
    fine: f64,
    /// One of so many strokes of the wider pens is kept, and drawn with a pen of the width behind it.
    strokes: usize,
    width: f64,
}

/// For a picture of a few centimeters.
pub(crate) const SMALL: Ink = Ink {
    fine: 1.7,
    strokes: 10,
    width: 2.0,
};
/// For a picture as wide as a text, that others soon take the place of.
pub(crate) const MIDDLE: Ink = Ink {
    fine: 1.5,
    strokes: 5,
    width: 1.9,
};

/// One of so many steps of shading is kept, and drawn darker.
const SHADES: usize = 3;

/// `elements` of a sheet without what a small picture does not show.
pub(super) fn thinned(elements: &[Element], ink: Ink) -> Vec<Element> {
    let mut shades = 0;
    let mut kept = Vec::with_capacity(elements.len());
    for element in elements {
        let number = |wanted| {
            let found = element.attributes.iter().find(|(name, _)| *name == wanted);
            found.and_then(|(_, value)| value.parse::<f64>().ok())
        };
        if number(Attribute::FillOpacity).is_some_and(|opacity| opacity < 0.2) {
            shades += 1;
            if shades % SHADES == 1 {
                kept.push(with(element, Attribute::FillOpacity, SHADES as f64));
            }
            continue;
        }
        let pen = number(Attribute::StrokeWidth).unwrap_or(f64::INFINITY);
        if pen <= ink.fine {
            continue;
        }
        let hatching = element
            .data()
            .filter(|_| pen < 5.0)
            .and_then(|data| sparse(data, ink.strokes));
        let mut thin = element.clone();
        if let Some(children) = thin.list_mut() {
            *children = thinned(children, ink);
        }
        if let Some(data) = hatching {
            thin = with(&thin, Attribute::StrokeWidth, ink.width);
            thin.set(Attribute::Data, data);
        }
        kept.push(thin);
    }
    kept
}

/// `element` with the number of an attribute times `factor`.
fn with(element: &Element, attribute: Attribute, factor: f64) -> Element {
    let mut changed = element.clone();
    let found = element
        .attributes
        .iter()
        .find(|(name, _)| *name == attribute);
    if let Some(value) = found.and_then(|(_, value)| value.parse::<f64>().ok()) {
        changed.set(attribute, fixed(factor * value, 2));
    }
    changed
}

/// Path data with one of `every` strokes; `None` if it is no row of open strokes.
fn sparse(data: &str, every: usize) -> Option<String> {
    let mut out = String::new();
    let (mut at, mut written) = ((0, 0), (0, 0));
    let mut count = 0;
    for stroke in data.split('m').skip(1) {
        let kept = count % every == 0;
        count += 1;
        // The first pair is the way from the end of the stroke before.
        let (first, tail) = pair(stroke)?;
        at = (at.0 + first.0, at.1 + first.1);
        if kept {
            out.push('m');
            push_pair(&mut out, (at.0 - written.0, at.1 - written.1));
            let joined = tail.starts_with(|letter: char| letter.is_ascii_digit());
            out.push_str(if joined { " " } else { "" });
            out.push_str(tail);
        }
        let mut rest = tail;
        let mut command = 'l';
        while let Some(letter) = rest.trim_start().chars().next() {
            if letter.is_ascii_alphabetic() {
                command = letter;
                rest = &rest.trim_start()[1..];
            }
            match command {
                'h' | 'v' => {
                    let (by, after) = integer(rest)?;
                    if command == 'h' {
                        at.0 += by;
                    } else {
                        at.1 += by;
                    }
                    rest = after;
                }
                'l' | 'q' => {
                    if command == 'q' {
                        rest = pair(rest)?.1;
                    }
                    let (by, after) = pair(rest)?;
                    at = (at.0 + by.0, at.1 + by.1);
                    rest = after;
                }
                _ => return None,
            }
        }
        if kept {
            written = at;
        }
    }
    (count > every).then_some(out)
}

fn push_pair(out: &mut String, (x, y): (i32, i32)) {
    push_integer(out, x);
    out.push_str(if y < 0 { "" } else { " " });
    push_integer(out, y);
}

/// The integer at the start of path data, and what follows.
fn integer(data: &str) -> Option<(i32, &str)> {
    let data = data.trim_start();
    let body = data.strip_prefix('-').unwrap_or(data);
    let end = body.find(|letter: char| !letter.is_ascii_digit());
    let length = data.len() - body.len() + end.unwrap_or(body.len());
    Some((data[..length].parse().ok()?, &data[length..]))
}

fn pair(data: &str) -> Option<((i32, i32), &str)> {
    let (x, rest) = integer(data)?;
    let (y, rest) = integer(rest)?;
    Some(((x, y), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;
    use crate::path::Path;

    #[test]
    fn strokes_that_stay_stay_where_they_are() {
        let mut all = Path::new();
        let mut few = Path::new();
        for stroke in 0..9 {
            let x = f64::from(stroke) * 10.0;
            let mut paths = vec![&mut all];
            if stroke % 3 == 0 {
                paths.push(&mut few);
            }
            for path in paths {
                path.move_to(point(x, -3.0));
                path.bend_to(point(x + 2.0, 5.0), point(x + 1.0, 9.0));
                path.line_to(point(x + 4.0, 9.0));
                path.line_to(point(x + 6.0, 12.0));
            }
        }
        assert_eq!(sparse(&all.data(), 3), Some(few.data()));
        assert_eq!(
            sparse("m0 0c1 1 2 2 3 3", 3),
            None,
            "an outline is no hatching"
        );
    }

    #[test]
    fn a_thumbnail_of_a_sheet_is_a_fraction_of_it() {
        for sheet in super::super::SHEETS {
            let (whole, small) = (sheet.inner("a").len(), sheet.thinned("a", SMALL).len());
            assert!(
                2 * small < whole || whole < 4_000,
                "{}: {small} of {whole}",
                sheet.name
            );
        }
    }
}
