//! What a parser reads is what was written.

use scraper::{Html, Node};

use super::{one, page, pages};

/// The elements in the order of their opening tags in the text, read without
/// any of an HTML parser's repairs.
fn written(html: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest
            .find(|character: char| !character.is_ascii_alphanumeric() && character != '-')
            .unwrap_or(rest.len());
        let name = rest[..end].to_lowercase();
        if name.is_empty() {
            continue;
        }
        rest = &rest[end..];
        if matches!(name.as_str(), "script" | "style")
            && let Some(close) = rest.find(&format!("</{name}"))
        {
            rest = &rest[close..];
        }
        names.push(name);
    }
    names
}

/// The elements of the parsed tree, parents first.
fn parsed(html: &Html) -> Vec<String> {
    html.tree
        .root()
        .descendants()
        .filter_map(|node| match node.value() {
            Node::Element(element) => Some(element.name().to_lowercase()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_parser_reads_each_page_as_it_was_written() {
    for path in pages() {
        let text = page(&path);
        let html = Html::parse_document(&text);
        assert_eq!(written(&text), parsed(&html), "{path}: elements");
        let again = html.root_element().html();
        let twice = Html::parse_document(&again);
        assert_eq!(twice.root_element().html(), again, "{path}: parsed twice");
        let main = one(&html, "main");
        let fragment = text
            .split_once("<main id=\"main\" tabindex=\"-1\">")
            .and_then(|(_, rest)| rest.split_once("</main>"))
            .map(|(main, _)| main)
            .unwrap_or_default();
        assert!(!fragment.is_empty(), "{path}: main is filled");
        // No end tag was added or moved, so every element closes where written.
        let opened = written(fragment).len();
        let inside = main.descendants().filter(|it| it.value().is_element());
        assert_eq!(opened + 1, inside.count(), "{path}: main");
    }
}
