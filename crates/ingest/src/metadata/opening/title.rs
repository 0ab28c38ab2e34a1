//! Date and place at the edges of a title: "… at the Summit (15 May 2020)", "…, Dresk, November 17, 2021".
//!
//! A title may also mention a day that it is about; that stands inside the sentence.

use verbale_statement::{Kind, PartialDate, Speaker};

use super::super::date::{self, Dated, Order};
use super::super::{dateline, kind};

/// The most words that stand between a date and the edge of a title.
const NEAR: usize = 4;

/// So many words before a date are looked at for what it is the day of, besides the title's first.
const LAST: usize = 3;

/// Words before the day of something that takes no longer: "press conference on September 12, 2023".
const ON: [&str; 11] = [" on", " vom", " am", " du", " del", " de", " le", " em", " от", " від", " ад"];

/// The shortest place, in letters, that isn't an abbreviation.
const SHORTEST_NAME: usize = 6;

/// The one day of a title that says when the text was made.
pub(super) fn date(title: &str) -> Option<PartialDate> {
    let only = only_day(title)?;
    let before = without_article(&title[..only.span.start]);
    let behind = without_year(&title[only.span.end..]);
    let words =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let closes = words(behind) <= NEAR;
    let ends_part = behind.starts_with([',', ':', '|'])
        || [". ", " -", " –", " —"].iter().any(|it| behind.starts_with(it));
    let is_set_apart = before.ends_with(['(', '（', ',', '，', '،', ':', '|', '-', '–', '—', '.']);
    // "No: 87, 6 May 2024, Press Release", "Dresk, 02.10.2023 - Address"
    let begins = (before.is_empty() || is_set_apart && words(before) < NEAR) && ends_part;
    // A press conference or an interview is of one day, where a statement may be about another.
    let last = before.rmatch_indices(' ').nth(LAST).map_or(before, |(at, _)| &before[at..]);
    let is_of_one_day = [title, last]
        .iter()
        .any(|text| matches!(kind::named_in(text), Some(Kind::Interview | Kind::Remarks)));
    let is_on = ON.iter().any(|on| before.ends_with(on)) && (closes || ends_part);
    let is_of_it = is_of_one_day && (is_on || before.is_empty());
    let ends_sentence = behind.starts_with(". ") && kind::named_in(title).is_some();
    (is_set_apart && closes || begins || is_of_it || ends_sentence).then_some(only.date)
}

/// The place that stands beside the date of a title, unless that is one of the speakers, an office or an abbreviation.
pub(in super::super) fn place(title: &str, speakers: &[Speaker]) -> Option<String> {
    let only = only_day(title)?;
    let place = dateline::read(beside(title, &only)?, Order::Unknown)?.place?;
    let said = speakers.iter().flat_map(|it| [Some(&it.name), it.role.as_ref(), it.affiliation.as_ref()]);
    let is_said = said.flatten().any(|said| said.contains(place.as_str()) || place.contains(said.as_str()));
    let is_short = place.chars().count() < SHORTEST_NAME && !place.chars().any(char::is_lowercase);
    let is_abbreviation =
        is_short && title.chars().any(char::is_lowercase) && place.chars().any(char::is_uppercase);
    let is_in_capitals = !title.chars().any(char::is_lowercase);
    (!is_said && !is_abbreviation).then(|| if is_in_capitals { in_ordinary_case(&place) } else { place })
}

/// A name set in capitals, as the rest of its title is: "NEW YORK".
fn in_ordinary_case(name: &str) -> String {
    let mut inside = false;
    let mut own = String::with_capacity(name.len());
    for c in name.chars() {
        if std::mem::replace(&mut inside, c.is_alphabetic()) {
            own.extend(c.to_lowercase());
        } else {
            own.push(c);
        }
    }
    own
}

/// A date together with what may be its place: the parentheses around it, or the last part of the title.
fn beside<'a>(title: &'a str, dated: &Dated) -> Option<&'a str> {
    let before = &title[..dated.span.start];
    let opened = before.rfind(['(', '（']).filter(|at| !before[*at..].contains([')', '）']));
    if let Some(opened) = opened {
        let close = title[dated.span.end..].char_indices().find(|(_, c)| matches!(c, ')' | '）'));
        let end = close.map_or(title.len(), |(at, c)| dated.span.end + at + c.len_utf8());
        return Some(&title[opened..end]);
    }
    let before = without_article(before).trim_end_matches([' ', ',', '，', '،']);
    let signs = [", ", " – ", " — ", " - ", ". ", ": ", "? ", "، ", "» ", "” "];
    let start = signs.iter().filter_map(|sign| Some(before.rfind(sign)? + sign.len())).max();
    Some(&title[start?..])
}

fn only_day(title: &str) -> Option<Dated> {
    let mut days = date::days(title, Order::Unknown).into_iter();
    days.next().filter(|_| days.next().is_none())
}

/// What stands before a date, without the article of "…, le 4 novembre 2023".
fn without_article(before: &str) -> &str {
    let before = before.trim_end();
    let article = [", le", ", el", ", il", ", a", ", em"].iter().find(|article| before.ends_with(*article));
    article.map_or(before, |article| &before[..before.len() - article.len() + 1])
}

/// What stands behind a date and the word for "year".
fn without_year(behind: &str) -> &str {
    let rest = behind.trim_start();
    let words = ["года", "год", "г.", "г", "року", "р."];
    words.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> String {
        let speakers = [Speaker {
            name: "Nina Oleshko".to_owned(),
            role: Some("Minister of Trade".to_owned()),
            affiliation: None,
        }];
        let date = date(title).map(|date| date.to_string());
        format!("{} {}", date.unwrap_or("-".to_owned()), place(title, &speakers).unwrap_or("-".to_owned()))
    }

    #[test]
    fn a_date_at_the_edge_of_a_title_is_that_of_the_text_and_its_neighbour_the_place() {
        for (title, wanted) in [
            ("Remarks by Minister Castanier at the Summit (15 May 2020)", "2020-05-15 -"),
            ("Briefing by the Spokeswoman, Dresk, March 9, 2023", "2023-03-09 Dresk"),
            ("Брифинг официального представителя, Дреск, 6 июля 2022 года", "2022-07-06 Дреск"),
            ("Выступление на дебатах (24 сентября 2022 г., г.Нью-Йорк)", "2022-09-24 Нью-Йорк"),
            ("Entretien de Mme Castanier (Paris, 12 janvier 2023)", "2023-01-12 Paris"),
            (
                "Discurso do Ministro por ocasião da formatura – Brasília, 21 de novembro de 2023",
                "2023-11-21 Brasília",
            ),
            (
                "Intervención en el Segmento de Alto Nivel. Ginebra, 27 de febrero de 2023",
                "2023-02-27 Ginebra",
            ),
            ("Genève, 02.10.2023 - Allocution de la conseillère", "2023-10-02 -"),
            ("QA-27, 14 May 2024, Statement of the Spokesperson in Response to a Question", "2024-05-14 -"),
            ("2023年5月17日外交部发言人主持例行记者会", "2023-05-17 -"),
            ("Spokesperson Guo Wenqing's Regular Press Conference on September 12, 2023", "2023-09-12 -"),
            ("Erklärungen in der Regierungspressekonferenz vom 17.04.2024", "2024-04-17 -"),
            ("Interview de la ministre à Halvern Info le 4 avril 2024, sur l'élargissement", "2024-04-04 -"),
            ("Выступление на заседании Совета 9 февраля 2023 года. О нарушениях прав", "2023-02-09 -"),
            ("Statement on the attack of 12 March 2020", "- -"),
            ("24 February 2022 stays with all of us", "- -"),
            ("Statement on the anniversary of 24 February 2022 and its victims", "- -"),
            ("Remarks by Nina Oleshko, May 3, 2022", "2022-05-03 -"),
            ("Remarks by Nina Oleshko, Minister of Trade, May 3, 2022", "2022-05-03 -"),
            ("STATEMENT AT THE DEBATE, NEW YORK, 9 OCTOBER 2023", "2023-10-09 New York"),
            ("Department Press Briefing – March 14, 2024", "2024-03-14 -"),
            ("Press Conference by Minister Sakamoto (Friday, March 8, 2024, 2:02 p.m.)", "2024-03-08 -"),
            (
                "Allocution de Mme Castanier à la 44e session, Yaoundé, le 4 novembre 2023",
                "2023-11-04 Yaoundé",
            ),
            ("PM interview with Rosa News: 7 March 2023", "2023-03-07 -"),
            ("Interview with Rosa, ASEAN, May 3, 2022", "2022-05-03 -"),
        ] {
            assert_eq!(read(title), wanted, "{title}");
        }
    }
}
