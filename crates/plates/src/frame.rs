//! The HTML of a figure: title, state sentence, drawing, controls, table, method.
//!
//! The press writes it into the page and the lab wakes the very same elements. What the lab
//! changes is marked: `data-part` names an element, `data-slot` a table cell, `data-key` the
//! control of a state key.

use crate::figure::{Figure, Method, Words};
use crate::path::push_integer;
use crate::schema::{Key, Kind};
use crate::svg::{Naming, SvgOptions, push_attribute, push_escaped, push_svg};

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Inside an article: its state never touches the address of the page.
    Embedded,
    /// On its own page: its state is the query of the address.
    Page,
    /// Alone in a frame inside another site: it begins in the state of the frame's address.
    Guest,
}

/// How a figure is written.
#[derive(Debug, Clone, Copy)]
pub struct FrameOptions<'a> {
    /// The level of the title: 1 to 6, clamped.
    pub heading: u8,
    /// Put before every id, unique on the page, such as `fig-1`.
    ///
    /// The title's id is `{prefix}-title`.
    pub prefix: &'a str,
    /// Where the figure stands.
    pub place: Place,
    /// The address of the figure's own page, such as `/figures/one-leg-stance/`.
    pub address: &'a str,
    /// The address of an image of the sheets that this state draws, see
    /// [`crate::scene::Scene::ground`]. It stands below the drawing until the lab has fetched them.
    pub ground: Option<&'a str>,
    /// Whether the controls wait in a `<template data-fold>`, which the starter script opens once the
    /// page has settled: a browser that lays out fields does so before anybody can see them.
    pub folded: bool,
}

impl<'a> FrameOptions<'a> {
    /// A figure without an image below its drawing and with its controls there from the start.
    #[must_use]
    pub const fn new(heading: u8, prefix: &'a str, place: Place, address: &'a str) -> Self {
        Self {
            heading,
            prefix,
            place,
            address,
            ground: None,
            folded: false,
        }
    }
}

/// The HTML of `figure` in the state that `query` gives, to stand inside `<figure>`.
#[must_use]
pub(crate) fn html(figure: &Figure, query: &str, options: &FrameOptions<'_>) -> String {
    let values = figure.parse(query);
    let words = (figure.words)(&values);
    let mut out = String::with_capacity(16 * 1024);
    let id = |end: &str| [options.prefix, "-", end].concat();

    out.push_str("<div class=\"figure-frame\"");
    push_attribute(&mut out, "data-prefix", options.prefix);
    let place = match options.place {
        Place::Embedded => "embedded",
        Place::Page => "page",
        Place::Guest => "guest",
    };
    push_attribute(&mut out, "data-place", place);
    push_attribute(&mut out, "data-address", options.address);
    out.push('>');

    let level = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(options.heading.clamp(1, 6)) - 1];
    out.push('<');
    out.push_str(level);
    push_attribute(&mut out, "id", &id("title"));
    if options.place != Place::Embedded {
        out.push_str(" tabindex=\"-1\"");
    }
    out.push_str(" class=\"figure-title\">");
    push_escaped(&mut out, figure.title);
    out.push_str("</");
    out.push_str(level);
    out.push('>');

    let scene = (figure.scene)(&values);
    out.push_str("<div class=\"figure-drawing\">");
    if let Some(ground) = options.ground {
        push_ground(&mut out, ground, scene.size);
    }
    let naming = Naming::Elements {
        name: &id("title"),
        description: &id("state"),
    };
    let svg = SvgOptions {
        prefix: options.prefix,
        class: "figure-svg",
        naming,
        fetch: options.ground.is_none(),
    };
    push_svg(&mut out, &scene, &svg);
    // Names the part that has the focus, for those who see it.
    out.push_str(
        "<p class=\"figure-caption\" data-part=\"caption\" aria-hidden=\"true\"></p></div>",
    );

    out.push_str("<p class=\"figure-state\" data-part=\"state\"");
    push_attribute(&mut out, "id", &id("state"));
    out.push('>');
    push_escaped(&mut out, &words.state);
    out.push_str("</p>");

    push_named(&mut out, figure, &values, options);
    push_controls(&mut out, figure, &values, options);

    push_table(&mut out, figure, &words);

    match options.place {
        Place::Page => {
            out.push_str("<details class=\"figure-method\" id=\"how\" open>");
            out.push_str("<summary>How this is computed</summary>");
            push_method(&mut out, method(figure.name));
            out.push_str("</details>");
        }
        // An article has its own words and sources; the rest is a link away.
        Place::Embedded | Place::Guest => {
            out.push_str("<p class=\"figure-more\"><a");
            push_attribute(&mut out, "href", &[options.address, "#how"].concat());
            out.push_str(">How this is computed</a></p>");
        }
    }
    out.push_str("</div>");
    out
}

/// The picture that shows what the sheets will. Those of an article wait for it to come near.
fn push_ground(out: &mut String, address: &str, (width, height): (i32, i32)) {
    out.push_str("<img class=\"figure-ground\" alt=\"\" loading=\"lazy\"");
    for (name, value) in [("width", width), ("height", height)] {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        push_integer(out, value);
        out.push('"');
    }
    push_attribute(out, "src", address);
    out.push('>');
}

/// What the table of a figure is called, and its first column.
fn table_words(name: &str) -> (&'static str, &'static str) {
    match name {
        "hip-layers" => ("Facts on each muscle", "Muscle"),
        _ => ("Numbers of this state", "Quantity"),
    }
}

/// What the list of a figure's parts is called.
fn list_words(name: &str) -> &'static str {
    match name {
        "hip-layers" => "List of structures",
        "muscle-roles" => "List of muscles",
        "exercises" => "List of exercises",
        _ => "List of parts",
    }
}

fn push_table(out: &mut String, figure: &Figure, words: &Words) {
    let (summary, first) = table_words(figure.name);
    for piece in [
        "<details class=\"figure-table\"><summary>",
        summary,
        "</summary><div class=\"figure-scroll\"><table><thead><tr><th scope=\"col\">",
        first,
        "</th>",
    ] {
        out.push_str(piece);
    }
    for column in figure.columns {
        out.push_str("<th scope=\"col\">");
        push_escaped(out, column);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for row in &words.rows {
        out.push_str("<tr><th scope=\"row\">");
        push_escaped(out, row.label);
        out.push_str("</th>");
        for cell in &row.cells {
            out.push_str("<td data-slot>");
            push_escaped(out, cell);
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div></details>");
}

/// Links to the states with a name; the lab shows them without leaving the page.
fn push_named(out: &mut String, figure: &Figure, values: &[i32], options: &FrameOptions<'_>) {
    if figure.named.is_empty() {
        return;
    }
    out.push_str("<div class=\"figure-named\" role=\"group\" aria-label=\"States to look at\">");
    for named in figure.named {
        out.push_str("<a data-named");
        push_attribute(out, "href", &[options.address, named.slug, "/"].concat());
        if figure.parse(named.query) == values {
            out.push_str(" aria-current=\"true\"");
        }
        out.push('>');
        push_escaped(out, named.label);
        out.push_str("</a>");
    }
    out.push_str("</div>");
}

/// Equation, sources and limits of a figure.
///
/// Apart from [`Figure`], so that the live figures need not carry this text.
fn method(name: &str) -> &'static [Method] {
    match name {
        "kinetic-chain" => crate::kinetic_chain::METHOD,
        "muscle-roles" => crate::muscle_roles::METHOD,
        "load-sharing" => crate::load_sharing::METHOD,
        "hip-layers" => crate::hip_layers::METHOD,
        "one-leg-stance" => crate::one_leg_stance::METHOD,
        "walking" => crate::walking::METHOD,
        "pelvic-tilt" => crate::pelvic_tilt::METHOD,
        "tight-hip-flexors" => crate::tight_hip_flexors::METHOD,
        "stiff-ankle" => crate::stiff_ankle::METHOD,
        "pronation" => crate::pronation::METHOD,
        "exercises" => crate::exercises::METHOD,
        _ => &[],
    }
}

fn push_controls(out: &mut String, figure: &Figure, values: &[i32], options: &FrameOptions<'_>) {
    if options.folded {
        out.push_str("<template data-fold>");
    }
    out.push_str("<div class=\"figure-controls\" role=\"group\" aria-label=\"Controls\">");
    let enabled = (figure.enabled)(values);
    for ((key, &value), &enabled) in figure.keys.iter().zip(values).zip(&enabled) {
        match key.kind {
            Kind::Integer { .. } => push_range(out, key, value, enabled, options.prefix),
            Kind::Choice { words, labels } => {
                push_choice(out, key, (words, labels), value, enabled, options.prefix);
            }
            Kind::Part { ids, labels } => {
                out.push_str("<details class=\"figure-list\"><summary>");
                out.push_str(list_words(figure.name));
                out.push_str("</summary>");
                push_choice(out, key, (ids, labels), value, enabled, options.prefix);
                out.push_str("</details>");
            }
            Kind::Flag => push_flag(out, key, value, enabled),
        }
    }
    out.push_str("<div class=\"figure-actions\">");
    out.push_str("<button type=\"button\" data-action=\"figure-reset\">Reset</button>");
    out.push_str(
        "<button type=\"button\" data-action=\"figure-copy\">Copy link to this state</button>",
    );
    match options.place {
        Place::Embedded | Place::Guest => {
            out.push_str("<a data-part=\"open\"");
            push_attribute(out, "href", &link(figure, values, options.address));
            out.push_str(">Open full size</a>");
        }
        Place::Page => {
            for (action, label) in [
                ("figure-svg", "Download SVG"),
                ("figure-png", "Download PNG"),
                ("figure-full", "Full screen"),
            ] {
                out.push_str("<button type=\"button\"");
                push_attribute(out, "data-action", action);
                out.push('>');
                out.push_str(label);
                out.push_str("</button>");
            }
        }
    }
    out.push_str("</div></div>");
    if options.folded {
        out.push_str("</template>");
    }
    out.push_str("<p class=\"visually-hidden\" role=\"status\" data-part=\"status\"></p>");
}

/// The address of a state.
#[must_use]
pub fn link(figure: &Figure, values: &[i32], address: &str) -> String {
    let query = figure.print(values);
    if query.is_empty() {
        address.to_owned()
    } else {
        [address, "?", &query].concat()
    }
}

fn push_number_attribute(out: &mut String, name: &str, value: i32) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_integer(out, value);
    out.push('"');
}

fn push_range(out: &mut String, key: &Key, value: i32, enabled: bool, prefix: &str) {
    let Kind::Integer {
        min,
        max,
        step,
        unit,
    } = key.kind
    else {
        return;
    };
    let disabled = if enabled { "" } else { " disabled" };
    let id = [prefix, "-", key.name].concat();
    let step_button = |out: &mut String, by: i32, sign: &str, word: &str| {
        out.push_str("<button type=\"button\" class=\"figure-step\"");
        push_number_attribute(out, "data-step", by);
        push_attribute(out, "aria-label", &[key.label, ": ", word].concat());
        out.push_str(disabled);
        out.push('>');
        out.push_str(sign);
        out.push_str("</button>");
    };
    let limits = |out: &mut String| {
        push_number_attribute(out, "min", min);
        push_number_attribute(out, "max", max);
        push_number_attribute(out, "step", step);
        push_number_attribute(out, "value", value);
        out.push_str(" autocomplete=\"off\"");
        out.push_str(disabled);
        out.push('>');
    };
    out.push_str("<div class=\"figure-control\"");
    push_attribute(out, "data-key", key.name);
    out.push_str("><label");
    push_attribute(out, "for", &id);
    out.push('>');
    push_escaped(out, key.label);
    out.push_str("</label><div class=\"figure-range\">");
    step_button(out, -step, "−", "less");
    out.push_str("<input type=\"range\"");
    push_attribute(out, "id", &id);
    push_attribute(out, "aria-valuetext", &value_text(key, value));
    limits(out);
    step_button(out, step, "+", "more");
    out.push_str("<span class=\"figure-number\"><input type=\"number\" inputmode=\"numeric\"");
    push_attribute(out, "aria-label", &[key.label, ", in ", unit].concat());
    limits(out);
    out.push_str("<span aria-hidden=\"true\">");
    push_escaped(out, unit);
    out.push_str("</span></span></div></div>");
}

fn push_flag(out: &mut String, key: &Key, value: i32, enabled: bool) {
    out.push_str("<div class=\"figure-control figure-flag\"");
    push_attribute(out, "data-key", key.name);
    out.push_str("><label><input type=\"checkbox\"");
    if value == 1 {
        out.push_str(" checked");
    }
    if !enabled {
        out.push_str(" disabled");
    }
    out.push_str(" autocomplete=\"off\"><span>");
    push_escaped(out, key.label);
    out.push_str("</span></label></div>");
}

fn push_choice(
    out: &mut String,
    key: &Key,
    (words, labels): (&[&str], &[&str]),
    value: i32,
    enabled: bool,
    prefix: &str,
) {
    out.push_str("<fieldset class=\"figure-control\"");
    push_attribute(out, "data-key", key.name);
    if !enabled {
        out.push_str(" disabled");
    }
    out.push_str("><legend>");
    push_escaped(out, key.label);
    out.push_str("</legend>");
    for (index, (word, label)) in words.iter().zip(labels).enumerate() {
        out.push_str("<label><input type=\"radio\"");
        push_attribute(out, "name", &[prefix, "-", key.name].concat());
        push_attribute(out, "value", word);
        if index as i32 == value {
            out.push_str(" checked");
        }
        out.push_str(" autocomplete=\"off\"><span>");
        push_escaped(out, label);
        out.push_str("</span></label>");
    }
    out.push_str("</fieldset>");
}

/// What a screen reader says for a slider's value.
#[must_use]
pub fn value_text(key: &Key, value: i32) -> String {
    match key.kind {
        Kind::Integer { unit, .. } => [&crate::number::whole(value), " ", unit].concat(),
        Kind::Choice { labels, .. } | Kind::Part { labels, .. } => labels
            .get(value as usize)
            .map_or_else(String::new, |label| (*label).to_owned()),
        Kind::Flag => if value == 1 { "yes" } else { "no" }.to_owned(),
    }
}

fn push_method(out: &mut String, blocks: &[Method]) {
    for block in blocks {
        match block {
            Method::Paragraph(text) => {
                out.push_str("<p>");
                push_escaped(out, text);
                out.push_str("</p>");
            }
            Method::Equation(text) => {
                out.push_str("<p class=\"figure-equation\">");
                push_escaped(out, text);
                out.push_str("</p>");
            }
            Method::List(items) => {
                out.push_str("<ul>");
                for item in *items {
                    out.push_str("<li>");
                    push_escaped(out, item);
                    out.push_str("</li>");
                }
                out.push_str("</ul>");
            }
            Method::Sources(sources) => {
                out.push_str("<p>Sources</p><ul>");
                for source in *sources {
                    out.push_str("<li>");
                    push_escaped(out, source.cite);
                    if let Some(doi) = source.doi {
                        out.push_str(". <a rel=\"external\"");
                        push_attribute(out, "href", &["https://doi.org/", doi].concat());
                        out.push_str(">doi:");
                        push_escaped(out, doi);
                        out.push_str("</a>");
                    }
                    out.push_str("</li>");
                }
                out.push_str("</ul>");
            }
        }
    }
}
