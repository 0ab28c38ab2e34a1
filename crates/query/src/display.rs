//! A tree written as a query.

use std::fmt;

use verbale_statement::{Country, Field};

use crate::characters::{QUOTATION_MARKS, is_closing_punctuation};
use crate::{DateRange, MAX_NESTING, Query};

impl fmt::Display for Query {
    /// Writes parentheses around every inner OR, AND and NEAR, because readers see there how their query was
    /// understood, unless that would nest more deeply than is read back; then only where they are needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let explicit = nesting(self) <= MAX_NESTING;
        write_query(self, explicit, f)
    }
}

impl fmt::Display for DateRange {
    /// Writes what `date:` takes: `2019`, `2019..2021`, `2019..` or `..2021`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            (from, to) => {
                from.map_or(Ok(()), |date| write!(f, "{date}"))?;
                f.write_str("..")?;
                to.map_or(Ok(()), |date| write!(f, "{date}"))
            }
        }
    }
}

/// The binding of what needs no parentheses anywhere.
const CLOSEST: u8 = 4;

/// How closely the clauses of a query are bound together; a single clause most closely.
fn binding(query: &Query) -> u8 {
    match query {
        Query::Or(inner) if values(inner).is_some() => CLOSEST,
        Query::Words(_) => 0,
        Query::Or(_) => 1,
        Query::And(_) => 2,
        Query::Near { .. } => 3,
        _ => CLOSEST,
    }
}

/// How many parentheses would stand in one another if every inner list had its own.
fn nesting(query: &Query) -> usize {
    let inner = |clause: &Query| nesting(clause) + usize::from(binding(clause) < CLOSEST);
    match query {
        Query::Words(clauses) | Query::And(clauses) | Query::Or(clauses) => {
            clauses.iter().map(inner).max().unwrap_or(0)
        }
        Query::Not(clause) => inner(clause),
        Query::Boost { query, .. } if ends_with_punctuation(query) => 1,
        Query::Boost { query, .. } => inner(query),
        Query::Paragraph(clause) => nesting(clause) + 1,
        _ => 0,
    }
}

/// Whether a weight directly behind it would not be read as its own.
fn ends_with_punctuation(query: &Query) -> bool {
    matches!(query, Query::Word { text, .. } if text.ends_with(is_closing_punctuation))
}

/// The field and the values of alternatives that can be written as a list, such as `lang:en,fr`.
fn values(clauses: &[Query]) -> Option<(Field, Vec<String>)> {
    let mut values = clauses.iter().map(value);
    let (field, first) = values.next()??;
    let mut list = vec![first];
    for value in values {
        let (_, text) = value.filter(|(own, _)| *own == field)?;
        list.push(text);
    }
    Some((field, list))
}

fn value(query: &Query) -> Option<(Field, String)> {
    match query {
        Query::Country(country) => Some((Field::Country, small(country))),
        Query::Mentions(mentioned) => Some((Field::Mentions, mentioned.in_query())),
        Query::Kind(kind) => Some((Field::Kind, kind.to_string())),
        Query::Language(language) => Some((Field::Language, language.to_string())),
        Query::Date(range) => Some((Field::Date, range.to_string())),
        _ => None,
    }
}

/// A country's code, in small letters because in capitals it may be an operator.
fn small(country: &Country) -> String {
    country.code().to_ascii_lowercase()
}

fn write_query(query: &Query, explicit: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let clause = |clause: &Query, f: &mut fmt::Formatter<'_>| {
        let own = binding(clause);
        if own < CLOSEST && (explicit || own < binding(query)) {
            f.write_str("(")?;
            write_query(clause, explicit, f)?;
            f.write_str(")")
        } else {
            write_query(clause, explicit, f)
        }
    };
    let list = |clauses: &[Query], between: &str, f: &mut fmt::Formatter<'_>| {
        for (n, inner) in clauses.iter().enumerate() {
            f.write_str(if n > 0 { between } else { "" })?;
            clause(inner, f)?;
        }
        Ok(())
    };
    match query {
        Query::All => Ok(()),
        Query::Words(clauses) => list(clauses, " ", f),
        Query::And(clauses) => list(clauses, " AND ", f),
        Query::Or(clauses) => match values(clauses) {
            Some((field, values)) => write!(f, "{}:{}", field.name(), values.join(",")),
            None => list(clauses, " OR ", f),
        },
        Query::Not(inner) => {
            f.write_str("-")?;
            clause(inner, f)
        }
        Query::Word { field, text } => {
            write_field(*field, f)?;
            f.write_str(text)
        }
        Query::Phrase { field, text } => {
            write_field(*field, f)?;
            write_phrase(text, f)
        }
        Query::Loose { field, text, gap } => {
            write_field(*field, f)?;
            write_phrase(text, f)?;
            write!(f, "~{gap}")
        }
        Query::Exact { field, text } => {
            write_field(*field, f)?;
            write!(f, "={text}")
        }
        Query::Wildcard { field, text } => {
            write_field(*field, f)?;
            f.write_str(text)
        }
        Query::Fuzzy { field, text, distance } => {
            write_field(*field, f)?;
            write!(f, "{text}~")?;
            distance.map_or(Ok(()), |distance| write!(f, "{distance}"))
        }
        Query::Near { clauses, gap } => list(clauses, &format!(" NEAR/{gap} "), f),
        Query::Paragraph(inner) => {
            f.write_str("para(")?;
            write_query(inner, explicit, f)?;
            f.write_str(")")
        }
        Query::Boost { query, factor } => {
            if ends_with_punctuation(query) {
                write!(f, "({query})")?;
            } else {
                clause(query, f)?;
            }
            write!(f, "^{}", factor.value())
        }
        Query::Country(country) => write!(f, "{}:{}", Field::Country.name(), small(country)),
        Query::Mentions(mentioned) => write!(f, "{}:{}", Field::Mentions.name(), mentioned.in_query()),
        Query::Kind(kind) => write!(f, "{}:{kind}", Field::Kind.name()),
        Query::Language(language) => write!(f, "{}:{language}", Field::Language.name()),
        Query::Date(range) => write!(f, "{}:{range}", Field::Date.name()),
    }
}

fn write_field(field: Option<Field>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    field.map_or(Ok(()), |field| write!(f, "{}:", field.name()))
}

/// Takes the first quotation marks that the text doesn't close itself; a phrase that was typed has some.
fn write_phrase(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let fitting = QUOTATION_MARKS.iter().find(|(_, closing)| !text.contains(*closing));
    let (opening, closing) = fitting.map_or(('"', '"'), |(opening, closing)| (*opening, closing[0]));
    write!(f, "{opening}{text}{closing}")
}
