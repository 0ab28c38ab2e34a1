//! What in a text matches a plan.
//!
//! The text is analysed anew, by the analyzer that indexed it, and compared with the very patterns that the
//! engine was asked for. So a mark is always a match: an inflected form in its own language, a quotation as a
//! whole, never a word that merely looks alike.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use verbale_analysis::{Analyzer, Token, field_language};
use verbale_index::{Clause, Interval, Part, Pattern, Run};
use verbale_statement::{Language, Statement};

use crate::Marked;

/// Finds the matches of one plan.
pub(crate) struct Highlighter<'p> {
    clause: &'p Clause,
    wanted: Wanted<'p>,
}

/// All forms of all words that are looked for: of a text few tokens have one, and only these are kept.
struct Wanted<'p> {
    forms: HashSet<&'p str>,
    /// The bytes that they begin with: for most tokens a look at them is enough.
    first: [bool; 256],
}

impl<'p> Wanted<'p> {
    fn of(clause: &'p Clause) -> Self {
        let of_pattern = |pattern: &'p Pattern| {
            let stems = pattern.stems.iter().map(|(_, stems)| stems.as_slice());
            stems.chain(pattern.exact_and_similar()).flatten().map(String::as_str)
        };
        let forms: HashSet<&str> =
            clause.in_order().into_iter().flat_map(|(_, pattern)| of_pattern(pattern)).collect();
        let mut first = [false; 256];
        forms.iter().filter_map(|form| form.bytes().next()).for_each(|byte| first[usize::from(byte)] = true);
        Self { forms, first }
    }

    /// The form, if it is looked for.
    fn known(&self, form: &str) -> Option<&'p str> {
        let begins = form.bytes().next().is_some_and(|byte| self.first[usize::from(byte)]);
        if begins { self.forms.get(form).copied() } else { None }
    }

    /// The tokens of a text that have one of the forms.
    fn tokens(&self, text: &str, analysed: Language) -> Tokens<'p> {
        let mut tokens = Tokens::default();
        Analyzer::of(analysed).visit(text, |found| {
            let index = tokens.all.len();
            let mut is_wanted = false;
            for form in std::iter::once(found.exact).chain(found.stems()) {
                if let Some(form) = self.known(form) {
                    tokens.with.entry(form).or_default().push(index);
                    is_wanted = true;
                }
            }
            if is_wanted {
                tokens.all.push(found.into());
            }
        });
        tokens
    }
}

/// Tokens of a text.
#[derive(Default)]
struct Tokens<'p> {
    /// In their order.
    all: Vec<Token>,
    /// Those with each form, exact or of a stem, by their numbers; one that has it as both is there twice.
    with: HashMap<&'p str, Vec<usize>>,
}

/// A match in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// The words of the text, by their positions.
    pub(crate) place: Interval,
    /// Which of the plan's patterns it is a match of.
    pub(crate) pattern: usize,
}

impl<'p> Highlighter<'p> {
    pub(crate) fn new(clause: &'p Clause) -> Self {
        Self { clause, wanted: Wanted::of(clause) }
    }

    /// Every match in `text`, in order of where it begins.
    pub(crate) fn evidence(&self, text: &str, language: Language, part: Part) -> Vec<Evidence> {
        let analysed = field_language(language);
        let mut read =
            ReadText { text, analysed, wanted: &self.wanted, tokens: None, ranges: HashMap::new() };
        let shown = self.clause.shown(part, &mut read);
        let mut evidence: Vec<Evidence> = shown
            .into_iter()
            .filter_map(|(pattern, place)| {
                let range = read.ranges.get(&(pattern, place))?.clone();
                Some(Evidence { range, place, pattern })
            })
            .collect();
        evidence.sort_by_key(|found| (found.range.start, found.range.end));
        evidence
    }

    /// Where in `text` something matches: as many ranges as the engine counts occurrences, in order.
    pub(crate) fn occurrences(&self, text: &str, language: Language, part: Part) -> Vec<Range<usize>> {
        let mut evidence = self.evidence(text, language, part);
        evidence.sort_by_key(|found| (found.place.start, found.place.end));
        let mut merged: Vec<(Interval, Range<usize>)> = Vec::new();
        for Evidence { range, place, .. } in evidence {
            match merged.last_mut() {
                Some((last, whole)) if place.start <= last.end => {
                    last.end = last.end.max(place.end);
                    *whole = whole.start.min(range.start)..whole.end.max(range.end);
                }
                _ => merged.push((place, range)),
            }
        }
        merged.into_iter().map(|(_, range)| range).collect()
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

/// A text, analysed as soon as something is looked for in it.
struct ReadText<'t> {
    text: &'t str,
    analysed: Language,
    wanted: &'t Wanted<'t>,
    /// Those of which something is looked for.
    tokens: Option<Tokens<'t>>,
    /// The bytes of what was found, by pattern and place.
    ranges: HashMap<(usize, Interval), Range<usize>>,
}

impl Run for ReadText<'_> {
    fn find(&mut self, index: usize, pattern: &Pattern) -> Vec<Interval> {
        let (text, analysed, wanted) = (self.text, self.analysed, self.wanted);
        let tokens = self.tokens.get_or_insert_with(|| wanted.tokens(text, analysed));
        let mut found: Vec<(Interval, Range<usize>)> = Vec::new();
        for (_, stems) in pattern.stems.iter().filter(|(own, _)| *own == analysed) {
            // Of two characters that stand side by side the pair stands where the first one does.
            let more = u32::from(pattern.is_pair());
            let places = find(tokens, stems, stem).into_iter();
            found.extend(places.map(|(place, range)| (Interval { end: place.end + more, ..place }, range)));
        }
        for forms in pattern.exact_and_similar() {
            found.extend(find(tokens, forms, exact));
        }
        let mut places = Vec::with_capacity(found.len());
        for (place, range) in found {
            let whole = self.ranges.entry((index, place)).or_insert_with(|| range.clone());
            *whole = whole.start.min(range.start)..whole.end.max(range.end);
            places.push(place);
        }
        places.sort_unstable();
        places.dedup();
        places
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

/// Finds `forms` in tokens at positions that follow each other, as the engine's phrases do: where, and which bytes.
fn find(tokens: &Tokens<'_>, forms: &[String], form: Form) -> Vec<(Interval, Range<usize>)> {
    let Some((first, others)) = forms.split_first() else { return Vec::new() };
    let mut found = Vec::new();
    let mut before = None;
    for &index in tokens.with.get(first.as_str()).into_iter().flatten() {
        let token = &tokens.all[index];
        let Some(range) = form(token, first).filter(|_| before != Some(index)) else { continue };
        before = Some(index);
        let following = &tokens.all[index + 1..];
        let last = others.iter().zip(token.position + 1..).try_fold(
            (token.position, range.end),
            |_, (wanted, position)| {
                let here = following.iter().take_while(|token| token.position <= position);
                let mut here = here.filter(|token| token.position == position);
                here.find_map(|token| Some((position, form(token, wanted)?.end)))
            },
        );
        if let Some((position, end)) = last {
            found.push((Interval { start: token.position, end: position }, range.start..end));
        }
    }
    found
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

    fn all_languages() -> Vec<Language> {
        verbale_analysis::field_languages().collect()
    }

    fn marked(query: &str, code: &str, text: &str) -> String {
        let query = verbale_query::parse(query).query;
        let clause = Clause::new(&query, Require::All, &all_languages());
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
            let clause = Clause::new(&query, Require::Any, &all_languages());
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
