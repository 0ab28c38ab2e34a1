//! The ranking bench: test collections, runs, measures, and what they say about a change of ranking.
//!
//! A collection has *topics* (what readers ask), *documents*, and *qrels* (how relevant judges found a document for a
//! topic). A *run* is what a system answers to the topics. Files are those of TREC, so that runs of any engine can be
//! compared, and a value here is the value that trec_eval and ir_measures give.
//!
//! ```
//! use verbale_eval::{Measure, Qrels, Run, mean};
//!
//! let qrels: Qrels = "1 0 treaty 2\n1 0 cod 0\n".parse()?;
//! let run: Run = "1 Q0 cod 1 7.5 mine\n1 Q0 treaty 2 6.1 mine\n".parse()?;
//! let measure: Measure = "RR@10".parse()?;
//! assert_eq!(mean(&measure.per_topic(&qrels, &run)), 0.5);
//! # Ok::<(), verbale_eval::EvalError>(())
//! ```

mod bench;
pub mod clicks;
mod collection;
pub mod compare;
mod error;
mod journal;
pub mod judgments;
pub mod kappa;
mod measure;
pub mod pool;
mod qrels;
mod run;
pub mod significance;
mod topics;
pub mod tune;

pub use bench::{Bench, Documents, Stage};
pub use collection::Collection;
pub use error::EvalError;
pub use measure::{Measure, mean};
pub use qrels::Qrels;
pub use run::{Ranked, Run};
pub use topics::{Topic, Topics};
