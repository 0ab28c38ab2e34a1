//! The binary as a process: what it says, how it ends, and how to wait for a moment without guessing how long it
//! takes.

use std::fs;
use std::net::SocketAddr;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::NamedTempFile;

/// Nothing here takes a tenth of it; a process that hangs shall fail its test and not the whole run.
const PATIENCE: Duration = Duration::from_secs(300);

/// A process that runs. Dropped, it is killed.
pub struct Running {
    child: Child,
    out: NamedTempFile,
    err: NamedTempFile,
}

impl Running {
    pub fn start(command: &mut Command) -> Self {
        let (out, err) = (NamedTempFile::new().unwrap(), NamedTempFile::new().unwrap());
        let child = command
            .stdout(Stdio::from(out.reopen().unwrap()))
            .stderr(Stdio::from(err.reopen().unwrap()))
            .spawn()
            .unwrap();
        Self { child, out, err }
    }

    /// What it has written to standard output so far.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.out.path()).unwrap()).into_owned()
    }

    /// What it has written to standard error so far.
    pub fn complained(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.err.path()).unwrap()).into_owned()
    }

    /// Waits until `condition` gives something; none if the process ends before.
    pub fn until<T>(&mut self, mut condition: impl FnMut(&Self) -> Option<T>) -> Option<T> {
        let since = Instant::now();
        loop {
            if let Some(found) = condition(self) {
                return Some(found);
            }
            if self.child.try_wait().unwrap().is_some() {
                return condition(self);
            }
            assert!(since.elapsed() < PATIENCE, "waited in vain: {}{}", self.said(), self.complained());
            std::thread::sleep(Duration::from_micros(500));
        }
    }

    /// The address on which it serves, once it does.
    #[track_caller]
    pub fn address(&mut self) -> SocketAddr {
        let address = self.until(|running| {
            let said = running.said();
            let (address, _) = said.split_once(" on http://")?.1.split_once('\n')?;
            Some(address.parse().unwrap())
        });
        address.unwrap_or_else(|| panic!("it serves nothing: {}{}", self.said(), self.complained()))
    }

    /// Sends it a signal, such as `INT`.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// Kills it as `kill -9` does; false if it had ended by itself.
    pub fn kill(mut self) -> bool {
        self.child.kill().unwrap();
        self.child.wait().unwrap().signal() == Some(9)
    }

    /// Waits for its end.
    pub fn ended(mut self) -> Ended {
        self.until(|_| None::<()>);
        Ended { status: self.child.wait().unwrap(), out: self.said(), err: self.complained() }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only if it has ended, which is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A process that has ended.
#[derive(Debug)]
pub struct Ended {
    status: ExitStatus,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// Checks that it ended with this exit code, and in no case by a panic.
    #[track_caller]
    pub fn code(self, expected: i32) -> Self {
        assert!(!self.err.contains("panicked"), "{}", self.err);
        let ended = self.status.code();
        assert_eq!(ended, Some(expected), "{:?}\n{}{}", self.status, self.out, self.err);
        self
    }

    /// Whether it ended with an exit code that says so.
    pub fn is_failure(&self) -> bool {
        matches!(self.status.code(), Some(1 | 3))
    }

    /// Checks that standard output or standard error says all of these.
    #[track_caller]
    pub fn says(self, texts: &[&str]) -> Self {
        for text in texts {
            assert!(
                self.out.contains(text) || self.err.contains(text),
                "{text:?} is not said:\n{}{}",
                self.out,
                self.err
            );
        }
        self
    }

    /// Standard output as one JSON document.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }

    /// Standard output as JSON, a document a line.
    #[track_caller]
    pub fn jsonl(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}
