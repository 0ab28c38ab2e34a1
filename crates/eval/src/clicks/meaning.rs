//! When two queries ask for the same.

use verbale_query::{Query, parse};
use verbale_search::analyse;
use verbale_statement::Language;

/// The query in analysed words, so that two queries have the same text if they ask for the same: in whatever order
/// its words stand, and in whatever form, as far as `language` knows forms. Empty if it asks for nothing.
pub(super) fn of(query: &str, language: Language) -> String {
    written(&parse(query).query, language)
}

fn written(query: &Query, language: Language) -> String {
    let list = |clauses: &[Query], between: &str| {
        let mut clauses: Vec<_> = clauses.iter().map(|clause| written(clause, language)).collect();
        clauses.sort();
        clauses.dedup();
        format!("({})", clauses.join(between))
    };
    let field = |field: &Option<_>| {
        field.map_or(String::new(), |field: verbale_statement::Field| format!("{}:", field.name()))
    };
    match query {
        Query::Words(clauses) => list(clauses, " "),
        Query::And(clauses) => list(clauses, " AND "),
        Query::Or(clauses) => list(clauses, " OR "),
        Query::Not(inner) => format!("-{}", written(inner, language)),
        Query::Word { field: own, text } => {
            let (_, words) = analyse(text, language);
            let forms = words.into_iter().map(|word| word.stems.into_iter().next().unwrap_or(word.exact));
            format!("{}{}", field(own), forms.collect::<Vec<_>>().join("+"))
        }
        Query::Phrase { field: own, text } => {
            let (_, words) = analyse(text, language);
            let forms: Vec<_> = words.into_iter().map(|word| word.exact).collect();
            format!("{}\"{}\"", field(own), forms.join(" "))
        }
        Query::Paragraph(inner) => format!("para{}", written(inner, language)),
        Query::Boost { query, factor } => format!("{}^{}", written(query, language), factor.value()),
        Query::Near { clauses, gap } => list(clauses, &format!(" NEAR/{gap} ")),
        Query::Loose { .. }
        | Query::Exact { .. }
        | Query::Wildcard { .. }
        | Query::Fuzzy { .. }
        | Query::All
        | Query::Language(_)
        | Query::Kind(_)
        | Query::Date(_)
        | Query::Country(_)
        | Query::Mentions(_) => query.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str, language: Language) -> bool {
        of(one, language) == of(other, language)
    }

    #[test]
    fn order_case_and_forms_make_no_difference() {
        assert!(same("Grey  STRAIT", "strait grey", Language::UNDETERMINED));
        assert!(same("fishing straits", "Strait fished", Language::ENGLISH));
        assert!(same("безопасности границ", "граница безопасность", Language::RUSSIAN));
        assert!(same("strait lang:ru date:2019", "date:2019..2019 straits lang:ru", Language::ENGLISH));
        assert_eq!(of("  -- ", Language::ENGLISH), "");
    }

    #[test]
    fn what_is_asked_does() {
        for (one, other) in [
            ("grey strait", "\"grey strait\""),
            ("\"grey strait\"", "\"strait grey\""),
            ("strait", "title:strait"),
            ("strait -cod", "strait cod"),
            ("strait cod", "strait OR cod"),
            ("strait", "strait lang:ru"),
        ] {
            assert!(!same(one, other, Language::ENGLISH), "{one} and {other}");
        }
    }
}
