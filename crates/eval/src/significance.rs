//! Whether a difference between two systems, measured on the same topics, is more than chance.
//!
//! Everything starts from the [`Differences`] per topic. Two tests ask how often chance alone would do as much: the
//! [randomisation test](randomisation_test), which assumes nothing but that under the null hypothesis the two systems
//! could be swapped on any topic, and [Student's t-test](t_test), which takes the differences for normal. Smucker,
//! Allan and Carterette (*A Comparison of Statistical Significance Tests for Information Retrieval Evaluation*, CIKM
//! 2007) find that the two agree on retrieval measures and advise against the sign and Wilcoxon tests. Who makes
//! several comparisons finds a small p by chance sooner or later; [`holm`](holm()) corrects for that. How large a difference
//! is, and how sure, say the [effect size](Differences::effect_size) and the [`confidence_interval`], which matter
//! more than p.
//!
//! ```
//! use verbale_eval::significance::{Differences, confidence_interval, t_test};
//!
//! let (baseline, system) = ([0.42, 0.10, 0.77, 0.31], [0.51, 0.12, 0.80, 0.45]);
//! let differences = Differences::between(&baseline, &system);
//! assert!((differences.mean() - 0.07).abs() < 1e-9);
//! let interval = confidence_interval(&differences, 0.95).unwrap();
//! assert!(interval.low < 0.0 && t_test(&differences).unwrap().p > 0.05);
//! ```

mod differences;
mod holm;
mod randomisation;
mod student;

pub use differences::{Differences, Tally};
pub use holm::holm;
pub use randomisation::{Permutations, Randomisation, randomisation_test};
pub use student::{Interval, TTest, confidence_interval, t_test};
