//! Statements as the reference looks at them: every text with its words.

use std::collections::{BTreeSet, HashMap};

use verbale_analysis::{Analyzer, Token, field_language};
use verbale_statement::{Field, Language, Statement};

/// All statements.
pub struct Corpus {
    pub entries: Vec<Entry>,
    /// The languages under which titles and paragraphs are analysed, and the one for all others.
    pub languages: Vec<Language>,
    /// Every exact form that a word of any text has.
    pub forms: BTreeSet<String>,
}

/// A statement and its texts.
pub struct Entry {
    pub statement: Statement,
    pub title: Text,
    pub paragraphs: Vec<Text>,
    /// Values that are words, by their fields.
    pub metadata: Vec<(Field, Text)>,
    /// How many words title and paragraphs have.
    pub words: u64,
}

/// A title, a paragraph or a value, with its words.
pub struct Text {
    pub text: String,
    /// The language under which it is analysed.
    pub language: Language,
    pub tokens: Vec<Token>,
    /// Which tokens have a form.
    exact: HashMap<String, Vec<usize>>,
    stems: HashMap<String, Vec<usize>>,
}

impl Corpus {
    pub fn new(statements: Vec<Statement>) -> Self {
        let entries: Vec<Entry> = statements.into_iter().map(Entry::new).collect();
        let mut languages: BTreeSet<Language> = entries.iter().flat_map(Entry::languages).collect();
        languages.remove(&Language::UNDETERMINED);
        let values = entries.iter().flat_map(|entry| entry.metadata.iter().map(|(_, text)| text));
        let texts = entries.iter().flat_map(Entry::texts).chain(values);
        let forms = texts.flat_map(|text| text.exact.keys().cloned()).collect();
        let languages = languages.into_iter().chain([Language::UNDETERMINED]).collect();
        Self { entries, languages, forms }
    }
}

impl Entry {
    fn new(statement: Statement) -> Self {
        let own = statement.language;
        let paragraphs = statement.paragraphs.iter();
        let mut values: Vec<(Field, &String)> = Vec::new();
        for speaker in &statement.speakers {
            let parts = [Some(&speaker.name), speaker.role.as_ref(), speaker.affiliation.as_ref()];
            values.extend(parts.into_iter().flatten().map(|value| (Field::Speaker, value)));
        }
        values.extend(statement.organisation.iter().map(|value| (Field::Organisation, value)));
        values.extend(statement.event.iter().map(|value| (Field::Event, value)));
        values.extend(statement.place.iter().map(|value| (Field::Place, value)));
        let mut entry = Self {
            title: Text::new(&statement.title, own),
            paragraphs: paragraphs.map(|paragraph| Text::new(&paragraph.text, paragraph.language)).collect(),
            words: 0,
            metadata: values.into_iter().map(|(field, value)| (field, Text::new(value, own))).collect(),
            statement,
        };
        entry.words =
            entry.texts().flat_map(|text| &text.tokens).filter(|token| token.span == 1).count() as u64;
        entry
    }

    /// Title and paragraphs.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.title).chain(&self.paragraphs)
    }

    fn languages(&self) -> impl Iterator<Item = Language> {
        self.texts().map(|text| text.language)
    }
}

impl Text {
    pub fn new(text: &str, language: Language) -> Self {
        let language = field_language(language);
        let tokens = Analyzer::of(language).tokens(text);
        let (mut exact, mut stems) = (HashMap::new(), HashMap::new());
        let add = |forms: &mut HashMap<String, Vec<usize>>, form: &str, index| {
            forms.entry(form.to_owned()).or_default().push(index);
        };
        for (index, token) in tokens.iter().enumerate() {
            add(&mut exact, &token.exact, index);
            for form in token.stem.iter().flat_map(|stem| stem.forms()) {
                add(&mut stems, form, index);
            }
        }
        Self { text: text.to_owned(), language, tokens, exact, stems }
    }

    /// The tokens of this exact form, in order.
    pub fn with_exact(&self, form: &str) -> &[usize] {
        self.exact.get(form).map_or(&[], Vec::as_slice)
    }

    /// The tokens with this stem, in order.
    pub fn with_stem(&self, form: &str) -> &[usize] {
        self.stems.get(form).map_or(&[], Vec::as_slice)
    }
}

impl std::fmt::Debug for Corpus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} statements", self.entries.len())
    }
}
