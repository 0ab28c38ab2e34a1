//! What page authors call the parts of a page in classes and ids.

use std::sync::LazyLock;

use super::lexicon::Lexicon;

/// How many sorts of parts are told apart.
pub(super) const SORTS: usize = 13;

/// The sorts of parts that the names of an element tell, as bits in the order of [`NAMED`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Names(pub(super) u16);

impl Names {
    /// Whether the names tell the sort of this index.
    pub(super) fn has(self, sort: usize) -> bool {
        self.0 >> sort & 1 == 1
    }

    /// What either tells.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The sorts of parts, in the order of the bits.
pub(super) const NAMED: [&str; SORTS] = [
    "text",
    "navigation",
    "share",
    "related",
    "comment",
    "foot",
    "advertisement",
    "dialog",
    "about",
    "caption",
    "side",
    "head",
    "hidden",
];

/// Words of each sort, in the order of [`NAMED`].
const WORDS: [&str; SORTS] = [
    "*article*|*artikel*|*articulo*|*content*|*contenido*|*inhalt*|*story*|*wysiwyg*|*richtext*|rich-text*|field-body|\
     *prose*|*fliesstext*|*longform*|*paragraph*|*description*|post|posts|entry|text|texto|texte|tekst|body|main|news|\
     nota|noticia|cuerpo|copy|detail|details|detalle|editor|blog|single|recipe|question|answer|message|lead|intro|\
     abstract",
    "*navig*|*breadcrumb*|*paginat*|*menu*|*toplink*|*quicklink*|*sitemap*|nav|navi|navbar|subnav|pager|paging|toc|tabs|\
     tab|skip|migas|krumen|prevnext|prev|next|jump|anchor|toolbar|topbar|metanav|dropdown",
    "*share*|*sharing*|*social*|*facebook*|*twitter*|*whatsapp*|*linkedin*|*pinterest*|*teilen*|*compartir*|*partage*|\
     *udostepnij*|*addthis*|*shariff*|follow|follower|like|likes|rrss|fb|print|printer|email|mailto|vote|rating|ratings",
    "*related*|*recommend*|*empfehl*|*similar*|*mostread*|*most-read*|*popular*|*trending*|*outbrain*|*taboola*|\
     *readmore*|*read-more*|*weiterlesen*|*see-also*|*teaser*|*promo*|*crosslink*|*relacionad*|*carousel*|*slider*|\
     *suggest*|*read-next*|*readnext*|*up-next*|*powiazane*|more|mehr|latest|recent|also|card|cards|item-list|plista|\
     newsfeed|feed|list|grid|swiper|slick|series",
    "*comment*|*kommentar*|*comentario*|*commentaire*|*disqus*|*komentarz*|respond|reply|replies|discussion|forum|\
     guestbook|coral",
    "*footer*|*copyright*|*fusszeile*|*colophon*|*imprint*|*impressum*|*disclaimer*|*rodape*|foot|bottom|legal|pie|\
     credits|license|licence|rights",
    "*advert*|*anzeige*|*werbung*|*sponsor*|*publicid*|*publicite*|*reklama*|*affiliate*|*adslot*|*adsense*|*adserver*|\
     ad|ads|adv|adbox|banner|banners|commercial|partner|dfp|billboard|leaderboard",
    "*cookie*|*consent*|*gdpr*|*newsletter*|*subscri*|*signup*|*sign-up*|*modal*|*popup*|*pop-up*|*overlay*|*paywall*|\
     *donat*|*spenden*|*loginbox*|*abonn*|*suscri*|*lightbox*|*call-to-action*|login|register|search|suche|form|cta|abo|\
     offcanvas|dialog|optin|toast|alert|notice|wpcf|buy|cart|price|push|piano",
    "*byline*|*author*|*autor*|*auteur*|*published*|*timestamp*|*datetime*|*dateline*|*avatar*|*biograph*|*categor*|\
     *keyword*|*kategorie*|*hashtag*|*readingtime*|*reading-time*|meta|date|datum|fecha|time|tag|tags|taglist|etiquetas|\
     info|infos|bio|profile|kicker|label|labels|source|views|updated|posted|user|vcard|channel|rubrik|ressort|badge|\
     topic|topics",
    "*caption*|*figure*|*bildunterschrift*|*bildtext*|*gallery*|*galerie*|*slideshow*|*thumbnail*|*photo*|*legend*|\
     pie-de-foto|epigrafe|image|images|img|bild|bilder|foto|fotos|picture|pic|media|credit|bu|video|player|audio|\
     podcast|embed|zdjecie|imagen|quelle",
    "*sidebar*|*side-bar*|*seitenleiste*|*marginal*|*infobox*|*info-box*|*factbox*|*author-box*|*widget*|side|aside|\
     rail|right|rightcol|secondary|lateral|rechts|box|boxes|panel|module|extra|extras|accordion",
    "*header*|*masthead*|*headline*|*ueberschrift*|*heading*|head|top|hero|title|titel|titulo|logo|brand|branding|\
     subtitle|topline|dachzeile|overline|stage|opener|claim",
    "*hidden*|*invisible*|*screenreader*|*screen-reader*|*display-none*|sr-only|tooltip|noprint|no-print|collapse|hide|\
     assistive|offscreen|d-none|tooltiptext",
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&WORDS));

/// So much of an attribute is read, in bytes: generated classes run on for pages.
const LONGEST: usize = 200;

/// What a class, an id or the like tells.
pub(super) fn names(value: &str) -> Names {
    if value.is_empty() {
        return Names::default();
    }
    let mut lowered = String::with_capacity(value.len().min(LONGEST) + 8);
    lower(value, &mut lowered);
    Names(LEXICON.sorts(&lowered))
}

/// A name in small letters, with hyphens where words in capitals begin: `articleBody` becomes `article-body`.
fn lower(name: &str, lowered: &mut String) {
    let mut small = false;
    for c in name.bytes().take(LONGEST).filter(u8::is_ascii) {
        if small && c.is_ascii_uppercase() {
            lowered.push('-');
        }
        small = c.is_ascii_lowercase();
        lowered.push(if c == b'_' { '-' } else { char::from(c.to_ascii_lowercase()) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str) -> Vec<&'static str> {
        let bits = names(name);
        (0..SORTS).filter(|sort| bits.has(*sort)).map(|sort| NAMED[sort]).collect()
    }

    #[test]
    fn names_tell_what_a_part_is() {
        assert_eq!(told("articleBody"), ["text"]);
        assert_eq!(told("share_buttons"), ["share"]);
        assert_eq!(told("RelatedLinks side"), ["related", "side"]);
        assert_eq!(told("sr-only"), ["hidden"]);
        assert_eq!(told("badminton adagio"), Vec::<&str>::new());
    }
}
