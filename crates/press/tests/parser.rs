//! No input panics: the same function as the fuzz target runs, on made-up
//! files.

use press::diagnostic::Source;
use press::parse_any;
use proptest::prelude::*;

/// Pieces that the parser takes notice of.
const PIECES: [&str; 44] = [
    "+++\n",
    "title = \"x\"\n",
    "part = 1\n",
    "written = 2026-13-99\n",
    "[[goals]]\n",
    "id = \"a\"\n",
    "sources = [",
    "]\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "## A {#a}\n",
    "### B {#b}\n",
    "# C\n",
    "{#p}",
    "{#",
    "}",
    ":::",
    ":::figure a?b=c\n",
    ":::\n",
    ":::callout today\n",
    ":::check a/b\n",
    "[x](term:a)",
    "[limited](cite:b)",
    "[x](topic:a#b)",
    "[x]",
    "[",
    "](",
    "![i](j)",
    "<b>",
    "<!--",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n|---|:-:|\n",
    "```\n",
    "*",
    "**",
    "`",
    "é\u{301}\u{200d}",
    "\r\n",
    "\u{0}",
];

fn near_miss() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..60)
        .prop_map(|pieces| pieces.concat())
}

fn run(text: &str) {
    let source = Source::new("a", text);
    for problem in parse_any(&source) {
        assert!(problem.line >= 1 && problem.column >= 1);
        assert!(!problem.message.is_empty() && !problem.help.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn near_misses_do_not_panic(text in near_miss()) {
        run(&text);
    }

    #[test]
    fn noise_does_not_panic(text in any::<String>()) {
        run(&text);
    }
}

#[test]
fn deep_nesting_does_not_overflow() {
    for piece in ["> ", "- ", "*a ", "[", "**_", "1. - > "] {
        run(&piece.repeat(5000));
        run(&format!("+++\n+++\n{}", piece.repeat(5000)));
    }
    run(&format!("a = {}", "[".repeat(5000)));
    run(&"a.".repeat(5000));
    run(&format!("a = {}", "{b=".repeat(5000)));
}
