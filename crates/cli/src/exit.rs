//! How a command ends.

use std::io::ErrorKind;
use std::process::ExitCode;

use verbale_search::SearchError;

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
            if is_full_disk(&error) {
                anstream::eprintln!("the disk is full; free some space, then run the command again");
            }
            ExitCode::from(if is_of_request(&error) { 2 } else { 3 })
        }
    }
}

/// Nothing failed: what was asked for can't be given as it was asked.
fn is_of_request(error: &anyhow::Error) -> bool {
    error.downcast_ref::<SearchError>().is_some_and(SearchError::is_of_request)
}

fn is_full_disk(error: &anyhow::Error) -> bool {
    let causes = error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>());
    causes.into_iter().any(|cause| cause.kind() == ErrorKind::StorageFull)
}

/// Whoever reads the output, such as `head`, has seen enough.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = |error: &std::io::Error| error.kind() == ErrorKind::BrokenPipe;
    error.downcast_ref::<std::io::Error>().is_some_and(kind)
}
