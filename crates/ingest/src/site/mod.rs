//! What is known about the pages of particular sites and the files of particular data sets: profiles, written in TOML in
//! `index-data/sites/`, or given at run time.

mod named;
mod profile;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use scraper::Html;
use url::Url;
use verbale_statement::Evidence;

use crate::draft::Draft;

pub(crate) use profile::{Profile, Selector};

// What build.rs found in index-data/sites: names and texts.
include!(concat!(env!("OUT_DIR"), "/sites.rs"));

static KNOWN: LazyLock<Arc<Known>> = LazyLock::new(|| {
    // A profile that can't be read would be left out; a test holds that all can.
    Arc::new(Known::new(BUILT_IN.iter().filter_map(|(name, text)| read(name, text).ok()).collect()))
});

/// Why a profile can't be used. Each says which file, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError {
    /// The file or folder can't be read.
    #[error("{}: {reason}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// A folder without profiles.
    #[error("{}: no profile in it; a profile is a file that ends in .toml", .0.display())]
    Empty(PathBuf),
    /// Not TOML, an unknown key, a selector or an expression that can't be read.
    #[error("{} is no profile of a site: {reason}", path.display())]
    Profile {
        /// The file.
        path: PathBuf,
        /// Line, column and reason.
        reason: String,
    },
    /// Neither a file nor the name of a profile.
    #[error("there is no profile {name:?}, as a file or by name; the names are {}", known.join(", "))]
    Unknown {
        /// What was asked for.
        name: String,
        /// The profiles that Verbale comes with.
        known: Vec<String>,
    },
}

#[derive(Debug)]
struct Known {
    profiles: Vec<Profile>,
    leftovers: HashSet<String>,
    /// Whether every page is one of the first profile's site, whatever its address.
    forced: bool,
}

impl Known {
    fn new(profiles: Vec<Profile>) -> Self {
        let leftovers =
            profiles.iter().flat_map(|profile| &profile.leftovers).map(|line| plain(line)).collect();
        Self { profiles, leftovers, forced: false }
    }
}

/// The sites of which something is known: those that Verbale comes with, and those of one's own.
#[derive(Debug, Clone)]
pub struct Sites(Arc<Known>);

impl Default for Sites {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Sites {
    /// The sites that Verbale comes with.
    pub fn built_in() -> Self {
        Self(KNOWN.clone())
    }

    /// The same with the profiles under `paths`, files or folders of `.toml` files, which go before those that Verbale
    /// comes with and take the place of those with the same name.
    ///
    /// # Errors
    /// If a file can't be read, is no profile, or a folder has none.
    pub fn with(paths: &[PathBuf]) -> Result<Self, SiteError> {
        let mut profiles = Vec::new();
        for path in paths {
            for file in files(path)? {
                profiles.push(read_file(&file)?);
            }
        }
        let is_new = |name: &str| profiles.iter().all(|own: &Profile| own.name != name);
        let others: Vec<Profile> = BUILT_IN
            .iter()
            .filter(|(name, _)| is_new(name))
            .filter_map(|(name, text)| read(name, text).ok())
            .collect();
        profiles.extend(others);
        Ok(Self(Arc::new(Known::new(profiles))))
    }

    /// Only the profile that is called `name` or stands in the file `name`, taken for the profile of every page.
    ///
    /// # Errors
    /// If there is none, or it is no profile.
    pub fn only(name: &str) -> Result<Self, SiteError> {
        let path = Path::new(name);
        let profile = match BUILT_IN.iter().find(|(own, _)| *own == name) {
            Some((name, text)) => {
                read(name, text).map_err(|reason| SiteError::Profile { path: path.into(), reason })?
            }
            None if path.is_file() => read_file(path)?,
            None => {
                let known = BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).collect();
                return Err(SiteError::Unknown { name: name.to_owned(), known });
            }
        };
        let mut known = Known::new(vec![profile]);
        known.forced = true;
        Ok(Self(Arc::new(known)))
    }

    /// The names of the profiles, in the order in which they are tried.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.profiles.iter().map(|profile| profile.name.as_str())
    }

    /// The first profile: with [`Sites::only`], the one there is.
    pub(crate) fn first(&self) -> Option<&Profile> {
        self.0.profiles.first()
    }

    /// Whether a line of text is a leftover of a known site's page, such as "Go back".
    pub(crate) fn is_leftover(&self, line: &str) -> bool {
        // Leftovers are short; a long line needn't be copied to know it.
        line.len() <= 200 && self.0.leftovers.contains(&plain(line))
    }

    /// The profile of the site that a page belongs to: by its address, or if it gives none by its marks.
    pub(crate) fn of_page(&self, url: Option<&Url>, page: &Html) -> Option<&Profile> {
        let profiles = &self.0.profiles;
        if self.0.forced {
            return profiles.first();
        }
        profiles.iter().find(|profile| profile.chosen(url, page).is_some())
    }

    /// Fills a draft with what the name of its file states, if it is one of a known data set.
    pub(crate) fn apply_file_name(&self, name: &str, draft: &mut Draft) {
        let mut names = self.0.profiles.iter().filter_map(|profile| profile.file.as_ref());
        names.any(|file| file.apply(name, Evidence::FileName, draft));
    }
}

/// The profiles under `path`, in the order of their names.
fn files(path: &Path) -> Result<Vec<PathBuf>, SiteError> {
    let failed = |error: std::io::Error| SiteError::Read { path: path.to_owned(), reason: error.to_string() };
    if !std::fs::metadata(path).map_err(failed)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(failed)? {
        let file = entry.map_err(failed)?.path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() { Err(SiteError::Empty(path.to_owned())) } else { Ok(files) }
}

fn read_file(path: &Path) -> Result<Profile, SiteError> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| SiteError::Read { path: path.to_owned(), reason: error.to_string() })?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    read(&name, &text).map_err(|reason| SiteError::Profile { path: path.to_owned(), reason })
}

fn read(name: &str, text: &str) -> Result<Profile, String> {
    let profile: Profile = toml::from_str(text).map_err(|error| error.to_string())?;
    Ok(Profile { name: name.to_owned(), ..profile })
}

/// A line as leftovers are compared: lower case, single spaces, without signs around it.
fn plain(line: &str) -> String {
    let words: Vec<String> = line.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_profile_can_be_read() {
        assert!(BUILT_IN.iter().any(|(name, _)| *name == "csto"));
        for (name, text) in BUILT_IN {
            assert_eq!(read(name, text).map(|profile| profile.name).as_deref(), Ok(*name));
        }
    }

    #[test]
    fn a_host_is_a_site_and_its_subdomains() {
        let sites = Sites::built_in();
        let page = Html::parse_document("");
        let organisation = |host: &str| {
            let url: Url = format!("https://{host}/a").parse().unwrap();
            sites.of_page(Some(&url), &page)?.organisation.as_deref()
        };
        assert_eq!(organisation("en.odkb-csto.org"), Some("Collective Security Treaty Organization"));
        assert_eq!(organisation("halvernpact.example"), Some("Halvern Pact Organization"));
        assert_eq!(organisation("notodkb-csto.org"), None);
    }

    #[test]
    fn files_of_known_data_sets_state_what_their_names_say() {
        let mut draft = Draft::default();
        Sites::built_in().apply_file_name("BLR_02_1947.txt", &mut draft);
        assert_eq!(draft.title.as_deref(), Some("BLR, general debate, session 2 (1947)"));
        assert_eq!(
            draft.event.as_deref(),
            Some("United Nations General Assembly, general debate, session 2")
        );
        assert_eq!(draft.countries, ["BY".parse().unwrap()]);
        for name in ["BLR_02_1948.txt", "BLR_2_1947.html", "blr_en.txt"] {
            let mut draft = Draft::default();
            Sites::built_in().apply_file_name(name, &mut draft);
            assert_eq!(draft, Draft::default(), "{name}");
        }
    }

    #[test]
    fn leftovers_are_known_in_any_dress() {
        let sites = Sites::built_in();
        for line in
            ["Go back", " « go  Back ", "Back to the all news", "Назад в раздел", "← Ко всем новостям"]
        {
            assert!(sites.is_leftover(line), "{line}");
        }
        for line in ["", "—", "Go back to work", "We must not go back."] {
            assert!(!sites.is_leftover(line), "{line}");
        }
    }
}
