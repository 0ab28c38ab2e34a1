//! Languages by their codes and names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language: its ISO 639-1 code where it has one (`ru`), else the ISO 639-3 code (`cmn` is written `zh`).
///
/// Any well-formed code of two or three letters is taken, so that a corpus in a language that Verbale has no
/// analysis for keeps its tag. [`Language::UNDETERMINED`] (`und`) is what is not known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language([u8; 3]);

/// A text is no language code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no language code; write two or three letters, such as en, ru or zh")]
pub struct LanguageError(pub String);

/// Code, English name, the name in the language itself. The one list of names.
const NAMES: &[(&str, &str, &str)] = &[
    ("ar", "Arabic", "العربية"),
    ("az", "Azerbaijani", "Azərbaycanca"),
    ("be", "Belarusian", "Беларуская"),
    ("bg", "Bulgarian", "Български"),
    ("ca", "Catalan", "Català"),
    ("cs", "Czech", "Čeština"),
    ("da", "Danish", "Dansk"),
    ("de", "German", "Deutsch"),
    ("el", "Greek", "Ελληνικά"),
    ("en", "English", "English"),
    ("es", "Spanish", "Español"),
    ("et", "Estonian", "Eesti"),
    ("fa", "Persian", "فارسی"),
    ("fi", "Finnish", "Suomi"),
    ("fr", "French", "Français"),
    ("he", "Hebrew", "עברית"),
    ("hi", "Hindi", "हिन्दी"),
    ("hr", "Croatian", "Hrvatski"),
    ("hu", "Hungarian", "Magyar"),
    ("hy", "Armenian", "Հայերեն"),
    ("id", "Indonesian", "Bahasa Indonesia"),
    ("it", "Italian", "Italiano"),
    ("ja", "Japanese", "日本語"),
    ("ka", "Georgian", "ქართული"),
    ("kk", "Kazakh", "Қазақша"),
    ("ko", "Korean", "한국어"),
    ("ky", "Kyrgyz", "Кыргызча"),
    ("lt", "Lithuanian", "Lietuvių"),
    ("lv", "Latvian", "Latviešu"),
    ("mk", "Macedonian", "Македонски"),
    ("mn", "Mongolian", "Монгол"),
    ("nl", "Dutch", "Nederlands"),
    ("no", "Norwegian", "Norsk"),
    ("pl", "Polish", "Polski"),
    ("pt", "Portuguese", "Português"),
    ("ro", "Romanian", "Română"),
    ("ru", "Russian", "Русский"),
    ("sk", "Slovak", "Slovenčina"),
    ("sl", "Slovenian", "Slovenščina"),
    ("sr", "Serbian", "Српски"),
    ("sv", "Swedish", "Svenska"),
    ("ta", "Tamil", "தமிழ்"),
    ("tg", "Tajik", "Тоҷикӣ"),
    ("th", "Thai", "ไทย"),
    ("tk", "Turkmen", "Türkmençe"),
    ("tr", "Turkish", "Türkçe"),
    ("uk", "Ukrainian", "Українська"),
    ("ur", "Urdu", "اردو"),
    ("uz", "Uzbek", "Oʻzbekcha"),
    ("vi", "Vietnamese", "Tiếng Việt"),
    ("zh", "Chinese", "中文"),
];

impl Language {
    /// What is not known.
    pub const UNDETERMINED: Language = Language(*b"und");
    /// Arabic.
    pub const ARABIC: Language = Language(*b"ar\0");
    /// Chinese, in any script.
    pub const CHINESE: Language = Language(*b"zh\0");
    /// English.
    pub const ENGLISH: Language = Language(*b"en\0");
    /// French.
    pub const FRENCH: Language = Language(*b"fr\0");
    /// Russian.
    pub const RUSSIAN: Language = Language(*b"ru\0");
    /// Spanish.
    pub const SPANISH: Language = Language(*b"es\0");

    /// The language of a code that is known to be well formed: two or three lower-case letters.
    ///
    /// # Panics
    /// On any other text; meant for constants, where it panics while compiling.
    pub const fn of(code: &str) -> Language {
        let bytes = code.as_bytes();
        assert!(bytes.len() == 2 || bytes.len() == 3);
        let third = if bytes.len() == 3 { bytes[2] } else { 0 };
        assert!(bytes[0].is_ascii_lowercase() && bytes[1].is_ascii_lowercase());
        assert!(third == 0 || third.is_ascii_lowercase());
        Language([bytes[0], bytes[1], third])
    }

    /// The code: `ru`.
    pub fn code(&self) -> &str {
        let length = if self.0[2] == 0 { 2 } else { 3 };
        // Only ASCII letters ever get in.
        std::str::from_utf8(&self.0[..length]).unwrap_or("und")
    }

    /// The English name, or the code where no name is known.
    pub fn name(&self) -> &str {
        self.entry().map_or(self.code(), |(_, name, _)| name)
    }

    /// The name in the language itself, or the code where none is known.
    pub fn autonym(&self) -> &str {
        self.entry().map_or(self.code(), |(_, _, autonym)| autonym)
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        matches!(self.code(), "ar" | "fa" | "he" | "ur")
    }

    fn entry(&self) -> Option<&'static (&'static str, &'static str, &'static str)> {
        NAMES.iter().find(|(code, _, _)| *code == self.code())
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    /// Takes a code of two or three letters in any case, with or without a region or script behind it
    /// (`en-GB`, `zh_Hans`), the three-letter code of a language that has a shorter one, and the English name.
    fn from_str(text: &str) -> Result<Self, LanguageError> {
        // Archives are full of codes, and no name has but two letters of ASCII.
        if text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase()) {
            return Ok(Language::of(short_code(text)));
        }
        let lower = text.trim().to_lowercase();
        if let Some((code, _, _)) =
            NAMES.iter().find(|(_, name, own)| name.to_lowercase() == lower || own.to_lowercase() == lower)
        {
            return Ok(Language::of(code));
        }
        let code = lower.split(['-', '_']).next().unwrap_or_default();
        let code = short_code(code);
        if matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase()) {
            Ok(Language::of(code))
        } else {
            Err(LanguageError(text.to_owned()))
        }
    }
}

/// The code of two letters, if the language of `code` has one.
fn short_code(code: &str) -> &str {
    LONG_CODES.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short)
}

/// ISO 639-3 and 639-2 codes, and codes of older usage, of languages that have a code of two letters.
const LONG_CODES: &[(&str, &str)] = &[
    ("ara", "ar"),
    ("arb", "ar"),
    ("aze", "az"),
    ("azj", "az"),
    ("bel", "be"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("est", "et"),
    ("fas", "fa"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jpn", "ja"),
    ("kat", "ka"),
    ("kaz", "kk"),
    ("kir", "ky"),
    ("kor", "ko"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mkd", "mk"),
    ("mon", "mn"),
    ("nb", "no"),
    ("nld", "nl"),
    ("nn", "no"),
    ("nob", "no"),
    ("nor", "no"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tgk", "tg"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("zho", "zh"),
];

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.code())
    }
}

impl TryFrom<String> for Language {
    type Error = LanguageError;
    fn try_from(text: String) -> Result<Self, LanguageError> {
        text.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_names_and_regions_name_the_same_language() {
        for text in ["ru", "RU", "rus", "ru-RU", "Russian", "русский"] {
            assert_eq!(text.parse(), Ok(Language::RUSSIAN), "{text}");
        }
        assert_eq!("zh_Hans_CN".parse(), Ok(Language::CHINESE));
        assert_eq!("grc".parse::<Language>().unwrap().code(), "grc");
        for text in ["", "x", "en glish", "рус", "1a"] {
            assert!(text.parse::<Language>().is_err(), "{text}");
        }
    }

    #[test]
    fn every_listed_language_has_a_well_formed_code() {
        for (code, name, autonym) in NAMES {
            let language: Language = code.parse().unwrap();
            assert_eq!((language.name(), language.autonym()), (*name, *autonym));
        }
        assert!(NAMES.iter().all(|(_, name, autonym)| [name, autonym].iter().all(|own| own.len() > 2)));
        assert_eq!("nb".parse::<Language>().unwrap().code(), "no");
        assert!(LONG_CODES.iter().all(|(_, short)| NAMES.iter().any(|(code, _, _)| code == short)));
    }
}
