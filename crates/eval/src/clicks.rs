//! Topics and judgments from what readers searched for and clicked on.
//!
//! Readers click on what stands high more often than on what stands low, whatever it is worth. The position-based
//! model (N. Craswell, O. Zoeter, M. Taylor and B. Ramsey, "An experimental comparison of click position-bias models",
//! WSDM 2008; A. Chuklin, I. Markov and M. de Rijke, "Click models for web search", 2015) says that a document is
//! clicked if its place is examined and the document attracts: the probability of a click is the product of both. So
//! what a document attracts can be told from where it stood.
//!
//! # Limits
//!
//! - The model knows no bias but that of the position. It doesn't know that a reader who found what was looked for
//!   stops, that people trust a system's first hit, or that a title may promise what the text doesn't hold: what it
//!   measures is whether a hit invites a click, not whether the statement was of use.
//! - It can be told what is the place's and what the document's only where the same documents have stood at different
//!   places for the same query. Ranks that no document links to the others are left out, and are named in
//!   [`Learned::unlinked`]. The place that is looked at most is taken to be looked at always.
//! - It takes many searches: a judgment needs [`Settings::minimum`] expected examinations, a topic as many searches.
//!   Queries that are seldom asked never become topics, so that nobody is known by what only he or she asks.
//! - Grades come from thresholds ([`Settings::thresholds`]) that are a convention, not a measurement. Use them to
//!   compare rankings, beside judgments by people.
//!
//! # Privacy
//!
//! A log has no addresses, no names and no sessions: a search is linked to its own clicks, and to nothing else. But
//! people type what they type. Treat a log as confidential, and delete it when topics have been made of it.

mod log;
mod meaning;
mod model;
mod recorder;

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};
use verbale_statement::Language;

pub use log::{LogLine, Search, read};
pub use model::{Cell, Fit, fit};
pub use recorder::SearchLog;

use crate::{Qrels, Topic, Topics};

/// What a log has to show before something is learned from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The language in which queries are analysed, so that inflected forms are one topic; undetermined for none.
    pub language: Language,
    /// How often a query has to be searched for to be a topic, and how often, by expectation, a document has to be
    /// examined to be judged.
    pub minimum: u32,
    /// The attractiveness from which on a document has the grades 1, 2 and 3.
    pub thresholds: [f64; 3],
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: Language::UNDETERMINED, minimum: 10, thresholds: [0.1, 0.25, 0.5] }
    }
}

/// What a log teaches.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Learned {
    /// How many searches the log has.
    pub searches: usize,
    /// How many queries of different meaning.
    pub queries: usize,
    /// The queries that are searched for often enough, the most frequent first.
    pub topics: Vec<Asked>,
    /// The documents that were examined often enough, by topic.
    pub judgments: Vec<Attraction>,
    /// The probability that a rank, counted from 1, is examined.
    pub examination: Vec<(usize, f64)>,
    /// Ranks about which nothing can be said: no document links them to the others.
    pub unlinked: Vec<usize>,
}

/// A query that readers ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// A name made of its meaning, so that it is the same in every log.
    pub id: String,
    /// The query as most wrote it.
    pub query: String,
    /// How often it was searched for.
    pub searches: usize,
}

/// How much a document attracts those who ask a query.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attraction {
    /// The topic's id.
    pub topic: String,
    /// The document's id.
    pub document: String,
    /// The grade, 0 to 3.
    pub grade: u8,
    /// The probability that a reader who examines it clicks on it.
    pub attractiveness: f64,
    /// How often it was examined, by expectation.
    pub examinations: f64,
}

/// All searches of one meaning.
#[derive(Default)]
struct Group<'a> {
    /// How often each wording was searched for.
    wordings: BTreeMap<&'a str, usize>,
    searches: usize,
    /// How often a document was shown and clicked on, by its rank counted from 0.
    documents: BTreeMap<&'a str, BTreeMap<usize, (u32, u32)>>,
}

/// Learns from the searches of a log.
pub fn learn(searches: &[Search], settings: &Settings) -> Learned {
    let groups = grouped(searches, settings.language);
    let mut cells = Vec::new();
    let documents = || groups.values().flat_map(|group| group.documents.values());
    for (pair, ranks) in documents().enumerate() {
        let cell = |(rank, (shown, clicked)): (&usize, &(u32, u32))| Cell {
            pair,
            rank: *rank,
            shown: *shown,
            clicked: *clicked,
        };
        cells.extend(ranks.iter().map(cell));
    }
    let fit = fit(&cells);
    let examined = |rank: &usize| fit.examination.get(rank).copied();
    let mut attractiveness = (0..).map(|pair| fit.attractiveness.get(&pair).copied());
    let (mut topics, mut judgments) = (Vec::new(), Vec::new());
    for (meaning, group) in &groups {
        let asked = Asked { id: name(meaning), query: group.wording(), searches: group.searches };
        for (document, ranks) in &group.documents {
            let Some(attractiveness) = attractiveness.next().flatten() else { continue };
            let seen = |(rank, (shown, _)): (&usize, &(u32, u32))| Some(examined(rank)? * f64::from(*shown));
            let examinations: f64 = ranks.iter().filter_map(seen).sum();
            if group.searches < settings.minimum as usize || examinations < f64::from(settings.minimum) {
                continue;
            }
            let reached = |threshold: &&f64| attractiveness >= **threshold;
            judgments.push(Attraction {
                topic: asked.id.clone(),
                document: (*document).to_owned(),
                grade: settings.thresholds.iter().map(|t| u8::from(reached(&t))).sum(),
                attractiveness,
                examinations,
            });
        }
        if group.searches >= settings.minimum as usize {
            topics.push(asked);
        }
    }
    topics.sort_by(|one, other| other.searches.cmp(&one.searches).then_with(|| one.id.cmp(&other.id)));
    Learned {
        searches: groups.values().map(|group| group.searches).sum(),
        queries: groups.len(),
        topics,
        judgments,
        examination: fit.examination.iter().map(|(rank, probability)| (rank + 1, *probability)).collect(),
        unlinked: fit.unlinked.iter().map(|rank| rank + 1).collect(),
    }
}

fn grouped(searches: &[Search], language: Language) -> BTreeMap<String, Group<'_>> {
    let mut groups: BTreeMap<String, Group<'_>> = BTreeMap::new();
    let mut meanings: BTreeMap<&str, String> = BTreeMap::new();
    for search in searches {
        let meaning = meanings.entry(&search.query).or_insert_with(|| meaning::of(&search.query, language));
        if meaning.is_empty() {
            continue;
        }
        let group = groups.entry(meaning.clone()).or_default();
        // A further page belongs to a search that is counted already.
        if search.first == 1 {
            group.searches += 1;
            *group.wordings.entry(search.query.trim()).or_default() += 1;
        }
        for (rank, document) in (search.first.saturating_sub(1) as usize..).zip(&search.shown) {
            let (shown, clicked) = group.documents.entry(document).or_default().entry(rank).or_default();
            *shown += 1;
            *clicked += u32::from(search.clicked.contains(document));
        }
    }
    groups
}

impl Group<'_> {
    /// The wording that is most frequent, among equals the first of the alphabet.
    fn wording(&self) -> String {
        let best = self.wordings.iter().rev().max_by_key(|(_, often)| **often);
        best.map(|(wording, _)| (*wording).to_owned()).unwrap_or_default()
    }
}

fn name(meaning: &str) -> String {
    let digest = Sha256::digest(meaning);
    let hex: String = digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    format!("q-{hex}")
}

impl Learned {
    /// The topics, as a collection has them.
    pub fn topics(&self) -> Topics {
        self.topics.iter().map(|asked| Topic { id: asked.id.clone(), query: asked.query.clone() }).collect()
    }

    /// The judgments, as a collection has them.
    pub fn qrels(&self) -> Qrels {
        let mut qrels = Qrels::default();
        for judgment in &self.judgments {
            qrels.judge(&judgment.topic, &judgment.document, judgment.grade.into());
        }
        qrels
    }
}

#[cfg(test)]
mod tests;
