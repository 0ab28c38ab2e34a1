use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Vec<(String, String)> {
    let topics: Topics = text.parse().unwrap();
    topics.iter().map(|topic| (topic.id.clone(), topic.query.clone())).collect()
}

fn pair(id: &str, query: &str) -> (String, String) {
    (id.to_owned(), query.to_owned())
}

#[test]
fn tab_separated_lines_are_read() {
    assert_eq!(
        read("\n7\twho mediated at  Lake Ondra?\r\nq-8\therring\tquota\n"),
        [pair("7", "who mediated at Lake Ondra?"), pair("q-8", "herring quota")]
    );
}

#[test]
fn json_lines_are_read_by_the_names_that_collections_use() {
    assert_eq!(
        read("{\"id\": 7, \"query\": \"herring\"}\n\n{\"_id\": \"q\", \"text\": \"cod\", \"metadata\": {}}"),
        [pair("7", "herring"), pair("q", "cod")]
    );
}

#[test]
fn the_sgml_of_older_files_is_read() {
    let text = "
<top>
<head> Tipster Topic Description
<num> Number: 301
<dom> Domain: Fisheries
<title> Topic:  Herring & cod
quota
<desc> Description:
Who set it?
<narr> Narrative:
A relevant document names a year.
</top>

<top>
<num> Number: 302
<title>
<desc> Description:
Who mediated at Lake Ondra?
</top>
";
    assert_eq!(read(text), [pair("301", "Herring & cod quota"), pair("302", "Who mediated at Lake Ondra?")]);
}

#[test]
fn xml_is_read() {
    let text = "<?xml version=\"1.0\"?>
<!-- invented --><topics>
  <topic number=\"1\"><query>herring &amp; cod &#x2014; <![CDATA[<1990]]></query><question>How much?</question></topic>
  <topic id=\"q2\"><title>cod</title><narrative>Not eels.</narrative></topic>
  <TOP><num>3</num><TITLE>eel</TITLE></TOP>
</topics>";
    assert_eq!(read(text), [pair("1", "herring & cod — <1990"), pair("q2", "cod"), pair("3", "eel")]);
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let error = |text: &str| text.parse::<Topics>().unwrap_err().to_string();
    assert_eq!(error("1\tcod\nherring"), "topics:2: there is no tab between an id and a query");
    assert_eq!(error("1\tcod\n1\teel"), "topics:2: there is a topic 1 above");
    assert_eq!(error("1\t "), "topics:1: a topic without a query");
    assert_eq!(
        error("a b\tcod"),
        "topics:1: the id \"a b\" has white space, which qrels and runs have no room for"
    );
    assert_eq!(
        error("{\"id\": 1, \"query\": \"cod\"}\n{\"query\": \"eel\"}"),
        "topics:2: a topic without an id"
    );
    assert!(error("{\"id\"").starts_with("topics:1: no JSON object"));
    assert_eq!(
        error("<topics>\n<topic>\n<query>cod</query></topic></topics>"),
        "topics:2: a topic without an id"
    );
    assert!(error("<top>\n<num 1").starts_with("topics:2: "));
    assert_eq!(error(" \n"), "topics:1: there are no topics in it");
}

proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(start in "[<{]?", text in "[<>/&;#{}\"':,\\PC\n\ttopnumitle]{0,60}") {
        let _ = format!("{start}{text}").parse::<Topics>();
    }
}
