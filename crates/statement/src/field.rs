//! The fields of a statement that a query can name.

/// A part of a statement that can be searched on its own. This is the one list: the query language, the
/// index and the documentation read names and aliases from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// The paragraphs.
    Body,
    /// Names, roles and affiliations of the speakers.
    Speaker,
    /// The organisation that issued it.
    Organisation,
    /// The country that it was made for.
    Country,
    /// The countries and organisations that the paragraphs mention.
    Mentions,
    /// The meeting or occasion.
    Event,
    /// Where it was made.
    Place,
    /// What sort of text it is.
    Kind,
    /// When it was made.
    Date,
    /// The languages of its paragraphs.
    Language,
}

impl Field {
    /// Every field.
    pub const ALL: [Field; 11] = [
        Field::Title,
        Field::Body,
        Field::Speaker,
        Field::Organisation,
        Field::Country,
        Field::Mentions,
        Field::Event,
        Field::Place,
        Field::Kind,
        Field::Date,
        Field::Language,
    ];

    /// The name in a query, without the colon: `speaker`.
    pub fn name(self) -> &'static str {
        self.names()[0]
    }

    /// The name and its aliases in lower case: English ones first, then those in Russian, French and Spanish.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Field::Title => &["title", "заголовок", "название", "titre", "título", "titulo"],
            Field::Body => &["body", "text", "текст", "texte", "texto"],
            Field::Speaker => &["speaker", "спикер", "оратор", "orateur", "oratrice", "orador", "oradora"],
            Field::Organisation => {
                &["organisation", "organization", "org", "организация", "орг", "organización", "organizacion"]
            }
            Field::Country => &["country", "страна", "pays", "país", "pais"],
            Field::Mentions => &["mentions", "mention", "упоминает", "упоминания", "mentionne", "menciona"],
            Field::Event => &["event", "событие", "мероприятие", "événement", "evenement", "evento"],
            Field::Place => &["place", "место", "lieu", "lugar"],
            Field::Kind => &["kind", "type", "вид", "тип", "tipo"],
            Field::Date => &["date", "year", "дата", "год", "année", "annee", "fecha", "año"],
            Field::Language => &["lang", "language", "язык", "langue", "idioma"],
        }
    }

    /// The field of a name or alias, in any case.
    pub fn named(name: &str) -> Option<Field> {
        let name = name.to_lowercase();
        Field::ALL.into_iter().find(|field| field.names().contains(&name.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_one_field() {
        assert_eq!(Field::named("СТРАНА"), Some(Field::Country));
        for field in Field::ALL {
            for name in field.names() {
                assert_eq!(Field::named(name), Some(field));
                assert_eq!(Field::named(&name.to_uppercase()), Some(field));
            }
        }
        assert_eq!(Field::named("colour"), None);
    }
}
