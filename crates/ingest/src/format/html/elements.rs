//! What elements are to a page, by their names, classes and ids.

use std::sync::LazyLock;

use regex::Regex;
use scraper::node::Element;

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

/// Whether an element shows no text.
pub(super) fn is_silent(element: &Element) -> bool {
    SILENT.contains(&element.name())
        || element.attr("hidden").is_some()
        || element.attr("style").is_some_and(|style| {
            let style: String = style.split_whitespace().collect::<String>().to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// Whether an element is by its name no part of the text.
pub(super) fn is_aside(element: &Element) -> bool {
    match element.name() {
        // Names on these tell of the page as a whole.
        "html" | "body" | "main" | "article" => false,
        "nav" | "footer" | "aside" | "dialog" => true,
        _ => {
            matches!(element.attr("role"), Some("navigation" | "contentinfo" | "dialog" | "search"))
                || ["class", "id"].iter().any(|name| element.attr(name).is_some_and(|it| ASIDE.is_match(it)))
        }
    }
}

/// Whether an element heads the page, and not only the text.
pub(super) fn is_banner(element: &Element) -> bool {
    let named = |name: &str| {
        element.attr(name).is_some_and(|value| value.split_whitespace().any(|word| BANNERS.contains(&word)))
    };
    element.name() == "header" || element.attr("role") == Some("banner") || named("class") || named("id")
}
