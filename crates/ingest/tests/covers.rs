//! What the cover of a printed speech says of it: the lines that stand in the middle of a page, one below the other.

#![allow(clippy::unwrap_used)]

use verbale_ingest::{Options, Outcome, ingest};
use verbale_statement::Statement;

const SPEECH: &str = "Madam President,\n\nThe water of the strait is as cold as it was when our mothers fished in it, and the\n\
    nets that we cast are as full of holes as theirs. We have come to speak of nets.\n";

fn read(cover: &str) -> Statement {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("speech.txt");
    std::fs::write(&file, format!("{cover}\n\n{SPEECH}")).unwrap();
    let outcome = ingest(&[file], &Options::default()).next();
    let Some(Outcome::Statement(ingested)) = outcome else { panic!("{outcome:?}") };
    ingested.statement
}

fn told(cover: &str) -> String {
    let statement = read(cover);
    let speakers: Vec<String> = statement
        .speakers
        .iter()
        .map(|it| {
            [Some(it.name.clone()), it.role.clone(), it.affiliation.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" / ")
        })
        .collect();
    let kind = statement.kind.map(|kind| kind.to_string());
    let date = statement.date.map(|date| date.to_string());
    let told = [Some(speakers.join(" + ")), kind, date, statement.place, statement.event];
    told.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_cover_names_speaker_kind_date_place_and_event() {
    let covers = [
        "PERMANENT MISSION OF FIJI\nTO THE UNITED NATIONS\n\nStatement by\nHis Excellency Josaia Tuilagi\nMinister for Fisheries of the Republic of Fiji\nat\nthe General Debate of the 80th Session\n\nNew York, 24 September 2025\n\nCheck against delivery",
        "Check against delivery\n\nSTATEMENT\nBY H.E. MR. BORIS DRAGANOV, PRESIDENT OF THE REPUBLIC OF BULGARIA\n80TH SESSION OF THE GENERAL ASSEMBLY\nGENERAL DEBATE, 24 SEPTEMBER 2025",
        "KINGDOM OF TONGA\n\nADDRESS\n\nHIS EXCELLENCY DR. SIONE T.K. VAIPULU\nPRIME MINISTER OF THE KINGDOM OF TONGA\n\n24 September 2025, New York",
        "RÉPUBLIQUE DU BÉNIN\n\nDISCOURS DE SON EXCELLENCE MONSIEUR PATRICE DOSSOU,\nPRESIDENT DE LA REPUBLIQUE DU BENIN\n\nNew York, le 24 septembre 2025",
        "INTERVENCIÓN DEL PRESIDENTE DEL GOBIERNO DE ESPAÑA\nEXCMO. SR. D. RODRIGO ITURBE SALCEDO\n\nNueva York, 24 de septiembre de 2025\n\n(Cotejar con la intervención pronunciada)",
        "Statement by the Honourable Alwyn Joseph\nPrime Minister, Minister of Finance, Corporate\nGovernance and Public Works\nof Antigua and Barbuda",
    ];
    let all: Vec<String> = covers.iter().map(|cover| told(cover)).collect();
    insta::assert_snapshot!(all.join("\n"), @r"
    Josaia Tuilagi / Minister for Fisheries / Republic of Fiji | statement | 2025-09-24 | New York | General Debate of the 80th Session
    Boris Draganov / President / Republic of Bulgaria | statement | 2025-09-24
    Sione T.K. Vaipulu / Prime Minister / Kingdom of Tonga | speech | 2025-09-24 | New York
    Patrice Dossou / President / Republique du Benin | speech | 2025-09-24 | New York
    Rodrigo Iturbe Salcedo / Presidente / Gobierno de España | speech | 2025-09-24 | Nueva York
    Alwyn Joseph / Prime Minister | statement
    ");
}

#[test]
fn a_note_on_delivery_is_neither_title_nor_text() {
    for note in [
        "Check against delivery",
        "CHECK AGAINST DELIVERY!",
        "(As delivered)",
        "Seul le prononcé fait foi",
        "– Es gilt das gesprochene Wort –",
    ] {
        let statement = read(&format!("{note}\n\nStatement on nets"));
        assert_eq!(statement.title, "Statement on nets", "{note}");
        assert!(statement.paragraphs.iter().all(|paragraph| !paragraph.text.contains(note)), "{note}");
    }
    assert!(read("As delivered by the fishermen of Dresk").title.starts_with("As delivered"));
}

#[test]
fn a_name_that_the_text_addresses_is_not_its_speaker_s() {
    for cover in [
        "To His Excellency Gleb Sartakov\nMinister of Foreign Affairs of the Republic of Bulgaria",
        "Statement on behalf of the Group of Small States",
        "Programme of the General Debate",
    ] {
        assert_eq!(read(cover).speakers, [], "{cover}");
    }
}
