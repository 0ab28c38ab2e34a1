//! Addresses of pages, and when two of them name the same one.

use url::Url;

/// Parameters of an address that say how a reader came or who reads, not what is read: of campaigns and counters, and of
/// sessions. Words that may say what is read as well (`ref`, `source`, `from`, `print`, `sid`) are none of them: pages
/// under two addresses are known by their text, while a parameter that is lost makes one page of two.
const FOREIGN: [&str; 30] = [
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_openstat",
    "aspsessionid",
    "cftoken",
    "dclid",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "hsctatracking",
    "igsh",
    "igshid",
    "jsessionid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "phpsessid",
    "srsltid",
    "ttclid",
    "twclid",
    "vero_id",
    "wbraid",
    "yclid",
    "ymclid",
    "ysclid",
];

/// The address without what may differ between two addresses of one page: the scheme's security, the fragment, a slash
/// at the end, the order of parameters, and parameters of campaigns, counters and sessions. Hosts stay as they are: `www.`
/// may lead elsewhere, and where it doesn't, pages say so by their canonical address. Doing it twice changes nothing.
pub fn normal_address(url: &Url) -> Url {
    let mut normal = url.clone();
    normal.set_fragment(None);
    if normal.scheme() == "http" {
        // A scheme that has a host may be changed into another that has one.
        let _ = normal.set_scheme("https");
    }
    // What is taken away may lay bare more of it.
    loop {
        let before = normal.path().to_owned();
        normal.set_path(without_session(&before).trim_end_matches('/'));
        if normal.path() == before {
            break;
        }
    }
    let mut kept: Vec<_> = url.query_pairs().filter(|(name, _)| !is_foreign(name)).collect();
    kept.sort_by(|one, other| one.0.cmp(&other.0));
    normal.set_query(None);
    if !kept.is_empty() {
        normal.query_pairs_mut().extend_pairs(kept);
    }
    normal
}

/// Whether two addresses lead to one page, as far as they show it by themselves.
pub fn is_same_address(one: &str, other: &str) -> bool {
    one == other || address_key(one).is_some_and(|key| address_key(other) == Some(key))
}

/// The address `text` in the form in which the same page always has it; none if it is no whole address with a host.
pub fn address_key(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok().filter(Url::has_host)?;
    Some(normal_address(&url).into())
}

fn is_foreign(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    // Microsoft's servers add letters of their own to the name of the session.
    name.starts_with("utm_") || name.starts_with("aspsessionid") || FOREIGN.contains(&name.as_str())
}

/// A path without the session that servlets write behind it: `/page;jsessionid=1A2B`.
fn without_session(path: &str) -> &str {
    let last = path.rfind('/').map_or(0, |at| at + 1);
    match path[last..].to_ascii_lowercase().find(";jsessionid=") {
        Some(at) => &path[..last + at],
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_of_one_page_have_one_key() {
        let plain = address_key("https://mfa.example/news?id=7&lang=en").unwrap();
        assert_eq!(plain, "https://mfa.example/news?id=7&lang=en");
        for same in [
            "HTTP://MFA.Example:80/news?lang=en&id=7#top",
            "https://mfa.example/news/?id=7&lang=en&utm_source=mail&UTM_Medium=x&fbclid=1&ysclid=2",
            "https://mfa.example/news;jsessionid=1A2B?id=7&PHPSESSID=9&lang=en&ASPSESSIONIDQQABCD=1",
        ] {
            assert_eq!(address_key(same).as_ref(), Some(&plain), "{same}");
        }
        for other in [
            "https://www.mfa.example/news?id=7&lang=en",
            "https://mfa.example/news?id=7&lang=en&print=y",
            "https://mfa.example/news?id=7&lang=en&ref=8",
            "https://mfa.example/News?id=7&lang=en",
        ] {
            assert_ne!(address_key(other).as_ref(), Some(&plain), "{other}");
        }
        assert_eq!(address_key("news/7"), None);
    }

    #[test]
    fn parameters_of_one_name_keep_their_order() {
        assert_eq!(address_key("https://a.example/?x=2&a=1&x=1").unwrap(), "https://a.example/?a=1&x=2&x=1");
    }

    proptest! {
        #[test]
        fn what_is_normal_stays_as_it_is(
            scheme in "https?|ftp|x",
            host in "[A-Za-z]{1,6}(\\.[a-z]{2,4})?(:(80|443|8080))?",
            path in "(/|;jsessionid=|[a-zA-Z0-9%.;~ж]){0,12}",
            query in "(&|=|utm_|PHPSESSID|[a-z0-9%+ж;]){0,16}",
        ) {
            let Ok(url) = Url::parse(&format!("{scheme}://{host}/{path}?{query}#f")) else { return Ok(()) };
            let once = normal_address(&url);
            prop_assert_eq!(normal_address(&once), once.clone());
            prop_assert_eq!(address_key(once.as_str()), Some(once.to_string()));
        }
    }
}
