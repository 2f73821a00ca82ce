//! A drawing as a file: SVG as it is seen, and PNG painted from it.

use std::rc::Rc;

use plates::scene::{Scene, Token};
use plates::svg::{Naming, SvgOptions, push_svg};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement, HtmlElement,
    HtmlImageElement,
};

use super::dom;

/// Pixels of the PNG for each drawing unit.
const DENSITY: u32 = 2;

fn document() -> Option<web_sys::Document> {
    dom::window().document()
}

fn make<T: JsCast>(tag: &str) -> Option<T> {
    document()?.create_element(tag).ok()?.dyn_into().ok()
}

/// Gives the reader a file.
fn offer(address: &str, name: &str) {
    if let Some(link) = make::<HtmlAnchorElement>("a") {
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
}

/// The drawing as a document of its own, in the colors that the page shows now.
fn standalone(root: &Element, scene: &Scene) -> Option<String> {
    let mut text = String::new();
    let options = SvgOptions {
        prefix: "figure",
        class: "figure-svg",
        naming: Naming::Inside,
    };
    push_svg(&mut text, scene, &options);
    // A custom property holds its text; only a property with a color says what it comes to.
    let probe: HtmlElement = make("span")?;
    let _ = root.append_child(&probe);
    let styles = dom::window().get_computed_style(&probe).ok()??;
    for token in Token::ALL {
        let _ = probe.style().set_property("color", token.css());
        let color = styles.get_property_value("color").unwrap_or_default();
        text = text.replace(token.css(), &color);
    }
    let _ = probe.style().set_property("color", Token::Paper.css());
    let paper = styles.get_property_value("color").unwrap_or_default();
    probe.remove();
    let (corner, size) = (scene.corner, scene.size);
    let mut head = String::new();
    for (name, value) in [("width", size.0), ("height", size.1)] {
        head.push(' ');
        head.push_str(name);
        head.push_str("=\"");
        plates::path::push_integer(&mut head, value);
        head.push('"');
    }
    head.push_str(" font-family=\"Literata, Georgia, serif\"");
    let mut back = String::from("<path fill=\"");
    back.push_str(&paper);
    back.push_str("\" d=\"m");
    for (value, letter) in [
        (corner.0, " "),
        (corner.1, "h"),
        (size.0, "v"),
        (size.1, "h"),
    ] {
        plates::path::push_integer(&mut back, value);
        back.push_str(letter);
    }
    plates::path::push_integer(&mut back, -size.0);
    back.push_str("z\"/>");
    let end = text.find('>')?;
    text.insert_str(end + 1, &back);
    text.insert_str(4, &head);
    Some(text)
}

fn address_of(svg: &str) -> String {
    [
        "data:image/svg+xml;charset=utf-8,",
        &String::from(js_sys::encode_uri_component(svg)),
    ]
    .concat()
}

/// Saves what `scene` shows below `root` as an SVG file.
pub(super) fn svg(root: &Element, scene: &Scene, name: &str) {
    if let Some(text) = standalone(root, scene) {
        offer(&address_of(&text), &[name, ".svg"].concat());
    }
}

/// Saves what `scene` shows below `root` as a PNG file.
pub(super) fn png(root: &Element, scene: &Scene, name: &str) {
    let Some(text) = standalone(root, scene) else {
        return;
    };
    let Some(image) = make::<HtmlImageElement>("img") else {
        return;
    };
    let size = (
        scene.size.0.unsigned_abs() * DENSITY,
        scene.size.1.unsigned_abs() * DENSITY,
    );
    let name = [name, ".png"].concat();
    let painted = Rc::new(image);
    let source = painted.clone();
    let paint = Closure::once_into_js(move || {
        let Some(canvas) = make::<HtmlCanvasElement>("canvas") else {
            return;
        };
        canvas.set_width(size.0);
        canvas.set_height(size.1);
        let context = canvas.get_context("2d").ok().flatten();
        let Some(context) =
            context.and_then(|found| found.dyn_into::<CanvasRenderingContext2d>().ok())
        else {
            return;
        };
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        let drawn = context
            .draw_image_with_html_image_element_and_dw_and_dh(&source, 0.0, 0.0, width, height);
        if let (Ok(()), Ok(address)) = (drawn, canvas.to_data_url()) {
            offer(&address, &name);
        }
    });
    painted.set_onload(Some(paint.unchecked_ref()));
    painted.set_src(&address_of(&text));
}
