//! What an operator can set.

use std::num::NonZero;
use std::thread::available_parallelism;
use std::time::Duration;

/// The limits of the service. [`Config::default`] suits one machine that serves people and a few programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Searches that run at the same time, at least 1; by default two for each core, so that a core has work
    /// while a search waits for the disk.
    pub searches_at_a_time: NonZero<usize>,
    /// Requests that may wait for their turn to search; the next one is refused with 503 and `Retry-After`.
    pub queue: usize,
    /// Answers of any length that are sent at the same time, such as exports; the next one is refused with 503.
    pub streams_at_a_time: NonZero<usize>,
    /// How long a request may take, waiting included, before it is refused with 503; also how long an answer of any
    /// length waits for its reader to take the next piece before it breaks off.
    pub timeout: Duration,
    /// The longest path and query of a URL, in bytes; a longer one is refused with 414. Above 65,534 bytes the
    /// connection itself refuses.
    pub max_url_bytes: usize,
    /// How long open requests may go on after the signal to shut down.
    pub drain: Duration,
}

impl Default for Config {
    fn default() -> Self {
        let cores = available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        Self {
            searches_at_a_time: cores.saturating_mul(NonZero::<usize>::MIN.saturating_add(1)),
            queue: 100,
            streams_at_a_time: cores,
            timeout: Duration::from_secs(10),
            // A query of 1,000 Chinese characters takes 9,000 bytes in a URL.
            max_url_bytes: 16 * 1024,
            drain: Duration::from_secs(5),
        }
    }
}
