//! The static drawings: named, described, small and the same on every machine.

use plates::{PLATES, plate};

#[test]
fn plates_are_named_and_described() {
    for known in PLATES {
        let scene = (known.scene)();
        assert!(
            !scene.title.ends_with('.'),
            "{}: a title is no sentence",
            known.name
        );
        assert!(scene.description.ends_with('.'), "{}", known.name);
        let svg = plate(known.name).expect("known").image("");
        assert!(
            svg.contains(" role=\"img\"") && svg.contains("</title><desc"),
            "{}",
            known.name
        );
    }
    assert!(plate("no-such-plate").is_none());
}

#[test]
fn the_three_glutes_stay_small_and_byte_stable() {
    let svg = plate("three-glutes").expect("known").image("");
    assert_eq!(plate("three-glutes").expect("known").image(""), svg);
    // 36 kB of such text is 9 kB after Brotli.
    assert!(svg.len() < 36_000, "{} bytes", svg.len());
}

#[test]
fn an_image_holds_its_colors_and_the_labels_stay_in_the_page() {
    let plate = plate("three-glutes").expect("known");
    let image = plate.image(":root{--ink:#000}");
    assert!(image.contains("><style>:root{--ink:#000}</style><"));
    assert!(!image.contains("<text"));
    let overlay = plate.overlay();
    assert!(overlay.contains(">Piriformis</text>") && overlay.contains("aria-hidden"));
    // Both have the same sheet, so that labels point at what they name.
    let sheet = " viewBox=\"-432 0 864 756\"";
    assert!(image.contains(sheet) && overlay.contains(sheet));
}

#[test]
fn labels_of_the_three_glutes_name_drawn_parts() {
    let scene = plates::three_glutes::scene();
    let names: Vec<_> = scene.parts().iter().map(|part| part.id).collect();
    for part in [
        "gluteus-maximus",
        "gluteus-medius",
        "gluteus-medius-cut",
        "gluteus-minimus",
        "piriformis",
        "deep-rotators",
        "sciatic-nerve",
        "hamstrings",
        "iliotibial-band",
    ] {
        assert!(names.contains(&part), "{part}");
    }
}
