//! What in a text matches a plan.
//!
//! The text is analysed anew, by the analyzer that indexed it, and compared with the very patterns that the
//! engine was asked for. So a mark is always a match: an inflected form in its own language, a quotation as a
//! whole, never a word that merely looks alike.

use std::ops::Range;

use verbale_analysis::{Analyzer, Token, field_language};
use verbale_index::{Clause, Pattern, Scope};
use verbale_statement::{Language, Statement};

use crate::Marked;

/// Finds the matches of one plan.
pub(crate) struct Highlighter<'p> {
    patterns: Vec<(Scope, &'p Pattern)>,
}

/// A match in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// Which of the plan's patterns it is a match of.
    pub(crate) pattern: usize,
}

/// The part of a statement that a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Title,
    Body,
}

impl<'p> Highlighter<'p> {
    pub(crate) fn new(clause: &'p Clause) -> Self {
        Self { patterns: clause.patterns() }
    }

    /// Every match in `text`, in order of where it begins.
    pub(crate) fn evidence(&self, text: &str, language: Language, part: Part) -> Vec<Evidence> {
        let wanted: Vec<_> = self
            .patterns
            .iter()
            .enumerate()
            .filter(|(_, (scope, _))| match part {
                Part::Title => matches!(scope, Scope::Text | Scope::Title),
                Part::Body => matches!(scope, Scope::Text | Scope::Body),
            })
            .collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let analysed = field_language(language);
        let tokens = Analyzer::of(analysed).tokens(text);
        let mut evidence = Vec::new();
        for (index, (_, pattern)) in wanted {
            for (_, stems) in pattern.stems.iter().filter(|(own, _)| *own == analysed) {
                find(&tokens, stems, stem, index, &mut evidence);
            }
            for forms in &pattern.exact {
                find(&tokens, forms, exact, index, &mut evidence);
            }
        }
        evidence.sort_by_key(|found| (found.range.start, found.range.end));
        evidence
    }

    /// `text` with its matches.
    pub(crate) fn mark(&self, text: &str, language: Language, part: Part) -> Marked {
        let evidence = self.evidence(text, language, part);
        Marked { text: text.to_owned(), marks: merge(evidence.into_iter().map(|found| found.range)) }
    }

    /// The title of `statement` with its matches.
    pub(crate) fn title(&self, statement: &Statement) -> Marked {
        self.mark(&statement.title, statement.language, Part::Title)
    }
}

/// What of the text a token stands for, if it has the form that is wanted.
type Form = for<'t> fn(&'t Token, &str) -> Option<&'t Range<usize>>;

fn stem<'t>(token: &'t Token, wanted: &str) -> Option<&'t Range<usize>> {
    let stem = token.stem.as_ref()?;
    stem.forms().any(|form| form == wanted).then_some(&stem.range)
}

fn exact<'t>(token: &'t Token, wanted: &str) -> Option<&'t Range<usize>> {
    (token.exact == wanted).then_some(&token.range)
}

/// Finds `forms` in tokens at positions that follow each other, as the engine's phrases do.
fn find(tokens: &[Token], forms: &[String], form: Form, pattern: usize, evidence: &mut Vec<Evidence>) {
    let Some((first, others)) = forms.split_first() else { return };
    for (index, token) in tokens.iter().enumerate() {
        let Some(range) = form(token, first) else { continue };
        let following = &tokens[index + 1..];
        let end = others.iter().zip(token.position + 1..).try_fold(range.end, |_, (wanted, position)| {
            let here = following.iter().take_while(|token| token.position <= position);
            here.filter(|token| token.position == position).find_map(|token| Some(form(token, wanted)?.end))
        });
        evidence.extend(end.map(|end| Evidence { range: range.start..end, pattern }));
    }
}

/// Ranges in order of their beginning become disjoint ones.
pub(crate) fn merge(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use verbale_index::Require;

    use super::*;

    fn marked(query: &str, code: &str, text: &str) -> String {
        let query = verbale_query::parse(query).query;
        let clause = Clause::new(&query, Require::All);
        let marked = Highlighter::new(&clause).mark(text, code.parse().unwrap(), Part::Body);
        marked
            .pieces()
            .map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece.to_owned() })
            .collect()
    }

    #[test]
    fn inflected_forms_are_marked_as_they_stand_in_the_text() {
        assert_eq!(
            marked("security council", "en", "The Security Council's role."),
            "The [Security] [Council]'s role."
        );
        assert_eq!(marked("безопасность", "ru", "Вопросы «безопасности»."), "Вопросы «[безопасности]».");
        assert_eq!(marked("refugies", "fr", "L'accord des Réfugiés"), "L'accord des [Réfugiés]");
        assert_eq!(marked("安全合作", "zh", "国际安全合作的安全"), "国际[安全合作]的[安全]");
    }

    #[test]
    fn a_quotation_is_marked_as_a_whole_and_nowhere_else() {
        let text = "Collective security; security, collective. Collective: security!";
        let expected = "[Collective security]; security, collective. [Collective: security]!";
        assert_eq!(marked("\"collective security\"", "en", text), expected);
        assert_eq!(marked("\"council member\"", "en", "council members"), "council members");
    }

    #[test]
    fn excluded_words_other_fields_and_other_languages_are_not_marked() {
        assert_eq!(marked("peace -war", "en", "war and peace"), "war and [peace]");
        assert_eq!(marked("title:peace", "en", "peace"), "peace");
        assert_eq!(marked("nations", "ru", "nation"), "nation");
    }

    proptest! {
        #[test]
        fn marks_are_valid_whatever_the_text(text in "([a-zé]{1,6}|[а-я]{1,5}|[一-龥]{1,3}|[ ',.\u{AD}’-]|\\PC){0,30}", query in "[a-zа-я一-龥 \"']{0,20}") {
            let query = verbale_query::parse(&query).query;
            let clause = Clause::new(&query, Require::Any);
            for code in ["en", "fr", "ru", "zh", "und"] {
                let marked = Highlighter::new(&clause).mark(&text, code.parse().unwrap(), Part::Body);
                let mut end = 0;
                for mark in &marked.marks {
                    prop_assert!(mark.start >= end && mark.start < mark.end);
                    prop_assert!(text.get(mark.clone()).is_some());
                    end = mark.end;
                }
                let joined: String = marked.pieces().map(|(piece, _)| piece).collect();
                prop_assert_eq!(&joined, &text);
            }
        }
    }
}
