//! The title of a page, without what the site adds to it.

use std::cmp::Reverse;

use verbale_statement::Evidence;

use super::blocks::Block;
use super::facts::Facts;

/// What sites put between the title of a text and their own name.
const SEPARATORS: [&str; 9] = [" | ", " :: ", " « ", " » ", " · ", " / ", " – ", " — ", " - "];

/// Of these, those that also stand inside titles: what follows them is the site's name only on further evidence.
const COMMON: [&str; 4] = [" / ", " – ", " — ", " - "];

/// Characters beyond which a heading can't be the name of a site.
const LONG_TITLE: usize = 35;

/// A page's title and the site's name that stood beside it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Titled {
    /// The title of the text.
    pub(super) title: Option<(String, Evidence)>,
    /// The name of the site.
    pub(super) site: Option<String>,
}

/// The title that the page states, once: templates may print it twice into one heading.
pub(super) fn title(facts: &Facts, blocks: &[Block]) -> Titled {
    let Titled { title, site } = stated(facts, blocks);
    Titled { title: title.map(|(title, evidence)| (once(title), evidence)), site }
}

fn once(title: String) -> String {
    let words: Vec<&str> = title.split(' ').collect();
    let (first, second) = words.split_at(words.len() / 2);
    if first == second { first.join(" ") } else { title }
}

/// The title that the page states: in its metadata, in a heading `h1` that its `<title>` confirms, or in `<title>`.
fn stated(facts: &Facts, blocks: &[Block]) -> Titled {
    let headings: Vec<(&str, Evidence)> = blocks
        .iter()
        .filter(|block| block.level == Some(1) && !block.aside)
        .map(|block| (block.text.as_str(), Evidence::Heading))
        .collect();
    let stated = facts.titles.iter().map(|(title, evidence)| (title.as_str(), *evidence));
    let owned = |(title, evidence): (&str, Evidence)| (title.to_owned(), evidence);
    let Some(page) = &facts.page_title else {
        return Titled { title: stated.chain(headings).next().map(owned), site: None };
    };
    // Old pages have their title in any element.
    let lines = blocks
        .iter()
        .filter(|block| !block.aside && block.linked < 0.5 && block.text.len() >= LONG_TITLE)
        .map(|block| (block.text.as_str(), Evidence::PageTitle));
    // The longest of the candidates that <title> repeats with something around it tells where the title ends.
    let confirmed = stated
        .clone()
        .chain(headings.iter().copied())
        .chain(lines)
        .filter_map(|candidate| Some((candidate, around(page, candidate.0, facts)?)))
        // Of the same one, the first place counts.
        .min_by_key(|((candidate, _), _)| Reverse(candidate.len()));
    if let Some((candidate, site)) = confirmed {
        return Titled { title: Some(owned(candidate)), site };
    }
    let (alone, site) = without_site(page, facts);
    let is_site = |text: &str| site.iter().chain(&facts.sites).any(|name| same(name, text));
    let named: Vec<(String, Evidence)> = stated
        .map(|(candidate, evidence)| (without_site(candidate, facts).0, evidence))
        .filter(|(candidate, _)| !is_site(candidate))
        .collect();
    // Of several, that which the page shows.
    let is_shown =
        |(candidate, _): &&(String, Evidence)| headings.iter().any(|(text, _)| same(text, candidate));
    let title = named
        .iter()
        .find(is_shown)
        .or(named.first())
        .cloned()
        // A lone heading is the title even if <title> is the same on every page of the site.
        .or_else(|| (headings.len() == 1 && !is_site(headings[0].0)).then(|| owned(headings[0])))
        .unwrap_or((alone, Evidence::PageTitle));
    Titled { title: Some(title), site }
}

/// If `page` is `candidate`, or `candidate` and the name of a site: that name.
fn around(page: &str, candidate: &str, facts: &Facts) -> Option<Option<String>> {
    if same(page, candidate) {
        // Metadata may repeat the name of the site together with the title.
        return (without_site(candidate, facts).1.is_none()).then_some(None);
    }
    let cut = |rest: &str| {
        let name = rest.trim_matches(|c: char| {
            c.is_whitespace() || !c.is_alphanumeric() && !matches!(c, ')' | '(' | '"' | '»' | '.')
        });
        (name.chars().count() >= 2).then(|| name.trim().to_owned())
    };
    let separated = |rest: &str, at_end: bool| {
        SEPARATORS.iter().any(|separator| {
            let separator = separator.trim();
            if at_end {
                rest.trim_start().starts_with(separator)
            } else {
                rest.trim_end().ends_with(separator)
            }
        })
    };
    if candidate.chars().count() < 4 {
        return None;
    }
    if let Some(rest) = page.strip_prefix(candidate).filter(|rest| separated(rest, true)) {
        // "Speeches | Ministry": which of the two is the heading's? The name of the site stands last.
        let last = SEPARATORS
            .iter()
            .filter_map(|separator| rest.rsplit_once(separator))
            .map(|(_, last)| last)
            .min_by_key(|last| last.len());
        return Some(last.and_then(cut));
    }
    let rest = page.strip_suffix(candidate).filter(|rest| separated(rest, false))?;
    // The other way round only if the candidate is long: a heading may also be the site's name.
    (LONG_TITLE.max(rest.chars().count()) < candidate.chars().count()).then(|| cut(rest))
}

/// A title without the name of the site behind it, and that name.
fn without_site(title: &str, facts: &Facts) -> (String, Option<String>) {
    for separator in SEPARATORS {
        let Some((rest, name)) = title.rsplit_once(separator) else { continue };
        let known = facts.sites.iter().any(|site| same(site, name));
        let quotation = separator == " « " && name.contains('»') || separator == " » " && rest.contains('«');
        if !quotation && (known || !COMMON.contains(&separator)) && !rest.trim().is_empty() {
            return (rest.trim().to_owned(), Some(name.trim().to_owned()));
        }
    }
    (title.to_owned(), None)
}

/// Whether two titles are the same but for case, white space and signs.
pub(super) fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

/// The letters and digits of a text, by which it is recognised.
pub(super) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use verbale_statement::ParagraphRole;

    fn of(page: &str, stated: &[&str], headings: &[&str]) -> String {
        let facts = Facts {
            page_title: Some(page.to_owned()),
            titles: stated.iter().map(|&title| (title.to_owned(), Evidence::OpenGraph)).collect(),
            ..Facts::default()
        };
        let blocks: Vec<Block> = headings
            .iter()
            .map(|&text| Block {
                text: text.to_owned(),
                role: ParagraphRole::Heading,
                level: Some(1),
                linked: 0.0,
                aside: false,
                banner: false,
                language: None,
            })
            .collect();
        let titled = title(&facts, &blocks);
        format!(
            "{} @ {}",
            titled.title.map(|(title, _)| title).unwrap_or_default(),
            titled.site.unwrap_or_default()
        )
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        assert_eq!(of("On water | Ministry", &[], &[]), "On water @ Ministry");
        assert_eq!(
            of("On water - Ministry of Water", &[], &["On water", "Missions abroad"]),
            "On water @ Ministry of Water"
        );
        assert_eq!(
            of(
                "Ministry | On water, fish and the freedom of the seas",
                &[],
                &["On water, fish and the freedom of the seas"]
            ),
            "On water, fish and the freedom of the seas @ Ministry"
        );
        assert_eq!(
            of("Speeches « Government of Karvonia", &[], &["Government of Karvonia"]),
            "Speeches @ Government of Karvonia"
        );
        assert_eq!(of("On water - Ministry", &["On water"], &[]), "On water @ Ministry");
        assert_eq!(of("On water | Speeches | Ministry", &[], &["On water"]), "On water @ Ministry");
    }

    #[test]
    fn a_title_printed_twice_is_one() {
        assert_eq!(of("Ministry", &[], &["Press Releases Press Releases"]), "Press Releases @ ");
        assert_eq!(of("Ministry", &[], &["Water and water"]), "Water and water @ ");
    }

    #[test]
    fn of_two_stated_titles_the_shown_one_counts() {
        let stated = ["How a ministry that measures its lakes can lower them", "On water"];
        assert_eq!(of("Ministry", &stated, &["On water"]), "On water @ ");
        assert_eq!(of("Ministry", &stated, &[]), format!("{} @ ", stated[0]));
    }

    #[test]
    fn a_dash_inside_a_title_stays() {
        assert_eq!(of("Peace - and its price", &[], &[]), "Peace - and its price @ ");
        assert_eq!(of("Учение «Тихий хребет — 2017» | ОХД", &[], &[]), "Учение «Тихий хребет — 2017» @ ОХД");
        assert_eq!(of("Ministry", &[], &["On water"]), "On water @ ");
    }
}
