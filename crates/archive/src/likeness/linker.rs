//! Linking statements that say the same.
//!
//! In the order in which they were first archived, a statement repeats the first one before it that it is alike and that
//! repeats none itself. So what a reader is shown in its stead is what it really is alike, and links are the same
//! whatever came in one batch. An entry of a list repeats the whole statement, whichever came first.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use verbale_statement::{PartialDate, Statement};

use super::alike::{RESEMBLANCE, alike};
use super::excerpt::{self, is_excerpt};
use super::groups::Groups;
use super::sketch::Sketch;
use super::words::{Measure, Words, hashes};
use crate::ArchiveError;

/// How far an estimate may fall short of what is required: more than three standard errors.
const DOUBT: f64 = 0.2;

/// How many texts a statement is compared with, those with the most in common by their sketches.
const MOST_COMPARED: usize = 16;

/// How many texts are kept in memory.
const MOST_KEPT: usize = 256;

/// Of statements with one title only so many are looked through for entries of lists.
const MOST_TITLED: usize = 64;

/// What one statement repeats, as places in the list of all statements in the order of their first versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Link {
    /// An earlier one with the same text.
    pub(crate) duplicate_of: Option<u32>,
    /// One of which it is the title or the beginning.
    pub(crate) excerpt_of: Option<u32>,
}

/// All statements as far as they are needed to link them.
pub(crate) struct Linker<'a> {
    sketches: &'a [Sketch],
    links: Vec<Link>,
    texts: Texts<'a>,
}

/// A text that is compared.
struct Text {
    words: Words,
    title: Vec<u64>,
    date: Option<PartialDate>,
    measure: Measure,
}

/// Reads texts, and keeps some.
struct Texts<'a> {
    read: &'a dyn Fn(u32) -> Result<Statement, ArchiveError>,
    kept: HashMap<u32, Rc<Text>>,
}

impl<'a> Linker<'a> {
    /// Statements with their `sketches` and the `links` that they have so far; `read` gives the statement at a place.
    pub(crate) fn new(
        sketches: &'a [Sketch],
        links: Vec<Link>,
        read: &'a dyn Fn(u32) -> Result<Statement, ArchiveError>,
    ) -> Self {
        Self { sketches, links, texts: Texts { read, kept: HashMap::new() } }
    }

    /// Links the statements at `pending`, which are new or have changed, and those that this concerns.
    pub(crate) fn link(mut self, pending: &BTreeSet<u32>) -> Result<Vec<Link>, ArchiveError> {
        self.link_duplicates(pending)?;
        self.link_excerpts(pending)?;
        Ok(self.links)
    }

    fn link_duplicates(&mut self, pending: &BTreeSet<u32>) -> Result<(), ArchiveError> {
        let groups = Groups::alike(self.sketches);
        // Behind this place nothing has been linked yet, so nothing there can be concerned by what comes before.
        let settled = (0..self.sketches.len() as u32).rev().find(|place| !pending.contains(place));
        let mut queue = pending.clone();
        while let Some(place) = queue.pop_first() {
            let known = self.links[place as usize].duplicate_of;
            let found = self.original(place, &groups)?;
            self.links[place as usize].duplicate_of = found;
            if (known != found || pending.contains(&place)) && settled.is_some_and(|settled| place < settled)
            {
                let later = groups.beside(place).into_iter().filter(|other| *other > place);
                queue.extend(later);
                let followers = (place + 1..).zip(&self.links[place as usize + 1..]);
                queue.extend(
                    followers.filter(|(_, link)| link.duplicate_of == Some(place)).map(|(other, _)| other),
                );
            }
        }
        Ok(())
    }

    /// The first statement before `place` that repeats none and that it is alike.
    fn original(&mut self, place: u32, groups: &Groups) -> Result<Option<u32>, ArchiveError> {
        let own = &self.sketches[place as usize];
        let mut likely: Vec<(f64, u32)> = Vec::new();
        for other in groups.first_beside(place) {
            if self.links[other as usize].duplicate_of.is_some() {
                continue;
            }
            let sketch = &self.sketches[other as usize];
            if sketch.text == own.text && sketch.words == own.words {
                if !own.is_short() || self.same_occasion(place, other)? {
                    likely.push((2.0, other));
                }
            } else if !own.is_short() && !sketch.is_short() {
                let resemblance = own.resemblance(sketch);
                if resemblance >= RESEMBLANCE - DOUBT {
                    likely.push((resemblance, other));
                }
            }
        }
        likely.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        likely.truncate(MOST_COMPARED);
        likely.sort_by_key(|(_, other)| *other);
        for (resemblance, other) in likely {
            if resemblance > 1.0 || self.are_alike(place, other)? {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    fn are_alike(&mut self, place: u32, other: u32) -> Result<bool, ArchiveError> {
        let (own, other) = (self.texts.get(place)?, self.texts.get(other)?);
        Ok(alike(&own.words, &other.words, own.measure))
    }

    /// Whether statements with the same few words may have been made on the same occasion: a line such as "The meeting
    /// was closed" says little by itself.
    fn same_occasion(&mut self, place: u32, other: u32) -> Result<bool, ArchiveError> {
        let (own, other) = (self.texts.get(place)?, self.texts.get(other)?);
        Ok(own.title == other.title && may_be_one(own.date, other.date))
    }

    fn link_excerpts(&mut self, pending: &BTreeSet<u32>) -> Result<(), ArchiveError> {
        let groups = Groups::titled(self.sketches);
        let mut concerned = BTreeSet::new();
        for place in pending {
            self.links[*place as usize].excerpt_of = None;
            concerned.extend(groups.beside(*place));
            concerned.insert(*place);
        }
        for place in concerned {
            self.links[place as usize].excerpt_of = self.whole(place, &groups)?;
        }
        Ok(())
    }

    /// The longest statement of which `place` is the title or the beginning, of several the first.
    fn whole(&mut self, place: u32, groups: &Groups) -> Result<Option<u32>, ArchiveError> {
        let own = &self.sketches[place as usize];
        if own.words > excerpt::LONGEST || own.title == 0 {
            return Ok(None);
        }
        let mut longer: Vec<u32> = groups.beside(place);
        longer.truncate(MOST_TITLED);
        longer.retain(|other| {
            self.links[*other as usize].duplicate_of.is_none()
                && self.sketches[*other as usize].words > own.words
        });
        longer.sort_by_key(|other| (std::cmp::Reverse(self.sketches[*other as usize].words), *other));
        for other in longer {
            let (entry, whole) = (self.texts.get(place)?, self.texts.get(other)?);
            if entry.title == whole.title
                && may_be_one(entry.date, whole.date)
                && is_excerpt(&entry.words, &whole.words, &whole.title)
            {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }
}

impl Texts<'_> {
    fn get(&mut self, place: u32) -> Result<Rc<Text>, ArchiveError> {
        if let Some(text) = self.kept.get(&place) {
            return Ok(Rc::clone(text));
        }
        let statement = (self.read)(place)?;
        let text = Rc::new(Text {
            words: Words::of(&statement),
            title: hashes(&statement.title),
            date: statement.date,
            measure: Measure::of(statement.language),
        });
        if self.kept.len() >= MOST_KEPT {
            self.kept.clear();
        }
        self.kept.insert(place, Rc::clone(&text));
        Ok(text)
    }
}

/// Whether both dates may be one day, as far as they are known.
fn may_be_one(own: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    let (Some(own), Some(other)) = (own, other) else { return true };
    own.first_day() <= other.last_day() && other.first_day() <= own.last_day()
}
