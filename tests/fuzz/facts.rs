//! What a text says about itself: dates, speakers, languages, in titles and lines of any make.

use proptest::prelude::*;
use verbale_ingest::{Options, ingest};
use verbale_statement::Statement;

use crate::{fuzz, statement};

/// Words that announce a speaker, offices, names, and what stands between them.
fn speakers() -> impl Strategy<Value = String> {
    prop_oneof![
        "(Remarks|Statement|Speech|Address|Interview|Opening remarks) (by|of|with|to) ",
        "(Выступление|Заявление|Интервью|Ответы на вопросы) ",
        "(Discours|Allocution|Déclaration|Entretien) (de|du|de la|de M\\.|avec) ",
        "(Discurso|Intervención|Declaración|Entrevista) (de|del|de la|con) ",
        "(كلمة|خطاب|تصريح|بيان) ",
        "(the |H\\.E\\. |Mr\\. |Mme |M\\. |Sr\\. |معالي |г-на )",
        "(Foreign Minister|Minister of Foreign Affairs|Secretary General|President|Permanent Representative) ",
        "(Министра иностранных дел|Генерального секретаря|Президента|Постоянного представителя) ",
        "(ministre des Affaires étrangères|secrétaire général|président|ministro de Relaciones Exteriores) ",
        "(وزير الخارجية|الأمين العام|رئيس الجمهورية) ",
        "(外交部长|秘书长|总统|外交部发言人)",
        "(of|for|de|du|la|y|и|و|et|and|,|:|–|—|\\(|\\)|«|»|“|”|\\.) ?",
        "[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,9}(-[A-Z][a-z]{1,5})? ",
        "[A-Z]\\.( |[A-Z]\\. )?",
        "[А-ЯЁ][а-яё]{1,9} ",
        "[\u{621}-\u{64a}]{2,8} ",
        "[一-龥]{1,5}",
        "(spoke|took part|said|выступил|принял участие|a déclaré|afirmó|表示|在) ",
        "\\PC{0,6}",
    ]
}

/// Numbers, months, eras, marks and places, as they stand in datelines.
fn dates() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,4}",
        "[٠-٩]{1,4}",
        "[۰-۹]{1,4}",
        "[〇一二三四五六七八九十零]{1,4}",
        "(年|月|日|号|年度)",
        "[./, -]{1,2}",
        "(January|Feb|March|of|the|st|nd|rd|th|May|Sept\\.|November|December)",
        "(января|февраля|мая|ноября|декабря|г\\.|года)",
        "(janvier|février|mai|août|1er|de|del|enero|mayo|noviembre|diciembre)",
        "(تشرين الثاني|نوفمبر|يناير|كانون الثاني|شباط|هـ|م|رجب|رمضان|آبان|فروردین)",
        "(қараша|ноябрь|листопада|лістапада|նոյեմբերի|ნოემბერი|noyabr|Kasım|novembro|novembre|новембар)",
        "(\\(|\\)|,|، |，|Moscow|Москва|Dresk|Genève|القاهرة|北京|:|T|Z|\\+03:00|–| to | по )",
        " ",
        "\\PC{0,3}",
    ]
}

/// Lines of running text in any language that the tagger knows or doesn't.
fn sentences() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zA-Zà-ÿşğıİəçöüñõãâêô’']{1,10}",
        "[а-яёіїєґўқғңөұүһҳҷӣӯђјљњћџ]{1,10}",
        "[\u{621}-\u{64a}پچژگکی]{1,8}",
        "[ա-ֆ]{1,8}",
        "[ა-ჰ]{1,8}",
        "[一-龥ぁ-んァ-ヶ]{1,8}",
        "(the|of|and|les|des|et|el|los|и|в|на|que|der|die|und|il|che|bir|və|va)",
        "[0-9.,;:!?«»()-]{1,4}",
    ];
    prop::collection::vec(word, 1..40).prop_map(|words| words.join(" "))
}

fn line(piece: impl Strategy<Value = String>, pieces: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece, 0..pieces).prop_map(|pieces| pieces.concat().replace(['<', '&'], " "))
}

/// The statement that a page gives which says this of itself.
fn read(title: &str, lines: &[String]) -> Result<Option<Statement>, TestCaseError> {
    let paragraphs: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    std::fs::write(
        &file,
        format!("<meta charset=utf-8><title>{title}</title><body><h1>{title}</h1>{paragraphs}"),
    )
    .unwrap();
    ingest(&[file], &Options::default()).next().map_or(Ok(None), statement)
}

/// What has to hold of a statement whatever its source says.
fn is_sound(statement: &Statement) -> Result<(), TestCaseError> {
    for speaker in &statement.speakers {
        for part in [Some(&speaker.name), speaker.role.as_ref(), speaker.affiliation.as_ref()] {
            prop_assert!(
                part.is_none_or(|part| !part.trim().is_empty() && part.trim() == part),
                "{speaker:?}"
            );
        }
    }
    for text in [&statement.place, &statement.event, &statement.organisation].into_iter().flatten() {
        prop_assert!(!text.trim().is_empty());
    }
    if let Some(date) = statement.date {
        prop_assert_eq!(date.to_string().parse(), Ok(date));
    }
    for paragraph in &statement.paragraphs {
        prop_assert_eq!(paragraph.language.code().parse(), Ok(paragraph.language));
    }
    let written = serde_json::to_string(statement).unwrap();
    prop_assert_eq!(&serde_json::from_str::<Statement>(&written).unwrap(), statement);
    Ok(())
}

#[test]
fn any_title_names_sound_speakers_or_none() {
    fuzz(&(line(speakers(), 14), line(speakers(), 10)), |(title, lead)| {
        read(&title, &[lead, "The strait stays open to the ships of every State.".to_owned()])?
            .map_or(Ok(()), |statement| is_sound(&statement))
    });
}

#[test]
fn any_dateline_gives_a_date_of_the_calendar_or_none() {
    fuzz(&(line(dates(), 12), line(dates(), 12), line(dates(), 12)), |(title, first, last)| {
        read(&title, &[first, "The strait stays open to the ships of every State.".to_owned(), last])?
            .map_or(Ok(()), |statement| is_sound(&statement))
    });
}

#[test]
fn any_paragraph_is_in_a_language_or_undetermined() {
    fuzz(&prop::collection::vec(sentences(), 1..6), |lines| {
        let Some(statement) = read("", &lines)? else { return Ok(()) };
        is_sound(&statement)?;
        // The same text has the same languages again.
        prop_assert_eq!(read("", &lines)?.map(|again| again.paragraphs), Some(statement.paragraphs));
        Ok(())
    });
}
