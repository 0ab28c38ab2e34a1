//! What there is beside a statement, on every page that names it; its template is `beside.html`.

use verbale_search::{Related, Translated};
use verbale_statement::StatementId;

use super::phrase;
use super::statement::web_page;
use crate::links;

/// The same text elsewhere, and the statement in other languages.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// The versions, where there are several.
    pub(super) versions: Option<u32>,
    /// Where else it was published.
    pub(super) also: Vec<Place>,
    /// The other languages.
    pub(super) languages: Vec<Tongue>,
    /// The statement that is found instead.
    pub(super) repeats: Option<(StatementId, String)>,
}

/// Where a text was published, too.
#[derive(Debug)]
pub(super) struct Place {
    /// What it is called: who published it, else the host, else its name.
    pub(super) label: String,
    /// When, in words; may be empty.
    pub(super) date: String,
    /// Its page here.
    pub(super) link: String,
    /// The page where it was published, if that is a web page.
    pub(super) source: Option<String>,
}

/// Another language of a statement.
#[derive(Debug)]
pub(super) struct Tongue {
    /// Its own name.
    pub(super) name: String,
    /// Its code.
    pub(super) code: String,
    /// The page here, or else the one where it was published.
    pub(super) link: String,
    /// Whether the link leads away from here.
    pub(super) leads_away: bool,
}

impl Beside {
    /// What pages show of `related`.
    pub(crate) fn new(related: Related) -> Self {
        let Related { versions, also, translations, repeats } = related;
        let place = |own: verbale_search::Elsewhere| {
            let source = own.url.as_deref().and_then(web_page);
            let host = source.as_deref().and_then(|url| url::Url::parse(url).ok());
            let host = host.and_then(|url| url.host_str().map(str::to_owned));
            Place {
                label: own.organisation.or(host).unwrap_or_else(|| own.id.to_string()),
                date: own.date.as_ref().map(phrase::date).unwrap_or_default(),
                link: links::statement(&own.id),
                source,
            }
        };
        Self {
            versions: Some(versions).filter(|versions| *versions > 1),
            also: also.into_iter().map(place).collect(),
            languages: translations.into_iter().filter_map(tongue).collect(),
            repeats: repeats.map(|id| (id.clone(), links::statement(&id))),
        }
    }
}

fn tongue(translated: Translated) -> Option<Tongue> {
    let here = translated.id.as_ref().map(links::statement);
    let leads_away = here.is_none();
    let link = here.or_else(|| translated.url.as_deref().and_then(web_page))?;
    let (name, code) = (translated.language.autonym().to_owned(), translated.language.code().to_owned());
    Some(Tongue { name, code, link, leads_away })
}
