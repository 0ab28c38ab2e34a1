use std::collections::HashMap;

use super::*;
use proptest::prelude::*;

fn code(text: &str) -> Option<String> {
    text.parse::<Country>().ok().map(|country| country.code().to_owned())
}

#[track_caller]
fn are(wanted: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(code(text).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn a_country_is_known_by_its_codes_and_its_names_in_six_languages() {
    are("KZ", &["KZ", "kz", "KAZ", "Kaz", "Kazakhstan", " KAZAKHSTAN ", "Republic of Kazakhstan"]);
    are("KZ", &["the Republic of Kazakhstan", "Казахстан", "Казахстана", "Республика Казахстан"]);
    are("KZ", &["Республики Казахстан", "République du Kazakhstan", "República de Kazajistán"]);
    are("KZ", &["كازاخستان", "جمهورية كازاخستان", "哈萨克斯坦", "哈萨克斯坦共和国"]);
    are(
        "RU",
        &["Russia", "Russian Federation", "Российской Федерации", "России", "الاتحاد الروسي", "俄罗斯联邦"],
    );
    are("CI", &["Côte d'Ivoire", "Cote d’Ivoire", "Ivory Coast", "Кот-д’Ивуар"]);
    are("TR", &["Türkiye", "Turkey", "TURKIYE", "Турция"]);
    are("GB", &["U.K.", "UK", "United Kingdom", "Великобритании"]);
    are("US", &["USA", "U.S.A.", "США", "Соединенных Штатов Америки", "Соединённых Штатов Америки"]);
}

#[test]
fn states_with_similar_names_are_told_apart() {
    are(
        "KP",
        &["DPRK", "Democratic People's Republic of Korea", "Democratic People’s Republic of Korea", "КНДР"],
    );
    are("KR", &["Republic of Korea", "South Korea", "the Republic of Korea", "Республики Корея"]);
    are("CD", &["Democratic Republic of the Congo", "Zaire", "ДРК"]);
    are("CG", &["Congo", "the Congo", "Republic of the Congo", "République du Congo"]);
    are("GW", &["Guinea-Bissau", "Guinea Bissau"]);
    are("TW", &["Taiwan", "Republic of China"]);
    are("GE", &["Georgia", "Грузии"]);
    assert_eq!(code("Korea"), None, "there are two");
}

#[test]
fn states_of_the_past_have_their_own_codes_and_renamed_ones_today_s() {
    are("SU", &["SU", "SUN", "USSR", "U.S.S.R.", "СССР", "Soviet Union", "URSS"]);
    are("YU", &["YUG", "Yugoslavia", "СФРЮ", "Serbia and Montenegro", "SCG"]);
    are("CS", &["CSK", "Czechoslovakia"]);
    are("DD", &["DDR", "GDR", "ГДР"]);
    are("YD", &["YMD", "Democratic Yemen"]);
    are("CD", &["ZAR"]);
    are("BY", &["BYS", "Byelorussian SSR"]);
    are("MM", &["BUR", "Burma"]);
}

#[test]
fn words_and_codes_without_a_country_are_none() {
    for text in
        ["", " ", "XX", "EU", "Karvonia", "the Republic of", "of", "European Union", "Kazakhstan Russia"]
    {
        assert_eq!(code(text), None, "{text}");
    }
    assert_eq!(Country::named("in"), None);
    assert_eq!(code("in").as_deref(), Some("IN"));
}

#[test]
fn every_row_is_well_formed_and_no_name_has_two_countries() {
    let mut owners: HashMap<String, &str> = HashMap::new();
    let mut last = "";
    let mut rows = 0;
    for row in gazetteer::rows() {
        let [code, long_code, name, others] = row[..] else { panic!("{row:?}") };
        let country: Country = code.parse().unwrap();
        assert_eq!((country.code(), country.long_code(), country.name()), (code, long_code, name));
        for text in others.split('|').chain([code, long_code, name]).filter(|text| !text.is_empty()) {
            assert_eq!(text.parse(), Ok(country), "{text}");
            let owner = owners.entry(gazetteer::fold(text)).or_insert(code);
            assert_eq!(*owner, code, "{text}");
        }
        last = code;
        rows += 1;
    }
    assert_eq!((rows, last), (256, "YU"), "249 of today and 7 of the past");
    assert_eq!(Country::all().count(), rows);
}

#[test]
fn as_json_it_is_the_code() {
    let country: Country = serde_json::from_str("\"Казахстан\"").unwrap();
    assert_eq!(serde_json::to_string(&country).unwrap(), "\"KZ\"");
    assert!(serde_json::from_str::<Country>("\"Karvonia\"").unwrap_err().to_string().contains("such as KZ"));
}

proptest! {
    #[test]
    fn any_text_is_a_country_or_none(text in "\\PC{0,24}") {
        if let Ok(country) = text.parse::<Country>() {
            prop_assert_eq!(country.code().parse(), Ok(country));
            prop_assert_eq!(country.name().parse(), Ok(country));
        }
    }
}
