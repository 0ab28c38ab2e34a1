//! Which statements are translations of each other: those whose pages name the address of the other, in either direction,
//! whichever came first, and what these name in turn.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};
use verbale_statement::{Language, Statement, StatementId, address_key};

use crate::{Archive, ArchiveError};

/// An address that more statements in one language name as their translation is none of any: a site's template has it.
const MOST_NAMING: u32 = 3;

/// So many statements are looked at for what they name.
const MOST_ASKED: usize = 16;

/// A statement in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// The language.
    pub language: Language,
    /// The statement, if the archive has it.
    pub id: Option<StatementId>,
    /// The address, if it is known.
    pub url: Option<String>,
}

/// Keeps where a statement was published, and the addresses that it names as its translations.
pub(crate) fn keep(connection: &Connection, statement: &Statement, is_new: bool) -> Result<(), ArchiveError> {
    let id = statement.id.as_str();
    if !is_new {
        connection.prepare_cached("DELETE FROM address WHERE id = ?1")?.execute([id])?;
        connection.prepare_cached("DELETE FROM translation WHERE id = ?1")?.execute([id])?;
    }
    if let Some(key) = statement.origin.url.as_deref().and_then(address_key) {
        connection
            .prepare_cached("INSERT OR REPLACE INTO address (id, key) VALUES (?1, ?2)")?
            .execute(params![id, key])?;
    }
    for translation in &statement.origin.translations {
        let Some(key) = address_key(&translation.url) else { continue };
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO translation (id, key, language, url) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![id, key, translation.language.code(), translation.url])?;
    }
    Ok(())
}

impl Archive {
    /// The statement `id` in other languages than `language`, its own: one for each, those that the archive has first.
    /// What repeats another statement stands for that one.
    ///
    /// # Errors
    /// If the archive can't be read.
    pub fn translations(
        &self,
        id: &StatementId,
        language: Language,
    ) -> Result<Vec<Translated>, ArchiveError> {
        let mut found: Vec<Translated> = Vec::new();
        let mut addresses = Addresses { archive: self, published: HashMap::new(), templates: HashMap::new() };
        let mut asked = vec![id.clone()];
        let mut next = 0;
        while let Some(own) = asked.get(next).filter(|_| next < MOST_ASKED).cloned() {
            next += 1;
            for translated in addresses.named_by(&own)?.into_iter().chain(addresses.naming(&own)?) {
                if let Some(id) = translated.id.as_ref().filter(|id| !asked.contains(id)) {
                    asked.push(id.clone());
                }
                // One that the archive has is better than an address.
                match found.iter_mut().find(|known| known.language == translated.language) {
                    Some(known) if known.id.is_none() && translated.id.is_some() => *known = translated,
                    Some(_) => {}
                    None if translated.language == language || translated.id.as_ref() == Some(id) => {}
                    None => found.push(translated),
                }
            }
        }
        found.sort_by_key(|own| own.id.is_none());
        Ok(found)
    }

    /// The statement that was published under an address, or the one that is shown in its stead.
    fn published_under(&self, key: &str) -> Result<Option<(StatementId, Language)>, ArchiveError> {
        let other: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT coalesce(current.original, current.id) FROM address JOIN current USING (id)
                 WHERE key = ?1 ORDER BY current.sequence LIMIT 1",
            )?
            .query_row([key], |row| row.get(0))
            .optional()?;
        other.map_or(Ok(None), |id| self.shown(&id))
    }

    fn shown(&self, id: &str) -> Result<Option<(StatementId, Language)>, ArchiveError> {
        let language: Option<String> = self
            .connection
            .prepare_cached("SELECT language FROM current WHERE id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?;
        Ok(StatementId::new(id).ok().zip(language.and_then(|code| code.parse().ok())))
    }

    fn is_of_a_template(&self, key: &str) -> Result<bool, ArchiveError> {
        let most: Option<u32> = self
            .connection
            .prepare_cached(
                "SELECT count(*) FROM translation JOIN current USING (id)
                 WHERE key = ?1 AND current.original IS NULL GROUP BY current.language ORDER BY 1 DESC LIMIT 1",
            )?
            .query_row([key], |row| row.get(0))
            .optional()?;
        Ok(most.is_some_and(|most| most > MOST_NAMING))
    }
}

/// What is known of the addresses that come up on the way from one translation to the next: each of six names the other five.
struct Addresses<'a> {
    archive: &'a Archive,
    published: HashMap<String, Option<(StatementId, Language)>>,
    templates: HashMap<String, bool>,
}

impl Addresses<'_> {
    /// What the pages of `id`, and of those that repeat it, name as their translations.
    fn named_by(&mut self, id: &StatementId) -> Result<Vec<Translated>, ArchiveError> {
        let mut query = self.archive.connection.prepare_cached(
            "SELECT translation.language, url, key FROM translation
             WHERE id = ?1 OR id IN (SELECT id FROM current WHERE original = ?1)",
        )?;
        let rows = query.query_map([id.as_str()], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
        })?;
        let mut named = Vec::new();
        for row in rows {
            let (language, url, key) = row?;
            let Ok(language) = language.parse() else { continue };
            if self.is_of_a_template(&key)? {
                continue;
            }
            named.push(match self.published_under(&key)? {
                Some((id, language)) => Translated { language, id: Some(id), url: Some(url) },
                None => Translated { language, id: None, url: Some(url) },
            });
        }
        Ok(named)
    }

    /// The statements whose pages name an address of `id`, or of those that repeat it, as their translation.
    fn naming(&mut self, id: &StatementId) -> Result<Vec<Translated>, ArchiveError> {
        let mut query = self.archive.connection.prepare_cached(
            "SELECT address.key, coalesce(current.original, current.id) FROM address
             JOIN translation USING (key) JOIN current ON current.id = translation.id
             WHERE address.id = ?1 OR address.id IN (SELECT id FROM current WHERE original = ?1)",
        )?;
        let rows =
            query.query_map([id.as_str()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut naming = Vec::new();
        for row in rows {
            let (key, other) = row?;
            if !self.is_of_a_template(&key)? {
                naming.extend(self.archive.shown(&other)?.map(|(id, language)| Translated {
                    language,
                    id: Some(id),
                    url: None,
                }));
            }
        }
        Ok(naming)
    }

    fn published_under(&mut self, key: &str) -> Result<Option<(StatementId, Language)>, ArchiveError> {
        if let Some(known) = self.published.get(key) {
            return Ok(known.clone());
        }
        let found = self.archive.published_under(key)?;
        self.published.insert(key.to_owned(), found.clone());
        Ok(found)
    }

    fn is_of_a_template(&mut self, key: &str) -> Result<bool, ArchiveError> {
        if let Some(known) = self.templates.get(key) {
            return Ok(*known);
        }
        let found = self.archive.is_of_a_template(key)?;
        self.templates.insert(key.to_owned(), found);
        Ok(found)
    }
}

#[cfg(test)]
mod tests;
