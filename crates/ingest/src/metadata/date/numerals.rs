//! Numbers in the digits and numerals in which dates are written.

/// A number in ASCII, Arabic-Indic, Persian or full-width digits, or in Chinese numerals.
pub(super) fn number(text: &str) -> Option<i16> {
    if text.chars().any(is_chinese) {
        return chinese_number(text);
    }
    text.chars().try_fold(0i16, |sum, c| {
        let zero = match c {
            '0'..='9' => '0',
            '٠'..='٩' => '٠',
            '۰'..='۹' => '۰',
            '０'..='９' => '０',
            _ => return None,
        };
        let digit = i16::try_from(u32::from(c) - u32::from(zero)).ok()?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// Chinese numerals from nought to nine.
const CHINESE_DIGITS: &str = "〇一二三四五六七八九";

/// Chinese numerals: digits one by one as in a year, or up to 99 with 十 for ten.
fn chinese_number(text: &str) -> Option<i16> {
    let digit = |c: char| {
        let c = if matches!(c, '○' | '零') { '〇' } else { c };
        CHINESE_DIGITS.chars().position(|known| known == c).and_then(|n| i16::try_from(n).ok())
    };
    match text.split_once('十') {
        None => text.chars().try_fold(0i16, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?)),
        Some((tens, ones)) => {
            let one = |text: &str, empty| match text.chars().next() {
                None => Some(empty),
                Some(c) => digit(c),
            };
            Some(one(tens, 1)? * 10 + one(ones, 0)?)
        }
    }
}

/// Whether a character is a Chinese numeral.
pub(super) fn is_chinese(c: char) -> bool {
    CHINESE_DIGITS.contains(c) || matches!(c, '十' | '○' | '零')
}
