//! What stands behind an office: the state or body that it is of, or the field that a minister is for.

use verbale_statement::Country;

use super::lists::OCCASION;

/// Whether what stands behind "Minister of" is no state but a field: "Veterans Affairs".
pub(super) fn is_field(text: &str) -> bool {
    FIELD_ENDS.iter().any(|end| text.ends_with(end)) && Country::named(text).is_none()
}

/// What the names of ministers' fields end in.
const FIELD_ENDS: [&str; 8] =
    ["Affairs", "Relations", "Cooperation", "Development", "Services", "Resources", "Works", "Planning"];

/// The name of a state or body up to a word with a capital with which something else begins: "Commonwealth of Dominica
/// On the Occasion …".
pub(super) fn until_occasion(issuer: &str) -> &str {
    let is_other = |word: &str| OCCASION.contains(&word);
    let end = issuer.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    });
    let end = end.skip(1).find(|(_, word)| is_other(word)).map_or(issuer.len(), |(start, _)| start);
    issuer[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_no_field_and_ends_where_an_occasion_begins() {
        assert!(is_field("Veterans Affairs") && is_field("Water Resources"));
        assert!(!is_field("Finland") && !is_field("Republic of Karvonia"));
        assert_eq!(until_occasion("Commonwealth of Dominica On the Occasion"), "Commonwealth of Dominica");
        assert_eq!(until_occasion("Republic of Fiji"), "Republic of Fiji");
        assert_eq!(until_occasion("New Zealand"), "New Zealand");
    }
}
