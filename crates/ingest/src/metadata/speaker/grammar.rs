//! How a person is named together with an office: "the HPO Secretary General Mira Tolvane", "Mira Tolvane, Secretary
//! General of the HPO".

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Match, Regex};
use verbale_statement::{Country, Speaker};

use super::super::kind;
use super::super::pattern::pattern;
use super::ANNOUNCES;
use super::forms::forms;
use super::genitive::Genitive;
use super::issuer::{is_field, until_occasion};
use super::lists::{AFTER_NAMES, HONOURS, NO_ISSUERS, NO_NAMES};
use super::tables::{self, Words};

/// Beginnings of the words for a deputy, and for who acts as somebody, in languages with cases.
const DEPUTIES: [&str; 5] = ["заместител", "заступник", "намесні", "и.о", "обязанности"];

/// Endings of the words of offices in the genitive.
const GENITIVE: [&str; 7] = ["ого", "его", "ага", "а", "я", "ы", "и"];

/// The longest word of capitals, in letters, that is rather a body than a person without a first name.
const LONGEST_ACRONYM: usize = 4;

/// How many places of a text are tried with one form; a title has fewer offices.
const TRIES: usize = 20;

/// A person found in a text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The person.
    pub(super) speaker: Speaker,
    /// How the name declines, if it stands in the genitive.
    pub(super) genitive: Option<&'static Genitive>,
    /// Where name and office stand, in bytes.
    pub(super) span: Range<usize>,
}

struct Grammar {
    signs: &'static [&'static str],
    /// The forms take milliseconds to compile, so that each language waits for a text that may need it.
    forms: LazyLock<Vec<Regex>, Box<dyn FnOnce() -> Vec<Regex> + Send>>,
    /// How many forms at the end have a word of honour before the name, which is then sure to be one.
    honoured: usize,
    nominatives: &'static [(&'static str, &'static str)],
    genitive: Option<&'static Genitive>,
}

static GRAMMARS: LazyLock<Vec<Grammar>> =
    LazyLock::new(|| tables::all().into_iter().map(Grammar::new).collect());

impl Grammar {
    fn new(words: Words) -> Self {
        let (signs, nominatives, genitive) = (words.signs, words.nominatives, words.genitive);
        let honoured = if words.honour.is_empty() { 0 } else { 2 };
        Self { signs, nominatives, genitive, honoured, forms: LazyLock::new(Box::new(move || forms(&words))) }
    }

    /// Whether a text in lower case, with a space before it, may name an office.
    fn may_be_in(&self, lower: &str) -> bool {
        self.signs.iter().any(|sign| lower.contains(sign))
    }

    /// The first person of each form, the surer forms first.
    fn find(&self, text: &str) -> Option<Found> {
        let found =
            self.forms.iter().enumerate().filter_map(|(at, form)| Some((at, self.first(form, text)?)));
        // Forms overlap; the one that begins first has the whole, and of those the one with the whole office.
        let office = |found: &Found| found.speaker.role.as_ref().map_or(0, String::len);
        let is_unsure = |at: usize| at + self.honoured < self.forms.len();
        found
            .min_by_key(|(at, found)| (found.span.start, is_unsure(*at), Reverse(office(found))))
            .map(|(_, found)| found)
    }

    /// The first person in a form. What is none may have begun too early: "Chair, Foreign Minister Rosalind Achterberg".
    fn first(&self, form: &Regex, text: &str) -> Option<Found> {
        let (mut from, mut tries) = (0, 0);
        while let Some(captures) = form.captures_at(text, from).filter(|_| tries < TRIES) {
            if let Some(found) = self.person(text, &captures) {
                return Some(found);
            }
            let start = captures.get(0)?.start();
            from = start + text[start..].chars().next()?.len_utf8();
            tries += 1;
        }
        None
    }

    fn person(&self, text: &str, captures: &Captures<'_>) -> Option<Found> {
        let name = captures.name("name")?;
        let whole = captures.get(0)?;
        let kept = shortened(name.as_str());
        let last = whole.end() == name.end();
        let end = if last { name.start() + kept.len() } else { whole.end() };
        // A capital right behind means that the name was cut in the middle.
        let cut = last
            && kept.len() == name.len()
            && text[end..].trim_start_matches(' ').starts_with(char::is_uppercase)
            && text[end..].starts_with(' ');
        // "The President Karvon’s book" is about him.
        let is_owner = text[end..].starts_with(['’', '\'']) && !owns_speech(&text[end..]);
        let unfit = kept.is_empty()
            || cut
            || is_owner
            || !kept.starts_with(char::is_uppercase) && !NOBLE.iter().any(|beginning| kept.starts_with(beginning))
            // "Заявление Председателя ШОС"
            || is_acronym(kept) && kept.chars().count() <= LONGEST_ACRONYM
            // "Permanent Representative of Norvia" without a name.
            || Country::named(kept).is_some()
            // "Discours de Mme Hélène Castanier"
            || kept.split(' ').next().is_some_and(announces)
            || kept.split([' ', '-']).any(|word| NO_NAMES.contains(&word.to_lowercase().as_str()));
        if unfit {
            return None;
        }
        let ahead = captures.name("before");
        let before = ahead.map(|it| {
            it.as_str().trim_start_matches("And ").trim_start_matches("The ").trim_start_matches("the ")
        });
        let before = before.map(|it| it.trim_end_matches("’s").trim_end_matches("'s"));
        let is_body = |it: &&str| {
            let is_honour = it.split(' ').any(|word| HONOURS.contains(&word.to_lowercase().as_str()));
            *it != "The"
                && !is_honour
                && (it.contains([' ', '.']) || is_acronym(it) || Country::named(it).is_some())
        };
        let before = before.filter(is_body);
        // "As President Karvon said": the first word of a sentence is no organisation's.
        let begins = ahead.is_some_and(|it| NO_ISSUERS.contains(&it.as_str().to_lowercase().as_str()));
        let office = captures.name("office")?;
        // In titles that capitalise every word "And" joins two persons.
        let joined = text[whole.start()..].starts_with("And ");
        let start = match ahead {
            Some(_) if begins => office.start(),
            Some(_) if joined => whole.start() + "And ".len(),
            _ => whole.start(),
        };
        let behind = captures.name("issuer");
        // "Minister of Veterans Affairs": what isn't a state is what the minister is for.
        let field = behind.filter(|it| office.as_str().ends_with("Minister") && is_field(it.as_str()));
        let (role, issuer) = match field {
            Some(field) => (text[office.start()..field.end()].to_owned(), before),
            None => {
                // "U.S. Representative to the United Nations"
                let is_sent = |it: &Match<'_>| text[office.end()..it.start()].trim_start().starts_with("to ");
                let own =
                    before.filter(|it| Country::named(it).is_some() || behind.as_ref().is_some_and(is_sent));
                let issuer = own.or_else(|| behind.map(|it| until_occasion(it.as_str()))).or(before);
                (self.nominative(office.as_str()), issuer)
            }
        };
        let genitive = self.genitive.filter(|_| self.is_genitive(office.as_str()));
        Some(Found {
            genitive,
            speaker: Speaker {
                name: kept.to_owned(),
                role: Some(role),
                affiliation: issuer.map(str::to_owned),
            },
            span: start..end,
        })
    }

    /// Whether an office stands in the genitive: the first of its words that declines does.
    fn is_genitive(&self, office: &str) -> bool {
        let words = office.split([' ', '-']).map(str::to_lowercase);
        let mut declined = words.filter_map(|word| Some((self.known(&word)?, word)));
        declined.next().is_some_and(|(nominative, word)| {
            nominative != word && GENITIVE.iter().any(|ending| word.ends_with(ending))
        })
    }

    /// The nominative of a word of an office, in lower case, if it is one that declines.
    fn known(&self, word: &str) -> Option<&'static str> {
        let known = self.nominatives.iter().filter(|(stem, _)| word.starts_with(stem));
        known.max_by_key(|(stem, _)| stem.len()).map(|(_, nominative)| *nominative)
    }

    /// The office with its declined words in the nominative, the first letter as it was.
    fn nominative(&self, office: &str) -> String {
        if self.nominatives.is_empty() {
            return office.to_owned();
        }
        // "Заместителя Министра": whose deputy it is stays in the genitive.
        let deputy =
            office.split(' ').position(|word| DEPUTIES.iter().any(|it| word.to_lowercase().starts_with(it)));
        // "Заместителя Премьер-Министра – Министра иностранных дел" holds another office besides.
        let second = office.split(' ').position(|word| matches!(word, "–" | "—" | "-"));
        let of_another = |at: usize| {
            deputy.is_some_and(|deputy| {
                at > deputy && second.is_none_or(|second| at < second || second < deputy)
            })
        };
        let words: Vec<String> = office
            .split(' ')
            .enumerate()
            .map(|(at, word)| match self.known(&word.to_lowercase()).filter(|_| !of_another(at)) {
                Some(known) if at == 0 || word.starts_with(char::is_uppercase) && second == Some(at - 1) => {
                    capitalised(known)
                }
                Some(known) => known.to_owned(),
                None if at == 0 => capitalised(word),
                None => word.to_owned(),
            })
            .collect();
        words.join(" ")
    }
}

/// The first person with an office that a text names, in any of the languages.
pub(super) fn find(text: &str) -> Option<Found> {
    let lower = format!(" {}", text.to_lowercase());
    let grammars = GRAMMARS.iter().filter(|grammar| grammar.may_be_in(&lower));
    // Words of near languages look alike: the one that understands more has it.
    let understood = |found: &Found| {
        [&found.speaker.role, &found.speaker.affiliation].map(|it| it.as_ref().map_or(0, String::len))
    };
    grammars
        .filter_map(|grammar| {
            Some((grammar.genitive.is_some_and(|it| it.is_foreign(text)), grammar.find(text)?))
        })
        .min_by_key(|(is_foreign, found)| (found.span.start, *is_foreign, Reverse(understood(found))))
        .map(|(_, found)| found)
}

/// Whether a word announces a speaker, and so isn't the first of a name.
fn announces(word: &str) -> bool {
    kind::named_in(word).is_some() || ANNOUNCES.find(word).is_some_and(|found| found.len() == word.len())
}

/// What small letters a family name may begin with.
const NOBLE: [&str; 3] = ["al-", "von ", "van "];

/// Whether what stands behind a name makes something that is said its own: "’s opening remarks".
pub(super) fn owns_speech(behind: &str) -> bool {
    OWNS.is_match(behind)
}

static OWNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[’'](?:s)?\s+(?:(?:opening|closing|introductory|welcoming|welcome|video|written|oral|doorstop|doorstep|regular|joint|media|press|keynote|and|brief|the|full|exclusive|national|inaugural)\s+){0,3}(?:remarks?|answers?|replies|response|interview|comments?|statements?|speech|address|briefing|conference|message|letter|article|reply|reaction|lecture|keynote|op-ed|intervention)\b",
    )
});

/// A name up to the first word that belongs to what follows.
pub(super) fn shortened(name: &str) -> &str {
    let mut end = 0;
    for (at, word) in name.split_inclusive(' ').enumerate() {
        let lower = word.trim().to_lowercase();
        // "President Andrzej Duda General debate of the …" is how lines of a cover run together.
        let is_event = at >= 2 && ["general", "debate", "session"].contains(&lower.as_str());
        if is_event || AFTER_NAMES.contains(&lower.as_str()) {
            break;
        }
        let own = word.trim_end();
        if let Some(owner) = own.strip_suffix("’s").or_else(|| own.strip_suffix("'s")) {
            end += owner.len();
            break;
        }
        end += word.len();
    }
    name[..end].trim()
}

fn is_acronym(text: &str) -> bool {
    text.chars().count() > 1 && text.chars().all(char::is_uppercase)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
