//! What the site knows about its reader, kept in this browser.
//!
//! Storage is the truth: every change reads the stored record, applies itself and writes it back at
//! once, so two tabs add to each other. Where that is impossible (storage blocked, full, or written by
//! a newer version of the site) the record lives in memory for this visit, nothing stored is touched,
//! and the reader is told in one sentence.
//!
//! App and desk each have a copy of this module. Storage joins them, and an event on the window,
//! [`EVENT`], tells each what the other has done; a record that lives in memory travels with it.

use std::{
    cell::{Cell, RefCell, RefMut},
    rc::Rc,
};

pub use study::{Brief, Change, Place, Record, Topic};
use study::{Calibration, Decoded, Due, Erased};
use wasm_bindgen::{JsCast, JsValue};

use crate::{
    platform::{
        dom::{self, Listen},
        storage::{self, BRIEF_KEY, PROGRESS_KEY, StorageError, Stored},
        time,
    },
    wake::toast,
};

/// Why the record is not (or not wholly) in storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser offers no storage.
    Blocked,
    /// Storage took no more.
    Full,
    /// Storage will soon take no more.
    NearlyFull,
    /// A newer version of the site wrote the record.
    Newer,
    /// The record was unreadable; it was set aside under another key.
    SetAside,
    /// The record is unreadable and could not be set aside.
    Damaged,
    /// Some entries were not understood; they are kept as they are.
    PartlyKept,
}

impl Trouble {
    /// As an attribute of the page names it.
    fn code(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::Full => "full",
            Self::NearlyFull => "nearly-full",
            Self::Newer => "newer",
            Self::SetAside => "set-aside",
            Self::Damaged => "damaged",
            Self::PartlyKept => "partly-kept",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [
            Self::Blocked,
            Self::Full,
            Self::NearlyFull,
            Self::Newer,
            Self::SetAside,
            Self::Damaged,
            Self::PartlyKept,
        ]
        .into_iter()
        .find(|trouble| trouble.code() == code)
    }

    /// What the reader is told.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Blocked => {
                "This browser does not let the site save anything, so your progress lasts only until you close this tab."
            }
            Self::Full => {
                "This browser's storage is full, so new progress lasts only until you close this tab. Save a copy on the progress page."
            }
            Self::NearlyFull => {
                "This browser's storage for the site is nearly full. Save a copy on the progress page before it is."
            }
            Self::Newer => {
                "Your progress was saved by a newer version of this site. It is left as it is; reload the page to get that version."
            }
            Self::SetAside => {
                "Your saved progress could not be read. It was set aside, not deleted, and you start with an empty record."
            }
            Self::Damaged => {
                "Your saved progress could not be read. It is left as it is, and what you do now lasts only until you close this tab."
            }
            Self::PartlyKept => {
                "Part of your saved progress could not be read. It is kept as it is, and the rest works."
            }
        }
    }
}

/// Tells the other bundle that the record has changed. Its detail is the record, where that lives in
/// memory, else `null`.
const EVENT: &str = "prime-mover:progress";
/// Asks the other bundle for a record that lives in memory; it answers with [`EVENT`].
const ASK: &str = "prime-mover:progress-asked";
/// The attribute of `<html>` that names the trouble with storage.
const TROUBLE: &str = "data-trouble";

/// From how many bytes on the reader is told that storage is nearly full. Browsers take about five
/// million; ten thousand questions with five years of history are not one.
const NEARLY_FULL: usize = 4_000_000;

#[derive(Default)]
struct State {
    /// The record of this visit, where storage cannot be used.
    memory: RefCell<Option<Rc<Record>>>,
    /// What was last read or written: several places of a page ask for it, and reading years of history
    /// anew for each takes longer than comparing.
    known: RefCell<Known>,
    listeners: RefCell<Vec<fn()>>,
    /// While this bundle itself sends an event.
    speaking: Cell<bool>,
}

/// A stored text, and what is known of it so far.
#[derive(Default)]
struct Known {
    stored: Stored,
    text: String,
    record: Option<Rc<Record>>,
    brief: Option<Rc<Brief>>,
    /// Whether this release has written the text, so that every entry in it is as it should be; where that
    /// is known.
    is_own: Option<bool>,
}

impl Known {
    /// What most pages need of the text: as it was stored beside it, if it holds today; else made anew, where
    /// this release has written the text.
    fn brief(&mut self) -> Option<Rc<Brief>> {
        let today = time::today();
        let brief = self.brief.take().filter(|brief| brief.holds(today));
        self.brief = brief.or_else(|| {
            let stored = storage::read(BRIEF_KEY).ok().flatten();
            let kept = stored.and_then(|stored| Brief::read(&stored, &self.text, today));
            let brief = kept.or_else(|| {
                if self.is_own == Some(false) {
                    return None;
                }
                let brief = Brief::of_text(&self.text, today)?;
                self.store(&brief);
                Some(brief)
            });
            self.is_own = Some(brief.is_some());
            brief.map(Rc::new)
        });
        self.brief.clone()
    }

    /// Stores a brief beside the text, unless there is trouble that has to be told again on the next page, or
    /// no room.
    fn store(&self, brief: &Brief) {
        if trouble().is_some() {
            // It may be of a record that was erased since.
            storage::remove(BRIEF_KEY);
        } else {
            let _ = storage::write(BRIEF_KEY, &brief.write(&self.text));
        }
    }

    /// The record, or what else the text is.
    fn record(&mut self) -> Result<Rc<Record>, Decoded> {
        if let Some(record) = &self.record {
            return Ok(Rc::clone(record));
        }
        let _ = self.brief();
        let is_own = self.is_own == Some(true);
        let own = is_own.then(|| Record::reread(&self.text)).flatten();
        let record = Rc::new(own.ok_or_else(|| Record::decode(&self.text))?);
        self.record = Some(Rc::clone(&record));
        Ok(record)
    }
}

impl State {
    /// What is known of a stored text; if it is another one than before, nothing but its words.
    fn known_of(&self, stored: &Stored) -> RefMut<'_, Known> {
        let mut known = self.known.borrow_mut();
        if known.stored != *stored {
            *known = Known {
                stored: stored.clone(),
                text: stored.text(),
                ..Known::default()
            };
        }
        known
    }
}

thread_local! {
    static STATE: State = State::default();
}

/// Reads the record for the first time and follows other tabs. Called once.
pub fn start() {
    let _ = brief();
    join();
    dom::listen(&dom::window(), "storage", Listen::default(), |event| {
        let key = js_sys::Reflect::get(&event, &"key".into())
            .ok()
            .and_then(|key| key.as_string());
        // No key: the whole storage was cleared.
        if key.as_deref().is_none_or(|key| key == PROGRESS_KEY) && has_news() {
            notify();
            toast::mention("Your progress was updated in another tab.");
        }
    });
}

/// Whether more has changed in storage than where the reader is: that changes with every scroll in
/// another tab.
fn has_news() -> bool {
    let before = STATE.with(|state| state.known.take());
    let before = before.record.or_else(|| {
        // Until now nobody has asked for more than its brief.
        match Record::decode(&before.text) {
            Decoded::Ready { record, .. } => Some(record.into()),
            _ => None,
        }
    });
    !load().same_but_place(&before.unwrap_or_default())
}

/// Follows the other bundle and lets it follow. Called once in each.
pub fn join() {
    dom::listen(&dom::window(), EVENT, Listen::default(), |event| {
        if STATE.with(|state| state.speaking.get()) {
            return;
        }
        let detail = event
            .dyn_into::<web_sys::CustomEvent>()
            .map(|event| event.detail());
        let text = detail.ok().and_then(|detail| detail.as_string());
        if let Some(Decoded::Ready { record, .. }) = text.map(|text| Record::decode(&text)) {
            STATE.with(|state| *state.memory.borrow_mut() = Some(Rc::new(record)));
        }
        call_listeners();
    });
    dom::listen(&dom::window(), ASK, Listen::default(), |_| {
        let speaking = STATE.with(|state| state.speaking.get());
        if !speaking && is_in_memory() {
            send(EVENT);
        }
    });
    send(ASK);
}

/// Sends an event to the other bundle.
fn send(name: &str) {
    let options = web_sys::CustomEventInit::new();
    let memory = STATE.with(|state| state.memory.borrow().as_ref().map(|record| record.encode()));
    options.set_detail(&memory.as_deref().map_or(JsValue::NULL, JsValue::from_str));
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &options) {
        // Whoever asks listens for the answer, which comes before this returns.
        STATE.with(|state| state.speaking.set(name == EVENT));
        let _ = dom::window().dispatch_event(&event);
        STATE.with(|state| state.speaking.set(false));
    }
}

/// Calls `listener` after every change of the record, here or in another tab.
pub fn on_change(listener: fn()) {
    STATE.with(|state| state.listeners.borrow_mut().push(listener));
}

fn notify() {
    call_listeners();
    send(EVENT);
}

fn call_listeners() {
    let listeners = STATE.with(|state| state.listeners.borrow().clone());
    for listener in listeners {
        listener();
    }
}

/// The trouble with storage, if any, whichever bundle has met it.
pub fn trouble() -> Option<Trouble> {
    Trouble::from_code(&dom::attr(&dom::root()?, TROUBLE))
}

/// Notes a trouble where both bundles look, and tells the reader, once.
fn tell(trouble: Trouble) {
    let Some(html) = dom::root() else { return };
    if dom::attr(&html, TROUBLE) != trouble.code() {
        dom::set_attr(&html, TROUBLE, trouble.code());
        toast::warn(trouble.sentence());
    }
}

fn is_in_memory() -> bool {
    STATE.with(|state| state.memory.borrow().is_some())
}

/// From now on the record lives in memory.
fn keep_in_memory(record: Rc<Record>, trouble: Trouble) {
    STATE.with(|state| *state.memory.borrow_mut() = Some(record));
    tell(trouble);
}

/// The record as it is now. Shared, because years of history take a while to copy.
pub fn load() -> Rc<Record> {
    if let Some(record) = STATE.with(|state| state.memory.borrow().clone()) {
        return record;
    }
    let stored = match storage::peek(PROGRESS_KEY) {
        Ok(Some(stored)) => stored,
        Ok(None) => return Rc::default(),
        Err(_) => {
            keep_in_memory(Rc::default(), Trouble::Blocked);
            return Rc::default();
        }
    };
    match STATE.with(|state| state.known_of(&stored).record()) {
        Ok(record) => record,
        Err(Decoded::Ready { record, set_aside }) => {
            if set_aside > 0 {
                tell(Trouble::PartlyKept);
            }
            let record = Rc::new(record);
            STATE.with(|state| state.known_of(&stored).record = Some(Rc::clone(&record)));
            record
        }
        Err(Decoded::Newer { .. }) => {
            keep_in_memory(Rc::default(), Trouble::Newer);
            Rc::default()
        }
        Err(Decoded::Damaged(_)) => {
            if set_aside(&stored) {
                tell(Trouble::SetAside);
            } else {
                keep_in_memory(Rc::default(), Trouble::Damaged);
            }
            Rc::default()
        }
    }
}

/// Copies an unreadable text to a key of its own, and only then makes room for a new record.
fn set_aside(text: &Stored) -> bool {
    let mut key = String::from(PROGRESS_KEY);
    key.push_str(".unreadable-");
    key.push_str(&time::now().to_string());
    storage::keep(&key, text).is_ok()
        && storage::write(PROGRESS_KEY, &Record::new().encode()).is_ok()
}

/// What most pages show of the record: all but its answers, and how many are due. Where the text of the
/// record is that for which it was stored, years of answers are not read for it.
pub fn brief() -> Rc<Brief> {
    let today = time::today();
    let stored = match storage::peek(PROGRESS_KEY) {
        Ok(Some(stored)) if !is_in_memory() => stored,
        _ => return Brief::of(&load(), today).into(),
    };
    if let Some(brief) = STATE.with(|state| state.known_of(&stored).brief()) {
        return brief;
    }
    // Of a text that something else has written, it is kept for this page alone.
    let brief = Rc::new(Brief::of(&load(), today));
    STATE.with(|state| state.known_of(&stored).brief = Some(Rc::clone(&brief)));
    brief
}

/// The brief of a record, where it is the stored one and this release has written it.
fn brief_of(record: &Rc<Record>) -> Option<Rc<Brief>> {
    STATE.with(|state| {
        let mut known = state.known.borrow_mut();
        let same = |known: &Rc<Record>| Rc::ptr_eq(known, record);
        let is_known = known.record.as_ref().is_some_and(same);
        is_known.then(|| known.brief()).flatten()
    })
}

/// What is due in a record. Where it has a brief, only what is due is looked at.
pub fn due(record: &Rc<Record>) -> Due<'_> {
    let today = time::today();
    let brief = brief_of(record);
    let due = brief.and_then(|brief| brief.due_in(record, today));
    due.unwrap_or_else(|| study::due(record, today))
}

/// Certainty against results, from the brief where the record has one.
pub fn calibration(record: &Rc<Record>) -> Calibration {
    brief_of(record).map_or_else(|| study::calibration(record), |brief| brief.calibration())
}

/// Stores a record; where that fails it stays in memory for this visit.
fn store(record: Rc<Record>) {
    let in_memory = STATE.with(|state| {
        let mut memory = state.memory.borrow_mut();
        let in_memory = memory.is_some();
        if in_memory {
            *memory = Some(Rc::clone(&record));
        }
        in_memory
    });
    if in_memory {
        return;
    }
    let text = record.encode();
    let stored = Stored::new(&text);
    let mut written = storage::keep(PROGRESS_KEY, &stored);
    if written == Err(StorageError::Full) {
        storage::remove(BRIEF_KEY);
        written = storage::keep(PROGRESS_KEY, &stored);
    }
    match written {
        Ok(()) => {
            if text.len() > NEARLY_FULL {
                tell(Trouble::NearlyFull);
            }
            let known = Known {
                stored,
                text,
                record: Some(record),
                brief: None,
                is_own: Some(true),
            };
            STATE.with(|state| state.known.replace(known));
        }
        Err(StorageError::Full) => keep_in_memory(record, Trouble::Full),
        Err(StorageError::Blocked) => keep_in_memory(record, Trouble::Blocked),
    }
}

/// Applies a change and stores it.
pub fn apply(change: &Change<'_>) {
    let mut record = Rc::unwrap_or_clone(load());
    let brief = STATE.with(|state| state.known.borrow().brief.clone());
    if record.apply(change, time::now()) {
        let brief = brief
            .filter(|_| change.keeps_due())
            .map(|brief| brief.with(&record));
        store(record.into());
        if let Some(brief) = brief.filter(|_| !is_in_memory()) {
            STATE.with(|state| {
                let mut known = state.known.borrow_mut();
                known.store(&brief);
                known.brief = Some(brief.into());
            });
        }
        // Where the reader is changes with every scroll and shows nowhere on the page itself.
        if !matches!(change, Change::Place(_)) {
            notify();
        }
    }
}

/// Puts another record in place of the present one: a merge, an erasure, an undo.
pub fn replace(record: Rc<Record>) {
    store(record);
    notify();
}

/// Forgets everything; what is returned can bring it back.
pub fn erase() -> Erased {
    let (empty, erased) = study::erase(&load(), time::now());
    replace(empty.into());
    erased
}
