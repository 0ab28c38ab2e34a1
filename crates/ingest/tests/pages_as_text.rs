//! Pages of a known site that were copied into one text file, one after the other, in the shapes in which people
//! copy them.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use verbale_ingest::{Options, Outcome, ingest};
use verbale_statement::Statement;

const ENGLISH: &str = "\
On 25 July 2024, staff of the HPO Secretariat met with graduates of universities in Halvern.

The HPO Secretary General Mira Tolvane spoke at the tenth meeting of secretaries of security councils

The HPO Secretary General Mira Tolvane spoke at the tenth meeting of secretaries of security councils 17.11.2022

Address
of the HPO Secretary General
to the Tenth Meeting of Secretaries of Security Councils
of the member States of the Pact

(Dresk, 17 November 2022)

Dear Anatol Petrovich!

Dear friends!

The situation in the valley has improved in the past year, and the observers report fewer incidents than in any spring
since the treaty was signed

Thank you for your attention.

Go back

Back to the section

Back to the all news

Statement by the HPO Secretary General Mira Tolvane

November 18, 2022

We have agreed that the register of unmanned aircraft will be kept in Dresk.

Every flight will be announced a day before.

Go back

Back to the section

Back to the all news

Interview of the HPO Secretary General Mira Tolvane to the newspaper “Evening Halvern”

Interview of the HPO Secretary General Mira Tolvane to the newspaper “Evening Halvern” 14.09.2023

Question: Madam Secretary General, why is the register kept in Dresk?

Answer: Because Dresk asked first, and because the building was empty.

Question: And the flights?

Answer: They are announced.

Go back

Back to the section

Back to the all news
";

const RUSSIAN: &str = "\
25 июля 2024 года сотрудники Секретариата ОХД встретились с выпускниками университетов.


Генеральный секретарь ОХД Мира Толване приняла участие в дебатах о прибрежных водах, которые состоялись в Порт-Серрате


Выступление Генерального секретаря ОХД Миры Толване на Десятой встрече секретарей советов безопасности

Выступление Генерального секретаря ОХД Миры Толване на Десятой встрече секретарей советов безопасности17.11.2022

(17 ноября 2022 года, г. Дреск)


Уважаемый Анатолий Петрович!

Обстановка в долине за последний год улучшилась. Как сказала бы Мира Толване на лекции, терпение тоже ресурс.

Благодарю за внимание!

Назад

Назад в раздел

Ко всем новостям
";

fn statements(name: &str, bytes: &[u8]) -> Vec<Statement> {
    let folder = tempfile::tempdir().unwrap();
    let file: PathBuf = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let outcomes = ingest(&[file], &Options::default());
    outcomes
        .map(|outcome| match outcome {
            Outcome::Statement(ingested) => ingested.statement,
            Outcome::Skipped(skip) => panic!("{skip}"),
        })
        .collect()
}

fn show(statements: &[Statement]) -> String {
    let shown = statements.iter().map(|it| {
        let speakers: Vec<_> = it.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
        format!(
            "{:?}: {} {} {:?} by {} at {}\n  {} … {} ({})",
            it.title,
            it.date.map_or("-".to_owned(), |date| date.to_string()),
            it.place.as_deref().unwrap_or("-"),
            it.kind,
            speakers.join(", "),
            it.event.as_deref().unwrap_or("-"),
            it.paragraphs[0].text,
            it.paragraphs[it.paragraphs.len() - 1].text,
            it.paragraphs.len()
        )
    });
    shown.collect::<Vec<_>>().join("\n")
}

#[test]
fn pages_parted_by_single_blank_lines_come_apart_where_leftovers_and_titles_show_it() {
    let english = statements("pages.txt", ENGLISH.as_bytes());
    insta::assert_snapshot!(show(&english), @r#"
    "": - - None by  at -
      On 25 July 2024, staff of the HPO Secretariat met with graduates of universities in Halvern. … On 25 July 2024, staff of the HPO Secretariat met with graduates of universities in Halvern. (1)
    "The HPO Secretary General Mira Tolvane spoke at the tenth meeting of secretaries of security councils": 2022-11-17 Dresk Some(Speech) by Mira Tolvane at Tenth Meeting of Secretaries of Security Councils of the member States of the Pact
      Address of the HPO Secretary General to the Tenth Meeting of Secretaries of Security Councils of the member States of the Pact … Thank you for your attention. (5)
    "Statement by the HPO Secretary General Mira Tolvane": 2022-11-18 - Some(Statement) by Mira Tolvane at -
      We have agreed that the register of unmanned aircraft will be kept in Dresk. … Every flight will be announced a day before. (2)
    "Interview of the HPO Secretary General Mira Tolvane to the newspaper “Evening Halvern”": 2023-09-14 - Some(Interview) by Mira Tolvane at -
      Madam Secretary General, why is the register kept in Dresk? … They are announced. (4)
    "#);
    let crlf = statements("pages.txt", ENGLISH.replace('\n', "\r\n").as_bytes());
    assert_eq!(show(&crlf), show(&english));
}

#[test]
fn russian_pages_come_apart_in_any_charset() {
    let russian = statements("pages.txt", RUSSIAN.as_bytes());
    insta::assert_snapshot!(show(&russian), @r#"
    "": - - None by  at -
      25 июля 2024 года сотрудники Секретариата ОХД встретились с выпускниками университетов. … 25 июля 2024 года сотрудники Секретариата ОХД встретились с выпускниками университетов. (1)
    "": - - None by Мира Толване at дебаты о прибрежных водах
      Генеральный секретарь ОХД Мира Толване приняла участие в дебатах о прибрежных водах, которые состоялись в Порт-Серрате … Генеральный секретарь ОХД Мира Толване приняла участие в дебатах о прибрежных водах, которые состоялись в Порт-Серрате (1)
    "Выступление Генерального секретаря ОХД Миры Толване на Десятой встрече секретарей советов безопасности": 2022-11-17 Дреск Some(Speech) by Мира Толване at Десятая встреча секретарей советов безопасности
      Уважаемый Анатолий Петрович! … Благодарю за внимание! (3)
    "#);
    let bytes: Vec<u8> = RUSSIAN
        .chars()
        .map(|c| match c {
            'ё' => 0xB8,
            'А'..='я' => u8::try_from(u32::from(c) - u32::from('А') + 0xC0).unwrap(),
            _ => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    assert_eq!(show(&statements("pages.txt", &bytes)), show(&russian), "windows-1251");
}
