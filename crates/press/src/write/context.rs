//! What every page is written from.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use content::model::{FigureState, Located, Reference, Site, Target, Term};
use content::paths::{self, Route};
use maud::{Markup, PreEscaped, html};
use plates::positions::Move;
use plates::{FrameOptions, Place};

use super::assets::Assets;
use super::frame::Frames;
use super::preview::Gallery;
use crate::compile::project::{Project, QuizMeta, TopicHead, TopicMeta};
use crate::figures;

/// How many drawn figures are kept in memory, each some 30 kB.
const FIGURES_KEPT: usize = 200;

/// The whole site in reading order, its addresses and its assets.
#[derive(Debug)]
pub struct Context<'p> {
    /// Everything that was read.
    pub project: &'p Project,
    /// The site's texts.
    pub site: &'p Site,
    /// Scheme and host, without a trailing slash.
    pub origin: String,
    /// The folder the site is served below: `/` or `/course/`.
    pub base: String,
    /// What every document loads.
    pub assets: Assets,
    /// The preview images of links to the pages.
    pub previews: Gallery,
    /// Header and footer.
    pub frames: Frames,
    /// Topics in reading order: by part, then place.
    pub library: Vec<(&'p TopicMeta, &'p TopicHead)>,
    /// The quizzes of each topic.
    pub quizzes_of: HashMap<&'p str, Vec<&'p QuizMeta>>,
    /// Every quiz, by slug.
    pub quizzes: Vec<&'p QuizMeta>,
    /// Figures in articles, by state, prefix of their ids and whether their controls wait. Large sites show
    /// the same ones again and again.
    figures: Mutex<HashMap<(FigureState, String, bool), Arc<str>>>,
    /// The place of each topic in `library`.
    places: HashMap<&'p str, usize>,
    terms: HashMap<&'p str, &'p Term>,
    references: HashMap<&'p str, &'p Reference>,
    /// By question, the section its check-in stands in.
    check_ins: HashMap<&'p str, &'p str>,
}

impl<'p> Context<'p> {
    /// The context of a project without errors.
    pub fn new(
        project: &'p Project,
        site: &'p Site,
        origin: String,
        base: String,
        assets: Assets,
    ) -> Self {
        let mut library: Vec<_> = project
            .topics
            .values()
            .filter_map(|topic| Some((topic, topic.head.as_ref()?)))
            .collect();
        library.sort_by_key(|(topic, head)| (head.part.value, head.order.value, &topic.slug));
        let places = library
            .iter()
            .enumerate()
            .map(|(place, (topic, _))| (topic.slug.as_str(), place))
            .collect();
        let mut quizzes_of: HashMap<&str, Vec<&QuizMeta>> = HashMap::new();
        for quiz in project.quizzes.values().flatten() {
            quizzes_of.entry(&quiz.topic).or_default().push(quiz);
        }
        let quizzes: Vec<&QuizMeta> = project.quizzes.values().flatten().collect();
        let mut check_ins = HashMap::new();
        for topic in project.topics.values() {
            for (question, section) in &topic.outline.questions {
                if let Some((id, _)) = section.and_then(|at| topic.outline.sections.get(at)) {
                    check_ins.insert(question.as_str(), id.as_str());
                }
            }
        }
        let shared = &project.shared;
        let terms = shared.terms.iter().flatten();
        let references = shared.references.iter().flatten();
        Context {
            project,
            site,
            origin,
            base,
            assets,
            previews: Gallery::default(),
            frames: Frames::default(),
            figures: Mutex::default(),
            library,
            quizzes_of,
            quizzes,
            places,
            terms: terms.map(|term| (term.id.as_str(), term)).collect(),
            references: references
                .map(|reference| (reference.id.as_str(), reference))
                .collect(),
            check_ins,
        }
    }

    /// The address of a route in this site.
    pub fn path(&self, route: Route<'_>) -> String {
        paths::join(&self.base, &route.to_path())
    }

    /// A path inside the site as an address: with the base in front.
    pub fn inside(&self, path: &str) -> String {
        paths::join(&self.base, path)
    }

    /// A static drawing: the image with its labels over it. Nothing for an
    /// unknown one, which the check reports.
    pub fn plate(&self, name: &str) -> Markup {
        let address = self.assets.plates.iter().find(|(known, _)| *known == name);
        let (Some(plate), Some((_, address))) = (plates::plate(name), address) else {
            return Markup::default();
        };
        let scene = (plate.scene)();
        let (width, height) = scene.size;
        html! {
            div.plate-sheet {
                img src=(address) width=(width) height=(height)
                    alt=(format!("{}. {}", scene.title, scene.description));
                (PreEscaped(plate.overlay()))
            }
        }
    }

    /// A figure's drawing in a state, as an image that stands still.
    pub fn drawing(&self, state: &FigureState, loading: Option<&str>) -> Markup {
        let (Some(figure), Some(address)) =
            (plates::figure(&state.name), self.previews.drawing(state))
        else {
            return Markup::default();
        };
        let scene = (figure.scene)(&figure.parse(&state.query));
        let (width, height) = scene.size;
        html! {
            img src=(address) width=(width) height=(height) loading=[loading]
                alt=(format!("{}. {}", scene.title, scene.description));
        }
    }

    /// The inside of a figure of an article, see [`figures::frame`].
    pub fn embedded(&self, state: &FigureState, prefix: &str, folded: bool) -> Arc<str> {
        let known = || self.figures.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (state.clone(), prefix.to_owned(), folded);
        if let Some(html) = known().get(&key) {
            return Arc::clone(html);
        }
        let address = self.path(Route::Figure(&state.name));
        let options = FrameOptions {
            ground: self.previews.ground(state),
            folded,
            ..FrameOptions::new(3, prefix, Place::Embedded, &address)
        };
        let html = figures::frame(state, &options);
        let html: Arc<str> = html.into();
        let mut known = known();
        if known.len() < FIGURES_KEPT {
            known.insert(key, Arc::clone(&html));
        }
        html
    }

    /// The positions of moves side by side; several moves with their names.
    pub fn moves(&self, names: &[Located<String>], loading: Option<&str>) -> Markup {
        let moves = || {
            names
                .iter()
                .filter_map(|name| plates::positions::named(name))
        };
        html! {
            @if names.len() > 1 {
                div.moves {
                    @for one in moves() {
                        div { strong { (one.title) } (self.positions(one, loading)) }
                    }
                }
            } @else {
                @for one in moves() { (self.positions(one, loading)) }
            }
        }
    }

    /// The positions of a move; nothing of those whose file is missing.
    fn positions(&self, of: &Move, loading: Option<&str>) -> Markup {
        let upright = of.positions.iter().all(|it| it.size.0 < it.size.1);
        let files = self.assets.moves.iter().filter(|file| file.name == of.name);
        html! {
            div.drawings.upright[upright] {
                @for (file, position) in files.zip(of.positions) {
                    div {
                        img src=(file.address) width=(position.size.0) height=(position.size.1)
                            loading=[loading]
                            alt=(format!("{}, {}. {}", of.title, position.label, position.description));
                        span { (position.label) }
                    }
                }
            }
        }
    }

    /// The whole address of a path inside the site.
    pub fn canonical(&self, path: &str) -> String {
        [self.origin.as_str(), &self.inside(path)].concat()
    }

    /// The address that a link leads to.
    pub fn href(&self, target: &Target) -> String {
        match target {
            Target::Topic { slug, anchor } => {
                with_anchor(self.path(Route::Topic(slug)), anchor.as_deref(), "")
            }
            Target::Here(anchor) => ["#", anchor].concat(),
            Target::Figure(state) => {
                if let Some(named) = figures::named(state) {
                    return self.path(Route::FigureState(&state.name, named.slug));
                }
                let mut address = self.path(Route::Figure(&state.name));
                let query = figures::query(state);
                if !query.is_empty() {
                    address.push('?');
                    address.push_str(&query);
                }
                address
            }
            Target::Quiz { slug, item } => {
                with_anchor(self.path(Route::Quiz(slug)), item.as_deref(), "q-")
            }
            Target::Glossary(term) => with_anchor(self.path(Route::Glossary), Some(term), ""),
            Target::Page(path) => self.inside(path),
            Target::External(address) => address.clone(),
        }
    }

    /// The place of a topic in the library.
    pub fn place(&self, slug: &str) -> Option<usize> {
        self.places.get(slug).copied()
    }

    /// The place of a quiz among all.
    pub fn quiz_place(&self, slug: &str) -> Option<usize> {
        let place = self.quizzes.binary_search_by_key(&slug, |quiz| &quiz.slug);
        place.ok()
    }

    /// The topics before and after one, in reading order.
    pub fn neighbors(&self, slug: &str) -> [Option<(&'p TopicMeta, &'p TopicHead)>; 2] {
        let Some(place) = self.places.get(slug).copied() else {
            return [None, None];
        };
        let before = place.checked_sub(1);
        [before, Some(place + 1)].map(|at| self.library.get(at?).copied())
    }

    /// A topic and its front matter.
    pub fn topic(&self, slug: &str) -> Option<(&'p TopicMeta, &'p TopicHead)> {
        self.library.get(*self.places.get(slug)?).copied()
    }

    /// A glossary term.
    pub fn term(&self, id: &str) -> Option<&'p Term> {
        self.terms.get(id).copied()
    }

    /// A reference.
    pub fn reference(&self, id: &str) -> Option<&'p Reference> {
        self.references.get(id).copied()
    }

    /// The section of its topic that a question is about: where it is asked,
    /// else where it is answered.
    pub fn section_of(&self, quiz: &str, item: &str) -> Option<&'p str> {
        let asked = self.check_ins.get([quiz, "/", item].concat().as_str());
        asked.copied().or_else(|| {
            let quiz = self.project.quizzes.get(quiz)?.as_ref()?;
            let item = quiz.items.iter().find(|it| it.id.value == item)?;
            let anchor = item.answered_at.as_deref()?;
            let outline = &self.project.topics.get(quiz.topic.as_str())?.outline;
            let anchor = outline.anchors.iter().find(|it| it.id.value == anchor)?;
            Some(outline.sections.get(anchor.section?)?.0.as_str())
        })
    }
}

fn with_anchor(mut address: String, anchor: Option<&str>, prefix: &str) -> String {
    if let Some(anchor) = anchor {
        address.push('#');
        address.push_str(prefix);
        address.push_str(anchor);
    }
    address
}

/// `1 question`, `6 questions`.
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
