//! Phrases that tell a line of page furniture from a line of the text, in the languages that are met most.

use std::sync::LazyLock;

use super::lexicon::Lexicon;

/// How many sorts of phrases are told apart.
pub(super) const SORTS: usize = 8;

/// The sorts, in the order of the bits of [`phrases`].
pub(super) const NAMED: [&str; SORTS] =
    ["credit", "byline", "pointer", "appeal", "rights", "comments", "clock", "label"];

/// Phrases of the first six sorts, in the order of [`NAMED`]: who made a picture, who wrote a text and when, where else
/// to look, what the reader shall do, whose it is, what others say about it.
const PHRASES: [&str; 6] = [
    "^foto|^fotos|^photo|^photos|^photograph*|^bild|^bilder|^bildquelle|^image|^images|^imagen|^imágenes|^picture|\
     ^titelbild|^symbolbild|^beitragsbild|^abbildung|^abb|^grafik|^video|^vidéo|^crédit*|^credit*|^zdjęcie|^fot|\
     ^fotografi*|^quelle|^źródło|^source|^fuente|^fonte|^фото|^图|^图片|^صورة|©|getty images|gettyimages|getty|\
     shutterstock|imago|picture-alliance|picture alliance|istock|unsplash|pixabay|reuters|dpa|afp|efe|epa|(foto*|(photo*|\
     (bild*|(image*|(archivo*|fotograf*|archivbild|screenshot",
    "^von|^by|^por|^par|^autor*|^author*|^auteur*|^автор*|^written by|^posted|^published|^veröffentlicht|^erstellt|\
     ^publicado|^publié*|^pubblicato|^opublikowano|^updated|^last updated|^aktualisiert|^actualizado|^mis à jour|\
     ^mise à jour|^zuletzt|^stand|^datum|^date|^data|^fecha|^дата|^发布*|^来源*|^作者*|^kategorie*|^categor*|^tags|^tag|\
     ^tagged|^schlagw*|^stichw*|^etiquetas|^temas|^tematy|^themen|^topics|^filed under|^lesezeit*|^lesedauer|\
     ^reading time|min read|ten tekst przeczytasz|^dieser beitrag wurde|^dieser artikel wurde|^this entry was|\
     ^this post was|^this article was|^über den autor|^about the author|^zur person",
    "^read more*|^read also|^also read|^see also|^more|^related*|^you may*|^you might*|^don't miss|^watch|\
     ^recommended|^most read|^most popular|^latest|^trending|^next|^previous|^continue reading|^mehr|^weiterlesen|\
     ^weitere|^weiterführend*|^lesen sie*|^lies auch|^lest auch|^siehe auch|^auch interessant|^das könnte*|^passend*|\
     ^zum thema|^zum weiterlesen|^empfehl*|^unsere empfehlung*|^entdecke*|^meistgelesen*|^meistdiskutiert*|^beiträge zum|\
     ^vorherige*|^nächste*|^zurück*|^schon gelesen|^lire aussi|^à lire|^voir aussi|^sur le même|^lea también|\
     ^lee también|^le puede|^te puede|^puede interesar*|^también|^ver más|^leer más|^más noticias|^más leíd*|\
     ^noticias relacionadas|^mira|^leia mais|^leia também|^veja*|^saiba mais|^leggi anche|^czytaj*|^przeczytaj*|\
     ^zobacz*|^więcej|^polecamy|^dowiedz się*|^powiązane|^читайте*|^смотрите*|^по теме|^подробнее|^相关*|^延伸阅读*|\
     ^推荐阅读*|^更多*|^اقرأ*|^إقرأ*|^lees ook|^lees meer|^»|^> |^→|^▶|^►|mehr erfahren|weiterlesen|…]|...]|więcej]",
    "newsletter*|subscribe*|subscription*|sign up|sign in|login|log in|your email|follow us|follow me|like us|\
     click here|download the app|our app|support us|donate|advertise with|share this|share on|abonnier*|anmelden|\
     registrier*|folge uns|folgen sie|folgt uns|jetzt bestellen|kostenlos testen|spenden|teilen|kommentier*|abonnez*|\
     inscrivez*|suivez*|partager|suscríb*|suscrib*|síguenos|síganos|sigue*|compart*|únete|regístrate|assine*|inscreva*|\
     siga|iscriviti|zapisz się|zaloguj*|udostępnij*|subskrypcj*|prenumerat*|подпис*|поделиться|订阅|关注|分享|اشترك|\
     شارك|e-mail-adresse|cookie*|javascript|browser*|adblock*|facebook|twitter|instagram|whatsapp|telegram|youtube",
    "rights reserved|alle rechte|todos los derechos|tous droits|tutti i diritti|wszelkie prawa|prawa zastrzeżone|\
     все права|版权|جميع الحقوق|copyright*|©|creative commons|impressum|datenschutz*|privacy|terms of|\
     nutzungsbedingungen|haftungsausschluss|disclaimer|affiliate*|provision|anzeige|advertis*|werbung|publicidad|\
     reklama|sponsor*|gesponsert|реклама|materiał chroniony|license|lizenz",
    "^comment|^comments|^kommentar*|^comentario*|^commentaire*|^komentarz*|^комментари*|^leave a comment|^leave a reply|\
     ^schreibe einen|^antwort|^antworten|^reply|^add a comment|^join the|^评论*|^تعليق*|comments|kommentare|comentarios|\
     commentaires|komentarze|replies|shares|views|aufrufe|mal gelesen",
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&PHRASES));

/// So much of a line is looked at, in bytes.
const LONGEST: usize = 240;

/// The longest label and the longest value behind it, in bytes.
const LONGEST_LABEL: usize = 30;

/// Which sorts of phrases a line has, as bits in the order of [`NAMED`].
pub(super) fn phrases(line: &str) -> u16 {
    let mut end = line.len().min(LONGEST);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let lowered = line[..end].to_lowercase();
    LEXICON.sorts(&lowered) | u16::from(has_clock(&lowered)) << 6 | u16::from(is_label(line)) << 7
}

/// Whether a line is a few words, a colon, and few words more.
fn is_label(line: &str) -> bool {
    line.len() <= 2 * LONGEST_LABEL
        && line.split_once([':', '：']).is_some_and(|(label, value)| {
            (2..=LONGEST_LABEL).contains(&label.len()) && value.trim().len() <= LONGEST_LABEL
        })
}

/// Whether a day or a time of day is in a line, by its figures.
fn has_clock(line: &str) -> bool {
    let mut before: Option<(usize, usize, u32)> = None;
    for (from, to, value) in (Numbers { line, at: 0 }) {
        let year = (1900..2100).contains(&value) && to - from == 4;
        if let Some((begin, end, earlier)) = before {
            let between = &line[end..from];
            let short = end - begin <= 2 && (1..=31).contains(&earlier) || (1900..2100).contains(&earlier);
            if (between == ":" && to - from == 2 && value < 60)
                || (matches!(between, "." | "/" | "-") && short && (1..=12).contains(&value))
                || (year && short && between.split_whitespace().count() <= 3 && between.len() < 25)
            {
                return true;
            }
        }
        if year && line[to..].starts_with('年') {
            return true;
        }
        before = Some((from, to, value));
    }
    false
}

/// The numbers in a line: where each begins, where it ends, and what it is.
struct Numbers<'a> {
    line: &'a str,
    at: usize,
}

impl Iterator for Numbers<'_> {
    type Item = (usize, usize, u32);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.line.as_bytes();
        let from = self.at + bytes[self.at..].iter().position(u8::is_ascii_digit)?;
        let length = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at = from + length;
        Some((from, self.at, self.line[from..self.at].parse().unwrap_or(u32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_furniture_are_told_by_their_phrases() {
        let told = |line: &str| -> Vec<&str> {
            let bits = phrases(line);
            (0..SORTS).filter(|sort| bits >> sort & 1 == 1).map(|sort| NAMED[sort]).collect()
        };
        assert_eq!(told("Photo: Odile Varga"), ["credit", "label"]);
        assert_eq!(told("Читайте также: Вода и рыба"), ["pointer", "label"]);
        assert_eq!(told("Subscribe to our newsletter"), ["appeal"]);
        assert_eq!(told("本站版权所有"), ["rights"]);
        assert_eq!(told("12 March 2019, 14:05"), ["clock", "label"]);
        assert_eq!(told("2019年3月12日"), ["clock"]);
        assert_eq!(
            told("The strait stays open to the ships of all 27 States, and of others."),
            Vec::<&str>::new()
        );
    }
}
