//! Writes a page with every position, to look at it:
//! `cargo run -p plates --example positions > positions.html`, or only the moves that are named.

#![allow(clippy::print_stdout, reason = "a program that prints")]

fn main() {
    let style = std::fs::read_to_string("style/tokens.css").unwrap_or_default();
    let mut page = format!(
        "<!doctype html><meta charset=utf-8><style>{style}body{{margin:8px;background:var(--paper);color:var(--ink)}}\
         div{{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem}}\
         svg{{width:100%;max-height:24rem}}</style>"
    );
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    for one in plates::positions::MOVES {
        if !wanted.is_empty() && wanted.iter().all(|name| name != one.name) {
            continue;
        }
        page.push_str(&format!("<h2>{}</h2><div>", one.title));
        for position in one.positions {
            page.push_str(&format!("<p>{}{}</p>", position.image(""), position.label));
        }
        page.push_str("</div>");
    }
    println!("{page}");
}
