//! Following the archive's change log.

use verbale_archive::{Archive, Sequence};

use crate::EngineError;
use crate::tantivy::TantivyWriter;

/// Text between two commits, in bytes: a killed process loses at most this much work.
const COMMIT_BYTES: usize = 256 << 20;

/// What is analysed at a time: this many statements or this much text, in bytes.
const BATCH_STATEMENTS: usize = 256;
const BATCH_BYTES: usize = 4 << 20;

/// Writes what changed after `cursor`, and commits with the cursor it has come to. Doing it twice is harmless:
/// a statement takes the place of its earlier version. Gives how many statements were indexed.
pub(crate) fn follow(
    archive: &Archive,
    cursor: Option<Sequence>,
    mut writer: TantivyWriter,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<u64, EngineError> {
    let all = archive.pending(cursor)?;
    let (mut batch, mut batch_bytes) = (Vec::new(), 0);
    let (mut indexed, mut done, mut uncommitted, mut reached) = (0, 0, 0, cursor);
    archive.visit_changes(cursor, |record| {
        batch_bytes += record.statement.text_bytes();
        batch.push(record);
        if batch.len() < BATCH_STATEMENTS && batch_bytes < BATCH_BYTES {
            return Ok::<_, EngineError>(());
        }
        indexed += writer.upsert(&batch)?;
        reached = batch.last().map(|record| record.sequence);
        done += batch.len() as u64;
        uncommitted += batch_bytes;
        batch.clear();
        batch_bytes = 0;
        if uncommitted >= COMMIT_BYTES {
            writer.commit(reached)?;
            uncommitted = 0;
        }
        progress(done, all.max(done));
        Ok(())
    })?;
    indexed += writer.upsert(&batch)?;
    reached = batch.last().map_or(reached, |record| Some(record.sequence));
    writer.commit(reached)?;
    writer.finish()?;
    Ok(indexed)
}
