//! From bytes to statements: finds the documents, reads their formats, states what they state.

mod draft;
mod format;
mod metadata;
mod site;
