//! Places in an order of hits, from which it can be gone on.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use verbale_statement::StatementId;

/// Where a hit stands in an order: whoever has it can ask for what comes behind, however many hits lie before it. It
/// means something only with the same query in the same order, and moves with the scores when the index changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// Higher ranks come first.
    pub(crate) rank: u64,
    /// Of equal ranks, these come in the order of the alphabet.
    pub(crate) name: String,
    /// Of equal names, the ids decide.
    pub(crate) id: StatementId,
}

/// A text is no place in an order of hits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no place in an order of hits; take it from an answer as it stands there")]
pub struct AfterError;

impl Ord for After {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_name = || self.name.cmp(&other.name).then_with(|| self.id.as_str().cmp(other.id.as_str()));
        other.rank.cmp(&self.rank).then_with(by_name)
    }
}

impl PartialOrd for After {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for After {
    /// Writes a text that can stand in an address; what is in it is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}.", self.rank)?;
        self.name.bytes().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        write!(f, ".{}", self.id)
    }
}

impl FromStr for After {
    type Err = AfterError;

    fn from_str(text: &str) -> Result<Self, AfterError> {
        let mut parts = text.splitn(3, '.');
        let (Some(rank), Some(name), Some(id)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(AfterError);
        };
        Ok(Self {
            rank: u64::from_str_radix(rank, 16).map_err(|_| AfterError)?,
            name: decoded(name).ok_or(AfterError)?,
            id: StatementId::new(id).map_err(|_| AfterError)?,
        })
    }
}

/// Text from two hexadecimal digits a byte.
fn decoded(digits: &str) -> Option<String> {
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes = digits.as_bytes().chunks(2).map(|pair| byte(pair).filter(|_| pair.len() == 2));
    String::from_utf8(bytes.collect::<Option<_>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(rank: u64, name: &str, id: &str) -> After {
        After { rank, name: name.into(), id: StatementId::new(id).unwrap() }
    }

    #[test]
    fn what_is_written_is_read() {
        for place in [after(0, "", "a"), after(u64::MAX, "Мира Tolvane", "2021-11.x_y"), after(7, "a.b", "x")]
        {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for wrong in ["", "1", "1.", "x..a", "1.6.a", "1.zz.a", "1.c3.a", "1..", "1..a b\n", "-1..a"] {
            assert_eq!(wrong.parse::<After>(), Err(AfterError), "{wrong}");
        }
    }

    #[test]
    fn higher_ranks_then_names_then_ids_come_first() {
        let mut places = [after(1, "", "a"), after(2, "b", "a"), after(2, "a", "b"), after(2, "a", "a")];
        places.sort();
        assert_eq!(places, [after(2, "a", "a"), after(2, "a", "b"), after(2, "b", "a"), after(1, "", "a")]);
    }
}
