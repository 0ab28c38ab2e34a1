//! Where the sentences of a text end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Words in small letters that stand with a full stop before a name and seldom end a sentence: forms of address and ranks.
/// Short words that also end sentences ("no", "me") are none of them.
const ABBREVIATIONS: [&str; 25] = [
    "mr", "mrs", "ms", "messrs", "dr", "prof", "rev", "hon", "st", "gen", "col", "lt", "capt", "sgt", "amb",
    "mme", "mlle", "sr", "sra", "srta", "dra", "lic", "св", "акад", "проф",
];

/// The sentences of a text, each with the white space behind it: those of UAX #29, but none ends behind an initial or one
/// of the [`ABBREVIATIONS`] ("Mr. Annan").
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    for (start, sentence) in text.split_sentence_bound_indices() {
        let end = start + sentence.len();
        match sentences.last_mut() {
            Some(before) if goes_on(&text[before.clone()]) => before.end = end,
            _ => sentences.push(start..end),
        }
    }
    sentences
}

/// Whether what ends like this does not end a sentence.
fn goes_on(text: &str) -> bool {
    let Some(rest) = text.trim_end_matches([' ', '\u{a0}']).strip_suffix('.') else { return false };
    let is_inner = |c: char| c.is_alphabetic() || c == '.';
    let word = rest.rsplit(|c| !is_inner(c)).next().unwrap_or_default();
    let part = word.rsplit('.').next().unwrap_or_default();
    let is_initial =
        part.chars().count() == 1 && part.chars().all(char::is_uppercase) && rest.len() > part.len();
    is_initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| text[range].trim()).collect()
    }

    #[test]
    fn a_form_of_address_or_an_initial_ends_no_sentence() {
        for whole in [
            "We thank Mr. Orsha and Mrs. Lind.",
            "The address of H.E. Mira Tolvane.",
            "Notes by J. P. Castanier.",
            "Merci à Mme. Castanier.",
            "Имени св. Николая.",
        ] {
            assert_eq!(parted(whole), [whole]);
        }
    }

    #[test]
    fn other_full_stops_end_one() {
        assert_eq!(parted("We met. They left! Why? Peace."), ["We met.", "They left!", "Why?", "Peace."]);
        assert_eq!(parted("安全。合作。"), ["安全。", "合作。"]);
        assert_eq!(parted("He told me. We say no. On!"), ["He told me.", "We say no.", "On!"]);
        assert_eq!(parted(""), Vec::<&str>::new());
    }

    #[test]
    fn every_byte_is_in_one_sentence() {
        let text = "Mr. A. B. met. \nAll of them.  ";
        let mut at = 0;
        for range in sentences(text) {
            assert_eq!(range.start, at);
            at = range.end;
        }
        assert_eq!(at, text.len());
    }
}
