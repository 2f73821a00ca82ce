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
    Ok(())
}
