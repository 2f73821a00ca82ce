//! What the command line asks for.

use std::env;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use press::compile::lint::limits::Extent;
use press::compile::project::Project;
use press::read::lists::checked_origin;
use press::{Compression, Diagnostic, Folders, Ids, Options, Previews};

use crate::bench;

const USAGE: &str = "\
usage: press check [--root DIR] [--write-ids] [--report]
       press build [--root DIR] [--out DIR] [--bundle DIR | --no-bundle]
                   [--public-url ADDRESS] [--no-compress] [--keep-previous DIR]
       press bench-content [--root DIR] N

  check                compile and check content/ alone
    --write-ids        add new permanent ids to content/ids.lock
    --report           print length, reading grades, questions and links of each topic
  build                check, then write the site
    --out DIR          where to (default: dist)
    --bundle DIR       what Trunk wrote (default: target/trunk)
    --no-bundle        write the site without the app
    --public-url ADDRESS
                       where the site will be: `/course/` or `https://host/course/`;
                       the environment variable PRIME_MOVER_ORIGIN gives the host alone
    --no-compress      without .br and .gz files
    --keep-previous DIR
                       take over the hashed files of the release in DIR, for open tabs
    --shelf DIR        keep what is compressed and painted in DIR, for the next build
  bench-content N      build N made-up topics below target/ and measure

  --root DIR           the project's folder, which has content/ in it (default: .)";

/// Does what `arguments` ask for.
///
/// # Errors
/// What to print on the way out.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (command, rest) = arguments.split_first().ok_or_else(|| String::from(USAGE))?;
    match command.as_str() {
        "check" => check(rest),
        "build" => build(rest),
        "bench-content" => bench_content(rest),
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

fn build(arguments: &[String]) -> Result<(), String> {
    let mut root = PathBuf::from(".");
    let mut out = None;
    let mut bundle = None;
    let mut no_bundle = false;
    let mut url = String::from("/");
    let mut compression = Compression::Best;
    let mut keep_previous = None;
    let mut shelf = None;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--root" => root = PathBuf::from(value(argument, arguments.next())?),
            "--out" => out = Some(PathBuf::from(value(argument, arguments.next())?)),
            "--bundle" => bundle = Some(PathBuf::from(value(argument, arguments.next())?)),
            "--no-bundle" => no_bundle = true,
            "--public-url" => url = value(argument, arguments.next())?.to_owned(),
            "--no-compress" => compression = Compression::Off,
            "--keep-previous" => {
                keep_previous = Some(PathBuf::from(value(argument, arguments.next())?));
            }
            "--shelf" => shelf = Some(PathBuf::from(value(argument, arguments.next())?)),
            other => return Err(unknown(other)),
        }
    }
    let (origin, base) = place(&url)?;
    let origin = match (origin, env::var("PRIME_MOVER_ORIGIN")) {
        (Some(origin), _) => Some(origin),
        (None, Ok(given)) => Some(checked_origin(&given).ok_or_else(|| {
            format!("PRIME_MOVER_ORIGIN is `{given}`; write scheme and host: `https://host`")
        })?),
        (None, Err(_)) => None,
    };
    let bundle = if no_bundle {
        None
    } else {
        Some(bundle.unwrap_or_else(|| root.join("target/trunk")))
    };
    let options = Options {
        content: root.join("content"),
        folders: Folders {
            style: Some(root.join("style")),
            public: Some(root.join("public")),
            boot: Some(root.join("src/boot")),
            bundle,
        },
        out: out.unwrap_or_else(|| root.join("dist")),
        base,
        origin,
        compression,
        previews: Previews::Each,
        ids: Ids::Check,
        keep_previous,
        shelf,
    };
    let report = press::build(&options).map_err(|problems| list(&problems))?;
    println!(
        "{} pages, {} kB of HTML, {} ms: {:.0} pages a second",
        report.pages,
        report.bytes / 1000,
        report.elapsed.as_millis(),
        report.rate()
    );
    Ok(())
}

/// The origin, if `url` has one, and the base path of an address.
fn place(url: &str) -> Result<(Option<String>, String), String> {
    let wrong =
        || format!("`{url}` is no address of a site; write `/course/` or `https://host/course/`");
    let (origin, path) = match url.find("://") {
        None => (None, url),
        Some(scheme) => {
            let host = scheme + 3;
            let end = url[host..].find('/').map_or(url.len(), |at| host + at);
            let origin = checked_origin(&url[..end]).ok_or_else(wrong)?;
            (Some(origin), &url[end..])
        }
    };
    let path = path.trim_matches('/');
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.');
    if !path.bytes().all(fits) {
        return Err(wrong());
    }
    let base = if path.is_empty() {
        String::from("/")
    } else {
        format!("/{path}/")
    };
    Ok((origin, base))
}

fn bench_content(arguments: &[String]) -> Result<(), String> {
    let mut root = PathBuf::from(".");
    let mut count = None;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--root" => root = PathBuf::from(value(argument, arguments.next())?),
            number => count = Some(number.parse().map_err(|_| unknown(number))?),
        }
    }
    let count = count.ok_or_else(|| format!("how many topics?\n\n{USAGE}"))?;
    let report = bench::run(&root, count).map_err(|problems| list(&problems))?;
    print!("{report}");
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
        "{:<34} {:>6} {:>9} {:>6} {:>8} {:>9} {:>6} {:>9} {:>6} {:>6}\n",
        "topic",
        "words",
        "a section",
        "grade",
        "summary",
        "check-ins",
        "items",
        "of a goal",
        "links",
        "linked"
    );
    let extents = Extent::all(project);
    for topic in project.topics.values() {
        let outline = &topic.outline;
        let extent = extents.get(topic.slug.as_str());
        let extent = extent.cloned().unwrap_or_default();
        let shortest = outline.section_words.iter().min().copied();
        let longest = outline.section_words.iter().max().copied();
        let summary = topic.head.as_ref().map(|head| head.summary.grade());
        let _ = writeln!(
            text,
            "{:<34} {:>6} {:>9} {:>6.1} {:>8.1} {:>9} {:>6} {:>9} {:>6} {:>6}",
            topic.slug,
            outline.readability.words,
            format!(
                "{}-{}",
                shortest.unwrap_or_default(),
                longest.unwrap_or_default()
            ),
            outline.readability.grade(),
            summary.unwrap_or_default(),
            outline.questions.len(),
            extent.items,
            format!("{}+", extent.goal_items),
            extent.links,
            extent.linked_by
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_are_paths_or_addresses() {
        let origin = || Some(String::from("https://host:8080"));
        for (url, expected) in [
            ("/", (None, "/")),
            ("/course/", (None, "/course/")),
            ("course", (None, "/course/")),
            ("https://host:8080", (origin(), "/")),
            ("https://host:8080/a/b", (origin(), "/a/b/")),
        ] {
            assert_eq!(place(url), Ok((expected.0, expected.1.to_owned())), "{url}");
        }
        assert!(place("ftp://host/").is_err());
        assert!(place("/a b/").is_err());
    }
}
