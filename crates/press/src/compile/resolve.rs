//! Whether everything that is asked for exists.

use std::collections::{BTreeMap, HashMap, HashSet};

use content::model::Target;

use super::outline::{Need, Want};
use super::project::{Project, QuizMeta, TopicMeta, quiz_file, topic_file};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::figures;
use crate::parallel;

/// What is wrong with a need, and the fix.
type Unmet = (String, String);

/// Where a need was written.
#[derive(Clone, Copy)]
enum Asker<'p> {
    Topic(&'p TopicMeta),
    Quiz,
    /// The site's own texts.
    Site,
    /// What the site says about itself, which may link outside.
    About,
}

/// Checks every need of the project.
pub fn resolve(project: &Project) -> Vec<Diagnostic> {
    let index = Index::new(project);
    let topics: Vec<&TopicMeta> = project.topics.values().collect();
    let quizzes: Vec<&QuizMeta> = project.quizzes.values().flatten().collect();
    let of_topics = parallel::map(topics.len(), |at| {
        let topic = topics[at];
        let file = topic_file(&topic.slug);
        index.report(&file, Asker::Topic(topic), &topic.outline.wants)
    });
    let of_quizzes = parallel::map(quizzes.len(), |at| {
        let quiz = quizzes[at];
        index.report(&quiz_file(&quiz.slug), Asker::Quiz, &quiz.wants)
    });
    let mut problems: Vec<_> = of_topics.into_iter().chain(of_quizzes).flatten().collect();
    let mut by_file: BTreeMap<&str, Vec<Want>> = BTreeMap::new();
    for (file, want) in &project.wants {
        by_file.entry(file).or_default().push(want.clone());
    }
    let site = project.shared.site.as_ref();
    let about = site.map(|site| site.about.as_str());
    for (file, wants) in by_file {
        let asker = if about == Some(file) {
            Asker::About
        } else {
            Asker::Site
        };
        problems.extend(index.report(file, asker, &wants));
    }
    same_places(project, &mut problems);
    problems
}

/// Reports topics that claim the same place in the same part.
fn same_places(project: &Project, problems: &mut Vec<Diagnostic>) {
    let mut places: HashMap<(u32, u32), &str> = HashMap::new();
    for topic in project.topics.values() {
        let Some(head) = &topic.head else { continue };
        let place = (head.part.value, head.order.value);
        if let Some(other) = places.insert(place, &topic.slug)
            && let Ok(source) = project.source(&topic_file(&topic.slug))
        {
            problems.push(source.diagnostic(
                &head.order.span,
                format!("`{other}` has the same place in the part"),
                "give each topic of a part a number of its own",
            ));
        }
    }
}

struct Index<'p> {
    project: &'p Project,
    terms: Option<HashSet<&'p str>>,
    references: Option<HashSet<&'p str>>,
    points: Option<HashSet<&'p str>>,
    parts: Option<Vec<u32>>,
}

impl<'p> Index<'p> {
    fn new(project: &'p Project) -> Self {
        let shared = &project.shared;
        let terms = shared.terms.as_ref();
        let references = shared.references.as_ref();
        let coverage = shared.coverage.as_ref();
        let parts = shared.parts.as_ref();
        Index {
            project,
            terms: terms.map(|all| all.iter().map(|it| it.id.as_str()).collect()),
            references: references.map(|all| all.iter().map(|it| it.id.as_str()).collect()),
            points: coverage.map(|all| all.points.iter().map(|it| it.id.as_str()).collect()),
            parts: parts.map(|all| all.iter().map(|it| it.number.value).collect()),
        }
    }

    fn report(&self, file: &str, asker: Asker<'p>, wants: &[Want]) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut source = None;
        for want in wants {
            let Err((message, help)) = self.meet(asker, &want.need) else {
                continue;
            };
            let source = source.get_or_insert_with(|| self.project.source(file));
            problems.push(match source {
                Ok(source) => source.diagnostic(&want.span, message, help),
                Err(problem) => problem.clone(),
            });
        }
        problems
    }

    fn meet(&self, asker: Asker<'p>, need: &Need) -> Result<(), Unmet> {
        match need {
            Need::Term(id) => listed(
                &self.terms,
                id,
                "the glossary has no term",
                "add it to content/glossary.toml, or take the link away",
            ),
            Need::Reference(id) => listed(
                &self.references,
                id,
                "there is no reference",
                "add it to content/references.toml; nothing else is cited",
            ),
            Need::Point(id) => listed(
                &self.points,
                id,
                "content/coverage.toml has no point",
                "the points are the keys of that file",
            ),
            Need::Part(number) => match &self.parts {
                Some(parts) if !parts.contains(number) => Err((
                    format!("there is no part {number}"),
                    String::from("parts are listed in content/parts.toml"),
                )),
                _ => Ok(()),
            },
            Need::Figure(state) => figures::check(state),
            Need::Plate(name) => figures::check_plate(name),
            Need::Move(name) => figures::check_move(name),
            Need::Topic(slug) => self.topic(slug).map(|_| ()),
            Need::Goal(topic, goal) => self.goal(topic, goal),
            Need::Question(question) => {
                let (quiz, item) = question.split_once('/').unwrap_or((question, ""));
                self.question(quiz, Some(item))
            }
            Need::Target(target) => self.target(asker, target),
        }
    }

    fn target(&self, asker: Asker<'p>, target: &Target) -> Result<(), Unmet> {
        match target {
            Target::Topic { slug, anchor } => {
                let topic = self.topic(slug)?;
                anchor.as_ref().map_or(Ok(()), |id| anchored(topic, id))
            }
            Target::Here(anchor) => match asker {
                Asker::Topic(topic) => anchored(topic, anchor),
                Asker::Quiz | Asker::Site | Asker::About => Err((
                    format!("`#{anchor}` points into a topic, and this is none"),
                    format!("write `topic:slug#{anchor}`"),
                )),
            },
            Target::Figure(state) => figures::check(state),
            Target::Quiz { slug, item } => self.question(slug, item.as_deref()),
            Target::Glossary(id) => self.meet(asker, &Need::Term(id.clone())),
            Target::Page(_) => Ok(()),
            Target::External(_) => match asker {
                Asker::About => Ok(()),
                Asker::Topic(_) | Asker::Quiz | Asker::Site => Err((
                    String::from("an external link stands outside the references"),
                    String::from(
                        "cite a reference in a topic instead: `[limited](cite:id)`; only the \
                         page about the site links outside",
                    ),
                )),
            },
        }
    }

    fn topic(&self, slug: &str) -> Result<&'p TopicMeta, Unmet> {
        self.project.topics.get(slug).ok_or_else(|| {
            let slugs = self.project.topics.keys().map(String::as_str);
            (
                format!("there is no topic `{slug}`"),
                did_you_mean(
                    slug,
                    slugs,
                    format!("write content/topics/{slug}.md, or link to another topic"),
                ),
            )
        })
    }

    fn goal(&self, topic: &str, goal: &str) -> Result<(), Unmet> {
        let Some(head) = self
            .project
            .topics
            .get(topic)
            .and_then(|it| it.head.as_ref())
        else {
            return Ok(());
        };
        if head.goals.iter().any(|it| it.id.value == goal) {
            return Ok(());
        }
        let goals = head.goals.iter().map(|it| it.id.as_str());
        Err((
            format!("the topic `{topic}` has no goal `{goal}`"),
            did_you_mean(goal, goals, "goals are listed in the topic's front matter"),
        ))
    }

    fn question(&self, quiz: &str, item: Option<&str>) -> Result<(), Unmet> {
        let quizzes = &self.project.quizzes;
        let Some(meta) = quizzes.get(quiz) else {
            return Err((
                format!("there is no quiz `{quiz}`"),
                did_you_mean(
                    quiz,
                    quizzes.keys().map(String::as_str),
                    format!("write content/quizzes/{quiz}.toml, or name another quiz"),
                ),
            ));
        };
        let (Some(item), Some(meta)) = (item, meta) else {
            return Ok(());
        };
        let items = |meta: &'p QuizMeta| meta.items.iter().map(|it| it.id.value.as_str());
        if items(meta).any(|it| it == item) {
            return Ok(());
        }
        Err((
            format!("the quiz `{quiz}` has no item `{item}`"),
            did_you_mean(
                item,
                items(meta),
                format!("add it to content/quizzes/{quiz}.toml"),
            ),
        ))
    }
}

fn listed(
    all: &Option<HashSet<&str>>,
    id: &str,
    message: &str,
    otherwise: &str,
) -> Result<(), Unmet> {
    match all {
        Some(all) if !all.contains(id) => Err((
            format!("{message} `{id}`"),
            did_you_mean(id, all.iter().copied(), otherwise),
        )),
        _ => Ok(()),
    }
}

fn anchored(topic: &TopicMeta, id: &str) -> Result<(), Unmet> {
    let anchors = || topic.outline.anchors.iter().map(|it| it.id.value.as_str());
    if anchors().any(|anchor| anchor == id) {
        return Ok(());
    }
    Err((
        format!("the topic `{}` has no id `{id}`", topic.slug),
        did_you_mean(
            id,
            anchors(),
            format!("add `{{#{id}}}` to a heading or paragraph of it"),
        ),
    ))
}
