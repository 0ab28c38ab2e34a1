//! The service as it is run.

use std::convert::Infallible;
use std::future::pending;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use axum::routing::get;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tower::ServiceExt;

use super::{Site, sample, searcher, send};
use crate::failure::Failure;
use crate::router::guarded;
use crate::{Config, Served, serve};

#[tokio::test]
async fn a_panic_is_a_problem_and_a_page() {
    async fn fault() -> Result<(), Infallible> {
        panic!("a fault of the test")
    }
    let routes = Router::new().route("/api/v1/fault", get(fault)).route("/fault", get(fault));
    let router = guarded(routes, &Config::default());
    let problem = send(&router, Method::GET, "/api/v1/fault").await;
    assert_eq!(
        (problem.status, &problem.json()["code"]),
        (StatusCode::INTERNAL_SERVER_ERROR, &"internal".into())
    );
    let page = send(&router, Method::GET, "/fault").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.body.contains("<h1>") && !page.body.contains("a fault of the test"));
}

#[tokio::test]
async fn a_search_that_takes_too_long_is_to_be_tried_again() {
    // That it is given up is the gate's own test; how fast a search is, nobody knows.
    async fn slow() -> Failure {
        Failure::Timeout
    }
    let routes = Router::new().route("/api/v1/slow", get(slow));
    let refused = send(&guarded(routes, &Config::default()), Method::GET, "/api/v1/slow").await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.json()["code"], "timeout");
    assert_eq!(refused.header("retry-after"), "10");
}

#[tokio::test]
async fn every_response_forbids_scripts_and_frames() {
    let site = Site::new(sample());
    for path in ["/", "/?q=strait", "/statements/kalima", "/nowhere", "/api/v1/search", "/api/v1/nowhere"] {
        let answer = site.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert!(!answer.body.contains("style=") && !answer.body.contains("<script"), "{path}");
    }
}

#[tokio::test]
async fn answers_are_compressed_for_who_asks_for_it() {
    let site = Site::new(sample());
    for path in ["/", "/api/v1/search?q=strait", "/api/v1/export", "/api/v1/kwic?q=strait&format=csv"] {
        let request =
            Request::builder().uri(path).header(header::ACCEPT_ENCODING, "gzip").body(Body::empty());
        let response = site.router.clone().oneshot(request.unwrap()).await.unwrap();
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip", "{path}");
        assert!(to_bytes(response.into_body(), usize::MAX).await.is_ok(), "{path}");
    }
}

#[tokio::test]
async fn what_pages_refer_to_is_there() {
    let site = Site::new(sample());
    let page = site.get("/").await.body;
    let style = page.split('"').find(|part| part.ends_with(".css")).unwrap();
    let answer = site.get(style).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "text/css; charset=utf-8"));
    assert!(answer.header("cache-control").contains("immutable"));
    for path in ["/icon.svg", "/favicon.ico"] {
        assert_eq!(site.get(path).await.header("content-type"), "image/svg+xml");
    }
    assert!(site.get("/robots.txt").await.body.contains("Disallow: /api/"));
}

#[tokio::test]
async fn shutting_down_waits_neither_for_idle_connections_nor_for_endless_ones() {
    let (searcher, _folder) = searcher(sample());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let config = Config { drain: Duration::from_millis(50), ..Config::default() };
    let serving = tokio::spawn(async move {
        let signal = async { stopped.await.unwrap_or(()) };
        serve(listener, Served::searches(searcher), &config, signal).await
    });
    let mut idle = TcpStream::connect(address).await.unwrap();
    idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await.unwrap();
    let mut answer = [0; 15];
    idle.read_exact(&mut answer).await.unwrap();
    assert_eq!(&answer, b"HTTP/1.1 200 OK");
    let mut endless = TcpStream::connect(address).await.unwrap();
    endless.write_all(b"GET /healthz HTTP/1.1\r\nHost: loc").await.unwrap();
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn serves_until_it_is_told_to_stop() {
    let (searcher, _folder) = searcher(sample());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serving = tokio::spawn(async move {
        serve(listener, Served::searches(searcher), &Config::default(), pending()).await
    });
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection
        .write_all(b"GET /api/v1/search?q=strait HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("\"total\":1"), "{answer}");
    assert!(!serving.is_finished());
}
