//! The forms in which a person stands beside an office, made of the words of a language.

use regex::Regex;

use super::super::pattern::pattern;
use super::tables::Words;

/// A word with a capital.
pub(super) const CAPITAL: &str = r"\p{Lu}[\p{L}\p{M}’']*[\p{L}\p{M}](?:[-‑][\p{L}\p{M}’']+)*";

/// Particles of names.
pub(super) const PARTICLE: &str =
    r"(?:de la|de|da|do|dos|du|del|della|dei|degli|di|St\.|von|van|der|den|la|le|i|bin|bint|ibn|ben|abu)";

/// The forms, those at the end with a word of honour if the language has any.
pub(super) fn forms(words: &Words) -> Vec<Regex> {
    let Words { offices, of, article, address, honour, issuers, .. } = words;
    let part =
        format!(r"(?:(?:al|el|ad|as|ash|an|ar|at|az)-{CAPITAL}|(?:{PARTICLE}\s+)*(?:[dl][’'])?{CAPITAL})");
    let initials = r"(?:\p{Lu}|Дж|ДЖ)\.(?:[-\s]?\p{Lu}\.)*\s?";
    let name = format!(
        r"(?P<name>{initials}{part}|{CAPITAL}(?:\s+\p{{Lu}}\.(?:\s?\p{{Lu}}\.)?)?(?:\s+{part}){{1,4}})"
    );
    // Languages with cases put state and person side by side: there a name has two words, or a patronymic.
    let patronymic = r"\p{Lu}\p{Ll}+(?:вич|вича|вичу|вичем|ич|ича|вна|вны|вне|вной)";
    let short = format!(
        r"(?P<name>{initials}{CAPITAL}|{CAPITAL}\s+{patronymic}\s+{CAPITAL}|{CAPITAL}\s+\p{{Lu}}\.(?:\s?\p{{Lu}}\.)?\B|\p{{Lu}}\p{{Ll}}+(?:ов|ев|ёв|ин|ын|ск|цк|ко|ук|юк|ян)\p{{Ll}}{{0,3}}\s+{CAPITAL}\s+{patronymic}|{CAPITAL}\s+{CAPITAL}(?:\s+(?:уулу|кызы|оглы|оглу|улы))?)"
    );
    let acronym = r"\p{Lu}{2,}";
    let run = format!(
        r"{CAPITAL}(?:\s+(?:(?:of|and|the|for|on|de|la|et|y|и|du|des|del|islamique|démocratique|populaire|fédérale|arabe|socialiste|islámica|plurinacional|popular)\s+)*(?:[dl][’'])?{CAPITAL})*"
    );
    let before = if words.reversed {
        format!(r"(?:(?P<before>U\.\s?[SKN]\.|{CAPITAL}(?:\s+{CAPITAL}){{0,5}}?)(?:[’']s)?\s+)??")
    } else {
        String::new()
    };
    let office = format!(r"(?P<office>{offices}\b(?:\s+a\.\s?i\.)?)");
    let addressed = format!(r"(?:(?:{address})\s+)*");
    let joined = if of.is_empty() { r"\s+".to_owned() } else { format!(r"\s+{of}") };
    let article = if article.is_empty() { String::new() } else { format!("(?:{article})?") };
    let name_behind = if of.is_empty() { &short } else { &name };
    // "(MP)", "OBE"
    let post = r"(?:\s+\(\p{L}{2,4}\)|,\s+\p{Lu}{2,4})?";
    // "to the United Nations", which is said of missions and not part of the state.
    let sent = r"(?:\s+(?:to|ante|auprès|junto)\s+(?:(?:the|de|des|du|las?|los|el|às?|l[’'])\s*)*\p{Lu}[\p{L}]+(?:\s+(?:(?:in|of|en|de|for)\s+)?\p{Lu}\p{L}+){0,4})?";
    // «при ОБСЕ», «в Республике Кипр»
    let at = match of.is_empty() {
        true => format!(r"(?:\s+(?:при|в|во|у|ў)\s+(?:{CAPITAL}|{acronym}))?"),
        false => String::new(),
    };
    // "Prime Minister Asakawa of Japan"
    let also_of = match of.is_empty() {
        true => String::new(),
        false => format!(r"(?:\s+of\s+(?:the\s+)?(?P<issuer>{issuers}))?"),
    };
    let mut forms = vec![
        // Secretary General of the HPO Mira Tolvane; Генеральный секретарь ОХД Мира Толване
        format!(
            r"\b{before}{office}{joined}(?P<issuer>(?:{issuers}|{acronym}){at}),?\s+{addressed}{name_behind}"
        ),
        // Minister of Foreign Affairs of Belmarre, Hélène Castanier
        format!(r"\b{before}{office}{joined}(?P<issuer>{run}){sent},\s+{addressed}{name_behind}"),
        // the HPO Secretary General Mira Tolvane; Foreign Minister, Mr. Gleb Sartakov
        format!(r"\b{before}{office},?\s+{addressed}{name_behind}{also_of}"),
        // Mira Tolvane, Secretary General of the HPO
        format!(
            r"\b{addressed}{name}{post}(?:,\s+|\s+\(){article}{before}{office}(?:{joined}(?P<issuer>{run}))?"
        ),
    ];
    if of.is_empty() {
        // Министр иностранных дел Карвонии Глеб Сартаков
        forms.push(format!(r"\b{before}{office}\s+(?P<issuer>{CAPITAL}{at})\s+{addressed}{short}"));
    }
    // Minister Castanier
    forms.push(format!(
        r"\b{before}{office}\s+{addressed}(?P<name>(?:al-|(?:von|van)(?:\s+der|\s+den|\s+de)?\s+)?{CAPITAL}){also_of}"
    ));
    if !honour.is_empty() {
        let lazy = format!(r"(?P<name>{CAPITAL}(?:\s+\p{{Lu}}\.(?:\s?\p{{Lu}}\.)?)?(?:\s+{part}){{1,4}}?)");
        forms.extend([
            // His Excellency Gleb Sartakov Minister of Foreign Affairs of the Republic of Karvonia
            format!(r"\b(?:{honour})\s+{addressed}{lazy}{post},?\s+{article}{office}(?:{joined}(?P<issuer>{run}))?"),
            // President of the Republic of Karvonia H.E. Gleb Sartakov
            format!(r"\b{office}{joined}(?P<issuer>{run})\s+(?:{honour})\s+{addressed}{name}"),
        ]);
    }
    forms.iter().map(|form| pattern(form)).collect()
}
