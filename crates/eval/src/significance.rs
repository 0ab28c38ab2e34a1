//! Whether a difference may be chance.
