//! Chinese. Japanese, Thai, Lao, Khmer and Burmese are cut in the same way: see `segment`.

use verbale_statement::Language;

use super::{Alphabet, PLAIN, Rules};

pub(crate) const RULES: Rules = Rules {
    language: Language::CHINESE,
    also: &[Language::of("ja"), Language::of("th"), Language::of("lo"), Language::of("km"), Language::of("my")],
    alphabets: &[Alphabet::Unspaced],
    ..PLAIN
};

#[cfg(test)]
pub(crate) const SAMPLES: super::samples::Samples = super::samples::Samples {
    meet: &["安全 安全"],
    apart: &["安全 合作"],
    same: &["ＵＮ UN", "２０２４ 2024"],
    differ: &["安全 合作"],
};
