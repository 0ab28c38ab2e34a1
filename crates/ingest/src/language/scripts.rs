//! Which languages are written in which script, and those that show by their script.

use verbale_statement::Language;
use whatlang::Script;

/// The languages of a script that has several, of those that Verbale has names for; a script with one language
/// names it.
const SCRIPTS: &[(Script, &[&str])] = &[
    (Script::Arabic, &["ar", "fa", "ur"]),
    (Script::Armenian, &["hy"]),
    (Script::Cyrillic, &["ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "uz", "az", "tk"]),
    (Script::Devanagari, &["hi"]),
    (Script::Georgian, &["ka"]),
    (Script::Greek, &["el"]),
    (Script::Hangul, &["ko"]),
    (Script::Hebrew, &["he"]),
    (Script::Hiragana, &["ja"]),
    (Script::Katakana, &["ja"]),
    (Script::Mandarin, &["zh", "ja"]),
    (Script::Tamil, &["ta"]),
    (Script::Thai, &["th"]),
];

/// Whether `language` is written in `script`. Languages that aren't listed are written in Latin letters.
pub(super) fn is_script_of(script: Script, language: Language) -> bool {
    let is_listed = |codes: &[&str]| codes.contains(&language.code());
    match SCRIPTS.iter().find(|(listed, _)| *listed == script) {
        Some((_, codes)) => is_listed(codes),
        None => {
            script == Script::Latin
                && language != Language::UNDETERMINED
                && (matches!(language.code(), "sr" | "uz" | "az" | "tk" | "kk" | "tg")
                    || !SCRIPTS.iter().any(|(_, codes)| is_listed(codes)))
        }
    }
}

/// The language of a text mostly in `script`, if the script has no other.
pub(super) fn language(script: Script, text: &str) -> Option<Language> {
    match script {
        Script::Mandarin | Script::Hiragana | Script::Katakana => Some(ideographic(text)),
        // Devanagari is shared with languages that have no names here.
        Script::Devanagari => None,
        _ => SCRIPTS
            .iter()
            .find(|(listed, codes)| *listed == script && codes.len() == 1)
            .map(|(_, codes)| Language::of(codes[0])),
    }
}

/// Whether a text is written in ideographs, although foreign names may have more letters: an ideograph is worth
/// about three of them.
pub(super) fn is_ideographic(text: &str) -> bool {
    let ideographs = count(text, |c| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}'));
    ideographs > 0 && ideographs * 4 > count(text, char::is_alphabetic)
}

/// Japanese has kana in every sentence; a Chinese text may quote a word of it.
fn ideographic(text: &str) -> Language {
    let kana = count(text, |c| matches!(c, '\u{3041}'..='\u{30FA}'));
    let letters = count(text, char::is_alphabetic);
    if kana * 10 > letters { Language::of("ja") } else { Language::CHINESE }
}

fn count(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.chars().filter(|c| is(*c)).count()
}
