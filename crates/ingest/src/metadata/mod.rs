//! What a text says about itself: date, place, speakers, kind.

use crate::draft::Draft;

/// Fills what the title and the text state and the draft still lacks, and drops lines that are leftovers.
pub(crate) fn complete(_draft: &mut Draft) {}
