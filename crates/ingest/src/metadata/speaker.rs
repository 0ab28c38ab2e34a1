//! Who speaks, where a title, a byline or the first sentence says it with name and office.
//!
//! A person whom a statement is about or addressed to isn't its speaker. So a name counts only behind a word for a kind
//! of statement ("Remarks by Minister …"), or as the subject of a verb of speaking at the very beginning.

mod grammar;
mod tables;
mod unspaced;

use std::sync::LazyLock;

use regex::Regex;
use verbale_statement::{ParagraphRole, Speaker};

use self::grammar::Found;
use super::pattern::pattern;
use super::{kind, opening};
use crate::draft::Draft;

/// The longest beginning of a paragraph, in bytes, in which its speaker is looked for.
const LEAD: usize = 400;

/// What may stand between "Remarks" and the person: "by", "of the", "de la", "with His Excellency".
static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[\s:,–—-]*(?:\p{Ll}+[’']?[\s]*){0,4}(?:(?:H\.\s?E\.|M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)\s+)*$")
});

static BEGINNING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[\s«“(–—-]*(?:(?:[Tt]he|[Ll]e|[Ll]a|[Ee]l|L[’']|H\.\s?E\.|His Excellency|Her Excellency|M\.|Mme)\s*)*$",
    )
});

static SPEAKS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"^,?\s*{}", tables::SPEAKS)));

static ANNOUNCES: LazyLock<Regex> = LazyLock::new(|| pattern(tables::ANNOUNCES));

static NEXT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:,|and|и|et|y|&)\s+(?:the\s+|la\s+|le\s+|el\s+)?$"));

/// Finds the speakers of a draft that has none.
pub(super) fn find(draft: &Draft) -> Vec<Speaker> {
    let title = draft.title.as_deref().unwrap_or_default();
    let mut speakers = in_line(title);
    if !speakers.is_empty() {
        complete_name(&mut speakers, draft);
        return speakers;
    }
    let speakers = opening::lines(draft).map(in_line).find(|speakers| !speakers.is_empty());
    if let Some(speakers) = speakers {
        return speakers;
    }
    let first = draft.paragraphs.iter().find(|paragraph| paragraph.role == ParagraphRole::Body);
    first.map(|paragraph| in_line(beginning(&paragraph.text))).unwrap_or_default()
}

/// Where a title has only a family name, takes the full one if the beginning of the text has it.
fn complete_name(speakers: &mut [Speaker], draft: &Draft) {
    let [only] = speakers else { return };
    if only.name.contains(' ') {
        return;
    }
    let full = draft
        .paragraphs
        .iter()
        .take(3)
        .filter_map(|paragraph| grammar::find(beginning(&paragraph.text)))
        .find(|found| found.speaker.name.split(' ').next_back() == Some(&only.name));
    if let Some(found) = full {
        *only = found.speaker;
    }
}

/// The speakers whom a line names as such.
fn in_line(line: &str) -> Vec<Speaker> {
    if let Some(speaker) = unspaced::find(line) {
        return vec![speaker];
    }
    let mut speakers = Vec::new();
    let mut from = 0;
    while let Some(Found { speaker, span }) = grammar::find(&line[from..]) {
        let (before, after) = (&line[from..from + span.start], &line[from + span.end..]);
        let speaks = if speakers.is_empty() {
            is_announced(before)
                || BEGINNING.is_match(before)
                    && (SPEAKS.is_match(after) || after.trim_start().starts_with(':'))
        } else {
            NEXT.is_match(before)
        };
        if !speaks {
            break;
        }
        speakers.push(speaker);
        from += span.end;
    }
    speakers
}

/// Whether the words before a person announce that the person speaks.
fn is_announced(before: &str) -> bool {
    let kind_end = kind::last_word_end(before);
    let other_end = ANNOUNCES.find_iter(before).last().map(|word| word.end());
    kind_end.max(other_end).is_some_and(|end| JOINT.is_match(&before[end..]))
}

/// The beginning of a paragraph, cut between characters.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(line: &str) -> String {
        let speakers: Vec<_> = in_line(line)
            .into_iter()
            .map(|it| {
                format!(
                    "{} / {} / {}",
                    it.name,
                    it.role.unwrap_or_default(),
                    it.affiliation.unwrap_or("-".to_owned())
                )
            })
            .collect();
        speakers.join(" + ")
    }

    #[test]
    fn titles_and_leads_name_their_speakers() {
        let lines = [
            "The HPO Secretary General Mira Tolvane spoke at the Ninth Meeting of the Secretaries",
            "HPO Secretary General Anatol Verenskoy took part in the session",
            "Mira Tolvane, the Halvern Pact Organization Secretary General, told our correspondent",
            "Remarks by Minister Hélène Castanier on the adoption of the Act",
            "Remarks by Minister Castanier",
            "Statement by H.E. Mr. Gleb Sartakov, Minister for Foreign Affairs of Karvonia, at the summit",
            "Statement by Minister of Foreign Affairs of the Republic of Karvonia, G.Sartakov, at the summit",
            "Statement by Minister of Foreign Affairs of the Republic of Karvonia Gleb Sartakov at the summit",
            "Comment by the spokesperson for the HPO Secretary General Pavel Orsha on false reports",
            "Briefing by the Official Representative of the Ministry of Foreign Affairs Nina Oleshko, Dresk",
            "Joint statement by Foreign Minister Gleb Sartakov and Minister Hélène Castanier",
            "Выступление Генерального секретаря ОХД Миры Толване на Девятой встрече",
            "Интервью Министра иностранных дел Республики Карвония Елены Марчук-Дорсен журналу",
            "Брифинг официального представителя МИД Карвонии Нины Олешко, Дреск",
            "Вступительное слово Министра иностранных дел Карвонии Г.Сартакова",
            "Генеральный секретарь ОХД Мира Толване выступила на встрече",
            "Discours du ministre des Affaires étrangères, M. Aurélien de Brossac, à l’ouverture",
            "Entretien de la ministre Hélène Castanier",
            "Sommet : intervention de Mme Hélène Castanier, ministre des Affaires étrangères",
            "Discurso del canciller Rodrigo Iturbe Salcedo en la adopción",
            "Palabras de la ministra de Relaciones Exteriores, María Jesús Quiñones, ante la cumbre",
            "كلمة وزير الخارجية سليم الهراوي أمام مؤتمر المياه",
            "مقابلة وزيرة الخارجية ليلى بنت يوسف مع صحيفة المنارة",
            "外交部发言人唐卫国就渔船被扣等问题答记者问",
            "沈瑞岚外长在哈尔文峰会上的讲话",
            "云洲共和国外交部长沈瑞岚在峰会上的讲话",
        ];
        let shown: Vec<_> = lines.iter().map(|line| show(line)).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        Mira Tolvane / Secretary General / HPO
        Anatol Verenskoy / Secretary General / HPO
        Mira Tolvane / Secretary General / Halvern Pact Organization
        Hélène Castanier / Minister / -
        Castanier / Minister / -
        Gleb Sartakov / Minister for Foreign Affairs / Karvonia
        G.Sartakov / Minister of Foreign Affairs / Republic of Karvonia
        Gleb Sartakov / Minister of Foreign Affairs / Republic of Karvonia
        Pavel Orsha / spokesperson for the HPO Secretary General / -
        Nina Oleshko / Official Representative / Ministry of Foreign Affairs
        Gleb Sartakov / Foreign Minister / - + Hélène Castanier / Minister / -
        Миры Толване / Генеральный секретарь / ОХД
        Елены Марчук-Дорсен / Министр иностранных дел / Республики Карвония
        Нины Олешко / Официальный представитель / МИД Карвонии
        Г.Сартакова / Министр иностранных дел / Карвонии
        Мира Толване / Генеральный секретарь / ОХД
        Aurélien de Brossac / ministre des Affaires étrangères / -
        Hélène Castanier / ministre / -
        Hélène Castanier / ministre des Affaires étrangères / -
        Rodrigo Iturbe Salcedo / canciller / -
        María Jesús Quiñones / ministra de Relaciones Exteriores / -
        سليم الهراوي / وزير الخارجية / -
        ليلى بنت يوسف / وزيرة الخارجية / -
        唐卫国 / 发言人 / 外交部
        沈瑞岚 / 外长 / -
        沈瑞岚 / 外交部长 / 云洲共和国
        ");
    }

    #[test]
    fn whom_a_text_is_about_or_addressed_to_does_not_speak() {
        for line in [
            "Minister Layla bint Yusuf receives heads of election observation missions",
            "On the meeting with Foreign Minister Gleb Sartakov",
            "О встрече Министра иностранных дел Глеба Сартакова с послом",
            "Statement by the Ministry of Foreign Affairs of the Republic of Karvonia",
            "Statement by the Permanent Representative of the United Arab Emirates",
            "Your Excellency Minister al-Harrawi,",
            "Dear Mr. Secretary General Ban Ki-moon,",
            "Заявление Министра иностранных дел Соединённых Штатов Америки",
            "The Council of the Pact discussed water",
            "关于灰海峡航行安全与渔业保护的联合声明",
            "琥珀走廊参与国部长级会议公报",
        ] {
            assert_eq!(show(line), "", "{line}");
        }
    }
}
