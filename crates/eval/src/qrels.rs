//! What judges said.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Write;
use std::path::Path;
use std::str::FromStr;

use crate::EvalError;
use crate::error::read_text;

/// How relevant judges found documents for topics.
///
/// A grade above 0 is relevant, the higher the more; 0 is judged and not relevant; a document that is missing was not
/// judged. As in trec_eval, a negative grade is as good as none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Qrels {
    topics: BTreeMap<String, BTreeMap<String, i32>>,
}

impl Qrels {
    /// Reads a TREC file: topic, a number that nobody uses, document and grade in a line, white space between them.
    ///
    /// # Errors
    /// If the file can't be read, a line has another form, or gives a document a second, different grade.
    pub fn read(path: &Path) -> Result<Self, EvalError> {
        Self::parse(&read_text(path)?, path)
    }

    /// Writes them as [`Qrels::read`] reads them.
    ///
    /// # Errors
    /// If the file can't be written.
    pub fn write(&self, path: &Path) -> Result<(), EvalError> {
        let write = || {
            let mut out = std::io::BufWriter::new(std::fs::File::create(path)?);
            for (topic, grades) in &self.topics {
                for (document, grade) in grades {
                    writeln!(out, "{topic} 0 {document} {grade}")?;
                }
            }
            out.flush()
        };
        write().map_err(|source| EvalError::file(path, source))
    }

    /// The judged topics.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.topics.keys().map(String::as_str)
    }

    /// The grades of the documents that were judged for `topic`; none if it was not judged.
    pub fn grades(&self, topic: &str) -> Option<&BTreeMap<String, i32>> {
        self.topics.get(topic)
    }

    /// The highest grade of any topic; 0 if there is none above it.
    pub(crate) fn highest(&self) -> i32 {
        self.topics.values().flat_map(BTreeMap::values).copied().max().unwrap_or_default().max(0)
    }

    /// Notes a grade, in place of an earlier one.
    pub fn judge(&mut self, topic: impl Into<String>, document: impl Into<String>, grade: i32) {
        self.topics.entry(topic.into()).or_default().insert(document.into(), grade);
    }

    fn parse(text: &str, path: &Path) -> Result<Self, EvalError> {
        let mut qrels = Self::default();
        for (line, content) in (1..).zip(text.lines()) {
            let wrong = |problem: String| EvalError::line(path, line, problem);
            let fields: Vec<&str> = content.split_whitespace().collect();
            let [topic, _, document, grade] = fields[..] else {
                if fields.is_empty() {
                    continue;
                }
                return Err(wrong(format!(
                    "{} fields where qrels have four: topic, 0, document, grade",
                    fields.len()
                )));
            };
            let Ok(grade) = grade.parse() else {
                return Err(wrong(format!("{grade:?} is no grade; grades are whole numbers")));
            };
            match qrels.topics.entry(topic.to_owned()).or_default().entry(document.to_owned()) {
                Entry::Occupied(known) if *known.get() != grade => {
                    return Err(wrong(format!(
                        "{document} has grade {grade} for topic {topic} here, and {} above",
                        known.get()
                    )));
                }
                Entry::Occupied(_) => {}
                Entry::Vacant(new) => {
                    new.insert(grade);
                }
            }
        }
        Ok(qrels)
    }
}

impl FromStr for Qrels {
    type Err = EvalError;
    fn from_str(text: &str) -> Result<Self, EvalError> {
        Self::parse(text, Path::new("qrels"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let qrels: Qrels = "2\t0\tcod  1\r\n\n1 0 treaty 2\n1 Q0 cod 0\n1 0 treaty 2\n".parse().unwrap();
        assert_eq!(qrels.topics().collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(qrels.grades("1").unwrap()["treaty"], 2);
        assert_eq!(qrels.grades("3"), None);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("qrels.txt");
        qrels.write(&path).unwrap();
        assert_eq!(Qrels::read(&path).unwrap(), qrels);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let error = |text: &str| text.parse::<Qrels>().unwrap_err().to_string();
        assert_eq!(
            error("1 0 cod 1\n1 0 cod"),
            "qrels:2: 3 fields where qrels have four: topic, 0, document, grade"
        );
        assert_eq!(error("1 0 cod high"), "qrels:1: \"high\" is no grade; grades are whole numbers");
        assert_eq!(error("1 0 cod 1\n1 0 cod 2"), "qrels:2: cod has grade 2 for topic 1 here, and 1 above");
        assert!(Qrels::read(Path::new("nowhere")).unwrap_err().to_string().starts_with("nowhere can't"));
    }
}
