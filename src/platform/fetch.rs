//! The network: fragments of the site itself, nothing else.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Response;

use super::dom::window;

/// Why a text did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The server answered with this status.
    Status(u16),
    /// No answer, and the browser says that it is offline.
    Offline,
    /// No answer for another reason.
    Unreachable,
}

impl FetchError {
    /// Whether the server has said that there is no such thing. Any other trouble may pass.
    pub fn is_gone(self) -> bool {
        matches!(self, Self::Status(404 | 410))
    }
}

/// A text of this site that was asked for.
pub struct Request(JsFuture);

impl Request {
    /// Asks for it, now.
    pub fn start(address: &str) -> Self {
        Self(JsFuture::from(window().fetch_with_str(address)))
    }

    /// Waits for the text.
    pub async fn text(self) -> Result<String, FetchError> {
        self.answer().await.map_err(error).and_then(text)
    }

    /// The text; the error is the status, or what `fetch` threw.
    async fn answer(self) -> Result<JsValue, JsValue> {
        let response: Response = self.0.await?.unchecked_into();
        if !response.ok() {
            return Err(response.status().into());
        }
        JsFuture::from(response.text()?).await
    }
}

/// A text of this site on its way, for several who wait for it. Cloning it does not fetch it again.
#[derive(Clone)]
pub struct Pending(Promise);

impl Pending {
    /// Starts fetching.
    pub fn fetch(address: String) -> Self {
        Self(future_to_promise(Request::start(&address).answer()))
    }

    /// Waits for the text.
    pub async fn text(self) -> Result<String, FetchError> {
        JsFuture::from(self.0).await.map_err(error).and_then(text)
    }
}

fn text(answer: JsValue) -> Result<String, FetchError> {
    answer.as_string().ok_or(FetchError::Unreachable)
}

fn error(status: JsValue) -> FetchError {
    match status.as_f64() {
        Some(status) => FetchError::Status(status as u16),
        None if window().navigator().on_line() => FetchError::Unreachable,
        None => FetchError::Offline,
    }
}
