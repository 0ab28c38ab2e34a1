//! Telling one analysis from another.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::{Analyzer, field_languages};

/// Raised by hand whenever tokens change in a way that [`PROBE`] doesn't show.
const REVISION: u32 = 3;

/// A sentence for every script and particularity that analysis knows.
const PROBE: &str = "The Council's co-operation: naïve U.N. agencies' 1,000 resolutions. L'accord conclu des réfugiés. Las naciones y \
    la acción dijeron. Безопасность требует людей ещё й Україна ў. الأمن والسَّلام ٱلـدولي. 安全合作。 平和のために. Ειρήνης. \
    Verhandlungen über Maßnahmen beschlossen. ความมั่นคง. Հայաստանի և անվտանգություն. საქართველოში. Nações \
    propuseram. EU:n sopimuksen. Dell'Unione produsse. Col·laboració. İstanbul'un barışı ılık. Dövlətlərin \
    müqaviləsi. Договір об’єднання. Бяспекі магчымасцяў. Мемлекеттердің қауіпсіздігі. Мамлекеттердин коопсуздугу. \
    Oʻzbekistonning хавфсизлиги. Амнияти давлатҳои миллӣ. كشورهای امنیت می‌رود ۱۹۴۵. والسلام بالسلام وزير قرارات. \
    Безбедност država mogućnosti. Programmes begun. Państwa traktatów. Smlouvy bezpečnosti. Națiuni acorduri. \
    Förhandlingar aftaler nasjoner naties nemzetek.";

/// A name for the analysis that this program does: two programs with the same fingerprint make the same tokens
/// of the same text (up to what a probe of all languages shows). An index is only valid under the fingerprint
/// it was built with.
pub fn fingerprint() -> String {
    // DefaultHasher is stable for one release of the standard library; a new one at worst rebuilds an index.
    let mut hasher = DefaultHasher::new();
    for language in field_languages() {
        language.hash(&mut hasher);
        // Long texts would start the cache of each language.
        for sentence in PROBE.split_inclusive(". ") {
            Analyzer::of(language).visit(sentence, |found| {
                (found.range, found.position, found.span, found.exact, found.stem).hash(&mut hasher);
            });
        }
    }
    format!("{REVISION}-{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_fingerprint_is_the_same_every_time() {
        assert_eq!(super::fingerprint(), super::fingerprint());
    }
}
