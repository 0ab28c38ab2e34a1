//! One run beside another.
