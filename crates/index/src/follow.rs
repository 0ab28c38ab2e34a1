//! Following the archive's change log.

use verbale_archive::{Archive, Sequence};

use crate::EngineError;
use crate::tantivy::TantivyWriter;

/// Text between two commits, in bytes: a killed process loses at most this much work.
const COMMIT_BYTES: usize = 256 << 20;

/// Writes what changed after `cursor`, and commits with the cursor it has come to. Doing it twice is harmless:
/// a statement takes the place of its earlier version.
pub(crate) fn follow(
    archive: &Archive,
    cursor: Option<Sequence>,
    mut writer: TantivyWriter,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<u64, EngineError> {
    let all = archive.pending(cursor)?;
    let (mut done, mut bytes, mut reached) = (0, 0, cursor);
    archive.visit_changes(cursor, |record| {
        writer.upsert(&record)?;
        reached = Some(record.sequence);
        done += 1;
        bytes += record.statement.text_bytes();
        if bytes >= COMMIT_BYTES {
            writer.commit(reached)?;
            bytes = 0;
        }
        progress(done, all.max(done));
        Ok::<_, EngineError>(())
    })?;
    writer.commit(reached)?;
    writer.finish()?;
    Ok(done)
}
