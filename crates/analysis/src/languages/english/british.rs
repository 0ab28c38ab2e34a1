//! British spellings, and the American ones of the same words.

/// The American spelling of a word that Britain, and most of the world's diplomacy, spells otherwise; none if it is not
/// known to be. After Fowler's *Modern English Usage* on -ae-, -ise, -our, -re and doubled consonants.
pub(super) fn american(word: &str) -> Option<String> {
    let end = |british: &str, american: &str| Some(format!("{}{american}", word.strip_suffix(british)?));
    if let Some(root) = ROOTS.iter().find(|(british, _)| word.contains(british)) {
        return Some(word.replacen(root.0, root.1, 1));
    }
    if let Some((start, rest)) = DOUBLED.iter().find_map(|root| Some((root, doubled(word, root)?))) {
        return Some(format!("{start}{rest}"));
    }
    for ending in ["isation", "isations", "isational", "isable"] {
        if let Some(rest) = word.strip_suffix(ending) {
            return Some(format!("{rest}iz{}", &ending[2..]));
        }
    }
    for ending in ["ise", "ises", "ised", "ising", "iser", "isers"] {
        if let Some(rest) = word.strip_suffix(ending) {
            return is_verb_in_ize(rest).then(|| format!("{rest}iz{}", &ending[2..]));
        }
    }
    end("yse", "yze").or_else(|| end("ysed", "yzed")).or_else(|| end("ysing", "yzing"))
}

/// What follows on `root` in `word`, behind its doubled last letter: "ed" of "travelled".
fn doubled<'w>(word: &'w str, root: &str) -> Option<&'w str> {
    let rest = word.strip_prefix(root)?.strip_prefix('l')?;
    ["ed", "ing", "er", "ers", "or", "ors", "ation", "ations"].contains(&rest).then_some(rest)
}

/// Whether a verb in -ise after `rest` has -ize beside it, and not another ending that looks the same.
fn is_verb_in_ize(rest: &str) -> bool {
    let vowels = rest.chars().filter(|c| "aeiouy".contains(*c)).count();
    vowels > 0 && rest.len() >= 3 && !ONLY_ISE.iter().any(|ending| rest.ends_with(ending))
}

/// Ends of words before -ise that have no spelling in -ize: advise, comprise, exercise, otherwise.
const ONLY_ISE: &[&str] = &[
    "adv", "appra", "pr", "sunr", "comprom", "prom", "prem", "dem", "surm", "rev", "dev", "superv", "telev", "improv",
    "w", "exerc", "exc", "inc", "prec", "conc", "circumc", "chast", "desp", "disgu", "gu", "franch", "merchand", "pra",
    "no", "po", "turquo", "porpo", "torto", "cru", "bru", "parad", "expert", "treat", "mort", "advert",
];

/// Parts of words, each with what America writes for it.
#[rustfmt::skip]
const ROOTS: &[(&str, &str)] = &[
    ("labour", "labor"), ("favour", "favor"), ("honour", "honor"), ("colour", "color"), ("behaviour", "behavior"),
    ("neighbour", "neighbor"), ("harbour", "harbor"), ("endeavour", "endeavor"), ("humour", "humor"),
    ("rumour", "rumor"), ("armour", "armor"), ("vigour", "vigor"), ("rigour", "rigor"), ("splendour", "splendor"),
    ("parlour", "parlor"), ("savour", "savor"), ("clamour", "clamor"), ("candour", "candor"), ("fervour", "fervor"),
    ("valour", "valor"), ("odour", "odor"), ("tumour", "tumor"), ("vapour", "vapor"), ("succour", "succor"),
    ("saviour", "savior"), ("demeanour", "demeanor"), ("ardour", "ardor"), ("rancour", "rancor"), ("enamour", "enamor"),
    ("centre", "center"), ("centring", "centering"), ("theatre", "theater"), ("metre", "meter"), ("litre", "liter"),
    ("fibre", "fiber"), ("calibre", "caliber"), ("spectre", "specter"), ("lustre", "luster"), ("meagre", "meager"),
    ("sombre", "somber"), ("sabre", "saber"), ("manoeuvr", "maneuver"),
    ("defence", "defense"), ("offence", "offense"), ("licence", "license"), ("pretence", "pretense"),
    ("programme", "program"), ("catalogue", "catalog"), ("dialogue", "dialog"), ("analogue", "analog"),
    ("sceptic", "skeptic"), ("chequer", "checker"), ("cheque", "check"), ("plough", "plow"), ("grey", "gray"), ("aluminium", "aluminum"),
    ("judgement", "judgment"), ("acknowledgement", "acknowledgment"), ("ageing", "aging"), ("mould", "mold"),
    ("fulfilment", "fulfillment"), ("enrolment", "enrollment"), ("instalment", "installment"), ("skilful", "skillful"),
    ("wilful", "willful"), ("jewellery", "jewelry"), ("artefact", "artifact"), ("encyclopaedia", "encyclopedia"),
    ("anaem", "anem"), ("anaesth", "anesth"), ("haem", "hem"), ("leukaem", "leukem"), ("paediatr", "pediatr"),
    ("orthopaed", "orthoped"), ("gynaec", "gynec"), ("diarrhoea", "diarrhea"), ("foetus", "fetus"), ("foetal", "fetal"),
    ("oesoph", "esoph"), ("oestro", "estro"), ("oedema", "edema"), ("caesar", "cesar"), ("sulph", "sulf"),
];

/// Words that double their l before an ending, where America does not, or where Snowball leaves both.
#[rustfmt::skip]
const DOUBLED: &[&str] = &[
    "cancel", "channel", "compel", "control", "counsel", "council", "dispel", "enrol", "equal", "excel", "expel", "fuel",
    "fulfil", "impel", "initial", "instal", "label", "level", "marshal", "model", "panel", "parcel", "patrol", "pencil",
    "propel", "quarrel", "rebel", "repel", "rival", "shovel", "shrivel", "signal", "spiral", "total", "travel", "tunnel",
];

#[cfg(test)]
mod tests {
    use super::american;

    #[test]
    fn british_spellings_have_american_ones() {
        for (british, expected) in [
            ("labour", "labor"),
            ("unfavourable", "unfavorable"),
            ("organisations", "organizations"),
            ("recognised", "recognized"),
            ("authorise", "authorize"),
            ("demilitarised", "demilitarized"),
            ("chequered", "checkered"),
            ("defence", "defense"),
            ("kilometres", "kilometers"),
            ("controlled", "controled"),
            ("analysed", "analyzed"),
        ] {
            assert_eq!(american(british).as_deref(), Some(expected), "{british}");
        }
    }

    #[test]
    fn what_both_spell_alike_stays() {
        for word in ["four", "hour", "otherwise", "exercise", "promised", "called", "labor", "rise", "sunrise", "praise", "prise", "tour"] {
            assert_eq!(american(word), None, "{word}");
        }
    }
}
