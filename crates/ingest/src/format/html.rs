//! Web pages.
//!
//! A page is parsed once; its blocks are the paragraphs a reader sees. Which of them are the text, the profile of the
//! site says or, where there is none, the generic extraction. What the page says about itself comes from the text
//! first, then from its head, then from the lines between title and text.

mod blocks;
mod containers;
mod content;
mod depth;
mod elements;
mod elsewhere;
mod facts;
mod features;
mod json_ld;
mod lexicon;
mod lines;
mod measures;
mod model;
mod names;
mod phrases;
mod profiled;
mod refusal;
mod rows;
mod smoothing;
mod stating;
mod survey;
mod table;
mod tags;
mod title;
pub mod training;
mod trial;
mod trim;
mod vocabularies;

pub(crate) use self::trial::look;

use std::collections::HashSet;

use scraper::Html;
use url::Url;
use verbale_statement::{Evidence, ParagraphRole, PartialDate};

use self::blocks::Block;
use self::features::Stated;
use super::FormatError;
use crate::draft::{Draft, DraftParagraph, fill};
use crate::metadata::date::{self, Order};
use crate::metadata::{self, country};
use crate::site::Sites;

/// Takes the statement out of a decoded page, which was fetched from `address` if that is known.
///
/// # Errors
/// [`FormatError::NoText`] if the page shows no text, [`FormatError::List`] if it but lists others,
/// [`FormatError::Refusal`] if it only says that there is none, [`FormatError::Nesting`] if it is nested too deep to be read.
pub(crate) fn extract(page: &str, address: Option<&str>, sites: &Sites) -> Result<Draft, FormatError> {
    depth::check(page)?;
    let html = Html::parse_document(page);
    let mut facts = facts::facts(&html);
    facts.url = facts.url.or_else(|| address.map(str::to_owned));
    let url = facts.url.as_deref().and_then(|url| Url::parse(url).ok());
    let profile = sites.of_page(url.as_ref(), &html);
    if profile.is_some_and(|profile| profile.is_list(&html)) {
        return Err(FormatError::List);
    }
    let all = blocks::page(html.root_element(), &HashSet::new());
    let mut titled = title::title(&facts, &all.blocks);
    let own = profile.and_then(|profile| profiled::title(profile, &html));
    titled.title = own.map(|title| (title, Evidence::SiteProfile)).or(titled.title);
    let shown = titled.title.as_ref().and_then(|(title, _)| date_near(title, &all.blocks, facts.order));
    let mut text = profile.and_then(|profile| profiled::body(profile, &html)).unwrap_or_else(|| {
        let title = titled.title.as_ref().map(|(title, _)| title.as_str());
        let text = content::text_blocks(all, Stated { title, description: facts.description.as_deref() });
        elsewhere::text(&html, facts.body.as_deref(), &text).unwrap_or(text)
    });
    trim::trim(&mut text, sites);
    if text.is_empty() {
        return Err(FormatError::NoText);
    }
    if refusal::is_refusal(titled.title.as_ref().map(|(title, _)| title.as_str()), &text) {
        return Err(FormatError::Refusal);
    }
    let mut draft = Draft {
        url: facts.url,
        date_order: facts.order,
        translations: facts.translations,
        paragraphs: text.into_iter().map(paragraph).collect(),
        ..Draft::default()
    };
    if let Some(profile) = profile {
        profiled::apply(profile, &html, url.as_ref(), &mut draft);
    }
    let organisation = facts.publisher.or(titled.site.map(|site| (site, Evidence::PageTitle)));
    fill(&mut draft.title, &mut draft.provenance.title, titled.title);
    fill(&mut draft.language, &mut draft.provenance.language, facts.language);
    fill(&mut draft.organisation, &mut draft.provenance.organisation, organisation);
    metadata::complete(&mut draft, sites);
    if metadata::may_settle_names(&draft) {
        let page = blocks::blocks(html.root_element(), &HashSet::new());
        metadata::settle_names(&mut draft, page.iter().map(|block| block.text.as_str()));
    }
    // A guest who speaks on a ministry's page speaks for another state, too.
    if let Some(own) = profile.and_then(|profile| profile.country) {
        draft.countries = country::spoken_for(&draft.speakers, draft.organisation.as_deref());
        draft.countries.push(own);
        draft.provenance.countries = Some(Evidence::SiteProfile);
    }
    let stated = profile.and_then(|profile| profiled::date(profile, &html, facts.order));
    let stated = stated.map(|date| (date, Evidence::SiteProfile));
    let shown = shown.map(|date| (date, Evidence::Opening));
    // Of what the page states, a day goes before a year of which only so much is certain.
    let dates = [stated, facts.date, shown, facts.time];
    let found = dates.into_iter().flatten();
    let day = found.clone().find(|(date, _)| date.is_day()).or_else(|| found.clone().next());
    fill(&mut draft.date, &mut draft.provenance.date, day);
    fill(&mut draft.place, &mut draft.provenance.place, facts.place);
    fill(&mut draft.event, &mut draft.provenance.event, facts.event);
    metadata::add_author(&mut draft, &facts.authors);
    Ok(draft)
}

fn paragraph(block: Block) -> DraftParagraph {
    DraftParagraph { text: block.text, role: block.role, speaker: None, language: block.language }
}

/// How many blocks behind the title its date is looked for.
const NEAR: usize = 5;

/// The longest line, in bytes, that is taken for one about the page: "12 March 2019 | Views: 2,418".
const LONGEST_INFO: usize = 200;

/// The one day that short lines around the heading name, if the heading stands in the page.
fn date_near(title: &str, all: &[Block], order: Order) -> Option<PartialDate> {
    let at = all.iter().rposition(|block| block.level.is_some() && title::same(&block.text, title))?;
    let after = all[at + 1..].iter().take(NEAR);
    // A date in the head of every page is today's.
    let before = all[..at].iter().rev().take(1).filter(|block| block.banner == all[at].banner);
    let lines = after.chain(before).filter(|block| {
        // Items, rows and links with dates are a list of other pages.
        block.text.len() <= LONGEST_INFO
            && block.linked < 0.5
            && !matches!(block.role, ParagraphRole::ListItem | ParagraphRole::TableRow)
    });
    let mut days = lines.filter_map(|block| {
        let days = date::days(&block.text, order);
        // A sentence that mentions a day is no line about the page.
        let letters = block.text.chars().filter(|c| c.is_alphabetic()).count();
        match days.as_slice() {
            [only] if letters < 100 && (only.span.start < 40 || only.span.end + 20 > block.text.len()) => {
                Some(only.date)
            }
            _ => None,
        }
    });
    let first = days.next()?;
    days.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of the shape that an organisation's old content management gives: the title three times, once with the
    /// date glued behind it, and links to leave by below the text.
    const ADDRESS: &str = r##"<html lang="en"><head><title>The HPO Secretary General Mira Tolvane spoke at the Lake Forum | Halvern Pact Organization</title>
        <link rel="canonical" href="https://en.halvernpact.example/news/lake-forum/"></head><body>
        <ul id="menu"><li><a href="/">Home</a><li><a href="/news/">News</a></ul>
        <h1>The HPO Secretary General Mira Tolvane spoke at the Lake Forum</h1>
        BODY
        <h3>The HPO Secretary General Mira Tolvane spoke at the Lake Forum<span class="news-date-time">17.11.2021</span></h3>
        <p align="center"><b>Address<br>of the HPO Secretary General<br>to the Lake Forum</b></p>
        <p><i>(17&nbsp;November 2021, Verkh-Ondra)</i></p>
        <p>Dear friends!</p>
        <p>The level of the lake has fallen by forty centi&shy;metres, and with it, as always, our patience.<br><br>
        Three things, I think, can be done before the spring:</p>
        <ul><li>measure;<li>publish what was measured;</ul>
        <blockquote lang="ru">Вода не знает границ, и рыба тоже.</blockquote>
        <table><tr><th>Year</th><th>Level</th></tr><tr><td><p>2020</p></td><td>94</td></tr></table>
        <p>Thank you for your attention, and for your boats.</p>
        <p><a href="#">Go back</a></p><p><a href="/news/">Back to the section</a></p><p><a href="/all/">Back to the all news</a></p>
        </div><div class="block-title">Related news</div><div><a href="/x">Other pages</a></div></body></html>"##;

    fn show(page: &str) -> String {
        let draft = extract(page, None, &Sites::built_in()).unwrap();
        let mut shown = format!(
            "{:?}\n{} {} {:?}\n{:?}\n{:?}\n",
            draft.title.unwrap_or_default(),
            draft.date.map(|date| date.to_string()).unwrap_or_default(),
            draft.place.unwrap_or_default(),
            draft.kind,
            draft.organisation,
            draft.speakers,
        );
        for paragraph in &draft.paragraphs {
            shown += &format!("{:?} {}\n", paragraph.role, paragraph.text);
        }
        shown
    }

    #[test]
    fn a_page_of_a_known_site_gives_its_text_once_and_what_it_states() {
        let page = ADDRESS.replace("BODY", r#"<div class="news-detail">"#);
        insta::assert_snapshot!(show(&page), @r#"
        "The HPO Secretary General Mira Tolvane spoke at the Lake Forum"
        2021-11-17 Verkh-Ondra Some(Speech)
        Some("Halvern Pact Organization")
        [Speaker { name: "Mira Tolvane", role: Some("Secretary General"), affiliation: Some("HPO") }]
        Heading Address of the HPO Secretary General to the Lake Forum
        Body Dear friends!
        Body The level of the lake has fallen by forty centimetres, and with it, as always, our patience.
        Body Three things, I think, can be done before the spring:
        ListItem measure;
        ListItem publish what was measured;
        Quotation Вода не знает границ, и рыба тоже.
        TableRow Year | Level
        TableRow 2020 | 94
        Body Thank you for your attention, and for your boats.
        "#);
    }

    #[test]
    fn without_a_profile_the_text_is_the_same() {
        let known = show(&ADDRESS.replace("BODY", r#"<div class="news-detail">"#));
        let unknown =
            show(&ADDRESS.replace("BODY", "<div>").replace("halvernpact.example", "elsewhere.example"));
        assert_eq!(unknown, known);
    }

    #[test]
    fn a_page_without_headings_has_the_title_that_its_head_confirms() {
        let page = ADDRESS.replace("BODY", "<div>").replace("h1>", "div>").replace("h3>", "div>");
        let page = page
            .replace(" | Halvern Pact", " - Halvern Pact")
            .replace("halvernpact.example", "elsewhere.example");
        let draft = extract(&page, None, &Sites::built_in()).unwrap();
        assert_eq!(
            draft.title.as_deref(),
            Some("The HPO Secretary General Mira Tolvane spoke at the Lake Forum")
        );
        assert_eq!(draft.organisation.as_deref(), Some("Halvern Pact Organization"));
    }

    #[test]
    fn the_clock_of_a_site_dates_no_text() {
        let page = |date: &str| {
            let text =
                "The strait stays open to the ships of every State, and to those who fish in it. ".repeat(5);
            format!("<title>On nets</title>{date}<h1>On nets</h1><p>{text}</p>")
        };
        let dated = |date| extract(&page(date), None, &Sites::built_in()).unwrap().date;
        assert_eq!(dated("<div class=header>25.11.2020</div>"), None);
        assert_eq!(dated("<div>25.11.2020</div>"), "2020-11-25".parse().ok());
    }

    #[test]
    fn a_page_without_text_says_so() {
        for page in
            ["", "<html><body></body></html>", "<title>Only a title</title>", "<body><script>text()</script>"]
        {
            assert_eq!(extract(page, None, &Sites::built_in()), Err(FormatError::NoText), "{page}");
        }
        let deep = "<div>".repeat(100_000);
        assert!(matches!(extract(&deep, None, &Sites::built_in()), Err(FormatError::Nesting { .. })));
    }

    #[test]
    fn the_deepest_page_that_is_read_needs_no_more_than_a_small_stack() {
        let page = format!(
            "{}A text of some length, with commas, and more.{}",
            "<div>".repeat(990),
            "</div>".repeat(990)
        );
        let read = std::thread::Builder::new()
            .stack_size(1 << 20)
            .spawn(move || extract(&page, None, &Sites::built_in()).map(|draft| draft.paragraphs.len()));
        assert_eq!(read.unwrap().join().unwrap(), Ok(1));
    }

    #[test]
    fn what_is_completed_twice_is_completed() {
        let mut draft = extract(&ADDRESS.replace("BODY", "<div>"), None, &Sites::built_in()).unwrap();
        let once = draft.clone();
        metadata::complete(&mut draft, &Sites::built_in());
        assert_eq!(draft, once);
    }

    proptest::proptest! {
        #[test]
        fn no_page_makes_it_panic(page in "(<(p|div|b|table|tr|td|h1|li|blockquote|title|a href=x)>|</(p|div|b|table|tr|h1|li)>|<br>|Question: |17\\.11\\.2021|\\PC{0,5}){0,40}") {
            let _ = extract(&page, None, &Sites::built_in());
        }
    }
}
