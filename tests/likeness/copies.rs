//! Copies of a statement, as sites and scanners make them.

use fastrand::Rng;
use verbale_statement::{Paragraph, ParagraphRole, Statement};

use crate::Made;

/// Lines that a site puts around its texts.
const AROUND: [&str; 8] = [
    "Ministry of Foreign Affairs of Arvand",
    "Home / News / Statements",
    "Print this page",
    "Follow us on the networks and subscribe to our weekly digest of news.",
    "All rights reserved. When quoting, a link to the source is required.",
    "Press service, telephone 555 0142, weekdays from nine to five",
    "You may also be interested in other materials of this section",
    "Views: 2418",
];

/// The copies.
pub fn of(original: &Statement, random: &mut Rng) -> Vec<Made> {
    let mut made = vec![
        copy(original, "as it was", |_| ()),
        copy(original, "in capitals", |own| {
            own.paragraphs.iter_mut().for_each(|paragraph| paragraph.text = paragraph.text.to_uppercase());
        }),
        copy(original, "with misprints", |own| misprints(own, 60, random)),
        copy(original, "as it was scanned", |own| misprints(own, 20, random)),
        copy(original, "with lines around", |own| around(own, random)),
    ];
    if original.paragraphs.len() >= 5 {
        made.push(copy(original, "with passages cut", |own| cut(own, random)));
        made.push(copy(original, "in another order", |own| random.shuffle(&mut own.paragraphs)));
        made.push(copy(original, "cut, around, misprints", |own| {
            cut(own, random);
            around(own, random);
            misprints(own, 60, random);
        }));
    }
    made
}

fn copy(original: &Statement, kind: &'static str, change: impl FnOnce(&mut Statement)) -> Made {
    let mut statement = original.clone();
    statement.id = format!("{}~{}", shortened(original), kind.replace([' ', ','], "-")).parse().unwrap();
    change(&mut statement);
    Made { statement, copy: Some((kind, original.id.to_string())) }
}

/// The id, so short that something can be added to it.
pub fn shortened(original: &Statement) -> String {
    let id = original.id.as_str();
    let digest = id.rsplit('-').next().unwrap_or(id);
    format!("{}-{digest}", id.chars().take(30).collect::<String>())
}

/// Lines of the site before and behind the text, up to a quarter of it.
fn around(own: &mut Statement, random: &mut Rng) {
    let room = own.text_bytes() / 4;
    let line = |text: &str| Paragraph {
        text: text.to_owned(),
        language: own.language,
        speaker: None,
        role: ParagraphRole::Body,
    };
    let mut lines: Vec<Paragraph> = AROUND.iter().map(|text| line(text)).collect();
    random.shuffle(&mut lines);
    let mut taken = 0;
    lines.retain(|paragraph| {
        taken += paragraph.text.len();
        taken <= room
    });
    let behind = lines.split_off(lines.len() / 2);
    own.paragraphs.splice(0..0, lines);
    own.paragraphs.extend(behind);
}

/// Without up to a quarter of its text, in whole paragraphs.
fn cut(own: &mut Statement, random: &mut Rng) {
    let mut room = own.text_bytes() / 4;
    let mut order: Vec<usize> = (0..own.paragraphs.len()).collect();
    random.shuffle(&mut order);
    let mut gone = Vec::new();
    for at in order {
        let size = own.paragraphs[at].text.len();
        if size <= room {
            room -= size;
            gone.push(at);
        }
    }
    let mut at = 0;
    own.paragraphs.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
}

/// One of so many words with a letter that went wrong; in a script without spaces, one of so many pairs of characters.
fn misprints(own: &mut Statement, one_of: usize, random: &mut Rng) {
    for paragraph in &mut own.paragraphs {
        let words = paragraph.text.split(' ').map(|word| {
            let letters: Vec<char> = word.chars().collect();
            if letters.iter().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)) {
                return characters(letters, 2 * one_of, random);
            }
            let is_word = letters.len() >= 4 && letters.iter().all(|c| c.is_alphabetic());
            if is_word && random.usize(..one_of) == 0 { misprint(letters, random) } else { word.to_owned() }
        });
        paragraph.text = words.collect::<Vec<_>>().join(" ");
    }
}

/// A letter behind the first one doubled, left out, changed places with, or taken for another.
fn misprint(mut letters: Vec<char>, random: &mut Rng) -> String {
    let at = random.usize(1..letters.len() - 1);
    match random.u8(..4) {
        0 => letters.insert(at, letters[at]),
        1 => drop(letters.remove(at)),
        2 => letters.swap(at, at + 1),
        _ => letters[at] = letters[0].to_lowercase().next().unwrap_or('o'),
    }
    letters.into_iter().collect()
}

fn characters(mut letters: Vec<char>, one_of: usize, random: &mut Rng) -> String {
    for at in 0..letters.len() {
        if letters[at].is_alphabetic() && random.usize(..one_of) == 0 {
            letters[at] = letters[random.usize(..letters.len())];
        }
    }
    letters.into_iter().collect()
}
