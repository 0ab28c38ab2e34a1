//! The words around the names of states, in lower case.

/// Beginnings of the words for bodies of a state that are at home: ministries, governments, parliaments.
pub(super) const AT_HOME: &[&str] = &[
    "minist",
    "mfa",
    "department",
    "government",
    "gouvernement",
    "gobierno",
    "parliament",
    "parlement",
    "parlamento",
    "министерств",
    "мид",
    "правительств",
    "парламент",
    // Of "Министерство Иностранных Дел", where all words have capitals.
    "дел",
    "وزارة",
    "حكومة",
    "برلمان",
];

/// Beginnings of the words for bodies that are sent to others, and therefore named with a place as well.
pub(super) const ABROAD: &[&str] = &[
    "mission",
    "misión",
    "embassy",
    "ambassade",
    "embajada",
    "delegation",
    "délégation",
    "delegación",
    "consulate",
    "consulat",
    "consulado",
    "посольств",
    "представительств",
    "делегац",
    "консульств",
    "سفارة",
    "بعثة",
    "البعثة",
    "وفد",
];

/// Words behind the name of a state in Chinese that make it the owner.
pub(super) const UNSPACED: &[&str] = &[
    "外交部",
    "国防部",
    "國防部",
    "商务部",
    "商務部",
    "政府",
    "常驻",
    "常駐",
    "驻",
    "駐",
    "代表团",
    "代表團",
    "大使馆",
    "大使館",
];

/// Words before the name of a state that make it a place, an addressee or a subject.
pub(super) const PLACES: &[&str] = &[
    "to", "in", "at", "with", "on", "for", "from", "against", "à", "au", "aux", "en", "auprès", "près",
    "pour", "avec", "sur", "dans", "a", "ante", "con", "para", "por", "sobre", "в", "во", "при", "к", "с",
    "со", "на", "для", "по", "из", "о", "об", "في", "لدى", "إلى", "الى", "مع", "على", "من",
];

/// Words that join a body and its state, and are no part of any name.
pub(super) const JOINTS: &[&str] =
    &["of", "the", "de", "du", "des", "del", "d", "la", "le", "les", "l", "el", "los"];

/// Words between the names of two states.
pub(super) const AND: &[&str] = &["and", "и", "et", "y", "و"];
