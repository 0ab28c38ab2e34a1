//! Pages by which a server says that it has none: "404 Not Found".

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::Block;
use crate::metadata::pattern::pattern;

/// The longest text, in bytes, of such a page: it may go on to say what to do.
const LONGEST: usize = 600;

/// What such a page is headed with, also behind "Error" and before the name of the site. A heading that goes on with
/// other words is of a text about the matter.
static HEADINGS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)^\W*(?:(?:http\s+)?(?:error|erreur|ошибка|خطأ)\W*)?(?:
            (?:40[0-9]|410|429|50[0-4])(?:\W+(?:error|not\s+found|(?:page|страница)\W.{0,30}|forbidden|gone|bad\s+gateway|internal\s+server\s+error|service\s+unavailable))? |
            (?:(?:the\s+)?(?:page|file|document)\s+(?:was\s+|is\s+|could\s+not\s+be\s+)?)?not\s+(?:be\s+)?found | page\s+unavailable |
            access\s+denied | forbidden | service\s+(?:temporarily\s+)?unavailable | internal\s+server\s+error | bad\s+gateway |
            страница\s+не\s+(?:найдена|существует) | доступ\s+(?:запрещ[её]н|ограничен) | сторінку\s+не\s+знайдено |
            page\s+(?:non\s+trouvée|introuvable) | accès\s+refusé |
            página\s+(?:no|não)\s+encontrada | acceso\s+denegado | seite\s+nicht\s+gefunden |
            الصفحة\s+غير\s+موجودة | 页面不存在 | 找不到页面
        )(?:\W*$|\s+[|–—-]\s)",
    )
});

/// Whether a page with this title and text says no more than that the page asked for isn't to be had.
pub(super) fn is_refusal(title: Option<&str>, text: &[Block]) -> bool {
    let length: usize = text.iter().map(|block| block.text.len()).sum();
    let first = text.first().map(|block| block.text.as_str());
    length <= LONGEST && title.into_iter().chain(first).any(|line| HEADINGS.is_match(line))
}

#[cfg(test)]
mod tests {
    use super::super::extract;
    use crate::format::FormatError;
    use crate::site::Sites;

    fn read(title: &str, text: &str) -> Result<String, FormatError> {
        let page = format!("<title>{title}</title><body><h1>{title}</h1><p>{text}</p>");
        let draft = extract(&page, None, &Sites::built_in())?;
        Ok(draft.title.unwrap_or_default())
    }

    #[test]
    fn a_page_that_says_there_is_none_is_no_statement() {
        for title in [
            "404 Not Found",
            "404",
            "Error 404: page not found",
            "Page not found | Ministry of Lakes",
            "403 Forbidden",
            "Access denied",
            "Ошибка 404. Страница не найдена",
            "Page introuvable",
            "Página no encontrada",
            "页面不存在",
        ] {
            let text = "What you asked for is not here. Go to the front page, or search for what you need.";
            assert_eq!(read(title, text), Err(FormatError::Refusal), "{title}");
        }
    }

    #[test]
    fn a_text_about_what_was_not_found_is_a_statement() {
        let text = "The fishermen were looked for until night, and they were not found before the morning.";
        for title in
            ["Not found: the boat of the fishermen", "404 boats at sea on the day of nets", "Access to water"]
        {
            assert!(read(title, text).is_ok(), "{title}");
        }
        assert!(read("Not found", &text.repeat(10)).is_ok());
    }
}
