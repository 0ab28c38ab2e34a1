use super::*;

#[track_caller]
fn belongs(name: &str, codes: &str) {
    let countries: Vec<String> = in_name(name).iter().map(ToString::to_string).collect();
    assert_eq!(countries.join(" "), codes, "{name}");
}

#[test]
fn a_state_speaks_for_itself() {
    for name in ["Kazakhstan", "the Republic of Kazakhstan", "Республики Казахстан", "哈萨克斯坦"]
    {
        belongs(name, "KZ");
    }
}

#[test]
fn a_body_belongs_to_its_state() {
    for name in [
        "Ministry of Foreign Affairs of the Republic of Kazakhstan",
        "MINISTRY OF FOREIGN AFFAIRS OF KAZAKHSTAN",
        "Ministry of Foreign Affairs, Republic of Kazakhstan",
        "Ministry of Foreign Affairs (Kazakhstan)",
        "Kazakhstan’s Ministry of Foreign Affairs",
        "Permanent Mission of Kazakhstan to the UN",
        "Permanent Mission to the UN of Kazakhstan",
        "Embassy of the Republic of Kazakhstan in the Russian Federation",
        "МИД Казахстана",
        "Министерство Иностранных Дел Казахстана",
        "Постоянное представительство Республики Казахстан при ООН",
        "Посольство Казахстана в России",
        "Ministère des Affaires étrangères du Kazakhstan",
        "Ambassade du Kazakhstan en France",
        "Ministerio de Relaciones Exteriores de Kazajistán",
        "وزارة خارجية جمهورية كازاخستان",
        "البعثة الدائمة لكازاخستان لدى الأمم المتحدة",
        "哈萨克斯坦外交部",
        "哈萨克斯坦共和国驻华大使馆",
    ] {
        belongs(name, "KZ");
    }
    belongs("МИД России", "RU");
    belongs("Министерство иностранных дел Российской Федерации", "RU");
    belongs("U.S. Department of State", "US");
    belongs("United States Department of State", "US");
    belongs("Mission permanente de la France auprès de l’ONU", "FR");
    belongs("中华人民共和国常驻联合国代表团", "CN");
    belongs("Ministry of Foreign Affairs of the People's Republic of China", "CN");
    belongs("Ministry of Foreign Affairs of the Peoples Republic of China", "CN");
    belongs("Government of the Islamic Republic of Iran", "IR");
    belongs("Ministry of Foreign Affairs of Bosnia and Herzegovina", "BA");
}

#[test]
fn several_states_may_stand_together() {
    belongs("Ministries of Foreign Affairs of Kazakhstan and Uzbekistan", "KZ UZ");
    belongs("Правительства Казахстана и Республики Узбекистан", "KZ UZ");
}

#[test]
fn a_place_or_an_addressee_is_no_owner() {
    for name in [
        "Delegation of the European Union to the Republic of Moldova",
        "United Nations Assistance Mission in Afghanistan",
        "Mission des Nations Unies au Mali",
        "Посольство в России",
        "Permanent Mission, Geneva, Switzerland",
    ] {
        belongs(name, "");
    }
}

#[test]
fn a_name_that_only_ends_like_a_state_s_is_another() {
    for name in
        ["Government of Northern Ireland", "Government of New Jersey", "Правительство Северной Ирландии"]
    {
        belongs(name, "");
    }
}

#[test]
fn what_is_no_body_of_a_state_speaks_for_none() {
    for name in
        ["", "Bank of Russia", "Council on Foreign Relations", "Assembly of Littoral States", "Russia Today"]
    {
        belongs(name, "");
    }
}

#[test]
fn speakers_and_organisation_both_count() {
    let speaker = |affiliation: &str| Speaker {
        name: "Dana Orazova".to_owned(),
        role: None,
        affiliation: Some(affiliation.to_owned()),
    };
    let countries = spoken_for(&[speaker("Kazakhstan"), speaker("HPO")], Some("МИД России"));
    assert_eq!(countries.iter().map(Country::code).collect::<Vec<_>>(), ["RU", "KZ"]);
}
