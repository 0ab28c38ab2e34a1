//! Finding a ranking profile.

use std::path::Path;

use anyhow::{Context, Result};
use verbale_search::Ranking;

/// Our own profiles, as they lie in a checkout.
const PROFILES: &str = "index-data/ranking";

/// The profile called `name`, a file or one of our own, in a checkout as it lies there; and what to call a run with it.
/// Without a name it is the default.
pub(super) fn profile(name: Option<&str>) -> Result<(String, Ranking)> {
    let Some(name) = name else { return Ok(("default".to_owned(), Ranking::default())) };
    let path = Path::new(name);
    let is_path =
        path.components().count() > 1 || path.extension().is_some_and(|extension| extension == "toml");
    let path = if is_path { path.to_owned() } else { Path::new(PROFILES).join(format!("{name}.toml")) };
    if !is_path
        && !path.exists()
        && let Some(ranking) = Ranking::named(name)
    {
        return Ok((name.to_owned(), ranking));
    }
    let ranking = Ranking::open(&path).with_context(|| {
        let built_in: Vec<_> = Ranking::profiles().iter().map(|(name, _)| *name).collect();
        let built_in = built_in.join(", ");
        format!(
            "there is no profile {name:?}; give {built_in}, a name from {PROFILES} or the path of a TOML file"
        )
    })?;
    let tag = path.file_stem().map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned());
    Ok((tag, ranking))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_the_default_a_file_or_a_name() {
        assert_eq!(profile(None).unwrap(), ("default".to_owned(), Ranking::default()));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("long texts.toml");
        std::fs::write(&path, "b = 0.25").unwrap();
        let (tag, ranking) = profile(path.to_str()).unwrap();
        assert_eq!((tag.as_str(), ranking.b), ("long texts", 0.25));
        // Tests run in the folder of their crate, where no profiles lie.
        assert_eq!(profile(Some("recall")).unwrap().1, Ranking::named("recall").unwrap());
        let error = format!("{:#}", profile(Some("nowhere")).unwrap_err());
        assert!(error.contains("index-data/ranking/nowhere.toml"), "{error}");
    }
}
