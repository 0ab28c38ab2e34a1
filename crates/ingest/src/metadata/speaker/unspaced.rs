//! Speakers in scripts without capital letters: there a name ends where a known word follows.

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::Speaker;

use super::super::pattern::pattern;

/// 外交部长沈瑞岚在…, 外交部发言人唐卫国就…答记者问, 沈瑞岚外长在…
static CHINESE: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    let office = r"(?P<office>外交部长|外交大臣|外长|部长|新闻发言人|发言人|秘书长|总统|主席|总理|大使|常驻代表|代表团团长|特使)";
    let next = r"(?:在|就|于|出席|接受|主持|发表|答|的|对|关于|会见|回答|表示|：)";
    // "部长级会议" is a meeting at the level of ministers, and no minister.
    let han = r"[\p{Han}&&[^级級在就会會议議公的]]";
    [
        pattern(&format!(r"^(?P<name>{han}{{2,3}})(?P<office>外长|部长|秘书长|大使|主席|总理|总统){next}")),
        pattern(&format!(
            r"^(?:——|—|–)?(?P<issuer>[\p{{Han}}]{{0,12}}?){office}(?P<name>{han}{{2,4}}?|{han}[\p{{Han}}·-]{{1,12}}·[\p{{Han}}·-]{{1,12}}?){next}"
        )),
    ]
});

/// كلمة وزير الخارجية سليم الهراوي أمام …
static ARABIC: LazyLock<Regex> = LazyLock::new(|| {
    let word = r"\p{Arabic}+";
    pattern(&format!(
        r"^(?:كلمة|خطاب|تصريح|تصريحات|بيان|مقابلة|حوار|مداخلة|ملاحظات|إحاطة)\s+(?:مع\s+)?(?:معالي\s+|سعادة\s+|فخامة\s+)?(?P<office>وزيرة? الخارجية|وزير خارجية {word}|الوزيرة?|الأمينة? العامة?(?:\s+لمنظمة\s+{word}\s+{word})?|الرئيسة?|رئيسة? الوزراء|المتحدثة? الرسمية?|السفيرة?|المندوبة? الدائمة?)\s+(?:السيدة?\s+|الدكتورة?\s+)?(?P<name>{word}(?:\s+{word}){{1,3}}?)\s*(?:(?:في|أمام|خلال|بمناسبة|مع|حول|بشأن|عن|إلى|لدى|على|عقب|بعد|قبل)\b|[،:,.]|$)"
    ))
});

/// The person with an office that a title, or a line before the text, begins with.
pub(super) fn find(text: &str) -> Option<Speaker> {
    let text = text.trim();
    let captures = CHINESE.iter().find_map(|form| form.captures(text)).or_else(|| ARABIC.captures(text))?;
    let group = |name: &str| {
        captures.name(name).map(|found| found.as_str().trim().to_owned()).filter(|it| !it.is_empty())
    };
    Some(Speaker { name: group("name")?, role: group("office"), affiliation: group("issuer") })
}
