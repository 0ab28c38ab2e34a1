//! How a concordance is asked for, by programs and by people.

use verbale_search::{Layout, LineSort};

use crate::failure::Failure;
use crate::parameters::{Choice, Parameters, choice};

/// The values of `sort`, the default first.
pub(crate) const LINE_SORTS: [Choice<LineSort>; 4] = [
    choice("hits", LineSort::Hits, "Best match"),
    choice("date", LineSort::Date, "Date"),
    choice("left", LineSort::Left, "Word before"),
    choice("right", LineSort::Right, "Word behind"),
];

/// The most columns on each side of the keyword.
const MOST_WIDTH: u32 = 500;

/// The layout that `sort` and `width` ask for, of all lines; `width` columns where they don't say.
///
/// # Errors
/// [`Failure::InvalidParameter`] names the one that is wrong.
pub(crate) fn layout(parameters: &Parameters, width: usize) -> Result<Layout, Failure> {
    Ok(Layout {
        sort: parameters.choice("sort", &LINE_SORTS)?.unwrap_or_default(),
        width: parameters.number("width", MOST_WIDTH)?.map_or(width, |width| width as usize),
        ..Layout::default()
    })
}
