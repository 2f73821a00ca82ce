//! The figure `hip-layers`: its words, its numbers, what it costs.

use plates::geometry::Point;
use plates::hip_layers::{FIGURE, NUMBER_RADIUS, numbers, parse, scene, words};
use plates::scene::{Content, Element};
use plates::{FrameOptions, Place, frame, svg};

/// Every combination of layer and view.
fn layers_and_views() -> impl Iterator<Item = String> {
    (0..=5).flat_map(|layer| {
        ["both", "posterior", "lateral"].map(|view| format!("layer={layer}&view={view}"))
    })
}

/// The distance of a point from a line between two others.
fn distance(from: Point, to: Point, place: Point) -> f64 {
    let line = to.minus(from);
    let share = place.minus(from).dot(line) / line.dot(line).max(1e-9);
    from.toward(to, share.clamp(0.0, 1.0)).minus(place).length()
}

fn cross(one: (Point, Point), other: (Point, Point)) -> bool {
    let side =
        |line: (Point, Point), place: Point| line.1.minus(line.0).cross(place.minus(line.0)) > 0.0;
    side(one, other.0) != side(one, other.1) && side(other, one.0) != side(other, one.1)
}

#[test]
fn numbers_and_their_leaders_keep_clear_of_each_other() {
    let mut problems = Vec::new();
    for query in layers_and_views() {
        let all = numbers(&parse(&query));
        assert!(!all.is_empty(), "{query}");
        for (index, one) in all.iter().enumerate() {
            let inside = one.0.x > NUMBER_RADIUS
                && one.0.x < 720.0 - NUMBER_RADIUS
                && one.0.y > 44.0
                && one.0.y < 590.0;
            if !inside {
                problems.push(format!("{query}: number {index} at {:?}", one.0));
            }
            for (at, other) in all.iter().enumerate().filter(|(at, _)| *at != index) {
                if one.0.minus(other.0).length() < 2.0 * NUMBER_RADIUS + 3.0 {
                    problems.push(format!("{query}: numbers {index} and {at}"));
                }
                if distance(one.0, one.1, other.0) < NUMBER_RADIUS + 1.0 {
                    problems.push(format!("{query}: leader {index} under number {at}"));
                }
                if cross(*one, *other) {
                    problems.push(format!("{query}: leaders {index} and {at} cross"));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn texts(elements: &[Element], found: &mut Vec<String>) {
    for element in elements {
        match &element.content {
            Content::Text(text) => found.push(text.to_string()),
            Content::Children(children) => texts(children, found),
        }
    }
}

#[test]
fn words_of_the_legend_fit_their_columns() {
    // A column has room for 20 letters, 15 units wide each in the site's font.
    for part in 0..=FIGURE.keys[2].span().1 {
        for layer in 0..=5 {
            let state = plates::hip_layers::State::from_values(&[layer, 0, part]);
            let mut found = Vec::new();
            texts(&scene(&state).elements, &mut found);
            for text in found {
                assert!(text.chars().count() <= 20, "{text}");
            }
        }
    }
}

#[test]
fn a_quiz_shows_no_name() {
    for part in 0..=FIGURE.keys[2].span().1 {
        let state = plates::hip_layers::State::from_values(&[4, 0, part, 0, 0, 1]);
        let mut found = Vec::new();
        texts(&scene(&state).elements, &mut found);
        found.push(words(&state).name);
        assert!(
            found.iter().all(|text| !text.contains("Piriformis")),
            "{found:?}"
        );
        let shown = words(&state).state;
        assert!(part == 0 || shown.contains("What is it called"), "{shown}");
    }
}

#[test]
fn sentences_tell_what_is_seen() {
    let said = |query: &str| words(&parse(query)).state;
    assert_eq!(
        said("layer=3"),
        "Layer 3 of 5. Gluteus medius is taken away too. Gluteus minimus lies right on the bone, \
         the smallest and deepest of the three."
    );
    assert_eq!(
        said("layer=4&part=piriformis"),
        "Layer 4 of 5. All three glutes are taken away. Five short rotators run across to the \
         femur, and the sciatic nerve comes out below the uppermost, piriformis. Piriformis: The \
         pear-shaped muscle from inside the pelvis to the top of the greater trochanter. Begins: \
         Front of the sacrum (S2 to S4), sacrotuberous ligament. Ends: Upper border of the greater \
         trochanter. Nerve: Nerve to piriformis, S1 S2. What it does: turns the straight hip \
         outward; abducts the flexed hip."
    );
    assert!(said("part=piriformis").ends_with("the dashed ring is where it lies."));
    assert!(said("").ends_with("on the gluteal tuberosity of the femur."));
    assert!(said("evidence=study").contains("25 bodies in 2025"));
    assert!(said("layer=2&quiz=yes").ends_with("then show the names."));
}

#[test]
fn the_end_of_maximus_follows_the_evidence_in_the_table_too() {
    let row = |query: &str| {
        let rows = words(&parse(query)).rows;
        let row = rows.into_iter().find(|row| row.label == "Gluteus Maximus");
        row.expect("a row").cells[1].clone()
    };
    assert!(row("").starts_with("Most fibers: iliotibial band"));
    assert!(row("evidence=study").starts_with("Upper three quarters"));
}

#[test]
fn nerve_roots_stand_only_where_they_were_checked() {
    for row in words(&parse("")).rows {
        let has_root = row.cells[2].contains(|letter: char| letter.is_ascii_digit());
        let checked = [
            "Gluteus",
            "Tensor",
            "Piriformis",
            "Obturator Internus",
            "Gemellus",
            "Quadratus",
        ];
        let is_checked = checked.iter().any(|name| row.label.contains(name));
        assert_eq!(has_root, is_checked, "{}", row.label);
    }
}

#[test]
fn the_hatching_stays_out_of_the_page() {
    let options = FrameOptions::new(1, "figure", Place::Page, "/figures/hip-layers/");
    let html = frame("hip-layers", "", &options).expect("known");
    assert_eq!(html.matches("href=\"sheet:").count(), 18);
    // 9 kB as sent.
    assert!(html.len() < 46_000, "{} bytes", html.len());
}

#[test]
fn with_a_picture_below_it_the_drawing_fetches_no_sheet() {
    let options = FrameOptions {
        ground: Some("/plates/ground.svg"),
        ..FrameOptions::new(3, "fig-1", Place::Embedded, "/figures/hip-layers/")
    };
    let html = frame("hip-layers", "layer=3", &options).expect("known");
    assert!(
        html.contains(" loading=\"lazy\" width=\"720\" height=\"760\" src=\"/plates/ground.svg\">")
    );
    assert_eq!(html.matches(" href=\"sheet:").count(), 0);
    assert_eq!(html.matches(" data-href=\"sheet:").count(), 18);
}

#[test]
fn the_picture_below_a_drawing_has_its_sheets_and_no_words() {
    let scene = |query: &str| (FIGURE.scene)(&FIGURE.parse(query));
    let ground = scene("view=lateral&part=iliotibial-band").ground();
    let drawn = svg::inner(&ground.expect("sheets"), "g");
    assert!(!drawn.contains("<text") && !drawn.contains("data-part"));
    let shown = scene("view=lateral&part=iliotibial-band").drawn();
    let sheets = svg::inner(&shown, "g").matches("<image").count();
    assert!(sheets > 3);
    assert_eq!(drawn.matches("<image").count(), sheets);
    let picture = plates::atlas::ground(&drawn);
    assert!(!picture.contains("<image") && picture.matches("<svg").count() == sheets);
    assert!(2 * picture.len() < plates::atlas::inlined(&drawn).len());
    let other = plates::figure("walking").expect("known");
    assert!((other.scene)(&other.parse("")).ground().is_none());
}
