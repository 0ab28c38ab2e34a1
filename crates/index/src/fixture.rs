//! Small archives and indexes for tests.

use tempfile::TempDir;
use verbale_archive::Archive;
use verbale_query::Query;
use verbale_statement::{Paragraph, Statement};

use crate::{Engine, IndexFolder, Order, Plan, Require};

/// A statement whose paragraphs are given as (language, text).
pub(crate) fn statement(id: &str, title: &str, paragraphs: &[(&str, &str)]) -> Statement {
    let paragraph = |(code, text): &(&str, &str)| Paragraph::new(*text, code.parse().unwrap());
    let paragraphs: Vec<_> = paragraphs.iter().map(paragraph).collect();
    Statement {
        title: title.into(),
        ..Statement::new(id.parse().unwrap(), paragraphs[0].language, paragraphs)
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
