//! What Verbale promises, shown on the real binary and over real HTTP: one file a promise.

// A test that finds its world otherwise than it made it shall fail right there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod client;
mod corpus;
mod desk;
mod running;

mod answers;
mod compare;
mod extract;
mod hostile;
mod house;
mod http;
mod identity;
mod inflection;
mod ingest;
mod judging;
mod kill;
mod newcomer;
mod parse;
mod search;
mod show_status_check;
mod sites;
mod tune;
