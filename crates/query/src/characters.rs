//! What single characters mean in a query.

/// Opening quotation marks, and the marks that close each. What is written back takes the first that fits.
///
/// A Chinese keyboard gives “ and ” in turn, and several languages open with what others close with, so these
/// marks open a quotation where none is open.
pub(crate) const QUOTATION_MARKS: &[(char, &[char])] = &[
    ('"', &['"', '＂']),
    ('“', &['”', '“']),
    ('«', &['»']),
    ('„', &['“', '”']),
    ('「', &['」']),
    ('『', &['』']),
    ('‹', &['›']),
    ('”', &['”', '“']),
    ('»', &['«']),
    ('＂', &['"', '＂']),
];

/// The marks that close a quotation which `mark` opens; none if `mark` opens no quotation.
pub(crate) fn closing_marks(mark: char) -> Option<&'static [char]> {
    QUOTATION_MARKS.iter().find(|(opening, _)| *opening == mark).map(|(_, closing)| *closing)
}

/// Whether clauses are set apart by it and it has no meaning beyond that: white space, control characters,
/// invisible marks of direction, marks that only close a quotation, those around the title of a work, and the punctuation of Chinese and
/// Japanese, which has its space built in.
pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '」' | '』' | '›' | '《' | '》' | '〈' | '〉')
        || matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

pub(crate) fn opens_group(c: char) -> bool {
    matches!(c, '(' | '（')
}

pub(crate) fn closes_group(c: char) -> bool {
    matches!(c, ')' | '）')
}

/// The sign for OR.
pub(crate) fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜')
}

/// The signs for NOT, where they stand before a clause.
pub(crate) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '－' | '!')
}

/// The sign that says how loosely a word or a quotation is meant.
pub(crate) fn is_tilde(c: char) -> bool {
    matches!(c, '~' | '～')
}

/// The sign before the weight of a clause.
pub(crate) fn is_caret(c: char) -> bool {
    matches!(c, '^' | '＾')
}

/// The sign before a word that is meant in this form only.
pub(crate) fn is_equals_sign(c: char) -> bool {
    matches!(c, '=' | '＝')
}

/// The sign for any letters in a pattern.
pub(crate) fn is_star(c: char) -> bool {
    matches!(c, '*' | '＊')
}

/// Marks that end a sentence or a part of one, which stand behind the signs of a word and not among them.
pub(crate) fn is_closing_punctuation(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '،' | '؛' | '؟')
}

/// Whether it joins the parts of a word.
pub(crate) fn joins_words(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '\'' | '’' | 'ʼ')
}

/// Whether it is of a script whose words are of a character or two: Chinese, Japanese or Korean.
pub(crate) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
        || matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

/// Whether a group or a quotation may end with it.
pub(crate) fn ends_clause(c: char) -> bool {
    closes_group(c) || QUOTATION_MARKS.iter().any(|(_, closing)| closing.contains(&c))
}

/// Whether a word ends before it.
pub(crate) fn ends_word(c: char) -> bool {
    is_separator(c) || opens_group(c) || closes_group(c) || is_bar(c) || closing_marks(c).is_some()
}

/// Whether a clause can begin with it.
pub(crate) fn begins_clause(c: char) -> bool {
    !is_separator(c) && !closes_group(c) && !is_bar(c)
}

/// Whether there is nothing in `text` that could be searched for: only punctuation and signs.
pub(crate) fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}
