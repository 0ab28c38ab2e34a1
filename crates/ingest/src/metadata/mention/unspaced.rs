//! Names in texts without spaces between words.

use std::collections::HashMap;

use verbale_statement::Mentioned;

/// Names by their first character, longer ones first.
#[derive(Debug, Default)]
pub(super) struct Unspaced {
    names: HashMap<char, Vec<(&'static str, Mentioned)>>,
}

/// Characters behind a name that make it another's: the Indian Ocean, the river Jordan, the Gulf of Guinea, Maryland,
/// Mariupol, peninsulas, the Sultan of a country.
const BEHIND: [(&str, &str); 9] = [
    ("印度", "洋"),
    ("约旦", "河"),
    ("几内亚", "湾"),
    ("阿曼", "湾"),
    ("墨西哥", "湾城"),
    ("马里", "兰乌奥亚纳"),
    ("海地", "区带方"),
    ("朝鲜", "半海"),
    ("苏丹", "国陛殿卡"),
];

/// Characters before a name that make it part of another word: coastal areas, New Guinea, the Sultan of Oman.
const BEFORE: [(&str, &str); 3] = [("海地", "上沿近内深公"), ("几内亚", "新"), ("苏丹", "曼")];

impl Unspaced {
    pub(super) fn insert(&mut self, name: &'static str, of: Mentioned) {
        let Some(first) = name.chars().next() else { return };
        let names = self.names.entry(first).or_default();
        names.push((name, of));
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    }

    /// Hands `take` what a text mentions, each time it does.
    pub(super) fn visit(&self, text: &str, mut take: impl FnMut(&Mentioned)) {
        let mut at = 0;
        let mut last = None;
        while let Some(first) = text[at..].chars().next() {
            let names = self.names.get(&first);
            let found = names.and_then(|names| names.iter().find(|(name, _)| text[at..].starts_with(name)));
            let Some((name, of)) = found else {
                last = Some(first);
                at += first.len_utf8();
                continue;
            };
            let next = text[at + name.len()..].chars().next();
            let is_in = |table: &[(&str, &str)], beside: Option<char>| {
                table.iter().any(|(own, others)| own == name && beside.is_some_and(|c| others.contains(c)))
            };
            let is_quoted =
                last.is_some_and(|c| "“「《".contains(c)) && next.is_some_and(|c| "”」》".contains(c));
            if !is_in(&BEHIND, next) && !is_in(&BEFORE, last) && !is_quoted {
                take(of);
            }
            last = name.chars().next_back();
            at += name.len();
        }
    }
}
