//! Searching for better parameters.
