//! Whole searches over the sample of the checkout.

mod counts;
mod looser;
mod marks;
mod random;
mod ways;

use std::path::Path;
use std::sync::LazyLock;

use tempfile::TempDir;
use verbale_archive::Archive;
use verbale_index::IndexFolder;
use verbale_ingest::{Options, Outcome, ingest};
use verbale_statement::{Statement, StatementId};

use crate::{Answer, Hit, Layout, Line, Request, SearchError, Searcher};

/// A searcher over statements.
pub(super) struct House {
    pub(super) searcher: Searcher,
    pub(super) statements: Vec<Statement>,
    _folder: TempDir,
}

/// The sample; tests only read it.
pub(super) static SAMPLE: LazyLock<House> = LazyLock::new(|| {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../index-data/sample");
    let statements = ingest(&[sample], &Options::default()).filter_map(|outcome| match outcome {
        Outcome::Statement(ingested) => Some(ingested.statement),
        _ => None,
    });
    house(statements.collect())
});

/// Queries with every sort of clause, in several languages.
pub(super) const QUERIES: [&str; 39] = [
    "",
    "security",
    "grey strait",
    "\"grey strait\"",
    "безопасность",
    "\"Серого пролива\"",
    "détroit",
    "pescadores OR herring",
    "مساعدة",
    "安全",
    "灰海峡",
    "security -strait",
    "-security",
    "speaker:tolvane",
    "speaker:tolvane strait",
    "title:strait",
    "body:strait -title:strait",
    "date:2019..2021 security",
    "lang:ru",
    "kind:interview OR kind:speech",
    "lang:fr détroit",
    "secur*",
    "wom?n OR fish*",
    "agreemnt~",
    "=nets OR =boats",
    "\"strait grey\"~3",
    "strait NEAR/8 vessels",
    "\"grey strait\" NEAR/20 states",
    "fish* NEAR/5 vessels",
    "mission NEAR/10 border",
    "para(strait states)",
    "para(mission -border)",
    "para(\"grey strait\" OR fishing)",
    "security^3 strait",
    "(\"grey strait\")^0.5 OR herring^2",
    "NOT para(strait) states",
    "org:halvern event:council",
    "NOT date:2010..2021",
    "strait NOT (date:2010..2021 states)",
];

pub(super) fn house(statements: Vec<Statement>) -> House {
    let folder = tempfile::tempdir().unwrap();
    let mut archive = Archive::open(&folder.path().join("archive")).unwrap();
    archive.put_all(&statements).unwrap();
    let index = IndexFolder::at(folder.path().join("index"));
    index.follow(&archive, false, &mut |_, _| ()).unwrap();
    let engine = Box::new(index.engine().unwrap());
    House { searcher: Searcher::new(archive, engine), statements, _folder: folder }
}

/// A statement of paragraphs in English.
pub(super) fn statement(id: &str, title: &str, paragraphs: &[&str]) -> Statement {
    let paragraphs: Vec<_> = paragraphs
        .iter()
        .map(|text| serde_json::json!({ "text": text, "language": "en", "role": "body" }))
        .collect();
    serde_json::from_value(serde_json::json!({
        "id": id,
        "title": title,
        "language": "en",
        "paragraphs": paragraphs,
        "origin": { "media_type": "text/plain", "sha256": "" },
    }))
    .unwrap()
}

impl House {
    pub(super) fn search(&self, request: &Request) -> Answer {
        self.searcher.search(request).unwrap()
    }

    /// Every hit, without passages.
    pub(super) fn all(&self, request: &Request) -> Vec<Hit> {
        let mut hits = Vec::new();
        let count = self.searcher.visit_hits(request, false, |hit| {
            hits.push(hit);
            Ok::<(), SearchError>(())
        });
        assert_eq!(count.unwrap(), hits.len() as u64);
        hits
    }

    pub(super) fn ids(&self, request: &Request) -> Vec<StatementId> {
        self.all(request).into_iter().map(|hit| hit.id).collect()
    }

    pub(super) fn lines(&self, request: &Request, layout: Layout) -> Vec<Line> {
        let mut lines = Vec::new();
        let done = self.searcher.visit_lines(request, layout, |line| {
            lines.push(line);
            Ok::<(), SearchError>(())
        });
        done.unwrap();
        lines
    }
}

/// The request for `query` at its word.
pub(super) fn strict(query: &str) -> Request {
    Request { matching: crate::Matching::All, ..Request::new(query) }
}
