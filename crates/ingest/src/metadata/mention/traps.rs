//! What is called like a country and is none: gulfs, cities, rivers, persons, words.

use verbale_statement::Language;

use super::words::{Word, folded};

/// Where a name stands.
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word<'a>],
    /// The first word of the name.
    pub(super) at: usize,
    /// How many words it has.
    pub(super) length: usize,
}

/// Language, name, and words before it that make it another's; an empty name is any.
const BEFORE: &[(&str, &str, &[&str])] = &[
    ("en", "", &["gulf of", "sea of", "bay of", "strait of", "formerly"]),
    ("en", "guinea", &["new"]),
    ("en", "mexico", &["new"]),
    ("en", "jersey", &["new"]),
    ("en", "ireland", &["northern"]),
    ("en", "georgia", &["south", "atlanta", "augusta", "savannah", "state of"]),
    ("en", "jordan", &["river", "michael"]),
    ("en", "britain", &["new"]),
    ("fr", "", &["golfe de", "golfe du", "golfe d", "mer de", "mer du", "mer d", "détroit de"]),
    ("fr", "guinee", &["nouvelle"]),
    ("es", "", &["golfo de", "mar de", "mar del", "estrecho de"]),
    ("es", "mexico", &["nuevo", "ciudad de"]),
    ("es", "guinea", &["nueva"]),
    ("es", "guatemala", &["ciudad de"]),
    ("es", "panama", &["ciudad de", "canal de"]),
    ("pt", "", &["golfo da", "golfo do", "mar da", "mar do"]),
    ("it", "", &["golfo di", "golfo del", "mar"]),
    ("ru", "гвинея", &["новая", "новой"]),
    ("ru", "ирландия", &["северная", "северной"]),
    ("ru", "", &["залив", "залива", "заливе", "реки", "река"]),
    ("ar", "", &["نهر", "خليج", "بحر"]),
];

/// Language, name, and words behind it that make it another's.
const BEHIND: &[(&str, &str, &[&str])] = &[
    ("en", "", &["city"]),
    ("en", "china", &["sea"]),
    ("en", "jordan", &["river", "valley"]),
    ("en", "niger", &["river", "delta"]),
    ("en", "chad", &["basin"]),
    ("en", "panama", &["canal"]),
    ("en", "georgia", &["tech"]),
    ("fr", "irlande", &["du nord"]),
    ("es", "irlanda", &["del norte"]),
];

/// Names that persons have, too, in languages of Latin letters.
const PERSONS: [&str; 3] = ["jordan", "chad", "georgia"];

/// Words with a capital before such a name that are no first name.
const NO_FIRST_NAMES: [&str; 27] = [
    "in",
    "the",
    "and",
    "with",
    "for",
    "from",
    "to",
    "at",
    "while",
    "as",
    "but",
    "that",
    "of",
    "between",
    "since",
    "today",
    "both",
    "neighbouring",
    "on",
    "by",
    "when",
    "if",
    "like",
    "republic",
    "kingdom",
    "hashemite",
    "also",
];

/// Words that begin sentences and are names only elsewhere, folded: pronouns, a pen, cubes.
const BEGINNINGS: &[(&str, &[&str])] = &[
    ("ru", &["того", "перу", "кубы", "кубов", "чадо"]),
    ("uk", &["того", "перу", "куби"]),
    ("be", &["таго", "перу", "кубы"]),
];

/// Whether an abbreviation is a word where everything is in capitals.
pub(super) fn is_word(folded: &str) -> bool {
    matches!(folded, "who" | "us" | "can" | "it" | "un")
}

/// Whether a name is that of something else.
pub(super) fn is_trap(language: Language, place: &Place<'_>) -> bool {
    let Place { text, words, at, length } = *place;
    let (first, Some(last)) = (&words[at], words.get(at + length - 1)) else { return false };
    let name = folded(first.text);
    if is_quoted(text, first.start, last.end()) {
        return true;
    }
    let begins = begins_sentence(&text[..first.start]);
    let is_beginning =
        |(own, forms): &(&str, &[&str])| *own == language.code() && forms.contains(&name.as_str());
    if length == 1 && begins && BEGINNINGS.iter().any(is_beginning) {
        return true;
    }
    let near = |from: usize, to: usize| {
        words
            .get(from..to)
            .map(|near| near.iter().map(|word| folded(word.text)).collect::<Vec<_>>().join(" "))
    };
    let (one_before, two_before) = (near(at.wrapping_sub(1), at), near(at.wrapping_sub(2), at));
    let (one_behind, two_behind) = (near(at + length, at + length + 1), near(at + length, at + length + 2));
    let is_in = |table: &[(&str, &str, &[&str])], one: Option<String>, two: Option<String>| {
        table.iter().any(|(own, names, beside)| {
            *own == language.code()
                && (names.is_empty() || length == 1 && is_form(&name, names))
                && [&one, &two].into_iter().flatten().any(|it| beside.contains(&it.as_str()))
        })
    };
    // What stands in another sentence or clause is no part of the name.
    let is_apart = |gap: &str| gap.contains(['.', ';', ':', '(', ')', '\n', '!', '?']);
    let gap_before = at.checked_sub(1).map_or("", |before| &text[words[before].end()..first.start]);
    let gap_behind = words.get(at + length).map_or("", |next| &text[last.end()..next.start]);
    if !is_apart(gap_before) && is_in(BEFORE, one_before, two_before)
        || !is_apart(gap_behind) && !gap_behind.contains(',') && is_in(BEHIND, one_behind, two_behind)
    {
        return true;
    }
    let is_first_name = |word: &Word<'_>| {
        word.is_capital()
            && !NO_FIRST_NAMES.contains(&folded(word.text).as_str())
            && word.text.chars().any(char::is_lowercase)
    };
    length == 1
        && PERSONS.contains(&name.as_str())
        && (gap_before == " " && is_first_name(&words[at - 1])
            || gap_behind == " " && is_first_name(&words[at + 1]))
}

/// Whether a word is a form of a name: the same but for the last letters in languages with cases.
fn is_form(word: &str, name: &str) -> bool {
    let letters = name.chars().count();
    let same = word.chars().zip(name.chars()).take_while(|(one, other)| one == other).count();
    same == letters || !name.is_ascii() && same + 1 >= letters
}

/// Whether a name stands in quotation marks with nothing else.
fn is_quoted(text: &str, start: usize, end: usize) -> bool {
    text[..start].ends_with(['«', '“', '„', '"', '‘']) && text[end..].starts_with(['»', '”', '“', '"', '’'])
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}', '«', '“', '"', '–', '—', '-', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':'])
}
