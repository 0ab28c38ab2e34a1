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
    nodes: Vec<Node>,
    roots: Vec<usize>,
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
        }
        Some(model)
    }

    /// How likely it is that a block with these features is part of the text, from 0 to 1.
    pub(super) fn judge(&self, row: &[f32]) -> f32 {
        let mut odds = self.bias;
        for root in &self.roots {
            let mut at = *root;
            let mut node = self.nodes[at];
            while node.feature != END {
                at = if row[usize::from(node.feature)] <= node.value {
                    at + 1
                } else {
                    root + usize::from(node.above)
                };
                node = self.nodes[at];
            }
            odds += node.value;
        }
        1.0 / (1.0 + (-odds).exp())
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
