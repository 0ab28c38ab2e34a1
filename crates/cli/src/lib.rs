//! The command line: reads arguments and the environment, and wires the rooms together.
//!
//! One command a file in `commands/`; what they share is the data directory (`data`), the way records are
//! printed (`output`) and the way time is shown to pass (`progress`).

mod args;
mod commands;
mod data;
mod exit;
mod output;
mod progress;

use std::process::ExitCode;

/// Does what the process's arguments say.
///
/// Results go to standard output; errors, warnings and progress to standard error. The exit codes are listed in
/// `verbale --help`.
pub fn run() -> ExitCode {
    exit::code(commands::run(&args::Arguments::of_process()))
}
