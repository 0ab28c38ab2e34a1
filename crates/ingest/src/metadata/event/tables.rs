//! The words by which events are known, language by language.

use std::sync::LazyLock;

use regex::Regex;

use super::super::pattern::pattern;

/// The words of a language, as regular expressions without groups that have names, and as plain words in lower case.
pub(super) struct Words {
    /// Prepositions behind which an event can stand, if a word for a kind of statement goes before.
    pub(super) before: &'static str,
    /// Verbs behind which an event stands.
    pub(super) verbs: &'static str,
    /// Articles, and "opening of the".
    pub(super) articles: &'static str,
    /// Words for meetings.
    pub(super) nouns: &'static str,
    /// The same, to be found in lower case.
    pub(super) noun: LazyLock<Regex>,
    /// Words that don't stand inside an event's name before the word for the meeting.
    pub(super) other: &'static [&'static str],
    /// Words behind the word for a meeting after which it is with a person, and has no name.
    pub(super) with: &'static [&'static str],
    /// Whether a name stands in another case behind a preposition.
    pub(super) declines: bool,
    /// Meetings with the press.
    pub(super) press: &'static [&'static str],
}

impl Words {
    /// Whether a text in lower case begins with the name of a meeting: a word for one is among its first five, with no
    /// preposition before it.
    pub(super) fn begins_event(&self, lower: &str) -> bool {
        let beginning = lower.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
        let Some(noun) = self.noun.find(&beginning) else { return false };
        let is_other = beginning[..noun.start()].split(' ').any(|word| self.other.contains(&word));
        lower.contains(' ') && !is_other
    }
}

const ENGLISH: &str = r"meetings?|summits?|conferences?|sessions?|forums?|symposiums?|seminars?|workshops?|round\s?tables?|debates?|videoconferences?|plenary|dialogues?|consultations|hearings?|ministerial council";
const RUSSIAN: &str = r"встреч[еуи]|заседани[еия]|саммит[еау]?|конференци[ияю]|сесси[ияю]|форум[еау]?|совещани[еия]|дебатах|дискусси[ию]|видеоконференци[ию]|диалог[еа]|консультациях|семинар[еа]|симпозиум[еа]|круглом столе|конгресс[еа]|съезд[еа]|слушаниях";
const FRENCH: &str = r"sommet|conférence|réunion|session|forum|colloque|séminaire|débat|table ronde|rencontre|symposium|plénière";
const SPANISH: &str = r"cumbre|conferencia|reunión|sesión|foro|debate|seminario|per[ií]odo de sesiones|encuentro|coloquio|diálogo|mesa redonda|plenaria";
const GERMAN: &str = r"\p{L}*konferenz|\p{L}*gipfel|\p{L}*treffen|\p{L}*forum|tagung|sondertagung|\p{L}*sitzung|\p{L}*versammlung|debatte|generaldebatte|symposium|dialog";
const PORTUGUESE: &str =
    r"cúpula|cimeira|conferência|reunião|sessão|fórum|debate|seminário|encontro|diálogo|assembleia";
const ITALIAN: &str =
    r"vertice|summit|conferenza|riunione|sessione|forum|dibattito|seminario|incontro|dialogo|assemblea";
const ARABIC: &str = r"(?:ال)?(?:قمة|مؤتمر|اجتماع|جلسة|دورة|منتدى|ندوة|مناقشة|ملتقى)";

/// Every language.
pub(super) static WORDS: [Words; 8] = [
    Words {
        before: "at|to|before|during|in",
        verbs: "took part in|takes part in|taking part in|participated in|participates in|spoke at|speaks at|spoke before|addressed|addresses|attended|attends",
        articles: r"the\s+|an?\s+|(?:opening|closing|inauguration)(?:\s+(?:ceremony|session))?\s+of\s+",
        nouns: ENGLISH,
        noun: LazyLock::new(|| whole(ENGLISH)),
        other: &[
            "on", "of", "with", "for", "by", "from", "to", "after", "at", "in", "his", "her", "their", "our",
            "this", "who",
        ],
        with: &["with ", "between "],
        declines: false,
        press: &["press ", "news conference", "media "],
    },
    Words {
        before: "на|перед|в ходе|во время|участникам|в",
        verbs: "принял[аи]? участие в|принял[аи]? участие во|принимает участие в|выступил[аи]? на|выступил[аи]? перед|выступает на",
        articles: r"открыти[ие]\s+|закрыти[ие]\s+|церемони[ия] (?:открытия|закрытия)\s+|участниками\s+|рабоч\w+ части\s+",
        nouns: RUSSIAN,
        noun: LazyLock::new(|| whole(RUSSIAN)),
        other: &["с", "по", "о", "об", "для", "на", "в", "во", "из", "к", "и"],
        with: &["с ", "со ", "между "],
        declines: true,
        press: &["пресс-", "журналист"],
    },
    Words {
        before: "à|au|aux|lors|devant|pendant",
        verbs: "a participé à|a participé au|participe à|est intervenue? à|est intervenue? au|est intervenue? lors",
        articles: r"(?:la|le|les|du|des|de)\s+|[ld][’']|(?:ouverture|clôture|occasion)\s+",
        nouns: FRENCH,
        noun: LazyLock::new(|| whole(FRENCH)),
        other: &["sur", "de", "du", "des", "avec", "pour", "par", "à", "au", "en", "son", "sa", "cette"],
        with: &["avec ", "entre "],
        declines: false,
        press: &["de presse"],
    },
    Words {
        before: "en|ante|durante|a",
        verbs: "participó en|participa en|intervino en|intervino ante|asistió a",
        articles: r"(?:la|el|los|las|del|de)\s+|(?:apertura|inauguración|clausura|inicio)\s+",
        nouns: SPANISH,
        noun: LazyLock::new(|| whole(SPANISH)),
        other: &["sobre", "de", "del", "con", "para", "por", "en", "su", "esta", "a"],
        with: &["con ", "entre "],
        declines: false,
        press: &["de prensa"],
    },
    Words {
        before: "auf|bei|vor|am|im|beim|zur|zum|an",
        verbs: "sprach auf|spricht auf|sprach bei|spricht bei",
        articles: r"(?:der|dem|des|den|die)\s+|eröffnung\s+(?:der|des)\s+",
        nouns: GERMAN,
        noun: LazyLock::new(|| whole(GERMAN)),
        other: &["mit", "zu", "zum", "zur", "von", "für", "über", "nach", "in", "im", "des"],
        with: &["mit ", "zwischen "],
        declines: false,
        press: &["presse"],
    },
    Words {
        before: "na|no|em|à|ao|durante|perante",
        verbs: "participou na|participou no|participou da|participou do|discursou na|discursou no|interveio na|interveio no",
        articles: r"(?:a|o|as|os)\s+|(?:abertura|encerramento|sessão de (?:abertura|encerramento))\s+d[ao]\s+",
        nouns: PORTUGUESE,
        noun: LazyLock::new(|| whole(PORTUGUESE)),
        other: &["sobre", "de", "do", "da", "com", "para", "por", "em", "sua"],
        with: &["com ", "entre "],
        declines: false,
        press: &["imprensa"],
    },
    Words {
        before: "alla|al|allo|nella|nel|durante",
        verbs: "è intervenuto alla|è intervenuta alla|è intervenuto al|è intervenuta al|ha partecipato alla|ha partecipato al",
        articles: r"(?:la|il|lo)\s+|(?:apertura|chiusura)\s+del(?:la|lo)?\s+",
        nouns: ITALIAN,
        noun: LazyLock::new(|| whole(ITALIAN)),
        other: &["su", "sul", "sulla", "di", "del", "della", "con", "per", "da"],
        with: &["con ", "tra ", "fra "],
        declines: false,
        press: &["stampa"],
    },
    Words {
        before: "أمام|في|خلال|لدى|إلى",
        verbs: "شارك في|شاركت في|تشارك في|يشارك في",
        articles: r"(?:افتتاح|ختام|أعمال)\s+",
        nouns: ARABIC,
        noun: LazyLock::new(|| whole(ARABIC)),
        other: &["مع", "حول", "بشأن", "عن", "من", "على", "في"],
        with: &["مع ", "بين "],
        declines: false,
        press: &["صحفي", "صحافي"],
    },
];

/// Words between the name of an event and its date.
pub(super) const BEFORE_DATES: [&str; 14] =
    ["on", "from", "of", "in", "the", "le", "du", "el", "del", "de", "от", "в", "يوم", "and"];

fn whole(nouns: &str) -> Regex {
    pattern(&format!(r"(?:^|\s)(?:{nouns})(?:$|[\s,.;:()|])"))
}
