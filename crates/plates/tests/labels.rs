//! No label lies over an arrow or over another label, whatever the state.
//!
//! A drawing grows and shrinks as a whole, so this holds at every width of the page.

use plates::scene::{Attribute, Content, Element, Tag, Token};
use plates::schema::Kind;
use plates::{FIGURES, Figure};

/// How many values of a range are tried, its ends among them.
const STEPS: i32 = 6;

/// An affine map of the page: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
type Map = [f64; 6];

const HERE: Map = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn after(outer: &Map, inner: &Map) -> Map {
    let [a, b, c, d, e, f] = *outer;
    let [g, h, i, j, k, l] = *inner;
    [
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * l + e,
        b * k + d * l + f,
    ]
}

fn apply(map: &Map, (x, y): (f64, f64)) -> (f64, f64) {
    let [a, b, c, d, e, f] = *map;
    (a * x + c * y + e, b * x + d * y + f)
}

/// The map of a `transform`, of the functions that drawings use.
fn transform(text: &str) -> Map {
    let mut map = HERE;
    for piece in text.split_terminator(')') {
        let (name, numbers) = piece.split_once('(').expect("a function");
        let n: Vec<f64> = numbers
            .split([' ', ','])
            .filter_map(|number| number.parse().ok())
            .collect();
        let next = match (name.trim(), n.as_slice()) {
            ("translate", [x, y]) => [1.0, 0.0, 0.0, 1.0, *x, *y],
            ("scale", [s]) => [*s, 0.0, 0.0, *s, 0.0, 0.0],
            ("scale", [x, y]) => [*x, 0.0, 0.0, *y, 0.0, 0.0],
            ("matrix", [a, b, c, d, e, f]) => [*a, *b, *c, *d, *e, *f],
            ("rotate", [degrees, rest @ ..]) => {
                let (sin, cos) = degrees.to_radians().sin_cos();
                let turn = [cos, sin, -sin, cos, 0.0, 0.0];
                match rest {
                    [x, y] => {
                        let there = [1.0, 0.0, 0.0, 1.0, *x, *y];
                        let back = [1.0, 0.0, 0.0, 1.0, -x, -y];
                        after(&after(&there, &turn), &back)
                    }
                    _ => turn,
                }
            }
            other => panic!("a transform that this test does not know: {other:?}"),
        };
        map = after(&map, &next);
    }
    map
}

/// The corners of a path of straight lines; `None` for any other.
fn corners(data: &str) -> Option<Vec<(f64, f64)>> {
    let mut corners: Vec<(f64, f64)> = Vec::new();
    let mut rest = data;
    let (mut command, mut at) = ('m', (0.0, 0.0));
    let number = |rest: &mut &str| {
        let text = rest.trim_start();
        let end = text
            .char_indices()
            .find(|(index, letter)| {
                !(letter.is_ascii_digit() || *letter == '.' || (*index == 0 && *letter == '-'))
            })
            .map_or(text.len(), |(index, _)| index);
        let value = text[..end].parse::<f64>().ok()?;
        *rest = &text[end..];
        Some(value)
    };
    while let Some(first) = rest.trim_start().chars().next() {
        if first.is_ascii_alphabetic() {
            rest = &rest.trim_start()[1..];
            command = first;
            if first == 'z' {
                continue;
            }
        }
        match command {
            'm' | 'l' => at = (at.0 + number(&mut rest)?, at.1 + number(&mut rest)?),
            'h' => at.0 += number(&mut rest)?,
            'v' => at.1 += number(&mut rest)?,
            _ => return None,
        }
        corners.push(at);
    }
    Some(corners)
}

#[derive(Debug)]
struct Label {
    words: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

#[derive(Default)]
struct Found {
    labels: Vec<Label>,
    arrows: Vec<Vec<(f64, f64)>>,
    /// The line along which the weight of a body acts, piece by piece.
    weights: Vec<[(f64, f64); 2]>,
}

#[derive(Clone)]
struct Setting {
    map: Map,
    anchor: String,
    size: f64,
    weight: String,
}

/// The width of a letter in heights of the type: a little more than the site's type has.
fn width(letter: char) -> f64 {
    match letter {
        ' ' | '.' | ',' | ':' | 'i' | 'j' | 'l' | 'I' | '\'' | '(' | ')' => 0.22,
        'f' | 't' | 'r' | 's' | '°' | '-' | '–' => 0.30,
        'm' | 'w' | 'M' | 'W' | '%' => 0.66,
        'A'..='Z' => 0.56,
        _ => 0.45,
    }
}

impl Found {
    fn collect(&mut self, elements: &[Element], setting: &Setting) {
        for element in elements {
            let get = |wanted| {
                let found = element.attributes.iter().find(|(name, _)| *name == wanted);
                found.map(|(_, value)| value.as_ref())
            };
            let invisible = get(Attribute::Display) == Some("none")
                || get(Attribute::Opacity).is_some_and(|value| value == "0")
                || matches!(element.tag, Tag::Clip | Tag::Mask | Tag::Pattern);
            if invisible {
                continue;
            }
            let number = |name| get(name).and_then(|text| text.parse::<f64>().ok());
            let mut own = setting.clone();
            if let Some(text) = get(Attribute::Transform) {
                own.map = after(&setting.map, &transform(text));
            }
            if let Some(anchor) = get(Attribute::TextAnchor) {
                own.anchor = anchor.to_owned();
            }
            if let Some(weight) = get(Attribute::FontWeight) {
                own.weight = weight.to_owned();
            }
            own.size = number(Attribute::FontSize).unwrap_or(own.size);
            match &element.content {
                Content::Children(children) => {
                    self.collect(children, &own);
                    let force = get(Attribute::Fill).is_some_and(|fill| fill.contains("--force"));
                    let data = get(Attribute::Data);
                    let weight = get(Attribute::Stroke) == Some(Token::ForceWeight.css());
                    if let Some(line) = data.filter(|_| weight).and_then(corners) {
                        let placed = line.chunks_exact(2);
                        let placed = placed.map(|ends| [ends[0], ends[1]]);
                        self.weights
                            .extend(placed.map(|ends| ends.map(|end| apply(&own.map, end))));
                    }
                    let shape = data.filter(|_| force).and_then(corners);
                    if let Some(shape) = shape.filter(|shape| shape.len() == 7) {
                        let placed = shape.iter().map(|corner| apply(&own.map, *corner));
                        self.arrows.push(placed.collect());
                    }
                }
                Content::Text(words) if element.tag == Tag::Text && !words.is_empty() => {
                    let place = (
                        number(Attribute::X).unwrap_or(0.0),
                        number(Attribute::Y).unwrap_or(0.0),
                    );
                    let (x, mut y) = apply(&own.map, place);
                    if get(Attribute::Dy).is_some() {
                        y += 1.16 * own.size;
                    }
                    let bold = if own.weight == "700" { 1.03 } else { 1.0 };
                    let width = bold * own.size * words.chars().map(width).sum::<f64>();
                    let left = match own.anchor.as_str() {
                        "end" => x - width,
                        "middle" => x - 0.5 * width,
                        _ => x,
                    };
                    self.labels.push(Label {
                        words: words.to_string(),
                        left,
                        right: left + width,
                        // From the height of small letters to the line they stand on.
                        top: y - 0.62 * own.size,
                        bottom: y,
                    });
                }
                Content::Text(_) => {}
            }
        }
    }
}

/// Whether a label and a shape share a place.
fn meet(label: &Label, shape: &[(f64, f64)]) -> bool {
    let within = |(x, y): (f64, f64)| {
        (label.left..label.right).contains(&x) && (label.top..label.bottom).contains(&y)
    };
    let covers = |(x, y): (f64, f64)| {
        let edges = shape.iter().zip(shape.iter().cycle().skip(1));
        let crossed = edges.filter(|(from, to)| {
            (from.1 > y) != (to.1 > y)
                && x < from.0 + (to.0 - from.0) * (y - from.1) / (to.1 - from.1)
        });
        crossed.count() % 2 == 1
    };
    let along = shape.iter().zip(shape.iter().cycle().skip(1));
    let mut points = along.flat_map(|(from, to)| {
        (0..64).map(move |step| {
            let share = f64::from(step) / 64.0;
            (
                from.0 + share * (to.0 - from.0),
                from.1 + share * (to.1 - from.1),
            )
        })
    });
    points.any(within)
        || [
            (label.left, label.top),
            (label.right, label.bottom),
            (
                0.5 * (label.left + label.right),
                0.5 * (label.top + label.bottom),
            ),
        ]
        .into_iter()
        .any(covers)
}

fn found(figure: &Figure, values: &[i32]) -> Found {
    let mut found = Found::default();
    let setting = Setting {
        map: HERE,
        anchor: "start".to_owned(),
        size: 28.0,
        weight: String::new(),
    };
    found.collect(&(figure.scene)(values).elements, &setting);
    found
}

/// The values of a key that are tried.
fn tried(kind: Kind) -> Vec<i32> {
    match kind {
        Kind::Integer { min, max, .. } => {
            let mut values: Vec<i32> = (0..STEPS)
                .map(|step| min + (max - min) * step / (STEPS - 1))
                .collect();
            values.dedup();
            values
        }
        Kind::Flag => vec![0, 1],
        kind => (0..kind.words().map_or(1, <[_]>::len) as i32).collect(),
    }
}

/// About `count` states of a figure, spread evenly over all that can be set.
fn states(figure: &Figure, count: usize) -> impl Iterator<Item = Vec<i32>> {
    let choices: Vec<Vec<i32>> = figure.keys.iter().map(|key| tried(key.kind)).collect();
    let all: usize = choices.iter().map(Vec::len).product();
    // Odd, so that a choice of two is not always the same.
    let stride = (all / count).max(1) | 1;
    (0..all).step_by(stride).map(move |at| {
        let mut rest = at;
        let value = |choice: &Vec<i32>| {
            let value = choice[rest % choice.len()];
            rest /= choice.len();
            value
        };
        choices.iter().map(value).collect()
    })
}

/// Fails with some of the problems.
#[track_caller]
fn none(mut problems: Vec<String>) {
    problems.sort();
    let some = problems.iter().step_by((problems.len() / 30).max(1));
    let some: Vec<&str> = some.map(String::as_str).collect();
    assert!(some.is_empty(), "{}:\n{}", problems.len(), some.join("\n"));
}

#[test]
fn no_label_lies_over_an_arrow() {
    let mut problems: Vec<String> = Vec::new();
    let mut seen = 0;
    for figure in FIGURES {
        // The states of the others are slow to draw, and those that have arrows are few.
        let count = if figure.name == "one-leg-stance" {
            1500
        } else {
            150
        };
        for values in states(figure, count) {
            let found = found(figure, &values);
            for label in &found.labels {
                for arrow in &found.arrows {
                    seen += 1;
                    if meet(label, arrow) {
                        let state = figure.print(&values);
                        problems.push(format!("{}?{state}: {:?}", figure.name, label.words));
                    }
                }
            }
        }
    }
    assert!(seen > 10_000, "only {seen} pairs were looked at");
    none(problems);
}

#[test]
fn the_line_of_weight_stops_behind_labels() {
    let figure = FIGURES
        .iter()
        .find(|figure| figure.name == "one-leg-stance");
    let figure = figure.expect("the stance");
    let mut problems = Vec::new();
    let mut crossed = 0;
    for values in states(figure, 600) {
        let found = found(figure, &values);
        // The words beside the whole body stand where its outlines leave room.
        let numbers = found
            .labels
            .iter()
            .filter(|label| label.words.ends_with("cm"));
        for label in numbers {
            for [from, to] in &found.weights {
                let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
                if !(label.left..label.right).contains(&from.0) {
                    continue;
                }
                crossed += 1;
                if top < label.bottom && label.top < bottom {
                    let state = figure.print(&values);
                    problems.push([state.as_str(), ": ", &label.words].concat());
                }
            }
        }
    }
    assert!(crossed > 20, "only {crossed} labels stand on the line");
    none(problems);
}

#[test]
fn no_label_lies_over_another_or_leaves_the_page() {
    let mut problems: Vec<String> = Vec::new();
    // The legend of the layers has tests of its own.
    for figure in FIGURES.iter().filter(|figure| figure.name != "hip-layers") {
        for values in states(figure, 300) {
            let labels = found(figure, &values).labels;
            let size = (figure.scene)(&values).size;
            let (width, height) = (f64::from(size.0), f64::from(size.1));
            for (index, one) in labels.iter().enumerate() {
                let state = || [figure.name, "?", &figure.print(&values)].concat();
                if one.left < 0.0 || one.right > width || one.top < 0.0 || one.bottom > height {
                    problems.push(format!("{}: {one:?} leaves the page", state()));
                }
                for other in &labels[index + 1..] {
                    let apart = one.right <= other.left
                        || other.right <= one.left
                        || one.bottom <= other.top
                        || other.bottom <= one.top;
                    if !apart {
                        let pair = [one.words.as_str(), " / ", &other.words].concat();
                        problems.push(format!("{}: {pair}", state()));
                    }
                }
            }
        }
    }
    none(problems);
}
