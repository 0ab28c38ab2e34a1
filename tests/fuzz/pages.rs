//! Files as sites publish them, damaged.

use proptest::prelude::*;
use verbale_ingest::{Options, ingest};

use crate::{fuzz, statement};

/// Pages of the sample that random edits start from.
const PAGES: &[&str] =
    &["halvernpact", "karvonia", "littoral", "nawaris", "yunzhou", "belmarre", "valdoria", "texts"];

/// How a file is damaged: at a place, so many bytes go and others come.
fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Vec<u8>)>> {
    let insert = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..12),
        "(<div>|</p>|<table>|<!--|-->|<script>|&#x0;|&shy;|<br>|\\{\"|\",|\r\n\r\n)"
            .prop_map(String::into_bytes),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), 0_usize..200, insert), 1..12)
}

#[test]
fn any_damaged_file_gives_clean_statements_or_reasons() {
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("index-data/sample");
    let mut files = Vec::new();
    for folder in PAGES {
        files.extend(std::fs::read_dir(sample.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    files.sort();
    let folder = tempfile::tempdir().unwrap();
    fuzz(&(any::<prop::sample::Index>(), edits()), |(file, edits)| {
        let file = file.get(&files);
        let mut bytes = std::fs::read(file).unwrap();
        for (place, length, insert) in edits {
            let start = place.index(bytes.len() + 1);
            let end = bytes.len().min(start + length);
            bytes.splice(start..end, insert);
        }
        let damaged = folder.path().join(file.file_name().unwrap());
        std::fs::write(&damaged, bytes).unwrap();
        for outcome in ingest(&[damaged], &Options::default()) {
            let Some(statement) = statement(outcome)? else { continue };
            prop_assert!(!statement.paragraphs.is_empty());
            for paragraph in &statement.paragraphs {
                prop_assert!(!paragraph.text.trim().is_empty() && !paragraph.text.contains('\n'));
                prop_assert!(paragraph.speaker.is_none_or(|index| index < statement.speakers.len()));
            }
        }
        Ok(())
    });
}
