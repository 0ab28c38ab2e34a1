//! The words by which speakers are known, language by language: offices, forms of address, and what joins them.

mod further;

use std::collections::BTreeSet;

use verbale_statement::{Country, Language, Mentioned};

use super::genitive::{self, Genitive};

/// The words of a language, as regular expressions that have no groups with names.
pub(super) struct Words {
    /// Offices.
    pub(super) offices: String,
    /// Parts of words in lower case, of which every office has one: without them a text needn't be read. A space before
    /// one means that a word begins there.
    pub(super) signs: &'static [&'static str],
    /// Beginnings of the words of offices, with the nominative; none where nouns have no cases.
    pub(super) nominatives: &'static [(&'static str, &'static str)],
    /// How the names of persons decline, where they do.
    pub(super) genitive: Option<&'static Genitive>,
    /// What joins an office to its organisation or state; empty where a case does.
    pub(super) of: &'static str,
    /// Articles.
    pub(super) article: &'static str,
    /// Forms of address before a name.
    pub(super) address: &'static str,
    /// Forms of honour before a name, behind which an office can follow without a comma; empty where none is known.
    pub(super) honour: &'static str,
    /// Forms of names of states and bodies that end at a known place, so that a name can follow without a comma.
    pub(super) issuers: String,
    /// Whether an organisation can stand before the office: "the HPO Secretary General".
    pub(super) reversed: bool,
}

/// Ministries' fields in English, so that "Minister of Foreign Affairs Gleb Sartakov" is known to end its office there.
const FIELDS: &str = r"(?:Sustainable|Crisis|Enlargement|Neighbourhood|Science|Technology|Labou?r|Communications?|Industry|Investment|Youth|Gender|Diaspora|Innovation|Infrastructure|Mobility|Europe|European|Political|Multilateral|Global|Strategic|Public|Consular|Cultural|Legal|Regional|Humanitarian|Information|Planning|Maritime|Foreign|External|Internal|International|Home|Economic|Social|Human|National|Defen[cs]e|Interior|Justice|Finance|Trade|Economy|Commerce|Culture|Health|Energy|Water|Environment|Education|Development|Agriculture|Fisheries|Transport|Tourism|Immigrants|Expatriates|Emigrants|Cooperation|Integration|Emergency|Climate)(?: (?:Affairs|Relations|Cooperation|Trade|Security|Situations|Change|Rights|Development|Management|Policy))?";

/// Bodies of which somebody is president, chair or the like.
const BODIES: &str = r"European (?:Council|Commission|Parliament|Union)|(?:UN )?General Assembly|(?:UN )?Security Council|Human Rights Council|Permanent Council|African Union(?: Commission)?|International (?:Court of Justice|Criminal Court)";

/// The names of states in English, those that we show and those by which texts call them, as a regular expression.
fn states() -> String {
    let called = Mentioned::names(Language::ENGLISH.code());
    let called = called.filter(|(mentioned, _)| matches!(mentioned, Mentioned::Country(_)));
    let names: BTreeSet<_> =
        Country::all().map(|own| own.name()).chain(called.map(|(_, name)| name)).collect();
    names.into_iter().map(regex::escape).collect::<Vec<_>>().join("|")
}

/// English.
fn english() -> Words {
    let field = format!(r"{FIELDS}(?:(?:,|,? and| &)? {FIELDS})*");
    // Where the name of a state ends is known, so that a person's can follow without a comma.
    let states = states();
    let holder = r"(?:Secretary[ -]General|President|Prime Minister|Foreign Minister|Minister(?: (?:of|for) Foreign Affairs)?)";
    Words {
        offices: format!(
            r"(?:[Pp]ress [Ss]ecretary|[Ss]pokes(?:person|man|woman)) (?:for|of|to) (?:the )?(?:\p{{Lu}}{{2,}} )?{holder}|(?:(?:First|Second|Deputy|State|Vice|Acting|Assistant|Under|Permanent|Special|Personal|Alternate|Former)[ -])*(?:(?:Envoy|Representative) (?:for|on) (?:the )?\p{{Lu}}[\p{{L}}-]+(?: (?:and )?\p{{Lu}}[\p{{L}}-]+){{0,3}}|EAM|PM|Prime Minister (?:and|&) Minister (?:of|for) (?:the )?{field}|Executive Secretary|[Ss]ecretary[ -][Gg]eneral|(?:Federal )?(?:Foreign|External Affairs|Foreign Affairs|Prime|Defen[cs]e|Interior|Justice|Finance|Trade|Environment|Development|Climate) Minister|Minister of the People[’']s Power for {field}|Minister of State(?: for {field})?|Minister (?:of|for) (?:the )?{field}|Minister|Secretary of State|State Secretary|Secretary(?:[ -]General)? for {field}|Foreign Secretary|President|Chair(?:person|man|woman)?(?:-in-Office)?|Ambassador(?: Extraordinary and Plenipotentiary)?|Permanent Observer|Representative|Official Representative|official representative|[Ss]pokes(?:person|man|woman)|[Pp]ress [Ss]ecretary|Envoy|(?:Lord )?Mayor|Governor(?:-General)?|Ombuds(?:man|person|woman)|(?:Grand )?(?:Duke|Duchess)|Prince(?:ss)?|King|Queen|Crown Prince(?:ss)?|Emir|Amir|Sultan|(?:National Security|Special|Senior) Advis[eo]r|High Representative(?:/Vice[- ]President)?|High Commissioner(?: (?:for|on) (?:Human Rights|Refugees|National Minorities))?|Commissioner(?: for (?:the )?{field})?|Director[ -]General|(?:Executive|Managing) Director|Head of (?:the )?(?:Delegation|Mission|State|Government)|Chief of the (?:\p{{Lu}}{{2,}} )?(?:Joint|General) Staff|Chancellor|Taoiseach|Tánaiste|Speaker|Chargée? d[’'][Aa]ffaires(?: ad interim)?|(?:Minister[ -])?Counsell?or|(?:Director|Head) of the (?:\p{{Lu}}[\p{{L}}-]+(?:,? and | )){{1,5}}(?:Department|Division|Service)|Secretary)"
        ),
        signs: &[
            "minister",
            "secretary",
            "president",
            "chair",
            "ambassador",
            "observer",
            "representative",
            "spokes",
            "envoy",
            "commissioner",
            "director",
            " head",
            "chief",
            "chancellor",
            "speaker",
            "chargé",
            "taoiseach",
            "tánaiste",
            "counsel",
            " eam",
            " pm ",
            " king",
            "mayor",
            "governor",
            "ombuds",
            "prince",
            " duke",
            "duchess",
            " queen",
            "crown",
            "emir",
            "amir",
            "sultan",
            "advis",
        ],
        nominatives: &[],
        genitive: None,
        of: r"(?:of|for|to)\s+(?:the\s+)?",
        article: r"(?:the|The)\s+",
        address: r"(?:H\.\s?E\.?|HE|Ambassador|(?:His|Her) (?:Excellency|Eminence|(?:Royal |Serene )?Highness|Majesty)|H\.\s?R\.\s?H\.|Senator|Cardinal|Archbishop|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Professor|(?:Colonel[ -]|Lieutenant[ -]|Major[ -]|Army )?General|Admiral|Sir|Dame|(?:[Tt]he )?(?:(?:Rt\.?|Right) )?Hon(?:ou?rable|\.)|Sheikha?)",
        honour: r"H\.\s?E\.?|HE|(?:His|Her) (?:Excellency|Eminence)|(?:[Tt]he )?(?:(?:Rt\.?|Right) )?Hon(?:ou?rable|\.)",
        issuers: format!(
            r"{states}|MFA of (?:{states})|{BODIES}|Ministry (?:of|for) (?:the )?{field}(?: of (?:the )?(?:Republic of |Kingdom of )?\p{{Lu}}\p{{L}}+)?|(?:\p{{Lu}}\p{{L}}+ )*(?:Republic|Kingdom|Federation|State|Commonwealth|Principality) of (?:the )?(?:{states}|\p{{Lu}}\p{{L}}+)|\p{{Lu}}\p{{L}}+ (?:Federation|Republic|Kingdom)"
        ),
        reversed: true,
    }
}

/// Russian. Offices stand in any case; the record has them in the nominative.
fn russian() -> Words {
    Words {
        offices: r"(?i:(?:и\.\s?о\.\s|исполняющ\p{Ll}+ обязанности )?(?:статс-секретар\p{Ll}+ [–—-] |начальник\p{Ll}* управления(?-i: [а-яё]+){1,6} [–—-] )?(?:перв\p{Ll}+ )?(?:заместител\p{Ll}+ |вице-)?(?:(?:государственн\p{Ll}+ )?секретар\p{Ll}+ совета безопасности|исполнительн\p{Ll}+ секретар\p{Ll}+|генеральн\p{Ll}+ секретар\p{Ll}+|генеральн\p{Ll}+ директор\p{Ll}*|министр\p{Ll}* иностранных дел|министр\p{Ll}* обороны|министр\p{Ll}* внутренних дел|премьер-министр\p{Ll}*|государственн\p{Ll}+ секретар\p{Ll}+|министр\p{Ll}*|президент\p{Ll}*|председател\p{Ll}+|официальн\p{Ll}+ представител\p{Ll}+|постоянн\p{Ll}+ представител\p{Ll}+|специальн\p{Ll}+ представител\p{Ll}+|постпред\p{Ll}*|пресс-секретар\p{Ll}+|(?:федеральн\p{Ll}+ )?канцлер\p{Ll}*|спикер\p{Ll}*|омбудсмен\p{Ll}*|уполномоченн\p{Ll}+ по правам человека|мэр\p{Ll}*|губернатор\p{Ll}*|чрезвычайн\p{Ll}+ и полномочн\p{Ll}+ пос\p{Ll}+|посол|посла|директор\p{Ll}* (?-i:(?:[А-ЯЁ][а-яё]+ )?(?:[а-яё]+ )?)департамента(?-i:(?: [а-яё]+){1,10})?|временн\p{Ll}+ поверенн\p{Ll}+ в делах|заместител\p{Ll}+ премьер-министра [–—-] министр\p{Ll}* иностранных дел|министр\p{Ll}* по (?-i:[а-яё]+(?: [а-яё]+){0,5})|руководител\p{Ll}+ делегации|начальник\p{Ll}* (?:Объедин[её]нного|Генерального|Главного) штаба|верховн\p{Ll}+ комиссар\p{Ll}*|глав\p{Ll} (?:делегации|государства|правительства)|глав[аыу]))".to_owned(),
        signs: &["секретар", "министр", "президент", "председател", "представител", "посол", "посла", "пос", "директор", "комиссар", "начальник", "глав", "руководител", "спикер", "постпред", "поверенн", "канцлер", "омбудсмен", "уполномочен", "мэр", "губернатор"],
        nominatives: &[
            ("генеральн", "генеральный"), ("исполнительн", "исполнительный"), ("государственн", "государственный"),
            ("официальн", "официальный"), ("постоянн", "постоянный"), ("верховн", "верховный"), ("комиссар", "комиссар"), ("начальник", "начальник"), ("руководител", "руководитель"), ("спикер", "спикер"), ("постпред", "постпред"), ("исполняющ", "исполняющий"), ("статс-секретар", "статс-секретарь"), ("заместител", "заместитель"), ("специальн", "специальный"),
            ("чрезвычайн", "чрезвычайный"), ("полномочн", "полномочный"), ("перв", "первый"), ("секретар", "секретарь"),
            ("пресс-секретар", "пресс-секретарь"), ("премьер-министр", "премьер-министр"), ("министр", "министр"),
            ("президент", "президент"), ("председател", "председатель"), ("представител", "представитель"),
            ("директор", "директор"), ("посл", "посол"), ("глав", "глава"), ("федеральн", "федеральный"), ("канцлер", "канцлер"), ("омбудсмен", "омбудсмен"), ("уполномоченн", "уполномоченный"), ("мэр", "мэр"),
            ("губернатор", "губернатор"), ("временн", "временный"), ("поверенн", "поверенный"), ("вице-президент", "вице-президент"),
        ],
        genitive: Some(&genitive::RUSSIAN),
        of: "",
        article: "",
        address: r"(?:уважаем\p{Ll}+|Лидера нации|генерал\p{Ll}*(?:-\p{Ll}+)?|адмирал\p{Ll}*|г-н\p{Ll}*|г-ж\p{Ll}|господин\p{Ll}*|госпож\p{Ll}|Е\.\s?П\.|Его Превосходительств\p{Ll}|Её Превосходительств\p{Ll})",
        honour: "",
        issuers: r"МИД\p{Ll}?(?: (?:Республики|Королевства) \p{Lu}[\p{L}-]+| \p{Lu}\p{L}+)?|\p{Lu}\p{Ll}+(?:ой|ей|ого|его) (?:\p{Ll}+(?:ой|ей|ого|его) )?(?:комиссии|организации|совета|союза|палаты|службы)|\p{Lu}\p{Ll}+(?:ого|его|ой) (?:Совета|Собрания|Думы|Комитета)|(?:Правления|Коллегии|Совета|Комитета|Комиссии|Парламента) \p{Lu}{2,}|Министерства иностранных дел(?: (?:Республики |Королевства )?\p{Lu}\p{Ll}+)?|(?:Республики|Королевства|Государства|Княжества) \p{Lu}[\p{L}-]+|\p{Lu}\p{Ll}+(?:ой|ей) (?:Федерации|Республики)|Организации \p{Lu}?[\p{L}-]+(?: [\p{L}-]+){0,4}?".to_owned(),
        reversed: false,
    }
}

/// French.
fn french() -> Words {
    Words {
        offices: r"(?i:(?:vice-)?(?:secr[ée]taires? g[ée]n[ée]ral(?:e|es)?(?: adjointe?)?|(?:premi(?:er|ère) )?ministre (?:de l[’']Europe et )?(?:des|de l[’']|de la|du) (?:Affaires [ée]trang[èe]res|Relations ext[ée]rieures|Intérieur|Défense|Commerce)(?: et (?:européennes|du Développement international|de la Coopération|des (?-i:\p{Lu})\p{L}+ (?:de l[’']|à l[’'])[ée](?:xt[ée]rieur|tranger)))?|défenseure? des droits|(?:la )?(?:prince(?:sse)?|roi|reine|grand-duc|grande-duchesse)|premi(?:er|ère) ministre|ministre d[’']\s?[ÉE]tat|ministre(?: délégu[ée]e?(?:,? chargée? (?:de l[’']|de la |du |des )\p{L}+(?: (?-i:\p{Ll})\p{L}+){0,4})?)?|pr[ée]sident(?:e)?|ambassadeur|ambassadrice|repr[ée]sentante? permanente?(?: adjointe?)?|porte-parole|secrétaire d[’']État|conseill(?:er|ère) fédérale?|haute? représentante?|directeur général|directrice générale))".to_owned(),
        signs: &["secrétaire", "secretaire", "ministre", "président", "president", "ambassad", "représentant", "representant", "porte-parole", "conseill", "directeur", "directrice", "défenseur", "prince", " roi", " reine", " grand-duc", " grande-duc"],
        nominatives: &[],
        genitive: None,
        of: r"(?:de\s+la|de\s+l[’']|des|du|de|d[’'])\s*",
        article: r"(?:le|la|les|Le|La|l[’']|L[’'])\s*",
        address: r"(?:(?:le\s+)?(?:[Gg]énéral|[Cc]olonel|[Cc]apitaine|[Aa]miral)|[Ll][’'][Aa]mbassadeur|[Ll][’'][Aa]mbassadrice|M\.|Mme|Monsieur|Madame|S\.\s?E\.(?:\s?M(?:\.|me))?|Son Excellence)",
        honour: r"S\.\s?E\.(?:\s?M(?:\.|me))?|Son Excellence",
        issuers: r"République \p{Ll}{5,}(?: d[eu’'](?: la)?\s?\p{Lu}[\p{L}-]+)?|(?:R[ée]publique|Royaume) d[eu’'](?: la)?\s?\p{Lu}[\p{L}-]+|Confédération suisse|Ministère des Affaires étrangères".to_owned(),
        reversed: false,
    }
}

/// Spanish.
fn spanish() -> Words {
    Words {
        offices: r"(?i:(?:vice)?(?:secretari[oa] (?:general|ejecutiv[oa])(?: (?:adjunt|iberoamerican)[oa])?|secretari[oa] de (?:Relaciones Exteriores|Estado)|ministr[oa] de (?-i:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?:, \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)+ y \p{Lu}\p{Ll}+)|alt[oa] representante|director(?:a)? (?:general|ejecutiv[oa])|ministr[oa] de (?:Relaciones Exteriores|Asuntos Exteriores|Exteriores|Defensa|Economía)(?:, Unión Europea)?(?: y (?:Culto|Cooperación|Movilidad Humana|Comercio))?|primer(?:a)? ministr[oa]|(?:vice)?canciller|viceministr[oa]|ministr[oa] del Poder Popular para (?:las )?Relaciones Exteriores|ministr[oa]|president[ea]|embajador(?:a)?|representante permanente(?: (?:altern|adjunt)[oa])?|defensora? del pueblo|portavoz|vocer[oa]))".to_owned(),
        signs: &["secretario", "secretaria", "ministro", "ministra", "canciller", "presidente", "presidenta", "embajador", "representante", "portavoz", "vocero", "vocera", "director", "defensor"],
        nominatives: &[],
        genitive: None,
        of: r"(?:de\s+la|de\s+los|del|de)\s+",
        article: r"(?:el|la|El|La)\s+",
        address: r"(?:(?:el|la)\s+[Ee]mbajadora?|[Ee]mbajadora?|Excm[oa]\.|Sr\.|Sra\.|D\.|Dña\.|Dra?\.|[Dd]on|[Dd]oña|señora?|S\.\s?E\.|Su Excelencia)",
        honour: r"S\.\s?E\.|Su Excelencia|Excm[oa]\.",
        issuers: r"(?:República|Reino) de (?:la )?\p{Lu}[\p{L}-]+|Ministerio de Relaciones Exteriores".to_owned(),
        reversed: false,
    }
}

/// The words of every language whose names have capital letters.
pub(super) fn all() -> [Words; 9] {
    [
        english(),
        russian(),
        french(),
        spanish(),
        further::german(),
        further::portuguese(),
        further::italian(),
        further::ukrainian(),
        further::belarusian(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_have_the_names_by_which_texts_call_them() {
        let states = states();
        let names: Vec<&str> = states.split('|').collect();
        for name in
            ["Russia", "Russian Federation", "Ivory Coast", "Kyrgyz Republic", "Swaziland", "UAE", "Norway"]
        {
            assert!(names.contains(&name), "{name}");
        }
        assert!(!names.contains(&"") && !names.contains(&"NATO"));
    }
}
