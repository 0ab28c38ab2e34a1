//! What the windows of a text say of the languages of its script.

use std::fmt;

use verbale_statement::Language;

use super::table::Table;

/// As many languages as a table can have.
pub(super) const LANES: usize = 32;

/// For each language of a table, how much likelier the text is in it than in the languages of its script on the whole.
#[derive(Clone, Copy)]
pub(super) struct Weighed {
    table: &'static Table,
    /// Natural logarithms of likelihoods, by the table's languages. Windows overlap, so they are too large by some
    /// factor: what they are worth was measured (`benches/README.md`).
    nats: [f32; LANES],
    letters: usize,
}

/// The likeliest language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Best {
    pub(super) language: Language,
    /// How much likelier it is than the next, in nats.
    pub(super) lead: f32,
}

impl Weighed {
    pub(super) fn new(table: &'static Table, nats: [f32; LANES], letters: usize) -> Self {
        Self { table, nats, letters }
    }

    /// The likeliest language, if those that `favoured` names are likelier beforehand by so many nats.
    pub(super) fn best(&self, favoured: &[(Language, f32)]) -> Option<Best> {
        let mut best: Option<(Language, f32)> = None;
        let mut next = f32::NEG_INFINITY;
        for ((language, beforehand), nats) in self.table.languages().iter().zip(self.nats) {
            let favour: f32 =
                favoured.iter().filter(|(known, _)| known == language).map(|(_, nats)| nats).sum();
            let nats = nats + beforehand + favour;
            match best {
                Some((_, most)) if most >= nats => next = next.max(nats),
                _ => {
                    next = best.map_or(next, |(_, most)| most);
                    best = Some((*language, nats));
                }
            }
        }
        best.map(|(language, most)| Best { language, lead: most - next })
    }

    /// How much the text looks like a language at all: nats per letter of the likeliest. Prose has from 1 to 4, names
    /// and abbreviations about 0.5, letters put together at random about 0.
    pub(super) fn per_letter(&self) -> f32 {
        self.most() / self.letters.max(1) as f32
    }

    /// How many letters the text has.
    pub(super) fn letters(&self) -> usize {
        self.letters
    }

    /// Of two texts together, if they are in one script.
    pub(super) fn and(mut self, other: &Self) -> Self {
        if std::ptr::eq(self.table, other.table) {
            self.nats.iter_mut().zip(other.nats).for_each(|(sum, nats)| *sum += nats);
            self.letters += other.letters;
        }
        self
    }

    /// Nats of the likeliest language.
    pub(super) fn most(&self) -> f32 {
        self.table.languages().iter().zip(self.nats).map(|(_, nats)| nats).fold(f32::NEG_INFINITY, f32::max)
    }
}

impl fmt::Debug for Weighed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_map()
            .entries(self.table.languages().iter().map(|(language, _)| language).zip(self.nats))
            .finish()
    }
}
