//! Test collections on disk.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use verbale_ingest::Options;
use verbale_search::Matching;
use verbale_statement::Language;

use crate::error::read_text;
use crate::{EvalError, Qrels, Topics};

/// The file in a folder that says what is what.
const DESCRIPTION: &str = "collection.toml";

/// A test collection: where its documents are, its topics, and its judgments.
///
/// It is a folder or a TOML file. A folder has `documents.jsonl`, `topics.tsv` and `qrels.txt`, or a
/// `collection.toml`. The TOML may name, each with the folder's layout and modes as default:
///
/// ```toml
/// name = "treaties"              # the name of the folder or file
/// documents = ["speeches/", "more.jsonl"]  # whatever `verbale ingest` reads; paths are relative to this file
/// map = "id=_id,text=body"       # which keys or columns of the documents hold what, as for `verbale ingest`
/// topics = "topics.xml"          # the forms are those of `Topics::read`
/// qrels = "qrels.txt"            # there need not be any before something was judged
/// language = "en"                # of all documents; without it the languages are detected
/// mode = "any"                   # how many words of a query have to match: all, most or any
/// ```
#[derive(Debug, Clone)]
pub struct Collection {
    /// Its name in tables.
    pub name: String,
    /// The folder or file it was read from.
    pub path: PathBuf,
    /// The files and folders of its documents. Their ids are those that ingestion gives: the `id` of a record (a
    /// number is as good as its digits), or what `verbale search` prints.
    pub documents: Vec<PathBuf>,
    /// How the documents are to be read.
    pub options: Options,
    /// The language of all documents, whatever they say; without it the languages are detected.
    pub language: Option<Language>,
    /// How many words of a query have to match.
    pub matching: Matching,
    /// What is asked.
    pub topics: Topics,
    /// What is relevant; nothing before anything was judged.
    pub qrels: Qrels,
}

/// The TOML as it is written.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Description {
    name: Option<String>,
    documents: Option<OneOrMore>,
    map: Option<String>,
    topics: Option<PathBuf>,
    qrels: Option<PathBuf>,
    language: Option<Language>,
    #[serde(rename = "mode")]
    matching: Option<Mode>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(PathBuf),
    More(Vec<PathBuf>),
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    All,
    Most,
    Any,
}

impl Collection {
    /// Reads the collection in a folder or TOML file: all but its documents.
    ///
    /// # Errors
    /// If there is none, a part of it can't be read, or qrels and topics have no topic in common.
    pub fn open(path: &Path) -> Result<Self, EvalError> {
        let described = if path.is_dir() { path.join(DESCRIPTION) } else { path.to_owned() };
        let description = match path.is_dir() && !described.exists() {
            true => Description::default(),
            false => toml::from_str(&read_text(&described)?)
                .map_err(|error| EvalError::collection(&described, error.to_string().trim_end()))?,
        };
        let folder = described.parent().unwrap_or(Path::new(""));
        let topics = Topics::read(&folder.join(description.topics.unwrap_or_else(|| "topics.tsv".into())))?;
        let (named, usual) = (description.qrels.map(|qrels| folder.join(qrels)), folder.join("qrels.txt"));
        let qrels = match named.or_else(|| usual.exists().then_some(usual)) {
            Some(qrels) => Qrels::read(&qrels)?,
            None => Qrels::default(),
        };
        if qrels.topics().next().is_some() && !topics.iter().any(|topic| qrels.grades(&topic.id).is_some()) {
            return Err(EvalError::collection(
                path,
                "none of its topics is judged; compare the ids in topics and qrels",
            ));
        }
        let documents = match description.documents {
            None => vec!["documents.jsonl".into()],
            Some(OneOrMore::One(path)) => vec![path],
            Some(OneOrMore::More(paths)) => paths,
        };
        let documents: Vec<_> = documents.into_iter().map(|path| folder.join(path)).collect();
        if let Some(missing) = documents.iter().find(|path| !path.exists()) {
            return Err(EvalError::collection(
                path,
                &format!("its documents {} are missing", missing.display()),
            ));
        }
        let mapping = description.map.map(|map| map.parse()).transpose();
        let mapping = mapping.map_err(|error| EvalError::collection(&described, &format!("map: {error}")))?;
        Ok(Self {
            name: description.name.unwrap_or_else(|| name_of(path)),
            path: path.to_owned(),
            documents,
            options: Options { mapping, ..Options::default() },
            language: description.language,
            matching: match description.matching {
                Some(Mode::All) => Matching::All,
                Some(Mode::Most) => Matching::Most,
                Some(Mode::Any) | None => Matching::Any,
            },
            topics,
            qrels,
        })
    }
}

/// What a collection is called that has no name: its folder, or its file without the extension.
fn name_of(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = if path.ends_with(DESCRIPTION) { path.parent() } else { None };
    let name = folder.or(Some(&path)).filter(|path| path.is_dir()).map_or(path.file_stem(), Path::file_name);
    name.map_or_else(|| "collection".to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    fn folder(files: &[(&str, &str)]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            fs::write(folder.path().join(name), content).unwrap();
        }
        folder
    }

    #[test]
    fn a_bare_folder_has_a_layout_and_is_made_for_questions() {
        let folder = folder(&[("documents.jsonl", ""), ("topics.tsv", "1\tcod"), ("qrels.txt", "1 0 a 1")]);
        let path = folder.path().join("eels.2");
        fs::create_dir(&path).unwrap();
        for name in ["documents.jsonl", "topics.tsv", "qrels.txt"] {
            fs::rename(folder.path().join(name), path.join(name)).unwrap();
        }
        let collection = Collection::open(&path).unwrap();
        assert_eq!(collection.name, "eels.2");
        assert_eq!(collection.documents, [path.join("documents.jsonl")]);
        assert_eq!((collection.matching, collection.language), (Matching::Any, None));
        assert_eq!((collection.topics.len(), collection.qrels.topics().count()), (1, 1));
    }

    #[test]
    fn a_file_names_what_is_elsewhere_or_otherwise() {
        let folder = folder(&[
            ("asked.jsonl", "{\"_id\": 7, \"text\": \"cod\"}"),
            ("one.csv", ""),
            (
                "fish.toml",
                "documents = [\"one.csv\"]\nmap = \"id=Nr\"\ntopics = \"asked.jsonl\"\nlanguage = \"fr\"\nmode = \"most\"",
            ),
        ]);
        let collection = Collection::open(&folder.path().join("fish.toml")).unwrap();
        assert_eq!(collection.name, "fish");
        assert_eq!(collection.documents, [folder.path().join("one.csv")]);
        assert_eq!(collection.options.mapping, "id=Nr".parse().ok());
        assert_eq!((collection.matching, collection.language), (Matching::Most, "fr".parse().ok()));
        assert_eq!(collection.qrels, Qrels::default());
    }

    #[test]
    fn what_is_wrong_with_a_collection_is_said() {
        let error = |files: &[(&str, &str)]| {
            let folder = folder(files);
            Collection::open(folder.path()).unwrap_err().to_string()
        };
        assert!(error(&[]).contains("topics.tsv can't be read"));
        assert!(error(&[("topics.tsv", "1\tcod")]).contains("documents.jsonl are missing"));
        let topics = ("topics.tsv", "001\tcod");
        assert!(error(&[topics, ("qrels.txt", "1 0 a 1")]).contains("none of its topics is judged"));
        assert!(error(&[topics, ("collection.toml", "topic = 1")]).contains("unknown field `topic`"));
        assert!(
            error(&[topics, ("documents.jsonl", ""), ("collection.toml", "map = \"x=y\"")]).contains("map: ")
        );
    }
}
