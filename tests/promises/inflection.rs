//! A form of a word that no statement of the sample has finds those that it has, and `verbale analyze` shows why.

use crate::desk::Desk;
use crate::search::{marks, search};

#[test]
fn a_form_that_is_nowhere_finds_the_others() {
    let desk = Desk::of_sample();
    for (query, found) in [
        ("negotiates lang:en", &["negotiate", "negotiations", "negotiators"][..]),
        ("demarcating lang:en", &["demarcated", "demarcation"]),
        ("fisherman's lang:en", &["fisherman"]),
        ("переговорам lang:ru", &["переговоры", "переговоров", "переговорах"]),
        ("беженец lang:ru", &["беженцев"]),
        ("рыбаку lang:ru", &["Рыбаки", "рыбаков", "рыбакам"]),
        ("négocier lang:fr", &["négociation", "négocié", "négociée"]),
        ("délimiter lang:fr", &["délimitation"]),
        ("refugie lang:fr", &["réfugiés"]),
        ("pescadora lang:es", &["pescador", "pescadores"]),
        ("paces lang:es", &["paz"]),
        ("pactos lang:es", &["Pacto", "PACTO"]),
        ("بمساعداتنا lang:ar", &["المساعدات"]),
        ("وزراء lang:ar", &["وزير", "الوزيرة"]),
        ("سفننا lang:ar", &["سفن", "السفن"]),
        // Chinese words have one form; what is typed has several widths.
        ("２０１９年 lang:zh", &["2019"]),
        ("ＨＰＯ lang:en", &["HPO"]),
        ("２０２６年 lang:zh", &["2026"]),
        ("２０２１年 lang:zh", &["2021"]),
    ] {
        let answer = search(&desk, query, &[]);
        let hits = answer["hits"].as_array().unwrap();
        let marked: Vec<_> = hits.iter().flat_map(marks).collect();
        for form in found {
            assert!(marked.contains(form), "{query}: {form} is not marked, but {marked:?}");
        }
        let word = query.split(' ').next().unwrap();
        assert!(
            !marked.iter().any(|form| form.to_lowercase() == word.to_lowercase()),
            "{query} is there itself"
        );
    }
}

#[test]
fn another_word_is_not_found_for_its_looks() {
    let desk = Desk::of_sample();
    for (query, other) in [
        ("general lang:en", "generation"),
        ("стол lang:ru", "столица"),
        ("paix lang:fr", "pays"),
        ("paz lang:es", "país"),
        ("سلاح lang:ar", "سلام"),
    ] {
        let answer = search(&desk, query, &[]);
        let hits = answer["hits"].as_array().unwrap();
        assert!(!hits.iter().flat_map(marks).any(|form| form.to_lowercase().starts_with(other)), "{query}");
    }
}
