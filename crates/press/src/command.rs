//! What the command line asks for.

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use press::compile::project::Project;
use press::{Diagnostic, Ids};

const USAGE: &str = "\
usage: press check [--root DIR] [--write-ids] [--report]

  check           compile and check content/ alone
    --write-ids   add new permanent ids to content/ids.lock
    --report      print words, sections, questions and reading grade of each topic

  --root DIR      the project's folder, which has content/ in it (default: .)";

/// Does what `arguments` ask for.
///
/// # Errors
/// What to print on the way out.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (command, rest) = arguments.split_first().ok_or_else(|| String::from(USAGE))?;
    match command.as_str() {
        "check" => check(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no command `{other}`\n\n{USAGE}")),
    }
}

fn check(arguments: &[String]) -> Result<(), String> {
    let mut root = ".";
    let mut ids = Ids::Check;
    let mut report = false;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--root" => root = value(argument, arguments.next())?,
            "--write-ids" => ids = Ids::Write,
            "--report" => report = true,
            other => return Err(unknown(other)),
        }
    }
    let start = Instant::now();
    let result = press::check(&Path::new(root).join("content"), ids);
    let project = result.map_err(|problems| list(&problems))?;
    if report {
        print!("{}", table(&project));
    }
    println!(
        "content is fine: {} topics, {} quizzes, {} ms",
        project.topics.len(),
        project.quizzes.len(),
        start.elapsed().as_millis()
    );
    Ok(())
}

fn value<'a>(option: &str, value: Option<&'a String>) -> Result<&'a str, String> {
    value
        .map(String::as_str)
        .ok_or_else(|| format!("`{option}` lacks its value\n\n{USAGE}"))
}

fn unknown(option: &str) -> String {
    format!("there is no option `{option}`\n\n{USAGE}")
}

fn list(problems: &[Diagnostic]) -> String {
    let mut text = String::new();
    for problem in problems {
        // Writing to a string does not fail.
        let _ = write!(text, "{problem}\n\n");
    }
    let noun = if problems.len() == 1 {
        "problem"
    } else {
        "problems"
    };
    let _ = write!(text, "{} {noun}", problems.len());
    text
}

/// A line for each topic.
fn table(project: &Project) -> String {
    let mut text = format!(
        "{:<32} {:>6} {:>8} {:>8} {:>6} {:>6}\n",
        "topic", "words", "sections", "check-ins", "items", "grade"
    );
    for topic in project.topics.values() {
        let outline = &topic.outline;
        let items: usize = project
            .quizzes
            .values()
            .flatten()
            .filter(|quiz| quiz.topic.value == topic.slug)
            .map(|quiz| quiz.items.len())
            .sum();
        let _ = writeln!(
            text,
            "{:<32} {:>6} {:>8} {:>9} {:>6} {:>6.1}",
            topic.slug,
            outline.readability.words,
            outline.sections.len(),
            outline.questions.len(),
            items,
            outline.readability.grade()
        );
    }
    text
}
