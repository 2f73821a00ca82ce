//! Preview images: what a shared link shows before anybody follows it. One for
//! every figure, every state with a name and every article with a figure; the
//! other pages share the site's. And the small drawings of the gallery.

mod card;
mod drawing;
mod font;
mod image;

use std::collections::HashMap;

use content::model::FigureState;
use content::paths::{self, Route};
use plates::scene::Scene;
use plates::{Figure, svg};
use sha2::{Digest, Sha256};

use card::Card;
pub use card::SIZE;
use drawing::Ink;

use super::assets;
use super::context::Context;
use super::output::Output;
use crate::diagnostic::Diagnostic;
use crate::{Previews, parallel};

/// What draws the images and writes the files; when it changes, all are drawn
/// anew.
const DRAWN_BY: &str = "resvg 0.49.0, png 0.18.1, every fourth value";
/// The static drawing of the site's own image.
const SITE_PLATE: &str = "three-glutes";
/// The last line of a figure's image.
const FIGURE_FOOT: &str = "A live figure: move it and see what changes.";

/// A preview image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Its address, with the site's base.
    pub address: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
}

/// The preview images of a site.
#[derive(Clone, Debug, Default)]
pub struct Gallery {
    /// By path inside the site.
    pages: HashMap<String, Preview>,
    site: Option<Preview>,
    /// By figure, the address of its drawing as an image.
    thumbnails: HashMap<&'static str, String>,
    /// By figure and query, the address of its drawing in that state.
    drawings: HashMap<(String, String), String>,
    /// By figure and query, the address of what lies below the live drawing at first.
    grounds: HashMap<(String, String), String>,
}

impl Gallery {
    /// The image of the page at `path` inside the site.
    pub fn of(&self, path: &str) -> Option<&Preview> {
        self.pages.get(path).or(self.site.as_ref())
    }

    /// The address of a figure's drawing as an image.
    pub fn thumbnail(&self, figure: &str) -> Option<&str> {
        self.thumbnails.get(figure).map(String::as_str)
    }
}

impl Gallery {
    /// The address of a figure's drawing in a state that a text shows.
    pub fn drawing(&self, state: &FigureState) -> Option<&str> {
        let key = (state.name.clone(), state.query.clone());
        self.drawings.get(&key).map(String::as_str)
    }

    /// The address of the picture that shows a live drawing's sheets until the reader is there.
    pub fn ground(&self, state: &FigureState) -> Option<&str> {
        let key = (state.name.clone(), state.query.clone());
        self.grounds.get(&key).map(String::as_str)
    }
}

/// What an image shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Order<'p> {
    title: &'p str,
    foot: String,
    shown: Shown<'p>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Shown<'p> {
    Plate(&'static str),
    Figure { name: &'p str, query: &'p str },
}

impl Shown<'_> {
    /// The scenes from back to front, and what they show in a few words.
    fn scenes(&self) -> (Vec<Scene>, String) {
        match self {
            Self::Plate(name) => plates::plate(name).map_or_else(Default::default, |plate| {
                let scene = (plate.scene)();
                let words = scene.title.to_string();
                (vec![scene, (plate.labels)()], words)
            }),
            Self::Figure { name, query } => {
                plates::figure(name).map_or_else(Default::default, |figure| {
                    let values = figure.parse(query);
                    (vec![(figure.scene)(&values)], (figure.words)(&values).name)
                })
            }
        }
    }
}

/// Draws the images of `context`'s pages and writes them.
///
/// # Errors
/// When a file cannot be written.
pub fn write(
    context: &Context<'_>,
    previews: Previews,
    output: &Output,
) -> Result<Gallery, Vec<Diagnostic>> {
    let drawings = drawings(context, output).map_err(|problem| vec![problem])?;
    let grounds = grounds(context, output).map_err(|problem| vec![problem])?;
    let Some(ink) = Ink::new(&context.assets.style.first) else {
        return Ok(Gallery {
            drawings,
            grounds,
            ..Gallery::default()
        });
    };
    let mark = shapes_of(&context.assets.mark, ink.color("paper"));
    let mut pages = vec![(Route::Home.to_path(), site(context))];
    if previews == Previews::Each {
        pages.extend(figures());
        pages.extend(topics(context));
    }
    // Each once, however many pages share it.
    let mut orders = Vec::new();
    let mut places = HashMap::new();
    let mut wanted = Vec::with_capacity(pages.len());
    for (path, order) in pages {
        let place = *places.entry(order.clone()).or_insert_with(|| {
            orders.push(order);
            orders.len() - 1
        });
        wanted.push((path, place));
    }
    let drawn = parallel::map(orders.len(), |at| {
        draw(context, &orders[at], &mark, &ink, output)
    });
    let drawn: Vec<Preview> = drawn
        .into_iter()
        .collect::<Result<_, _>>()
        .map_err(|problem| vec![problem])?;
    let site = drawn.first().cloned();
    let pages = wanted
        .into_iter()
        .map(|(path, place)| (path, drawn[place].clone()))
        .collect();
    let thumbnails = thumbnails(context, output).map_err(|problem| vec![problem])?;
    Ok(Gallery {
        pages,
        site,
        thumbnails,
        drawings,
        grounds,
    })
}

/// Writes each figure's drawing as an image for the gallery. As SVG it is a
/// tenth of the preview image's bytes, sharp at every size, and dark on a dark
/// page.
fn thumbnails(
    context: &Context<'_>,
    output: &Output,
) -> Result<HashMap<&'static str, String>, Diagnostic> {
    let drawn = parallel::map(plates::FIGURES.len(), |at| {
        let figure = &plates::FIGURES[at];
        let svg = drawing_file(
            &context.assets.style.first,
            figure,
            "",
            plates::atlas::thumbnail,
        );
        let name = format!("plates/{}.svg", figure.name);
        let address = assets::publish(&name, svg.as_bytes(), &context.base, output)?;
        Ok((figure.name, address))
    });
    drawn.into_iter().collect()
}

/// Writes the drawings that texts show standing still.
fn drawings(
    context: &Context<'_>,
    output: &Output,
) -> Result<HashMap<(String, String), String>, Diagnostic> {
    let topics = context.project.topics.values().map(|topic| &topic.outline);
    let cards = context.project.cards.iter().map(|card| &card.outline);
    let about = context.project.shared.about.iter().map(|it| &it.outline);
    let outlines = topics.chain(cards).chain(about);
    let states = outlines.flat_map(|it| &it.drawings).collect();
    each(context, output, states, |figure, state| {
        let css = &context.assets.style.first;
        Some(drawing_file(css, figure, state, plates::atlas::inlined))
    })
}

/// Writes what lies below the live drawings of texts until their sheets are there. An image inside
/// a drawing is fetched at once; one below it waits until it comes near.
fn grounds(
    context: &Context<'_>,
    output: &Output,
) -> Result<HashMap<(String, String), String>, Diagnostic> {
    let topics = context.project.topics.values();
    let states = topics.flat_map(|topic| &topic.outline.figures).collect();
    each(context, output, states, |figure, query| {
        let scene = (figure.scene)(&figure.parse(query)).ground()?;
        let css = &context.assets.style.first;
        Some(file_of(css, figure, &scene, plates::atlas::ground))
    })
}

/// Writes the file that `draw` makes of each state that it makes one of; gives their addresses.
fn each(
    context: &Context<'_>,
    output: &Output,
    mut states: Vec<&FigureState>,
    draw: impl Fn(&Figure, &str) -> Option<String> + Sync,
) -> Result<HashMap<(String, String), String>, Diagnostic> {
    states.sort_by_key(|state| (&state.name, &state.query));
    states.dedup();
    let drawn = parallel::map(states.len(), |at| {
        let state = states[at];
        // An unknown figure was reported.
        let figure = plates::figure(&state.name);
        let Some(svg) = figure.and_then(|figure| draw(figure, &state.query)) else {
            return Ok(None);
        };
        let name = format!("plates/{}.svg", state.name);
        let address = assets::publish(&name, svg.as_bytes(), &context.base, output)?;
        Ok(Some(((state.name.clone(), state.query.clone()), address)))
    });
    drawn.into_iter().filter_map(Result::transpose).collect()
}

/// The figure as a file of its own. Its letters are the reader's: as paths they
/// would weigh three times the drawing.
/// `inlined` puts the sheets of the atlas into their places.
fn drawing_file(css: &str, figure: &Figure, query: &str, inlined: fn(&str) -> String) -> String {
    let scene = (figure.scene)(&figure.parse(query)).inked();
    file_of(css, figure, &scene, inlined)
}

fn file_of(css: &str, figure: &Figure, scene: &Scene, inlined: fn(&str) -> String) -> String {
    let inside = inlined(&svg::inner(scene, figure.name));
    let colors = assets::colors(css, &inside);
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
    svg::push_box(&mut out, scene.corner, scene.size);
    let style = "text{font-family:Literata,Georgia,serif}";
    out.push_str(&["\"><style>", &colors, style, "</style>", &inside, "</svg>"].concat());
    out
}

fn site<'p>(context: &Context<'p>) -> Order<'p> {
    Order {
        title: &context.site.home.title,
        foot: context.site.tagline.clone(),
        shown: Shown::Plate(SITE_PLATE),
    }
}

/// The images of the figures and of their states with a name.
fn figures<'p>() -> impl Iterator<Item = (String, Order<'p>)> {
    plates::FIGURES.iter().flat_map(|figure| {
        let name = figure.name;
        let own = Order {
            title: figure.title,
            foot: String::from(FIGURE_FOOT),
            shown: Shown::Figure { name, query: "" },
        };
        let named = figure.named.iter().map(move |state| {
            let order = Order {
                title: state.label,
                foot: figure.title.to_owned(),
                shown: Shown::Figure {
                    name,
                    query: state.query,
                },
            };
            (Route::FigureState(name, state.slug).to_path(), order)
        });
        [(Route::Figure(name).to_path(), own)]
            .into_iter()
            .chain(named)
    })
}

/// The images of the articles that name or show a figure.
fn topics<'p>(context: &Context<'p>) -> impl Iterator<Item = (String, Order<'p>)> {
    context.library.iter().filter_map(|(topic, head)| {
        let FigureState { name, query } = head.figure.as_ref()?;
        let mut parts = context.project.shared.parts.iter().flatten();
        let part = parts.find(|part| part.number.value == head.part.value);
        let foot = part.map_or_else(String::new, |part| {
            format!("Part {}: {}", part.number.value, part.title)
        });
        let order = Order {
            title: &head.title,
            foot,
            shown: Shown::Figure { name, query },
        };
        Some((Route::Topic(&topic.slug).to_path(), order))
    })
}

/// Draws an image, or takes it from the site that stands there: its name
/// carries the hash of what it is drawn from.
fn draw(
    context: &Context<'_>,
    order: &Order<'_>,
    mark: &str,
    ink: &Ink,
    output: &Output,
) -> Result<Preview, Diagnostic> {
    let (scenes, words) = order.shown.scenes();
    let card = Card {
        name: &context.site.name,
        mark,
        title: order.title,
        foot: &order.foot,
        drawing: &scenes,
    };
    let svg = card.svg(ink);
    let mut hash = Sha256::new();
    hash.update(DRAWN_BY);
    hash.update(&svg);
    let path = ["previews/", &assets::short_hash(&hash.finalize()), ".png"].concat();
    if !output.keep(&path) {
        let png = output.made(DRAWN_BY, svg.as_bytes(), || image::png(&svg, SIZE));
        let png = png.map_err(|error| {
            Diagnostic::of_file(
                &path,
                format!(
                    "the preview image of `{}` cannot be drawn: {error}",
                    order.title
                ),
                "see that its figure gives readable SVG",
            )
        })?;
        output.write(&path, &png)?;
    }
    Ok(Preview {
        address: paths::join(&context.base, &["/", &path].concat()),
        alt: [order.title, ": ", &words].concat(),
    })
}

/// The shapes of the site's mark without its style, which follows a theme.
fn shapes_of(file: &str, paper: &str) -> String {
    let inside = file
        .split_once("</style>")
        .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
        .map_or("", |(inside, _)| inside);
    let lines =
        format!("fill=\"none\" stroke=\"{paper}\" stroke-width=\"1.1\" stroke-linecap=\"round\"");
    inside.replace("class=\"fibers\"", &lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plates::scene::{Content, Element};

    fn letters(elements: &[Element], text: &mut String) {
        for element in elements {
            match &element.content {
                Content::Text(line) => text.push_str(line),
                Content::Children(children) => letters(children, text),
            }
        }
    }

    #[test]
    fn the_font_has_every_letter_and_every_title_fits() {
        let ink = Ink::new("").expect("a font");
        for (path, order) in figures() {
            let mut text = String::new();
            for scene in order.shown.scenes().0 {
                letters(&scene.elements, &mut text);
            }
            text.push_str(order.title);
            text.push_str(&order.foot);
            let font = ink.font(400.0);
            let missing: String = text.chars().filter(|it| !font.has(*it)).collect();
            assert_eq!(missing, "", "{path}: the preview would leave these out");
            assert!(card::fits(&ink, order.title), "{path}: {}", order.title);
        }
    }

    #[test]
    fn the_mark_has_no_style() {
        let file = r#"<svg><style>path{fill:red}</style><path d="m0 0"/><path class="fibers" d="m1 1"/></svg>"#;
        assert_eq!(
            shapes_of(file, "#fff"),
            "<path d=\"m0 0\"/><path fill=\"none\" stroke=\"#fff\" stroke-width=\"1.1\" \
             stroke-linecap=\"round\" d=\"m1 1\"/>"
        );
    }

    #[test]
    fn images_are_drawn_anew_when_what_draws_them_changes() {
        let manifest = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let manifest = std::fs::read_to_string(manifest).expect("a manifest");
        for name in ["resvg", "png"] {
            let pin = manifest
                .lines()
                .find(|line| line.starts_with(&format!("{name} = ")));
            let version = pin.and_then(|line| line.split("\"=").nth(1)?.split('"').next());
            let drawn_by = format!("{name} {},", version.expect("a pinned version"));
            assert!(DRAWN_BY.contains(&drawn_by), "{drawn_by}");
        }
    }
}
