//! As much of an HTTP client as it takes to ask a service one thing.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// What the service answered.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Response {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Asks for `path` by GET.
#[track_caller]
pub fn get(address: SocketAddr, path: &str) -> Response {
    request(address, "GET", path)
}

/// Sends one request.
#[track_caller]
pub fn request(address: SocketAddr, method: &str, path: &str) -> Response {
    exchange(address, &format!("{method} {path} HTTP/1.0\r\nHost: {address}\r\n\r\n"))
}

/// Sends a form, as a page of the service does.
#[track_caller]
pub fn post(address: SocketAddr, path: &str, fields: &[(&str, &str)]) -> Response {
    let fields: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let form = fields.join("&");
    let length = form.len();
    let head = format!("Host: {address}\r\nOrigin: http://{address}\r\nContent-Length: {length}");
    exchange(address, &format!("POST {path} HTTP/1.0\r\n{head}\r\n\r\n{form}"))
}

/// Sends a request as it is over a connection of its own. As HTTP/1.0, the answer comes in one piece.
#[track_caller]
pub fn exchange(address: SocketAddr, request: &str) -> Response {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8(answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    Response { status, headers, body: body.to_owned() }
}

/// A text as it stands in a URL.
pub fn encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(encode).collect()
}

/// The ids of all statements that are served, in a fixed order.
pub fn all_ids(address: SocketAddr) -> Vec<String> {
    let page = |number: u64| {
        let answer = get(address, &format!("/api/v1/search?per_page=100&page={number}")).json();
        let ids = answer["hits"].as_array().unwrap().iter();
        let ids: Vec<_> = ids.map(|hit| hit["id"].as_str().unwrap().to_owned()).collect();
        (ids, answer["pages"].as_u64().unwrap())
    };
    let (mut ids, pages) = page(1);
    ids.extend((2..=pages).flat_map(|number| page(number).0));
    ids.sort();
    ids
}
