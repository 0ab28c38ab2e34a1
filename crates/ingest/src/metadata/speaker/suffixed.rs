//! Speakers in Turkic languages, where the ending of the genitive joins a person to what is said: "Dışişleri Bakanı Hakan
//! Fidan'ın konuşması", «Президент Қасым-Жомарт Тоқаевтың сөзі».

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::Speaker;

use super::super::pattern::pattern;

static FORMS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    let word = r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?";
    // "No: 52, 3 Ağustos 2021, "
    let number = r"(?:\p{Lu}{1,3}[-:.]?\s?\d+,\s+(?:[^,]{1,30},\s+)?)?";
    let issuer =
        format!(r"(?P<issuer>(?:{word}(?:[’']n?[ıiuü]n\s+(?:BM|AGİT|AB|NATO)\s+[Nn]ezdindeki)?\s+){{0,3}}?)");
    let office = r"(?P<office>Dışişleri Bakan(?:ı|lığı Sözcüsü)|(?:Millî|Milli) Savunma Bakanı|Cumhurbaşkanı(?: Yardımcısı)?|Başbakanı?|Genel Sekreteri?|Dışişleri Bakan Yardımcısı|(?:Daimi|Daimî) Temsilcisi|Büyükelçi|Bakan Yardımcısı|Bakan)";
    let turkish = format!(
        r"^{number}{issuer}{office}\s+(?:(?:Sayın|Büyükelçi|Dr\.|Prof\.)\s+)*(?P<name>{word}(?:\s+{word}){{0,3}})"
    );
    let kazakh_office = r"(?P<office>(?:Мемлекет басшысы|Президент[іи]?|Премьер-[Мм]инистр[іи]?|[Сс]ыртқы істер министрі(?:нің орынбасары)?|Бас хатшысы|(?:[Рр]есми )?[Өө]кілі))";
    let kazakh = format!(
        r"^(?P<issuer>(?:(?:\p{{Lu}}{{2,}}|{word}|істер|министрлігінің)\s+){{0,4}}?){kazakh_office}\s+(?P<name>(?:{word}\s+)?{word})"
    );
    [
        pattern(&format!(
            r"{turkish}[’'](?:n?[ıiuü]n)\s+(?:.*\s)?(?i:konuşma|açıklama|basın toplantı|mülakat|röportaj|demec|mesaj|hitab|beyan|makale|söyleşi|cevap|cevab|yanıt|sunum)"
        )),
        pattern(&format!(
            r"{turkish},?\s+(?:.*\s)?(?:konuştu|hitap etti|açıkladı|açıklama yaptı|katıldı|söyledi|değerlendirdi)\b"
        )),
        // The genitive is written as one with the name: its ending comes off.
        pattern(&format!(
            r"{kazakh}(?:ның|нің|дың|дің|тың|тің)\s+(?:.*\s)?(?i:сөз|сұхбат|жолдау|үндеу|мәлімдеме|құттықтау|брифинг|мақала)"
        )),
        pattern(&format!(
            r"{kazakh}\s+(?:.*\s)?(?:брифинг өткізді|сөз сөйледі|сұхбат берді|мәлімдеме жасады|жауап берді)"
        )),
    ]
});

/// The name of a state without the ending of the genitive and what stands behind it: "Türkiye'nin BM Nezdindeki".
fn without_ending(issuer: String) -> String {
    issuer.split(['’', '\'']).next().unwrap_or_default().to_owned()
}

/// The person with whom a title begins, if something that is said is the person's.
pub(super) fn find(text: &str) -> Option<Speaker> {
    let captures = FORMS.iter().find_map(|form| form.captures(text.trim()))?;
    let group = |name: &str| {
        captures.name(name).map(|found| found.as_str().trim().to_owned()).filter(|it| !it.is_empty())
    };
    Some(Speaker {
        name: group("name")?,
        role: group("office"),
        affiliation: group("issuer").map(without_ending),
    })
}
