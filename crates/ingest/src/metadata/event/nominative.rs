//! Russian names of meetings out of the case in which titles have them: «на Девятой встрече секретарей» is Девятая встреча
//! секретарей.
//!
//! Only the word for the meeting and the adjectives before it change; what stands behind is in the genitive or in quotation
//! marks anyway. A name with another word before the one for the meeting stays as it is.

use Gender::{Feminine, Masculine, Neuter, Plural};

/// What the adjectives agree with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Masculine,
    Neuter,
    Feminine,
    Plural,
}

/// Stems of the words for meetings, what the nominative adds to them, and their gender.
const NOUNS: [(&str, &str, Gender); 20] = [
    ("встреч", "а", Feminine),
    ("заседани", "е", Neuter),
    ("совещани", "е", Neuter),
    ("собрани", "е", Neuter),
    ("саммит", "", Masculine),
    ("форум", "", Masculine),
    ("диалог", "", Masculine),
    ("семинар", "", Masculine),
    ("симпозиум", "", Masculine),
    ("конгресс", "", Masculine),
    ("съезд", "", Masculine),
    ("стол", "", Masculine),
    ("конференци", "я", Feminine),
    ("видеоконференци", "я", Feminine),
    ("сесси", "я", Feminine),
    ("дискусси", "я", Feminine),
    ("дебат", "ы", Plural),
    ("консультаци", "и", Plural),
    ("слушани", "я", Plural),
    ("переговор", "ы", Plural),
];

/// Endings of adjectives in other cases, and in the nominative by gender: masculine, neuter, feminine, plural. After к, г
/// and х, and after ж, ч, ш and щ, other letters stand in some of them.
const ADJECTIVES: [(&str, [&str; 4]); 11] = [
    ("ьем", ["ий", "ье", "", ""]),
    ("ьего", ["ий", "ье", "", ""]),
    ("ьей", ["", "", "ья", ""]),
    ("ом", ["ый", "ое", "", ""]),
    ("ого", ["ый", "ое", "", ""]),
    ("ем", ["ий", "ее", "", ""]),
    ("его", ["ий", "ее", "", ""]),
    ("ой", ["", "", "ая", ""]),
    ("ей", ["", "", "яя", ""]),
    ("ых", ["", "", "", "ые"]),
    ("их", ["", "", "", "ие"]),
];

/// Endings of numbers in figures: «77-й сессии», «15-м форуме».
const NUMBERS: [(&str, [&str; 4]); 4] = [
    ("-м", ["-й", "-е", "", ""]),
    ("-го", ["-й", "-е", "", ""]),
    ("-й", ["", "", "-я", ""]),
    ("-ой", ["", "", "-я", ""]),
];

/// The name in the nominative.
pub(super) fn nominative(event: &str) -> String {
    let words: Vec<&str> = event.split(' ').collect();
    let found = words.iter().enumerate().find_map(|(at, word)| Some((at, noun(word)?)));
    let Some((at, (noun, gender))) = found else { return event.to_owned() };
    let before: Option<Vec<String>> = words[..at].iter().map(|word| adjective(word, gender)).collect();
    match before {
        Some(before) => {
            let after = words[at + 1..].iter().map(|word| (*word).to_owned());
            before.into_iter().chain([noun]).chain(after).collect::<Vec<_>>().join(" ")
        }
        None => event.to_owned(),
    }
}

/// A word for a meeting in the nominative.
fn noun(word: &str) -> Option<(String, Gender)> {
    let lower = word.to_lowercase();
    let own = |(stem, ending, gender): &(&str, &str, Gender)| {
        let rest = lower.strip_prefix(stem).filter(|rest| rest.chars().count() <= 2)?;
        let kept = &word[..word.len() - rest.len()];
        Some((format!("{kept}{ending}"), *gender))
    };
    NOUNS.iter().find_map(own)
}

/// An adjective or a number, as it stands before a noun of a gender in the nominative. Roman numerals and abbreviations
/// don't decline.
fn adjective(word: &str, gender: Gender) -> Option<String> {
    if !word.chars().any(char::is_lowercase) && !word.contains('-') {
        return Some(word.to_owned());
    }
    let form = |(case, forms): &(&str, [&'static str; 4])| {
        let stem = word.strip_suffix(case)?;
        let ending = forms[gender as usize];
        (!ending.is_empty()).then(|| (stem.to_owned(), ending))
    };
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return NUMBERS.iter().find_map(form).map(|(stem, ending)| stem + ending);
    }
    let (stem, ending) = ADJECTIVES.iter().find_map(form)?;
    let ending = match (stem.chars().last()?, ending) {
        ('к' | 'г' | 'х', "ый") => "ий",
        ('ж' | 'ч' | 'ш' | 'щ', "яя") => "ая",
        _ => ending,
    };
    Some(stem + ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_leave_their_case() {
        for (declined, plain) in [
            ("Девятой встрече секретарей", "Девятая встреча секретарей"),
            ("заседании Постоянного совета ОБСЕ", "заседание Постоянного совета ОБСЕ"),
            ("пленарном заседании Ассамблеи", "пленарное заседание Ассамблеи"),
            ("Астанинском международном форуме", "Астанинский международный форум"),
            ("XV Форума творческой интеллигенции", "XV Форум творческой интеллигенции"),
            ("77-й сессии Генеральной Ассамблеи", "77-я сессия Генеральной Ассамблеи"),
            ("15-м форуме", "15-й форум"),
            ("общих дебатах 77-й сессии", "общие дебаты 77-й сессии"),
            ("внеочередной предстоящей сессии", "внеочередная предстоящая сессия"),
            ("саммите «Вода»", "саммит «Вода»"),
            ("Третьей конференции", "Третья конференция"),
            ("круглом столе по воде", "круглый стол по воде"),
            ("Третья конференция", "Третья конференция"),
            ("мероприятии на полях форума", "мероприятии на полях форума"),
        ] {
            assert_eq!(nominative(declined), plain);
        }
    }
}
