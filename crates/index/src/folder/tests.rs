use verbale_query::Query;
use verbale_statement::{Kind, Speaker, Statement};

use super::*;
use crate::fixture::{house, planned, statement};
use crate::{Engine, Order, Require};

mod ranking;

fn library() -> Vec<Statement> {
    let mut speech = statement(
        "speech",
        "Address on the Grey Strait",
        &[("en", "The Council's members discussed collective security."), ("ru", "Безопасность неделима.")],
    );
    speech.kind = Some(Kind::Speech);
    speech.date = Some("2021-11-17".parse().unwrap());
    speech.speakers = vec![Speaker {
        name: "Mira Tolvane".into(),
        role: Some("Secretary General".into()),
        affiliation: None,
    }];
    let mut release = statement(
        "release",
        "Fishing quotas",
        &[("en", "Security of herring stocks. The council, collective.")],
    );
    release.kind = Some(Kind::PressRelease);
    release.date = Some("2019".parse().unwrap());
    let french = statement("french", "Accord", &[("fr", "L'accord des réfugiés de Dresk et la security.")]);
    let chinese = statement("chinese", "灰海峡", &[("zh", "国际安全合作的新阶段，核裁军。")]);
    vec![speech, release, french, chinese]
}

#[test]
fn inflected_forms_are_found_in_each_paragraphs_own_language() {
    let house = house(&library());
    assert_eq!(house.ids("безопасности"), ["speech"]);
    assert_eq!(house.ids("councils member"), ["speech"]);
    assert_eq!(house.ids("refugies"), ["french"]);
    assert_eq!(house.ids("accords"), ["french"]);
    assert_eq!(house.ids("安全合作"), ["chinese"]);
    assert_eq!(house.ids("核"), ["chinese"]);
    assert_eq!(house.ids("全国"), Vec::<String>::new());
}

#[test]
fn quotations_want_the_words_in_their_forms_and_order() {
    let house = house(&library());
    assert_eq!(house.ids("\"collective security\""), ["speech"]);
    assert_eq!(house.ids("\"security collective\""), Vec::<String>::new());
    assert_eq!(house.ids("\"council member\""), Vec::<String>::new());
    assert_eq!(house.ids("\"the council’s members\""), ["speech"]);
    assert_eq!(house.ids("\"security безопасность\""), Vec::<String>::new(), "not across paragraphs");
    assert_eq!(house.ids("\"安全合作\""), ["chinese"]);
}

#[test]
fn fields_restrict_and_exclusions_exclude() {
    let house = house(&library());
    assert_eq!(house.ids("security -herring lang:en"), ["speech"]);
    assert_eq!(house.ids("speaker:tolvane"), ["speech"]);
    assert_eq!(house.ids("kind:press_release"), ["release"]);
    assert_eq!(house.ids("title:accord"), ["french"]);
    assert_eq!(house.ids("title:accord OR title:fishing").len(), 2);
    assert_eq!(house.ids("lang:ru"), ["speech"]);
    assert_eq!(house.ids("-lang:en"), ["chinese", "french"]);
}

#[test]
fn a_date_matches_where_the_ranges_overlap() {
    let house = house(&library());
    assert_eq!(house.ids_of("date:2019-03..2021", Require::All, Order::Newest), ["speech", "release"]);
    assert_eq!(house.ids("date:2019-03"), ["release"]);
    assert_eq!(house.ids("date:2021-11-18.."), Vec::<String>::new());
    assert_eq!(house.ids_of("", Require::All, Order::Newest), ["speech", "release", "chinese", "french"]);
}

#[test]
fn the_mode_says_how_many_words_have_to_match() {
    let house = house(&library());
    let count = |require| house.ids_of("collective security herring whales", require, Order::Relevance).len();
    assert_eq!((count(Require::All), count(Require::Most), count(Require::Any)), (0, 1, 3));
}

#[test]
fn a_word_that_is_rare_in_another_language_does_not_win() {
    let mut statements =
        vec![statement("stray", "", &[("fr", "Une note sur la security des bateaux de ce port.")])];
    for n in 0..20 {
        let text = "Security of the strait and security of the ports.";
        statements.push(statement(&format!("en{n}"), "", &[("en", text)]));
    }
    assert_eq!(house(&statements).ids("security").last().unwrap(), "stray");
}

#[test]
fn ties_stand_in_the_order_of_ids_however_the_index_came_to_be() {
    let ids = ["d", "a", "c", "b"];
    let statements: Vec<_> = ids.iter().map(|id| statement(id, "", &[("en", "Peace.")])).collect();
    let house = house(&statements[..2]);
    let mut archive = Archive::open(&house.folder.path().join("archive")).unwrap();
    archive.put_all(&statements[2..]).unwrap();
    let following = house.index.follow(&archive, false, &mut |_, _| ()).unwrap();
    assert_eq!(following, Following { indexed: 2, rebuilt: None });
    assert_eq!(house.ids("peace"), ["a", "b", "c", "d"]);
}

#[test]
fn an_open_engine_sees_revisions_and_new_generations() {
    let mut house = house(&library());
    let engine = house.index.engine().unwrap();
    let count = |text: &str| {
        engine.search(&planned(&engine, &verbale_query::parse(text).query, Require::All, 0)).unwrap().total
    };
    assert_eq!((count("herring"), count("whales")), (1, 0));
    house.archive.put(&statement("release", "Whales", &[("en", "Whales.")])).unwrap();
    house.index.follow(&house.archive, false, &mut |_, _| ()).unwrap();
    assert_eq!((count("herring"), count("whales")), (0, 1));
    let rebuilt = house.index.follow(&house.archive, true, &mut |_, _| ()).unwrap();
    assert_eq!((rebuilt.indexed, rebuilt.rebuilt.is_some()), (4, true));
    assert_eq!((count("herring"), count("whales")), (0, 1));
    assert_eq!(engine.cursor().unwrap(), house.archive.last().unwrap());
    assert_eq!(house.index.generations().unwrap().len(), 1);
}

#[test]
fn following_again_changes_nothing() {
    let house = house(&library());
    let following = house.index.follow(&house.archive, false, &mut |_, _| ()).unwrap();
    assert_eq!(following, Following { indexed: 0, rebuilt: None });
}

#[test]
fn what_a_killed_build_left_is_not_current_and_goes() {
    let mut house = house(&library());
    let root = house.folder.path().join("index");
    fs::create_dir(root.join("g-000077")).unwrap();
    fs::write(root.join("g-000077/half"), "written").unwrap();
    assert_eq!(house.ids("herring"), ["release"]);
    house.archive.put(&statement("new", "", &[("en", "News.")])).unwrap();
    house.index.follow(&house.archive, false, &mut |_, _| ()).unwrap();
    assert_eq!(house.index.generations().unwrap(), [root.join("g-000001")]);

    fs::create_dir(root.join("g-000002")).unwrap();
    house.index.follow(&house.archive, false, &mut |_, _| ()).unwrap();
    assert_eq!(house.index.generations().unwrap(), [root.join("g-000001")], "nor need there be news");
}

#[test]
fn an_index_that_cannot_be_searched_is_not_called_up_to_date() {
    let house = house(&library());
    let generation = house.folder.path().join("index/g-000001");
    let mut files = fs::read_dir(&generation).unwrap().map(|entry| entry.unwrap().path());
    let words = files.find(|path| path.extension().is_some_and(|extension| extension == "term")).unwrap();
    // At a file of so few bytes Tantivy panics.
    for (left, broken) in [("cut off in the middle", false), ("cut off", true)] {
        fs::write(&words, left).unwrap();
        let followed = house.index.follow(&house.archive, false, &mut |_, _| ()).err().unwrap();
        let opened = house.index.engine().err().unwrap();
        for error in [followed, opened] {
            assert_eq!(matches!(error, EngineError::Broken(_)), broken, "{error}");
            assert!(error.to_string().contains("verbale index --rebuild"), "{error}");
        }
    }
}

#[test]
fn missing_foreign_damaged_and_locked_indexes_say_what_to_do() {
    let house = house(&library());
    let root = house.folder.path().join("index");
    let missing = IndexFolder::at(root.join("nowhere")).engine().err().unwrap();
    assert!(matches!(missing, EngineError::Missing(_)));

    let lock = house.index.lock().unwrap();
    assert!(matches!(house.index.follow(&house.archive, false, &mut |_, _| ()), Err(EngineError::Locked(_))));
    drop(lock);

    fs::write(root.join("g-000001/meta.json"), "{").unwrap();
    let damaged = house.index.engine().err().unwrap();
    assert!(damaged.to_string().contains("verbale index --rebuild"), "{damaged}");
    house.index.follow(&house.archive, true, &mut |_, _| ()).unwrap();

    fs::write(root.join("g-000002/FINGERPRINT"), "tantivy-0-old").unwrap();
    assert!(matches!(house.index.engine(), Err(EngineError::Foreign { .. })));
    let following = house.index.follow(&house.archive, false, &mut |_, _| ()).unwrap();
    assert!(following.rebuilt.unwrap().contains("another version"));
    assert_eq!(house.ids("herring"), ["release"]);
}

#[test]
fn a_file_in_the_place_of_the_index_says_what_to_do() {
    let house = house(&library());
    let file = house.folder.path().join("file");
    fs::write(&file, "").unwrap();
    let index = IndexFolder::at(file);
    let followed = index.follow(&house.archive, false, &mut |_, _| ()).err().unwrap();
    for error in [followed, index.engine().err().unwrap()] {
        assert!(error.to_string().contains("move it away, and run `verbale index`"), "{error}");
    }
}

#[test]
fn an_archive_put_back_from_a_copy_is_followed_anew() {
    let house = house(&library());
    let older = Archive::open(&house.folder.path().join("older")).unwrap();
    let following = house.index.follow(&older, false, &mut |_, _| ()).unwrap();
    assert_eq!(following.rebuilt.as_deref(), Some("the index was ahead of the archive"));
    assert_eq!(house.ids(""), Vec::<String>::new());
}

#[test]
fn checksums_find_a_changed_file() {
    let house = house(&library());
    let engine = house.index.engine().unwrap();
    assert_eq!(engine.check().unwrap(), Vec::<String>::new());
    let generation = house.folder.path().join("index/g-000001");
    let entry = fs::read_dir(&generation).unwrap().map(|entry| entry.unwrap().path());
    let postings = entry.into_iter().find(|path| path.extension().is_some_and(|e| e == "idx")).unwrap();
    let mut bytes = fs::read(&postings).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&postings, bytes).unwrap();
    assert_eq!(engine.check().unwrap().len(), 1);
}

#[test]
fn an_empty_query_and_no_word_at_all_are_not_the_same() {
    let house = house(&library());
    assert_eq!(house.ids("").len(), 4);
    let nothing = planned(
        &house.index.engine().unwrap(),
        &Query::Word { field: None, text: "—".into() },
        Require::All,
        10,
    );
    assert_eq!(house.index.engine().unwrap().search(&nothing).unwrap().total, 0);
}

#[test]
fn a_score_is_the_sum_of_what_each_word_adds() {
    let house = house(&library());
    let engine = house.index.engine().unwrap();
    for (query, require) in [
        ("council security", Require::All),
        ("grey strait security безопасность", Require::Any),
        ("\"grey strait\" OR безопасность -herring", Require::All),
        ("\"collective security\" grey безопасности", Require::Any),
        ("speaker:tolvane title:address council", Require::Any),
    ] {
        let plan = planned(&engine, &verbale_query::parse(query).query, require, 100);
        let hits = engine.search(&plan).unwrap().hits;
        assert!(!hits.is_empty(), "{query}");
        for hit in hits {
            let added = engine.explain(&plan, &hit.id).unwrap().unwrap();
            let sum: f32 = added.iter().map(|word| word.score).sum();
            assert!((sum - hit.score.unwrap()).abs() < 1e-4, "{query}: {added:?} {hit:?}");
        }
    }
    let plan = planned(&engine, &verbale_query::parse("nothing of this").query, Require::All, 1);
    assert_eq!(engine.explain(&plan, &"speech".parse().unwrap()).unwrap(), None);
}
