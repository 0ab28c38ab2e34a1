//! What a printed page has beside its text: its number, and the number of the job that it was printed in.
//!
//! In texts that were scanned or copied out of pages such numbers stand alone between blank lines, in the middle of
//! sentences. They are no part of the text, and taken away they show where a page ended.
//!
//! Numbers of sections stand alone, too, but never in a sentence.

use super::lines::Line;

/// Which lines of a wrapped text are page numbers: numbers alone at the edge of a page, if they cut through sentences
/// as often as not, or once if one follows another.
pub(super) fn marked(lines: &[Line<'_>]) -> Vec<bool> {
    let is_edge =
        |index: Option<usize>| index.and_then(|index| lines.get(index)).is_none_or(is_blank_or_number);
    let mut marked: Vec<bool> = (0..lines.len())
        .map(|at| is_number(lines[at].text) && (is_edge(at.checked_sub(1)) || is_edge(at.checked_add(1))))
        .collect();
    let (mut all, mut cutting) = (0, 0);
    let mut pages: Vec<u16> = Vec::new();
    let mut before: Option<&Line<'_>> = None;
    for (line, is_marked) in lines.iter().zip(&marked) {
        if *is_marked {
            all += 1;
            cutting += usize::from(before.is_some_and(Line::ends_openly));
            pages.extend(line.text.split_whitespace().filter_map(|number| number.parse::<u16>().ok()));
        } else if !line.text.is_empty() {
            before = Some(line);
        }
    }
    let is_counting = pages.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    if cutting * 2 < all && !(cutting > 0 && is_counting) {
        marked.fill(false);
    }
    marked
}

fn is_blank_or_number(line: &Line<'_>) -> bool {
    line.text.is_empty() || is_number(line.text)
}

/// `12`, a job number of the United Nations such as `10-54833`, or both.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 20 && text.split_whitespace().all(is_one_number)
}

fn is_one_number(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('-') {
        Some((year, job)) => year.len() == 2 && job.len() == 5 && is_digits(year) && is_digits(job),
        None => text.len() <= 3 && is_digits(text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn numbers(text: &str) -> Vec<&str> {
        let lines = split(text);
        let marked = marked(&lines);
        lines.iter().zip(marked).filter(|(_, marked)| *marked).map(|(line, _)| line.text).collect()
    }

    #[test]
    fn numbers_that_cut_through_sentences_are_page_numbers() {
        assert_eq!(
            numbers("We met in the\n4\n\n\nhall.\n\nThe strait\n\n5  10-54833\n\nis open."),
            ["4", "5  10-54833"]
        );
        let counting = "We met in the\n4\n\nhall.\n\n5\n\nThe strait.\n\n6\n\nWater.";
        assert_eq!(numbers(counting), ["4", "5", "6"]);
    }

    #[test]
    fn numbers_of_sections_and_of_the_text_are_text() {
        assert_eq!(numbers("We met.\n\n1\n\nThe strait is open.\n\n2\n\nWater.").len(), 0);
        assert_eq!(numbers("We were\n12\nof 30 States.").len(), 0);
    }
}
