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
use super::paper;
use crate::diagnostic::Diagnostic;

/// A file of cards.
#[derive(Debug)]
pub struct Deck {
    /// The path inside the site.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// The path of the deck of a part, or of the whole course.
pub fn path(part: Option<u32>) -> String {
    match part {
        Some(number) => format!("/anki/prime-mover-part-{number}.txt"),
        None => String::from("/anki/prime-mover.txt"),
    }
}

/// All decks, the whole course first.
///
/// # Errors
/// Those of quizzes that have changed since they were checked.
pub fn decks(context: &Context<'_>) -> Result<Vec<Deck>, Vec<Diagnostic>> {
    let mut all = head();
    let mut decks = Vec::new();
    for part in context.project.shared.parts.iter().flatten() {
        let number = part.number.value;
        let mut text = head();
        let topics = context.library.iter();
        for (topic, _) in topics.filter(|(_, head)| head.part.value == number) {
            for quiz in context
                .quizzes_of
                .get(topic.slug.as_str())
                .into_iter()
                .flatten()
            {
                let quiz = context.project.quiz(&quiz.slug)?;
                for item in quiz.items.iter().filter(|it| paper::answerable(&it.kind)) {
                    let card = card(context, number, &quiz, item);
                    text.push_str(&card);
                    all.push_str(&card);
                }
            }
        }
        decks.push(Deck {
            path: path(Some(number)),
            text,
        });
    }
    decks.insert(
        0,
        Deck {
            path: path(None),
            text: all,
        },
    );
    Ok(decks)
}

fn head() -> String {
    String::from(
        "#separator:tab\n#html:true\n#notetype:Basic\n#deck:Prime Mover\n#guid column:1\n#tags column:4\n",
    )
}

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
