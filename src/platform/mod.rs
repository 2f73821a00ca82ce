//! What a browser can refuse: storage, clipboard, sharing, the network.
//!
//! Each refusal becomes an `Option` or a `Result` here, so that the rest of the app never panics at
//! the boundary.

pub mod clipboard;
pub mod dom;
pub mod fetch;
pub mod file;
pub mod history;
pub mod share;
pub mod storage;
pub mod time;
