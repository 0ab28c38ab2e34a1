//! What programs get.

use axum::http::{Method, StatusCode};
use serde_json::json;

use super::{Site, sample, statement};

#[tokio::test]
async fn a_search_is_answered_field_by_field() {
    let answer = Site::new(sample()).get("/api/v1/search?q=security+strait&kind=speech").await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"));
    let mut answer = answer.json();
    for pointer in ["/took_ms", "/hits/0/score"] {
        let number = answer.pointer_mut(pointer).unwrap();
        assert!(number.is_number());
        // Not the same on every machine and with every ranking.
        *number = json!(0);
    }
    insta::assert_json_snapshot!(answer, @r#"
    {
      "expansions": [],
      "facets": [],
      "hits": [
        {
          "also": [],
          "countries": [
            "FI",
            "SE"
          ],
          "date": "2021-11-17",
          "event": "Ninth Meeting of the Council of the Pact",
          "id": "address-halvern",
          "kind": "speech",
          "language": "en",
          "link": "/statements/address-halvern",
          "mentions": [],
          "organisation": "Halvern Pact Organization",
          "passages": [
            {
              "cut_after": false,
              "cut_before": false,
              "html": "The <mark>strait</mark>&#39;s <mark>security</mark> concerns every ship.",
              "language": "en",
              "paragraph": 6,
              "text": "The strait's security concerns every ship."
            }
          ],
          "place": "Halvern",
          "score": 0,
          "speakers": [
            {
              "affiliation": "HPO",
              "name": "Mira Tolvane",
              "role": "Secretary General"
            }
          ],
          "title": "Mira Tolvane on the security of the Grey Strait",
          "title_html": "Mira Tolvane on the <mark>security</mark> of the Grey <mark>Strait</mark>",
          "translations": [],
          "url": "https://en.halvernpact.example/news/1?a=1&b=2",
          "versions": 1
        }
      ],
      "next": null,
      "notes": [],
      "page": 1,
      "pages": 1,
      "per_page": 10,
      "query": "security strait",
      "relaxed": null,
      "took_ms": 0,
      "total": 1,
      "understood": "security strait"
    }
    "#);
}

#[tokio::test]
async fn a_statement_is_given_whole_but_not_its_file() {
    let answer = Site::new(sample()).get("/api/v1/statements/address-halvern?q=ships").await;
    assert!(!answer.body.contains("/srv/private"), "{}", answer.body);
    let mut json = answer.json();
    json["archived_at"] = "some time".into();
    insta::assert_json_snapshot!(json, @r#"
    {
      "also": [],
      "archived_at": "some time",
      "countries": [
        "FI",
        "SE"
      ],
      "date": "2021-11-17",
      "event": "Ninth Meeting of the Council of the Pact",
      "id": "address-halvern",
      "kind": "speech",
      "language": "en",
      "link": "/statements/address-halvern",
      "mentions": {
        "countries": [],
        "organisations": []
      },
      "organisation": "Halvern Pact Organization",
      "origin": {
        "media_type": "text/html",
        "sha256": "abababababababababababababababababababababababababababababababab"
      },
      "paragraphs": [
        {
          "html": "Dear colleagues,",
          "language": "en",
          "number": 1,
          "role": "body",
          "speaker": 0,
          "text": "Dear colleagues,"
        },
        {
          "html": "What was decided",
          "language": "en",
          "number": 2,
          "role": "heading",
          "speaker": 0,
          "text": "What was decided"
        },
        {
          "html": "a mission of observers in the Torvel valley;",
          "language": "en",
          "number": 3,
          "role": "list_item",
          "speaker": null,
          "text": "a mission of observers in the Torvel valley;"
        },
        {
          "html": "an open line between the ministries.",
          "language": "en",
          "number": 4,
          "role": "list_item",
          "speaker": null,
          "text": "an open line between the ministries."
        },
        {
          "html": "Безопасность границ начинается с доверия.",
          "language": "ru",
          "number": 5,
          "role": "quotation",
          "speaker": null,
          "text": "Безопасность границ начинается с доверия."
        },
        {
          "html": "The strait&#39;s security concerns every <mark>ship</mark>.",
          "language": "en",
          "number": 6,
          "role": "body",
          "speaker": null,
          "text": "The strait's security concerns every ship."
        }
      ],
      "place": "Halvern",
      "provenance": {},
      "speakers": [
        {
          "affiliation": "HPO",
          "name": "Mira Tolvane",
          "role": "Secretary General"
        }
      ],
      "title": "Mira Tolvane on the security of the Grey Strait",
      "title_html": "Mira Tolvane on the security of the Grey Strait",
      "translations": [],
      "url": "https://en.halvernpact.example/news/1?a=1&b=2",
      "version": 1,
      "versions": 1
    }
    "#);
}

#[tokio::test]
async fn filters_order_and_match_mode_reach_the_searcher() {
    let site = Site::new(sample());
    for (query, expected) in [
        ("", vec!["address-halvern", "интервью-дреск", "kalima"]),
        ("lang=ru&lang=ar", vec!["address-halvern", "интервью-дреск", "kalima"]),
        ("lang=ar,fr", vec!["kalima"]),
        ("kind=interview,remarks", vec!["интервью-дреск", "kalima"]),
        ("from=2019-03-31", vec!["address-halvern", "интервью-дреск"]),
        ("to=2012", vec!["kalima"]),
        ("from=2012-06&to=2019", vec!["интервью-дреск", "kalima"]),
        ("q=strait+volcano&match=all", vec![]),
        ("country=FI&country=KZ", vec!["address-halvern"]),
        ("speaker=Mira+Tolvane&year=2021", vec!["address-halvern"]),
        ("speaker=Mira+Tolvane&year=2019", vec![]),
        (
            "speaker=Mira+Tolvane&speaker=%D0%9A%D0%BE%D1%80%D1%80%D0%B5%D1%81%D0%BF%D0%BE%D0%BD%D0%B4%D0%B5%D0%BD%D1%82",
            vec!["address-halvern", "интервью-дреск"],
        ),
        ("year=2012,2019", vec!["интервью-дреск", "kalima"]),
        ("org=Halvern+Pact+Organization&place=Halvern", vec!["address-halvern"]),
        ("organisation=Halvern+Pact", vec![]),
        ("event=Ninth+Meeting+of+the+Council+of+the+Pact", vec!["address-halvern"]),
        ("q=strait+volcano&match=any", vec!["address-halvern"]),
        ("per_page=2&page=2", vec!["kalima"]),
        ("page=2", vec![]),
    ] {
        let answer = site.get(&format!("/api/v1/search?sort=date&{query}")).await.json();
        let ids: Vec<_> = answer["hits"].as_array().unwrap().iter().map(|hit| &hit["id"]).collect();
        assert_eq!(ids, expected, "{query}");
        assert!(answer["hits"].as_array().unwrap().iter().all(|hit| hit["score"].is_null()));
    }
}

#[tokio::test]
async fn links_lead_to_the_statement() {
    let site = Site::new(sample());
    let answer = site.get("/api/v1/search?kind=interview").await.json();
    let link = answer["hits"][0]["link"].as_str().unwrap();
    assert_eq!(site.get(link).await.status, StatusCode::OK);
    let answer = site.get(&format!("/api/v1{link}")).await.json();
    assert_eq!(answer["id"], "интервью-дреск");
}

#[tokio::test]
async fn notes_count_characters_not_bytes() {
    let answer = Site::new(sample()).get(&format!("/api/v1/search?q={}(", "%D1%8F".repeat(3))).await.json();
    let note = &answer["notes"][0];
    assert_eq!((&note["start"], &note["end"]), (&json!(3), &json!(4)), "{answer}");
}

#[tokio::test]
async fn html_of_hostile_statements_is_escaped() {
    let hostile = "<script>alert(\"strait\")</script> & 'more'";
    let site = Site::new(vec![statement("hostile", "en", hostile, json!({ "title": hostile }))]);
    let search = site.get("/api/v1/search?q=strait").await.json();
    let whole = site.get("/api/v1/statements/hostile?q=strait").await.json();
    let hit = &search["hits"][0];
    let expected =
        "&#60;script&#62;alert(&#34;<mark>strait</mark>&#34;)&#60;/script&#62; &#38; &#39;more&#39;";
    for html in [&hit["title_html"], &hit["passages"][0]["html"], &whole["paragraphs"][0]["html"]] {
        assert_eq!(html, expected);
    }
    assert_eq!(hit["title"], hostile);
}

#[tokio::test]
async fn head_answers_like_get_without_a_body() {
    let site = Site::new(sample());
    for path in ["/api/v1/search?q=strait", "/api/v1/statements/kalima", "/healthz", "/", "/robots.txt"] {
        let answer = site.send(Method::HEAD, path).await;
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, ""), "{path}");
    }
}

#[tokio::test]
async fn health_says_ok() {
    assert_eq!(Site::new(Vec::new()).get("/healthz").await.json(), json!({ "status": "ok" }));
}

#[tokio::test]
async fn an_analysis_shows_every_step() {
    let answer = Site::new(sample())
        .get("/api/v1/analyze?lang=ru&text=%C2%AB%D0%A0%D0%B5%D0%B6%D0%B8%D0%BC%C2%BB")
        .await;
    insta::assert_json_snapshot!(answer.json(), @r#"
    {
      "language": "ru",
      "tokens": [
        {
          "end": 6,
          "end_byte": 12,
          "exact": "режим",
          "normalised": "режим",
          "position": 0,
          "second_stem": "режим",
          "segment": "Режим",
          "span": 1,
          "start": 1,
          "start_byte": 2,
          "stem": "реж"
        }
      ]
    }
    "#);
}

#[tokio::test]
async fn a_query_is_shown_as_it_is_understood() {
    let answer = Site::new(Vec::new()).get("/api/v1/parse?q=%D0%BC%D0%B8%D1%80+%28a+OR+title%3Ab%5E2").await;
    insta::assert_json_snapshot!(answer.json(), @r#"
    {
      "notes": [
        {
          "end": 5,
          "message": "This parenthesis is never closed; it is read as closed at the end.",
          "start": 4
        }
      ],
      "query": "мир (a OR title:b^2",
      "tree": {
        "clauses": [
          {
            "field": null,
            "text": "мир",
            "type": "word"
          },
          {
            "clauses": [
              {
                "field": null,
                "text": "a",
                "type": "word"
              },
              {
                "clause": {
                  "field": "title",
                  "text": "b",
                  "type": "word"
                },
                "factor": 2.0,
                "type": "boost"
              }
            ],
            "type": "or"
          }
        ],
        "type": "words"
      },
      "understood": "мир (a OR title:b^2)"
    }
    "#);
}
