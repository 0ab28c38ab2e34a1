//! Languages of Latin script that show by their small words.
//!
//! Statistics of letters need some forty letters and may err on texts full of names; three different small words of
//! one language and hardly one of another are surer, and faster to find. Related languages share some of them, but
//! hardly three.

use verbale_statement::Language;

const WORDS: &[(Language, &[&str])] = &[
    (
        Language::ENGLISH,
        &[
            "the", "of", "and", "to", "that", "are", "with", "which", "this", "has", "been", "our", "it",
            "by", "from", "its", "not", "as", "their", "will", "your", "for",
        ],
    ),
    (
        Language::FRENCH,
        &[
            "les", "des", "et", "du", "est", "dans", "pour", "qui", "nous", "au", "aux", "cette", "avec",
            "sont", "ont", "sur", "une", "ces", "leur", "vous", "été", "être", "notre", "votre",
        ],
    ),
    (
        Language::SPANISH,
        &[
            "el", "los", "las", "del", "y", "más", "sus", "pero", "nuestro", "nuestra", "también", "hemos",
            "fue", "usted", "hoy", "ellos", "muy",
        ],
    ),
];

/// How many different small words are evidence, and how many of all words they must be: one in so many.
const DIFFERENT: usize = 3;
const ONE_IN: usize = 8;

/// The language whose small words a text is full of, if there are hardly any of another.
pub(super) fn language(text: &str) -> Option<Language> {
    let found = Found::in_text(text)?;
    let is_clear = found.most > 3 * found.second && found.most * ONE_IN >= found.words;
    (is_clear && found.different >= DIFFERENT).then_some(found.language)
}

/// The language of which a text has at least two small words, and none of another: likely, if nothing else is known.
pub(super) fn likely(text: &str) -> Option<Language> {
    Found::in_text(text).filter(|found| found.most >= 2 && found.second == 0).map(|found| found.language)
}

/// The small words of a text.
struct Found {
    language: Language,
    /// How many are of that language, and how many of the next.
    most: usize,
    second: usize,
    /// How many different ones are of that language.
    different: usize,
    /// How many words there are in all.
    words: usize,
}

impl Found {
    fn in_text(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let mut counts: Vec<(usize, usize)> = WORDS
            .iter()
            .enumerate()
            .map(|(index, (_, own))| (words.iter().filter(|word| own.contains(word)).count(), index))
            .collect();
        counts.sort_unstable_by_key(|(count, _)| std::cmp::Reverse(*count));
        let [(most, index), (second, _), ..] = counts[..] else { return None };
        let (language, own) = WORDS[index];
        let different = own.iter().filter(|own| words.contains(own)).count();
        Some(Self { language, most, second, different, words: words.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_and_names_do_not() {
        assert_eq!(language("The chair of the Assembly and its members"), Some(Language::ENGLISH));
        assert_eq!(language("Nous et les membres du Conseil"), Some(Language::FRENCH));
        assert_eq!(language("La presidenta y los miembros del Consejo"), Some(Language::SPANISH));
        for other in [
            "Mira Tolvane, Isaura Benavente, Tomas Lindquist-Ahr",
            "La presidenta i els membres del Consell de la regió",
            "A presidente e os membros do Conselho para as águas",
            "Il presidente e i membri del Consiglio per la regione",
            "Die Mitglieder des Paktes haben sich auf den Vertrag geeinigt",
        ] {
            assert_eq!(language(other), None, "{other}");
        }
    }
}
