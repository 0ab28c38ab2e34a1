//! What answers mark, and the lines of concordances.

use std::collections::BTreeMap;
use std::ops::Range;

use proptest::prelude::*;
use verbale_search::{Extent, Hit, Layout, Line, Matching, Request, SearchError};

use crate::corpus::{Entry, Text};
use crate::meaning::{Meaning, Mode, meaning};
use crate::queries::Question;
use crate::search::{Part, parts};
use crate::world::World;

/// Concordances of more lines are not read through: they take long, and show nothing new.
const MOST_LINES: u64 = 2_000;

/// Fails if answers to the query, as it is typed, mark anything but what shows that it is met.
pub fn marks(world: &World, question: &Question, own: &Meaning, met: &[&Entry]) -> Result<(), TestCaseError> {
    let typed = question.query.to_string();
    let matching = match question.mode {
        Mode::All => Matching::All,
        Mode::Most => Matching::Most,
        Mode::Any => Matching::Any,
    };
    let request = Request { matching, per_page: Request::MAX_PER_PAGE, ..Request::new(typed.clone()) };
    let answer = world.searcher.search(&request).unwrap();
    prop_assert_eq!(answer.total as usize, met.len());
    let entries: BTreeMap<&str, &Entry> =
        met.iter().map(|entry| (entry.statement.id.as_str(), *entry)).collect();
    for hit in &answer.hits {
        of_hit(hit, own, entries[hit.id.as_str()])?;
    }
    if let Some(hit) = answer.hits.first() {
        let entry = entries[hit.id.as_str()];
        let reading = world.searcher.read(&hit.id, None, Some(&typed)).unwrap().unwrap();
        // Whoever reads a statement sees whatever of the query is in it.
        let any = meaning(&question.query, Mode::Any, &world.corpus).unwrap();
        prop_assert_eq!(&reading.title.marks, &any.marks(Part::Title, &entry.title));
        for (marked, paragraph) in reading.paragraphs.iter().zip(&entry.paragraphs) {
            prop_assert_eq!(&marked.marks, &any.marks(Part::Body, paragraph), "in {:?}", marked.text);
        }
    }
    lines(world, &request, own, met)
}

fn of_hit(hit: &Hit, own: &Meaning, entry: &Entry) -> Result<(), TestCaseError> {
    let id = &hit.id;
    prop_assert_eq!(&hit.title.marks, &own.marks(Part::Title, &entry.title), "title of {}", id);
    let mut shows = false;
    for passage in &hit.passages {
        let paragraph = &entry.paragraphs[passage.paragraph - 1];
        let marks = own.marks(Part::Body, paragraph);
        let wanted: Vec<Vec<Range<usize>>> = cuts(paragraph, &passage.text.text, &marks);
        prop_assert!(
            wanted.contains(&passage.text.marks),
            "passage of {}, paragraph {}: {:?} marks {:?} and not one of {:?}",
            id,
            passage.paragraph,
            passage.text.text,
            passage.text.marks,
            wanted
        );
        shows |= !passage.text.marks.is_empty();
    }
    let could_show = entry.paragraphs.iter().any(|paragraph| !own.marks(Part::Body, paragraph).is_empty());
    prop_assert_eq!(shows, could_show, "passages of {} show a match", id);
    Ok(())
}

/// The marks of a paragraph as a piece of it has them, for each place where the piece stands: none of them cut.
fn cuts(paragraph: &Text, piece: &str, marks: &[Range<usize>]) -> Vec<Vec<Range<usize>>> {
    let starts = (0..paragraph.text.len()).filter(|start| {
        paragraph.text.is_char_boundary(*start) && paragraph.text[*start..].starts_with(piece)
    });
    let inside = |start: usize| -> Option<Vec<Range<usize>>> {
        let end = start + piece.len();
        let touching = marks.iter().filter(|mark| mark.start < end && mark.end > start);
        let shifted = touching.map(|mark| {
            (mark.start >= start && mark.end <= end).then(|| mark.start - start..mark.end - start)
        });
        shifted.collect()
    };
    starts.filter_map(inside).collect()
}

/// A concordance has a line for each occurrence, in the order of the text.
fn lines(world: &World, request: &Request, own: &Meaning, met: &[&Entry]) -> Result<(), TestCaseError> {
    let count = met.iter().map(|entry| own.occurrences(entry)).sum();
    let extent = world.searcher.extent(request).unwrap();
    prop_assert_eq!(extent, Extent { statements: met.len() as u64, lines: count });
    if count > MOST_LINES {
        return Ok(());
    }
    let mut found: BTreeMap<String, Vec<(Option<usize>, String)>> = BTreeMap::new();
    let take = |line: Line| {
        found.entry(line.id.to_string()).or_default().push((line.paragraph, line.keyword));
        Ok::<(), SearchError>(())
    };
    world.searcher.visit_lines(request, Layout::default(), take).unwrap();
    let mut wanted: BTreeMap<String, Vec<(Option<usize>, String)>> = BTreeMap::new();
    for entry in met {
        for (number, (part, text)) in parts(entry).enumerate() {
            for bytes in own.occurrences_in(part, text) {
                let line = ((number > 0).then_some(number), text.text[bytes].to_owned());
                wanted.entry(entry.statement.id.to_string()).or_default().push(line);
            }
        }
    }
    prop_assert_eq!(found, wanted, "lines of a concordance");
    Ok(())
}
