//! The sheets of the hip: small, the same on every machine, and lying exactly over another.

use plates::atlas::{SHEETS, Side, inlined, linked};

#[test]
fn every_sheet_is_small_and_so_are_all_of_them() {
    // Such text is compressed to less than a third: 60 kB for one, 250 kB for all at most.
    let sizes: Vec<_> = SHEETS
        .iter()
        .map(|sheet| (sheet.name, sheet.image("").len()))
        .collect();
    for (name, size) in &sizes {
        assert!(*size < 130_000, "{name}: {size} bytes");
    }
    let all: usize = sizes.iter().map(|(_, size)| size).sum();
    assert!(all < 600_000, "{all} bytes: {sizes:?}");
}

#[test]
fn sheets_are_byte_stable_and_share_a_frame() {
    for sheet in SHEETS {
        let image = sheet.image(":root{--bone:#eee}");
        assert_eq!(image, sheet.image(":root{--bone:#eee}"), "{}", sheet.name);
        assert!(
            !image.contains("NaN") && !image.contains("<text"),
            "{}",
            sheet.name
        );
        assert!(
            image.contains("<style>:root{--bone:#eee}#muscle:target"),
            "{}",
            sheet.name
        );
        let frame = match sheet.side {
            Side::Posterior => " viewBox=\"-180 0 750 1230\"",
            Side::Lateral => " viewBox=\"-630 0 840 1230\"",
        };
        assert!(image.contains(frame), "{}", sheet.name);
    }
}

#[test]
fn a_sheet_can_be_linked_and_drawn_in_place() {
    let drawing = "<svg><image href=\"sheet:hip-behind-medius#fibers\" x=\"0\" y=\"0\" \
                   width=\"75\" height=\"123\"/></svg>";
    let address = [("hip-behind-medius", "/plates/m-1.svg".to_owned())];
    let page = linked(drawing.to_owned(), &address);
    assert!(page.contains("href=\"/plates/m-1.svg#fibers\""), "{page}");
    let alone = inlined(drawing);
    assert!(!alone.contains("image") && alone.contains("viewBox=\"-180 0 750 1230\""));
    assert!(!alone.contains("var(--medius)") && alone.contains("var(--ink)"));
}
