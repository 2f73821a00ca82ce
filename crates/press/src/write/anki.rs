//! Cards for Anki: the questions as text files that its import reads, one for the whole course and one
//! for each part.
//!
//! The first column is the permanent name of the question, so importing a later file updates the cards
//! and keeps what Anki knows of the reader. The lines that begin with `#` tell Anki how to read the
//! rest: <https://docs.ankiweb.net/importing/text-files.html>.

use content::model::{Item, Quiz};
use content::paths::Route;
use maud::html;

use super::context::Context;
use super::output::Output;
use super::paper;
use crate::diagnostic::Diagnostic;

/// The path of the deck of a part, or of the whole course.
pub fn path(part: Option<u32>) -> String {
    match part {
        Some(number) => format!("/anki/prime-mover-part-{number}.txt"),
        None => String::from("/anki/prime-mover.txt"),
    }
}

/// Writes a deck for each part and one for the whole course. `all` is what [`cards`] gave, with the
/// numbers of the parts, in reading order.
///
/// # Errors
/// When a file cannot be written.
pub fn write(
    context: &Context<'_>,
    all: &[(u32, String)],
    output: &Output,
) -> Result<(), Diagnostic> {
    let mut order: Vec<&str> = vec![HEAD];
    for part in context.project.shared.parts.iter().flatten() {
        let number = part.number.value;
        let cards = all.iter().filter(|(part, _)| *part == number);
        let from = order.len();
        order.extend(cards.map(|(_, cards)| cards.as_str()));
        let deck = [HEAD, &order[from..].concat()].concat();
        output.write(&path(Some(number)), deck.as_bytes())?;
    }
    output.write(&path(None), order.concat().as_bytes())
}

/// The cards of a quiz.
pub fn cards(context: &Context<'_>, part: u32, quiz: &Quiz) -> String {
    let items = quiz.items.iter().filter(|it| paper::answerable(&it.kind));
    items.map(|item| card(context, part, quiz, item)).collect()
}

const HEAD: &str = "#separator:tab\n#html:true\n#notetype:Basic\n#deck:Prime Mover\n#guid column:1\n#tags column:4\n";

fn card(context: &Context<'_>, part: u32, quiz: &Quiz, item: &Item) -> String {
    let name = content::ids::question(&quiz.slug, &item.id);
    let page = context.canonical(&Route::Quiz(&quiz.slug).to_path());
    let address = format!("{page}#q-{}", item.id.value);
    let back = html! {
        (paper::back(item))
        p { a href=(address) { "This question at " (context.site.name) } }
    };
    let tags = format!("prime-mover part-{part} {}", quiz.topic.value);
    let columns = [
        format!("prime-mover:{name}"),
        paper::front(item).into_string(),
        back.into_string(),
        tags,
    ];
    let mut line = columns.map(|column| quoted(&column)).join("\t");
    line.push('\n');
    line
}

/// A column as Anki reads it: in quotes, with those inside doubled, and on one line.
fn quoted(column: &str) -> String {
    let column = column.replace(['\n', '\r', '\t'], " ").replace('"', "\"\"");
    ["\"", &column, "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_stays_a_column() {
        assert_eq!(
            quoted("<a href=\"x\">one\ttwo\nthree</a>"),
            "\"<a href=\"\"x\"\">one two three</a>\""
        );
    }

    #[test]
    fn decks_have_addresses_that_stay() {
        assert_eq!(path(None), "/anki/prime-mover.txt");
        assert_eq!(path(Some(2)), "/anki/prime-mover-part-2.txt");
    }
}
