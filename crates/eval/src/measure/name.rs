//! The names of measures.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use crate::{EvalError, Measure};

const KNOWN: &str =
    "there are nDCG@10, nDCG, AP, RR@10, RR, P@5, R@100, Judged@10, ERR@20, bpref and RBP(p=0.8)";

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Ndcg(_) => "nDCG",
            Self::Ap => "AP",
            Self::Rr(_) => "RR",
            Self::Precision(_) => "P",
            Self::Recall(_) => "R",
            Self::Judged(_) => "Judged",
            Self::Err(_) => "ERR",
            Self::Bpref => "bpref",
            Self::Rbp { p } => return write!(f, "RBP(p={p})"),
        };
        match self {
            Self::Ndcg(Some(k)) | Self::Rr(Some(k)) => write!(f, "{name}@{k}"),
            Self::Precision(k) | Self::Recall(k) | Self::Judged(k) | Self::Err(k) => write!(f, "{name}@{k}"),
            _ => f.write_str(name),
        }
    }
}

/// Upper and lower case are the same.
impl FromStr for Measure {
    type Err = EvalError;
    fn from_str(text: &str) -> Result<Self, EvalError> {
        let wrong = |problem: &str| EvalError::Measure { name: text.to_owned(), problem: problem.to_owned() };
        let lower = text.trim().to_lowercase();
        if let Some(p) = lower.strip_prefix("rbp(p=").and_then(|rest| rest.strip_suffix(')')) {
            let p = p.parse().ok().filter(|p| *p > 0.0 && *p < 1.0);
            return p.map(|p| Self::Rbp { p }).ok_or_else(|| wrong("p has to be between 0 and 1"));
        }
        let (name, cutoff) = match lower.split_once('@') {
            Some((name, cutoff)) => {
                let cutoff: Option<NonZeroU32> = cutoff.parse().ok();
                (
                    name,
                    Some(cutoff.ok_or_else(|| wrong("what stands after @ has to be a whole number from 1"))?),
                )
            }
            None => (lower.as_str(), None),
        };
        match (name, cutoff) {
            ("ndcg", cutoff) => Ok(Self::Ndcg(cutoff)),
            ("ap", None) => Ok(Self::Ap),
            ("rr", cutoff) => Ok(Self::Rr(cutoff)),
            ("p", Some(k)) => Ok(Self::Precision(k)),
            ("r", Some(k)) => Ok(Self::Recall(k)),
            ("judged", Some(k)) => Ok(Self::Judged(k)),
            ("err", Some(k)) => Ok(Self::Err(k)),
            ("bpref", None) => Ok(Self::Bpref),
            ("p" | "r" | "judged" | "err", None) => Err(wrong("it needs a cutoff, such as @10")),
            ("ap" | "bpref", Some(_)) => Err(wrong("it has no cutoff")),
            _ => Err(wrong(KNOWN)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_those_of_ir_measures() {
        for name in [
            "nDCG@10",
            "nDCG",
            "AP",
            "RR",
            "RR@10",
            "P@5",
            "R@100",
            "Judged@10",
            "ERR@20",
            "bpref",
            "RBP(p=0.8)",
        ] {
            assert_eq!(name.parse::<Measure>().unwrap().to_string(), name);
            assert_eq!(name.to_lowercase().parse::<Measure>().unwrap().to_string(), name);
        }
    }

    #[test]
    fn what_is_no_measure_is_told_why() {
        let error = |name: &str| name.parse::<Measure>().unwrap_err().to_string();
        assert_eq!(error("P"), "\"P\" is no measure: it needs a cutoff, such as @10");
        assert_eq!(error("AP@10"), "\"AP@10\" is no measure: it has no cutoff");
        assert_eq!(
            error("P@0"),
            "\"P@0\" is no measure: what stands after @ has to be a whole number from 1"
        );
        assert_eq!(error("RBP(p=1)"), "\"RBP(p=1)\" is no measure: p has to be between 0 and 1");
        assert!(error("F1").starts_with("\"F1\" is no measure: there are nDCG@10"));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC*") {
            if let Ok(measure) = text.parse::<Measure>() {
                prop_assert_eq!(measure.to_string().parse::<Measure>().unwrap(), measure);
            }
        }
    }
}
