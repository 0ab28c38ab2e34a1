//! The `verbale` binary; everything it does stands in the crate `verbale-cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    verbale_cli::run()
}
