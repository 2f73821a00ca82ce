//! A link as a QR code, drawn as SVG. Pure: the drawing leaves no device.

use qrcodegen::{QrCode, QrCodeEcc};

/// The white modules that a code needs around it, on each side.
pub const QUIET: i32 = 4;
/// The largest version (5 is 37 modules wide) that gets the better correction of errors: larger modules
/// are read from farther away than repaired ones.
const DENSE: i32 = 12;

/// A code, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Modules along a side, the quiet zone included.
    pub side: i32,
    /// The dark modules as an SVG path in which a module is one unit, the quiet zone included.
    pub path: String,
}

impl Code {
    /// The code of a text; `None` when it is longer than a code holds (2,953 bytes).
    pub fn new(text: &str) -> Option<Code> {
        let sturdy = QrCode::encode_text(text, QrCodeEcc::Medium).ok();
        let code = sturdy
            .filter(|code| i32::from(code.version().value()) <= DENSE)
            .or_else(|| QrCode::encode_text(text, QrCodeEcc::Low).ok())?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let from = x;
                while code.get_module(x, y) {
                    x += 1;
                }
                if x > from {
                    run(&mut path, from, y, x - from);
                }
                x += 1;
            }
        }
        Some(Code {
            side: code.size() + 2 * QUIET,
            path,
        })
    }

    /// The whole drawing: dark on light whatever the theme, because readers of codes expect that.
    /// `label` names it for those who do not see it and must need no escaping.
    pub fn svg(&self, label: &str) -> String {
        let side = self.side.to_string();
        [
            "<svg class=\"qr\" viewBox=\"0 0 ",
            &side,
            " ",
            &side,
            "\" role=\"img\" aria-label=\"",
            label,
            "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h",
            &side,
            "v",
            &side,
            "H0z\"/><path fill=\"#000\" d=\"",
            &self.path,
            "\"/></svg>",
        ]
        .concat()
    }
}

/// Adds a run of dark modules.
fn run(path: &mut String, x: i32, y: i32, length: i32) {
    let length = length.to_string();
    path.push_str(
        &[
            "M",
            &(x + QUIET).to_string(),
            " ",
            &(y + QUIET).to_string(),
            "h",
            &length,
            "v1h-",
            &length,
            "z",
        ]
        .concat(),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The modules that a path paints, row by row.
    fn painted(code: &Code) -> Vec<bool> {
        let side = code.side as usize;
        let mut modules = vec![false; side * side];
        for run in code.path.split('M').skip(1) {
            let (start, rest) = run.split_once('h').expect("a run");
            let (x, y) = start.split_once(' ').expect("a place");
            let length = rest.split('v').next().expect("a length");
            assert_eq!(rest, format!("{length}v1h-{length}z"), "it closes");
            let number = |text: &str| text.parse::<usize>().expect("a number");
            let from = number(y) * side + number(x);
            modules[from..from + number(length)].fill(true);
        }
        modules
    }

    /// What a reader of codes makes of the drawing, four pixels a module.
    fn read(code: &Code) -> String {
        const SCALE: usize = 4;
        let modules = painted(code);
        let side = code.side as usize;
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
                if modules[y / SCALE * side + x / SCALE] {
                    0
                } else {
                    255
                }
            });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code is found");
        grids[0].decode().expect("it can be read").1
    }

    #[test]
    fn a_link_is_read_back_at_every_length() {
        let link = "https://prime-mover.example/plan/?t=three-glutes,f:one-leg-stance/with-a-cane";
        assert_eq!(read(&Code::new(link).expect("it fits")), link);
        for length in [1, 60, 200, 700, 1500, 2900] {
            let text: String = ('a'..='z').cycle().take(length).collect();
            assert_eq!(read(&Code::new(&text).expect("it fits")), text, "{length}");
        }
    }

    #[test]
    fn four_light_modules_stand_around_it() {
        let code = Code::new("https://prime-mover.example/").expect("it fits");
        let (modules, side) = (painted(&code), code.side);
        let dark = |x: i32, y: i32| modules[(y * side + x) as usize];
        for at in 0..side {
            for edge in (0..QUIET).chain(side - QUIET..side) {
                assert!(!dark(at, edge) && !dark(edge, at), "{at}, {edge}");
            }
        }
        assert!(
            dark(QUIET, QUIET) && dark(side - QUIET - 1, QUIET),
            "and no more"
        );
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert!(Code::new(&"a".repeat(2_953)).is_some());
        assert_eq!(Code::new(&"a".repeat(2_954)), None);
    }

    #[test]
    fn the_drawing_is_dark_on_light_and_has_a_name() {
        let svg = Code::new("a").expect("it fits").svg("QR code of the link");
        assert!(svg.starts_with(
            "<svg class=\"qr\" viewBox=\"0 0 29 29\" role=\"img\" aria-label=\"QR code"
        ));
        let (light, dark) = (
            svg.find("#fff").expect("light"),
            svg.find("#000").expect("dark"),
        );
        assert!(light < dark, "the ground is painted first");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_text_is_read_back(text in "[ -~é]{1,120}") {
            prop_assert_eq!(read(&Code::new(&text).expect("it fits")), text);
        }
    }
}
