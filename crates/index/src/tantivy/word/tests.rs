use proptest::prelude::*;
use tantivy::collector::DocSetCollector;
use tantivy::query::BooleanQuery;
use tantivy::schema::{FAST, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{DocAddress, Index, IndexWriter, Searcher, TantivyDocument};

use super::*;

const K1: Score = 0.9;
const B: Score = 0.4;
const AVERAGE: Score = 7.0;

/// Documents with a title and a text in words of one letter, in as many segments as there are chunks.
struct Shelf {
    searcher: Searcher,
    lexicon: Arc<Lexicon>,
    title: Field,
    body: Field,
}

fn shelf(chunks: &[Vec<(String, String)>]) -> Shelf {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("whitespace")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing);
    let mut schema = Schema::builder();
    let number = schema.add_u64_field("number", FAST);
    let (title, body) =
        (schema.add_text_field("title", options.clone()), schema.add_text_field("body", options));
    let index = Index::create_in_ram(schema.build());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, 15_000_000).unwrap();
    writer.set_merge_policy(Box::new(tantivy::merge_policy::NoMergePolicy));
    let mut count = 0;
    for chunk in chunks {
        for (own_title, own_body) in chunk {
            let mut document = TantivyDocument::default();
            document.add_u64(number, count);
            document.add_text(title, own_title);
            document.add_text(body, own_body);
            writer.add_document(document).unwrap();
            count += 1;
        }
        writer.commit().unwrap();
    }
    let searcher = index.reader().unwrap().searcher();
    Shelf { lexicon: Arc::new(Lexicon::new(&searcher).unwrap()), searcher, title, body }
}

impl Shelf {
    fn place(&self, field: Field, words: &str, weight: Score) -> Place {
        let terms = words.split(' ').map(|word| Term::from_field_text(field, word)).collect();
        Place { terms, any: false, counts: counts(weight, B, AVERAGE) }
    }

    fn query(&self, forms: &[(Score, &str)]) -> WordQuery {
        let form = |(weight, words): &(Score, &str)| Form {
            weight: *weight,
            places: vec![self.place(self.body, words, 1.0), self.place(self.title, words, 3.0)],
        };
        WordQuery::new(forms.iter().map(form).collect(), K1, self.lexicon.clone())
    }

    /// Scores by the number of the document, as the scorer goes through all, and as each one is explained alone.
    fn scores(&self, query: &WordQuery) -> Vec<(u64, Score)> {
        let addresses = self.searcher.search(query, &DocSetCollector).unwrap();
        let number = |address: DocAddress| {
            let segment = self.searcher.segment_reader(address.segment_ord);
            segment.fast_fields().u64("number").unwrap().first(address.doc_id).unwrap()
        };
        let mut scores: Vec<(u64, Score)> = addresses
            .into_iter()
            .map(|address| (number(address), query.explain(&self.searcher, address)))
            .collect();
        scores.sort_by_key(|(number, _)| *number);
        scores
    }
}

impl WordQuery {
    fn explain(&self, searcher: &Searcher, address: DocAddress) -> Score {
        let segment = searcher.segment_reader(address.segment_ord);
        Weight::explain(self, segment, address.doc_id).unwrap().value()
    }
}

/// How often words stand one behind the other, by looking at every place.
fn occurring(words: &str, text: &str) -> usize {
    let (words, text): (Vec<_>, Vec<_>) = (words.split(' ').collect(), text.split_whitespace().collect());
    text.windows(words.len()).filter(|window| *window == words.as_slice()).count()
}

fn expected(forms: &[(Score, &str)], title: &str, body: &str) -> Option<Score> {
    let count = |words: &str, text: &str, weight: Score| {
        let length = text.split_whitespace().count() as Score;
        occurring(words, text) as Score * weight / (1.0 - B + B * length / AVERAGE)
    };
    let score = |(weight, words): &(Score, &str)| {
        let count = count(words, body, 1.0) + count(words, title, 3.0);
        (count > 0.0).then(|| weight * (K1 + 1.0) * count / (K1 + count))
    };
    forms.iter().filter_map(score).max_by(Score::total_cmp)
}

fn documents() -> impl Strategy<Value = Vec<Vec<(String, String)>>> {
    let text = |most| prop::collection::vec("[abc]", 0..most).prop_map(|words: Vec<String>| words.join(" "));
    prop::collection::vec(prop::collection::vec((text(4), text(30)), 1..8), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn forms_match_and_score_as_looking_at_every_place_has_it(
        chunks in documents(),
        words in prop::collection::vec("[abcd]( [abc]){0,3}", 1..4),
    ) {
        let shelf = shelf(&chunks);
        let forms: Vec<(Score, &str)> =
            words.iter().enumerate().map(|(index, words)| (1.0 + index as Score, words.as_str())).collect();
        let all = chunks.iter().flatten().enumerate();
        let expected: Vec<(u64, Score)> = all
            .filter_map(|(number, (title, body))| Some((number as u64, expected(&forms, title, body)?)))
            .collect();
        let found = shelf.scores(&shelf.query(&forms));
        prop_assert_eq!(found.len(), expected.len(), "{:?} {:?}", found, expected);
        for ((number, score), (wanted_number, wanted)) in found.iter().zip(&expected) {
            prop_assert_eq!(number, wanted_number);
            prop_assert!((score - wanted).abs() < 1e-4 * wanted, "{} {}", score, wanted);
        }
    }

    #[test]
    fn required_words_meet_where_each_alone_is(chunks in documents(), words in prop::collection::vec("[abc]( [abc])?", 2..4)) {
        let shelf = shelf(&chunks);
        let queries = words.iter().map(|words| Box::new(shelf.query(&[(1.0, words)])) as Box<dyn Query>);
        let found = shelf.searcher.search(&BooleanQuery::intersection(queries.collect()), &DocSetCollector).unwrap();
        let has = |(title, body): &&(String, String)| {
            words.iter().all(|words| occurring(words, title) + occurring(words, body) > 0)
        };
        prop_assert_eq!(found.len(), chunks.iter().flatten().filter(has).count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn words_of_which_any_will_do_count_together(chunks in documents()) {
        let shelf = shelf(&chunks);
        let place = Place { any: true, ..shelf.place(shelf.body, "a b", 1.0) };
        let query = WordQuery::new(vec![Form { weight: 2.0, places: vec![place] }], K1, shelf.lexicon.clone());
        let score = |text: &str| {
            let length = text.split_whitespace().count() as Score;
            let count = (occurring("a", text) + occurring("b", text)) as Score / (1.0 - B + B * length / AVERAGE);
            (count > 0.0).then(|| 2.0 * (K1 + 1.0) * count / (K1 + count))
        };
        let all = chunks.iter().flatten().enumerate();
        let expected: Vec<(u64, Score)> =
            all.filter_map(|(number, (_, body))| Some((number as u64, score(body)?))).collect();
        let found = shelf.scores(&query);
        prop_assert_eq!(found.len(), expected.len());
        for ((number, score), (wanted_number, wanted)) in found.iter().zip(&expected) {
            prop_assert_eq!(number, wanted_number);
            prop_assert!((score - wanted).abs() < 1e-4 * wanted, "{} {}", score, wanted);
        }
    }
}
