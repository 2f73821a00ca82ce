//! The end of a run: how it went, what still waits, and what can be done now.

use content::{
    paths::Route,
    practice::{Mode, Practice, Scope},
};
use study::practice;
use web_sys::Element;

use super::{RUN, Review};
use crate::{
    desk::{page, questions::address},
    platform::{dom, time},
    progress,
};

impl Review {
    /// Says how it went and when the next questions are due.
    pub(super) fn end(&self, focus: bool) {
        let run = self.run.borrow();
        let question = page::clear(&self.place, "review-question");
        let _ = page::clear(&self.place, "review-compare");
        let actions = page::clear(&self.place, "review-actions");
        dom::set_attr(&self.place, "data-state", "done");
        let record = progress::load();
        let today = time::today();
        let asked_any = !run.answered.is_empty() || run.skipped > 0 || run.shown.is_some();
        let words = if asked_any {
            let right = run.answered.iter().filter(|(_, right)| *right).count();
            let mut words = practice::result(run.answered.len(), right);
            if run.left.is_empty() {
                words.push_str(" That is all for now.");
            }
            words
        } else {
            nothing(&run.asked, record.summary().answered > 0).to_owned()
        };
        if focus {
            page::focus_title();
        }
        page::slot(&self.place, "review-place", &words);
        let waiting = run.left.len() + run.skipped;
        if asked_any && waiting > 0 && run.asked.mode == Mode::Due {
            let still = practice::questions(run.to_come() + run.skipped);
            page::paragraph(
                &question,
                &[&still, " still waiting. They stay due."].concat(),
            );
        }
        if !run.gone.is_empty() {
            let gone = practice::questions(run.gone.len());
            let words = [
                &gone,
                " you answered once no longer in the course: left out, and still in your record.",
            ];
            page::paragraph(&question, &words.concat());
        }
        if run.changed > 0 {
            let changed = practice::questions(run.changed);
            let words = [
                &changed,
                " changed since you answered: left out, and new to you again.",
            ];
            page::paragraph(&question, &words.concat());
        }
        let due = progress::due(&record);
        if let Some(next) = due.next {
            let count = practice::questions(due.then);
            let verb = if count.starts_with("1 ") {
                " comes back "
            } else {
                " come back "
            };
            let when = practice::when(next, today);
            page::paragraph(&question, &[&count, verb, &when, "."].concat());
        }
        self.offers(&actions, &record, today, !due.items.is_empty());
        drop(run);
        RUN.set(None);
    }

    /// What can be done now.
    fn offers(&self, actions: &Element, record: &study::Record, today: u32, any_due: bool) {
        let asked = self.run.borrow().asked.clone();
        let link = |words: &str, practice: Practice| {
            if practice != asked {
                let path = Route::Review.to_path();
                page::link(actions, words, &[address(&path), practice.print()].concat());
            }
        };
        let of = |mode| Practice {
            mode,
            scope: Scope::All,
        };
        if any_due {
            link("Review what is due", of(Mode::Due));
        }
        if !study::missed(record, today).is_empty() {
            link("Only what I missed", of(Mode::Missed));
        }
        link("Mixed practice", of(Mode::Mixed));
        page::link(actions, "All quizzes", &address(&Route::Quizzes.to_path()));
        page::link(actions, "Topics", &address(&Route::Topics.to_path()));
    }
}

/// What is said when there is nothing to ask.
fn nothing(asked: &Practice, answered_any: bool) -> &'static str {
    match asked.mode {
        Mode::Due if answered_any => "Nothing is due now. Well kept in mind.",
        Mode::Due => {
            "You have not answered a question yet. Each one that you answer comes back here when it is time."
        }
        Mode::Missed => "Nothing missed here: what you answered was right the last time.",
        Mode::Everything | Mode::Mixed => "There are no questions of this kind yet.",
    }
}
