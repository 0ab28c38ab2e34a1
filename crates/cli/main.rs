//! The `verbale` binary; everything it does stands in `verbale-cli`.

fn main() {}
