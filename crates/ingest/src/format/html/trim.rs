//! What stands before and behind the text of a page: links to share and to print, "Go back", related news.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::blocks::Block;
use crate::metadata;
use crate::site::Sites;

/// Lines of page furniture that sites of all kinds have, in lower case and without signs around them.
const FURNITURE: &str = "\
print|print this page|print page|print version|printable version|share|share this|share this page|share on|tweet|email|e-mail|\
send to a friend|download|download pdf|back|back to top|back to list|top|home|skip to main content|read more|more|subscribe|\
previous|next|previous article|next article|close|menu|search|comments|facebook|twitter|linkedin|whatsapp|telegram|\
печать|распечатать|версия для печати|поделиться|поделиться в соцсетях|назад|наверх|вернуться|подписаться|главная|\
imprimer|imprimer la page|partager|partager cette page|partager sur|retour|retour en haut|haut de page|accueil|\
imprimir|compartir|compartir en|volver|volver arriba|inicio|correo|\
طباعة|شارك|مشاركة|شارك الخبر|أرسل إلى صديق|الرئيسية|رجوع|عودة|تكبير الخط|تصغير الخط|\
打印|打印本页|分享|分享到|返回|返回顶部|首页|关闭窗口|关闭|推荐给朋友|drucken|teilen|zurück|nach oben|stampa|condividi|indietro";

/// Headings of lists that follow a text: what stands behind them doesn't belong to it.
const SEQUELS: &str = "\
related|related news|related articles|related links|related content|related posts|see also|read also|latest news|more news|\
most read|most popular|share this|tags|comments|leave a comment|leave a reply|recommended|you may also like|\
новости по теме|материалы по теме|читайте также|смотрите также|похожие новости|другие новости|последние новости|\
самое читаемое|теги|комментарии|к списку новостей|\
à lire aussi|voir aussi|lire aussi|articles liés|sur le même sujet|actualités liées|les plus lus|mots-clés|\
noticias relacionadas|artículos relacionados|lo más leído|también le puede interesar|véase también|etiquetas|\
أخبار ذات صلة|مواضيع ذات صلة|اقرأ أيضا|اقرأ أيضاً|الأكثر قراءة|\
相关新闻|相关阅读|相关链接|延伸阅读|热点专题|热门新闻|推荐阅读";

static FURNITURE_LINES: LazyLock<HashSet<&str>> = LazyLock::new(|| FURNITURE.split('|').collect());
static SEQUEL_LINES: LazyLock<HashSet<&str>> = LazyLock::new(|| SEQUELS.split('|').collect());

/// From this part of links on, a block at the end of a text is navigation.
const MOSTLY_LINKS: f32 = 0.6;

/// The longest block, in bytes, that is mere words below a closing dateline.
const LONGEST_WORD: usize = 60;

/// From how many blocks on they are not the names of those who sign.
const FEWEST_WORDS: usize = 3;

/// Drops what stands before and behind the text.
pub(super) fn trim(blocks: &mut Vec<Block>, sites: &Sites) {
    // Behind a leftover of a known site in the second half, or the heading of a list of other pages, nothing follows.
    let half = blocks.len() / 2;
    let end = (half..blocks.len()).find(|&at| {
        let block = &blocks[at];
        sites.is_leftover(&block.text) || is_one_of(&SEQUEL_LINES, &block.text)
    });
    if let Some(end) = end {
        blocks.truncate(end);
    }
    if let Some(closing) = (half..blocks.len()).rev().find(|&at| metadata::is_dateline(&blocks[at].text)) {
        // Below a text signed with place and date, mere words are the page's.
        let is_word = |block: &Block| {
            block.text.len() <= LONGEST_WORD && !block.text.ends_with(['.', '!', '?', '"', '”', '»'])
        };
        let behind = &blocks[closing + 1..];
        if behind.len() >= FEWEST_WORDS && behind.iter().all(is_word) {
            blocks.truncate(closing + 1);
        }
    }
    let is_furniture = |block: &Block| {
        !block.text.chars().any(char::is_alphanumeric)
            || is_one_of(&FURNITURE_LINES, &block.text)
            || sites.is_leftover(&block.text)
    };
    while blocks.last().is_some_and(|block| is_furniture(block) || block.linked >= MOSTLY_LINKS) {
        blocks.pop();
    }
    let start = blocks.iter().take_while(|block| is_furniture(block)).count();
    blocks.drain(..start);
    blocks.retain(|block| block.text.chars().any(char::is_alphanumeric));
}

fn is_one_of(lines: &HashSet<&str>, text: &str) -> bool {
    // Longer texts are no such lines; they needn't be copied to be compared.
    text.len() <= 100 && lines.contains(text.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()))
}
