//! The query language as it is explained to readers: the one table, from which the help page is made.
//!
//! Tests read every example: it is understood without a note, and what it is understood as is read as the same.

/// A chapter of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter {
    /// What it is about.
    pub title: &'static str,
    /// What holds for all of it, in a sentence or two.
    pub introduction: &'static str,
    /// What can be typed.
    pub rows: &'static [Row],
}

/// Something that can be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its form; capitals that are no operators stand for what is to be filled in.
    pub construct: &'static str,
    /// A query that has it.
    pub example: &'static str,
    /// What the example finds.
    pub meaning: &'static str,
    /// What else there is to know; may be empty.
    pub remark: &'static str,
}

const fn row(
    construct: &'static str,
    example: &'static str,
    meaning: &'static str,
    remark: &'static str,
) -> Row {
    Row { construct, example, meaning, remark }
}

/// The language, from what everybody uses to what few need.
pub const SYNTAX: &[Chapter] = &[
    Chapter {
        title: "Words",
        introduction: "A word is found in all of its forms, in every language that is held: “negotiation” finds \
                       “negotiations”, “переговоры” finds “переговорах”. Capitals, and mostly accents, make no \
                       difference.",
        rows: &[
            row(
                "WORD WORD",
                "border mission",
                "statements with both words, anywhere in title or text",
                "Under “Filters and order” you can ask for most or any of the words instead.",
            ),
            row("=WORD", "=strait", "this form only: no “straits”", ""),
            row(
                "WORD*",
                "sanction*",
                "words that begin so: “sanction”, “sanctions”, “sanctioned”",
                "At least three letters stand before the first sign, or two if three more follow it; in Chinese, \
                 Japanese and Korean one is enough.",
            ),
            row(
                "WO*RD",
                "dem*tion",
                "any letters, or none, in the place of the sign: “demarcation”, “demilitarisation”",
                "Parts with a hyphen are one word: “cease-fir*” finds “cease-fire” and “ceasefire”. For two words, write \
                 “cease NEAR/0 fir*”.",
            ),
            row(
                "WO?RD",
                "organi?ation",
                "exactly one letter in the place of the sign: “organisation”, “organization”",
                "A question mark at the end of a word is punctuation.",
            ),
            row(
                "WORD~",
                "Tolvane~",
                "words that differ in a letter or two: other spellings, slips of a scanner",
                "WORD~1 and WORD~2 say how many letters may differ; the first letter never does.",
            ),
        ],
    },
    Chapter {
        title: "Quotations",
        introduction: "In quotation marks, words are found in these forms only. Any marks will do: \"…\", “…”, „…“, «…», \
                       「…」.",
        rows: &[
            row(
                "\"WORDS\"",
                "\"joint statement\"",
                "these words, in this order, with nothing among them",
                "",
            ),
            row("«WORDS»", "«совместное заявление»", "the same, in marks of another language", ""),
            row(
                "\"WORDS\"~5",
                "\"border mission\"~5",
                "these words in any order, with at most five others among them",
                "The number is 0 to 50.",
            ),
        ],
    },
    Chapter {
        title: "Together, either, without",
        introduction: "Operators are written in capitals, and stand between clauses; in small letters they are words. \
                       From close to loose: NOT, NEAR, AND, OR, side by side. Parentheses make groups.",
        rows: &[
            row("A OR B", "water OR fisheries", "one of the two at least", "Also written A | B."),
            row(
                "A AND B",
                "water AND border",
                "both, even where any of the words would do",
                "Also written A && B.",
            ),
            row("NOT A", "border NOT maritime", "statements without the word", "Also written -A or !A."),
            row("-\"WORDS\"", "border -\"joint statement\"", "statements without the quotation", ""),
            row("(…)", "(water OR fisheries) -border", "a group, which stands for one clause", ""),
            row(
                "A ИЛИ B",
                "вода ИЛИ рыболовство",
                "operators in Russian: И, ИЛИ, НЕ or КРОМЕ, РЯДОМ",
                "Operators of other languages than English count only between two clauses, and not in a query that is \
                 all in capitals, so that a headline may be typed as it is.",
            ),
            row("A OU B", "eau OU pêche", "operators in French: ET, OU, SAUF, PROCHE", ""),
            row("A O B", "agua O pesca", "operators in Spanish: Y, O, NO or SALVO, CERCA", ""),
        ],
    },
    Chapter {
        title: "Near each other",
        introduction: "Words that stand near each other mostly have to do with each other.",
        rows: &[
            row(
                "A NEAR/5 B",
                "border NEAR/5 mission",
                "both, in any order, with at most five other words among them",
                "NEAR without a number is NEAR/10. The number is 0 to 50.",
            ),
            row(
                "A NEAR/5 B NEAR/5 C",
                "border NEAR/15 mission NEAR/15 observers",
                "all of them within one stretch of text",
                "One chain has one distance.",
            ),
            row(
                "A NEAR/5 (B OR C)",
                "border NEAR/5 (mission OR demarcation)",
                "the first near one of the others",
                "Words, patterns, quotations and groups of them with OR can stand near each other.",
            ),
            row(
                "A РЯДОМ/5 B",
                "граница РЯДОМ/5 миссия",
                "the same in Russian; PROCHE/5 in French, CERCA/5 in Spanish",
                "",
            ),
            row(
                "para(A B)",
                "para(border mission)",
                "all of it in one paragraph",
                "Takes everything but fields. Also абзац(…), paragraphe(…) and párrafo(…).",
            ),
        ],
    },
    Chapter {
        title: "Fields",
        introduction: "A field's name, a colon and, directly behind it, a word, a quotation or a group.",
        rows: &[
            row("title:A", "title:border", "in the title", ""),
            row("text:A", "text:border", "in the text, not the title", "Also body:."),
            row(
                "speaker:A",
                "speaker:Tolvane",
                "what a person said, by name or by office",
                "speaker:(A OR B) finds one of several, speaker:\"A B\" a full name.",
            ),
            row("org:A", "org:pact", "issued by an organisation or a ministry", "Also organisation:."),
            row(
                "country:CODE",
                "country:kz",
                "made for a country",
                "Two or three letters of ISO 3166, or a name: country:\"South Africa\". With commas, one of several.",
            ),
            row(
                "mentions:NAME",
                "mentions:csto",
                "mentions a country or an organisation",
                "A code, a short name or a name: mentions:kz, mentions:Kazakhstan, mentions:\"African Union\". With commas, one of several.",
            ),
            row("event:A", "event:council", "on an occasion", ""),
            row("place:A", "place:Halvern", "in a place", ""),
            row("kind:NAME", "kind:speech,interview", "of a kind, or of one of several", ""),
            row(
                "lang:CODE",
                "lang:ru",
                "with a paragraph in a language",
                "A code or a name; with commas, one of several.",
            ),
            row("FIELD:(…)", "title:(border OR mission)", "a group asks the field for each of its words", ""),
        ],
    },
    Chapter {
        title: "Dates",
        introduction: "A date is a year, a month (2020-03) or a day (2020-03-17).",
        rows: &[
            row("date:YEAR", "date:2019", "of this year", "Also year:."),
            row(
                "date:FROM..TO",
                "date:2019..2021",
                "within a range, both ends included",
                "Either end may be left open.",
            ),
            row("date:>=DATE", "date:>=2020-03", "from this date on", "date:>2020 begins in 2021."),
            row("date:<DATE", "date:<2020", "before this date", "date:<=2020 ends with 2020."),
        ],
    },
    Chapter {
        title: "Weight",
        introduction: "A weight changes the order of what is found, never what is found.",
        rows: &[
            row(
                "A^2",
                "border^2 mission",
                "the first word counts twice as much",
                "The number is 0.01 to 100.",
            ),
            row("\"WORDS\"^2", "\"joint statement\"^2 border", "the same for a quotation", ""),
            row(
                "(…)^0.5",
                "border (mission OR observers)^0.5",
                "the same for a group, here half as much",
                "",
            ),
        ],
    },
];
