//! Files as small as they get, for servers to send.
//!
//! A crate of its own because the encoder is generic: what it does is compiled where it is called, and
//! the press is not optimized. This crate is, see `[profile.dev.package.squeeze]`.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::write::GzEncoder;

/// How [`brotli()`] compresses, in words: other bytes come out when it changes.
pub const BROTLI: &str = "brotli 8.0.4, quality 11, window 22, block 0 or 16";

/// The quality and the window: the largest.
const LARGEST: (i32, i32) = (11, 22);
/// Sizes of a block, as powers of two, of which the smaller result is kept: the one that the encoder
/// chooses, and the smallest, which takes half a percent off a long page whose drawing and prose each
/// get a code of their own.
const BLOCKS: [i32; 2] = [0, 16];

/// `bytes` with Brotli.
///
/// # Errors
/// None that is known: it is written to memory.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let (quality, lgwin) = LARGEST;
    let mut least: Option<Vec<u8>> = None;
    for lgblock in BLOCKS {
        // A file that fits into the smallest block comes out the same.
        if lgblock > 0 && bytes.len() <= 1 << lgblock {
            continue;
        }
        let params = BrotliEncoderParams {
            quality,
            lgwin,
            lgblock,
            ..BrotliEncoderParams::default()
        };
        let mut compressed = Vec::new();
        brotli::CompressorWriter::with_params(&mut compressed, 1 << 16, &params)
            .write_all(bytes)?;
        if least
            .as_ref()
            .is_none_or(|least| compressed.len() < least.len())
        {
            least = Some(compressed);
        }
    }
    Ok(least.unwrap_or_default())
}

/// `bytes` with gzip, for who does not know Brotli.
///
/// # Errors
/// None that is known: it is written to memory.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_say_which_version_it_is() {
        let manifest = include_str!("../Cargo.toml");
        let pin = manifest.lines().find(|line| line.starts_with("brotli = "));
        let version = pin.and_then(|line| line.split("\"=").nth(1)?.split('"').next());
        let version = format!("brotli {},", version.expect("a pinned version"));
        assert!(BROTLI.starts_with(&version), "{version}");
        let (quality, window) = LARGEST;
        assert!(BROTLI.contains(&format!("quality {quality}, window {window},")));
        let [own, small] = BLOCKS;
        assert!(BROTLI.ends_with(&format!("block {own} or {small}")));
    }
}
