//! What elements are to a page, by their names, classes and ids.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;
use scraper::node::Element;

use super::names::{self, Names};
use crate::metadata::pattern;

/// Elements that show no text of the page.
const SILENT: [&str; 20] = [
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "math", "noscript",
    "object", "option", "script", "select", "style", "svg", "template", "textarea", "video",
];

/// Names of classes and ids that page authors give to what is around the text.
static ASIDE: LazyLock<Regex> = LazyLock::new(|| {
    pattern::pattern(
        r"(?ix)(?: ^|[\s_-])(?:
            adv|advert\w* | ads | banner\w* | bread-?crumbs?\w* | breadcrumb\w* | comments? | compartir | cookies?\w* |
            disqus\w* | etiquetas | foot | footer\w* | krohi | lateral | masthead | menu\w* | metanav | migas | most-?read |
            nav\w* | newsletter\w* | pager | pagination\w* | partage\w* | pie | popular | popup | print\w* | promo\w* |
            recommend\w* | related\w* | share\w* | sharing\w* | side-?bar\w* | sidebar\w* | social\w* | sponsor\w* |
            subscribe\w* | tags? | taglist | toolbar\w* | topbar\w* | widget\w*
        )(?: [\s_-]|$)",
    )
});

/// Classes and ids of what heads a page.
const BANNERS: [&str; 8] =
    ["header", "head", "top", "clock", "today", "topline", "page-header", "site-header"];

/// Whether an element of this name breaks a line before and after itself.
pub(super) fn breaks(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "th"
            | "tr"
            | "ul"
    )
}

/// What an element is to the text in it, by its name and attributes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks<'a> {
    /// It shows no text.
    pub(super) silent: bool,
    /// It is by its name no part of the text.
    pub(super) aside: bool,
    /// It heads the page, and not only the text.
    pub(super) banner: bool,
    /// What its names tell.
    pub(super) names: Names,
    /// Its class.
    pub(super) class: &'a str,
    /// The language declared for what is in it.
    pub(super) language: Option<&'a str>,
}

/// What a class, an id or the like tells of its element.
#[derive(Debug, Clone, Copy)]
struct Told {
    aside: bool,
    banner: bool,
    names: Names,
}

/// What the elements of a page are, each value of an attribute being read once: pages repeat theirs over and over.
#[derive(Debug, Default)]
pub(super) struct Elements<'a>(HashMap<&'a str, Told>);

impl<'a> Elements<'a> {
    /// Reads the attributes of an element.
    pub(super) fn marks(&mut self, element: &'a Element) -> Marks<'a> {
        let name = element.name();
        let mut marks = Marks { silent: SILENT.contains(&name), ..Marks::default() };
        if marks.silent {
            return marks;
        }
        marks.banner = name == "header";
        marks.aside = matches!(name, "nav" | "footer" | "aside" | "dialog");
        for (key, value) in element.attrs() {
            match key {
                "class" | "id" => {
                    let told = self.told(value);
                    marks.banner |= told.banner;
                    marks.aside |= told.aside;
                    marks.names = marks.names.and(told.names);
                    if key == "class" {
                        marks.class = value;
                    }
                }
                "role" => {
                    marks.banner |= value == "banner";
                    marks.aside |= matches!(value, "navigation" | "contentinfo" | "dialog" | "search");
                    marks.names = marks.names.and(self.told(value).names);
                }
                "itemprop" => marks.names = marks.names.and(self.told(value).names),
                "hidden" => marks.silent = true,
                "style" => marks.silent |= is_hidden(value),
                "lang" => marks.language = Some(value),
                "xml:lang" => marks.language = marks.language.or(Some(value)),
                _ => {}
            }
        }
        // Names on these tell of the page as a whole.
        marks.aside &= !matches!(name, "html" | "body" | "main" | "article");
        marks
    }

    fn told(&mut self, value: &'a str) -> Told {
        *self.0.entry(value).or_insert_with(|| Told {
            aside: ASIDE.is_match(value),
            banner: value.split_whitespace().any(|word| BANNERS.contains(&word)),
            names: names::names(value),
        })
    }
}

/// Whether a style hides what is in its element.
fn is_hidden(style: &str) -> bool {
    let mut style = style.to_owned();
    style.retain(|c| !c.is_whitespace());
    style.make_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}
