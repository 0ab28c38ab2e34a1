//! The syntax tree of a query.

use verbale_statement::{Country, Field, Kind, Language, Mentioned, PartialDate};

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
    /// Words in any order and these forms, with at most `gap` other words among them; in a field, or in title or text.
    Loose {
        /// The field it is asked of, as of a phrase.
        field: Option<Field>,
        /// What stands between the quotation marks, as of a phrase.
        text: String,
        /// How many other words may stand among them, 0 to [`crate::MAX_GAP`].
        gap: u32,
    },
    /// A word in this form only.
    Exact {
        /// The field it is asked of, as of a word.
        field: Option<Field>,
        /// The word, as of a word.
        text: String,
    },
    /// Words of the index that fit a pattern: `*` stands for any letters or none, `?` for one.
    Wildcard {
        /// The field it is asked of, as of a word.
        field: Option<Field>,
        /// The pattern: begins with letters or digits, enough of them that not half the index fits it.
        text: String,
    },
    /// Words of the index that differ from this in few letters.
    Fuzzy {
        /// The field it is asked of, as of a word.
        field: Option<Field>,
        /// The word, as of a word.
        text: String,
        /// How many letters may be wrong, missing, too many or have changed places: 1 or 2; if not given it goes by the
        /// word's length.
        distance: Option<u8>,
    },
    /// Two or more of [`Query::Word`], [`Query::Phrase`], [`Query::Exact`], [`Query::Wildcard`] and [`Query::Fuzzy`], all
    /// of one field, in any order, with at most `gap` other words among them.
    Near {
        /// What stands near each other.
        clauses: Vec<Query>,
        /// How many other words may stand among them, 0 to [`crate::MAX_GAP`].
        gap: u32,
    },
    /// All of it in one paragraph: any query of words in the text, without fields, dates and the like.
    Paragraph(Box<Query>),
    /// The query, with what it adds to the score multiplied.
    Boost {
        /// The query: neither an exclusion nor itself boosted.
        query: Box<Query>,
        /// By how much.
        factor: Factor,
    },
    /// Statements made for this country.
    Country(Country),
    /// Statements that mention a country or an organisation.
    Mentions(Mentioned),
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

/// What a clause's score is multiplied by: 0.01 to 100, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor(u16);

impl Factor {
    /// The factor of so many hundredths, 1 to 10,000; none beyond that.
    pub fn hundredths(hundredths: u16) -> Option<Self> {
        (1..=10_000).contains(&hundredths).then_some(Self(hundredths))
    }

    /// A factor that changes nothing.
    pub const ONE: Self = Self(100);

    /// The product of two factors, as near to it as a factor can be.
    pub fn times(self, other: Self) -> Self {
        let product = (u32::from(self.0) * u32::from(other.0) + 50) / 100;
        Self(u16::try_from(product.clamp(1, 10_000)).unwrap_or(10_000))
    }

    /// The number to multiply by.
    pub fn value(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}
