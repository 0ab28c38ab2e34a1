//! What a page says about itself in its head: JSON-LD, Open Graph, Dublin Core and plain HTML.

use scraper::{ElementRef, Html};
use serde_json::Value;
use verbale_statement::{Evidence, Language, PartialDate, Translation};

use super::json_ld::Linked;
use super::lines::collapsed;
use super::stating::Stating;
use super::vocabularies::{AUTHOR, DATE, LANGUAGE, PUBLISHER, TITLE};
use crate::metadata::date::{self, Order};

/// What the head of a page states.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Facts {
    /// The page's own address.
    pub(super) url: Option<String>,
    /// Titles that are said to be the text's own, the most reliable first.
    pub(super) titles: Vec<(String, Evidence)>,
    /// The content of `<title>`, with whatever the site adds to it.
    pub(super) page_title: Option<String>,
    /// When it was published, or else made.
    pub(super) date: Option<(PartialDate, Evidence)>,
    /// The day that its `<time>` elements give, which may be that of something else.
    pub(super) time: Option<(PartialDate, Evidence)>,
    /// The language of the page.
    pub(super) language: Option<(Language, Evidence)>,
    /// In which order the page writes the numbers of a date.
    pub(super) order: Order,
    /// What the text is said to be about.
    pub(super) description: Option<String>,
    /// The text itself, marked up or not.
    pub(super) body: Option<String>,
    /// Who publishes it.
    pub(super) publisher: Option<(String, Evidence)>,
    /// Every name that the site is given.
    pub(super) sites: Vec<String>,
    /// The persons who are said to have made it.
    pub(super) authors: Vec<(String, Evidence)>,
    /// Where it was made.
    pub(super) place: Option<(String, Evidence)>,
    /// At what it was made.
    pub(super) event: Option<(String, Evidence)>,
    /// Where its translations are, as written, and perhaps itself among them.
    pub(super) translations: Vec<Translation>,
}

/// Reads what the page states.
pub(super) fn facts(page: &Html) -> Facts {
    let stating = Stating::of(page);
    let metas = metas(&stating);
    let meta = |names: &'static [(&str, Evidence)]| {
        names.iter().filter_map(|(name, evidence)| {
            metas.iter().find(|(key, _)| key == name).map(|(_, value)| (*value, *evidence))
        })
    };
    let linked = Linked::read(stating.linked_data.iter().map(|script| script.text().collect::<String>()));
    let text = linked.text();
    let stated = |key: &str| linked.string(text?, key);
    let parties = |key: &str| text.map(|text| linked.parties(text, key)).unwrap_or_default();
    let named = |key: &str| Some((parties(key).into_iter().next()?.name, Evidence::JsonLd));

    let rel =
        |link: &&ElementRef<'_>| link.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
    let url = stating
        .links
        .iter()
        .find(rel)
        .and_then(|link| link.attr("href"))
        .or_else(|| metas.iter().find(|(key, _)| key == "og:url").map(|(_, value)| *value))
        .map(str::to_owned)
        .or_else(|| stated("url"))
        .filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let declared = declared_language(page);
    let order = declared
        .and_then(Order::of_locale)
        .or_else(|| meta(&LANGUAGE).find_map(|(locale, _)| Order::of_locale(locale)))
        .unwrap_or_default();
    let mut titles: Vec<_> = stated("headline").map(|title| (title, Evidence::JsonLd)).into_iter().collect();
    titles.extend(meta(&TITLE).map(|(title, evidence)| (collapsed(title), evidence)));
    titles.retain(|(title, _)| !title.is_empty());
    let dates: Vec<_> = ["datePublished", "dateCreated"]
        .iter()
        .filter_map(|key| Some((stamp(&stated(key)?, order)?, Evidence::JsonLd)))
        .chain(meta(&DATE).filter_map(|(text, evidence)| Some((stamp(text, order)?, evidence))))
        .chain(item_date(&stating, order).map(|date| (date, Evidence::Markup)))
        .collect();
    let persons = ["author", "creator"].into_iter().flat_map(parties).filter(|party| party.is_person);
    let mut authors: Vec<_> = persons.map(|party| (party.name, Evidence::JsonLd)).collect();
    if authors.is_empty() {
        authors = meta(&AUTHOR).map(|(name, evidence)| (collapsed(name), evidence)).take(1).collect();
    }
    // A person may be the publisher of a site, but is no organisation.
    let organisations = ["publisher", "sourceOrganization"].into_iter().flat_map(parties);
    let organisations =
        organisations.filter(|party| !party.is_person).map(|party| (party.name, Evidence::JsonLd));
    let publishers: Vec<_> =
        organisations.chain(meta(&PUBLISHER).map(|(name, evidence)| (collapsed(name), evidence))).collect();
    Facts {
        // A day before a year of which only so much is certain.
        date: dates.iter().find(|(date, _)| date.is_day()).or(dates.first()).copied(),
        time: time(&stating, order).map(|date| (date, Evidence::Markup)),
        language: own_alternate(&stating, url.as_deref())
            .or_else(|| declared?.parse().ok())
            .map(|language| (language, Evidence::Markup))
            .or_else(|| Some((stated("inLanguage")?.parse().ok()?, Evidence::JsonLd)))
            .or_else(|| meta(&LANGUAGE).find_map(|(code, evidence)| Some((code.parse().ok()?, evidence)))),
        order,
        page_title: stating
            .titles
            .first()
            .map(|title| collapsed(&title.text().collect::<String>()))
            .filter(|title| !title.is_empty()),
        publisher: publishers.first().cloned(),
        sites: publishers.into_iter().map(|(name, _)| name).collect(),
        authors,
        description: ["og:description", "description"]
            .iter()
            .find_map(|name| metas.iter().find(|(key, _)| key == name))
            .map(|(_, text)| (*text).to_owned()),
        place: named("locationCreated"),
        event: named("recordedAt"),
        translations: translations(&stating, text),
        body: linked.body().map(str::to_owned),
        url,
        titles,
    }
}

/// The `<meta>` elements as names in lower case and contents.
fn metas<'a>(stating: &Stating<'a>) -> Vec<(String, &'a str)> {
    stating
        .metas
        .iter()
        .filter_map(|meta| {
            let name =
                ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key))?;
            let content = meta.attr("content")?.trim();
            (!content.is_empty()).then(|| (name.trim().to_ascii_lowercase(), content))
        })
        .collect()
}

/// The date of a microdata or RDFa property.
fn item_date(stating: &Stating<'_>, order: Order) -> Option<PartialDate> {
    stating.dated.iter().find_map(|item| stamp_of(*item, order))
}

/// The one day of all `<time>` elements outside of lists, links and asides. Several may be those of comments or of other
/// pages.
fn time(stating: &Stating<'_>, order: Order) -> Option<PartialDate> {
    const APART: [&str; 7] = ["nav", "aside", "footer", "li", "a", "table", "form"];
    let is_apart = |time: &ElementRef<'_>| {
        let mut above = time.ancestors().filter_map(ElementRef::wrap);
        above.any(|element| APART.contains(&element.value().name()))
    };
    let mut days = stating
        .times
        .iter()
        .filter(|time| !is_apart(time))
        .filter_map(|time| stamp(time.attr("datetime")?, order));
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}

/// The date that an element gives in an attribute or as its text.
pub(super) fn stamp_of(element: ElementRef<'_>, order: Order) -> Option<PartialDate> {
    let attribute = ["datetime", "content"].iter().find_map(|name| element.attr(name));
    attribute
        .and_then(|text| stamp(text, order))
        .or_else(|| stamp(&collapsed(&element.text().collect::<Vec<_>>().join(" ")), order))
}

/// The day of a time stamp. There were no pages before: such a year is of another calendar. "11/01/2023 12:43:42" is what
/// programs write, whatever the language of the page.
fn stamp(text: &str, order: Order) -> Option<PartialDate> {
    let order = if text.contains('/') && text.contains(':') { Order::Unknown } else { order };
    date::stamp(text, order).filter(|date| date.calendar_year() >= 1800)
}

/// The language under which the page lists its own address among its translations: more often right than the
/// template's `<html lang>`.
fn own_alternate(stating: &Stating<'_>, url: Option<&str>) -> Option<Language> {
    let url = url?;
    let own = stating.links.iter().filter(|link| link.attr("href") == Some(url));
    own.filter_map(|link| link.attr("hreflang")).find(|language| *language != "x-default")?.parse().ok()
}

/// The pages that are listed as the same one in other languages, and the works that JSON-LD (schema.org) calls translations
/// of this one or its original. What is for any language ("x-default") is no translation.
fn translations(stating: &Stating<'_>, text: Option<&Value>) -> Vec<Translation> {
    let is_alternate = |link: &&ElementRef<'_>| {
        let mut rels = link.attr("rel").unwrap_or_default().split_whitespace();
        rels.any(|rel| rel.eq_ignore_ascii_case("alternate"))
    };
    let linked = stating.links.iter().filter(is_alternate).filter_map(|link| {
        let language = link.attr("hreflang")?.parse().ok()?;
        Some(Translation { language, url: link.attr("href")?.trim().to_owned() })
    });
    let works = ["workTranslation", "translationOfWork"].iter().filter_map(|key| text?.get(key));
    let works = works.flat_map(|value| value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice));
    let works = works.filter_map(|work| {
        let url = ["url", "@id"].iter().find_map(|key| work.get(key)?.as_str())?;
        let language = work.get("inLanguage")?;
        let language = language.as_str().or_else(|| language.get("alternateName")?.as_str())?;
        Some(Translation { language: language.parse().ok()?, url: url.to_owned() })
    });
    linked.chain(works).collect()
}

/// The locale that the page's root element declares.
fn declared_language(page: &Html) -> Option<&str> {
    let root = page.root_element();
    root.attr("lang").or_else(|| root.attr("xml:lang"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(page: &str) -> Facts {
        facts(&Html::parse_document(page))
    }

    #[test]
    fn reads_every_vocabulary() {
        let facts = of(r#"<html lang=en><head><title>On water | Ministry</title>
            <link rel=canonical href="https://mfa.example/on-water"><link rel=alternate hreflang=fr href="https://mfa.example/on-water">
            <meta property="og:title" content="On  water"><meta name="DC.Date" content="2018-05-06">
            <script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"x"},
              {"@type":["NewsArticle"],"headline":"On water, at last","workTranslation":{"@id":"/ru/on-water","inLanguage":"ru"},"publisher":{"name":"Ministry"},
               "author":[{"@type":"Person","name":"Mira Tolvane"},"Press service"],
               "locationCreated":{"@type":"Place","name":"Dresk"},"recordedAt":{"@type":"Event","name":"Lake Forum"}}]}</script></head>"#);
        let text = |text: &str, evidence| (text.to_owned(), evidence);
        assert_eq!(
            facts,
            Facts {
                url: Some("https://mfa.example/on-water".to_owned()),
                titles: vec![
                    text("On water, at last", Evidence::JsonLd),
                    text("On water", Evidence::OpenGraph)
                ],
                page_title: Some("On water | Ministry".to_owned()),
                date: Some(("2018-05-06".parse().unwrap(), Evidence::DublinCore)),
                language: Some((Language::FRENCH, Evidence::Markup)),
                order: Order::Unknown,
                description: None,
                body: None,
                time: None,
                publisher: Some(text("Ministry", Evidence::JsonLd)),
                sites: vec!["Ministry".to_owned()],
                authors: vec![text("Mira Tolvane", Evidence::JsonLd)],
                place: Some(text("Dresk", Evidence::JsonLd)),
                event: Some(text("Lake Forum", Evidence::JsonLd)),
                translations: vec![
                    Translation {
                        language: Language::FRENCH,
                        url: "https://mfa.example/on-water".to_owned()
                    },
                    Translation { language: Language::RUSSIAN, url: "/ru/on-water".to_owned() },
                ],
            }
        );
    }

    #[test]
    fn a_date_is_found_wherever_the_page_states_it() {
        for (page, evidence) in [
            (
                r#"<meta property="article:published_time" content="2018-05-06T10:00:00Z">"#,
                Evidence::OpenGraph,
            ),
            (r#"<meta name="dcterms.issued" content="2018-05-06">"#, Evidence::DublinCore),
            (r#"<meta name="citation_publication_date" content="2018/05/06">"#, Evidence::Meta),
            (r#"<span itemprop="datePublished" content="2018-05-06">"#, Evidence::Markup),
            (
                r#"<script type="application/ld+json">{"@type":"Report","name":"x","dateCreated":"2018-05-06"}</script>"#,
                Evidence::JsonLd,
            ),
            (r#"<html lang="en-US"><meta name=date content="05/06/2018">"#, Evidence::Meta),
            (r#"<html lang="fr"><meta name=date content="06/05/2018">"#, Evidence::Meta),
        ] {
            assert_eq!(of(page).date, Some(("2018-05-06".parse().unwrap(), evidence)), "{page}");
        }
        let time = |page| of(page).time.map(|(date, _)| date.to_string());
        assert_eq!(time("<p><time datetime=2018-05-06T10:00>6 May</time>").as_deref(), Some("2018-05-06"));
        assert_eq!(time("<li><time datetime=2018-05-06>6</time>"), None, "that of another page");
        let two = "<p><time datetime=2018-05-06>6</time><p><time datetime=2019-05-06>6</time>";
        assert_eq!(time(two), None, "those of comments");
        assert_eq!(of("<meta name=date content=1400-08-26>").date, None, "a year of another calendar");
        let page = r#"<meta name=date content="05/06/2018">"#;
        assert_eq!(of(page).date, Some(("2018".parse().unwrap(), Evidence::Meta)), "two days are possible");
    }

    #[test]
    fn a_page_that_states_nothing_or_nonsense_gives_nothing() {
        let page = r#"<script type="application/ld+json">{"@type": [</script><meta name=date content=soon>"#;
        assert_eq!(of(page), Facts::default());
    }
}
