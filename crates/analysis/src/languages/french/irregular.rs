//! Verbs of the third group and other words whose forms Snowball parts. Written down by hand; what to check them by is
//! Grevisse, *Le Bon Usage*, on verbs.

use std::sync::LazyLock;

use crate::languages::irregular::{Endings, Irregular, Paradigm};

pub(super) static IRREGULAR: LazyLock<Irregular> =
    LazyLock::new(|| Irregular::of(PARADIGMS, ENDINGS, OTHERS));

/// A hyphen stands for endings of the present and the imperfect, a plus sign for those of future and conditional, a
/// stroke for those of participles.
const ENDINGS: &[Endings] = &[
    ('-', &["", "s", "t", "e", "es", "ent", "ons", "ez", "ant", "ais", "ait", "aient"]),
    ('+', &["a", "as", "ai", "ons", "ont", "ez", "ait", "aient"]),
    ('/', &["", "s", "e", "es"]),
];

/// Words that only look like verbs: a company is no form of to undertake, nor is Vienna of to come.
const OTHERS: &[&str] = &[
    "entreprise",
    "entreprises",
    "entrevue",
    "entrevues",
    "revue",
    "revues",
    "savant",
    "savants",
    "vienne",
    "vive",
    "vives",
];

/// Words in the order of their letters without marks. Not those that are more often another word (pouvoir, devoir), or
/// whose stem is another's (courir: cour).
const PARADIGMS: &[Paradigm] = &[
    ("-cevoir", "aper con de per re", "cois coit coiv- cev- cevr+ cu/ cut"),
    ("-clure", "con ex in", "clu/ clus/ clut cluent cluant clur+"),
    ("-courir", "ac con en par re se", "couru/ courr+"),
    ("-crire", "circons de e ins pres pros re ree sous trans", "cris crit/ criv- crir+"),
    (
        "-dre",
        "atten confon correspon defen depen descen enten eten per preten ren repon suspen ten ven",
        "d- du/ dr+",
    ),
    ("-duire", "con de in intro pro re repro se tra", "duis- duit/ duir+"),
    ("-indre", "adjo astre atte contra cra enfre ete fe jo pe pla rejo restre", "ins int/ ign- indr+"),
    ("-quérir", "ac con en re", "quis/ quiert quierent"),
    ("-traire", "abs dis ex sous", "trai- tray- trait/"),
    ("-truire", "cons de ins recons", "truis- truit/ truir+"),
    ("-voir", "entre pour pre re", "vu/ vois voit voient voyons voyait voyaient voyant"),
    ("accroître", "", "accroi- accroiss- accru/ accroitr+"),
    ("battre", "a com de", "bat bats batt- battu/ battr+"),
    ("ciel", "", "cieux"),
    ("connaître", "me re", "connai- connaiss- connu/ connaitr+"),
    ("couvrir", "de re", "couvert/"),
    ("croire", "", "croi- croy- cru crus croir+"),
    ("dire", "contre inter pre re", "dis- dit/ dir+ dirent"),
    ("élire", "re", "elis- elu/ elir+"),
    ("envoyer", "r", "enverr+"),
    ("faire", "re satis", "fais- fass- fait/ font fer+ fit firent"),
    ("fuir", "", "fuit fuient fuyant"),
    ("lire", "re", "lis- lu/ lir+"),
    ("mettre", "ad com compro e o per pro re sou trans", "met mets mett- mis/ mit mirent mettr+"),
    ("monsieur", "", "messieurs"),
    ("mourir", "", "mort/ meur- mourr+ mourut moururent"),
    ("naître", "", "né née nés nées naquit naquirent nait naiss- naitr+"),
    ("nouveau", "", "nouvel nouvelle"),
    ("oeil", "", "yeux"),
    ("offrir", "", "offert/ offr-"),
    ("ouvrir", "r", "ouvert/"),
    ("paraître", "ap com dis reap", "parai- paraiss- paru/ parut paraitr+"),
    ("prendre", "ap com entre re sur", "prend- pren- prenn- pris/ prit prirent prendr+"),
    ("promouvoir", "", "promu/ promeut promeuvent"),
    ("public", "", "publique publiques"),
    ("renaître", "", "renait renaiss-"),
    ("résoudre", "", "resolu/ resoud- resolv-"),
    ("revêtir", "", "revetent revetu/"),
    ("rompre", "cor inter", "romp- rompu/ rompr+"),
    ("savoir", "", "sais sait sav- sache sachent sachant su saur+"),
    ("servir", "", "sert sers"),
    ("souffrir", "", "souffert/ souffr-"),
    ("suffire", "", "suffit suffis-"),
    ("suivre", "pour", "suit suiv- suivi/ suivr+"),
    ("tenir", "abs appar con de entre main ob re sou", "tien- tienn- tenu/ tint tinrent tiendr+"),
    ("vaincre", "con", "vainc vainqu- vaincu/ vaincr+"),
    ("valoir", "equi pre", "vaut valent valu vaudr+"),
    ("venir", "con contre de inter par pre pro re sou sub sur", "vien- vienn- venu/ vint vinrent viendr+"),
    ("vivre", "re sur", "vit viv- vecu/ vivr+"),
    ("voir", "", "vois voit voient voyons voyait voyaient voyant vu vus verr+"),
    ("vouloir", "", "veux veut veulent veuille veuillent voul- voulu/ voudr+"),
];
