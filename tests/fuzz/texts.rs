//! What readers type, and texts in every script: queries are parsed, texts are analysed.

use proptest::prelude::*;
use verbale_analysis::{Analyzer, field_languages};

use crate::fuzz;

/// Text in many scripts, with everything that means something to the query language and to the analyzers.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Zéßñøİı]{1,12}",
        "[а-яёіїўА-Я]{1,12}",
        "[\u{621}-\u{652}]{1,9}",
        "[一-龥ぁ-ん가-힣ก-๎]{1,6}",
        "[α-ωΆ-Ώ]{1,9}",
        "[ \"'’«»“”()|:.,~*?!^=+-]{1,4}",
        "( OR | AND | NOT | NEAR/5 | ИЛИ |para\\(|title:|date:|kind:|lang:|country:|\\.\\.|>=)",
        "[0-9٠-٩]{1,5}",
        "\\PC{0,4}",
        "[\u{0}-\u{1f}\u{ad}\u{200b}-\u{200f}\u{300}-\u{36f}\u{fe0f}\u{1f1e6}-\u{1f1ff}]{1,3}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

#[test]
fn any_query_is_parsed_and_prints_as_itself() {
    fuzz(&text(), |text| {
        let parsed = verbale_query::parse(&text);
        for note in &parsed.notes {
            prop_assert!(text.get(note.span.clone()).is_some());
        }
        prop_assert_eq!(&verbale_query::parse(&parsed.query.to_string()).query, &parsed.query);
        Ok(())
    });
}

#[test]
fn any_text_is_analysed_in_every_language() {
    fuzz(&text(), |text| {
        for language in field_languages() {
            for token in Analyzer::of(language).tokens(&text) {
                prop_assert!(text.get(token.range.clone()).is_some_and(|word| !word.is_empty()));
                prop_assert!(token.stem.is_none_or(|stem| text.get(stem.range).is_some()));
            }
        }
        Ok(())
    });
}

/// What the words of a language are written with; by the others all that languages without an analysis of their own take.
fn letters(code: &str) -> &'static str {
    match code {
        "ru" | "uk" | "be" | "kk" | "ky" | "tg" => {
            "[А-яЁёЄєІіЇїЎўҐґӘәҒғҚқҢңӨөҰұҮүҺһҲҳҶҷӢӣӮӯ\u{301}'’`]{1,14}"
        }
        "sr" | "uz" => "[a-zA-ZА-яЂђЈјЉљЊњЋћЏџЎўҚқҒғҲҳšđčćžŠĐČĆŽʻʼ'`]{1,14}",
        "ar" | "fa" => "[\u{621}-\u{652}\u{670}\u{671}پچژگکیۀ\u{200c}٠-٩۰-۹]{1,14}",
        "el" => "[α-ωΑ-ΩάέήίόύώϊϋΐΰΆΈΉΊΌΎΏ]{1,14}",
        "hy" => "[ա-ևԱ-Ֆ]{1,14}",
        "ka" => "[ა-ჰᲐ-Ჰ]{1,14}",
        "zh" => "[一-龥ぁ-んァ-ヶก-๎０-９Ａ-Ｚ]{1,14}",
        _ => "[a-zA-Zà-ÿÀ-ßąćęłńśźżčďěňřšťůžőűășțşţğıİəŀ·'’`:]{1,14}",
    }
}

/// Words of a language by themselves, in long chains, and with what parts them.
fn words(code: &str) -> impl Strategy<Value = String> + use<> {
    let piece = prop_oneof![
        8 => letters(code),
        4 => "[ ,.;:«»“”\u{ad}-]{1,2}",
        1 => "[0-9.,/-]{1,8}",
    ];
    let chain = (letters(code), "[-.':’]?", 2_usize..400)
        .prop_map(|(word, joint, times)| (word + &joint).repeat(times));
    prop_oneof![30 => prop::collection::vec(piece, 1..30).prop_map(|pieces| pieces.concat()), 1 => chain]
}

#[test]
fn every_analyzer_takes_anything_in_its_own_letters() {
    let languages = prop::sample::select(field_languages().collect::<Vec<_>>());
    let texts =
        languages.prop_flat_map(|language| words(language.code()).prop_map(move |text| (language, text)));
    fuzz(&texts, |(language, text)| {
        let analyzer = Analyzer::of(language);
        let mut last = (0, 0);
        for token in analyzer.tokens(&text) {
            prop_assert!(
                text.get(token.range.clone()).is_some_and(|word| !word.is_empty()),
                "{}",
                language.code()
            );
            prop_assert!(!token.exact.is_empty());
            prop_assert!((token.range.end, token.position) >= (last.0, last.1) && token.span >= 1);
            last = (token.range.start, token.position);
            if let Some(stem) = &token.stem {
                prop_assert!(text.get(stem.range.clone()).is_some());
                prop_assert!(stem.forms().all(|form| !form.is_empty()));
            }
            // What is quoted is found: the word as it stands has the same forms by itself. (Pairs of characters are no
            // words, nor is a mark that stands by itself.)
            let marks = ['\u{301}', '\u{64b}', '\u{670}'];
            let first = text[token.range.clone()].chars().next();
            let is_word = first.is_some_and(|c| {
                c.is_alphanumeric() && !marks.contains(&c) && !matches!(c, '\u{64c}'..='\u{652}')
            });
            if is_word
                && language.code() != "zh"
                && token.span == 1
                && token.stem.as_ref().is_some_and(|stem| stem.range == token.range)
            {
                let alone = analyzer.tokens(&text[token.range.clone()]);
                let same = alone.iter().any(|other| {
                    other.exact == token.exact
                        && other.stem.as_ref().map(|s| &s.form) == token.stem.as_ref().map(|s| &s.form)
                });
                prop_assert!(same, "{}: {token:?} alone is {alone:?}", language.code());
            }
            // An exact form that is one word is its own exact form, unless a mark that is gone (ŀ.i) kept its dots from
            // being those of an initialism.
            let again = analyzer.tokens(&token.exact);
            let one = again.len() == 1 && again[0].range == (0..token.exact.len());
            let kept = !one || again[0].exact == token.exact || token.exact.contains('.');
            prop_assert!(kept, "{}: {} becomes {}", language.code(), token.exact, again[0].exact);
        }
        Ok(())
    });
}
