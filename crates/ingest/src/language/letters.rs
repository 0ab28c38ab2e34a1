//! Languages that show by their script or by letters of their own.

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

/// The language of a text mostly in `script`, where script and letters leave no doubt.
pub(super) fn language(script: Script, text: &str) -> Option<Language> {
    match script {
        Script::Mandarin | Script::Hiragana | Script::Katakana => Some(ideographic(text)),
        Script::Cyrillic => cyrillic(text),
        Script::Arabic => Some(arabic(text)),
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

/// Persian and Urdu have letters that Arabic has not. A name with one of them is no evidence.
fn arabic(text: &str) -> Language {
    let letters = count(text, char::is_alphabetic);
    let urdu = count(text, |c| matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ'));
    let persian = count(text, |c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی'));
    match () {
        () if urdu * 50 > letters => Language::of("ur"),
        () if persian * 50 > letters => Language::of("fa"),
        () => Language::ARABIC,
    }
}

/// Letters of Cyrillic alphabets that others lack. First those that name a language by themselves, then what is
/// left for Russian, whose own letters only Belarusian and the languages of Central Asia share.
fn cyrillic(text: &str) -> Option<Language> {
    let lower = text.to_lowercase();
    let letters = count(&lower, char::is_alphabetic);
    let share = |set: &str| {
        let found = count(&lower, |c| set.contains(c));
        // A name in another language is no evidence; in a few words a single letter has to be.
        if found * 120 > letters { found } else { 0 }
    };
    let has = |set: &str| share(set) > 0;
    match () {
        () if has("ӣӯҷ") => Some(Language::of("tg")),
        () if has("ў") && has("қғҳ") => Some(Language::of("uz")),
        () if has("әұһ") || has("қ") && has("ғ") => Some(Language::of("kk")),
        // Mongolian is full of х, Kyrgyz has it in foreign words only.
        () if has("өү") => {
            Some(Language::of(if count(&lower, |c| c == 'х') * 60 > letters { "mn" } else { "ky" }))
        }
        () if has("ў") => Some(Language::of("be")),
        () if has("їєґ") => Some(Language::of("uk")),
        () if has("ѓќѕ") => Some(Language::of("mk")),
        () if has("ђћ") => Some(Language::of("sr")),
        () if has("іј") => None,
        () if has("ыэё") => Some(Language::RUSSIAN),
        () => None,
    }
}

fn count(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.chars().filter(|c| is(*c)).count()
}
