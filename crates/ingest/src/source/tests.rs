use std::fs;

use super::*;

fn parts(name: &str, bytes: &[u8], options: &Options) -> Vec<Result<(Option<u64>, String), String>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    Documents::new(&[path], options)
        .map(|found| {
            found
                .map(|document| (document.part, String::from_utf8_lossy(&document.bytes).into_owned()))
                .map_err(|skip| skip.reason.to_string())
        })
        .collect()
}

fn part(number: u64, text: &str) -> Result<(Option<u64>, String), String> {
    Ok((Some(number), text.to_owned()))
}

#[test]
fn lines_are_counted_as_they_stand_in_the_file() {
    let found = parts("a.jsonl", b"\xEF\xBB\xBF{}\r\n\n  \n{\"a\": 1}", &Options::default());
    assert_eq!(found, [part(1, "{}"), part(4, "{\"a\": 1}")]);
    assert_eq!(parts("a.jsonl", b"\n\n", &Options::default()), [Err("no text in it".to_owned())]);
    let utf_16 = parts("a.jsonl", b"\xFF\xFE{\0}\0", &Options::default());
    assert!(utf_16[0].as_ref().is_err_and(|reason| reason.contains("not UTF-8")), "{utf_16:?}");
}

#[test]
fn a_json_file_is_an_object_or_an_array() {
    let options = Options::default();
    assert_eq!(parts("a.json", b"[{}, {\"a\": [1]}]", &options), [part(1, "{}"), part(2, "{\"a\": [1]}")]);
    assert_eq!(parts("a.json", b"{}", &options), [Ok((None, "{}".to_owned()))]);
    let found = parts("a.json", b"[{}, ", &options);
    assert!(found[0].as_ref().is_err_and(|reason| reason.contains("line 1")), "{found:?}");
}

#[test]
fn records_keep_their_bytes() {
    let table = b"\xEF\xBB\xBFid,text\r\n1,\"a\nb\"\r\n\r\n2,c\r\n";
    assert_eq!(parts("a.csv", table, &Options::default()), [part(1, "1,\"a\nb\""), part(2, "2,c")]);
    let bare = Options { mapping: "text=1".parse().ok(), header: false, ..Options::default() };
    assert_eq!(parts("a.tsv", b"a\t\nb\tc\n", &bare), [part(1, "a\t"), part(2, "b\tc")]);
    assert_eq!(parts("a.csv", b"text\n", &Options::default()), [Err("no text in it".to_owned())]);
}

#[test]
fn tables_in_other_charsets_and_with_semicolons_are_read() {
    let russian = encoding_rs::WINDOWS_1251.encode("text;date\nПролив открыт;2005\n").0.into_owned();
    assert_eq!(parts("a.csv", &russian, &Options::default()), [part(1, "Пролив открыт;2005")]);
    let utf_16: Vec<u8> =
        "\u{FEFF}text\tdate\nПролив\t2005\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(parts("a.tsv", &utf_16, &Options::default()), [part(1, "Пролив\t2005")]);
}

#[test]
fn a_quotation_that_never_closes_ends_at_the_limit() {
    let mut table = b"text\n\"".to_vec();
    table.resize(usize::try_from(RECORD_LIMIT).unwrap() + (1 << 20), b'x');
    let found = parts("a.csv", &table, &Options::default());
    assert!(found.len() == 1 && found[0].as_ref().is_err_and(|reason| reason.contains("quotation")));
}
