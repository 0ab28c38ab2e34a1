//! The fields of a statement that a query can name.

/// A part of a statement that can be searched on its own. This is the one list: the query language, the
/// index and the documentation read names and aliases from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The paragraphs.
    Body,
    /// Names, roles and affiliations of the speakers.
    Speaker,
    /// The organisation that issued it.
    Organisation,
    /// The meeting or occasion.
    Event,
    /// Where it was made.
    Place,
    /// What sort of text it is.
    Kind,
    /// When it was made.
    Date,
    /// The languages of its paragraphs.
    Language,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 9] = [
        Field::Title,
        Field::Body,
        Field::Speaker,
        Field::Organisation,
        Field::Event,
        Field::Place,
        Field::Kind,
        Field::Date,
        Field::Language,
    ];

    /// The name in a query, without the colon: `speaker`.
    pub fn name(self) -> &'static str {
        self.names()[0]
    }

    /// The name and its aliases.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Field::Title => &["title"],
            Field::Body => &["body", "text"],
            Field::Speaker => &["speaker"],
            Field::Organisation => &["organisation", "organization", "org"],
            Field::Event => &["event"],
            Field::Place => &["place"],
            Field::Kind => &["kind"],
            Field::Date => &["date", "year"],
            Field::Language => &["lang", "language"],
        }
    }

    /// The field of a name or alias, in any case.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.names().iter().any(|own| own.eq_ignore_ascii_case(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_one_field() {
        for field in Field::ALL {
            for name in field.names() {
                assert_eq!(Field::named(name), Some(field));
                assert_eq!(Field::named(&name.to_uppercase()), Some(field));
            }
        }
        assert_eq!(Field::named("colour"), None);
    }
}
