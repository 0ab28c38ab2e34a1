//! How speakers address their audience.

/// The beginnings of salutations in lower case, by language.
const SALUTATIONS: &[&str] = &[
    "mr",
    "mdm",
    "madam",
    "dear ",
    "excellenc",
    "your excellenc",
    "your majest",
    "distinguished ",
    "ladies and",
    "honourable ",
    "honorable ", // en
    "monsieur le",
    "madame la",
    "mesdames",
    "messieurs",
    "chers ",
    "chères ", // fr
    "señor",
    "excelent",
    "distinguid",
    "estimad", // es
    "уважаем",
    "дорогие ",
    "дорогой ",
    "господин",
    "госпожа",
    "дамы и",
    "ваш", // ru
    "السيد",
    "سيدي",
    "أصحاب",
    "معالي", // ar
    "主席先生",
    "尊敬的",
    "各位",
    "女士们", // zh
];

/// Whether a text begins as a salutation does.
pub(super) fn begins(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start: String = text.chars().take(20).collect::<String>().to_lowercase();
    SALUTATIONS.iter().any(|salutation| start.starts_with(salutation))
}
