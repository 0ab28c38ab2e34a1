//! How well statements that say the same are told from those that do not: precision and recall of the archive's links.
//!
//! The set is made here. Real statements get copies as sites and scanners make them; and real statements and communiqués
//! that follow one pattern are made into other ones, with other names and numbers in the same words.
//!
//! ```text
//! cargo test --test likeness                                     # the sample
//! cargo test --release --test likeness -- --include-ignored      # general debates and reports beside the checkout, too
//! ```
//!
//! The corpora are looked for in `../shared/corpora` beside the checkout, or where `VERBALE_CORPORA` says.

// A test that finds its world otherwise than it made it shall fail right there.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod copies;
mod others;
mod patterns;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use verbale_archive::Archive;
use verbale_ingest::{Options, Outcome, ingest};
use verbale_statement::Statement;

const CHECKOUT: &str = env!("CARGO_MANIFEST_DIR");

/// What precision and recall have to be at least.
const LEAST: f64 = 0.98;

/// The statements under a path.
fn statements(path: &Path) -> Vec<Statement> {
    let outcomes = ingest(&[path.to_owned()], &Options::default());
    let statements = outcomes.filter_map(|outcome| match outcome {
        Outcome::Statement(ingested) => Some(ingested.statement),
        Outcome::Skipped(_) => None,
    });
    statements.collect()
}

/// A statement of the set.
struct Made {
    statement: Statement,
    /// What was done to make it, and of which statement it is a copy; of none if it is one of its own.
    copy: Option<(&'static str, String)>,
}

/// Links the set, says what came of it, and holds precision and recall.
fn prove(name: &str, originals: Vec<Statement>) {
    let mut random = fastrand::Rng::with_seed(1997);
    let mut made: Vec<Made> = Vec::new();
    for original in originals.iter().filter(|own| words(own) >= 20) {
        made.extend(copies::of(original, &mut random));
        made.extend(others::of(original, &mut random).map(|statement| Made { statement, copy: None }));
    }
    made.extend(patterns::all().into_iter().map(|statement| Made { statement, copy: None }));
    let folder = tempfile::tempdir().unwrap();
    let mut archive = Archive::open(&folder.path().join("archive.sqlite")).unwrap();
    archive.put_all(&originals).unwrap();
    // What real statements repeat among themselves is not made here, so nothing is known about it.
    archive.link().unwrap();
    let shown = |archive: &Archive, id: &verbale_statement::StatementId| {
        let record = archive.get(id, None).unwrap().unwrap();
        record.repeats.map_or(id.to_string(), |own| own.of.to_string())
    };
    let before: Vec<(String, String)> =
        originals.iter().map(|own| (own.id.to_string(), shown(&archive, &own.id))).collect();
    let before: BTreeMap<String, String> = before.into_iter().collect();
    let mut real = String::new();
    for (id, of) in before.iter().filter(|(id, of)| id != of) {
        real += &format!("  {id} repeats {of}\n");
    }
    let batch: Vec<Statement> = made.iter().map(|own| own.statement.clone()).collect();
    for statements in batch.chunks(256) {
        archive.put_all(statements).unwrap();
    }
    archive.link().unwrap();

    let (mut right, mut wrong, mut missed) = (0, Vec::new(), Vec::new());
    let mut kinds: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for own in &made {
        let id = own.statement.id.to_string();
        let found = shown(&archive, &own.statement.id);
        match &own.copy {
            None if found != id => wrong.push(format!("{id} → {found}")),
            None => {}
            Some((kind, of)) => {
                let (found_of_kind, all) = kinds.entry(kind).or_default();
                *all += 1;
                if found == before[of] {
                    *found_of_kind += 1;
                    right += 1;
                } else if found == id {
                    missed.push(id);
                } else {
                    wrong.push(format!("{id} → {found}"));
                }
            }
        }
    }
    let precision = f64::from(right) / (f64::from(right) + wrong.len() as f64);
    let recall = f64::from(right) / (f64::from(right) + missed.len() as f64);
    let mut report = format!(
        "{name}: {} statements, {} copies, {} others; precision {precision:.4}, recall {recall:.4}\n",
        originals.len(),
        kinds.values().map(|(_, all)| all).sum::<u32>(),
        made.iter().filter(|own| own.copy.is_none()).count(),
    );
    for (kind, (found, all)) in &kinds {
        report += &format!("  {kind:<24}{found} of {all}\n");
    }
    report += &real;
    let some = |list: &[String]| list.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
    report += &format!("  wrong: {}\n  missed: {}\n", some(&wrong), some(&missed));
    // Past the capture of the test harness, so that it is seen.
    let _ = write!(std::io::stderr(), "{report}");
    assert!(precision >= LEAST, "{report}");
    assert!(recall >= LEAST, "{report}");
    assert!(kinds.values().all(|(found, all)| f64::from(*found) >= 0.9 * f64::from(*all)), "{report}");
}

/// How many words a statement has; characters of a script without spaces count two to a word.
fn words(statement: &Statement) -> usize {
    let unspaced = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let count =
        |text: &str| text.split_whitespace().count() + text.chars().filter(|c| unspaced(*c)).count() / 2;
    statement.paragraphs.iter().map(|paragraph| count(&paragraph.text)).sum()
}

#[test]
fn copies_of_the_sample_are_known_and_other_statements_are_not_taken_for_them() {
    prove("sample", statements(&Path::new(CHECKOUT).join("index-data/sample")));
}

#[test]
#[ignore = "takes long without --release; its corpus lies beside the checkout"]
fn copies_of_general_debates_are_known() {
    let Some(packed) = corpus("ungdc/UNGDC.tgz") else { return };
    let folder = tempfile::tempdir().unwrap();
    let tar = std::process::Command::new("tar").arg("xzf").arg(packed).current_dir(folder.path()).status();
    assert!(tar.unwrap().success());
    let mut statements = statements(folder.path());
    fastrand::Rng::with_seed(50).shuffle(&mut statements);
    statements.truncate(1_000);
    prove("general debates", statements);
}

#[test]
#[ignore = "takes long without --release; its corpus lies beside the checkout"]
fn copies_of_reports_in_chinese_are_known() {
    let Some(file) = corpus("zh-reports/government_work_reports.jsonl") else { return };
    let options = Options {
        mapping: Some("text=content,title=title,url=url,date=year".parse().unwrap()),
        ..Options::default()
    };
    let outcomes = ingest(&[file], &options);
    let statements = outcomes.filter_map(|outcome| match outcome {
        Outcome::Statement(ingested) => Some(ingested.statement),
        Outcome::Skipped(_) => None,
    });
    prove("reports in Chinese", statements.collect());
}

/// A part of the corpora beside the checkout; says so if it is missing.
fn corpus(name: &str) -> Option<PathBuf> {
    let corpora = std::env::var_os("VERBALE_CORPORA")
        .map_or_else(|| Path::new(CHECKOUT).join("../shared/corpora"), PathBuf::from);
    let path = corpora.join(name);
    if !path.exists() {
        let _ = writeln!(std::io::stderr(), "skipped: {} is missing", path.display());
        return None;
    }
    Some(path)
}
