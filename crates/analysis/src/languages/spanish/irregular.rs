//! Verbs whose root changes. Written down by hand; what to check them by is the *Nueva gramática de la lengua española*
//! of the Academies (2009), chapter 4.

use std::sync::LazyLock;

use crate::languages::irregular::{Endings, Irregular, Paradigm};

pub(super) static IRREGULAR: LazyLock<Irregular> =
    LazyLock::new(|| Irregular::of(PARADIGMS, ENDINGS, OTHERS));

/// A hyphen stands for endings of the present, the preterite and what is made from it, an asterisk for those of a
/// preterite in -j-, a plus sign for those of future and conditional, a stroke for those of participles.
pub(super) const ENDINGS: &[Endings] = &[
    (
        '-',
        &[
            "o", "a", "as", "an", "amos", "e", "es", "en", "emos", "io", "ieron", "iendo", "iendose", "iera",
            "ieran", "iese", "iesen", "iste", "imos",
        ],
    ),
    ('*', &["e", "o", "iste", "imos", "eron", "era", "eran", "ese", "esen"]),
    ('+', &["a", "an", "as", "e", "emos", "ia", "ian", "iamos"]),
    ('/', &["o", "a", "os", "as"]),
];

/// Words that only look like verbs: an agreement is no form of to agree.
const OTHERS: &[&str] = &[
    "acuerdo",
    "coloquio",
    "comienzo",
    "consigo",
    "cuenta",
    "cuentas",
    "cuento",
    "encuentro",
    "esfuerzo",
    "fuerza",
    "fuerzas",
    "gobierno",
    "impuesto",
    "impuestos",
    "juego",
    "manifiesto",
    "prueba",
    "pruebas",
    "refuerzo",
    "refuerzos",
    "repuesto",
    "repuestos",
    "traje",
    "trajes",
];

/// Verbs in the order of the alphabet. Not those whose own stem is more often another word's (poder, costar, soler).
pub(super) const PARADIGMS: &[Paradigm] = &[
    ("-coger", "a es re", "coj-"),
    ("-contrar", "en reen", "cuentr-"),
    ("-ducir", "a con de in intro pro re repro se tra", "duj* duzc-"),
    ("-ferir", "con de di in inter pre re trans", "fier- fir-"),
    ("-forzar", "es re", "fuerz- fuerc- forc-"),
    ("-plegar", "des re", "plieg- pliegu-"),
    ("-scribir", "circun de e in pre pro re su sub sus tran", "scrit/"),
    ("-tender", "a des en ex malen sobreen", "tiend-"),
    ("-vertir", "ad con di in per re sub", "viert- virt-"),
    ("abrir", "entre re", "abiert/"),
    ("absolver", "", "absuelv- absuelt/"),
    ("acertar", "", "aciert-"),
    ("acordar", "", "acuerd-"),
    ("adquirir", "", "adquier-"),
    ("afligir", "", "aflij-"),
    ("andar", "", "anduv-"),
    ("apretar", "", "apriet-"),
    ("aprobar", "des", "aprueb-"),
    ("arrepentir", "", "arrepient- arrepint-"),
    ("ascender", "", "asciend-"),
    ("atravesar", "", "atravies-"),
    ("buscar", "re", "busqu-"),
    ("caer", "de re", "caig- cayó cayeron cayendo cayera"),
    ("calentar", "re", "calient-"),
    ("cerrar", "en", "cierr-"),
    ("colgar", "des", "cuelg-"),
    ("colocar", "", "coloqu-"),
    ("comenzar", "", "comienz- comienc- comenc-"),
    ("competir", "", "compit-"),
    ("comprobar", "", "comprueb-"),
    ("concebir", "", "concib-"),
    ("concordar", "", "concuerd-"),
    ("confesar", "", "confies-"),
    ("contar", "", "cuent-"),
    ("converger", "", "converj-"),
    ("convocar", "", "convoqu-"),
    ("corregir", "", "corrig- corrij-"),
    ("cubrir", "des en re", "cubiert/"),
    ("decir", "contra", "dic- dij* dig- dich/ dir+"),
    ("dedicar", "", "dediqu-"),
    ("defender", "", "defiend-"),
    ("descender", "", "desciend-"),
    ("despedir", "", "despid-"),
    ("despertar", "", "despiert-"),
    ("destacar", "", "destaqu-"),
    ("digerir", "", "digier- digir-"),
    ("dirigir", "", "dirij-"),
    ("disolver", "", "disuelv- disuelt/"),
    ("dormir", "", "duerm- durm-"),
    ("elegir", "re", "elig- elij- elect/"),
    ("emerger", "", "emerj-"),
    ("empezar", "", "empiez- empiec- empec-"),
    ("encender", "", "enciend-"),
    ("exigir", "", "exij-"),
    ("explicar", "", "expliqu-"),
    ("gobernar", "", "gobiern-"),
    ("hacer", "des re", "hag- hiz- hic- hech/ har+"),
    ("herir", "", "hier- hir-"),
    ("implicar", "", "impliqu-"),
    ("imprimir", "", "impres/"),
    ("indicar", "", "indiqu-"),
    ("infringir", "", "infrinj-"),
    ("ingerir", "", "ingier- ingir-"),
    ("jugar", "", "jueg- juegu-"),
    ("leer", "re", "leyo leyeron leyendo leid/ lee leen"),
    ("manifestar", "", "manifiest-"),
    ("medir", "", "mid-"),
    ("mentir", "", "mient- mint-"),
    ("morir", "", "muer- muert/ murio murieron muriendo muriera murieran"),
    ("mostrar", "de", "muestr-"),
    ("mover", "con pro re", "muev-"),
    ("negar", "de re", "nieg- niegu-"),
    ("oír", "", "oyo oyeron oyendo oye oyen oiga oigan"),
    ("pedir", "ex im", "pid-"),
    ("pensar", "re", "piens-"),
    ("perder", "", "pierd-"),
    (
        "poner",
        "ante com contra de dis ex im inter o pos pro re sobre su super trans",
        "pong- pus- puest/ pondr+",
    ),
    ("practicar", "", "practiqu-"),
    ("predecir", "", "predij* predich/ predice predicen"),
    ("prever", "", "prevén previst/"),
    ("probar", "", "prueb-"),
    ("proteger", "", "protej-"),
    ("proveer", "des", "provist/ proveyo"),
    ("provocar", "", "provoqu-"),
    ("publicar", "", "publiqu-"),
    ("querer", "", "quier- quis- querr+"),
    ("recordar", "", "recuerd-"),
    ("rendir", "", "rind-"),
    ("repetir", "", "repit-"),
    ("requerir", "", "requier- requir-"),
    ("resolver", "", "resuelv- resuelt/"),
    ("restringir", "", "restrinj-"),
    ("rogar", "", "rueg-"),
    ("romper", "", "rot/"),
    ("saber", "", "sep- sup- sabr+"),
    ("salir", "sobre", "salg- saldr+"),
    ("satisfacer", "", "satisfag- satisfiz- satisfic- satisfech/ satisfar+"),
    ("seguir", "con per pro", "sig- sigu-"),
    ("sembrar", "", "siembr-"),
    ("sentir", "con di pre re", "sient- sint-"),
    ("servir", "", "sirv-"),
    ("soltar", "", "suelt-"),
    ("soñar", "", "sueñ-"),
    ("sugerir", "", "sugier- sugir-"),
    ("sumergir", "", "sumerj-"),
    ("surgir", "re", "surj-"),
    ("tener", "a abs con de entre man ob re sos", "tien- teng- tuv- tendr+"),
    ("tocar", "", "toqu-"),
    ("traer", "abs a con dis ex re sus", "traj* traig- trayendo"),
    ("trascender", "", "trasciend-"),
    ("tropezar", "", "tropiez- tropiec-"),
    ("ubicar", "", "ubiqu-"),
    ("unificar", "", "unifiqu-"),
    ("valer", "equi pre", "valg- valdr+"),
    ("venir", "con contra de inter pre pro sobre", "vien- veng- vin- vendr+"),
    ("ver", "", "vio vieron viera vieran visto vistos vea vean"),
    ("volver", "de des en desen", "vuelv- vuelt/"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::irregular::faults;

    #[test]
    fn verbs_stand_in_order_and_have_only_forms_that_the_stemmer_parts() {
        let faults = faults(PARADIGMS, ENDINGS, &super::super::RULES);
        assert!(faults.is_empty(), "{faults:#?}");
    }
}
