//! What sort of text it is, from words of its title, its first lines or its address.

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::Kind;

use super::pattern::pattern;

/// The one table: words that name a kind, tried from top to bottom, so that "joint statement" comes before "statement"
/// and "answers to questions" before "remarks". Words are stems where languages inflect.
const WORDS: [(Kind, &str); 7] = [
    (
        Kind::JointStatement,
        r"\bjoint (?:\p{L}+ )?(?:statement|declaration|communiqu[eé]|appeal)|\bсовместн\p{L}+ (?:\p{L}+ )?(?:заявлени|деклараци|коммюнике|обращени)|\bd[ée]claration (?:conjointe|commune)|\bcommuniqu[ée] conjoint|\bdeclaraci[óo]n conjunta|\bdeclaração conjunta|\bdichiarazione congiunta|\bgemeinsame erklärung|\bспільн\p{L}+ (?:заяв|комюніке|декларац)|\bcomunicado conjunto|بيان مشترك|البيان المشترك|إعلان مشترك|联合声明|聯合聲明|联合公报|聯合公報|联合宣言",
    ),
    (
        Kind::Interview,
        r"\binterview\b|\binterviewed\b|\bинтервью\b|\bінтерв.ю\b|\bінтэрв.ю\b|\bintervista\b|\bröportaj|\bmülakat|\bсұхбат|\bentretien (?:avec|de|du|accord)|\bentrevista|مقابلة|حوار مع|لقاء صحفي|答记者问|答記者問|采访|採訪|专访|專訪",
    ),
    (
        Kind::PressRelease,
        r"\bpress[ -]release|\bmedia release|\bpress communiqu|\bпресс-релиз|\bсообщени[ея] для (?:прессы|сми)|\bcommuniqu[ée] de presse|\bnota de prensa|\bcomunicado de prensa|\bnota à imprensa|\bcomunicato stampa|\bpressemitteilung|\bпрес-реліз|بيان صحفي|بيان صحافي|خبر صحفي|新闻稿|新聞稿|新闻公报|新聞公報",
    ),
    (
        Kind::Communique,
        r"\bcommuniqu[eé]|\bкоммюнике|\bcomunicado\b|\bpress statement of the council|البيان الختامي|بلاغ|公报|公報",
    ),
    (
        Kind::Speech,
        r"\b(?:speech|address|keynote|lecture)\b|\baddresse[sd] (?:the|a)\b|\bspoke at\b|\bspeaks at\b|\bдоклад\b|\bвыступлени[ея]\b|\bвыступил[аи]?\b|\bречь\b|\bобращени[ея]\b|\bвиступ\b|\bпромова\b|\bвыступленне\b|\bпрамова\b|\brede (?:von|des|der)\b|\bansprache\b|\bdiscorso\b|\bpronunciamento\b|\bkonuşma(?:sı)?\b|\bdiscours\b|\ballocution\b|\bdiscurso\b|\balocuci[óo]n\b|(?:^|[:–—-] )intervention d|(?:^|[:–—-] )intervenci[óo]n|\bintervention (?:of|by)\b|\bintervento\b|\bintervenção|\bdiscurs(?:ou|a)\b|\bзвернення\b|\bзварот\b|\bпослание\b|كلمة|خطاب|讲话|講話|演讲|演講|致辞|致辭|发言\b",
    ),
    (
        Kind::Remarks,
        r"\bremarks\b|\bcomments? (?:by|of|in|on|from|to)\b|[’']s comments?\b|\bcommentary\b|\bpress (?:conference|availability|gaggle|stakeout|point|statements?)\b|\bstakeout\b|\bdoorstep (?:remarks|interview)|\banswers? (?:of|by|to)\b|\b(?:oral|written) reply\b|\bbriefing\b|\bopening words\b|\bкомментари[йяе]|\bвступительн\p{L}+ слов|\bприветстви|\bприветственн\p{L}+ (?:слов|адрес)|\bmessage (?:of|from|by|to)\b|\bmessage d(?:e|u)\b|\bmensaje d|\bбрифинг|\bответы?\b.*\bна вопрос|\bответила? на вопрос|\bпресс-конференци|\bпрес-конференці|\bкоментар|\bкаментар|\bбрифінг|\bбрыфінг|\bвідповіді|\bвідпов[іи]\p{L}+ на запитання|\bадказа[ўл]\p{L}* на пытанн|\bconférence de presse|\bconferencia de prensa|\brueda de prensa|\bcomparecencia|\b(?:regierungs)?pressekonferenz|\bpressestatement|\bconferenza stampa|\bdichiarazioni alla stampa|\bbasın toplantısı|\bsoruya cevab|\bpropos (?:d|liminaires)|\bpoint de presse|\bmot d(?:u|e la) |\bpalabras\b|\bdeclaraciones\b|تصريح|تصريحات|ملاحظات|مؤتمر صحفي|表态|记者会|谈话|談話",
    ),
    (
        Kind::Statement,
        r"\bstatement\b|\bdeclaration\b|\bexplanation of (?:vote|position)\b|\bзаяв[аи]\b|\berklärung(?:en)?\b|\bdichiarazion[ei]\b|\bdeclaração\b|\baçıklama(?:sı)?\b|\bмәлімдеме|\bзаявлени[ея]\b|\bdéclaration\b|\bdeclaraci[óo]n\b|بيان|إعلان|声明|聲明|宣言",
    ),
];

/// All of them, with a group for each kind.
static ANY: LazyLock<Regex> = LazyLock::new(|| pattern(&any()));

/// The same wherever they stand, which is quickly asked: most lines have none. Where words end takes the engine longer
/// to see as soon as a letter isn't ASCII.
static MAYBE: LazyLock<Regex> = LazyLock::new(|| pattern(&any().replace(r"\b", "")));

fn any() -> String {
    let groups: Vec<String> = WORDS.iter().map(|(_, words)| format!("({words})")).collect();
    format!("(?i){}", groups.join("|"))
}

/// Folders of sites that hold texts of one kind.
const FOLDERS: [(Kind, &str); 6] = [
    (Kind::Interview, r"interviews?|intervyu|entrevistas?|entretiens?"),
    (
        Kind::PressRelease,
        r"press-?releases?|media-?releases?|notas?-de-prensa|communiques?-de-presse|press_releases?",
    ),
    (Kind::JointStatement, r"joint-?statements?|declarations?-conjointes?|declaraciones-conjuntas"),
    (Kind::Communique, r"communiques?|comunicados?"),
    (Kind::Speech, r"speech(?:es)?|discours|discursos?|vystupleniya"),
    (Kind::Remarks, r"remarks|kommentarii"),
];

static FOLDER_TABLE: LazyLock<Vec<(Kind, Regex)>> = LazyLock::new(|| {
    FOLDERS.iter().map(|(kind, words)| (*kind, pattern(&format!(r"(?i)/(?:{words})/")))).collect()
});

/// The kind that a title or a line before the text names.
pub(super) fn named_in(line: &str) -> Option<Kind> {
    // The words that stand first say what the text is; later ones may say what it is about.
    let groups = MAYBE.is_match(line).then(|| ANY.captures(line)).flatten()?;
    let (_, (kind, _)) = groups.iter().skip(1).zip(&WORDS).find(|(group, _)| group.is_some())?;
    Some(*kind)
}

/// The kind that a line before the text names: with one of its first words, since a line may be a sentence, too.
pub(super) fn heading(line: &str) -> Option<Kind> {
    let beginning = line.match_indices(' ').nth(3).map_or(line, |(end, _)| &line[..end]);
    named_in(beginning).and_then(|_| named_in(line))
}

/// Where the last word for any kind ends, with the rest of that word.
pub(super) fn last_word_end(text: &str) -> Option<usize> {
    let end = ANY.find_iter(text).last()?.end();
    Some(end + text[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - end))
}

/// The kind whose folder an address lies in.
pub(super) fn of_address(url: &str) -> Option<Kind> {
    FOLDER_TABLE.iter().find(|(_, folder)| folder.is_match(url)).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_their_kind_in_every_language() {
        for (kind, titles) in [
            (
                Kind::Speech,
                [
                    "Address of the HPO Secretary General",
                    "Выступление Генерального секретаря",
                    "Discours de la ministre",
                    "Discurso del canciller",
                    "كلمة وزير الخارجية",
                    "沈瑞岚外长在会上的讲话",
                ],
            ),
            (
                Kind::Interview,
                [
                    "Interview with the Minister",
                    "Интервью министра газете",
                    "Entretien avec la ministre",
                    "Entrevista a la canciller",
                    "مقابلة وزيرة الخارجية",
                    "外长接受专访",
                ],
            ),
            (
                Kind::Communique,
                [
                    "Communiqué of the Council",
                    "Коммюнике сессии Совета",
                    "Communiqué du ministère",
                    "Comunicado de la cancillería",
                    "البيان الختامي",
                    "会谈公报",
                ],
            ),
            (
                Kind::JointStatement,
                [
                    "Joint Statement on Safety",
                    "Совместное заявление",
                    "Déclaration conjointe",
                    "Declaración conjunta",
                    "بيان مشترك",
                    "联合声明",
                ],
            ),
            (
                Kind::PressRelease,
                [
                    "Press release",
                    "Пресс-релиз",
                    "Communiqué de presse",
                    "Nota de prensa",
                    "بيان صحفي",
                    "新闻稿",
                ],
            ),
            (
                Kind::Remarks,
                [
                    "Remarks by Minister Castanier",
                    "Комментарий пресс-секретаря",
                    "Propos de la ministre",
                    "Palabras de la canciller",
                    "تصريح المتحدث",
                    "发言人表态",
                ],
            ),
            (
                Kind::Statement,
                [
                    "Statement by the Ministry",
                    "Заявление МИД",
                    "Déclaration du porte-parole",
                    "Declaración del ministerio",
                    "بيان وزارة الخارجية",
                    "外交部声明",
                ],
            ),
        ] {
            for title in titles {
                assert_eq!(named_in(title), Some(kind), "{title}");
            }
        }
        assert_eq!(named_in("Joint Border Mission completes demarcation"), None);
        assert_eq!(named_in("The Council discussed water"), None);
    }

    #[test]
    fn the_word_that_stands_first_decides() {
        assert_eq!(named_in("Interview on the joint statement of March"), Some(Kind::Interview));
        assert_eq!(named_in("Statement at the joint communiqué ceremony"), Some(Kind::Statement));
    }

    #[test]
    fn a_line_names_its_kind_with_its_first_words() {
        assert_eq!(heading("National Statement by the Chair of the Assembly"), Some(Kind::Statement));
        assert_eq!(heading("Выступление Генерального секретаря на встрече"), Some(Kind::Speech));
        assert_eq!(heading("Observers in the valley repeat the Chair's speech"), None);
    }

    #[test]
    fn folders_of_an_address_name_kinds() {
        assert_eq!(of_address("https://halvernpact.example/interviews/2023/"), Some(Kind::Interview));
        assert_eq!(of_address("https://halvernpact.example/news/speech"), None);
    }
}
