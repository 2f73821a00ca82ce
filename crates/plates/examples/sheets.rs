//! Writes the sheets of the atlas and their sizes, to look at them:
//! `cargo run -p plates --example sheets -- folder`.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let tokens = fs::read_to_string("style/tokens.css")?;
    let colors = tokens.split("/* Type */").next().unwrap_or_default();
    let colors = [colors, "}"].concat();
    for sheet in plates::atlas::SHEETS {
        let path = Path::new(&folder).join([sheet.name, ".svg"].concat());
        fs::write(path, sheet.image(&colors))?;
    }
    let scene = plates::hip_layers::scene(&plates::hip_layers::State::default()).inked();
    let small = plates::atlas::thumbnail(&plates::svg::inner(&scene, "t"));
    let opening = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 760\"><style>";
    let small = [opening, &colors, "</style>", &small, "</svg>"].concat();
    fs::write(Path::new(&folder).join("thumbnail.svg"), small)?;
    for query in [
        "layer=3&part=gluteus-minimus",
        "layer=4&part=sciatic-nerve",
        "view=lateral&part=iliotibial-band",
    ] {
        let figure = &plates::hip_layers::FIGURE;
        let Some(scene) = (figure.scene)(&figure.parse(query)).ground() else {
            continue;
        };
        let ground = plates::atlas::ground(&plates::svg::inner(&scene, "g"));
        let ground = [opening, &colors, "</style>", &ground, "</svg>"].concat();
        let name = [
            "ground-",
            query.split('&').next().unwrap_or_default(),
            ".svg",
        ]
        .concat();
        fs::write(Path::new(&folder).join(name), ground)?;
    }
    Ok(())
}
