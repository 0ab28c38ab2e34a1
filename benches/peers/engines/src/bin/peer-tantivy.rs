//! Bare Tantivy: its default tokenizer, lower case, its Snowball stemmer, and its own query grammar, which counts a
//! repeated word once.
//!
//! With `titles`, titles are a field of their own, and a word is looked for in both; with `forms`, by its form, too.
//! With `stop`, stop words are left out by Tantivy's own lists. One writer thread if nothing else is asked for, so that
//! indexing compares with the other peers, which have one each.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, anyhow};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{PhraseQuery, Query, QueryParser, RegexQuery, TermQuery};
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};
use tantivy::tokenizer::{
    Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer,
};
use tantivy::{DocAddress, Index, Searcher, TantivyDocument, Term, doc};
use verbale_peers::{Found, Indexed, Kind, Options, Peer, bytes_in, documents, serve};

/// Bytes that the writer may hold before it writes a segment.
const MEMORY: usize = 256 << 20;

fn main() -> anyhow::Result<()> {
    serve(Tantivy(None))
}

struct Tantivy(Option<Opened>);

struct Opened {
    searcher: Searcher,
    parser_of_any: QueryParser,
    parser_of_all: QueryParser,
    fields: Fields,
}

#[derive(Clone, Copy)]
struct Fields {
    id: Field,
    title: Field,
    stem: Field,
    exact: Field,
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let mut text = |tokenizer, name| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer);
        let indexing = indexing.set_index_option(IndexRecordOption::WithFreqsAndPositions);
        builder.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
    };
    let (title, stem, exact) = (text("stem", "title"), text("stem", "stem"), text("exact", "exact"));
    let id = builder.add_text_field("id", STRING | STORED);
    (builder.build(), Fields { id, title, stem, exact })
}

fn register(index: &Index, options: &Options) {
    let plain = || {
        TextAnalyzer::builder(SimpleTokenizer::default())
            .filter(RemoveLongFilter::limit(40))
            .filter(LowerCaser)
    };
    let language = match options.language.as_str() {
        "en" => Some(Language::English),
        "es" => Some(Language::Spanish),
        "ru" => Some(Language::Russian),
        _ => None,
    };
    let mut stemmed = plain().dynamic();
    if let Some(language) = language {
        if let Some(stop) = options.stop.then(|| StopWordFilter::new(language)).flatten() {
            stemmed = stemmed.filter_dynamic(stop);
        }
        stemmed = stemmed.filter_dynamic(Stemmer::new(language));
    }
    index.tokenizers().register("stem", stemmed.build());
    index.tokenizers().register("exact", plain().build());
}

impl Peer for Tantivy {
    fn index(&mut self, path: &Path, folder: &Path, options: &Options) -> anyhow::Result<Indexed> {
        let begun = Instant::now();
        let (schema, fields) = schema();
        let index = Index::create_in_dir(folder, schema)?;
        register(&index, options);
        let mut writer = index.writer_with_num_threads(options.threads.unwrap_or(1), MEMORY)?;
        for document in documents(path)? {
            let document = document?;
            let mut added = doc!(fields.id => document.id, fields.stem => document.text.as_str());
            if options.titles {
                added.add_text(fields.title, document.title.unwrap_or_default());
            }
            if options.phrases {
                added.add_text(fields.exact, &document.text);
            }
            writer.add_document(added)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        Ok(Indexed {
            seconds: begun.elapsed().as_secs_f64(),
            bytes: bytes_in(folder)?,
            version: "0.27.0".to_owned(),
            archive_seconds: None,
            archive_bytes: None,
        })
    }

    fn open(&mut self, folder: &Path, options: &Options) -> anyhow::Result<()> {
        let (_, fields) = schema();
        let index = Index::open_in_dir(folder)?;
        register(&index, options);
        let mut searched = vec![fields.stem];
        searched.extend(options.titles.then_some(fields.title));
        searched.extend(options.forms.then_some(fields.exact));
        let parser_of_any = QueryParser::for_index(&index, searched.clone());
        let mut parser_of_all = QueryParser::for_index(&index, searched);
        parser_of_all.set_conjunction_by_default();
        self.0 = Some(Opened { searcher: index.reader()?.searcher(), parser_of_any, parser_of_all, fields });
        Ok(())
    }

    fn search(&mut self, kind: Kind, words: &[String], depth: usize) -> anyhow::Result<Option<Found>> {
        let opened = self.0.as_ref().context("no index is open")?;
        let Some(query) = opened.query(kind, words)? else { return Ok(None) };
        let collectors = (Count, TopDocs::with_limit(depth).order_by_score());
        let (hits, best) = opened.searcher.search(query.as_ref(), &collectors)?;
        let best = best.into_iter().map(|(score, address)| Ok((opened.id(address)?, score)));
        Ok(Some(Found { hits: Some(hits as u64), best: best.collect::<anyhow::Result<_>>()? }))
    }
}

impl Opened {
    fn query(&self, kind: Kind, words: &[String]) -> anyhow::Result<Option<Box<dyn Query>>> {
        let terms =
            || words.iter().map(|word| Term::from_field_text(self.fields.exact, word)).collect::<Vec<_>>();
        Ok(Some(match kind {
            // Its phrases with slop count other words by other rules.
            Kind::Near => return Ok(None),
            Kind::Any => self.parser_of_any.parse_query_lenient(&plain(words)).0,
            Kind::All => self.parser_of_all.parse_query_lenient(&plain(words)).0,
            Kind::Phrase if words.len() == 1 => {
                Box::new(TermQuery::new(terms().remove(0), IndexRecordOption::WithFreqs))
            }
            Kind::Phrase => Box::new(PhraseQuery::new(terms())),
            Kind::Prefix => {
                let prefix = words.first().context("a prefix is missing")?;
                Box::new(RegexQuery::from_pattern(&format!("{prefix}.*"), self.fields.exact)?)
            }
        }))
    }

    fn id(&self, address: DocAddress) -> anyhow::Result<String> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let id = document.get_first(self.fields.id).and_then(|value| value.as_str());
        id.map(str::to_owned).ok_or_else(|| anyhow!("a document has no id"))
    }
}

/// The words without what Tantivy's grammar would take for operators.
fn plain(words: &[String]) -> String {
    let text = words.join(" ");
    text.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect()
}
