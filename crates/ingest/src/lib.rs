//! From bytes to statements: finds documents, reads their formats and states what they state.
//!
//! [`ingest()`] walks over paths and gives an [`Outcome`] for each document: a statement, or the reason why there is
//! none. Inside, a *source* hands over raw documents, a *format* makes drafts of them, *site* profiles and *metadata*
//! find what a text says about itself, and the pipeline makes statements of drafts: clean text, languages, an id.
//! Nothing is guessed silently: what a document doesn't state is empty, and what had to be changed is a [`Warning`].
//!
//! [`try_site`] shows what a profile makes of one page.
//!
//! Where to add a format: a file in `format/`, a variant of its `Format` and an extension of its `FileKind`.

mod charset;
mod draft;
mod finish;
mod format;
mod identity;
mod ingest;
mod language;
mod metadata;
mod options;
mod outcome;
mod register;
mod site;
mod source;
mod trial;
mod whitespace;

pub use format::FormatError;
pub use format::html::training;
pub use format::record::schema;
pub use identity::Identity;
pub use ingest::ingest;
pub use language::language_of;
pub use options::{Mapping, MappingError, Options};
pub use outcome::{Ingested, Outcome, Skip, SkipReason, Warning};
pub use site::{SiteError, Sites};
pub use trial::{Chosen, Matched, Trial, TrialError, try_site};
