//! The pages for people: one address a file. They work without scripts; on the judging page, one adds keys.

mod assets;
mod failure;
mod form;
mod help;
mod hits;
mod judge;
mod phrase;
mod search;
mod start;
mod statement;
mod text;

use askama::Template;
use axum::response::Html;

pub(crate) use assets::{ICON_URL, icon, robots, script, script_url, style, style_url};
pub(crate) use failure::FailurePage;
pub(crate) use help::help;
pub(crate) use judge::{MOST_FORM_BYTES, ask_name, judge, judged, named, undo};
pub(crate) use search::search;
pub(crate) use statement::statement;

use crate::failure::Failure;

fn render(page: &impl Template) -> Result<Html<String>, Failure> {
    page.render().map(Html).map_err(Failure::internal)
}
