//! Small questions about Markdown's marks.

use content::model::{Alignment, Inline};
use pulldown_cmark::Tag;

/// Whether a piece of text refers to something elsewhere.
pub(super) fn is_reference(inline: &Inline) -> bool {
    match inline {
        Inline::Term { .. } | Inline::Cite { .. } | Inline::Link { .. } => true,
        Inline::Emphasis(content) | Inline::Strong(content) => content.iter().any(is_reference),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => false,
    }
}

/// Whether a tag opens a block; every other opens running text.
pub(super) const fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// A column's alignment; the default is that of the text.
pub(super) const fn alignment(alignment: &pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None | pulldown_cmark::Alignment::Left => Alignment::Start,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::End,
    }
}

/// An id made of the words of a heading.
pub(super) fn suggested_id(title: &str) -> String {
    let words: Vec<String> = title
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .take(4)
        .collect();
    if words.is_empty() {
        String::from("an-id")
    } else {
        words.join("-")
    }
}
