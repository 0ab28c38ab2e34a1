//! Words that a reader gives in part, or wrongly.

/// Whether a word fits a pattern, in which `*` stands for any letters or none and `?` for one.
pub fn fits(pattern: &str, word: &str) -> bool {
    let mut signs = pattern.chars();
    match (signs.next(), word.chars().next()) {
        (None, None) => true,
        (None, Some(_)) => false,
        (Some('*'), None) => fits(signs.as_str(), word),
        (Some('*'), Some(first)) => fits(signs.as_str(), word) || fits(pattern, &word[first.len_utf8()..]),
        (Some(_), None) => false,
        (Some(sign), Some(first)) => {
            (sign == '?' || sign == first) && fits(signs.as_str(), &word[first.len_utf8()..])
        }
    }
}

/// In how many letters two words differ: one wrong, missing or too many counts once, and so do two neighbours that have
/// changed places, if nothing comes between them. (Optimal string alignment: the recurrence as textbooks have it, over
/// prefixes.)
pub fn distance(own: &str, other: &str) -> usize {
    let (own, other): (Vec<char>, Vec<char>) = (own.chars().collect(), other.chars().collect());
    let mut of_prefixes = vec![vec![0; other.len() + 1]; own.len() + 1];
    for a in 0..=own.len() {
        for b in 0..=other.len() {
            of_prefixes[a][b] = match (a, b) {
                (0, length) | (length, 0) => length,
                _ => {
                    let wrong = usize::from(own[a - 1] != other[b - 1]);
                    let mut least = of_prefixes[a - 1][b - 1] + wrong;
                    least = least.min(of_prefixes[a - 1][b] + 1).min(of_prefixes[a][b - 1] + 1);
                    if a > 1 && b > 1 && own[a - 1] == other[b - 2] && own[a - 2] == other[b - 1] {
                        least = least.min(of_prefixes[a - 2][b - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    of_prefixes[own.len()][other.len()]
}

#[test]
fn signs_stand_for_letters() {
    for (pattern, word, expected) in [
        ("стран*", "страны", true),
        ("стран*", "стран", true),
        ("*", "", true),
        ("a*b?c", "abbxc", true),
        ("a*b?c", "abc", false),
        ("wom?n", "woman", true),
        ("wom?n", "womaan", false),
    ] {
        assert_eq!(fits(pattern, word), expected, "{pattern} {word}");
    }
}

#[test]
fn letters_that_differ_are_counted() {
    for (own, other, expected) in [
        ("", "", 0),
        ("abc", "", 3),
        ("strait", "straits", 1),
        ("ab", "ba", 1),
        ("ca", "abc", 3),
        ("мир", "мор", 1),
    ] {
        assert_eq!((distance(own, other), distance(other, own)), (expected, expected), "{own} {other}");
    }
}
