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
        let svg = plate(known.name).expect("known");
        assert!(
            svg.contains(" role=\"img\"") && svg.contains("</title><desc"),
            "{}",
            known.name
        );
    }
    assert_eq!(plate("no-such-plate"), None);
}

#[test]
fn the_three_glutes_stay_small_and_byte_stable() {
    let svg = plate("three-glutes").expect("known");
    assert_eq!(plate("three-glutes").as_ref(), Some(&svg));
    // 36 kB of such text is 9 kB after Brotli.
    assert!(svg.len() < 36_000, "{} bytes", svg.len());
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
