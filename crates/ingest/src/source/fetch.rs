//! One page from the network.

use std::io::Read;
use std::time::Duration;

use super::PAGE_LIMIT;
use crate::outcome::SkipReason;

/// How long a page may take, from looking up its host to its last byte.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often one address may lead to another.
const REDIRECTS: u32 = 3;

/// A page as its server gave it.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// The address at which it was found in the end.
    pub(crate) address: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Fetches the page at `address`, which the user of the program typed: no address is followed that a page names, but
/// for redirections.
///
/// # Errors
/// [`SkipReason::Fetch`] with what went wrong, [`SkipReason::TooLarge`].
pub(crate) fn fetch(address: &str) -> Result<Fetched, SkipReason> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(REDIRECTS)
        .save_redirect_history(true)
        .user_agent(concat!("verbale/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let failed = |error: ureq::Error| SkipReason::Fetch(error.to_string());
    let mut answer = agent.get(address).header("accept", "text/html").call().map_err(failed)?;
    let address = ureq::ResponseExt::get_uri(&answer).to_string();
    let mut bytes = Vec::new();
    let mut body = answer.body_mut().as_reader().take(PAGE_LIMIT + 1);
    body.read_to_end(&mut bytes).map_err(|error| SkipReason::Fetch(error.to_string()))?;
    if bytes.len() as u64 > PAGE_LIMIT {
        return Err(SkipReason::TooLarge { what: "web pages", bytes: bytes.len() as u64, limit: PAGE_LIMIT });
    }
    Ok(Fetched { address, bytes })
}
