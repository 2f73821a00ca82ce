//! The table of anatomy and the figures say the same.

use std::path::Path;

use press::diagnostic::Source;
use press::read::anatomy;

/// The muscles of the table, each with its row of the figure "Peel the hip".
#[test]
fn the_figure_of_the_hip_says_what_the_table_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/anatomy.toml");
    let text = std::fs::read_to_string(file).expect("the table is there");
    let (table, problems) = anatomy::read(&Source::new("content/anatomy.toml", text));
    assert_eq!(problems, [], "{problems:#?}");
    let figure = plates::figure("hip-layers").expect("the figure");
    let rows = (figure.words)(&figure.parse("")).rows;
    assert!(rows.len() > 12, "the figure lists its muscles");
    for row in rows {
        let muscle = table
            .muscles
            .iter()
            .find(|muscle| muscle.id.replace('-', " ") == row.label.to_lowercase())
            .unwrap_or_else(|| panic!("content/anatomy.toml lacks {}", row.label));
        let nerve = muscle.nerve.as_deref().unwrap_or("");
        let said = [&muscle.begins, &muscle.ends, nerve, &muscle.action];
        assert_eq!(row.cells, said, "{}", row.label);
    }
}
