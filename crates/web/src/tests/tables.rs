//! What programs get of many statements at once: facets, exports, concordances, frequencies.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Answer, Site, sample, statement};

/// Statements of which each has the word "harbour" once more often than the one before it.
fn harbours(count: usize) -> Site {
    let one = |n: usize| {
        let text = "Our harbour is open to all. ".repeat(n + 1);
        let with = json!({
            "title": format!("Words {n}, \"quoted\""),
            "date": format!("{}-05-01", 2000 + n % 3),
            "speakers": [{ "name": if n.is_multiple_of(2) { "Ada, of Halvern" } else { "Bo" } }],
        });
        statement(&format!("h-{n}"), "en", text.trim(), with)
    };
    Site::new((0..count).map(one).collect())
}

fn lines(answer: &Answer) -> Vec<Value> {
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/jsonl"));
    answer.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn facets_are_counted_under_all_other_filters() {
    let site = harbours(6);
    let path =
        "/api/v1/search?q=harbour&facets=speaker,year&facet_values=1&speaker=Ada,+of+Halvern&year=2001";
    let answer = site.get(path).await.json();
    assert_eq!(answer["total"], 1);
    insta::assert_json_snapshot!(answer["facets"], @r#"
    [
      {
        "different": 2,
        "facet": "speaker",
        "parameter": "speaker",
        "values": [
          {
            "selected": true,
            "statements": 1,
            "value": "Ada, of Halvern"
          }
        ]
      },
      {
        "different": 3,
        "facet": "year",
        "parameter": "year",
        "values": [
          {
            "selected": false,
            "statements": 1,
            "value": "2000"
          },
          {
            "selected": true,
            "statements": 1,
            "value": "2001"
          }
        ]
      }
    ]
    "#);
    for facet in answer["facets"].as_array().unwrap() {
        let name = facet["parameter"].as_str().unwrap();
        assert_eq!(site.get(&format!("/api/v1/search?facets={name}")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn cursors_lead_to_the_last_hit() {
    let site = harbours(23);
    for sort in ["relevance", "newest", "oldest", "speaker", "longest", "shortest"] {
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let path = format!("/api/v1/search?q=harbour&sort={sort}&per_page=5&after={after}");
            let answer = site.get(&path).await.json();
            assert_eq!(answer["total"], 23);
            seen.extend(answer["hits"].as_array().unwrap().iter().map(|hit| hit["id"].to_string()));
            match answer["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        let exported = site.get(&format!("/api/v1/export?q=harbour&sort={sort}")).await;
        let exported: Vec<_> = lines(&exported).iter().map(|hit| hit["id"].to_string()).collect();
        assert_eq!(seen, exported, "{sort}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 23, "{sort}");
    }
}

#[tokio::test]
async fn a_cursor_of_another_order_is_refused() {
    let site = harbours(3);
    let first = site.get("/api/v1/search?q=harbour&sort=newest&per_page=1").await.json();
    let next = first["next"].as_str().unwrap();
    let of = |sort: &str| format!("/api/v1/search?q=harbour&sort={sort}&per_page=1&after={next}");
    assert_eq!(site.get(&of("date")).await.status, StatusCode::OK);
    let refusal = site.get(&of("relevance")).await;
    assert_eq!(refusal.status, StatusCode::BAD_REQUEST);
    let refusal = refusal.json();
    assert_eq!(refusal["code"], "invalid_parameter");
    let detail = refusal["detail"].as_str().unwrap();
    assert!(detail.contains("\"after\": this is a place in the order newest"), "{detail}");
}

#[tokio::test]
async fn an_export_is_every_hit_in_either_form() {
    let site = harbours(12);
    let all = site.get("/api/v1/export?q=harbour&speaker=Bo&passages=yes").await;
    assert_eq!(all.header("content-disposition"), "attachment; filename=\"statements.jsonl\"");
    let hits = lines(&all);
    assert_eq!(hits.len(), 6);
    assert!(hits.iter().all(|hit| !hit["passages"].as_array().unwrap().is_empty()));
    let table = site.get("/api/v1/export?q=harbour&speaker=Ada,+of+Halvern&sort=oldest&format=csv").await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8; header=present");
    let rows: Vec<_> = table.body.lines().collect();
    assert_eq!(rows.len(), 7);
    assert_eq!(
        rows[0],
        "id,score,date,kind,language,title,speakers,organisation,countries,mentions,event,place,url,versions,also,\
         passages"
    );
    assert_eq!(rows[1], "h-0,,2000-05-01,,en,\"Words 0, \"\"quoted\"\"\",\"Ada, of Halvern\",,,,,,,1,,");
    let nothing = site.get("/api/v1/export?q=volcano&format=csv").await;
    assert_eq!(nothing.body.lines().count(), 1, "{}", nothing.body);
}

#[tokio::test]
async fn a_concordance_has_a_line_for_every_occurrence() {
    let site = Site::new(sample());
    let found = lines(&site.get("/api/v1/kwic?q=strait+OR+security&sort=right&width=20").await);
    insta::assert_json_snapshot!(found[0], @r#"
    {
      "date": "2021-11-17",
      "id": "address-halvern",
      "keyword": "Strait",
      "language": "en",
      "left": "of the Grey ",
      "link": "/statements/address-halvern",
      "paragraph": null,
      "right": ""
    }
    "#);
    assert_eq!(found.len(), 4, "{found:?}");
    let table = site.get("/api/v1/kwic?q=%D0%B1%D0%B5%D0%B7%D0%BE%D0%BF%D0%B0%D1%81%D0%BD%D0%BE%D1%81%D1%82%D1%8C&format=csv").await;
    let rows: Vec<_> = table.body.lines().collect();
    assert_eq!(rows[0], "id,date,paragraph,language,left,keyword,right,link");
    assert_eq!(rows.len(), 4, "{rows:?}");
    let bare = site.get("/api/v1/kwic").await;
    assert_eq!((bare.status, &bare.json()["parameter"]), (StatusCode::BAD_REQUEST, &json!("q")));
}

#[tokio::test]
async fn frequencies_agree_with_the_lines_and_the_hits() {
    let site = harbours(7);
    let trends = site.get("/api/v1/trends?q=harbour&by=year").await.json();
    let lines = lines(&site.get("/api/v1/kwic?q=harbour").await);
    assert_eq!(trends["total"]["occurrences"], lines.len());
    assert_eq!((&trends["total"]["value"], &trends["total"]["statements"]), (&Value::Null, &json!(7)));
    for row in trends["rows"].as_array().unwrap() {
        let year = row["value"].as_str().unwrap();
        let hits = site.get(&format!("/api/v1/search?q=harbour&year={year}")).await.json();
        assert_eq!(row["statements"], hits["total"], "{year}");
        let of_year = lines.iter().filter(|line| line["date"].as_str().unwrap().starts_with(year));
        assert_eq!(row["occurrences"], of_year.count(), "{year}");
        let rate = row["occurrences"].as_f64().unwrap() / row["words"].as_f64().unwrap() * 1e6;
        assert!((row["per_million"].as_f64().unwrap() - rate).abs() < 1e-6, "{row}");
    }
    let table = site.get("/api/v1/trends?q=harbour&by=speaker&format=csv").await;
    let rows: Vec<_> = table.body.lines().collect();
    assert_eq!(rows[0], "value,occurrences,statements,words,per_million");
    assert!(rows[1].starts_with("\"Ada, of Halvern\",16,4,"), "{rows:?}");
    for by in ["org", "organisation", "country", "kind", "event", "place"] {
        assert_eq!(
            site.get(&format!("/api/v1/trends?q=harbour&by={by}")).await.json()["rows"],
            json!([]),
            "{by}"
        );
    }
}

#[tokio::test]
async fn an_explanation_adds_up_to_the_score() {
    let site = Site::new(sample());
    let search = site.get("/api/v1/search?q=security+strait&ranking=bm25").await.json();
    let path = "/api/v1/explain/address-halvern?q=security+strait&ranking=bm25";
    let explained = site.get(path).await.json();
    assert_eq!(explained["matches"], true);
    let (score, sum) = (search["hits"][0]["score"].as_f64().unwrap(), explained["score"].as_f64().unwrap());
    assert!((score - sum).abs() < 1e-3 * score, "{score} {explained}");
    assert!(explained["contributions"].as_array().unwrap().len() >= 2);
    let other = site.get("/api/v1/explain/kalima?q=strait").await.json();
    assert_eq!((&other["matches"], &other["score"]), (&json!(false), &Value::Null));
    let without_words = site.get("/api/v1/explain/kalima?q=-strait").await.json();
    assert_eq!(without_words["score"].to_string(), "0.0");
    assert_eq!(site.get("/api/v1/explain/nobody?q=strait").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_made_of_a_query_is_told() {
    let site = Site::new(sample());
    let wild = site.get("/api/v1/search?q=secur*").await.json();
    assert_eq!(wild["expansions"], json!([{ "pattern": "secur*", "words": ["security"], "found": 1 }]));
    let relaxed = site.get("/api/v1/search?q=straitt+volcano").await.json();
    assert_eq!(relaxed["relaxed"]["step"], "any");
    assert_eq!(relaxed["relaxed"]["replaced"][0]["word"], "straitt");
    assert_eq!(relaxed["relaxed"]["match"], "any");
    assert_eq!(relaxed["total"], 1);
}

#[tokio::test]
async fn tables_refuse_what_they_do_not_know() {
    let site = Site::new(sample());
    for path in [
        "/api/v1/export?format=xml",
        "/api/v1/export?page=2",
        "/api/v1/export?passages=some",
        "/api/v1/kwic?q=a&sort=relevance",
        "/api/v1/kwic?q=a&width=0",
        "/api/v1/kwic?q=a&width=501",
        "/api/v1/trends?q=a&by=colour",
        "/api/v1/trends?q=a&format=jsonl",
        "/api/v1/trends",
        "/api/v1/explain/kalima",
        "/api/v1/explain/kalima?q=a&page=2",
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        assert_eq!(answer.json()["code"], "invalid_parameter", "{path}");
    }
}
