//! The names of the months, language by language.
//!
//! Every form that stands in a date: nominative and genitive where they differ, usual short forms without their full
//! stop, and for Arabic the names of the Nile, the Levant and the Maghreb. A form that two languages share means the
//! same month in both; a test holds that. Names of the months of other calendars are here, too, so that a date of such
//! a calendar is known for what it is.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The months of the Gregorian calendar, each line one language or one way of naming them: twelve months with commas
/// between them, the forms of each with strokes between them.
const YEARS: [&str; 30] = [
    // English
    "january/jan, february/feb, march/mar, april/apr, may, june/jun, july/jul, august/aug, september/sept/sep, october/oct, november/nov, december/dec",
    // Russian
    "января/январь/янв, февраля/февраль/февр/фев, марта/март/мар, апреля/апрель/апр, мая/май, июня/июнь/июн, июля/июль/июл, августа/август/авг, сентября/сентябрь/сент/сен, октября/октябрь/окт, ноября/ноябрь/нояб/ноя, декабря/декабрь/дек",
    // French
    "janvier/janv, février/fevrier/févr, mars, avril/avr, mai, juin, juillet/juil, août/aout, septembre, octobre, novembre, décembre/decembre/déc",
    // Spanish
    "enero/ene, febrero, marzo, abril/abr, mayo, junio, julio, agosto/ago, septiembre/setiembre, octubre, noviembre, diciembre/dic",
    // Arabic, Nile
    "يناير, فبراير, مارس, أبريل/إبريل/ابريل, مايو, يونيو/يونيه, يوليو/يوليه, أغسطس/اغسطس, سبتمبر, أكتوبر/اكتوبر, نوفمبر, ديسمبر",
    // Arabic, Levant
    "كانون الثاني, شباط, آذار/اذار, نيسان, أيار/ايار, حزيران, تموز, آب, أيلول/ايلول, تشرين الأول/تشرين الاول, تشرين الثاني, كانون الأول/كانون الاول",
    // Arabic, Maghreb
    "جانفي, فيفري, , أفريل/افريل, ماي, جوان, جويلية/يوليوز, أوت/غشت, شتنبر, , نونبر, دجنبر",
    // Portuguese
    "janeiro, fevereiro/fev, março/marco, abril, maio, junho, julho, agosto, setembro/set, outubro/out, novembro, dezembro/dez",
    // German
    "januar/jänner/jän, februar/feber, märz, april, mai, juni, juli, august, september, oktober/okt, november, dezember",
    // Italian
    "gennaio/gen, febbraio, marzo, aprile, maggio/mag, giugno/giu, luglio/lug, agosto, settembre, ottobre/ott, novembre, dicembre",
    // Ukrainian
    "січня/січень/січ, лютого/лютий/лют, березня/березень/бер, квітня/квітень/квіт, травня/травень/трав, червня/червень/черв, липня/липень/лип, серпня/серпень/серп, вересня/вересень/вер, жовтня/жовтень/жовт, листопада/листопад/лист, грудня/грудень/груд",
    // Belarusian
    "студзеня/студзень/сту, лютага/люты, сакавіка/сакавік/сак, красавіка/красавік/кра, мая/май, чэрвеня/чэрвень/чэр, ліпеня/ліпень/ліп, жніўня/жнівень/жні, верасня/верасень, кастрычніка/кастрычнік/кас, лістапада/лістапад/ліс, снежня/снежань/сне",
    // Armenian
    "հունվարի/հունվար/հնվ, փետրվարի/փետրվար/փտվ, մարտի/մարտ/մրտ, ապրիլի/ապրիլ/ապր, մայիսի/մայիս/մյս, հունիսի/հունիս/հնս, հուլիսի/հուլիս/հլս, օգոստոսի/օգոստոս/օգս, սեպտեմբերի/սեպտեմբեր/սեպ, հոկտեմբերի/հոկտեմբեր/հոկ, նոյեմբերի/նոյեմբեր/նոյ, դեկտեմբերի/դեկտեմբեր/դեկ",
    // Kazakh
    "қаңтар/қаң, ақпан/ақп, наурыз/нау, сәуір/сәу, мамыр/мам, маусым/мау, шілде/шіл, тамыз/там, қыркүйек/қыр, қазан/қаз, қараша/қар, желтоқсан/жел",
    // Kyrgyz: the possessive that stands behind a year; the other forms are Russian
    "январы, февралы, марты, апрели, майы, июну, июлу, августу, сентябры, октябры, ноябры, декабры",
    // Tajik, with izafet too, and Uzbek in Cyrillic
    "январ/январи, феврал/феврали, марти, апрел/апрели, маи, июни, июли, августи, сентябр/сентябри, октябр/октябри, ноябр/ноябри, декабр/декабри",
    // Uzbek
    "yanvar/yan, fevral/fev, mart, aprel, may, iyun/iyn, iyul/iyl, avgust/avg, sentabr/sentyabr/sen, oktabr/oktyabr, noyabr/noy, dekabr/dek",
    // Azerbaijani: with the genitive that stands behind a year
    "yanvarın, fevralın, martın, aprelin, mayın, iyunun, iyulun, avqust/avqustun/avq, sentyabrın, oktyabrın, noyabrın, dekabrın",
    // Persian
    "ژانویه, فوریه, مارس, آوریل, مه/می, ژوئن, ژوئیه, اوت/آگوست, سپتامبر, اکتبر, نوامبر, دسامبر",
    // Persian of Afghanistan
    "جنوری/جنو, فبروری, مارچ, اپریل, , جون, جولای/جول, اگست, سپتمبر, اکتوبر, نومبر, دسمبر/دسم",
    // Turkish
    "ocak/oca, şubat/şub, mart, nisan/nis, mayıs, haziran/haz, temmuz/tem, ağustos/ağu, eylül/eyl, ekim/eki, kasım/kas, aralık/ara",
    // Serbian
    "јануар/јануара/јан, фебруар/фебруара/феб, март, април/априла, мај/маја, јун/јуна/јуни, јул/јула/јули, август, септембар/септембра/сеп, октобар/октобра, новембар/новембра/нов, децембар/децембра/дец",
    // Serbian in Latin letters
    "januara, februara, marta, aprila, maj/maja, juna, jula, avgusta, septembar/septembra, oktobar/oktobra, novembar/novembra, decembar/decembra",
    // Polish
    "stycznia/styczeń/sty, lutego/luty/lut, marca/marzec, kwietnia/kwiecień/kwi, maja/maj, czerwca/czerwiec/cze, lipca/lipiec/lip, sierpnia/sierpień/sie, września/wrzesień/wrz, października/październik/paź, listopada/lis, grudnia/grudzień/gru",
    // Georgian
    "იანვარი/იანვარს/იან, თებერვალი/თებერვალს/თებ, მარტი/მარტს/მარ, აპრილი/აპრილს/აპრ, მაისი/მაისს/მაი, ივნისი/ივნისს/ივნ, ივლისი/ივლისს/ივლ, აგვისტო/აგვისტოს/აგვ, სექტემბერი/სექტემბერს/სექ, ოქტომბერი/ოქტომბერს/ოქტ, ნოემბერი/ნოემბერს/ნოე, დეკემბერი/დეკემბერს/დეკ",
    // Dutch
    "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december",
    // Swedish, Norwegian, Danish
    "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, desember",
    // Romanian
    "ianuarie, februarie, martie, aprilie, mai, iunie, iulie, august, septembrie, octombrie, noiembrie, decembrie",
    // Bulgarian
    "януари, февруари, , , , юни, юли, , септември, октомври, ноември, декември",
    // Indonesian and Malay
    "januari, februari, maret, , mei, juni/jun, juli, agustus/ogos, september, oktober, november, desember/disember",
];

/// The months of the Islamic calendar.
const ISLAMIC: [&str; 18] = [
    "محرم",
    "المحرم",
    "صفر",
    "ربيع الأول",
    "ربيع الاول",
    "ربيع الآخر",
    "ربيع الثاني",
    "جمادى الأولى",
    "جمادى الاولى",
    "جمادى الآخرة",
    "جمادى الثانية",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذي القعدة",
    "ذو الحجة",
];

/// The months of the solar calendar of Iran, and by their names in Afghanistan.
const SOLAR: [&str; 24] = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
    "حمل",
    "ثور",
    "جوزا",
    "سرطان",
    "اسد",
    "سنبله",
    "میزان",
    "عقرب",
    "قوس",
    "جدی",
    "دلو",
    "حوت",
];

static FORMS: LazyLock<HashMap<String, i8>> =
    LazyLock::new(|| forms().map(|(form, month)| (folded(form), month)).collect());

/// A name as names are compared: in lower case, a Turkish i with or without its dot the same, without the hamza that may
/// mark the genitive in Persian.
fn folded(name: &str) -> String {
    let letters = name.chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\u{307}' | '\u{654}'));
    letters.map(|c| if c == 'ı' { 'i' } else { c }).collect()
}

/// Every form with the number of its month, 1 to 12.
fn forms() -> impl Iterator<Item = (&'static str, i8)> {
    YEARS.into_iter().flat_map(|year| {
        let months = year.split(',').zip(1..);
        months.flat_map(|(forms, month)| {
            forms.split('/').map(str::trim).filter(|form| !form.is_empty()).map(move |form| (form, month))
        })
    })
}

/// The month, 1 to 12, that a form in any case names.
pub(super) fn number(form: &str) -> Option<i8> {
    FORMS.get(folded(form).as_str()).copied()
}

/// The calendar, other than the Gregorian, in which a name is that of a month.
pub(super) fn other_calendar(name: &str) -> Option<&'static str> {
    // Arabic letters that Persian writes differently are of one shape.
    let persian: String = name
        .chars()
        .map(|c| match c {
            'ي' | 'ى' => 'ی',
            'ك' => 'ک',
            other => other,
        })
        .collect();
    if ISLAMIC.contains(&name) || name == "ذي الحجة" {
        return Some("Islamic");
    }
    SOLAR.contains(&persian.as_str()).then_some("Solar Hijri")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_means_one_month_only() {
        for year in YEARS {
            assert_eq!(year.split(',').count(), 12, "{year}");
        }
        for (form, month) in forms() {
            assert!(forms().all(|(other, its)| other != form || its == month), "{form}");
            assert_eq!(form, form.to_lowercase(), "forms are written in lower case");
            assert_eq!(number(&form.to_uppercase()), Some(month), "{form}");
            assert_eq!(other_calendar(form), None);
        }
    }
}
