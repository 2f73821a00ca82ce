//! The checked-in constants are those of the model file.
#![cfg(feature = "parse")]

use kinetics::parse::{
    ModelFile, model_source, muscle_id_source, passive_source, read_passive, walking_source,
};

const RUN: &str = "run: cargo run -p kinetics --features parse --example generate";

#[test]
fn the_constants_are_up_to_date_with_the_model_file() {
    let file = ModelFile::read(include_str!("../../../content/model/gait2392.toml")).unwrap();
    assert!(
        model_source(&file) == include_str!("../src/model/gait2392.rs"),
        "{RUN}"
    );
    assert!(
        muscle_id_source(&file) == include_str!("../src/model/muscle_id.rs"),
        "{RUN}"
    );
    file.with_model(|model| assert_eq!(*model, kinetics::GAIT2392));
}

#[test]
fn the_passive_moments_are_up_to_date() {
    let moments = read_passive(include_str!("../../../content/model/passive.toml")).unwrap();
    assert!(
        passive_source(&moments) == include_str!("../src/passive/data.rs"),
        "{RUN}"
    );
}

#[test]
fn the_walking_cycle_is_up_to_date() {
    let source = walking_source(
        include_str!("../../../content/model/walking_cycle_one_adult.csv"),
        include_str!("../../../content/model/walking_muscle_forces_one_adult.csv"),
    );
    assert!(
        source.unwrap() == include_str!("../src/walking/data.rs"),
        "{RUN}"
    );
}
