//! Small archives and indexes for tests.

use tempfile::TempDir;
use verbale_archive::Archive;
use verbale_query::Query;
use verbale_statement::{Language, Mentions, Origin, Paragraph, ParagraphRole, Provenance, Statement};

use crate::{Engine, IndexFolder, Order, Plan, Require};

/// A statement whose paragraphs are given as (language, text).
pub(crate) fn statement(id: &str, title: &str, paragraphs: &[(&str, &str)]) -> Statement {
    let language: Language = paragraphs[0].0.parse().unwrap();
    let paragraph = |(code, text): &(&str, &str)| Paragraph {
        text: (*text).to_owned(),
        language: code.parse().unwrap(),
        speaker: None,
        role: ParagraphRole::Body,
    };
    Statement {
        id: id.parse().unwrap(),
        title: title.into(),
        kind: None,
        date: None,
        language,
        speakers: vec![],
        organisation: None,
        countries: Vec::new(),
        event: None,
        place: None,
        paragraphs: paragraphs.iter().map(paragraph).collect(),
        mentions: Mentions::default(),
        provenance: Provenance::default(),
        origin: Origin {
            url: None,
            file: None,
            part: None,
            media_type: "text/plain".into(),
            sha256: String::new(),
            translations: Vec::new(),
        },
    }
}

/// An archive and its index in a folder of their own.
pub(crate) struct House {
    pub(crate) folder: TempDir,
    pub(crate) archive: Archive,
    pub(crate) index: IndexFolder,
}

/// An archive of the statements, and its index.
pub(crate) fn house(statements: &[Statement]) -> House {
    let folder = TempDir::new().unwrap();
    let mut archive = Archive::open(&folder.path().join("archive")).unwrap();
    archive.put_all(statements).unwrap();
    let index = IndexFolder::at(folder.path().join("index"));
    index.follow(&archive, false, &mut |_, _| ()).unwrap();
    House { folder, archive, index }
}

/// What an engine is asked, wildcards and the like filled in.
pub(crate) fn planned(engine: &dyn Engine, query: &Query, require: Require, limit: usize) -> Plan {
    let plan = Plan::new(query, require, &engine.languages().unwrap(), limit);
    Plan { clause: engine.expand(plan.clause.clone(), 50).unwrap().clause, ..plan }
}

impl House {
    /// The hits for a query, all words required, by relevance.
    pub(crate) fn ids(&self, query: &str) -> Vec<String> {
        self.ids_of(query, Require::All, Order::Relevance)
    }

    pub(crate) fn ids_of(&self, query: &str, require: Require, order: Order) -> Vec<String> {
        let query = verbale_query::parse(query).query;
        let engine = self.index.engine().unwrap();
        let plan = Plan { order, ..planned(&engine, &query, require, 100) };
        let matches = engine.search(&plan).unwrap();
        assert_eq!(matches.total, matches.hits.len() as u64);
        matches.hits.into_iter().map(|hit| hit.id.to_string()).collect()
    }
}
