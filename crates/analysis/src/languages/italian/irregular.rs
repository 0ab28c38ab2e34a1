//! Irregular verbs. Written down by hand; what to check them by is Serianni, *Grammatica italiana*, on verbs.

use std::sync::LazyLock;

use crate::languages::irregular::{Endings, Irregular, Paradigm};

pub(super) static IRREGULAR: LazyLock<Irregular> =
    LazyLock::new(|| Irregular::of(PARADIGMS, ENDINGS, OTHERS));

/// A hyphen stands for endings of the present and of strong preterites, a plus sign for those of future and
/// conditional, a stroke for those of participles.
const ENDINGS: &[Endings] = &[
    ('-', &["o", "e", "i", "a", "ono", "ano", "ero", "iamo"]),
    ('+', &["à", "a", "anno", "ò", "ebbe", "ebbero", "emo"]),
    ('/', &["o", "a", "i", "e"]),
];

/// Nouns that look like verbs, and NATO, which is no form of to be born.
const OTHERS: &[&str] = &[
    "chiesa", "chiese", "difesa", "difese", "facce", "imposta", "imposte", "impresa", "imprese", "letti",
    "letto", "messa", "messe", "nato", "offerta", "offerte", "posta", "poste", "presa", "prese", "rivolta",
    "rivolte", "rotta", "rotte", "spesa", "spese", "svolta", "svolte", "terra", "vista", "viste",
];

/// Verbs in the order of the alphabet. Not those whose stem is another word's (correre: corso).
const PARADIGMS: &[Paradigm] = &[
    ("-cidere", "de in", "cis/ cis-"),
    ("-durre", "con de in intro pro ri tra", "dott/ duss- duc- dur+"),
    ("-porre", "com contrap de dis es im op pro sup trap", "post/ pos- pon- pong- porr+"),
    ("-volgere", "coin ri s", "volt/ vols-"),
    ("accogliere", "", "accolt/ accols-"),
    ("aprire", "ri", "apert/"),
    ("assumere", "", "assunt/ assuns-"),
    ("chiedere", "ri", "chiest/ chies-"),
    ("chiudere", "rac", "chius-"),
    ("concludere", "", "conclus/ conclus-"),
    ("conoscere", "ri", "conobb-"),
    ("coprire", "ri s", "copert/"),
    ("costringere", "", "costrett/"),
    ("difendere", "", "difes/"),
    ("dire", "contrad", "dett/ diss- dic-"),
    ("discutere", "", "discuss/"),
    ("distruggere", "", "distrutt/ distruss-"),
    ("dividere", "", "divis/"),
    ("eleggere", "ri", "elett/"),
    ("escludere", "", "esclus/"),
    ("esprimere", "", "espress/"),
    ("fare", "soddis", "fatt/ fec- facc- fanno"),
    ("giungere", "ag rag", "giunt/ giuns-"),
    ("includere", "", "inclus/"),
    ("leggere", "", "lett/ less-"),
    ("mettere", "am com di e o per pro ri s sotto tras", "mess/ mis-"),
    ("morire", "", "mort/ muor- muoi-"),
    ("muovere", "pro ri", "moss/"),
    ("nascere", "", "nacqu- nata nati nate"),
    ("offrire", "", "offert/"),
    ("perdere", "", "pers/"),
    ("prendere", "ap com intra ri sor", "pres/ pres-"),
    ("proteggere", "", "protett/"),
    ("raccogliere", "", "raccolt/"),
    ("rimanere", "", "rimast/ rimas- rimang- rimarr+"),
    ("risolvere", "", "risolt/"),
    ("rispondere", "", "rispost/ rispos-"),
    ("rompere", "inter", "rott/"),
    ("sapere", "", "sepp- sappia sappiano"),
    ("scegliere", "", "scelt/ scels- scelg-"),
    ("scrivere", "de i pre pro sotto tra", "scritt/ scriss-"),
    ("spendere", "so", "spes/"),
    ("tenere", "appar con de man ot ri soste", "tien- teng- tenn- terr+"),
    ("uccidere", "", "uccis/ uccis-"),
    ("vedere", "pre", "vist/ vide videro vedr+"),
    ("venire", "con inter pre pro", "vien- veng- venn- verr+"),
    ("vincere", "con", "vint/ vins-"),
    ("vivere", "soprav", "viss-"),
];
