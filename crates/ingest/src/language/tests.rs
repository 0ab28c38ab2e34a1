use super::*;

const ENGLISH: &str =
    "The members of the Pact have agreed that the strait shall remain open to the ships of every State.";
const FRENCH: &str =
    "Les membres du Pacte sont convenus que le détroit restera ouvert aux navires de tous les États.";
const SPANISH: &str =
    "Los miembros del Pacto han acordado que el estrecho seguirá abierto a los buques de todos los Estados.";
const RUSSIAN: &str =
    "Члены Пакта договорились, что пролив останется открытым для судов всех государств без исключения.";
const ARABIC: &str = "اتفق أعضاء الميثاق على أن يبقى المضيق مفتوحا أمام سفن جميع الدول دون استثناء.";
const CHINESE: &str = "条约成员国一致同意，海峡将继续向所有国家的船只开放。";

fn tagged(texts: &[&str], declared: Option<Language>) -> (String, Vec<String>) {
    let samples: Vec<_> = texts.iter().map(|text| Sample { text, declared: None }).collect();
    let (main, paragraphs) = tag("", &samples, declared, false);
    (main.to_string(), paragraphs.iter().map(ToString::to_string).collect())
}

#[test]
fn the_six_languages_of_the_united_nations_are_known() {
    for (code, text, short) in [
        ("en", ENGLISH, "Dear friends!"),
        ("fr", FRENCH, "Chers amis !"),
        ("es", SPANISH, "¡Estimados amigos!"),
        ("ru", RUSSIAN, "Дорогие друзья!"),
        ("ar", ARABIC, "السيد الرئيس،"),
        ("zh", CHINESE, "主席先生："),
    ] {
        assert_eq!(tagged(&[short, text], None), (code.into(), vec![code.into(), code.into()]));
        let wrong = Language::of(if code == "en" { "ru" } else { "en" });
        assert_eq!(tagged(&[text], Some(wrong)).0, code, "a template declares {wrong}");
    }
}

#[test]
fn a_quotation_in_another_language_is_tagged_by_itself() {
    assert_eq!(tagged(&[ENGLISH, RUSSIAN, "Адрес", ENGLISH], None).1, ["en", "ru", "und", "en"]);
    assert_eq!(
        tagged(&[ENGLISH, FRENCH, ENGLISH], None),
        ("en".into(), vec!["en".into(), "fr".into(), "en".into()])
    );
}

#[test]
fn scripts_and_letters_speak_for_themselves() {
    for (code, text) in [
        ("ja", "海峡は開かれている"),
        ("ko", "해협은 열려 있다"),
        ("ka", "სრუტე ღიაა"),
        ("hy", "Նեղուցը բաց է"),
        ("el", "Το στενό"),
        ("he", "המצר פתוח"),
        ("fa", "تنگه برای همه کشورها باز می‌ماند"),
        ("uk", "Протока має бути відкрита, її бережуть"),
        ("be", "Праліў адкрыты для ўсіх"),
        ("kk", "Бұғаз барлығына ашық"),
        ("ky", "Кысык бардыгына ачык, биздин өлкөнүн сөзү ошондой, жаңы"),
        ("tg", "Гулӯгоҳ барои ҳама кушода аст"),
        ("ru", "Выступление"),
    ] {
        assert_eq!(tagged(&[text], None).0, code, "{text}");
    }
}

#[test]
fn what_is_too_short_takes_the_declared_language_if_its_script_fits() {
    assert_eq!(tagged(&["Address"], None).0, "und");
    assert_eq!(tagged(&["Address"], Some(Language::ENGLISH)).0, "en");
    assert_eq!(tagged(&["Адрес"], Some(Language::ENGLISH)).0, "und");
    assert_eq!(tagged(&["* * *", "2021"], None), ("und".into(), vec!["und".into(), "und".into()]));
}

#[test]
fn the_title_helps_where_the_text_is_too_short() {
    let samples = [Sample { text: "HPO 2021", declared: None }];
    assert_eq!(tag(ENGLISH, &samples, None, false), (Language::ENGLISH, vec![Language::ENGLISH]));
    assert_eq!(tag(RUSSIAN, &samples, None, false).0, Language::UNDETERMINED);
}

#[test]
fn a_record_is_believed() {
    let samples = [Sample { text: ENGLISH, declared: Some(Language::FRENCH) }];
    assert_eq!(tag("", &samples, Some(Language::SPANISH), true), (Language::SPANISH, vec![Language::FRENCH]));
    let samples = [Sample { text: RUSSIAN, declared: None }];
    assert_eq!(
        tag("", &samples, Some(Language::SPANISH), true),
        (Language::SPANISH, vec![Language::RUSSIAN])
    );
}

#[test]
fn near_languages_are_told_apart() {
    for (code, text) in [
        ("be", "Удзельнікі дамовіліся, што праліў застанецца адкрыты для караблёў усіх дзяржаў."),
        ("bg", "Членовете на пакта се споразумяха протокът да остане отворен за корабите на всички държави."),
        ("uk", "Учасники домовилися, що протока залишиться відкритою для кораблів усіх держав."),
        ("ky", "Катышуучу мамлекеттер кысык бардык кемелер үчүн ачык бойдон калат деп макулдашты."),
        ("kk", "Қатысушы мемлекеттер бұғаз барлық кемелер үшін ашық қала береді деп келісті."),
        ("tg", "Давлатҳои аъзо мувофиқат карданд, ки гулӯгоҳ барои киштиҳои ҳама кишварҳо кушода мемонад."),
        ("uz", "Aʼzo davlatlar boʻgʻoz barcha mamlakatlar kemalari uchun ochiq qolishiga kelishib oldilar."),
        ("uz", "Аъзо давлатлар бўғоз барча мамлакатлар кемалари учун очиқ қолишига келишиб олдилар."),
        ("sr", "Чланице пакта су се сагласиле да мореуз остане отворен за бродове свих држава."),
        ("sr", "Članice pakta su se saglasile da moreuz ostane otvoren za brodove svih država, bez uslova."),
        (
            "hr",
            "Članice pakta suglasile su se da tjesnac ostane otvoren za brodove svih država, tko god bio vlasnik.",
        ),
        (
            "az",
            "Paktın üzvləri boğazın bütün dövlətlərin gəmiləri üçün açıq qalması barədə razılığa gəliblər.",
        ),
        ("tr", "Pakt üyeleri, boğazın bütün devletlerin gemilerine açık kalması konusunda anlaştılar."),
        (
            "pt",
            "Os membros do Pacto concordaram que o estreito continuará aberto aos navios de todos os Estados.",
        ),
        (
            "ca",
            "Els membres del Pacte han acordat que l'estret continuarà obert als vaixells de tots els estats.",
        ),
        ("de", "Die Mitglieder des Paktes sind übereingekommen, dass die Meerenge offen bleibt."),
        (
            "it",
            "I membri del Patto hanno convenuto che lo stretto resterà aperto alle navi di tutti gli Stati.",
        ),
        ("fa", "اعضای پیمان توافق کردند که تنگه برای کشتی های همه کشورها باز بماند."),
    ] {
        assert_eq!(language_of(text).code(), code, "{text}");
    }
}

#[test]
fn names_and_abbreviations_are_in_the_language_around_them() {
    let names = "Mira Tolvane, Isaura Benavente, Tomas Lindquist-Ahr, Anatol Veresh";
    assert_eq!(tagged(&[ENGLISH, names, "AO.", ENGLISH], None).1, ["en", "en", "en", "en"]);
    assert_eq!(tagged(&["AO."], None).0, "und");
}

#[test]
fn a_scan_that_was_misread_has_no_language_but_what_is_prose_in_it() {
    // What optical recognition that expects Latin letters makes of a page of Arabic: made up after the like.
    let salad = "Glaall jsul! Aad gall (8 cliuall 5 Aalad! Lgs ya sil) gle GUY olall, eG wll pe de jl Assam 79 JU! Cpe lial";
    let more =
        "ol ga Lil jS gi cll! 9 dgall Aus ys Sl; Glas Y! gall yc Aalall 4i Ui SL ppl, ue cS Lad Slo gs OY";
    assert_eq!(
        tagged(&[salad, more, ENGLISH, salad, more], Some(Language::ENGLISH)),
        ("und".into(), ["und", "und", "en", "und", "und"].map(Into::into).to_vec())
    );
}

#[test]
fn letters_of_other_keyboards_and_charsets_are_understood() {
    // The Latin i for the Cyrillic one, and Turkish whose charset was taken for that of Western Europe.
    assert_eq!(language_of("Мiнiстрлiк өкiлi елдiң ұстанымын жеткiздi.").code(), "kk");
    let misread = "Bakan, toplantýnýn baþarýlý geçtiðini ve görüþmelerin sürdüðünü açýkladý.";
    assert_eq!(language_of(misread).code(), "tr");
}
