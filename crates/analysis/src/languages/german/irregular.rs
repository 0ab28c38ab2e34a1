//! Strong verbs. Written down by hand; what to check them by is the grammar of the Duden.

use std::sync::LazyLock;

use crate::languages::irregular::{Endings, Irregular, Paradigm};

pub(super) static IRREGULAR: LazyLock<Irregular> =
    LazyLock::new(|| Irregular::of(PARADIGMS, ENDINGS, OTHERS));

/// A hyphen stands for endings of present and preterite, a stroke for those of participles in -en, an asterisk for those of
/// participles in -t.
const ENDINGS: &[Endings] = &[
    ('-', &["", "e", "en", "t", "st", "et", "est"]),
    ('/', &["en", "ene", "enen", "ener", "enes", "enem"]),
    ('*', &["", "e", "en", "er", "es", "em"]),
];

/// Nouns that look like verbs.
const OTHERS: &[&str] = &["brache"];

/// Verbs in the order of the alphabet. Not forms that are nouns as well (Sprachen, Lagen, Gefahren), nor those whose stem is
/// another word's (raten: Rat; vertragen: Vertrag).
const PARADIGMS: &[Paradigm] = &[
    ("-bieten", "an auf unter ver", "boten geboten"),
    ("-schliessen", "ab an auf aus be ein ent er", "schloss schlossen geschloss/ schloss/"),
    ("-weisen", "ab an auf aus be er hin nach über ver zu zurück", "wies wiesen gewies/ wies/"),
    ("-wenden", "an auf ein zu", "wandt- gewandt*"),
    ("beginnen", "", "begann- begonn/"),
    ("beraten", "", "beriet-"),
    ("bestehen", "", "bestanden"),
    ("bleiben", "aus unter ver", "blieb- blieb/ geblieb/"),
    ("brechen", "ab aus unter zer zusammen", "brach- brich- broch/ gebroch/"),
    ("bringen", "auf ein er mit ver vor", "bracht- bracht* gebracht*"),
    ("denken", "durch nach über", "dacht- gedacht*"),
    ("empfehlen", "", "empfahl- empfiehl- empfohl/"),
    ("entscheiden", "", "entschied- entschied/"),
    ("entsenden", "", "entsandt- entsandt*"),
    ("entstehen", "", "entstand- entstand/"),
    ("erfahren", "", "erfuhr- erfährt"),
    ("ergreifen", "", "ergriff- ergriff/"),
    ("erscheinen", "", "erschien- erschien/"),
    ("finden", "be emp er statt", "fand- fund/ gefund/"),
    ("fliegen", "ab ein", "flog- geflog/"),
    ("fliehen", "", "floh- gefloh/"),
    ("geben", "ab an auf aus be er ver vor weiter zu zurück", "gab gibt gegeb/"),
    ("gehen", "aus be ein ent er hervor nach über unter ver vor zurück", "ging- gang/ gegang/"),
    ("gelingen", "", "gelang gelung/"),
    ("gelten", "", "galt- gilt gegolt/"),
    ("gewinnen", "", "gewann- gewonn/"),
    ("greifen", "an auf ein zu", "gegriff/"),
    ("halten", "an auf aus be ein ent er fest unter ver vor", "hielt-"),
    ("helfen", "", "half halfen hilft geholf/"),
    ("kennen", "aner er ver", "kannt- kannt* gekannt*"),
    ("kommen", "an auf aus be ent hinzu nach über um vor zu zusammen zurück", "kam- gekomm/"),
    ("lassen", "aus ent er hinter über unter ver zu", "liess- lässt"),
    ("laufen", "ab ver", "lief- läuft"),
    ("leiden", "", "litt- gelitt/"),
    ("lesen", "", "las lasen liest geles/"),
    ("liegen", "er unter vor", "lag geleg/"),
    (
        "nehmen",
        "ab an auf aus ein ent fest mit teil über unter ver vor wahr zu zurück",
        "nahm nimmt genomm/ nomm/",
    ),
    ("nennen", "be er", "nannt- nannt* genannt*"),
    ("rufen", "an auf aus be ein her zurück", "rief- geruf/"),
    ("schaffen", "ab", "schuf schufen geschaff/"),
    ("schiessen", "ab be er", "schoss schossen geschossen"),
    ("schlagen", "ab an aus nieder vor zer zusammen", "schlug- schlägt geschlag/"),
    ("schreiben", "ab aus be um unter ver vor zu", "schrieb- schrieb/ geschrieb/"),
    ("sehen", "ab an aus ein über vor voraus", "sah- sieh- geseh/"),
    ("sinken", "ab", "sank sanken gesunk/"),
    ("sitzen", "be", "sass- gesess/ sess/"),
    ("sprechen", "ab an aus be ent ver vor wider zu", "sprach sprich- sproch/ gesproch/"),
    ("stehen", "", "standen gestand/"),
    ("steigen", "an auf aus ein über", "stieg- gestieg/"),
    ("sterben", "aus ver", "starb- stirb- storb/ gestorb/"),
    ("stossen", "an aus ver vor zu", "stiess- stösst gestoss/"),
    ("streiten", "be", "stritt- stritt/ gestritt/"),
    ("tragen", "aus bei ein er über", "trug- trägt getrag/"),
    ("treffen", "an be ein über zu zusammen", "traf- triff- troff/ getroff/"),
    ("treiben", "", "getrieb/"),
    ("treten", "ab an auf aus bei be ein über ver zurück zusammen", "trat traten tritt getret/"),
    ("trinken", "", "trank- getrunk/"),
    ("überschreiten", "", "überschritt/"),
    ("vergessen", "", "vergass- vergiss-"),
    ("verlieren", "", "verlor- verlor/"),
    ("verschwinden", "", "verschwand- verschwund/"),
    ("verstehen", "", "verstand/"),
    ("vertreiben", "", "vertrieb/"),
    ("wachsen", "an auf er", "wuchs- wächst"),
    ("werben", "be er", "warb- wirb- worb/ geworb/"),
    ("werfen", "ab auf aus ein ent unter ver vor", "warf- wirf- worf/ geworf/"),
    ("wissen", "", "wusst- gewusst*"),
    ("ziehen", "an auf aus be ein ent er hinzu nach ver voll vor zu zurück", "zog- zog/ gezog/"),
    ("zwingen", "be er", "zwangen gezwung/ zwung/"),
];
