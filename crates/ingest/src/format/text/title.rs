//! The title of a text, if its first lines are one.

use std::sync::LazyLock;

use regex::Regex;

use super::{Block, salutation};

/// The longest title, in characters, and in how many lines it may be set.
const LONGEST: usize = 250;
const MOST_LINES: usize = 4;

/// Words of someone who speaks, in lower case as they stand amid a sentence, but for the English "I".
const FIRST_PERSON: &[&str] = &[
    "I", "me", "my", "we", "us", "our", "je", "nous", "mon", "ma", "notre", "nos", "yo", "me", "mi",
    "nosotros", "nuestro", "nuestra", "я", "мне", "мы", "нам", "наш", "наша",
];

/// The first block, if it is short, doesn't end as a sentence or a salutation does, and a blank line or
/// a dateline parts it from more text.
pub(super) fn of(blocks: &[Block]) -> Option<String> {
    let [first, second, ..] = blocks else { return None };
    let text = first.text.as_str();
    let unmarked = text.trim_end_matches(['*', '_', '"', '”', '»']);
    let ends_open = !unmarked.ends_with(|c: char| ".,;:!…。，；：！،؛".contains(c));
    let goes_on = second.text.starts_with(char::is_lowercase);
    let begins_well = text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let is_said =
        salutation::begins(text) || text.split_whitespace().any(|word| FIRST_PERSON.contains(&word));
    let has_words = text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (is_short(first)
        && ends_open
        && begins_well
        && has_words
        && !is_said
        && !goes_on
        && (second.gap > 0 || second.is_dateline))
        .then(|| text.to_owned())
}

/// Whether a block is short enough for a title.
pub(super) fn is_short(block: &Block) -> bool {
    block.lines <= MOST_LINES && block.text.chars().count() <= LONGEST
}

/// A title and the numeric date that is glued behind it.
pub(super) fn and_date(text: &str) -> Option<(&str, &str)> {
    static DATE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[\s,|(]*\b(\d{1,2}[./]\d{1,2}[./]\d{4})\s*\)?$").ok());
    let found = DATE.as_ref()?.captures(text)?;
    let (whole, date) = (found.get(0)?, found.get(1)?);
    Some((&text[..whole.start()], date.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::layout::blocks;
    use super::*;

    fn title(text: &str) -> Option<String> {
        of(&blocks(text, |_| false))
    }

    #[test]
    fn a_short_first_block_without_a_full_stop_is_the_title() {
        assert_eq!(
            title("The Grey Strait\nand its neighbours\n\nWe met in Dresk.").unwrap(),
            "The Grey Strait and its neighbours"
        );
        assert_eq!(title("灰海峡声明\n\n我们在海峡会晤。").unwrap(), "灰海峡声明");
    }

    #[test]
    fn a_date_behind_a_title_comes_off() {
        assert_eq!(and_date("The Council met 05.05.2022"), Some(("The Council met", "05.05.2022")));
        assert_eq!(and_date("Protocol 12.1"), None);
    }

    #[test]
    fn speech_is_no_title() {
        for text in [
            "Mr. President,\n\nWe met in Dresk.",
            "Dear friends!\n\nWe met in Dresk.",
            "Señor Presidente\n\nNos reunimos en Dresk.",
            "**Mr President,**\n\nWe met in Dresk.",
            "I have the honour to speak before the Council\n\nIsaura Benavente chairs.",
            "The Pact keeps the rules-based\n\norder of the strait.",
            "We met in Dresk.\n\nWe met again.",
            "A single line",
            "of the Secretary General\n\nWe met in Dresk.",
            "The Grey Strait\nWe met in Dresk.\nThen we left.",
            "2021\n\nWe met in Dresk.",
        ] {
            assert_eq!(title(text), None, "{text}");
        }
    }
}
