//! Reading and checking the model text format (feature `parse`, native tools only).
//!
//! The format is TOML; `content/model/gait2392.toml` explains itself. Reading is strict: an unknown
//! key, a missing body or a misspelled coordinate is an error, and all the errors of a file are
//! reported together, each with its place and the fix.
//!
//! ```text
//! text --[schema]--> ModelFile --[check]--> errors, or a model to borrow: ModelFile::with_model
//!                        `--[generate]--> the Rust constants of `kinetics::GAIT2392`
//! ```

mod build;
mod check;
mod error;
mod generate;
mod passive;
mod schema;
mod walking;

pub use error::ModelError;
pub use generate::{model_source, muscle_id_source};
pub use passive::{passive_source, read_passive};
pub use schema::ModelFile;
pub use walking::walking_source;

use crate::model::Model;

impl ModelFile {
    /// Reads and checks a model file.
    ///
    /// # Errors
    ///
    /// Every problem found, in the order of the file. The list is never empty.
    pub fn read(text: &str) -> Result<ModelFile, Vec<ModelError>> {
        let file = schema::parse(text).map_err(|e| vec![e])?;
        let errors = check::check(text, &file);
        if errors.is_empty() {
            Ok(file)
        } else {
            Err(errors)
        }
    }

    /// Lends the model to `f`. The model borrows from this file, as the built-in one borrows from
    /// its constants, so that both are the same type.
    pub fn with_model<R>(&self, f: impl FnOnce(&Model<'_>) -> R) -> R {
        build::with_model(self, f)
    }
}
