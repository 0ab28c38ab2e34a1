//! What the archive holds, in numbers.

use crate::{Archive, ArchiveError};

/// How many statements there are, by the values that readers and keepers ask about. Each list has the most
/// frequent value first, years in their order; statements without the value are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Statements, without those that repeat another one; all of the following counts are of these, but for versions.
    pub statements: u64,
    /// Statements that have the text of another one.
    pub duplicates: u64,
    /// Statements that are mere entries of another one in a list.
    pub excerpts: u64,
    /// Versions of all statements.
    pub versions: u64,
    /// Bytes of text in the newest versions.
    pub text_bytes: u64,
    /// By the code of the language of most of their text.
    pub languages: Vec<(String, u64)>,
    /// By the name of the kind.
    pub kinds: Vec<(String, u64)>,
    /// By who issued them.
    pub organisations: Vec<(String, u64)>,
    /// By year.
    pub years: Vec<(String, u64)>,
}

impl Archive {
    /// How many statements there are, without those that repeat another one.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn statements(&self) -> Result<u64, ArchiveError> {
        Ok(self
            .connection
            .query_row("SELECT count(*) FROM current WHERE original IS NULL", [], |row| row.get(0))?)
    }

    /// Counts everything.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn counts(&self) -> Result<Counts, ArchiveError> {
        let one = |sql: &str| self.connection.query_row(sql, [], |row| row.get::<_, u64>(0));
        Ok(Counts {
            statements: self.statements()?,
            duplicates: one("SELECT count(*) FROM current WHERE original IS NOT NULL AND NOT is_excerpt")?,
            excerpts: one("SELECT count(*) FROM current WHERE original IS NOT NULL AND is_excerpt")?,
            versions: one("SELECT count(*) FROM version")?,
            text_bytes: one("SELECT coalesce(sum(text_bytes), 0) FROM current WHERE original IS NULL")?,
            languages: self.count_by("language", "2 DESC, 1")?,
            kinds: self.count_by("kind", "2 DESC, 1")?,
            organisations: self.count_by("organisation", "2 DESC, 1")?,
            years: self.count_by("year", "1")?,
        })
    }

    fn count_by(&self, column: &str, order: &str) -> Result<Vec<(String, u64)>, ArchiveError> {
        let sql = format!(
            "SELECT CAST({column} AS TEXT), count(*) FROM current
             WHERE {column} IS NOT NULL AND original IS NULL GROUP BY 1 ORDER BY {order}"
        );
        let mut query = self.connection.prepare(&sql)?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
