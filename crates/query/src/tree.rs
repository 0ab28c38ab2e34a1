//! The syntax tree of a query.

use verbale_statement::{Field, Kind, Language, PartialDate};

/// What a query asks for, without knowing how any index answers it.
///
/// [`crate::parse`] makes trees in their simplest form, as [`Query::words`], [`Query::all_of`],
/// [`Query::any_of`] and [`Query::except`] do, of at most [`crate::MAX_CLAUSES`] leaves and with at most
/// [`crate::MAX_NESTING`] groups in one another. The `Display` of such a tree is a query that parses to the same
/// tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Every statement: what an empty query asks for.
    All,
    /// Clauses side by side, as a reader types them: the request's match mode says how many of them have to
    /// match. Clauses that name a field, and exclusions, hold in every mode.
    Words(Vec<Query>),
    /// All of these, in every mode.
    And(Vec<Query>),
    /// At least one of these.
    Or(Vec<Query>),
    /// Not this.
    Not(Box<Query>),
    /// A word in any of its forms; in a field, or in title and text.
    Word {
        /// The field it is asked of, if the query names one: any but kind, date and language.
        field: Option<Field>,
        /// The word as typed, with the punctuation in and around it; never without a letter or digit, and
        /// never with white space, quotation marks or parentheses.
        text: String,
    },
    /// Words in this order and these forms; in a field, or in title and text.
    Phrase {
        /// The field it is asked of, if the query names one: any but kind, date and language.
        field: Option<Field>,
        /// What stands between the quotation marks, with single spaces; never without a letter or digit.
        text: String,
    },
    /// Statements with a paragraph in this language.
    Language(Language),
    /// Statements of this kind.
    Kind(Kind),
    /// Statements that may have been made within a range of dates.
    Date(DateRange),
}

/// A range of dates, both ends included, open where an end is missing; at least one end is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    /// The earliest date.
    pub from: Option<PartialDate>,
    /// The latest date.
    pub to: Option<PartialDate>,
}
