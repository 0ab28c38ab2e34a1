//! Irregular verbs. Written down by hand; what to check them by is Cunha and Cintra, *Nova gramática do português
//! contemporâneo*, on verbs.

use std::sync::LazyLock;

use crate::languages::irregular::{Endings, Irregular, Paradigm};

pub(super) static IRREGULAR: LazyLock<Irregular> =
    LazyLock::new(|| Irregular::of(PARADIGMS, ENDINGS, OTHERS));

/// A hyphen stands for endings of the present and of strong preterites, a plus sign for those of future and
/// conditional, a stroke for those of participles.
const ENDINGS: &[Endings] = &[
    ('-', &["", "o", "a", "as", "am", "amos", "e", "em", "emos", "eram", "era", "esse", "essem"]),
    ('+', &["a", "ao", "ei", "emos", "ia", "iam"]),
    ('/', &["o", "a", "os", "as"]),
];

/// Words that only look like verbs: a tax is no form of to impose.
const OTHERS: &[&str] = &["disso", "imposto", "impostos", "sig"];

/// Verbs in the order of the alphabet. Not those whose stem is another word's (pôr: por; ver: verdade).
const PARADIGMS: &[Paradigm] = &[
    ("-crever", "des es ins pres subs trans", "crit/"),
    ("-guir", "conse perse prosse", "sig-"),
    (
        "-por",
        "ante com contra de dis ex im o pro re sobre su trans",
        "pôs pus- post/ ponh- põe põem punha punham",
    ),
    ("-ter", "con de entre man ob re sus", "tém têm tev- tiv- tenh- tinha tinham"),
    ("-vir", "con inter pro", "vém vêm veio vier- venh- vinha vinham"),
    ("abrir", "re", "abert/"),
    ("cobrir", "des en re", "cobert/"),
    ("dirigir", "", "dirij-"),
    ("dizer", "contra pre", "diss- dit/ dig- dir+"),
    ("eleger", "re", "eleit/ elej-"),
    ("entregar", "", "entregues"),
    ("exigir", "", "exij-"),
    ("fazer", "des re satis", "fiz- fez feit/ faç- far+"),
    ("morrer", "", "mort/"),
    ("perder", "", "perc-"),
    ("preferir", "", "prefir-"),
    ("prender", "", "pres/"),
    ("prever", "", "previst/ previ-"),
    ("proteger", "", "protej-"),
    ("querer", "", "quis- queir-"),
    ("referir", "", "refir-"),
    ("saber", "", "soub- saib-"),
    ("seguir", "", "sig-"),
    ("sentir", "con pres", "sint-"),
    ("servir", "", "sirv-"),
    ("sugerir", "", "sugir-"),
    ("surgir", "", "surj-"),
    ("suspender", "", "suspens/"),
    ("trazer", "", "troux- trag- trar+"),
];
