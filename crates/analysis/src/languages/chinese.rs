//! Chinese. Japanese, Thai, Lao, Khmer and Burmese are cut in the same way: see `segment`.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};

pub(crate) const RULES: Rules = Rules {
    language: Language::CHINESE,
    also: &[Language::of("ja"), Language::of("th"), Language::of("lo"), Language::of("km"), Language::of("my")],
    alphabets: &[Alphabet::Unspaced],
    stop_words: STOP_WORDS,
    ..PLAIN
};

/// Articles, pronouns, prepositions, conjunctions, forms of auxiliaries and question words.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "的", "了", "和", "与", "及", "或", "是", "在", "有", "也", "都", "而", "被", "把", "对", "从", "到", "等", "为", "以", "于",
    "之", "其", "这", "那", "我", "你", "他", "她", "它", "们", "吗", "呢", "吧", "谁",
    "什", "么", "哪", "何", "怎", "几",
];

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["安全 安全"],
    apart: &["安全 合作"],
    same: &["ＵＮ UN", "２０２４ 2024"],
    differ: &["安全 合作"],
};
