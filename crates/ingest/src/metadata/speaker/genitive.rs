//! Names out of the genitive in which Slavic titles have them: «Выступление Министра … С.В.Лаврова» is of С.В.Лавров.
//!
//! That a name is in the genitive, the office before it tells; the name alone doesn't («Александра» may be either). How
//! names decline is in any grammar; where two nominatives have one genitive, the tables have the one that is commoner
//! among names, and what a text itself says goes before them ([`super::nominative`]). What no row fits doesn't decline:
//! Толване, or the family name of a woman that ends in a consonant.

/// How the names of a language decline, as rows of a genitive and its nominative. The first row whose genitive a word
/// ends with counts.
#[derive(Debug)]
pub(super) struct Genitive {
    /// Letters of the alphabet that the language doesn't have and those near to it do.
    lacking: &'static str,
    /// Given names whose nominative no rule gives.
    known: &'static str,
    /// Endings of given names in the genitive and in the nominative; `C` is any consonant.
    given: &'static str,
    /// The same of patronymics and family names.
    family: &'static str,
}

pub(super) static RUSSIAN: Genitive = Genitive {
    lacking: "іїєґў",
    known: "Павла:Павел Петра:Пётр Льва:Лев Любови:Любовь",
    given: "ии:ия ьи:ья аи:ая ои:оя йи:йя ги:га ки:ка хи:ха жи:жа чи:ча ши:ша щи:ща ы:а ия:ий ея:ей ая:ай оя:ой \
        уя:уй Cя:ь Cа:",
    family: "зода:зода заде:заде швили:швили лы:лы Толстого:Толстой Донского:Донской Трубецкого:Трубецкой евого:евой \
        ового:овой кого:кий гого:гий хого:хий ого:ый его:ий ской:ская цкой:цкая овой:ова евой:ева ёвой:ёва \
        иной:ина ыной:ына ги:га ки:ка хи:ха ы:а вца:вец мца:мец ья:ей ея:ей ая:ай оя:ой уя:уй Cя:ь Cа:",
};

pub(super) static UKRAINIAN: Genitive = Genitive {
    lacking: "ыэёъў",
    known: "Павла:Павло Петра:Петро Дмитра:Дмитро Михайла:Михайло Данила:Данило Кирила:Кирило Марка:Марко \
        Ігоря:Ігор Лева:Лев Любові:Любов",
    given: "ії:ія ої:оя аї:ая и:а ія:ій ея:ей ая:ай Cя:ь Cа:",
    family: "ського:ський цького:цький ього:ій ого:ий ської:ська цької:цька ої:а енка:енко вця:вець ці:ця \
        швілі:швілі и:а ея:ей ая:ай Cя:ь Cа:",
};

pub(super) static BELARUSIAN: Genitive = Genitive {
    lacking: "иїєґщъ",
    known: "Паўла:Павел Пятра:Пётр Льва:Леў",
    given: "іі:ія ыі:ыя эя:эй гі:га кі:ка хі:ха ллі:лля ы:а ыя:ый ія:ій ея:ей ая:ай Cя:ь Cа:",
    family: "скага:скі цкага:цкі ага:ы яга:і скай:ская цкай:цкая овай:ова авай:ава евай:ева інай:іна ынай:ына \
        ова:оў ава:аў ева:еў ёва:ёў нкі:нка ы:а ея:ей ая:ай Cя:ь Cа:",
};

/// The shortest word, in letters, that is taken for declined.
const SHORTEST: usize = 3;

/// So many initials are of a given name and a patronymic, and the family name is a Slavic one.
const INITIALS: usize = 2;

impl Genitive {
    /// Whether a text has letters that the language doesn't have.
    pub(super) fn is_foreign(&self, text: &str) -> bool {
        text.chars().any(|c| self.lacking.contains(c))
    }

    /// A name in the nominative, as far as it declines.
    pub(super) fn nominative(&self, name: &str) -> String {
        // "С.В.Лаврова" is one word, "С. В. Лаврова" are three.
        let initials = name.matches('.').count();
        let mut given = initials == 0 && name.contains(' ');
        let is_feminine = name.ends_with("ой");
        let mut own = |word: &str| {
            let (before, word) = word.rfind('.').map_or(("", word), |dot| word.split_at(dot + 1));
            let endings = if std::mem::take(&mut given) { self.given } else { self.family };
            let parts: Vec<String> = word
                .split('-')
                .map(|part| self.word(part, endings, initials >= INITIALS || is_feminine))
                .collect();
            format!("{before}{}", parts.join("-"))
        };
        name.split(' ').map(&mut own).collect::<Vec<_>>().join(" ")
    }

    fn word(&self, word: &str, endings: &str, is_soft: bool) -> String {
        let is_name = word.chars().count() >= SHORTEST && word.starts_with(char::is_uppercase);
        if !is_name {
            return word.to_owned();
        }
        if let Some((_, nominative)) = rows(self.known).find(|(genitive, _)| *genitive == word) {
            return nominative.to_owned();
        }
        let nominative = |(genitive, nominative): (&str, &str)| {
            let stem = match genitive.strip_prefix('C') {
                Some(ending) => word.strip_suffix(ending).filter(|stem| stem.ends_with(is_consonant)),
                None => word.strip_suffix(genitive),
            };
            stem.map(|stem| format!("{stem}{nominative}"))
        };
        let soft = || {
            let stem = word.strip_suffix('и').filter(|stem| is_soft && stem.ends_with(is_consonant));
            stem.map(|stem| format!("{stem}я"))
        };
        rows(endings).find_map(nominative).or_else(soft).unwrap_or_else(|| word.to_owned())
    }
}

fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.split(' ').filter_map(|row| row.split_once(':'))
}

fn is_consonant(c: char) -> bool {
    c.is_lowercase() && !"аеёєиіїоуўыэюяьй’'".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_leave_the_genitive() {
        for (language, names) in [
            (
                &RUSSIAN,
                "С.В.Лаврова С.В.Лавров|Жамили Осмоновой Жамиля Осмонова|С. В. Лаврова С. В. Лавров|М.В.Захаровой М.В.Захарова|В.А.Небензи В.А.Небензя|\
                 Станислава Зася Станислав Зась|Имангали Тасмагамбетова Имангали Тасмагамбетов|Марии Захаровой Мария Захарова|\
                 Миры Толване Мира Толване|Александра Лукашенко Александр Лукашенко|Анны Вербицкой Анна Вербицкая|\
                 Сергея Грушевого Сергей Грушевой|Владимира Крупского Владимир Крупский|Мишель Бачелет Мишель Бачелет|\
                 Касым-Жомарта Токаева Касым-Жомарт Токаев|Эмомали Рахимзода Эмомали Рахимзода|Павла Орши Павел Орши|\
                 Антониу Гутерриша Антониу Гутерриш|Али Хаменеи Али Хаменеи|Ван И Ван И|Урсулы фон дер Ляйен Урсула фон дер Ляйен|\
                 Ильи Соловья Илья Соловей|Токаева Токаев|Игоря Ивановича Кравца Игорь Иванович Кравец|Каи Каллас Кая Каллас|\
                 Дмитрия Гайдая Дмитрий Гайдай|Реджепа Тайипа Эрдогана Реджеп Тайип Эрдоган|Елены Марчук-Дорсен Елена Марчук-Дорсен",
            ),
            (
                &UKRAINIAN,
                "Андрія Сибіги Андрій Сибіга|Дмитра Кулеби Дмитро Кулеба|Сергія Коваленка Сергій Коваленко|\
                 Володимира Зеленського Володимир Зеленський|Ольги Стефанішиної Ольга Стефанішина|Дениса Шмигаля Денис Шмигаль",
            ),
            (
                &BELARUSIAN,
                "Максіма Рыжанкова Максім Рыжанкоў|Алеся Вярбіцкага Алесь Вярбіцкі|Сяргея Алейніка Сяргей Алейнік|\
                 Аляксандра Лукашэнкі Аляксандр Лукашэнка|Марыі Захаравай Марыя Захарава",
            ),
        ] {
            for pair in names.split('|') {
                let words: Vec<&str> = pair.split(' ').collect();
                let (genitive, nominative) = words.split_at(words.len() / 2);
                let genitive = genitive.join(" ");
                assert_eq!(language.nominative(&genitive), nominative.join(" "), "{genitive}");
            }
        }
    }
}
