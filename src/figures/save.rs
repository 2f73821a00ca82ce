//! A drawing as a file: SVG as it is seen, and PNG painted from it.

use std::rc::Rc;

use plates::scene::{Scene, Token};
use plates::svg::{Naming, SvgOptions, push_svg};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
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
        fetch: true,
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

/// The same with the image files that the drawing shows inside it, for a file has no page to take
/// them from; `done` gets it once they are read.
fn complete(drawing: &Element, scene: &Scene, done: impl FnOnce(String) + 'static) {
    let Some(text) = standalone(drawing, scene) else {
        return;
    };
    let images = dom::all(drawing, "image");
    if images.is_empty() {
        done(text);
        return;
    }
    let styles = dom::window().get_computed_style(drawing).ok().flatten();
    let scheme = styles.and_then(|styles| styles.get_property_value("color-scheme").ok());
    let files = js_sys::Array::new();
    for image in &images {
        let shown = image.get_bounding_client_rect().width() > 0.0;
        let address = image.get_attribute("href").filter(|_| shown);
        files.push(&address.map_or(JsValue::UNDEFINED, |address| dom::text_of(&address)));
    }
    let all = js_sys::Promise::all(&files);
    dom::then(&all, move |files| {
        let files: js_sys::Array = files.unchecked_into();
        let mut pieces = text.split(SHEET);
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for (piece, file) in pieces.zip(files.iter()) {
            text.push_str("href=\"");
            if let Some(mut file) = file.as_string() {
                // The theme that was chosen, not that of whoever opens the file.
                if let Some(scheme @ ("light" | "dark")) = scheme.as_deref() {
                    let chosen = ["color-scheme:", scheme].concat();
                    file = file.replacen("color-scheme:light dark", &chosen, 1);
                }
                text.push_str(&address_of(&file));
            }
            // Behind the name stands the fragment that chooses the colors.
            let rest = piece.find(['#', '"']).and_then(|end| piece.get(end..));
            text.push_str(rest.unwrap_or_default());
        }
        done(text);
    });
}

/// How the writer names the image file of a sheet.
const SHEET: &str = "href=\"sheet:";

/// Saves what `scene` shows in `drawing` as an SVG file.
pub(super) fn svg(drawing: &Element, scene: &Scene, name: &str) {
    let name = [name, ".svg"].concat();
    complete(drawing, scene, move |text| {
        offer(&address_of(&text), &name);
    });
}

/// Saves what `scene` shows in `drawing` as a PNG file.
pub(super) fn png(drawing: &Element, scene: &Scene, name: &str) {
    let size = (
        scene.size.0.unsigned_abs() * DENSITY,
        scene.size.1.unsigned_abs() * DENSITY,
    );
    let name = [name, ".png"].concat();
    complete(drawing, scene, move |text| paint(&text, size, name));
}

/// Paints the text of an SVG and offers the picture.
fn paint(text: &str, size: (u32, u32), name: String) {
    let Some(image) = make::<HtmlImageElement>("img") else {
        return;
    };
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
    painted.set_src(&address_of(text));
}
