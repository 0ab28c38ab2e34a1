//! The names of the months, language by language.
//!
//! Every form that stands in a date: nominative and genitive where they differ, usual short forms without their
//! full stop, and for Arabic the names of the Nile, the Levant and the Maghreb. A form that two languages share
//! means the same month in both; a test holds that.

/// The forms of the twelve months of one language, or of one way of naming them.
type Year = [&'static [&'static str]; 12];

const ENGLISH: Year = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const RUSSIAN: Year = [
    &["января", "январь"],
    &["февраля", "февраль"],
    &["марта", "март"],
    &["апреля", "апрель"],
    &["мая", "май"],
    &["июня", "июнь"],
    &["июля", "июль"],
    &["августа", "август"],
    &["сентября", "сентябрь"],
    &["октября", "октябрь"],
    &["ноября", "ноябрь"],
    &["декабря", "декабрь"],
];

const FRENCH: Year = [
    &["janvier", "janv"],
    &["février", "fevrier", "févr"],
    &["mars"],
    &["avril"],
    &["mai"],
    &["juin"],
    &["juillet", "juil"],
    &["août", "aout"],
    &["septembre"],
    &["octobre"],
    &["novembre"],
    &["décembre", "decembre"],
];

const SPANISH: Year = [
    &["enero"],
    &["febrero"],
    &["marzo"],
    &["abril"],
    &["mayo"],
    &["junio"],
    &["julio"],
    &["agosto"],
    &["septiembre", "setiembre"],
    &["octubre"],
    &["noviembre"],
    &["diciembre"],
];

const ARABIC_NILE: Year = [
    &["يناير"],
    &["فبراير"],
    &["مارس"],
    &["أبريل", "إبريل", "ابريل"],
    &["مايو"],
    &["يونيو", "يونيه"],
    &["يوليو", "يوليه"],
    &["أغسطس", "اغسطس"],
    &["سبتمبر"],
    &["أكتوبر", "اكتوبر"],
    &["نوفمبر"],
    &["ديسمبر"],
];

const ARABIC_LEVANT: Year = [
    &["كانون الثاني"],
    &["شباط"],
    &["آذار", "اذار"],
    &["نيسان"],
    &["أيار", "ايار"],
    &["حزيران"],
    &["تموز"],
    &["آب"],
    &["أيلول", "ايلول"],
    &["تشرين الأول"],
    &["تشرين الثاني"],
    &["كانون الأول"],
];

const ARABIC_MAGHREB: Year = [
    &["جانفي"],
    &["فيفري"],
    &[],
    &["أفريل"],
    &["ماي"],
    &["جوان"],
    &["جويلية"],
    &["أوت", "غشت"],
    &["شتنبر"],
    &[],
    &["نونبر"],
    &["دجنبر"],
];

const PORTUGUESE: Year = [
    &["janeiro"],
    &["fevereiro"],
    &["março"],
    &["abril"],
    &["maio"],
    &["junho"],
    &["julho"],
    &["agosto"],
    &["setembro"],
    &["outubro"],
    &["novembro"],
    &["dezembro"],
];

const GERMAN: Year = [
    &["januar", "jänner"],
    &["februar"],
    &["märz"],
    &["april"],
    &["mai"],
    &["juni"],
    &["juli"],
    &["august"],
    &["september"],
    &["oktober"],
    &["november"],
    &["dezember"],
];

const ITALIAN: Year = [
    &["gennaio"],
    &["febbraio"],
    &["marzo"],
    &["aprile"],
    &["maggio"],
    &["giugno"],
    &["luglio"],
    &["agosto"],
    &["settembre"],
    &["ottobre"],
    &["novembre"],
    &["dicembre"],
];

const UKRAINIAN: Year = [
    &["січня"],
    &["лютого"],
    &["березня"],
    &["квітня"],
    &["травня"],
    &["червня"],
    &["липня"],
    &["серпня"],
    &["вересня"],
    &["жовтня"],
    &["листопада"],
    &["грудня"],
];

const BELARUSIAN: Year = [
    &["студзеня"],
    &["лютага"],
    &["сакавіка"],
    &["красавіка"],
    &["мая"],
    &["чэрвеня"],
    &["ліпеня"],
    &["жніўня"],
    &["верасня"],
    &["кастрычніка"],
    &["лістапада"],
    &["снежня"],
];

const YEARS: [&Year; 12] = [
    &ENGLISH,
    &RUSSIAN,
    &FRENCH,
    &SPANISH,
    &ARABIC_NILE,
    &ARABIC_LEVANT,
    &ARABIC_MAGHREB,
    &PORTUGUESE,
    &GERMAN,
    &ITALIAN,
    &UKRAINIAN,
    &BELARUSIAN,
];

/// Every form with the number of its month, 1 to 12.
pub(super) fn forms() -> impl Iterator<Item = (&'static str, i8)> {
    YEARS.into_iter().flat_map(|year| {
        year.iter().zip(1..).flat_map(|(forms, month)| forms.iter().map(move |form| (*form, month)))
    })
}

/// The month, 1 to 12, that a form in any case names.
pub(super) fn number(form: &str) -> Option<i8> {
    let form = form.to_lowercase();
    forms().find(|(known, _)| *known == form).map(|(_, month)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_means_one_month_only() {
        for (form, month) in forms() {
            assert!(forms().all(|(other, its)| other != form || its == month), "{form}");
            assert_eq!(form, form.to_lowercase(), "forms are written in lower case");
            assert_eq!(number(&form.to_uppercase()), Some(month));
        }
    }
}
