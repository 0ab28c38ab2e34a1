//! What only the machine that serves may ask for.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::failure::Failure;

/// By these, a proxy says that it asks for somebody else.
const OF_PROXIES: [HeaderName; 5] = [
    header::FORWARDED,
    header::VIA,
    HeaderName::from_static("x-forwarded-for"),
    HeaderName::from_static("x-forwarded-host"),
    HeaderName::from_static("x-real-ip"),
];

/// Lets requests pass that come from this machine, ask for it by a name of its own, and change something only from a
/// page of ours.
///
/// The name is looked at because a page from elsewhere may let its own name point here (DNS rebinding), and is of the
/// same origin then as far as the browser knows.
pub(crate) async fn only(request: Request, next: Next) -> Result<Response, Failure> {
    let headers = request.headers();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let near = peer.is_some_and(|ConnectInfo(address)| address.ip().to_canonical().is_loopback());
    if !near || OF_PROXIES.iter().any(|name| headers.contains_key(name)) {
        return Err(Failure::Forbidden("This page is only for the machine that serves it."));
    }
    let host = host(headers).filter(|host| {
        let named = request.uri().authority().is_none_or(|authority| authority.as_str() == *host);
        named && is_own(host)
    });
    let Some(host) = host else {
        return Err(Failure::Forbidden("Ask for this page by the address 127.0.0.1 or the name localhost."));
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) && !is_of_origin(headers, host) {
        return Err(Failure::Forbidden("Only the page itself may send this."));
    }
    Ok(next.run(request).await)
}

/// The one host that the request names.
fn host(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (host, None) = (hosts.next()?, hosts.next()) else { return None };
    host.to_str().ok()
}

/// Whether a host, with or without a port, is this machine whatever a name server says.
fn is_own(host: &str) -> bool {
    // A browser names no user here.
    let Some(authority) = host.parse::<Authority>().ok().filter(|_| !host.contains('@')) else {
        return false;
    };
    let name = authority.host();
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    name.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Whether the browser says that a page of ours sends this. One that says nothing may be any program.
fn is_of_origin(headers: &HeaderMap, host: &str) -> bool {
    let value = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let origin = value(header::ORIGIN).map(|origin| origin.eq_ignore_ascii_case(&format!("http://{host}")));
    let site = value(HeaderName::from_static("sec-fetch-site")).map(|site| site == "same-origin");
    origin.or(site) == Some(true) && site != Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine_are_those_that_no_name_server_gives_away() {
        for own in ["localhost", "LOCALHOST:8080", "127.0.0.1:80", "127.8.9.1", "[::1]:9000", "[::1]"] {
            assert!(is_own(own), "{own}");
        }
        for other in [
            "",
            "example.org",
            "127.0.0.1.example.org",
            "localhost.example.org",
            "10.0.0.1",
            "0.0.0.0",
            "[::]",
            "localhost@example.org",
            "example.org@localhost",
            "127.1",
            "::1",
        ] {
            assert!(!is_own(other), "{other}");
        }
    }
}
