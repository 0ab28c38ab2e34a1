//! Communiqués that a press service writes after one pattern: each is another event.

use verbale_statement::{Language, Paragraph, Statement};

/// Patterns with places for a day, a name and a state.
const PATTERNS: [(&str, &str); 6] = [
    (
        "en",
        "On {day} the Minister for Foreign Affairs received the ambassador of {state}, {name}, who presented copies of his \
         letters of credence. The parties discussed the state and the prospects of bilateral relations and the schedule of \
         forthcoming contacts, and exchanged views on topical issues of the international agenda.",
    ),
    (
        "en",
        "The Secretary General spoke by telephone with the Foreign Minister of {state}, {name}, on {day}. They considered \
         preparations for the meeting of the Council, underlined the importance of dialogue, and agreed to stay in contact. \
         The conversation was held in a constructive atmosphere and confirmed the readiness of both sides to go on with their \
         cooperation in all fields of mutual interest, including trade, transport and the protection of the environment. \
         The Secretary General thanked his interlocutor for the support of the work of the Secretariat and wished him success.",
    ),
    (
        "en",
        "The Ministry extends its condolences to the people of {state} on the death of {name} on {day}, and conveys its \
         sympathy to the family and friends of the deceased and to the Government.",
    ),
    (
        "ru",
        "{day} министр иностранных дел принял посла государства {state} {name} по случаю вручения копий верительных грамот. \
         Стороны обсудили состояние и перспективы двусторонних отношений, график предстоящих контактов и обменялись мнениями \
         по актуальным вопросам международной повестки дня.",
    ),
    (
        "fr",
        "Le ministre des affaires étrangères a reçu le {day} l’ambassadeur de {state}, {name}. L’entretien a porté sur les \
         relations bilatérales et sur les prochaines échéances internationales. Les deux parties sont convenues de poursuivre \
         leur dialogue et de renforcer leur coopération dans tous les domaines d’intérêt commun.",
    ),
    (
        "zh",
        "{day}，外交部长会见了{state}驻华大使{name}。双方就两国关系以及共同关心的国际和地区问题交换了意见，并同意继续加强各领域的合作，\
         推动双边关系健康稳定发展，为维护地区和平与稳定作出贡献。部长祝大使在任期内工作顺利。",
    ),
];

const STATES: [&str; 8] =
    ["Arvand", "Lerida", "Ostmark", "Qasira", "Belmarre", "Karvonia", "Nawaris", "Valdoria"];
const NAMES: [&str; 8] = [
    "Tomas Reyl",
    "Ana Brisco",
    "Igor Velt",
    "Samir Haddou",
    "Claire Fontanel",
    "Lev Ostrin",
    "Nadia Karam",
    "Jon Alder",
];
const CHINESE_STATES: [&str; 8] =
    ["阿尔万德", "莱里达", "东马克", "卡西拉", "贝尔马", "卡尔沃尼亚", "纳瓦里斯", "瓦尔多利亚"];
const CHINESE_NAMES: [&str; 8] =
    ["雷尔", "布里斯科", "维尔特", "哈杜", "丰塔内尔", "奥斯特林", "卡拉姆", "阿尔德"];

/// One statement for each pattern and state.
pub fn all() -> Vec<Statement> {
    let mut all = Vec::new();
    for (number, (language, pattern)) in PATTERNS.iter().enumerate() {
        for at in 0..STATES.len() {
            let (states, names) =
                if *language == "zh" { (CHINESE_STATES, CHINESE_NAMES) } else { (STATES, NAMES) };
            // Two on each day, and two days on which nobody but the state differs.
            let day = 3 + at / 2;
            let day = match *language {
                "ru" => format!("{day} марта"),
                "fr" => format!("{day} mars"),
                "zh" => format!("3月{day}日"),
                _ => format!("{day} March"),
            };
            let text =
                pattern.replace("{day}", &day).replace("{state}", states[at]).replace("{name}", names[at]);
            all.push(statement(&format!("pattern-{number}-{at}"), language, text));
        }
        // A day alone.
        let text = pattern.replace("{day}", "28").replace("{state}", STATES[0]).replace("{name}", NAMES[0]);
        all.push(statement(&format!("pattern-{number}-day"), language, text));
    }
    all
}

fn statement(id: &str, language: &str, text: String) -> Statement {
    let language: Language = language.parse().unwrap();
    Statement::new(id.parse().unwrap(), language, vec![Paragraph::new(text, language)])
}
