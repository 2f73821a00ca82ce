//! What a page may load: the content security policy and its hashes.

use sha2::{Digest, Sha256};

use super::assets::Assets;

/// The policy of a document with the parts `inline` of the style: own files,
/// the inline texts by their hashes, nothing else.
pub fn of_document(assets: &Assets, inline: &[&String]) -> String {
    let quoted = |text: &str| format!(" '{}'", hash(text.as_bytes()));
    let parts = assets.style.parts();
    let style = |text: &&String| {
        let part = parts.iter().position(|part| std::ptr::eq(*part, *text));
        match part.and_then(|part| assets.style_hashes.get(part)) {
            Some(hash) => format!(" '{hash}'"),
            None => quoted(text),
        }
    };
    let styles: String = inline.iter().map(style).collect();
    let map = assets.boot.as_ref().map(|boot| quoted(&boot.import_map));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}{}; \
         style-src 'self'{styles}; font-src 'self'; img-src 'self' data:; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'",
        quoted(&assets.theme),
        map.unwrap_or_default(),
    )
}

/// The policy that fits every document, for hosts that send it as a header.
pub fn of_site(assets: &Assets) -> String {
    of_document(assets, &assets.style.parts())
}

/// The hash of a text or file, as policies and `integrity` attributes have it.
pub fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(bytes)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            if place > chunk.len() {
                text.push('=');
            } else {
                let digit = (bits >> (18 - 6 * place)) & 63;
                text.push(char::from(DIGITS[digit as usize]));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_policies_want_them() {
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v")] {
            assert_eq!(base64(text.as_bytes()), expected);
        }
        assert_eq!(
            hash(b""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}
