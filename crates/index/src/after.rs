//! Places in an order of hits, from which it can be gone on.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use verbale_statement::StatementId;

use crate::Order;

/// Where a hit stands in an order: whoever has it can ask for what comes behind, however many hits lie before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct After {
    /// Higher ranks come first.
    pub(crate) rank: u64,
    /// Of equal ranks, these come in the order of the alphabet.
    pub(crate) name: String,
    /// Of equal names, the ids decide.
    pub(crate) id: StatementId,
}

/// Where an answer goes on: a place, and the order in which it is one. It means something only with the same query, and
/// moves with the scores when the index changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuation {
    pub(crate) order: Order,
    pub(crate) place: After,
}

/// An answer can't be gone on with from there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContinuationError {
    /// A text is no place in an order of hits.
    #[error("this is no place in an order of hits; take it from an answer as it stands there")]
    NoPlace,
    /// The place is one in another order than that of the hits.
    #[error(
        "this is a place in the order {}, and the hits are asked for in the order {}; take one from an answer in the same order, or begin without",
        .of.name(), .wanted.name()
    )]
    OtherOrder {
        /// The order in which it is one.
        of: Order,
        /// The order of the hits.
        wanted: Order,
    },
}

impl Continuation {
    /// The place, if it is one in the order that is `wanted`.
    pub(crate) fn place_in(&self, wanted: Order) -> Result<&After, ContinuationError> {
        let of = self.order;
        if of == wanted { Ok(&self.place) } else { Err(ContinuationError::OtherOrder { of, wanted }) }
    }
}

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

impl fmt::Display for Continuation {
    /// Writes a text that can stand in an address; what is in it is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { order, place: After { rank, name, id } } = self;
        write!(f, "{}.{rank:x}.", order.name())?;
        name.bytes().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        write!(f, ".{id}")
    }
}

impl FromStr for Continuation {
    type Err = ContinuationError;

    fn from_str(text: &str) -> Result<Self, ContinuationError> {
        read(text).ok_or(ContinuationError::NoPlace)
    }
}

fn read(text: &str) -> Option<Continuation> {
    let mut parts = text.splitn(4, '.');
    let (order, rank, name, id) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let order = Order::ALL.into_iter().find(|own| own.name() == order)?;
    let rank = u64::from_str_radix(rank, 16).ok()?;
    Some(Continuation { order, place: After { rank, name: decoded(name)?, id: StatementId::new(id).ok()? } })
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
        let places =
            [after(0, "", "a"), after(u64::MAX, "Мира Tolvane", "2021-11.x_y"), after(7, "a.b", "x")];
        for (order, place) in Order::ALL.into_iter().zip(places.into_iter().cycle()) {
            let place = Continuation { order, place };
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for wrong in ["", "1", "1.", "x..a", "1.6.a", "1.zz.a", "1.c3.a", "1..", "1..a b\n", "-1..a"] {
            let wrong = format!("newest.{wrong}");
            assert_eq!(wrong.parse::<Continuation>(), Err(ContinuationError::NoPlace), "{wrong}");
        }
        for wrong in ["1..a", "random.1..a", ".1..a"] {
            assert_eq!(wrong.parse::<Continuation>(), Err(ContinuationError::NoPlace), "{wrong}");
        }
    }

    #[test]
    fn a_place_is_one_in_its_own_order_alone() {
        let place = Continuation { order: Order::Oldest, place: after(1, "", "a") };
        assert_eq!(place.place_in(Order::Oldest), Ok(&place.place));
        let refusal = place.place_in(Order::Newest).unwrap_err().to_string();
        assert!(
            refusal.contains("in the order oldest, and the hits are asked for in the order newest"),
            "{refusal}"
        );
    }

    #[test]
    fn higher_ranks_then_names_then_ids_come_first() {
        let mut places = [after(1, "", "a"), after(2, "b", "a"), after(2, "a", "b"), after(2, "a", "a")];
        places.sort();
        assert_eq!(places, [after(2, "a", "a"), after(2, "a", "b"), after(2, "b", "a"), after(1, "", "a")]);
    }
}
