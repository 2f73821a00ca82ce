//! From the name of a sheet in a drawing to the image itself.

use super::{FRAGMENTS, Sheet, find};
use crate::svg::{self, SHEET};

/// `html` with the address of its file in the place of every sheet's name.
///
/// `addresses` are pairs of name and address; a sheet that has none stays without an image.
#[must_use]
pub fn linked(html: String, addresses: &[(&str, String)]) -> String {
    const OPENING: &str = "href=\"sheet:";
    if !html.contains(OPENING) {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once(OPENING) {
        let end = after.find(['#', '"']).unwrap_or(after.len());
        let address = addresses.iter().find(|(name, _)| *name == &after[..end]);
        out.push_str(before);
        out.push_str("href=\"");
        svg::push_escaped(&mut out, address.map_or("", |(_, address)| address));
        rest = &after[end..];
    }
    out.push_str(rest);
    out
}

/// `drawing`, the text of an SVG, with every sheet that is shown drawn in the place of its image:
/// for pictures that stand alone, such as previews.
///
/// Where colors tell muscles apart they do so here too, written out as colors.
#[must_use]
pub fn inlined(drawing: &str) -> String {
    drawn(drawing, Sheet::inner)
}

/// The same with a fraction of the ink, for a picture of a few centimeters.
#[must_use]
pub fn thumbnail(drawing: &str) -> String {
    drawn(drawing, |sheet, prefix| {
        sheet.thinned(prefix, super::thumbnail::SMALL)
    })
}

/// The same with less ink than the sheets have, for a picture as wide as a text.
#[must_use]
pub fn ground(drawing: &str) -> String {
    drawn(drawing, |sheet, prefix| {
        sheet.thinned(prefix, super::thumbnail::MIDDLE)
    })
}

fn drawn(drawing: &str, ink: fn(&Sheet, &str) -> String) -> String {
    let mut out = String::with_capacity(drawing.len());
    let mut rest = drawing;
    let mut count = 0_i32;
    while let Some((before, after)) = rest.split_once("<image ") {
        let (tag, tail) = after.split_once("/>").unwrap_or((after, ""));
        out.push_str(before);
        rest = tail;
        let value = |name: &str| {
            let (_, from) = tag.split_once([name, "=\""].concat().as_str())?;
            from.split_once('"').map(|(value, _)| value)
        };
        let name = value("href").and_then(|address| address.strip_prefix(SHEET));
        let Some(name) = name.filter(|_| value("display") != Some("none")) else {
            continue;
        };
        let (name, fragment) = name.split_once('#').unwrap_or((name, ""));
        let Some(sheet) = find(name) else {
            continue;
        };
        count += 1;
        let mut prefix = String::from("sheet-");
        crate::path::push_integer(&mut prefix, count);
        let mode = FRAGMENTS
            .iter()
            .position(|known| known.strip_prefix('#') == Some(fragment));
        out.push_str("<svg");
        for name in ["x", "y", "width", "height"] {
            let (name, found) = (name, value([" ", name].concat().as_str()));
            svg::push_attribute(&mut out, name, found.unwrap_or("0"));
        }
        out.push_str(" viewBox=\"");
        let [left, top, width, height] = sheet.side.sheet();
        svg::push_box(&mut out, (left, top), (width, height));
        out.push_str("\">");
        out.push_str(&recolored(ink(sheet, &prefix), mode.unwrap_or(0)));
        out.push_str("</svg>");
    }
    out.push_str(rest);
    out
}

/// The colors of each group of muscles when colors tell muscles apart: class, property, color,
/// its light, its shade. The set of Okabe and Ito; gray, their eighth, so dark that nobody takes
/// it for one of the others (`vision`). The same on light and dark pages.
pub(super) const FAMILIES: [[&str; 5]; 8] = [
    ["mx", "--muscle", "#d55e00", "#e59b61", "#3c1a00"],
    ["md", "--medius", "#e69f00", "#f0c361", "#402d00"],
    ["mn", "--minimus", "#f0e442", "#f6ee8a", "#434012"],
    ["ro", "--deep", "#cc79a7", "#dfacc8", "#39222f"],
    ["ha", "--muscle", "#0072b2", "#61a8cf", "#002032"],
    ["tf", "--medius", "#009e73", "#61c3a8", "#002c20"],
    ["qu", "--muscle", "#56b4e9", "#96d0f1", "#183241"],
    ["ad", "--deep", "#555555", "#969696", "#181818"],
];

/// A sheet's text in the colors of a mode, for renderers that know no style sheets.
fn recolored(text: String, mode: usize) -> String {
    match mode {
        1 => {
            let mut out = String::with_capacity(text.len());
            // Every muscle is a group of its own that holds no other group.
            for (index, piece) in text.split("<g class=\"").enumerate() {
                if index > 0 {
                    out.push_str("<g class=\"");
                }
                let family = FAMILIES.iter().find(|family| {
                    index > 0 && piece.starts_with([family[0], "\""].concat().as_str())
                });
                let (Some([_, property, color, light, dark]), Some(end)) =
                    (family, piece.find("</g>"))
                else {
                    out.push_str(piece);
                    continue;
                };
                let own = ["var(", property, ")"].concat();
                let group = piece[..end]
                    .replace(&own, color)
                    .replace("var(--muscle-light)", light)
                    .replace("var(--muscle-dark)", dark);
                out.push_str(&group);
                out.push_str(&piece[end..]);
            }
            out
        }
        2 => ["muscle-light", "muscle", "medius", "minimus", "deep"]
            .iter()
            .fold(text, |text, name| {
                text.replace(&["var(--", name, ")"].concat(), "var(--paper)")
            })
            .replace("var(--muscle-dark)", "var(--ink)"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        let html = "<image href=\"sheet:hip-side-skin\"/><image href=\"sheet:a#muscle\"/>";
        let addresses = [("hip-side-skin", "/x.svg".to_owned())];
        assert_eq!(
            linked(html.to_owned(), &addresses),
            "<image href=\"/x.svg\"/><image href=\"#muscle\"/>"
        );
    }

    #[test]
    fn what_is_not_drawn_waits_for_its_file() {
        let scene = crate::scene::Scene {
            corner: (0, 0),
            size: (9, 9),
            title: "t".into(),
            description: "d".into(),
            elements: vec![
                crate::scene::Element::sheet("hip-side-skin", [0, 0, 9, 9]),
                crate::scene::Element::sheet("hip-side-bone#muscle", [0, 0, 9, 9]).shown(false),
            ],
        };
        let mut written = String::new();
        let options = svg::SvgOptions {
            prefix: "f",
            class: "drawing",
            naming: svg::Naming::Inside,
            fetch: true,
        };
        svg::push_svg(&mut written, &scene, &options);
        let addresses = [
            ("hip-side-skin", "/skin.svg".to_owned()),
            ("hip-side-bone", "/bone.svg".to_owned()),
        ];
        let written = linked(written, &addresses);
        assert!(written.contains("<image href=\"/skin.svg\""));
        assert!(written.contains("<image data-href=\"/bone.svg#muscle\""));
    }

    #[test]
    fn what_is_shown_is_drawn_in_place() {
        let drawing = "<svg><image href=\"sheet:hip-side-medius#muscle\" x=\"-1\" y=\"0\" \
                       width=\"8\" height=\"9\"/><image href=\"sheet:hip-side-maximus\" \
                       display=\"none\"/></svg>";
        let out = inlined(drawing);
        assert!(!out.contains("<image"));
        assert_eq!(out.matches("<svg").count(), 2);
        assert!(out.contains("<svg x=\"-1\" y=\"0\" width=\"8\" height=\"9\" viewBox="));
        assert!(out.contains("#e69f00") && !out.contains("var(--medius)"));
    }
}
