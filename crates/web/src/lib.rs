//! HTTP: the search page, the statement page, the API for programs and, where it is wanted, the judging page.
//!
//! Everything that readers send is judged here and only here: parameters become a
//! [`verbale_search::Request`], answers become JSON or HTML, failures become problem details or a page.
//! `router` shows every address; each has a file of its own in `api` or `pages`.

mod api;
mod assessor;
mod boundary;
mod concordance;
mod config;
mod failure;
mod gate;
mod links;
mod local;
mod markup;
mod pages;
mod parameters;
mod problem;
mod record;
mod request;
mod router;
mod served;
mod server;
mod service;
mod stream;
#[cfg(test)]
mod tests;

pub use config::Config;
pub use router::router;
pub use served::Served;
pub use server::serve;
