//! A preview image: the site's name, a title, a line below, a drawing beside.

use std::fmt::Write;

use plates::scene::Scene;
use plates::svg::push_attribute;

use super::drawing::{self, Ink};
use super::font::Font;

/// The size of a preview image: what the sites that show them ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// The column of words: left edge and width.
const COLUMN: (f64, f64) = (72.0, 400.0);
/// Where the title stands: top and bottom.
const TITLE: (f64, f64) = (168.0, 446.0);
/// Sizes of the title, from the one of a few words to the one of many.
const TITLE_SIZES: [f64; 9] = [70.0, 64.0, 58.0, 52.0, 47.0, 43.0, 39.0, 35.0, 31.0];
const TITLE_LINE: f64 = 1.1;
/// Where the drawing fits: left, top, width and height.
const DRAWING: [f64; 4] = [536.0, 44.0, 620.0, 542.0];
/// The rule above the last lines.
const RULE: f64 = 478.0;
const FOOT_SIZE: f64 = 25.0;
/// Lines below the rule at most.
const FOOT_LINES: usize = 2;

/// What a preview image shows.
pub(super) struct Card<'c> {
    /// The site's name.
    pub(super) name: &'c str,
    /// The shapes of the site's mark on a sheet of 32 to 32 units; may be empty.
    pub(super) mark: &'c str,
    /// What the page is about.
    pub(super) title: &'c str,
    /// What kind of page it is.
    pub(super) foot: &'c str,
    /// The drawing, from back to front.
    pub(super) drawing: &'c [Scene],
}

impl Card<'_> {
    /// The image as SVG.
    pub(super) fn svg(&self, ink: &Ink) -> String {
        let (width, height) = SIZE;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\"><rect width=\"100%\" height=\"100%\""
        );
        push_attribute(&mut out, "fill", ink.color("paper"));
        out.push_str("/>");
        for (at, scene) in self.drawing.iter().enumerate() {
            push_drawing(&mut out, scene, &format!("d{at}"), ink);
        }
        self.push_name(&mut out, ink);
        self.push_title(&mut out, ink);
        self.push_foot(&mut out, ink);
        out.push_str("</svg>");
        ink.light(&plates::atlas::inlined(&out))
    }

    fn push_name(&self, out: &mut String, ink: &Ink) {
        let mut left = COLUMN.0;
        if !self.mark.is_empty() {
            out.push_str("<g transform=\"translate(72 64) scale(1.44)\"");
            push_attribute(out, "fill", ink.color("muscle"));
            out.push('>');
            out.push_str(self.mark);
            out.push_str("</g>");
            left += 60.0;
        }
        let line = ink.font(600.0).line(self.name, 30.0).path;
        push_line(out, &line, (left, 100.0), ink.color("ink"));
    }

    fn push_title(&self, out: &mut String, ink: &Ink) {
        let (size, lines) = fit_title(ink.font(500.0), self.title);
        let (top, bottom) = TITLE;
        let tall = height(size, lines.len());
        let mut y = top + (bottom - top - tall) / 2.0 + size * 0.75;
        for line in lines {
            let line = ink.font(500.0).line(line, size).path;
            push_line(out, &line, (COLUMN.0, y), ink.color("ink"));
            y += size * TITLE_LINE;
        }
    }

    fn push_foot(&self, out: &mut String, ink: &Ink) {
        let (left, width) = COLUMN;
        let (line, dot) = (ink.color("ink"), ink.color("red"));
        // Writing to a string does not fail.
        let _ = write!(
            out,
            "<path d=\"M{left} {RULE}h{width}\" stroke=\"{line}\" stroke-width=\"1.5\"/>\
             <circle cx=\"{}\" cy=\"{RULE}\" r=\"5\" fill=\"{dot}\"/>",
            left + 4.0
        );
        let font = ink.font(400.0);
        let lines = wrap(font, self.foot, FOOT_SIZE, width);
        let mut y = RULE + 48.0;
        for line in lines.iter().take(FOOT_LINES) {
            let line = font.line(line, FOOT_SIZE).path;
            push_line(out, &line, (left, y), ink.color("ink-soft"));
            y += FOOT_SIZE * 1.4;
        }
    }
}

fn push_line(out: &mut String, path: &str, (x, y): (f64, f64), color: &str) {
    out.push_str("<path");
    push_attribute(out, "transform", &format!("translate({x:.2} {y:.2})"));
    push_attribute(out, "fill", color);
    push_attribute(out, "d", path);
    out.push_str("/>");
}

/// The scene as large as the place for it allows, in the middle of it.
fn push_drawing(out: &mut String, scene: &Scene, prefix: &str, ink: &Ink) {
    let [left, top, width, height] = DRAWING;
    let _ = write!(
        out,
        "<svg x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{} {} {} {}\">",
        scene.corner.0, scene.corner.1, scene.size.0, scene.size.1
    );
    drawing::push(out, scene, prefix, ink);
    out.push_str("</svg>");
}

/// The largest size at which `title` fits, and its lines.
fn fit_title<'t>(font: &Font, title: &'t str) -> (f64, Vec<&'t str>) {
    let mut fitted = (0.0, Vec::new());
    for size in TITLE_SIZES {
        fitted = (size, wrap(font, title, size, COLUMN.1));
        if is_inside(font, &fitted) {
            break;
        }
    }
    fitted
}

/// Whether lines of a size stay within the title's place.
fn is_inside(font: &Font, (size, lines): &(f64, Vec<&str>)) -> bool {
    let wide = |line: &&str| font.line(line, *size).width <= COLUMN.1;
    height(*size, lines.len()) <= TITLE.1 - TITLE.0 && lines.iter().all(wide)
}

/// From the top of the first line's capitals, which are three quarters of an
/// em high, to the last line.
fn height(size: f64, lines: usize) -> f64 {
    size * (0.75 + TITLE_LINE * (lines.saturating_sub(1)) as f64)
}

/// Whether `title` fits at one of the sizes.
#[cfg(test)]
pub(super) fn fits(ink: &Ink, title: &str) -> bool {
    let font = ink.font(500.0);
    is_inside(font, &fit_title(font, title))
}

/// `text` in lines not wider than `width`, unless a single word is.
fn wrap<'t>(font: &Font, text: &'t str, size: f64, width: f64) -> Vec<&'t str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let ends = rest.match_indices(' ').map(|(at, _)| at);
        let mut end = rest.len();
        for at in ends.chain([rest.len()]) {
            if at == 0 || font.line(&rest[..at], size).width <= width {
                end = at;
            } else {
                // A word that is too long stands alone.
                if end == rest.len() {
                    end = at;
                }
                break;
            }
        }
        lines.push(rest[..end].trim_end());
        rest = rest[end..].trim_start();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn font() -> Font {
        Font::of_weight(500.0).expect("the font is there")
    }

    #[test]
    fn lines_hold_every_word_and_are_not_too_wide() {
        let text = "What the muscles of the hip do while you stand on one leg";
        let font = font();
        for width in [120.0, 300.0, 1e4] {
            let lines = wrap(&font, text, 30.0, width);
            assert_eq!(lines.join(" "), text, "{width}");
            for line in lines {
                let alone = !line.contains(' ');
                assert!(alone || font.line(line, 30.0).width <= width, "{line}");
            }
        }
        assert_eq!(wrap(&font, "Extraordinarily a", 30.0, 10.0).len(), 2);
        assert!(wrap(&font, "  ", 30.0, 10.0).is_empty());
    }

    #[test]
    fn long_titles_are_smaller_and_fit() {
        let font = font();
        let (large, _) = fit_title(&font, "Walking");
        let long = "Why a stiff ankle or tight hip flexors can change what your gluteus maximus \
                    and medius have to do in every step";
        let (small, lines) = fit_title(&font, long);
        assert!(small < large, "{small}");
        assert!(
            lines
                .iter()
                .all(|line| font.line(line, small).width <= COLUMN.1)
        );
        assert!(lines.len() as f64 * small * TITLE_LINE < 300.0, "{lines:?}");
    }
}
