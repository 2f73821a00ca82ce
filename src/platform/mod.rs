//! The only users of `web-sys` and `gloo-storage`.
//!
//! Everything a browser can refuse (storage, clipboard, sharing, the network) is turned into an
//! `Option` or a `Result` here, so that the rest of the app never panics at the boundary.

pub mod clipboard;
pub mod dom;
pub mod fetch;
pub mod file;
pub mod history;
pub mod share;
pub mod storage;
pub mod time;
