//! Where the binary is run: in a working directory of its own, as a person has it.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use tempfile::TempDir;

use crate::running::{Ended, Running};

/// The checkout that is tested.
pub const CHECKOUT: &str = env!("CARGO_MANIFEST_DIR");

/// A working directory in which `verbale` is run; its data directory lies where it lies if nobody says otherwise.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An empty one.
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// One that has a line of JSONL for each statement, taken in.
    pub fn with(lines: &[serde_json::Value]) -> Self {
        let desk = Self::new();
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        desk.write("statements.jsonl", text);
        desk.run(&["ingest", "statements.jsonl"]).code(0);
        desk
    }

    /// One that has the sample of the checkout taken in, for tests that only read. Tests that run at the same time
    /// share it.
    pub fn of_sample() -> Arc<Self> {
        static SHARED: Mutex<Weak<Desk>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(desk) = shared.upgrade() {
            return desk;
        }
        let desk = Self::new();
        desk.link_sample();
        desk.run(&["ingest", "index-data/sample"]).code(0);
        let desk = Arc::new(desk);
        *shared = Arc::downgrade(&desk);
        desk
    }

    /// Links the checkout's sample to where a newcomer's start looks for it.
    pub fn link_sample(&self) {
        fs::create_dir_all(self.path("index-data")).unwrap();
        let sample = Path::new(CHECKOUT).join("index-data/sample");
        std::os::unix::fs::symlink(sample, self.path("index-data/sample")).unwrap();
    }

    /// The path of `name` on this desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The data directory.
    pub fn data(&self) -> PathBuf {
        self.path("index-data/local")
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// The binary with `arguments`, not yet started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.any_command(env!("CARGO_BIN_EXE_verbale"));
        command.args(arguments);
        command
    }

    /// Another program, in the same surroundings.
    pub fn any_command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        for variable in ["VERBALE_DATA", "NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
            command.env_remove(variable);
        }
        command
    }

    /// Starts the binary.
    pub fn start(&self, arguments: &[&str]) -> Running {
        Running::start(&mut self.command(arguments))
    }

    /// Runs the binary to its end.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.start(arguments).ended()
    }

    /// Runs the binary as a user whom file permissions bind, which root is not; or says why that can't be done.
    pub fn run_unprivileged(&self, arguments: &[&str]) -> Result<Ended, String> {
        let locked = self.path(".locked");
        fs::write(&locked, "").unwrap();
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::File::open(&locked).is_err() {
            return Ok(self.run(arguments));
        }
        // Temporary folders are their owner's alone.
        fs::set_permissions(self.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", env!("CARGO_BIN_EXE_verbale")];
        let as_nobody = |arguments: &[&str]| {
            let mut command = self.any_command("setpriv");
            command.args(nobody).args(arguments);
            command
        };
        match as_nobody(&["--version"]).output() {
            Ok(output) if output.status.success() => Ok(Running::start(&mut as_nobody(arguments)).ended()),
            Ok(output) => Err(format!("root, and {}", String::from_utf8_lossy(&output.stderr).trim())),
            Err(error) => Err(format!("root, and setpriv: {error}")),
        }
    }

    /// What `verbale status` says.
    pub fn status(&self) -> serde_json::Value {
        self.run(&["status", "--format", "json"]).code(0).json()
    }

    /// How many statements, and how many versions of them, are in the archive.
    pub fn counts(&self) -> (u64, u64) {
        let status = self.status();
        (status["statements"].as_u64().unwrap(), status["versions"].as_u64().unwrap())
    }
}

/// Says that a test could not be done here, past the capture of the test harness, so that it is seen.
pub fn skipped(test: &str, reason: &str) {
    // Nothing is left to be done if even this can't be said.
    let _ = writeln!(std::io::stderr(), "skipped: {test}: {reason}");
}
