use proptest::prelude::*;

use super::*;

fn show(line: &str) -> String {
    let speakers: Vec<_> = in_line(&recased(line))
        .into_iter()
        .map(|it| it.in_nominative(std::iter::empty()))
        .map(|it| {
            format!(
                "{} / {} / {}",
                it.name,
                it.role.unwrap_or_default(),
                it.affiliation.unwrap_or("-".to_owned())
            )
        })
        .collect();
    speakers.join(" + ")
}

#[test]
fn titles_and_leads_name_their_speakers() {
    let lines = [
        "The HPO Secretary General Mira Tolvane spoke at the Ninth Meeting of the Secretaries",
        "HPO Secretary General Anatol Verenskoy took part in the session",
        "Mira Tolvane, the Halvern Pact Organization Secretary General, told our correspondent",
        "Remarks by Minister Hélène Castanier on the adoption of the Act",
        "Remarks by Minister Castanier",
        "Statement by H.E. Mr. Gleb Sartakov, Minister for Foreign Affairs of Karvonia, at the summit",
        "Statement by Minister of Foreign Affairs of the Republic of Karvonia, G.Sartakov, at the summit",
        "Statement by Minister of Foreign Affairs of the Republic of Karvonia Gleb Sartakov at the summit",
        "Comment by the spokesperson for the HPO Secretary General Pavel Orsha on false reports",
        "Briefing by the Official Representative of the Ministry of Foreign Affairs Nina Oleshko, Dresk",
        "Joint statement by Foreign Minister Gleb Sartakov and Minister Hélène Castanier",
        "Выступление Генерального секретаря ОХД Миры Толване на Девятой встрече",
        "Интервью Министра иностранных дел Республики Карвония Елены Марчук-Дорсен журналу",
        "Брифинг официального представителя МИД Карвонии Нины Олешко, Дреск",
        "Вступительное слово Министра иностранных дел Карвонии Г.Сартакова",
        "Генеральный секретарь ОХД Мира Толване выступила на встрече",
        "Discours du ministre des Affaires étrangères, M. Aurélien de Brossac, à l’ouverture",
        "Entretien de la ministre Hélène Castanier",
        "Sommet : intervention de Mme Hélène Castanier, ministre des Affaires étrangères",
        "Discurso del canciller Rodrigo Iturbe Salcedo en la adopción",
        "Palabras de la ministra de Relaciones Exteriores, María Jesús Quiñones, ante la cumbre",
        "كلمة وزير الخارجية سليم الهراوي أمام مؤتمر المياه",
        "مقابلة وزيرة الخارجية ليلى بنت يوسف مع صحيفة المنارة",
        "外交部发言人唐卫国就渔船被扣等问题答记者问",
        "沈瑞岚外长在哈尔文峰会上的讲话",
        "云洲共和国外交部长沈瑞岚在峰会上的讲话",
    ];
    let shown: Vec<_> = lines.iter().map(|line| show(line)).collect();
    insta::assert_snapshot!(shown.join("\n"), @r"
    Mira Tolvane / Secretary General / HPO
    Anatol Verenskoy / Secretary General / HPO
    Mira Tolvane / Secretary General / Halvern Pact Organization
    Hélène Castanier / Minister / -
    Castanier / Minister / -
    Gleb Sartakov / Minister for Foreign Affairs / Karvonia
    G.Sartakov / Minister of Foreign Affairs / Republic of Karvonia
    Gleb Sartakov / Minister of Foreign Affairs / Republic of Karvonia
    Pavel Orsha / spokesperson for the HPO Secretary General / -
    Nina Oleshko / Official Representative / Ministry of Foreign Affairs
    Gleb Sartakov / Foreign Minister / - + Hélène Castanier / Minister / -
    Мира Толване / Генеральный секретарь / ОХД
    Елена Марчук-Дорсен / Министр иностранных дел / Республики Карвония
    Нина Олешко / Официальный представитель / МИД Карвонии
    Г.Сартаков / Министр иностранных дел / Карвонии
    Мира Толване / Генеральный секретарь / ОХД
    Aurélien de Brossac / ministre des Affaires étrangères / -
    Hélène Castanier / ministre / -
    Hélène Castanier / ministre des Affaires étrangères / -
    Rodrigo Iturbe Salcedo / canciller / -
    María Jesús Quiñones / ministra de Relaciones Exteriores / -
    سليم الهراوي / وزير الخارجية / -
    ليلى بنت يوسف / وزيرة الخارجية / -
    唐卫国 / 发言人 / 外交部
    沈瑞岚 / 外长 / -
    沈瑞岚 / 外交部长 / 云洲共和国
    ");
}

#[test]
fn whom_a_text_is_about_or_addressed_to_does_not_speak() {
    for line in [
        "Minister Layla bint Yusuf receives heads of election observation missions",
        "On the meeting with Foreign Minister Gleb Sartakov",
        "О встрече Министра иностранных дел Глеба Сартакова с послом",
        "Statement by the Ministry of Foreign Affairs of the Republic of Karvonia",
        "Statement by the Permanent Representative of the United Arab Emirates",
        "Your Excellency Minister al-Harrawi,",
        "Dear Mr. Secretary General Ban Ki-moon,",
        "Заявление Министра иностранных дел Соединённых Штатов Америки",
        "The Council of the Pact discussed water",
        "关于灰海峡航行安全与渔业保护的联合声明",
        "琥珀走廊参与国部长级会议公报",
    ] {
        assert_eq!(show(line), "", "{line}");
    }
}

#[test]
fn a_line_that_holds_nothing_but_a_speaker_is_read_as_such() {
    let written = |line| {
        let speaker = written(line);
        (speaker.name, speaker.role.unwrap_or_default())
    };
    for (line, name, role) in [
        ("Foreign Minister Nadia Ferrand", "Nadia Ferrand", "Foreign Minister"),
        ("By Nadia Ferrand, Keeper of Nets", "Nadia Ferrand", "Keeper of Nets"),
        ("Par Nadia Ferrand", "Nadia Ferrand", ""),
        ("Byron Ferrand", "Byron Ferrand", ""),
        ("Надя Ферран", "Надя Ферран", ""),
    ] {
        assert_eq!(written(line), (name.to_owned(), role.to_owned()), "{line}");
    }
}

/// Titles with their speakers.
const TITLES: &str = include_str!("titles.tsv");

#[test]
fn the_titles_of_many_publishers_name_their_speakers_and_no_others() {
    let (mut wrong, mut missed, mut titles) = (Vec::new(), Vec::new(), 0);
    for row in TITLES.lines().filter(|line| !line.starts_with('#')) {
        let (title, wanted) = row.split_once('\t').unwrap_or((row, ""));
        let found = show(title).replace("/  /", "/ - /");
        titles += 1;
        match found.as_str() {
            found if found == wanted => {}
            "" => missed.push(format!("{title}\n  {wanted}")),
            found => wrong.push(format!("{title}\n  {found}\n  {wanted}")),
        }
    }
    assert!(titles > 200);
    // A speaker who isn't there is worse than one who is missed.
    assert!(wrong.is_empty(), "wrong:\n{}", wrong.join("\n"));
    assert!(missed.is_empty(), "missed:\n{}", missed.join("\n"));
}

proptest! {
    #[test]
    fn any_title_is_read_without_harm(
        title in "(\\PC{0,4}|Foreign Minister |Remarks by |Ms\\. |Mira |of the |, |’s |Министр\\p{L}{0,2} |Выступление |вручения |كلمة |وزير الخارجية |在|外交部长|王|讲话|'nun konuşması){0,60}"
    ) {
        for Named { speaker, .. } in in_line(&recased(&title)) {
            prop_assert!(!speaker.name.trim().is_empty());
            prop_assert!(title.to_lowercase().contains(&speaker.name.to_lowercase()));
        }
    }
}
