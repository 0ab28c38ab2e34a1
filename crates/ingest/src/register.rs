//! The ids that were given so far, so that no two texts of one input get the same.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use verbale_statement::{Statement, StatementId};

use crate::finish::Finished;
use crate::identity::Identity;
use crate::outcome::{Ingested, Skip, SkipReason, Warning};

/// Remembers of every statement a digest of its id, a hash of its text and where it stands: enough to know both
/// again, and little, since inputs have millions of statements.
#[derive(Debug, Default)]
pub(crate) struct Register {
    files: Vec<PathBuf>,
    known: HashMap<[u8; 16], Known>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    text: u64,
    file: usize,
    part: Option<u64>,
}

impl Register {
    /// Lets a statement pass if its id is its own. The same text under the same id passes, too; another text gets the
    /// id of its content if the first id came from an address, and is refused if the source gave the id.
    pub(crate) fn admit(&mut self, finished: Finished) -> Result<Ingested, Skip> {
        let Finished { mut statement, mut identity, content_id, mut warnings, bytes_read, file } = finished;
        let part = statement.origin.part;
        let text = hash(&statement);
        if let Some((first, first_part)) = self.other(&statement.id, text, &file, part) {
            if identity == Identity::Given {
                let id = statement.id.to_string();
                let reason = SkipReason::DuplicateId { id, file: first, part: first_part };
                return Err(Skip { file, part, reason });
            }
            if let Some(url) = statement.origin.url.clone().filter(|_| identity == Identity::Url) {
                warnings.push(Warning::SharedUrl { url, file: first, part: first_part });
            }
            (statement.id, identity) = (content_id, Identity::Content);
        }
        Ok(Ingested { statement, identity, warnings, bytes_read })
    }

    /// Where another text stands that has the same id; otherwise remembers the id.
    fn other(
        &mut self,
        id: &StatementId,
        text: u64,
        file: &Path,
        part: Option<u64>,
    ) -> Option<(PathBuf, Option<u64>)> {
        let mut key = [0; 16];
        key.copy_from_slice(&Sha256::digest(id.as_str())[..16]);
        if let Some(known) = self.known.get(&key) {
            return (known.text != text).then(|| (self.files[known.file].clone(), known.part));
        }
        if self.files.last().is_none_or(|last| last != file) {
            self.files.push(file.to_owned());
        }
        self.known.insert(key, Known { text, file: self.files.len() - 1, part });
        None
    }
}

/// A hash of everything in a statement but its origin.
fn hash(statement: &Statement) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&statement.title, statement.date, statement.kind, statement.paragraphs.len()).hash(&mut hasher);
    for paragraph in &statement.paragraphs {
        paragraph.text.hash(&mut hasher);
    }
    hasher.finish()
}
