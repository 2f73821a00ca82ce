//! Letters as paths: the site's font, at any weight it has.

use std::fmt::Write;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

/// `public/fonts/literata.woff2`, unpacked: see `fonts/README.md`.
const FILE: &[u8] = include_bytes!("../../../fonts/literata.ttf");

/// The font at one weight.
pub(super) struct Font {
    face: Face<'static>,
    pairs: Vec<PairAdjustment<'static>>,
}

/// A line of letters.
pub(super) struct Line {
    /// The letters as path data; the first begins at the origin.
    pub(super) path: String,
    /// How far the line reaches to the right.
    pub(super) width: f64,
}

impl Font {
    /// The font at a weight from 400 to 700; `None` if the file cannot be read.
    pub(super) fn of_weight(weight: f32) -> Option<Self> {
        let mut face = Face::parse(FILE, 0).ok()?;
        face.set_variation(Tag::from_bytes(b"wght"), weight)?;
        let mut pairs = Vec::new();
        for lookup in face.tables().gpos?.lookups {
            for table in lookup.subtables.into_iter::<PositioningSubtable<'_>>() {
                if let PositioningSubtable::Pair(pair) = table {
                    pairs.push(pair);
                }
            }
        }
        Some(Self { face, pairs })
    }

    /// Whether the font has a letter.
    #[cfg(test)]
    pub(super) fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }

    /// `text` at `size` units for an em. A letter that the font lacks is left
    /// out.
    pub(super) fn line(&self, text: &str, size: f64) -> Line {
        let scale = size / f64::from(self.face.units_per_em());
        let mut pen = Pen {
            path: String::new(),
            scale,
            x: 0.0,
        };
        let mut before = None;
        for character in text.chars() {
            let Some(glyph) = self.face.glyph_index(character) else {
                continue;
            };
            if let Some(before) = before {
                pen.x += f64::from(self.kerning(before, glyph)) * scale;
            }
            self.face.outline_glyph(glyph, &mut pen);
            pen.x += f64::from(self.face.glyph_hor_advance(glyph).unwrap_or_default()) * scale;
            before = Some(glyph);
        }
        Line {
            path: pen.path,
            width: pen.x,
        }
    }

    /// How much nearer or farther `second` stands after `first`, in units of
    /// the font.
    fn kerning(&self, first: GlyphId, second: GlyphId) -> i16 {
        let value = |pair: &PairAdjustment<'_>| {
            let at = pair.coverage().get(first)?;
            let (value, _) = match pair {
                PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(second)?,
                PairAdjustment::Format2 {
                    classes, matrix, ..
                } => matrix.get((classes.0.get(first), classes.1.get(second)))?,
            };
            Some(value.x_advance)
        };
        self.pairs.iter().find_map(value).unwrap_or_default()
    }
}

/// Writes outlines as path data, upright and to scale.
struct Pen {
    path: String,
    scale: f64,
    x: f64,
}

impl Pen {
    fn push(&mut self, command: char, places: &[(f32, f32)]) {
        self.path.push(command);
        for (at, (x, y)) in places.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            let x = self.x + f64::from(*x) * self.scale;
            let y = -f64::from(*y) * self.scale;
            // Writing to a string does not fail.
            let _ = write!(self.path, "{space}{x:.1} {y:.1}");
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn font(weight: f32) -> Font {
        Font::of_weight(weight).expect("the font is there")
    }

    #[test]
    fn letters_have_a_width_and_pairs_are_kerned() {
        let font = font(400.0);
        let width = |text: &str| font.line(text, 100.0).width;
        assert!(width("n") > 40.0 && width("n") < 80.0, "{}", width("n"));
        assert!(width("To") < width("T") + width("o"), "kerned");
        assert!((font.line("To", 10.0).width * 10.0 - width("To")).abs() < 1e-9);
    }

    #[test]
    fn bold_letters_are_wider_and_drawn_otherwise() {
        let (plain, bold) = (font(400.0).line("m", 20.0), font(700.0).line("m", 20.0));
        assert!(bold.width > plain.width);
        assert_ne!(plain.path, bold.path);
    }

    #[test]
    fn missing_letters_are_left_out() {
        let font = font(400.0);
        assert!(font.has('a') && !font.has('\u{6f22}'));
        assert_eq!(font.line("a\u{6f22}b", 9.0).path, font.line("ab", 9.0).path);
    }
}
