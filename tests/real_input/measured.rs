//! A run of the binary, and what it took.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::NamedTempFile;

/// What a run printed and took.
pub struct Measured {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    pub seconds: f64,
    /// The most memory that it held at a time, in bytes; zero where the system doesn't say.
    pub peak: u64,
}

/// Runs `verbale` over a data directory to its end.
pub fn run(data: &Path, arguments: &[&str]) -> Measured {
    let (out, err) = (NamedTempFile::new().unwrap(), NamedTempFile::new().unwrap());
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .arg("--data")
        .arg(data)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::from(out.reopen().unwrap()))
        .stderr(Stdio::from(err.reopen().unwrap()))
        .spawn()
        .unwrap();
    let mut peak = 0;
    let status = loop {
        // The high-water mark only grows, so that the last one that is seen is the peak.
        peak = high_water_mark(child.id()).unwrap_or(0).max(peak);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let text = |file: &NamedTempFile| String::from_utf8_lossy(&fs::read(file.path()).unwrap()).into_owned();
    Measured {
        code: status.code(),
        out: text(&out),
        err: text(&err),
        seconds: begun.elapsed().as_secs_f64(),
        peak,
    }
}

/// The most memory that a process has held so far, in bytes.
fn high_water_mark(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1_024)
}

impl Measured {
    /// Standard output as JSON, of a run that ended with this code and not by a panic.
    #[track_caller]
    pub fn json(&self, code: i32) -> Value {
        self.ended(code);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    #[track_caller]
    pub fn ended(&self, code: i32) {
        assert!(
            self.code == Some(code) && !self.err.contains("panicked"),
            "{:?}: {}{}",
            self.code,
            self.out,
            self.err
        );
    }
}
