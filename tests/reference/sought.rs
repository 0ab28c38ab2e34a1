//! One thing that is looked for, and where it stands in a text.

use std::ops::Range;

use verbale_analysis::Token;
use verbale_statement::Language;

use crate::corpus::Text;

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Positions of its first and its last word.
    pub first: u32,
    pub last: u32,
    /// Bytes of the text.
    pub bytes: Range<usize>,
}

/// What is looked for: it stands wherever it stands in one of these ways.
#[derive(Debug, Clone)]
pub struct Sought(pub Vec<Way>);

#[derive(Debug, Clone)]
pub enum Way {
    /// Words with these stems, one behind the other, each word with one of several; in texts of this language.
    Stems(Language, Vec<Vec<String>>),
    /// Two characters side by side of a script without spaces, as one form; in texts of this language.
    Pair(Language, String),
    /// Words in these folded forms, one behind the other.
    Exact(Vec<String>),
    /// One word, in one of these folded forms.
    OneOf(Vec<String>),
}

impl Sought {
    /// Where it stands in `text`, each place once.
    pub fn places(&self, text: &Text) -> Vec<Place> {
        let mut places: Vec<Place> = self.0.iter().flat_map(|way| way.places(text)).collect();
        places.sort_by_key(|place| (place.first, place.last, place.bytes.start, place.bytes.end));
        places.dedup();
        places
    }

    /// Whether it is a word of this folded form, among others.
    pub fn may_be(&self, is: impl Fn(&str) -> bool) -> bool {
        self.0.iter().any(|way| matches!(way, Way::Exact(forms) if matches!(&forms[..], [only] if is(only))))
    }
}

impl Way {
    fn places(&self, text: &Text) -> Vec<Place> {
        let of_language = |language: &Language| *language == text.language;
        match self {
            Self::Stems(language, words) if of_language(language) => {
                let stem = |token: &Token, forms: &Vec<String>| {
                    let stem = token.stem.as_ref()?;
                    stem.forms().any(|form| forms.iter().any(|own| own == form)).then(|| stem.range.clone())
                };
                let first = words[0].iter().flat_map(|form| text.with_stem(form));
                first.flat_map(|index| following(text, *index, words, &stem)).collect()
            }
            Self::Pair(language, form) if of_language(language) => {
                let place = |index: &usize| {
                    let token = &text.tokens[*index];
                    let bytes = token.stem.as_ref().map_or(token.range.clone(), |stem| stem.range.clone());
                    Place { first: token.position, last: token.position + 1, bytes }
                };
                text.with_stem(form).iter().map(place).collect()
            }
            Self::Stems(..) | Self::Pair(..) => Vec::new(),
            Self::Exact(forms) => {
                let exact =
                    |token: &Token, form: &String| (token.exact == *form).then(|| token.range.clone());
                let first = text.with_exact(&forms[0]).iter();
                first.flat_map(|index| following(text, *index, forms, &exact)).collect()
            }
            Self::OneOf(forms) => {
                let place = |index: &usize| {
                    let token = &text.tokens[*index];
                    Place { first: token.position, last: token.position, bytes: token.range.clone() }
                };
                forms.iter().flat_map(|form| text.with_exact(form)).map(place).collect()
            }
        }
    }
}

/// The places at which the token `index` is the first of `wanted`, and the others stand at the positions behind it. A
/// compound stands where its first part does.
fn following<W>(
    text: &Text,
    index: usize,
    wanted: &[W],
    form: &impl Fn(&Token, &W) -> Option<Range<usize>>,
) -> Vec<Place> {
    let token = &text.tokens[index];
    let Some((first, others)) = wanted.split_first() else { return Vec::new() };
    let Some(bytes) = form(token, first) else { return Vec::new() };
    if others.is_empty() {
        return vec![Place { first: token.position, last: token.position, bytes }];
    }
    let mut places = Vec::new();
    for next in index + 1..text.tokens.len() {
        let position = text.tokens[next].position;
        if position > token.position + 1 {
            break;
        }
        if position == token.position + 1 {
            let behind = following(text, next, others, form).into_iter();
            places.extend(behind.map(|rest| Place {
                first: token.position,
                last: rest.last,
                bytes: bytes.start..rest.bytes.end,
            }));
        }
    }
    places
}

#[test]
fn places_are_those_of_the_forms_in_the_text() {
    let text = Text::new("The G-20 rests; the g 20 sails.", Language::ENGLISH);
    let exact = |forms: &[&str]| Way::Exact(forms.iter().map(ToString::to_string).collect());
    let found = |way: Way| -> Vec<_> {
        way.places(&text)
            .into_iter()
            .map(|place| (place.first, place.last, &text.text[place.bytes]))
            .collect()
    };
    assert_eq!(found(exact(&["g20"])), [(1, 1, "G-20")]);
    assert_eq!(found(exact(&["g", "20"])), [(1, 2, "G-20"), (5, 6, "g 20")]);
    assert_eq!(found(exact(&["20", "rests"])), [(2, 3, "20 rests")]);
    let sails = vec![vec!["sail".to_owned(), "rest".to_owned()]];
    assert_eq!(found(Way::Stems(Language::ENGLISH, sails.clone())), [(7, 7, "sails"), (3, 3, "rests")]);
    assert_eq!(found(Way::Stems(Language::RUSSIAN, sails)), []);
    assert_eq!(
        found(Way::OneOf(vec!["rests".to_owned(), "g20".to_owned()])),
        [(3, 3, "rests"), (1, 1, "G-20")]
    );
    let text = Text::new("国际安全合作", Language::of("zh"));
    let pair = Way::Pair(Language::of("zh"), "安全".to_owned()).places(&text);
    assert_eq!(pair, [Place { first: 2, last: 3, bytes: 6..12 }]);
}
