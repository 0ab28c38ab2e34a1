//! The words of languages whose grammar of names and offices is like that of the six.

use super::super::genitive;
use super::Words;

/// German.
pub(super) fn german() -> Words {
    Words {
        offices: r"(?:(?:Bundes|Vize)?(?:[Aa]ußen|[Vv]erteidigungs|[Ii]nnen|[Ff]inanz|[Ww]irtschafts|[Ee]ntwicklungs|[Ss]taats|[Uu]mwelt)?[Mm]inister(?:s|in)?|(?:Bundes|Vize)?[Kk]anzler(?:s|in)?|(?:Bundes|Minister|Staats)?[Pp]räsident(?:en|in)?|Generalsekretär(?:s|in)?|Botschafter(?:s|in)?|Ständigen? Vertreter(?:s|in)?|Sprecher(?:s|in)?)".to_owned(),
        signs: &["minister", "kanzler", "präsident", "sekretär", "botschafter", "vertreter", "sprecher"],
        nominatives: &[
            ("bundespräsidenten", "Bundespräsident"), ("präsidenten", "Präsident"), ("ministerpräsidenten", "Ministerpräsident"),
            ("bundesaußenministers", "Bundesaußenminister"), ("außenministers", "Außenminister"),
            ("bundeskanzlers", "Bundeskanzler"), ("generalsekretärs", "Generalsekretär"), ("botschafters", "Botschafter"),
        ],
        genitive: None,
        of: r"(?:der|des|von|für)\s+",
        article: r"(?:der|die)\s+",
        address: r"(?:Herrn?|Frau|Dr\.|S\.\s?E\.|I\.\s?E\.)",
        honour: "",
        issuers: r"(?:Republik|Königreichs?) \p{Lu}\p{L}+|Bundesrepublik Deutschland".to_owned(),
        reversed: true,
    }
}

/// Portuguese.
pub(super) fn portuguese() -> Words {
    Words {
        offices: r"(?i:(?:vice-?|primeir[oa][- ])?(?:secretári[oa][- ](?:geral|executiv[oa])|secretári[oa] de estado(?: dos negócios estrangeiros| dos assuntos europeus| das comunidades portuguesas)?(?: e da cooperação)?|diretora?[- ]geral|observadora? permanente|alt[oa] representante|ministr[oa] (?:de Estado )?(?:das Relações Exteriores|dos Negócios Estrangeiros(?: e (?:da )?Cooperação)?|da Defesa|do Ambiente)|ministr[oa]|president[ea]|embaixador(?:a)?|representante permanente|chanceler|porta-voz))".to_owned(),
        signs: &["secretári", "ministr", "president", "embaixador", "representante", "chanceler", "porta-voz", "diretor", "observador"],
        nominatives: &[],
        genitive: None,
        of: r"(?:das|dos|da|do|de)\s+",
        article: r"(?:o|a|O|A)\s+",
        address: r"(?:Sr\.|Sra\.|senhora?|S\.\s?E\.|[Ee]mbaixadora?|Dr\.|Dra\.)",
        honour: "",
        issuers: r"República (?:de |do |da )?\p{Lu}[\p{L}-]+".to_owned(),
        reversed: false,
    }
}

/// Italian.
pub(super) fn italian() -> Words {
    Words {
        offices: r"(?i:(?:vice[- ]?)?(?:segretari[oa] generale|segretari[oa] di stato(?: per gli affari esteri)?|presidente del consiglio e ministro degli (?:affari )?esteri(?: e della cooperazione internazionale)?|osserva(?:tore|trice) permanente|alt[oa] rappresentante|direttore generale|direttrice generale|ministr[oa] degli (?:affari )?esteri(?: e della cooperazione internazionale)?|ministr[oa] della difesa|ministr[oa]|president[ea](?: del consiglio)?|ambasciat(?:ore|rice)|rappresentante permanente|sottosegretari[oa](?: di stato)?(?: agli (?:affari )?esteri)?|portavoce))".to_owned(),
        signs: &["segretari", "ministr", "president", "ambasciat", "rappresentante", "portavoce", "osserva", "direttor", "direttric"],
        nominatives: &[],
        genitive: None,
        of: r"(?:dell[’']|della|del|dei|degli|di)\s*",
        article: r"(?:il|la|Il|La|l[’'])\s*",
        address: r"(?:S\.\s?E\.|Mons\.|Sen\.|On\.|Dott\.|[Ss]ignora?|[Aa]mbasciatore|[Aa]mbasciatrice)",
        honour: "",
        issuers: r"Repubblica (?:di )?\p{Lu}[\p{L}-]+".to_owned(),
        reversed: false,
    }
}

/// Ukrainian.
pub(super) fn ukrainian() -> Words {
    Words {
        offices: r"(?i:(?:перш\p{Ll}+ )?(?:заступни\p{Ll}+ )?(?:міністр\p{Ll}* закордонних справ|міністерк\p{Ll}+ закордонних справ|міністерк\p{Ll}+|президентк\p{Ll}+|міністр\p{Ll}* оборони|прем[’'ʼ]єр-міністр\p{Ll}*|міністр\p{Ll}*|президент\p{Ll}*|генеральн\p{Ll}+ секретар\p{Ll}*|постійн\p{Ll}+ представни\p{Ll}+|надзвичайн\p{Ll}+ і повноважн\p{Ll}+ пос\p{Ll}+|речни\p{Ll}+|глав\p{Ll} держави))".to_owned(),
        signs: &["міністр", "міністерк", "президент", "секретар", "представни", "посол", "посл", "речни", "глав"],
        nominatives: &[
            ("міністр", "міністр"), ("президент", "президент"), ("генеральн", "генеральний"), ("секретар", "секретар"),
            ("постійн", "постійний"), ("представник", "представник"), ("глав", "глава"), ("перш", "перший"),
            ("заступник", "заступник"), ("речник", "речник"), ("міністерк", "міністерка"), ("президентк", "президентка"),
            ("речниц", "речниця"), ("заступниц", "заступниця"), ("представниц", "представниця"),
        ],
        genitive: Some(&genitive::UKRAINIAN),
        of: "",
        article: "",
        address: r"(?:пан\p{Ll}*|Й\.\s?В\.)",
        honour: "",
        issuers: r"МЗС(?: \p{Lu}\p{Ll}+)?|Міністерства закордонних справ(?: \p{Lu}\p{Ll}+)?|(?:Республіки|Королівства) \p{Lu}[\p{L}-]+".to_owned(),
        reversed: false,
    }
}

/// Belarusian.
pub(super) fn belarusian() -> Words {
    Words {
        offices: r"(?i:(?:перш\p{Ll}+ )?(?:намесні\p{Ll}+ )?(?:міністр\p{Ll}* замежных спраў|міністр\p{Ll}* абароны|прэм[’'ʼ]ер-міністр\p{Ll}*|міністр\p{Ll}*|прэзідэнт\p{Ll}*|генеральн\p{Ll}+ сакратар\p{Ll}*|пастаянн\p{Ll}+ прадстаўні\p{Ll}+|прэс-сакратар\p{Ll}*|кіраўні\p{Ll}+ дзяржавы))".to_owned(),
        signs: &["міністр", "прэзідэнт", "сакратар", "прадстаўні", "кіраўні"],
        nominatives: &[
            ("міністр", "міністр"), ("прэзідэнт", "прэзідэнт"), ("генеральн", "генеральны"), ("сакратар", "сакратар"),
            ("пастаянн", "пастаянны"), ("прадстаўнік", "прадстаўнік"), ("перш", "першы"), ("намеснік", "намеснік"),
            ("прэс-сакратар", "прэс-сакратар"), ("кіраўнік", "кіраўнік"),
        ],
        genitive: Some(&genitive::BELARUSIAN),
        of: "",
        article: "",
        address: r"(?:спадар\p{Ll}*)",
        honour: "",
        issuers: r"МЗС(?: \p{Lu}\p{Ll}+)?|Міністэрства замежных спраў(?: \p{Lu}\p{Ll}+)?|Рэспублікі \p{Lu}[\p{L}-]+".to_owned(),
        reversed: false,
    }
}
