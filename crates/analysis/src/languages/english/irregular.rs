//! Forms that no ending tells: began, begun; men, criteria.

/// The word of which `form` is an irregular form; none if it is none. Forms that are more often another word (left,
/// wound, found in founded) are here as well where they are a word that texts are searched for; what is asked for is
/// then found under both.
pub(super) fn base(form: &str) -> Option<String> {
    if let Ok(place) = FORMS.binary_search_by(|(own, _)| own.cmp(&form)) {
        return Some(FORMS[place].1.to_owned());
    }
    // Statesmen, spokeswomen.
    let rest = form.strip_suffix("men").filter(|rest| rest.len() >= 4)?;
    Some(format!("{rest}man"))
}

/// Irregular forms in the order of the alphabet, each with the word that it is a form of. Auxiliaries are stop words and
/// not here, nor are forms that differ from their word by a regular ending.
#[rustfmt::skip]
const FORMS: &[(&str, &str)] = &[
    ("addenda", "addendum"), ("appendices", "appendix"), ("arisen", "arise"), ("arose", "arise"), ("ate", "eat"),
    ("awoke", "awake"), ("awoken", "awake"), ("bacteria", "bacterium"), ("beaten", "beat"), ("became", "become"),
    ("began", "begin"), ("begun", "begin"), ("bent", "bend"), ("bit", "bite"), ("bitten", "bite"), ("bled", "bleed"),
    ("blew", "blow"), ("blown", "blow"), ("bore", "bear"), ("borne", "bear"), ("bought", "buy"), ("bound", "bind"),
    ("bred", "breed"), ("broke", "break"), ("broken", "break"), ("brought", "bring"), ("built", "build"),
    ("burnt", "burn"), ("calves", "calf"), ("came", "come"), ("caught", "catch"), ("children", "child"),
    ("chose", "choose"), ("chosen", "choose"), ("clung", "cling"), ("consortia", "consortium"), ("crept", "creep"),
    ("criteria", "criterion"), ("curricula", "curriculum"), ("dealt", "deal"), ("drank", "drink"), ("drawn", "draw"),
    ("dreamt", "dream"), ("drew", "draw"), ("driven", "drive"), ("drove", "drive"), ("drunk", "drink"),
    ("dug", "dig"), ("dwelt", "dwell"), ("eaten", "eat"), ("equilibria", "equilibrium"), ("fallen", "fall"),
    ("fed", "feed"), ("feet", "foot"), ("fell", "fall"), ("felt", "feel"), ("fled", "flee"), ("flew", "fly"),
    ("flown", "fly"), ("flung", "fling"), ("fora", "forum"), ("forbade", "forbid"), ("forbidden", "forbid"),
    ("foregone", "forego"), ("foresaw", "foresee"), ("foreseen", "foresee"), ("foretold", "foretell"),
    ("forgave", "forgive"), ("forgiven", "forgive"), ("forgot", "forget"), ("forgotten", "forget"),
    ("formulae", "formula"), ("forsaken", "forsake"), ("forsook", "forsake"), ("fought", "fight"), ("found", "find"),
    ("froze", "freeze"), ("frozen", "freeze"), ("fungi", "fungus"), ("gave", "give"), ("geese", "goose"),
    ("given", "give"), ("gone", "go"), ("got", "get"), ("gotten", "get"), ("grew", "grow"), ("grown", "grow"),
    ("halves", "half"), ("heard", "hear"), ("held", "hold"), ("hid", "hide"), ("hidden", "hide"), ("hung", "hang"),
    ("indices", "index"), ("kept", "keep"), ("knelt", "kneel"), ("knew", "know"), ("knives", "knife"),
    ("known", "know"), ("laid", "lay"), ("lain", "lie"), ("larvae", "larva"), ("leapt", "leap"), ("learnt", "learn"),
    ("led", "lead"), ("left", "leave"), ("lent", "lend"), ("lit", "light"), ("lives", "life"), ("loaves", "loaf"),
    ("loci", "locus"), ("lost", "lose"), ("made", "make"), ("matrices", "matrix"), ("meant", "mean"),
    ("memoranda", "memorandum"), ("men", "man"), ("met", "meet"), ("mice", "mouse"), ("millennia", "millennium"),
    ("misled", "mislead"), ("mistaken", "mistake"), ("mistook", "mistake"), ("misunderstood", "misunderstand"),
    ("moratoria", "moratorium"), ("nuclei", "nucleus"), ("outgrew", "outgrow"), ("outgrown", "outgrow"),
    ("outran", "outrun"), ("overcame", "overcome"), ("overdid", "overdo"), ("overdone", "overdo"),
    ("overheard", "overhear"), ("overridden", "override"), ("overrode", "override"), ("oversaw", "oversee"),
    ("overseen", "oversee"), ("overtaken", "overtake"), ("overthrew", "overthrow"), ("overthrown", "overthrow"),
    ("overtook", "overtake"), ("oxen", "ox"), ("paid", "pay"), ("partaken", "partake"), ("partook", "partake"),
    ("phenomena", "phenomenon"), ("proven", "prove"), ("radii", "radius"), ("ran", "run"), ("rang", "ring"),
    ("rebuilt", "rebuild"), ("redrawn", "redraw"), ("redrew", "redraw"), ("referenda", "referendum"),
    ("remade", "remake"), ("repaid", "repay"), ("retaken", "retake"), ("rethought", "rethink"), ("retold", "retell"),
    ("retook", "retake"), ("rewritten", "rewrite"), ("rewrote", "rewrite"), ("ridden", "ride"), ("risen", "rise"),
    ("rode", "ride"), ("rose", "rise"), ("rung", "ring"), ("said", "say"), ("sang", "sing"), ("sank", "sink"),
    ("sat", "sit"), ("saw", "see"), ("seen", "see"), ("sent", "send"), ("shaken", "shake"), ("shelves", "shelf"),
    ("shone", "shine"), ("shook", "shake"), ("shot", "shoot"), ("shown", "show"), ("shrank", "shrink"),
    ("shrunk", "shrink"), ("slept", "sleep"), ("slid", "slide"), ("smelt", "smell"), ("sold", "sell"),
    ("sought", "seek"), ("sown", "sow"), ("spectra", "spectrum"), ("sped", "speed"), ("spelt", "spell"),
    ("spent", "spend"), ("spoilt", "spoil"), ("spoke", "speak"), ("spoken", "speak"), ("sprang", "spring"),
    ("sprung", "spring"), ("spun", "spin"), ("stimuli", "stimulus"), ("stole", "steal"), ("stolen", "steal"),
    ("stood", "stand"), ("strata", "stratum"), ("stricken", "strike"), ("striven", "strive"), ("strove", "strive"),
    ("struck", "strike"), ("stuck", "stick"), ("stung", "sting"), ("sung", "sing"), ("sunk", "sink"),
    ("swam", "swim"), ("swept", "sweep"), ("swore", "swear"), ("sworn", "swear"), ("swum", "swim"),
    ("swung", "swing"), ("symposia", "symposium"), ("taken", "take"), ("taught", "teach"), ("teeth", "tooth"),
    ("thieves", "thief"), ("thought", "think"), ("threw", "throw"), ("thrown", "throw"), ("told", "tell"),
    ("took", "take"), ("tore", "tear"), ("torn", "tear"), ("trod", "tread"), ("trodden", "tread"),
    ("undergone", "undergo"), ("understood", "understand"), ("undertaken", "undertake"), ("undertook", "undertake"),
    ("underwent", "undergo"), ("undid", "undo"), ("undone", "undo"), ("upheld", "uphold"), ("vertebrae", "vertebra"),
    ("vertices", "vertex"), ("vortices", "vortex"), ("went", "go"), ("wept", "weep"), ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"), ("withheld", "withhold"), ("withstood", "withstand"), ("wives", "wife"),
    ("woke", "wake"), ("woken", "wake"), ("wolves", "wolf"), ("women", "woman"), ("won", "win"), ("wore", "wear"),
    ("worn", "wear"), ("wove", "weave"), ("woven", "weave"), ("written", "write"), ("wrote", "write"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_stand_in_order_and_once() {
        assert!(FORMS.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn forms_have_their_words() {
        assert_eq!(base("overthrown").as_deref(), Some("overthrow"));
        assert_eq!(base("statesmen").as_deref(), Some("statesman"));
        assert_eq!(base("begin"), None);
        assert_eq!(base("omen"), None);
    }
}
