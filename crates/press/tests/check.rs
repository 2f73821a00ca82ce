//! Every mistake an author can make, and what the compiler says about it.
//!
//! A case is a folder of `tests/fixtures/content/invalid/`: its files replace
//! those of the valid mini-site; `expected.txt` has the diagnostics. After a
//! deliberate change, `UPDATE_EXPECTED=1 cargo test -p press` writes them anew:
//! read the difference.

#[allow(dead_code, reason = "each test file uses its own part")]
mod common;

use std::env;
use std::fs;

use press::Ids;

#[track_caller]
fn check(case: &str, ids: Ids) {
    let content = common::folder(&format!("check-{case}")).join("content");
    fs::create_dir_all(&content).expect("a folder can be made");
    common::copy(&common::fixtures().join("valid"), &content);
    let overlay = common::fixtures().join("invalid").join(case);
    common::copy(&overlay, &content);
    let problems = press::check(&content, ids)
        .map(|_| Vec::new())
        .unwrap_or_else(|problems| problems);
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let found = found.join("\n\n") + "\n";
    let expected = overlay.join("expected.txt");
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&expected, &found).expect("the fixture can be written");
    }
    let expected = fs::read_to_string(&expected).unwrap_or_default();
    assert!(
        found == expected,
        "{case}: expected\n\n{expected}\nfound\n\n{found}"
    );
}

#[test]
fn the_valid_site_has_no_problems() {
    let result = press::check(&common::fixtures().join("valid"), Ids::Check);
    let problems = result.map(|_| Vec::new()).unwrap_or_else(|found| found);
    assert_eq!(problems, [], "{problems:#?}");
}

#[test]
fn front_matter() {
    check("front-matter", Ids::Ignore);
}

#[test]
fn no_front_matter() {
    check("no-front-matter", Ids::Ignore);
}

#[test]
fn review() {
    check("review", Ids::Ignore);
}

#[test]
fn directives() {
    check("directives", Ids::Ignore);
}

#[test]
fn markdown() {
    check("markdown", Ids::Ignore);
}

#[test]
fn quiz() {
    check("quiz", Ids::Ignore);
}

#[test]
fn synonyms() {
    check("synonyms", Ids::Ignore);
}

#[test]
fn parts() {
    check("parts", Ids::Ignore);
}

#[test]
fn pages() {
    check("pages", Ids::Ignore);
}

#[test]
fn kinds() {
    check("kinds", Ids::Ignore);
}

#[test]
fn lists() {
    check("lists", Ids::Ignore);
}

#[test]
fn anatomy() {
    check("anatomy", Ids::Ignore);
}

#[test]
fn editorial() {
    check("editorial", Ids::Ignore);
}

#[test]
fn toml() {
    check("toml", Ids::Ignore);
}

#[test]
fn ids() {
    check("ids", Ids::Check);
}

#[test]
fn files() {
    check("files", Ids::Ignore);
}

#[test]
fn a_missing_folder_is_reported() {
    let problems = press::check(&common::folder("check-nothing"), Ids::Ignore);
    let problems = problems.map(|_| ()).expect_err("there is no content");
    for file in ["topics", "quizzes", "glossary.toml", "site.toml"] {
        let path = format!("content/{file}");
        assert!(problems.iter().any(|it| it.path == path), "{path}");
    }
}

#[test]
fn new_ids_are_written_and_old_ones_kept() {
    let content = common::folder("check-write-ids");
    common::copy(&common::fixtures().join("valid"), &content);
    fs::write(content.join("ids.lock"), "topic:gone\n").expect("the file can be written");
    let problems = press::check(&content, Ids::Write).map(|_| ());
    let problems = problems.expect_err("an id has disappeared");
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].message.contains("topic:gone"));
    let lock = fs::read_to_string(content.join("ids.lock")).expect("the file is there");
    assert!(lock.contains("quiz:first/largest#a\n") && lock.contains("topic:gone\n"));
    let mut sorted: Vec<&str> = lock.lines().collect();
    sorted.sort_unstable();
    assert_eq!(sorted, lock.lines().collect::<Vec<_>>());
}

#[test]
fn a_mistake_in_a_file_does_not_report_its_ids_as_gone() {
    let content = common::folder("check-broken-ids");
    common::copy(&common::fixtures().join("valid"), &content);
    let quiz = content.join("quizzes/first.toml");
    let text = fs::read_to_string(&quiz).expect("the quiz is there");
    fs::write(&quiz, text.replacen('=', "", 1)).expect("the file can be written");
    let problems = press::check(&content, Ids::Check).map(|_| ());
    let problems = problems.expect_err("the quiz is not TOML");
    assert!(
        problems.iter().any(|it| it.path.ends_with("first.toml")),
        "{problems:#?}"
    );
    let gone = |it: &&press::Diagnostic| it.path.ends_with("ids.lock");
    assert_eq!(problems.iter().find(gone), None);
}

#[test]
fn a_list_of_ids_that_cannot_be_read_is_left_alone() {
    let content = common::folder("check-unreadable-ids");
    common::copy(&common::fixtures().join("valid"), &content);
    let lock = content.join("ids.lock");
    fs::write(&lock, b"topic:gone\n\xff\n").expect("the file can be written");
    let problems = press::check(&content, Ids::Write).map(|_| ());
    let problems = problems.expect_err("it is no text");
    assert!(
        problems[0].message.contains("cannot be read"),
        "{problems:#?}"
    );
    assert_eq!(
        fs::read(&lock).expect("the file is there"),
        b"topic:gone\n\xff\n"
    );
}

#[test]
fn ids_are_not_written_while_something_is_wrong() {
    let content = common::folder("check-wrong-ids");
    common::copy(&common::fixtures().join("valid"), &content);
    fs::write(content.join("ids.lock"), "").expect("the file can be written");
    fs::write(content.join("parts.toml"), "part = 1\n").expect("the file can be written");
    press::check(&content, Ids::Write)
        .map(|_| ())
        .expect_err("it is no list of parts");
    let lock = fs::read_to_string(content.join("ids.lock")).expect("the file is there");
    assert_eq!(lock, "");
}
