//! Boosted trees of decisions: what was learned about blocks from pages that people have marked up.
//!
//! A model is a text file, made by `benches/extraction/train.py`: a line `bias NUMBER`, then a line for each tree. A
//! tree is written from its root, the branch for smaller values first: `FEATURE LIMIT` and its two branches, or
//! `= VALUE` where it ends. The sum of the bias and of one value from each tree is the log-odds.

use std::collections::HashMap;

/// A node of a tree; the branch for values up to the limit begins with the node behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    /// The index of the feature that is asked for; [`END`] where the tree ends.
    feature: u16,
    /// Where the other branch begins.
    above: u16,
    /// The limit, or the value where the tree ends.
    value: f32,
}

/// In place of a feature: here the tree ends.
const END: u16 = u16::MAX;

/// What was learned, as trees one behind the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Model {
    bias: f32,
    /// Trees of two questions one behind the other: most are.
    small: Vec<Small>,
    /// The other trees.
    nodes: Vec<Node>,
    roots: Vec<usize>,
}

/// A tree of two questions one behind the other, each for a feature and its limit.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Small {
    root: (u16, f32),
    /// What is asked where the first value is up to its limit, and where it is above.
    then: [(u16, f32); 2],
    /// Below and below, below and above, above and below, above and above.
    values: [f32; 4],
}

impl Model {
    /// Reads a model whose features are columns of these names; none if it is malformed or asks for another feature.
    pub(super) fn read(source: &str, features: &[String]) -> Option<Self> {
        let columns: HashMap<&str, u16> =
            features.iter().zip(0..).map(|(name, column)| (name.as_str(), column)).collect();
        let mut lines = source.lines();
        let mut model = Self { bias: lines.next()?.strip_prefix("bias ")?.parse().ok()?, ..Self::default() };
        for line in lines {
            let root = model.nodes.len();
            model.roots.push(root);
            // Nodes whose branch for greater values hasn't come yet.
            let mut open: Vec<usize> = Vec::new();
            let mut missing = 1_usize;
            let mut words = line.split(' ');
            while let Some(word) = words.next() {
                let value = words.next()?.parse().ok()?;
                if word == "=" {
                    model.nodes.push(Node { feature: END, above: 0, value });
                    missing = missing.checked_sub(1)?;
                    if let Some(at) = open.pop() {
                        model.nodes[at].above = u16::try_from(model.nodes.len() - root).ok()?;
                    }
                } else {
                    missing += 1;
                    open.push(model.nodes.len());
                    model.nodes.push(Node { feature: *columns.get(word)?, above: 0, value });
                }
            }
            if missing > 0 {
                return None;
            }
            if let Some(small) = model.small(root) {
                model.small.push(small);
                model.nodes.truncate(root);
                model.roots.pop();
            }
        }
        Some(model)
    }

    /// How likely it is that a block with these features is part of the text, from 0 to 1.
    pub(super) fn judge(&self, row: &[f32]) -> f32 {
        let value = |feature: u16| row.get(usize::from(feature)).copied().unwrap_or_default();
        let mut odds = self.bias;
        for small in &self.small {
            // Both questions are asked at once, without branches, which couldn't be foreseen.
            let above = usize::from(value(small.root.0) > small.root.1);
            let (feature, limit) = small.then[above];
            odds += small.values[above * 2 + usize::from(value(feature) > limit)];
        }
        for root in &self.roots {
            let mut node = self.nodes[*root];
            let mut at = *root;
            while node.feature != END {
                at = if value(node.feature) <= node.value { at + 1 } else { root + usize::from(node.above) };
                node = self.nodes[at];
            }
            odds += node.value;
        }
        1.0 / (1.0 + (-odds).exp())
    }

    /// The tree at `root` as one of two questions one behind the other, if it asks no more.
    fn small(&self, root: usize) -> Option<Small> {
        let node = |at: usize| self.nodes.get(at).copied();
        let ask = |at: usize| -> Option<((u16, f32), [f32; 2])> {
            let own = node(at)?;
            if own.feature == END {
                return Some(((0, f32::INFINITY), [own.value; 2]));
            }
            let (below, above) = (node(at + 1)?, node(root + usize::from(own.above))?);
            let ends = below.feature == END && above.feature == END;
            ends.then_some(((own.feature, own.value), [below.value, above.value]))
        };
        let first = node(root)?;
        if first.feature == END {
            return None;
        }
        let (below, [a, b]) = ask(root + 1)?;
        let (above, [c, d]) = ask(root + usize::from(first.above))?;
        Some(Small { root: (first.feature, first.value), then: [below, above], values: [a, b, c, d] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Option<Model> {
        Model::read(source, &["letters".to_owned(), "linked".to_owned()])
    }

    #[test]
    fn trees_are_walked_by_limits_and_their_values_summed() {
        let model = read("bias -1\nletters 10 = -2 linked 0.5 = 3 = 0.5\nlinked 0.1 = 1 = 0").unwrap();
        let odds = |letters, linked| {
            let likely = model.judge(&[letters, linked]);
            (likely / (1.0 - likely)).ln()
        };
        for (letters, linked, expected) in [(10.0, 0.0, -2.0), (11.0, 0.5, 2.0), (11.0, 0.6, -0.5)] {
            assert!((odds(letters, linked) - expected).abs() < 1e-4, "{letters} {linked}");
        }
    }

    #[test]
    fn a_malformed_model_is_none() {
        for source in [
            "",
            "bias",
            "bias 0\nletters 1 = 1",
            "bias 0\nwords 1 = 1 = 2",
            "bias 0\n= 1 = 2",
            "bias 0\nletters 1 = 1 = 2 = 3",
            "bias 0\nletters = 1 = 1",
        ] {
            assert_eq!(read(source), None, "{source:?}");
        }
    }
}
