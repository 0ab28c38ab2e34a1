//! Speakers in scripts without capital letters: there a name ends where a known word follows.

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::Speaker;

use super::super::pattern::pattern;

/// Family names with which a person's name begins that stands without an office, as many as most people have.
const SURNAMES: &str = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯习習耿华華傅刘";

/// 外交部长沈瑞岚在…, 外交部发言人唐卫国就…答记者问, 沈瑞岚外长在…, 王毅在…的讲话
static CHINESE: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    let office = r"(?P<office>国务委员兼(?:外交部长|外长)|外交部长|外交大臣|外长|副?部长|新闻发言人|发言人|副?秘书长|国家主席|总统|副?主席|副?总理|裁军(?:事务)?大使|大使|常驻[\p{Han}]{0,6}?副?代表|临时代办|副?总干事|代表团团长|特使|特别代表)";
    let next = r"(?:在|就|于|出席|接受|主持|发表|答|的|对|关于|会见记者|回答|致辞|致辭|讲话|講話|表示|：)";
    // "部长级会议" is a meeting at the level of ministers, and no minister.
    let han = r"[\p{Han}&&[^副级級在就會会議议公的]]";
    let day = r"(?:\d{4}年\d{1,2}月\d{1,2}日)?";
    [
        pattern(&format!(
            r"^{day}(?:(?P<issuer>[\p{{Han}}]{{0,8}}常驻[\p{{Han}}]{{1,10}}代表))?(?P<name>{han}{{2,3}})(?P<office>副?外长|副?部长|秘书长|大使|主席|总理|总统){next}"
        )),
        pattern(&format!(
            r"^(?:——|—|–)?{day}(?:[\p{{Han}}、]{{1,24}}、)?(?P<issuer>[\p{{Han}}]{{0,12}}?){office}(?P<name>{han}{{2,4}}?|{han}[\p{{Han}}·-]{{1,12}}·[\p{{Han}}·-]{{1,12}}?){next}"
        )),
        pattern(&format!(
            r"^(?P<name>[{SURNAMES}]{han}{{1,2}})(?:在|于)[^，。：\s]{{2,60}}(?:上的|上发表的?)?(?:主旨)?(?:讲话|講話|致辞|致辭|演讲|演講|发言|發言)(?:（.*）|\(.*\))?$"
        )),
    ]
});

/// Words before a person in Arabic: of honour, and "Mr" and "Dr".
const HONOURS: &str = r"(?:(?:صاحبة? (?:السمو(?: الملكي)?|الجلالة|المعالي|الفخامة)|معالي|سعادة|فخامة|سمو|دولة|جلالة|السيدة?|الدكتورة?|الأستاذة?|الأخ|الشيخ|السفيرة?|الأمير|د\.)\s+)";

/// كلمة وزير الخارجية سليم الهراوي أمام …; كلمة السيد أحمد أبو الغيط الأمين العام ل…
static ARABIC: LazyLock<[Regex; 6]> = LazyLock::new(|| {
    let word = r"\p{Arabic}+";
    let said = r"(?:(?:نص )?(?:كلمة|خطاب|بيان|رسالة|تصريح)|تصريحات|مقابلة|حوار|مداخلة|ملاحظات|إحاطة|مؤتمر صحفي|إيجاز صحفي|مقال)(?: صحفية?| صحافية?)?";
    let body = format!(
        r"ل(?:جامعة الدول العربية|لأمم المتحدة|منظمة {word} {word}|مجلس التعاون|دولة {word}|جمهورية {word}|مملكة {word})"
    );
    let office = format!(
        r"(?P<office>نائبة? وزير الخارجية|وزيرة? الخارجية ال{word}ية?|رئيسة? مجلس الوزراء|وزيرة? الخارجية(?: والتعاون(?: الدولي| الإفريقي| الأفريقي)?| والمغتربين)?|وزيرة? (?:الشؤون الخارجية|الخارجية)(?: و{word}){{1,3}}|وزيرة? الشؤون الخارجية|وزيرة? الدولة(?: للشؤون الخارجية)?|وزيرة? خارجية (?:سلطنة |دولة |جمهورية |مملكة )?{word}|الوزيرة?|الأمينة? العامة?|رئيسة? الوزراء|رئيسة? الجمهورية|الرئيسة?|المتحدثة?(?: الرسمية?)?|الملكة?|أمير دولة {word}|ولي العهد|السفيرة?|المندوبة? الدائمة?|الممثلة? السامية?|الممثلة? الدائمة?|الناطق الرسمي)"
    );
    let issuer = format!(r"(?:\s+(?:باسم\s+)?(?P<issuer>{body}|وزارة الخارجية))?");
    let name = format!(r"(?P<name>{word}(?:\s+{word}){{1,5}}?)");
    let given = r"(?:يلقيه|يلقيها|تلقيه|تلقيها|ألقاه|ألقاها|ألقته|ألقتها|أدلى بها?|أدلت بها?|وجّ?هها?)";
    let next = r"(?:\s+(?:في|أمام|خلال|بمناسبة|مع|حول|بشأن|عن|إلى|لدى|على|عقب|بعد|قبل|ل\p{Arabic}+|و(?:ال|نظير|وزير)\p{Arabic}*|نصره|حفظه|حفظها|رعاه)(?:\s|$)|\s*[،:,.]|\s*$)";
    [
        pattern(&format!(
            r"^{said}\s+{HONOURS}*(?P<name>(?:عبد |أبو |بن )?{word}(?:\s+(?:أبو |بن |بنت |عبد )?{word}){{1,2}}?)\s*،?\s+{office}{issuer}{next}"
        )),
        pattern(&format!(r"^{said}\s+(?:مع\s+|ل)?{HONOURS}*{office}{issuer}\s+{HONOURS}*{name}{next}")),
        // وزير الخارجية سليم الهراوي يلقي كلمة
        pattern(&format!(
            r"^{HONOURS}*{office}{issuer}\s+{HONOURS}*{name}\s+(?:يلقي|ألقى|تلقي|ألقت|يدلي|أدلى|يشارك في|شارك في|يؤكد|أكد|صرح|يتحدث)\s"
        )),
        // المتحدث الرسمي باسم وزارة الخارجية سليم الهراوي: …
        pattern(&format!(
            r"^{HONOURS}*{office}{issuer}\s+{HONOURS}*{name}(?:\s*:\s|\s+في (?:حوار|مقابلة|تصريحات?|مؤتمر صحفي|كلمة|حديث)\s)"
        )),
        // بيان … يلقيه سعادة السفير سليم الهراوي، المندوب الدائم ل…
        pattern(&format!(
            r"\s{given}\s+{HONOURS}*(?P<name>{word}(?:\s+{word}){{1,3}})\s*،\s*{office}{issuer}{next}"
        )),
        pattern(&format!(r"\s{given}\s+{HONOURS}*{office}{issuer}\s+{HONOURS}*{name}{next}")),
    ]
});

/// Words that no person is called by.
const NO_NAMES: [&str; 20] = [
    "أمام",
    "في",
    "خلال",
    "بمناسبة",
    "مع",
    "حول",
    "بشأن",
    "عن",
    "إلى",
    "لدى",
    "على",
    "الدولة",
    "وزير",
    "وزيرة",
    "الأمين",
    "الأمينة",
    "المندوب",
    "الوزير",
    "الرئيس",
    "رئيس",
];

/// The person with an office that a title, or a line before the text, begins with.
pub(super) fn find(text: &str) -> Option<Speaker> {
    let text = text.trim();
    let chinese = CHINESE.iter().find_map(|form| form.captures(text));
    let captures = chinese.or_else(|| {
        let is_person = |name: &str| name.split(' ').all(|word| !NO_NAMES.contains(&word));
        let found = ARABIC.iter().filter_map(|form| form.captures(text));
        found.into_iter().find(|captures| captures.name("name").is_some_and(|name| is_person(name.as_str())))
    })?;
    let group = |name: &str| {
        captures.name(name).map(|found| found.as_str().trim().to_owned()).filter(|it| !it.is_empty())
    };
    Some(Speaker { name: group("name")?, role: group("office"), affiliation: group("issuer").map(bare) })
}

/// The name of a body without the Arabic preposition that is written as one with it.
fn bare(issuer: String) -> String {
    match (issuer.strip_prefix("لل"), issuer.strip_prefix('ل')) {
        (Some(rest), _) => format!("ال{rest}"),
        (None, Some(rest)) => rest.to_owned(),
        (None, None) => issuer,
    }
}
