//! What a page says about itself in its head: JSON-LD, Open Graph, Dublin Core and plain HTML.

use scraper::{ElementRef, Html};
use serde_json::Value;
use verbale_statement::{Language, PartialDate};

use super::lines::collapsed;
use super::select;
use crate::metadata::date;

/// What the head of a page states.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// The page's own address.
    pub(super) url: Option<String>,
    /// Titles that are said to be the text's own, the most reliable first.
    pub(super) titles: Vec<String>,
    /// The content of `<title>`, with whatever the site adds to it.
    pub(super) page_title: Option<String>,
    /// When it was published.
    pub(super) date: Option<PartialDate>,
    /// The language of the page.
    pub(super) language: Option<Language>,
    /// The text itself, marked up or not.
    pub(super) body: Option<String>,
    /// Who publishes it.
    pub(super) publisher: Option<String>,
}

/// Names of `<meta>` elements for the title, the most reliable first.
const TITLE: [&str; 6] =
    ["og:title", "dc.title", "dcterms.title", "articletitle", "citation_title", "twitter:title"];

/// Names of `<meta>` elements for the day of publication.
const DATE: [&str; 14] = [
    "article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "citation_publication_date",
    "sailthru.date",
    "date",
];

/// Names of `<meta>` elements for the publisher.
const PUBLISHER: [&str; 4] = ["dc.publisher", "dcterms.publisher", "og:site_name", "contentsource"];

/// Types of JSON-LD objects that describe a text, as against a person, a site or a list.
const TEXTS: [&str; 9] = [
    "Article",
    "NewsArticle",
    "BlogPosting",
    "Report",
    "WebPage",
    "CreativeWork",
    "PressRelease",
    "SpecialAnnouncement",
    "AnalysisNewsArticle",
];

/// Reads what the page states.
pub(super) fn facts(page: &Html) -> Facts {
    let metas = metas(page);
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| metas.iter().find(|(key, _)| key == name)).map(|(_, value)| *value)
    };
    let linked: Vec<Value> = select::all(page, r#"script[type="application/ld+json"]"#)
        .filter_map(|script| serde_json::from_str(&script.text().collect::<String>()).ok())
        .collect();
    let text = linked.iter().find_map(described_text);
    let stated = |key: &str| text.and_then(|text| text.get(key)).and_then(Value::as_str).map(collapsed);

    let url = select::first(page, "link[rel=canonical]")
        .and_then(|link| link.attr("href"))
        .or_else(|| meta(&["og:url"]))
        .map(str::to_owned)
        .or_else(|| stated("url"))
        .filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let mut titles: Vec<String> = stated("headline").into_iter().collect();
    titles.extend(TITLE.iter().filter_map(|name| meta(&[name])).map(collapsed));
    titles.retain(|title| !title.is_empty());
    let publisher = text
        .and_then(|text| text.pointer("/publisher/name"))
        .and_then(Value::as_str)
        .or_else(|| meta(&PUBLISHER));
    Facts {
        date: stated("datePublished")
            .and_then(|stamp| date::stamp(&stamp))
            .or_else(|| DATE.iter().filter_map(|name| meta(&[name])).find_map(date::stamp))
            .or_else(|| item_date(page)),
        language: own_alternate(page, url.as_deref())
            .or_else(|| declared_language(page))
            .or_else(|| meta(&["og:locale", "dc.language", "content-language"])?.parse().ok()),
        page_title: select::first(page, "head > title, title")
            .map(|title| collapsed(&title.text().collect::<String>()))
            .filter(|title| !title.is_empty()),
        body: linked
            .iter()
            .flat_map(objects)
            .find_map(|object| object.get("articleBody")?.as_str())
            .map(str::to_owned),
        publisher: publisher.map(collapsed).filter(|name| !name.is_empty()),
        url,
        titles,
    }
}

/// What the head says that the text is about.
pub(super) fn description(page: &Html) -> Option<&str> {
    ["meta[property='og:description']", "meta[name=description]"]
        .iter()
        .find_map(|selector| select::first(page, selector)?.attr("content"))
}

/// The `<meta>` elements as names in lower case and contents.
fn metas(page: &Html) -> Vec<(String, &str)> {
    select::all(page, "meta[content]")
        .filter_map(|meta| {
            let name =
                ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key))?;
            let content = meta.attr("content")?.trim();
            (!content.is_empty()).then(|| (name.trim().to_ascii_lowercase(), content))
        })
        .collect()
}

/// The objects of a JSON-LD block.
fn objects(block: &Value) -> Vec<&Value> {
    // Blocks are one object, a list of them, or a graph; nothing deeper describes the page itself.
    match block {
        Value::Array(list) => list.iter().collect(),
        Value::Object(object) => match object.get("@graph") {
            Some(Value::Array(list)) => list.iter().collect(),
            _ => vec![block],
        },
        _ => Vec::new(),
    }
}

/// The object of a JSON-LD block that describes a text with a headline or a date.
fn described_text(block: &Value) -> Option<&Value> {
    objects(block).into_iter().find(|object| {
        let of_text = |kind: &Value| kind.as_str().is_some_and(|kind| TEXTS.contains(&kind));
        let typed = match object.get("@type") {
            Some(Value::Array(kinds)) => kinds.iter().any(of_text),
            Some(kind) => of_text(kind),
            None => false,
        };
        typed && (object.get("headline").is_some() || object.get("datePublished").is_some())
    })
}

/// The date of a microdata property.
fn item_date(page: &Html) -> Option<PartialDate> {
    let item = select::first(page, "[itemprop=datePublished]")?;
    stamp_of(item)
}

/// The date that an element gives in an attribute or as its text.
pub(super) fn stamp_of(element: ElementRef<'_>) -> Option<PartialDate> {
    let attribute = ["datetime", "content"].iter().find_map(|name| element.attr(name));
    attribute
        .and_then(date::stamp)
        .or_else(|| date::stamp(&collapsed(&element.text().collect::<Vec<_>>().join(" "))))
}

/// The language under which the page lists its own address among its translations: more often right than the
/// template's `<html lang>`.
fn own_alternate(page: &Html, url: Option<&str>) -> Option<Language> {
    let url = url?;
    let own = select::all(page, "link[hreflang][href]")
        .find(|link| link.attr("href") == Some(url) && link.attr("hreflang") != Some("x-default"))?;
    own.attr("hreflang")?.parse().ok()
}

fn declared_language(page: &Html) -> Option<Language> {
    let root = page.root_element();
    root.attr("lang").or_else(|| root.attr("xml:lang"))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_vocabulary() {
        let page = Html::parse_document(
            r#"<html lang=en><head><title>On water | Ministry</title>
            <link rel=canonical href="https://mfa.example/on-water"><link rel=alternate hreflang=fr href="https://mfa.example/on-water">
            <meta property="og:title" content="On  water"><meta name="DC.Date" content="2018-05-06">
            <script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"x"},
              {"@type":["NewsArticle"],"headline":"On water, at last","publisher":{"name":"Ministry"}}]}</script></head>"#,
        );
        insta::assert_debug_snapshot!(facts(&page), @r#"
        Facts {
            url: Some(
                "https://mfa.example/on-water",
            ),
            titles: [
                "On water, at last",
                "On water",
            ],
            page_title: Some(
                "On water | Ministry",
            ),
            date: Some(
                PartialDate {
                    year: 2018,
                    month: Some(
                        5,
                    ),
                    day: Some(
                        6,
                    ),
                },
            ),
            language: Some(
                Language(fr),
            ),
            body: None,
            publisher: Some(
                "Ministry",
            ),
        }
        "#);
    }

    #[test]
    fn a_page_that_states_nothing_or_nonsense_gives_nothing() {
        let page = Html::parse_document(
            r#"<script type="application/ld+json">{"@type": [</script><meta name=date content=soon>"#,
        );
        assert_eq!(facts(&page), Facts::default());
    }
}
