//! How text is cut into tokens.

use crate::lexer::{Lexer, TokenKind};

fn tokens(input: &str) -> Vec<String> {
    Lexer::new(input)
        .map(|token| {
            let text = &input[token.text];
            match token.kind {
                TokenKind::OpenGroup | TokenKind::CloseGroup => text.to_owned(),
                TokenKind::Operator(operator) => format!("{operator:?}"),
                TokenKind::Field(field) => format!("{field:?}:"),
                TokenKind::UnknownField => format!("{text}?:"),
                TokenKind::Word | TokenKind::Paragraph => text.to_owned(),
                TokenKind::Boost => format!("^{text}"),
                TokenKind::Gap => format!("~{text}"),
                TokenKind::Quotation { closed } => format!("[{text}{}", if closed { "]" } else { "" }),
            }
        })
        .collect()
}

#[test]
fn hyphens_and_apostrophes_belong_to_words() {
    assert_eq!(
        tokens("non-proliferation l'accord Council’s"),
        ["non-proliferation", "l'accord", "Council’s"]
    );
    assert_eq!(tokens("Halvern - Dresk"), ["Halvern", "-", "Dresk"]);
    assert_eq!(tokens("\"Halvern\"-based (a)-(b)"), ["[Halvern]", "based", "(", "a", ")", "(", "b", ")"]);
}

#[test]
fn a_minus_before_a_clause_excludes_it() {
    assert_eq!(
        tokens("-a (-b) c|-d title:-e"),
        ["Not", "a", "(", "Not", "b", ")", "c", "Or", "Not", "d", "Title:", "Not", "e"]
    );
    assert_eq!(tokens("--a ---b −c －d"), ["a", "Not", "b", "Not", "c", "Not", "d"]);
}

#[test]
fn colons_that_follow_no_field_are_text() {
    for text in ["12:30", "Note:", "https://mfa-karvonia.example/a:b", "EU:n", "std::fs", ":x", "C:x", "a1:b"]
    {
        assert_eq!(tokens(text), [text]);
    }
    assert_eq!(
        tokens("title:a Speaker:\"b\" org:(c)"),
        ["Title:", "a", "Speaker:", "[b]", "Organisation:", "(", "c", ")"]
    );
    assert_eq!(tokens("title: a"), ["title:", "a"]);
    assert_eq!(tokens("colour:red colour:\"dark red\""), ["colour?:", "red", "colour?:", "[dark red]"]);
}

#[test]
fn every_pair_of_quotation_marks_quotes() {
    for (opening, closing) in crate::characters::QUOTATION_MARKS {
        for closing in *closing {
            assert_eq!(tokens(&format!("{opening}a b{closing} c")), ["[a b]", "c"]);
        }
    }
    assert_eq!(tokens("„Graue Straße“ »b« «c d"), ["[Graue Straße]", "[b]", "[c d"]);
}

#[test]
fn a_chinese_keyboard_gives_the_same_signs() {
    assert_eq!(tokens("title：（灰海峡｜云洲）"), ["Title:", "（", "灰海峡", "Or", "云洲", "）"]);
    assert_eq!(tokens("发言人：安全，合作。"), ["发言人", "安全", "合作"]);
}

#[test]
fn signs_directly_behind_a_quotation_or_a_group_belong_to_it() {
    assert_eq!(tokens("\"a b\"~5^2 (c)^.5"), ["[a b]", "~5", "^2", "(", "c", ")", "^.5"]);
    assert_eq!(tokens("\"a\"~ ^2 «b»～3"), ["[a]", "~", "^2", "[b]", "~3"]);
    assert_eq!(tokens("\"a\"^b (c)^2.d"), ["[a]", "^b", "(", "c", ")", "^2", ".d"]);
    assert_eq!(tokens("a^2 b~1"), ["a^2", "b~1"]);
}

#[test]
fn words_in_capitals_join_clauses() {
    assert_eq!(tokens("a NEAR/5 b near/7 c NEAR d"), ["a", "Near(5)", "b", "Near(7)", "c", "Near(10)", "d"]);
    assert_eq!(tokens("a && b !c"), ["a", "And", "b", "Not", "c"]);
    assert_eq!(tokens("мир И война ИЛИ НЕ спор"), ["мир", "And", "война", "Or", "Not", "спор"]);
    assert_eq!(
        tokens("paix OU guerre РЯДОМ/99999999999 x"),
        ["paix", "Or", "guerre", "Near(4294967295)", "x"]
    );
    assert_eq!(tokens("NEAR/x NEAR/ OR/5 near"), ["NEAR/x", "NEAR/", "OR/5", "near"]);
}

#[test]
fn words_in_capitals_are_words_in_a_headline() {
    for headline in ["ВСЕ О МИРЕ", "МИР И ВОЙНА", "NO A LA GUERRA", "LA PAIX ET LA GUERRE", "THE NEAR EAST"]
    {
        assert_eq!(tokens(headline).join(" "), headline);
    }
    // Names of fields are mostly in small letters; without letters of two cases there are no headlines.
    assert_eq!(tokens("title:МИР И ВОЙНА"), ["Title:", "МИР", "И", "ВОЙНА"]);
    assert_eq!(tokens("2019 OU 中国"), ["2019", "Or", "中国"]);
}

#[test]
fn words_in_capitals_join_nothing_without_clauses_on_both_sides() {
    assert_eq!(tokens("NO armas plan Y"), ["NO", "armas", "plan", "Y"]);
    assert_eq!(tokens("(Y a) a (O b) title:И"), ["(", "Y", "a", ")", "a", "(", "O", "b", ")", "Title:", "И"]);
    assert_eq!(tokens("armas Y | b"), ["armas", "Y", "Or", "b"]);
}

#[test]
fn a_paragraph_opens_directly_before_a_parenthesis() {
    assert_eq!(tokens("para(a) Абзац（b）"), ["para", "(", "a", ")", "Абзац", "（", "b", "）"]);
    let kinds = |input: &'static str| Lexer::new(input).map(|token| token.kind).next();
    assert_eq!(kinds("párrafo:(a)"), Some(TokenKind::Paragraph));
    assert_eq!(kinds("para (a)"), Some(TokenKind::Word));
}
