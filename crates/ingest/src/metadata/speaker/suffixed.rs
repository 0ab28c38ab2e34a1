//! Speakers in Turkic languages, where the ending of the genitive joins a person to what is said: "Dışişleri Bakanı Hakan
//! Fidan'ın konuşması", «Президент Қасым-Жомарт Тоқаевтың сөзі».

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::Speaker;

use super::super::pattern::pattern;

static FORMS: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    let word = r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?";
    [
        pattern(&format!(
            r"^(?P<issuer>(?:{word}\s+){{0,3}}?)(?P<office>Dışişleri Bakan(?:ı|lığı Sözcüsü)|(?:Millî|Milli) Savunma Bakanı|Cumhurbaşkanı(?: Yardımcısı)?|Başbakanı?|Genel Sekreteri?|Dışişleri Bakan Yardımcısı|Büyükelçi|Bakan Yardımcısı|Bakan)\s+(?:(?:Sayın|Büyükelçi|Dr\.|Prof\.)\s+)*(?P<name>{word}(?:\s+{word}){{0,3}})[’'](?:n?[ıiuü]n)\s+(?:.*\s)?(?i:konuşma|açıklama|basın toplantı|mülakat|röportaj|demec|mesaj|hitab|beyan|makale|söyleşi)"
        )),
        // The genitive is written as one with the name: its ending comes off.
        pattern(&format!(
            r"^(?P<issuer>(?:{word}\s+){{0,3}}?)(?P<office>(?:Мемлекет басшысы|Президент[іи]?|Премьер-[Мм]инистр[іи]?|[Сс]ыртқы істер министрі|Бас хатшысы))\s+(?P<name>(?:{word}\s+)?{word})(?:ның|нің|дың|дің|тың|тің)\s+(?:.*\s)?(?i:сөз|сұхбат|жолдау|үндеу|мәлімдеме|құттықтау)"
        )),
    ]
});

/// The person with whom a title begins, if something that is said is the person's.
pub(super) fn find(text: &str) -> Option<Speaker> {
    let captures = FORMS.iter().find_map(|form| form.captures(text.trim()))?;
    let group = |name: &str| {
        captures.name(name).map(|found| found.as_str().trim().to_owned()).filter(|it| !it.is_empty())
    };
    Some(Speaker { name: group("name")?, role: group("office"), affiliation: group("issuer") })
}
