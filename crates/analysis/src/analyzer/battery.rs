//! What every language with an analysis of its own has to pass.

use super::*;
use crate::languages::SAMPLES;

/// All forms under which a word is found by its stem.
fn stems(analyzer: &Analyzer, word: &str) -> Vec<String> {
    let tokens = analyzer.tokens(word);
    // A compound stands for itself; of an elided word and what follows, what follows is asked for.
    let main = tokens
        .iter()
        .find(|token| token.span > 1)
        .or_else(|| tokens.iter().rev().find(|token| token.stem.is_some()));
    let stem = main.and_then(|token| token.stem.as_ref());
    stem.map(|stem| [Some(stem.form.clone()), stem.second.clone()].into_iter().flatten().collect())
        .unwrap_or_default()
}

fn exact(analyzer: &Analyzer, word: &str) -> Vec<String> {
    analyzer.tokens(word).into_iter().map(|token| token.exact).collect()
}

fn meet(analyzer: &Analyzer, one: &str, other: &str) -> bool {
    let others = stems(analyzer, other);
    stems(analyzer, one).iter().any(|stem| others.contains(stem))
}

/// Calls `check` with each sample of each language and with its words, and gathers what it finds wrong.
fn each(
    pick: fn(&crate::languages::samples::Samples) -> &'static [&'static str],
    check: impl Fn(&Analyzer, &str, &str) -> Option<String>,
) {
    let mut wrong = Vec::new();
    for (rules, samples) in SAMPLES {
        let analyzer = Analyzer::of(rules.language);
        for line in pick(samples) {
            let words: Vec<&str> = line.split(' ').collect();
            for (index, one) in words.iter().enumerate() {
                for other in &words[index + 1..] {
                    wrong.extend(
                        check(analyzer, one, other).map(|what| format!("{}: {what}", rules.language.code())),
                    );
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_form_of_a_word_meets_every_other() {
    each(
        |samples| samples.meet,
        |analyzer, one, other| {
            (!meet(analyzer, one, other)).then(|| {
                format!("{one} {:?} and {other} {:?} are forms of one word: mend the stemmer or add a second stem", stems(analyzer, one), stems(analyzer, other))
            })
        },
    );
}

#[test]
fn different_words_stay_apart() {
    each(
        |samples| samples.apart,
        |analyzer, one, other| {
            meet(analyzer, one, other).then(|| {
                format!("{one} and {other} are different words, both {:?}: the stemmer or the second stem cuts too much", stems(analyzer, one))
            })
        },
    );
}

#[test]
fn spellings_that_readers_take_for_the_same_are_the_same_in_a_quotation() {
    each(
        |samples| samples.same,
        |analyzer, one, other| {
            (exact(analyzer, one) != exact(analyzer, other)).then(|| {
                format!("{one} {:?} and {other} {:?} are one word: mend `spelling`, `expansions` or what is folded", exact(analyzer, one), exact(analyzer, other))
            })
        },
    );
}

#[test]
fn letters_of_the_language_and_endings_count_in_a_quotation() {
    each(
        |samples| samples.differ,
        |analyzer, one, other| {
            (exact(analyzer, one) == exact(analyzer, other)).then(|| {
                format!("{one} and {other} differ, but both are {:?}: add to `letters`", exact(analyzer, one))
            })
        },
    );
}

#[test]
fn exact_forms_are_their_own_exact_forms_and_find_the_same() {
    for (rules, samples) in SAMPLES {
        let analyzer = Analyzer::of(rules.language);
        let lines = samples.meet.iter().chain(samples.apart).chain(samples.same).chain(samples.differ);
        for word in lines.flat_map(|line| line.split(' ')) {
            for token in analyzer.tokens(word) {
                let again = exact(analyzer, &token.exact);
                assert_eq!(
                    again,
                    std::slice::from_ref(&token.exact),
                    "{}: the exact form of {word} changes when analysed again",
                    rules.language.code()
                );
            }
        }
    }
}

#[test]
fn stop_words_are_written_as_quotations_have_them() {
    let mut wrong = Vec::new();
    for (rules, _) in SAMPLES {
        let analyzer = Analyzer::of(rules.language);
        for word in rules.stop_words {
            let forms = exact(analyzer, word);
            if forms != [*word] || !analyzer.is_stop_word(word) {
                wrong.push(format!("{}: write the stop word {word} as {forms:?}", rules.language.code()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_language_has_samples_of_its_own() {
    for (rules, samples) in SAMPLES {
        let enough = !samples.meet.is_empty()
            && !samples.apart.is_empty()
            && !samples.same.is_empty()
            && !samples.differ.is_empty();
        assert!(
            enough,
            "{}: give the battery words to meet, to stay apart, to be the same and to differ",
            rules.language.code()
        );
        assert_eq!(crate::field_language(rules.language), rules.language);
    }
}

#[test]
fn irregular_words_stand_in_order_and_have_only_forms_that_the_stemmer_parts() {
    let of = |rules: &Rules| rules.irregular.map_or_else(Vec::new, |table| table().faults(rules));
    let faults: Vec<_> = LANGUAGES.iter().flat_map(|rules| of(rules)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}
