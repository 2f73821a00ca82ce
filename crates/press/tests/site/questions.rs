//! Questions of every kind, the cards made of them, and the goals they ask about.

use scraper::{Html, Selector};

use super::{all, one, page, words};

#[test]
fn a_question_is_written_as_agreed_in_both_places() {
    for (path, count) in [("/topics/first/", 1), ("/quizzes/first/", 10)] {
        let html = Html::parse_document(&page(path));
        assert_eq!(all(&html, "form.question").len(), count, "{path}");
        let form = one(&html, "form#q-largest[data-question=\"first/largest\"]");
        for (name, value) in [
            ("data-rev", "1"),
            ("data-kind", "one"),
            ("data-topic", "first"),
            ("data-section", "one"),
        ] {
            assert_eq!(form.attr(name), Some(value), "{path}: {name}");
        }
        one(
            &html,
            "#q-largest li[data-choice=a][data-correct=true] input[type=radio][name=\"first/largest\"][value=a]",
        );
        one(
            &html,
            "#q-largest details .explanations > li[data-for=b] a[href=\"/topics/first/#p-item\"]",
        );
        one(&html, "#q-largest p.verdict[role=status][data-slot]");
    }
    let html = Html::parse_document(&page("/quizzes/first/"));
    assert_eq!(all(&html, "#q-which input[type=checkbox]").len(), 2);
    assert_eq!(
        one(&html, "#q-which").attr("data-section"),
        Some("one"),
        "from the paragraph that answers it"
    );
}

/// What a form shows of each row: its label and the answers it offers, the right one in brackets.
fn rows(html: &Html, form: &str) -> Vec<String> {
    all(html, &format!("{form} [data-choice]"))
        .into_iter()
        .map(|row| {
            let inside = |css: &str| {
                row.select(&Selector::parse(css).expect("a selector"))
                    .collect::<Vec<_>>()
            };
            let label = inside("label").first().map(|it| words(*it));
            let mut text = label.unwrap_or_default();
            let answer = row.attr("data-answer");
            for option in inside("option") {
                let right = option.attr("value") == answer;
                let [open, close] = if right { ["[", "]"] } else { ["", ""] };
                text += &format!(" {open}{}{close}", words(option));
            }
            if inside("select[disabled]").len() == 1 {
                text += " given";
            }
            text
        })
        .collect()
}

#[test]
fn every_kind_is_written_as_agreed() {
    let html = Html::parse_document(&page("/quizzes/first/"));
    assert_eq!(
        rows(&html, "#q-size"),
        [
            "True, because it covers that.",
            "False, because it lies under that."
        ]
    );
    assert_eq!(one(&html, "#q-size").attr("data-confusable"), Some("sizes"));
    assert_eq!(
        rows(&html, "#q-steps"),
        [
            "The foot is flat Place 1 [2] 3",
            "The heel lands Place [1] 2 3",
            "The toes push Place 1 2 [3]",
        ],
        "by the alphabet"
    );
    let key: Vec<String> = all(&html, "#q-steps .explanations > li > p:first-child")
        .into_iter()
        .map(|line| words(line).trim().to_owned())
        .collect();
    assert_eq!(
        key,
        [
            "1. The heel lands",
            "2. The foot is flat",
            "3. The toes push"
        ]
    );
    assert_eq!(
        rows(&html, "#q-jobs"),
        [
            "This Choose Holding [Turning]",
            "That Choose [Holding] Turning",
            "The other [Turning] given",
        ]
    );
    assert_eq!(
        words(one(&html, "#q-jobs [data-for=this] > p:first-child")).trim(),
        "This: Turning"
    );
    let row = one(&html, "#q-how-far [data-choice=answer]");
    for (name, value) in [
        ("data-answer", "7.5"),
        ("data-tolerance", "0.5"),
        ("data-unit", "°"),
    ] {
        assert_eq!(row.attr(name), Some(value), "{name}");
    }
    assert_eq!(
        words(one(&html, "#q-how-far .hint")),
        "Write a number; 0.5° more or less is fine."
    );
    assert_eq!(
        words(one(&html, "#q-how-far .explanations strong:not(.mark)")),
        "7.5°"
    );

    one(&html, "form#q-runner.case[data-kind=case]:not(.ask)");
    let steps: Vec<String> = all(&html, "#q-runner .step.ask")
        .into_iter()
        .map(|step| step.attr("data-kind").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(steps, ["one", "match", "number"]);
    one(
        &html,
        "#q-runner input[name=\"first/runner/first\"][value=first-told]",
    );
    one(&html, "#q-runner [data-for=first-told] a");
    assert_eq!(all(&html, "#q-runner [data-action=check]").len(), 3);
    assert_eq!(all(&html, "#q-runner .answer-key").len(), 3);
    assert_eq!(all(&html, "#q-runner .question-link").len(), 1);
    assert_eq!(
        rows(&html, "#q-runner .step:nth-of-type(3)"),
        ["The hip [Turns] given", "The knee Choose [Bends] Turns"]
    );
}

#[test]
fn a_question_with_a_figure_is_complete_without_scripts() {
    let html = Html::parse_document(&page("/quizzes/first/"));
    // Two views, and the name nowhere but among the choices.
    let marked = all(&html, "#q-marked .question-figure [data-marked]");
    assert_eq!(marked.len(), 2);
    for part in marked {
        assert_eq!(part.attr("data-part"), Some("gluteus-medius"));
    }
    one(&html, "#q-marked .question-figure[aria-hidden=true]");
    let legend = words(one(&html, "#q-marked .question-figure svg"));
    assert!(!legend.contains("Gluteus"), "{legend}");
    assert_eq!(words(one(&html, "#q-marked .question-looks")), "A fan.");
    assert_eq!(all(&html, "#q-marked .choices input[type=radio]").len(), 2);

    assert!(all(&html, "#q-found [data-marked]").is_empty());
    for row in all(&html, "#q-found [data-choice]") {
        let id = row.attr("data-choice").unwrap_or_default();
        one(&html, &format!("#q-found svg [data-part={id}]"));
    }
    for image in all(&html, ".question-figure image") {
        assert_ne!(image.attr("display"), Some("none"), "loaded for nothing");
    }

    let figure = one(&html, "#q-tilted figure.figure[data-figure=pelvic-tilt]");
    assert_eq!(figure.attr("data-state"), Some("tilt=0"));
    assert_eq!(
        figure.attr("data-start"),
        Some("show=standing&tilt=0&tight=30&back=0")
    );
    let regions: Vec<_> = all(&html, "#q-tilted li[hidden][data-where]")
        .into_iter()
        .map(|row| (row.attr("data-where"), row.attr("data-correct")))
        .collect();
    assert_eq!(
        regions,
        [
            (Some("tilt=..9"), Some("false")),
            (Some("tilt=10..13"), Some("true")),
            (Some("tilt=14.."), Some("false")),
        ]
    );
    assert_eq!(all(&html, "#q-tilted .explanations > li").len(), 3);
    let ids: Vec<_> = all(&html, "[id]")
        .into_iter()
        .filter_map(|element| element.attr("id"))
        .collect();
    let unique: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "no id twice");
}

/// The columns of a line of tab-separated values in quotes.
fn columns(line: &str) -> Vec<String> {
    let mut columns = Vec::new();
    let mut letters = line.chars().peekable();
    while letters.next() == Some('"') {
        let mut column = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if letters.peek() == Some(&'"') => {
                    let _ = letters.next();
                    column.push('"');
                }
                '"' => break,
                letter => column.push(letter),
            }
        }
        columns.push(column);
        if letters.next().is_none() {
            break;
        }
    }
    columns
}

#[test]
fn every_question_that_a_card_can_ask_is_one_with_a_permanent_id() {
    let deck = page("anki/prime-mover.txt");
    let (head, cards): (Vec<_>, Vec<_>) = deck.lines().partition(|line| line.starts_with('#'));
    assert_eq!(
        head,
        [
            "#separator:tab",
            "#html:true",
            "#notetype:Basic",
            "#deck:Prime Mover",
            "#guid column:1",
            "#tags column:4"
        ]
    );
    let quiz = page("quizzes/first/");
    let quiz = Html::parse_document(&quiz);
    let forms = all(&quiz, "form.question");
    let names: Vec<String> = forms
        .iter()
        .filter_map(|form| Some(format!("prime-mover:{}", form.attr("data-question")?)))
        // A card has no figure to set.
        .filter(|name| name != "prime-mover:first/tilted")
        .collect();
    assert_eq!(names.len() + 1, forms.len());
    let cards: Vec<Vec<String>> = cards.into_iter().map(columns).collect();
    for card in &cards {
        assert_eq!(card.len(), 4, "{card:?}");
        assert!(card[3].starts_with("prime-mover part-"), "{card:?}");
        assert!(card[2].contains("/quizzes/"), "a way back: {card:?}");
    }
    // Who sees no drawing is told what it marks, and what there is to choose from.
    for (name, offered) in [
        ("prime-mover:first/marked", "A <em>fan</em>."),
        ("prime-mover:first/marked", "<li>Text of minimus</li>"),
        ("prime-mover:first/found", "<li>Text of gluteus-medius</li>"),
    ] {
        let card = cards.iter().find(|card| card[0] == name).expect(name);
        assert!(card[1].contains(offered), "{card:?}");
    }
    let of_quiz: Vec<&String> = cards
        .iter()
        .map(|card| &card[0])
        .filter(|name| name.starts_with("prime-mover:first/"))
        .collect();
    assert_eq!(of_quiz, names.iter().collect::<Vec<_>>());
    let mut unique: Vec<&String> = cards.iter().map(|card| &card[0]).collect();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), cards.len());

    // And each has its answer on the page that only paper has.
    assert_eq!(all(&quiz, ".print-key > ol > li").len(), forms.len());
}

#[test]
fn goals_name_the_questions_that_ask_about_them() {
    let progress = page("progress/");
    let progress = Html::parse_document(&progress);
    // What lies over the drawing is drawn on the same sheet.
    let sheet = |css: &str| one(&progress, css).attr("viewBox").map(str::to_owned);
    let map = sheet(".mastery-map");
    assert!(map.is_some() && map == sheet(".mastery-body .plate-labels"));
    let listed: Vec<String> = all(&progress, ".mastery tr[data-names]")
        .iter()
        .flat_map(|row| row.attr("data-names").unwrap_or_default().split(' '))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    let quiz = page("quizzes/first/");
    let quiz = Html::parse_document(&quiz);
    for form in all(&quiz, "form.question") {
        let name = [
            form.attr("data-question").unwrap_or_default(),
            ":",
            form.attr("data-rev").unwrap_or_default(),
        ]
        .concat();
        assert!(listed.contains(&name), "{name} is in {listed:?}");
    }
}
