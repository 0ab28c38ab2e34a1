use super::*;
use crate::draft::DraftParagraph;

fn all(lines: &[&str], read: impl Fn(&str) -> Option<String>) -> String {
    lines.iter().map(|line| read(line).unwrap_or("-".to_owned())).collect::<Vec<_>>().join("\n")
}

#[test]
fn titles_name_their_event() {
    let titles = [
        "The HPO Secretary General Mira Tolvane spoke at the Ninth Meeting of the Secretaries of National Security Councils",
        "Statement by Foreign Minister Gleb Sartakov at the Extraordinary Virtual Summit of the Heads of Governments (May 15, 2020)",
        "Remarks by H.E. Salim al-Harrawi, Minister of Foreign Affairs, at the Pledging Conference for Drought Relief, Al-Marfa",
        "Speech at the international conference “Roads and People”",
        "Message to the participants at the opening of the Third Forum on Peace, Security and Water on 5 May 2020",
        "Выступление Генерального секретаря ОХД Миры Толване на Девятой встрече секретарей советов безопасности",
        "Discours de M. Aurélien de Brossac à la Conférence sur l'avenir des pêches",
        "Allocution d'Hélène Castanier à la clôture de la Conférence sur le lac Ondra",
        "Sommet de Halvern : intervention de Mme Hélène Castanier, ministre des Affaires étrangères",
        "Palabras de la canciller en el Foro de Ciudades Costeras: migración y cambio climático",
        "Palabras de la canciller María Jesús Quiñones en la Cumbre de Halvern",
        "Rede von Außenministerin Nadia Ferrand auf der 20. Konferenz der Küstenstaaten",
        "Discurso da Ministra Nadia Ferrand na XXIX Reunião do Conselho de Ministros",
        "Intervento del Sottosegretario Leo Ferrand alla XV Conferenza sul Lago",
        "沈瑞岚外长在哈尔文峰会上的讲话",
        "云洲代表团团长罗景明在裁军会议上的讲话",
        "كلمة وزير الخارجية سليم الهراوي أمام مؤتمر بحيرة أوندرا للمياه",
        "كلمة الوزيرة ليلى بنت يوسف في افتتاح ندوة أمن المعلومات",
    ];
    insta::assert_snapshot!(all(&titles, |title| in_line(title, false).or_else(|| named_first(title))), @r"
    Ninth Meeting of the Secretaries of National Security Councils
    Extraordinary Virtual Summit of the Heads of Governments
    Pledging Conference for Drought Relief
    international conference “Roads and People”
    Third Forum on Peace, Security and Water
    Девятая встреча секретарей советов безопасности
    Conférence sur l'avenir des pêches
    Conférence sur le lac Ondra
    Sommet de Halvern
    Foro de Ciudades Costeras
    Cumbre de Halvern
    20. Konferenz der Küstenstaaten
    XXIX Reunião do Conselho de Ministros
    XV Conferenza sul Lago
    哈尔文峰会
    裁军会议
    مؤتمر بحيرة أوندرا للمياه
    ندوة أمن المعلومات
    ");
}

#[test]
fn lines_and_leads_name_their_event() {
    let lines = [
        "of the HPO Secretary General to the Ninth Meeting of Secretaries of Security Councils of the member States",
        "to the Lake Forum of Upper Ondra",
        "на Девятой встрече секретарей советов безопасности",
    ];
    insta::assert_snapshot!(all(&lines, |line| in_line(line, true)), @r"
    Ninth Meeting of Secretaries of Security Councils of the member States
    Lake Forum of Upper Ondra
    Девятая встреча секретарей советов безопасности
    ");
    let leads = [
        "The HPO Secretary General Pavel Orsha took part in the debate on “The Pact and its neighbours” held on 19 July 2024 at the Assembly of Littoral States.",
        "17 мая Генеральный секретарь ОХД Мира Толване приняла участие в Третьей конференции по водам, которая прошла в Дреске.",
    ];
    insta::assert_snapshot!(all(&leads, in_lead), @r"
    debate on “The Pact and its neighbours”
    Третья конференция по водам
    ");
}

#[test]
fn a_meeting_that_is_only_mentioned_is_no_event() {
    for title in [
        "On the meeting with Foreign Minister Gleb Sartakov",
        "Statement on the results of the Ninth Meeting of the Council",
        "Remarks to the media on the Halvern Summit",
        "Remarks at the press conference of the two ministers",
        "Remarks at the meeting with the Ambassador of Belmarre",
        "Remarks at the summit",
        "Minister receives heads of missions at the Third Forum",
        "Remarks by the Minister at the signing of the Lake Ondra Treaty",
        "Выступление на встрече с послом Бельмара",
        "О заседании контактной группы по Янтарному коридору",
        "外长会见出席峰会的代表",
        "A Letter on Justice and Open Debate",
    ] {
        assert_eq!(in_line(title, false).or_else(|| named_first(title)), None, "{title}");
    }
    let draft = Draft {
        title: Some("Water".to_owned()),
        paragraphs: vec![DraftParagraph::new("We met at the Third Forum of Ondra.", ParagraphRole::Body)],
        ..Draft::default()
    };
    assert_eq!(find(&draft), None);
}

#[test]
fn half_a_name_in_quotation_marks_is_none() {
    let cut = "The Chair took part in the debate on “Cooperation of the pacts: the straits and the lakes";
    assert_eq!(in_lead(cut), None);
    let closed = format!("{cut}” held in Halvern.");
    assert_eq!(
        in_lead(&closed).as_deref(),
        Some("debate on “Cooperation of the pacts: the straits and the lakes”")
    );
    let whole = "The Chair took part in the debate on “Straits and lakes” in Halvern.";
    assert_eq!(in_lead(whole).as_deref(), Some("debate on “Straits and lakes” in Halvern"));
}
