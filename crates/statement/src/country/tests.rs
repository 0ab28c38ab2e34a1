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
fn the_countries_of_today_are_those_of_iso_in_the_order_of_the_codes() {
    let past = ["AN", "CS", "DD", "SU", "VD", "YD", "YU"];
    let today: Vec<Country> = Country::all().filter(|country| !past.contains(&country.code())).collect();
    let mut iso: Vec<_> = rust_iso3166::ALL.iter().map(|iso| (iso.alpha2, iso.alpha3)).collect();
    iso.sort_unstable();
    assert_eq!(today.iter().map(|it| (it.code(), it.long_code())).collect::<Vec<_>>(), iso);
    assert_eq!((today.len(), Country::all().count()), (249, 256));
    assert!(Country::all().is_sorted());
    are("VE", &["Venezuela (Bolivarian Republic of)", "Venezuela"]);
}

#[test]
fn the_name_shown_is_iso_s_unless_readers_know_another() {
    let names = rust_iso3166::ALL.iter().map(|iso| (iso.alpha2.parse::<Country>().unwrap().name(), iso.name));
    let other: Vec<&str> = names.filter(|(shown, iso)| shown != iso).map(|(shown, _)| shown).collect();
    assert_eq!(
        other,
        [
            "Bolivia",
            "Democratic Republic of the Congo",
            "Iran",
            "Democratic People's Republic of Korea",
            "Republic of Korea",
            "Micronesia",
            "Moldova",
            "Netherlands",
            "Palestine",
            "Taiwan",
            "Tanzania",
            "United Kingdom",
            "Venezuela",
            "British Virgin Islands",
            "United States Virgin Islands",
        ]
    );
    assert_eq!("SUN".parse::<Country>().unwrap().name(), "Union of Soviet Socialist Republics");
    assert_eq!("YMD".parse::<Country>().unwrap().name(), "Democratic Yemen");
}

#[test]
fn every_row_is_well_formed_and_no_name_has_two_countries() {
    let mut owners: HashMap<String, Country> = HashMap::new();
    let mut rows = 0;
    for row in gazetteer::rows() {
        let [code, name, others] = row[..] else { panic!("{row:?}") };
        let past = gazetteer::past(code);
        let country: Country = past.map_or(code, |past| past.alpha2).parse().unwrap();
        assert!(name == country.name() || past.is_none() && name.is_empty(), "{row:?}");
        for text in others.split('|').chain([name, country.name(), country.code(), country.long_code()]) {
            let named = text.is_empty() || text.parse() == Ok(country);
            assert!(named, "{text} is {:?}", text.parse::<Country>());
            let owner = owners.entry(gazetteer::fold(text)).or_insert(country);
            assert!(text.is_empty() || *owner == country, "{text}");
        }
        rows += 1;
    }
    assert_eq!(rows, 256, "249 of today and 7 of the past");
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
