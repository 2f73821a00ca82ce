//! The built site without a browser: answers, heads, links, files, bytes.

mod bytes;
mod files;
mod links;
mod nginx;
mod offline;
mod pages;
mod safety;
mod structure;
