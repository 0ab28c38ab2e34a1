//! What stands on either side of a keyword.

use unicode_segmentation::UnicodeSegmentation;
use verbale_analysis::{Analyzer, field_language};
use verbale_statement::Language;

use crate::passages::columns;

/// The last words of `text` that fit into `width` columns.
pub(super) fn before(text: &str, width: usize) -> &str {
    let mut start = text.len();
    let mut used = 0;
    for (offset, word) in text.split_word_bound_indices().rev() {
        used += columns(word);
        if used > width {
            break;
        }
        start = offset;
    }
    text[start..].trim_start()
}

/// The first words of `text` that fit into `width` columns.
pub(super) fn behind(text: &str, width: usize) -> &str {
    let mut end = 0;
    let mut used = 0;
    for (offset, word) in text.split_word_bound_indices() {
        used += columns(word);
        if used > width {
            break;
        }
        end = offset + word.len();
    }
    text[..end].trim_end()
}

/// The words of `text` as a quotation finds them: in small letters, without marks on them and signs between them.
pub(super) fn folded_words(text: &str, language: Language) -> Vec<String> {
    let tokens = Analyzer::of(field_language(language)).tokens(text).into_iter();
    tokens.filter(|token| token.span == 1).map(|token| token.exact).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contexts_are_cut_between_words() {
        let text = "The agreement on the Grey Strait (2019)";
        assert_eq!(before(text, 12), "Strait (2019)".trim_start_matches("Strait "));
        assert_eq!(before(text, 13), "Strait (2019)");
        assert_eq!(behind(text, 13), "The agreement");
        assert_eq!(behind(text, 12), "The");
        assert_eq!((before(text, 500), behind(text, 500)), (text, text));
        assert_eq!((before("", 5), behind("", 5)), ("", ""));
    }

    #[test]
    fn words_are_sorted_without_their_marks() {
        assert_eq!(folded_words("«L’État», DIT-il…", Language::FRENCH), ["l", "etat", "dit", "il"]);
    }

    #[test]
    fn characters_that_take_two_columns_are_counted_as_two() {
        assert_eq!(behind("国际安全合作", 7), "国际安");
        assert_eq!(before("国际安全合作", 7), "全合作");
    }
}
