//! Texts as HTML, with their matches or what was changed in them: the only HTML that isn't in a template.

use std::fmt;

use askama::filters::{Html, HtmlSafe, escape};
use verbale_search::{Marked, Piece, PieceState};

/// Writes a text as HTML: escaped, its matches in `<mark>`.
pub(crate) struct Markup<'a>(pub(crate) &'a Marked);

impl fmt::Display for Markup<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (piece, matched) in self.0.pieces() {
            let Ok(piece) = escape(piece, Html);
            if matched { write!(f, "<mark>{piece}</mark>")? } else { write!(f, "{piece}")? }
        }
        Ok(())
    }
}

impl HtmlSafe for Markup<'_> {}

/// Writes a text as HTML: escaped, what was taken away in `<del>`, what was put in in `<ins>`.
pub(crate) struct Changes<'a>(pub(crate) &'a [Piece]);

impl fmt::Display for Changes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Piece { state, text } in self.0 {
            let Ok(text) = escape(text, Html);
            match state {
                PieceState::Kept => write!(f, "{text}")?,
                PieceState::Removed => write!(f, "<del>{text}</del>")?,
                PieceState::Added => write!(f, "<ins>{text}</ins>")?,
            }
        }
        Ok(())
    }
}

impl HtmlSafe for Changes<'_> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn matches_are_marked_and_everything_is_escaped() {
        let marked = Marked { text: "<b>мир</b> & \"мира\"".to_owned(), marks: vec![3..9, 17..25] };
        insta::assert_snapshot!(Markup(&marked), @"&#60;b&#62;<mark>мир</mark>&#60;/b&#62; &#38; &#34;<mark>мира</mark>&#34;");
    }

    proptest! {
        #[test]
        fn no_text_makes_a_tag(text in "[<>&\"'a-zж]{0,12}", cut in 0..12_usize) {
            let cut = text.char_indices().nth(cut).map_or(text.len(), |(at, _)| at);
            let marks = std::iter::once(0..cut).filter(|mark| !mark.is_empty()).collect();
            let html = Markup(&Marked { text, marks }).to_string();
            let bare = html.replacen("<mark>", "", 1).replacen("</mark>", "", 1);
            prop_assert!(!bare.contains(['<', '>', '"', '\'']), "{}", html);
        }
    }
}
