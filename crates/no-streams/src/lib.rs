//! Stands in for `wasm-streams`, which Leptos brings along for server functions with streams.
//!
//! This site has no server. Yet the classes that the real crate exports to JavaScript stay in the app's
//! WebAssembly and its glue, with all that they call, for an export counts as used. Here is what
//! `server_fn` needs in order to compile, and nothing of it is exported.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::{JsValue, throw_str};

/// What whoever does use streams after all is told.
const ABSENT: &str = "this build has no streams: remove the patch of wasm-streams from Cargo.toml";

/// A stream of the browser that can be carried but neither made nor read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Carries a stream of the browser.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream of the browser.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Throws a JavaScript error that says what to do.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        throw_str(ABSENT)
    }

    /// A stream whose only item is an error that says what to do.
    #[must_use]
    pub fn into_stream(self) -> IntoStream {
        IntoStream(true)
    }
}

/// What [`ReadableStream::into_stream`] returns.
#[derive(Debug)]
pub struct IntoStream(bool);

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let first = std::mem::take(&mut self.0);
        Poll::Ready(first.then(|| Err(JsValue::from_str(ABSENT))))
    }
}
