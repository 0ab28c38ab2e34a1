//! What sort of text a statement is.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The sort of text that a statement is, as its publisher calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A prepared address, held before an audience.
    Speech,
    /// Questions and answers.
    Interview,
    /// The agreed outcome of a meeting, issued by its participants or their organisation.
    Communique,
    /// A text that several parties sign or issue together.
    JointStatement,
    /// News for the press.
    PressRelease,
    /// Short words, often to the press or at a ceremony.
    Remarks,
    /// A statement of one ministry or organisation.
    Statement,
}

/// A text names no [`Kind`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no kind of statement; there are {list}", list = Kind::list())]
pub struct KindError(pub String);

impl Kind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Kind; 7] = [
        Kind::Speech,
        Kind::Interview,
        Kind::Communique,
        Kind::JointStatement,
        Kind::PressRelease,
        Kind::Remarks,
        Kind::Statement,
    ];

    /// The name used in queries, JSON and the index: `joint_statement`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Speech => "speech",
            Kind::Interview => "interview",
            Kind::Communique => "communique",
            Kind::JointStatement => "joint_statement",
            Kind::PressRelease => "press_release",
            Kind::Remarks => "remarks",
            Kind::Statement => "statement",
        }
    }

    /// The name for readers: `joint statement`.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Communique => "communiqué",
            Kind::JointStatement => "joint statement",
            Kind::PressRelease => "press release",
            other => other.name(),
        }
    }

    fn list() -> String {
        Kind::ALL.map(Kind::name).join(", ")
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = KindError;

    /// Takes the name or the label, in any case, with spaces, hyphens or underscores between words.
    fn from_str(text: &str) -> Result<Self, KindError> {
        let wanted = text.trim().to_lowercase().replace([' ', '-'], "_").replace('é', "e");
        Kind::ALL.into_iter().find(|kind| kind.name() == wanted).ok_or_else(|| KindError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_labels_parse_back() {
        for kind in Kind::ALL {
            assert_eq!(kind.name().parse(), Ok(kind));
            assert_eq!(kind.label().parse(), Ok(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
        }
        assert!("sermon".parse::<Kind>().unwrap_err().to_string().contains("press_release"));
    }
}
