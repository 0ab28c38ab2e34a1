//! What the pages say about a query beside its answer.

use verbale_query::Note;
use verbale_search::{Expansion, Marked, Matching, Relaxation, Request, Step};

use super::phrase;
use super::ways::{Way, first_page};
use crate::links;

/// How many words are listed for which a wildcard stands.
const LISTED: usize = 12;

/// Remarks on a query.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    /// The query as typed, marked where the notes are about, if there are some.
    pub(crate) typed: Option<Marked>,
    /// What each note is about, and what it says.
    pub(crate) notes: Vec<(String, String)>,
    /// The query as understood, where there is something to say about it.
    pub(crate) understood: Option<String>,
    /// What was searched instead, if it was something else.
    pub(crate) relaxed: Option<Relaxed>,
    /// Wildcards and the like, and the words that they stand for.
    pub(crate) expansions: Vec<(String, String)>,
}

/// What was searched instead.
#[derive(Debug)]
pub(crate) struct Relaxed {
    /// What is shown.
    pub(crate) shown: &'static str,
    /// Words that may be misspelt, and those like them.
    pub(crate) replaced: Vec<(String, String)>,
    /// Words that no hit has.
    pub(crate) left_out: Vec<String>,
    /// What was asked for, taken at its word.
    pub(crate) strict: Way,
}

impl Remarks {
    /// Remarks on the query of `request`.
    pub(crate) fn new(
        request: &Request,
        understood: String,
        notes: Vec<Note>,
        expansions: Vec<Expansion>,
        relaxed: Option<&Relaxation>,
    ) -> Self {
        let query = &request.query;
        let about = |note: &Note| query.get(note.span.clone()).unwrap_or_default().trim().to_owned();
        // A word that was replaced is said to be so; what its replacement stands for says the same again.
        let replaced = |pattern: &str| {
            relaxed.is_some_and(|relaxed| !relaxed.replaced.is_empty()) && pattern.contains('~')
        };
        let expansions =
            expansions.into_iter().filter(|own| !own.words.is_empty() && !replaced(&own.pattern));
        Self {
            typed: (!notes.is_empty()).then(|| typed(query, &notes)),
            understood: (!notes.is_empty()).then_some(understood).filter(|text| !text.is_empty()),
            notes: notes.iter().map(|note| (about(note), note.message.clone())).collect(),
            relaxed: relaxed.map(|relaxation| Relaxed::new(request, relaxation)),
            expansions: expansions
                .map(|own| (own.pattern, words(&own.words, own.found.unwrap_or_default())))
                .collect(),
        }
    }
}

impl Relaxed {
    fn new(request: &Request, relaxation: &Relaxation) -> Self {
        let strict = Request { matching: Matching::All, ..first_page(request) };
        Self {
            shown: match relaxation.step {
                Step::Spelling => "those with words that are spelt like them",
                Step::Most => "those that have most of them",
                Step::Any => "those that have any of them",
            },
            replaced: relaxation
                .replaced
                .iter()
                .map(|(word, similar)| (word.clone(), words(similar, similar.len())))
                .collect(),
            left_out: relaxation.left_out.clone(),
            strict: Way::new("Search for all of the words all the same", links::search(&strict)),
        }
    }
}

/// The first of `words`, and how many more there are of `found`.
fn words(words: &[String], found: usize) -> String {
    let listed = words.len().min(LISTED);
    let list = words[..listed].join(", ");
    match found.saturating_sub(listed) {
        0 => list,
        more => format!("{list} and {} more", phrase::count(&(more as u64))),
    }
}

/// The query, marked where the notes are about.
fn typed(query: &str, notes: &[Note]) -> Marked {
    let mut marks: Vec<std::ops::Range<usize>> = Vec::new();
    let mut spans: Vec<_> = notes.iter().map(|note| note.span.clone()).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    for span in spans.into_iter().filter(|span| query.get(span.clone()).is_some_and(|part| !part.is_empty()))
    {
        match marks.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => marks.push(span),
        }
    }
    Marked { text: query.to_owned(), marks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_notes_are_about_is_marked_once() {
        let note = |span| Note { span, message: String::new() };
        let notes = [note(8..9), note(0..4), note(2..6), note(9..9), note(7..99)];
        let marked = typed("пивод x(", &notes);
        let pieces: Vec<_> = marked.pieces().collect();
        assert_eq!(pieces, [("пив", true), ("од x(", false)]);
    }

    #[test]
    fn long_lists_of_words_end_with_how_many_more_there_are() {
        let many: Vec<String> = (0..20).map(|number| format!("w{number}")).collect();
        assert_eq!(words(&many[..2], 2), "w0, w1");
        assert!(words(&many, 1_312).ends_with("w11 and 1,300 more"));
    }
}
