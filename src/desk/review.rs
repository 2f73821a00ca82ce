//! `/review/`: asks one question after the other, then stops.
//!
//! The question comes from its quiz's page and stands in this one like any other: the app checks it,
//! explains it and writes the record. What is added here is which one comes next.

mod end;

use std::{cell::RefCell, rc::Rc};

use content::{
    paths::Route,
    practice::{Mode, Practice, Scope},
};
use study::Change;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::{
    compare, page,
    questions::{Page, quiz_of},
    session::{Entry, Session},
};
use crate::{
    platform::{
        dom::{self, Listen},
        fetch::FetchError,
        history, time,
    },
    progress,
};

thread_local! {
    /// The run that is going on: whoever follows a link out of it and comes back goes on with it.
    static RUN: RefCell<Option<Rc<RefCell<Session>>>> = const { RefCell::new(None) };
}

/// The place with its regions, and the run that it shows.
#[derive(Clone)]
struct Review {
    place: Element,
    run: Rc<RefCell<Session>>,
}

/// Brings the place to life.
pub fn wake(place: &Element) {
    // The app has checked and stored an answer when it announces it.
    let question = page::part(place, "review-question");
    let here = place.clone();
    let hears = move |_| {
        if let Some(run) = RUN.with_borrow(Clone::clone) {
            let place = here.clone();
            Review { place, run }.checked();
        }
    };
    dom::listen(&question, "prime-mover:answered", Listen::default(), hears);
    begin(place, false);
}

/// Begins the run that the address asks for, or goes on with it. `focus` says whether what had the focus
/// has gone.
pub fn begin(place: &Element, focus: bool) {
    let place = place.clone();
    spawn_local(async move {
        let asked = Practice::parse(&history::query());
        let before = RUN
            .take()
            .filter(|run| run.borrow().asked == asked && run.borrow().shown.is_some());
        let run = match before {
            Some(run) => run,
            None => match Session::begin(asked, &progress::load(), time::today()).await {
                Ok(run) => Rc::new(RefCell::new(run)),
                Err(error) => return unreachable(&place, error, focus),
            },
        };
        RUN.set(Some(run.clone()));
        let review = Review { place, run };
        let shown = review.run.borrow().shown.clone();
        // Whoever comes back in the middle goes on with the question that was open.
        if let Some(name) = shown
            && !review.run.borrow().has_answered(&name)
        {
            let again = Entry::Question(name);
            review.run.borrow_mut().left.push_front(again);
        }
        review.next(focus).await;
    });
}

/// Nothing can be asked without the page that has the question.
fn unreachable(place: &Element, error: FetchError, focus: bool) {
    let sentence = match error {
        FetchError::Offline => {
            "You are offline, and the questions are not at hand. What is due stays due. Try again when you are back online."
        }
        _ => {
            "The questions could not be fetched just now. What is due stays due. Try again in a moment."
        }
    };
    page::slot(place, "review-place", sentence);
    let actions = page::clear(place, "review-actions");
    let again = place.clone();
    let again = page::button(&actions, "Try again", "primary", move || {
        begin(&again, true);
    });
    if focus {
        dom::focus(&again);
    }
    dom::set_attr(place, "data-state", "stopped");
}

impl Review {
    fn form(&self) -> Option<Element> {
        dom::child(&self.place, "form.question")
    }

    /// Shows the next question that is still there; at the end, how it went.
    async fn next(&self, focus: bool) {
        self.run.borrow_mut().turning = true;
        self.find(focus).await;
        self.run.borrow_mut().turning = false;
    }

    async fn find(&self, focus: bool) {
        let _ = page::clear(&self.place, "review-compare");
        let _ = page::clear(&self.place, "review-actions");
        loop {
            let entry = self.run.borrow_mut().left.pop_front();
            let name = match entry {
                None => return self.end(focus),
                Some(Entry::Question(name)) => name,
                Some(Entry::Quiz(slug, _)) => {
                    match Page::fetch(Route::Quiz(&slug)).await {
                        Ok(page) => {
                            let mut run = self.run.borrow_mut();
                            for name in page.questions().into_iter().rev() {
                                run.left.push_front(Entry::Question(name));
                            }
                        }
                        Err(error) if error.is_gone() => {}
                        Err(error) => {
                            self.run.borrow_mut().left.push_front(Entry::Quiz(slug, 0));
                            return unreachable(&self.place, error, focus);
                        }
                    }
                    continue;
                }
            };
            let form = match Page::fetch(Route::Quiz(quiz_of(&name))).await {
                Ok(page) => page.question(&name),
                Err(error) if error.is_gone() => None,
                Err(error) => {
                    self.run.borrow_mut().left.push_front(Entry::Question(name));
                    return unreachable(&self.place, error, focus);
                }
            };
            // Whoever only counts what is due learns here what is no longer to be asked.
            let rev = form.as_ref().map_or(0, rev_of);
            note_revision(&name, rev);
            let asked_for_memory = matches!(self.run.borrow().asked.mode, Mode::Due | Mode::Missed);
            match form {
                Some(_) if asked_for_memory && changed_since(&name, rev) => {
                    self.run.borrow_mut().changed += 1;
                }
                Some(form) => {
                    self.run.borrow_mut().shown = Some(name);
                    return self.show(&form, focus);
                }
                None => self.run.borrow_mut().gone.push(name),
            }
        }
    }

    fn show(&self, form: &Element, focus: bool) {
        let question = page::clear(&self.place, "review-question");
        let _ = question.append_child(form);
        dom::set_attr(&self.place, "data-state", "asking");
        page::slot(&self.place, "review-place", &self.place_words());
        self.actions(false);
        // Figures and whatever else a question may hold are woken as on a new page.
        page::announce();
        if focus && let Some(legend) = dom::child(form, "legend") {
            // In this order: Firefox focuses a new legend only once it has been laid out, which asking
            // where the place lies makes it do.
            page::into_view(&self.place);
            page::focus(&legend);
        }
    }

    /// `Practice, part 2. Question 3 of 12.`
    fn place_words(&self) -> String {
        let run = self.run.borrow();
        let number = run.number();
        let total = number + run.to_come();
        let mut words = what(&run.asked);
        if !words.is_empty() {
            words.push_str(". ");
        }
        words.push_str("Question ");
        words.push_str(&number.to_string());
        words.push_str(" of ");
        words.push_str(&total.to_string());
        words.push('.');
        words
    }

    /// The buttons below the question, before or after its answer.
    fn actions(&self, answered: bool) {
        let actions = page::clear(&self.place, "review-actions");
        let review = self.clone();
        if answered {
            let last = self.run.borrow().left.is_empty();
            let name = if last { "Finish" } else { "Next question" };
            page::button(&actions, name, "primary", move || {
                review.go_on(|run| run.went_on = true);
            });
            if progress::load().undoable().is_some() {
                let review = self.clone();
                page::button(&actions, "Undo my answer", "", move || review.undo());
            }
        } else {
            page::button_that_hears(&actions, "Skip", "", move |event| {
                // The second press of a double click is meant for what stood there before.
                if dom::presses(&event) < 2 || !review.run.borrow().went_on {
                    review.skip();
                }
            });
        }
        let review = self.clone();
        page::button(&actions, "Stop here", "", move || review.end(true));
    }

    fn checked(&self) {
        let (Some(form), Some(name)) = (self.form(), self.run.borrow().shown.clone()) else {
            return;
        };
        if !form.has_attribute("data-state") {
            return;
        }
        let right = dom::attr(&form, "data-result") == "right";
        self.run.borrow_mut().note(&name, right);
        self.actions(true);
        let place = page::clear(&self.place, "review-compare");
        if !right {
            compare::fill(&place, &form);
        }
    }

    /// Goes on, after what is to be noted. Whoever presses twice goes on once.
    fn go_on(&self, note: impl FnOnce(&mut Session)) {
        let mut run = self.run.borrow_mut();
        if std::mem::replace(&mut run.turning, true) {
            return;
        }
        note(&mut run);
        drop(run);
        let review = self.clone();
        spawn_local(async move { review.next(true).await });
    }

    fn skip(&self) {
        self.go_on(|run| {
            run.skipped += 1;
            run.went_on = false;
        });
    }

    /// Takes the last answer back and asks the same question again.
    fn undo(&self) {
        if self.run.borrow().turning {
            return;
        }
        progress::apply(&Change::Undo);
        self.go_on(|run| {
            run.went_on = false;
            if let Some(name) = run.shown.take() {
                run.answered.retain(|(known, _)| *known != name);
                run.left.push_front(Entry::Question(name));
            }
        });
    }
}

/// The revision of a question in the page.
fn rev_of(form: &Element) -> u32 {
    dom::attr(form, "data-rev").parse().unwrap_or(1)
}

/// Notes the revision that a question has now, where that says anything new. Most often it does not, and
/// years of history need not be copied to find out.
fn note_revision(name: &str, rev: u32) {
    let record = progress::load();
    let known = record.item(name, time::today());
    if known.is_some_and(|known| known.rev != u64::from(rev) || !known.asked) {
        progress::apply(&Change::Current(&[(name, rev)]));
    }
}

/// Whether a question is another one than that which was answered.
fn changed_since(name: &str, rev: u32) -> bool {
    let record = progress::load();
    let answered = record.item(name, time::today()).map(|item| item.rev);
    answered.is_some_and(|answered| answered != u64::from(rev))
}

/// What a run is, in a few words; nothing for the review itself.
fn what(asked: &Practice) -> String {
    let mut words = String::from(match asked.mode {
        Mode::Due if asked.scope == Scope::All => return String::new(),
        Mode::Due => "Due",
        Mode::Missed => "What you missed",
        Mode::Everything => "Practice",
        Mode::Mixed => "Mixed practice",
    });
    if let Scope::Part(number) = asked.scope {
        words.push_str(", part ");
        words.push_str(&number.to_string());
    }
    words
}
