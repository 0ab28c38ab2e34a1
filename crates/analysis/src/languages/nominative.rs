//! Nominatives without an ending, whose own end looks like one or has a vowel that falls out before others.

/// The word itself as a second stem, if it ends in a consonant and the stemmer cut it.
///
/// Snowball cuts Russian пролив to "прол" (as a gerund), режим to "реж" (as an adjective), визит to "виз" (as a verb),
/// while the other cases give "пролив", "режим", "визит". Read as a noun without an ending, the word is its own stem.
pub(super) fn without_ending(word: &str, stem: &str) -> Option<String> {
    let last = word.chars().last()?;
    let bare = last.is_alphabetic() && !is_vowel(last) && !matches!(last, 'ь' | 'й' | 'ў');
    (bare && stem != word && word.chars().count() >= 4).then(|| word.to_owned())
}

/// Scandinavian nouns in -ster lose the e in the plural: minister, ministrar.
pub(super) fn minister(word: &str, _: &str) -> Option<String> {
    let endings = ["er", "ern", "erns", "eren", "erens", "ers"];
    let noun =
        endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|rest| rest.ends_with("nist"))?;
    Some(format!("{noun}r"))
}

fn is_vowel(c: char) -> bool {
    "аеёиоуыэюяіїєaeiouyąęáéěíóúůýöőüű".contains(c)
}
