//! How a command ends.

use std::io::ErrorKind;
use std::process::ExitCode;

/// How a command ended that did not fail as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// Everything was done.
    All,
    /// Some inputs failed, damage was found, or what was asked for is not there; the output says what.
    InPart,
}

impl Done {
    /// [`Done::All`] if nothing failed.
    pub(crate) fn unless(failed: bool) -> Self {
        if failed { Done::InPart } else { Done::All }
    }
}

/// The exit codes, as `--help` shows them.
pub(crate) const CODES: &str = "Exit codes:
  0  done
  1  some inputs failed, damage was found, or what was asked for is not there
  2  the command line is wrong
  3  the data directory, the archive, the index or the network could not be used";

/// Reports an error and gives the exit code.
pub(crate) fn code(result: anyhow::Result<Done>) -> ExitCode {
    match result {
        Ok(Done::All) => ExitCode::SUCCESS,
        Ok(Done::InPart) => ExitCode::from(1),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(3)
        }
    }
}

/// Whoever reads the output, such as `head`, has seen enough.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = |error: &std::io::Error| error.kind() == ErrorKind::BrokenPipe;
    error.downcast_ref::<std::io::Error>().is_some_and(kind)
}
