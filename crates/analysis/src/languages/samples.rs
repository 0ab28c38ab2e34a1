//! What the battery of tests asks of each language; the tests are in `analyzer/battery.rs`.

/// Words of a language for its tests. Each line is a list of words with spaces between them.
pub(crate) struct Samples {
    /// Forms of one word, which must find each other.
    pub(crate) meet: &'static [&'static str],
    /// Two words that must not find each other.
    pub(crate) apart: &'static [&'static str],
    /// Spellings that are one word even in a quotation.
    pub(crate) same: &'static [&'static str],
    /// Spellings that a quotation keeps apart.
    pub(crate) differ: &'static [&'static str],
}
