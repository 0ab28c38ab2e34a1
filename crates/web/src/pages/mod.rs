//! The pages for people: one address a file. They work without scripts; on the judging page, one adds keys.

mod assets;
mod beside;
mod chart;
mod diff;
mod facets;
mod failure;
mod form;
mod help;
mod hits;
mod judge;
mod kwic;
mod phrase;
mod remarks;
mod search;
mod start;
mod statement;
mod text;
mod trends;
mod ways;

use askama::Template;
use axum::response::Html;

pub(crate) use assets::{ICON_URL, icon, robots, script, script_url, style, style_url};
pub(crate) use diff::diff;
pub(crate) use failure::FailurePage;
pub(crate) use help::help;
pub(crate) use judge::{MOST_FORM_BYTES, ask_name, judge, judged, named, undo};
pub(crate) use kwic::kwic;
pub(crate) use search::search;
pub(crate) use statement::statement;
pub(crate) use trends::trends;

use crate::failure::Failure;
use crate::parameters::Parameters;

fn render(page: &impl Template) -> Result<Html<String>, Failure> {
    page.render().map(Html).map_err(Failure::internal)
}

/// How many hits lie before the place where a page begins, as the link to it says; it only numbers them, so what can't
/// be read is nothing.
fn seen(parameters: &Parameters) -> u64 {
    parameters.values("seen").next().and_then(|text| text.parse::<u32>().ok()).map_or(0, u64::from)
}
