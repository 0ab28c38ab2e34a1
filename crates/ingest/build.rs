//! Lists the profiles of `index-data/sites`, so that a new one is a new file and nothing else.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../index-data/sites");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path.canonicalize()?);
        }
    }
    files.sort();
    let rows: String = files
        .iter()
        .filter_map(|path| {
            let name = path.file_stem()?.to_str()?;
            Some(format!("    ({name:?}, include_str!({:?})),\n", path.to_str()?))
        })
        .collect();
    let list = format!("const BUILT_IN: &[(&str, &str)] = &[\n{rows}];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("sites.rs"), list)
}
