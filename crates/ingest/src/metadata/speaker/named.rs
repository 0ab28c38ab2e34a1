//! Speakers who are named without an office: "Remarks by Tomas Lindquist-Ahr at …".

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::{Country, Speaker};

use super::super::kind;
use super::super::pattern::pattern;
use super::forms::{CAPITAL, PARTICLE};
use super::genitive::{self, Genitive};
use super::grammar::{owns_speech, shortened};
use super::lists::{NO_FIRST_NAMES, NO_NAMES};

/// Words of speaking and what joins them to a name. "Declaración de Puerto Claro" is named after a place, so that words
/// for solemn texts are not among them where "of" joins.
static FORMS: LazyLock<[Regex; 6]> = LazyLock::new(|| {
    let address = r"(?:(?:H\.\s?E\.|(?:His|Her) (?:Excellency|Eminence|(?:Royal |Serene )?Highness)|Sir|Dame|Lord|Lady|Baroness|Senator|Ambassador|S\.\s?E\.(?:\s?M(?:\.|me))?|Cardinal|Archbishop|Professor|Prof\.|Sheikha?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|M\.|Mme|Monsieur|Madame|Sr\.|Sra\.|don|doña)\s+)*";
    let name = format!(
        r"(?P<name>\p{{Lu}}\.\s?(?:\p{{Lu}}\.\s?)?{CAPITAL}|{CAPITAL}(?:\s+\p{{Lu}}\.)?(?:\s+(?:{PARTICLE}\s+)*{CAPITAL}){{1,3}})"
    );
    [
        pattern(&format!(r"\b(?P<by>by|BY)\s+{address}{name}")),
        pattern(&format!(
            r"(?:^|[:–—]\s)(?i:discours|allocution|entretien|intervention|propos|conférence de presse|discurso|palabras|intervención|entrevista|alocución|(?P<russian>выступление|речь|лекция|доклад|интервью|статья|(?:совместная )?пресс-конференция|(?:вступительное |приветственное )?слово)|speech|address|remarks|interview)\s+(?:(?:de|par|con|avec|of|with)\s+|d[’'])?{address}{name}"
        )),
        // Gleb Sartakov’s speech
        pattern(&format!(r"^(?P<owner>{address}{name})")),
        // Gleb Sartakov: “…”
        pattern(&format!(r#"^{address}{name}(?:\s+\([^)]*\))?\s*(?P<colon>:)\s*[«“„"]"#)),
        // Глеб Сартаков: …
        pattern(&format!(
            r"^(?P<name>(?:{CAPITAL}|\p{{Lu}}\.(?:\s?\p{{Lu}}\.)?) ?\p{{Lu}}\p{{Ll}}+(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ский|ская|енко|[уюя]к|ич|ян|дзе|швили)):\s+\p{{Lu}}"
        )),
        pattern(&format!(
            r"^{address}{name}\s+(?:addressed|delivered (?:a|the|his|her)|gave (?:a|an|the)|spoke (?:at|to|on|about|by|with)|выступила? (?:на|в|перед|с)|дала? интервью|ответила? на вопросы)\s"
        )),
    ]
});

/// A name and nothing else.
static ALONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"^{CAPITAL}(?:\s+\p{{Lu}}\.)?(?:\s+(?:{PARTICLE}\s+)*{CAPITAL}){{1,3}}$"))
});

/// Words that the names of editorial offices, press services and accounts have, in lower case.
const STAFF: [&str; 26] = [
    "press",
    "media",
    "news",
    "editor",
    "editorial",
    "web",
    "webmaster",
    "admin",
    "administrator",
    "desk",
    "staff",
    "team",
    "service",
    "communications",
    "redaction",
    "redacción",
    "rédaction",
    "presse",
    "prensa",
    "пресс-служба",
    "служба",
    "редакция",
    "отдел",
    "centre",
    "center",
    "portal",
];

/// Whether a text is the name of a person: two to four words with a capital, none of which belongs to the name of a state,
/// a body or an office.
pub(super) fn is_person(text: &str) -> bool {
    let is_staff = text.split([' ', '-']).any(|word| STAFF.contains(&word.to_lowercase().as_str()));
    ALONE.is_match(text) && !is_staff && has_no_other_words(text)
}

fn has_no_other_words(name: &str) -> bool {
    let words: Vec<String> = name.split([' ', '-']).map(str::to_lowercase).collect();
    let is_other = |word: &String| NO_NAMES.contains(&word.as_str());
    name.contains([' ', '.']) && !NO_FIRST_NAMES.contains(&words[0].as_str()) && !words.iter().any(is_other)
}

/// The person whom a line names as its speaker without an office, and how the name declines if it stands in the genitive.
pub(super) fn find(line: &str) -> Option<(Speaker, Option<&'static Genitive>)> {
    FORMS.iter().find_map(|form| {
        let captures = form.captures(line)?;
        let is_russian = captures.name("russian").is_some();
        if let Some(by) = captures.name("by") {
            // "Speech by", not "a treaty signed by".
            let before = line[..by.start()].trim_end();
            let end = kind::last_word_end(before)?;
            let between = before[end..].trim();
            let is_given =
                ["delivered", "made", "given", "presented"].iter().any(|verb| between.ends_with(verb));
            (between.is_empty() || is_given).then_some(())?;
        }
        let found = captures.name("name")?;
        let name = shortened(found.as_str());
        let rest = line[found.start() + name.len()..].trim_start();
        if captures.name("colon").is_some() && Country::named(name).is_some() {
            return None;
        }
        if captures.name("owner").is_some() {
            let is_first_word_of_kind = kind::named_in(name.split(' ').next()?).is_some();
            (owns_speech(rest) && !is_first_word_of_kind).then_some(())?;
        }
        let next = rest.chars().next();
        let ends = next.is_none_or(|c| {
            c.is_lowercase() || matches!(c, ',' | '’' | '\'' | '(' | ':' | '–' | '—' | '“' | '"' | '«')
        });
        let speaker = || Speaker { name: name.to_owned(), role: None, affiliation: None };
        (ends && has_no_other_words(name)).then(|| (speaker(), is_russian.then_some(&genitive::RUSSIAN)))
    })
}
