//! Words that a reader gives only in part, or perhaps wrongly: the index knows what they can be.

use std::fmt;

use verbale_analysis::{Analyzer, Token, is_apostrophe};
use verbale_statement::Language;

/// What stands for those words of the index that fit it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Open {
    /// Words that fit one of these patterns of folded letters: `*` is any number of them, `?` one.
    Wildcard(Vec<String>),
    /// Words that begin with the same letter as one of these folded words, and differ from it in at most `distance`
    /// letters: optimal string alignment distance, where neighbours that have changed places count once.
    Fuzzy {
        /// The word, as it may be folded.
        words: Vec<String>,
        /// 1 or 2.
        distance: u8,
    },
}

/// Of words this short, in letters, none is similar: half of them would be.
const SHORTEST: usize = 4;

/// From so many letters on two of them may differ, if the reader does not say how many.
const LONG: usize = 8;

impl Open {
    /// Words that fit `pattern`, whose letters are folded as each of the languages does.
    pub(super) fn wildcard(pattern: &str, languages: &[Language]) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        for language in languages {
            let folded = folded_pieces(pattern, *language);
            if !patterns.contains(&folded) {
                patterns.push(folded);
            }
        }
        Self::Wildcard(patterns)
    }

    /// Words like `word`; none if it is too short, or is several words.
    pub(super) fn fuzzy(word: &str, distance: Option<u8>, languages: &[Language]) -> Option<Self> {
        let mut words: Vec<String> = Vec::new();
        for language in languages {
            if let Some(exact) = as_one_word(word, *language)
                && !words.contains(&exact)
            {
                words.push(exact);
            }
        }
        let letters = words.iter().map(|word| word.chars().count()).min()?;
        let distance = distance.unwrap_or(if letters >= LONG { 2 } else { 1 });
        (letters >= SHORTEST).then_some(Self::Fuzzy { words, distance })
    }

    /// What all words that fit begin with; one of these.
    pub(crate) fn beginnings(&self) -> Vec<&str> {
        let beginning = |text: &'_ str| text.find(['*', '?']).unwrap_or(text.len());
        let mut beginnings: Vec<&str> = match self {
            Self::Wildcard(patterns) => patterns.iter().map(|own| &own[..beginning(own)]).collect(),
            Self::Fuzzy { words, .. } => {
                words.iter().filter_map(|word| Some(&word[..word.chars().next()?.len_utf8()])).collect()
            }
        };
        beginnings.sort_unstable();
        let mut kept: Vec<&str> = Vec::new();
        for own in beginnings {
            if !kept.iter().any(|shorter| own.starts_with(shorter)) {
                kept.push(own);
            }
        }
        kept
    }

    /// How many letters `word` differs in; none if it does not fit.
    pub(crate) fn distance(&self, word: &str) -> Option<u8> {
        match self {
            Self::Wildcard(patterns) => patterns.iter().any(|pattern| fits(pattern, word)).then_some(0),
            Self::Fuzzy { words, distance } => {
                words.iter().filter_map(|own| within(own, word, *distance)).min()
            }
        }
    }
}

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wildcard(patterns) => f.write_str(patterns.first().map_or("", String::as_str)),
            Self::Fuzzy { words, distance } => {
                write!(f, "{}~{distance}", words.first().map_or("", String::as_str))
            }
        }
    }
}

/// The letters between the signs, folded as the language does.
fn folded_pieces(pattern: &str, language: Language) -> String {
    let mut folded = String::with_capacity(pattern.len());
    for piece in pattern.split_inclusive(['*', '?']) {
        let letters = piece.trim_end_matches(['*', '?']);
        folded.push_str(&as_one_word(letters, language).unwrap_or_else(|| letters.to_lowercase()));
        folded.push_str(&piece[letters.len()..]);
    }
    folded
}

/// The form under which the index has `text` as one word, be it written with hyphens (`non-prolif`) or behind an elided
/// one (`l'accord`); none if it is several words.
fn as_one_word(text: &str, language: Language) -> Option<String> {
    let tokens = Analyzer::of(language).tokens(text);
    let (compounds, parts): (Vec<_>, Vec<_>) = tokens.into_iter().partition(|token| token.span > 1);
    let whole = compounds.into_iter().find(|token| token.span as usize == parts.len());
    let (last, before) = parts.split_last()?;
    let elided = before.iter().all(|token| text[token.range.end..].starts_with(is_apostrophe));
    if elided { Some(last.exact.clone()) } else { whole.map(|token| token.exact) }
}

/// The letters before a star at the end, if they are several words of a script without spaces: what they begin are no
/// words that an index has.
pub(super) fn unspaced_beginning(pattern: &str) -> Option<&str> {
    let letters = pattern.strip_suffix('*').filter(|letters| !letters.contains(['*', '?']))?;
    let tokens = Analyzer::of(Language::UNDETERMINED).tokens(letters);
    let (last, before) = tokens.split_last()?;
    let is_pair = |token: &Token| token.stem.as_ref().is_some_and(|stem| stem.range.end > token.range.end);
    (!before.is_empty() && before.iter().all(is_pair) && last.stem.is_none()).then_some(letters)
}

/// Whether `word` fits the pattern. A star takes as few letters as it can, and one more whenever what follows does not
/// fit; only the last star need be tried again.
fn fits(pattern: &str, word: &str) -> bool {
    let (pattern, word): (Vec<char>, Vec<char>) = (pattern.chars().collect(), word.chars().collect());
    let (mut at, mut read) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while read < word.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, read));
                at += 1;
            }
            Some(sign) if *sign == '?' || *sign == word[read] => {
                at += 1;
                read += 1;
            }
            _ => {
                let Some((sign, taken)) = star else { return false };
                star = Some((sign, taken + 1));
                at = sign + 1;
                read = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|sign| *sign == '*')
}

fn within(own: &str, other: &str, most: u8) -> Option<u8> {
    if own.chars().next() != other.chars().next() {
        return None;
    }
    let apart = own.chars().count().abs_diff(other.chars().count());
    // Each letter that only one of them has is a difference.
    let (ours, theirs) = (letters(own), letters(other));
    let only_one = (ours & !theirs).count_ones().max((theirs & !ours).count_ones());
    if apart > usize::from(most) || only_one > u32::from(most) {
        return None;
    }
    u8::try_from(strsim::osa_distance(own, other)).ok().filter(|distance| *distance <= most)
}

/// The letters of a word as a set, in which some letters of different alphabets are one.
fn letters(word: &str) -> u64 {
    word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % u64::BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks_stand_for_letters() {
        for (pattern, word, expected) in [
            ("sanction*", "sanctions", true),
            ("sanction*", "sanction", true),
            ("sanction*", "sanctio", false),
            ("de*colonization", "decolonization", true),
            ("de*ation", "denuclearisationation", true),
            ("de*ation", "denial", false),
            ("wom?n", "women", true),
            ("wom?n", "womn", false),
            ("a*b*c", "aXbXbc", true),
            ("мир*", "миротворец", true),
        ] {
            assert_eq!(fits(pattern, word), expected, "{pattern} {word}");
        }
    }

    #[test]
    fn similar_words_begin_alike() {
        let similar = |word, other| Open::fuzzy(word, None, &[Language::ENGLISH]).unwrap().distance(other);
        assert_eq!(similar("goverment", "government"), Some(1));
        assert_eq!(similar("recieve", "receive"), Some(1));
        assert_eq!(similar("strait", "traits"), None);
        assert_eq!(similar("negociations", "negotiation"), Some(2));
        assert_eq!(Open::fuzzy("war", None, &[Language::ENGLISH]), None);
    }

    #[test]
    fn patterns_are_folded_as_words_are() {
        let Open::Wildcard(patterns) = Open::wildcard("Réfug*", &[Language::of("fr"), Language::ENGLISH])
        else {
            panic!()
        };
        assert!(patterns.contains(&"refug*".to_owned()), "{patterns:?}");
    }

    #[test]
    fn words_with_a_hyphen_or_an_elided_one_before_them_are_one_word() {
        let english = |pattern| Open::wildcard(pattern, &[Language::ENGLISH]).to_string();
        assert_eq!(english("non-prolif*"), "nonprolif*");
        assert_eq!(english("state*-owned"), "state*owned");
        assert_eq!(Open::wildcard("l'indép*", &[Language::of("fr")]).to_string(), "indep*");
        let similar = Open::fuzzy("self-determinaton", None, &[Language::ENGLISH]).unwrap();
        assert_eq!(similar.distance("selfdetermination"), Some(1));
        assert_eq!(Open::fuzzy("安全合作", None, &[Language::ENGLISH]), None);
    }

    #[test]
    fn a_script_without_spaces_has_no_words_that_begin_somehow() {
        assert_eq!(unspaced_beginning("改革*"), Some("改革"));
        assert_eq!(unspaced_beginning("ประชา*"), Some("ประชา"));
        for pattern in ["改*", "改*革", "改?革*", "sanction*", "non-prolif*", "G20*"] {
            assert_eq!(unspaced_beginning(pattern), None, "{pattern}");
        }
    }
}
