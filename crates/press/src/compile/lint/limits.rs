//! How long and how hard texts may be, and what each topic has to have.

use std::collections::{HashMap, HashSet};

use content::model::Target;

use super::masked::Masked;
use crate::compile::outline::Need;
use crate::compile::project::{Project, TopicMeta, topic_file};
use crate::diagnostic::{Diagnostic, Source};
use crate::parallel;
use crate::read::editorial::Limits;

/// What a topic amounts to beside its words; for the report, too.
#[derive(Clone, Debug, Default)]
pub struct Extent {
    /// Questions of its quizzes.
    pub items: usize,
    /// Questions of the goal that has the fewest.
    pub goal_items: usize,
    /// Other topics it leads to.
    pub links: usize,
    /// Other topics that lead to it.
    pub linked_by: usize,
}

impl Extent {
    /// The extent of each topic of a project, by its slug.
    pub fn all(project: &Project) -> HashMap<&str, Extent> {
        let mut extents: HashMap<&str, Extent> = HashMap::new();
        for topic in project.topics.values() {
            let others = leads_to(topic);
            extents.entry(topic.slug.as_str()).or_default().links = others.len();
            for other in others {
                extents.entry(other).or_default().linked_by += 1;
            }
        }
        let mut of_goals: HashMap<(&str, &str), usize> = HashMap::new();
        for quiz in project.quizzes.values().flatten() {
            let topic = quiz.topic.as_str();
            extents.entry(topic).or_default().items += quiz.items.len();
            for want in &quiz.wants {
                if let Need::Goal(topic, goal) = &want.need {
                    *of_goals.entry((topic.as_str(), goal.as_str())).or_default() += 1;
                }
            }
        }
        for topic in project.topics.values() {
            let slug = topic.slug.as_str();
            let goals = topic.head.iter().flat_map(|head| &head.goals);
            let items = goals.map(|goal| of_goals.get(&(slug, goal.id.as_str())).copied());
            let fewest = items.map(Option::unwrap_or_default).min();
            extents.entry(slug).or_default().goal_items = fewest.unwrap_or(0);
        }
        extents
    }
}

/// The other topics that a topic links to, in its text or as what to read next.
fn leads_to(topic: &TopicMeta) -> HashSet<&str> {
    let wants = topic.outline.wants.iter();
    wants
        .filter_map(|want| match &want.need {
            Need::Topic(slug) | Need::Target(Target::Topic { slug, .. }) => Some(slug.as_str()),
            _ => None,
        })
        .filter(|slug| *slug != topic.slug)
        .collect()
}

/// Checks every topic against the limits.
pub fn check(project: &Project, limits: &Limits) -> Vec<Diagnostic> {
    let extents = Extent::all(project);
    let topics: Vec<&TopicMeta> = project.topics.values().collect();
    let found = parallel::map(topics.len(), |at| {
        let topic = topics[at];
        let mut problems = Vec::new();
        let Ok(source) = project.source(&topic_file(&topic.slug)) else {
            return problems;
        };
        article(&source, topic, limits, &mut problems);
        sections(&source, topic, limits, &mut problems);
        if let Some(found) = extents.get(topic.slug.as_str()) {
            extent(&source, found, project, limits, &mut problems);
        }
        problems
    });
    found.into_iter().flatten().collect()
}

fn article(source: &Source, topic: &TopicMeta, limits: &Limits, problems: &mut Vec<Diagnostic>) {
    let counts = topic.outline.readability;
    let mut report = |message: String, help: &str| {
        problems.push(Diagnostic::of_file(&source.path, message, help));
    };
    if let Some(help) = outside(counts.words, limits.article_words) {
        report(format!("the article has {} words", counts.words), &help);
    }
    let too_hard =
        |grade: f64, limit: Option<u32>| limit.is_some_and(|limit| grade > f64::from(limit) + 0.05);
    if too_hard(counts.grade(), limits.article_grade) {
        report(
            format!("the article's reading grade is {:.1}", counts.grade()),
            &easier(limits.article_grade),
        );
    }
    let Some(head) = &topic.head else { return };
    if too_hard(head.summary.grade(), limits.summary_grade) {
        report(
            format!("the summary's reading grade is {:.1}", head.summary.grade()),
            &easier(limits.summary_grade),
        );
    }
}

fn easier(limit: Option<u32>) -> String {
    format!(
        "make it {} at most: shorter sentences, shorter words",
        limit.unwrap_or_default()
    )
}

/// What to do about `number` when it is outside of `range`.
fn outside(number: u32, range: (Option<u32>, Option<u32>)) -> Option<String> {
    match range {
        (Some(from), _) if number < from => Some(format!("write {from} at least")),
        (_, Some(to)) if number > to => Some(format!("cut it to {to} at most")),
        _ => None,
    }
}

fn sections(source: &Source, topic: &TopicMeta, limits: &Limits, problems: &mut Vec<Diagnostic>) {
    let outline = &topic.outline;
    for ((id, title), words) in outline.sections.iter().zip(&outline.section_words) {
        let Some(help) = outside(*words, limits.section_words) else {
            continue;
        };
        let anchor = outline.anchors.iter().find(|anchor| anchor.id.value == *id);
        let span = anchor.map_or(0..0, |anchor| anchor.id.span.clone());
        problems.push(source.diagnostic(
            &span,
            format!("the section “{title}” has {words} words"),
            help,
        ));
    }
}

fn extent(
    source: &Source,
    extent: &Extent,
    project: &Project,
    limits: &Limits,
    problems: &mut Vec<Diagnostic>,
) {
    let fewer = |number: usize, limit: Option<u32>| {
        limit.filter(|limit| u32::try_from(number).is_ok_and(|number| number < *limit))
    };
    let mut report = |message: String, help: String| {
        problems.push(Diagnostic::of_file(&source.path, message, help));
    };
    if let Some(limit) = fewer(extent.items, limits.items) {
        report(
            format!("the topic's quizzes have {} questions", extent.items),
            format!("write {limit} at least"),
        );
    }
    if let Some(limit) = fewer(extent.goal_items, limits.goal_items) {
        report(
            format!(
                "one of the topic's goals has {} questions",
                extent.goal_items
            ),
            format!("ask {limit} at least for each goal"),
        );
    }
    if let Some(limit) = fewer(extent.links, limits.links) {
        report(
            format!("the article leads to {} other topics", extent.links),
            format!("link to {limit} at least, in its text or in `next`"),
        );
    }
    if limits.links.is_some() && extent.linked_by == 0 && project.topics.len() > 1 {
        report(
            String::from("no other article leads to this one"),
            String::from("link to it from a related article, or list it in its `next`"),
        );
    }
}

/// Reports sentences that are too long.
pub fn sentences(source: &Source, masked: &Masked, limits: &Limits) -> Vec<Diagnostic> {
    let Some(limit) = limits.sentence_words else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    for paragraph in masked.paragraphs.iter().filter(|it| it.prose) {
        let words = &paragraph.words;
        for sentence in masked.sentences(words) {
            let count = sentence.len();
            if let Some(begin) = sentence.first()
                && u32::try_from(count).is_ok_and(|count| count > limit)
            {
                problems.push(source.diagnostic(
                    &begin.span,
                    format!("this sentence has {count} words"),
                    format!("cut it into sentences of {limit} at most"),
                ));
            }
        }
    }
    problems
}
