//! What a tuning has found, for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use verbale_eval::tune::{Comparison, Identity, Method, Refusal, Space, Tuned, Verdict};

/// A setting by the names of its knobs.
type Named = BTreeMap<String, f64>;

/// All that there is to say.
#[derive(Serialize)]
pub(super) struct Report {
    measure: String,
    method: Method,
    seed: u64,
    /// The name of the profile to improve on.
    base: String,
    base_setting: Named,
    /// How many settings were tried.
    tried: usize,
    folds: Vec<FoldReport>,
    /// What was found on all topics.
    chosen: FoldReport,
    /// What the topics held out say of each collection.
    held_out: Vec<Line>,
    /// And of all of them together, each counting the same.
    together: Comparison,
    /// Why the gain does not count; none if it does.
    refusal: Option<String>,
    journal: PathBuf,
}

/// The best setting on some topics.
#[derive(Serialize)]
struct FoldReport {
    topics: usize,
    setting: Named,
    training: Pair,
    /// Where it was not chosen; none for the setting that was chosen on all topics.
    #[serde(skip_serializing_if = "Option::is_none")]
    held_out: Option<Pair>,
}

/// Means with the base and with what was found.
#[derive(Clone, Copy, Serialize)]
struct Pair {
    base: f64,
    tuned: f64,
}

/// A collection.
#[derive(Serialize)]
struct Line {
    collection: String,
    #[serde(flatten)]
    comparison: Comparison,
}

impl Report {
    pub(super) fn new(
        identity: &Identity,
        base: &str,
        space: &Space,
        tuned: &Tuned,
        verdict: &Verdict,
        journal: &Path,
    ) -> Self {
        let pair = |(tuned, base)| Pair { base, tuned };
        let fold = |fold: &verbale_eval::tune::Fold| FoldReport {
            topics: fold.topics,
            setting: space.name(&fold.setting),
            training: pair(fold.training),
            held_out: Some(pair(fold.held_out)),
        };
        let names = identity.collections.iter().map(|source| source.name.clone());
        let line = |(collection, comparison): (String, &Comparison)| Line {
            collection,
            comparison: comparison.clone(),
        };
        let chosen = FoldReport {
            topics: tuned.base.iter().map(Vec::len).sum(),
            setting: space.name(&tuned.best.setting),
            training: pair((tuned.best.score, tuned.base_score)),
            held_out: None,
        };
        let base_setting =
            chosen.setting.keys().filter_map(|name| Some((name.clone(), *identity.base.get(name)?)));
        let mut report = Self {
            measure: identity.measure.clone(),
            method: identity.method,
            seed: identity.seed,
            base: base.to_owned(),
            base_setting: base_setting.collect(),
            tried: tuned.tried,
            folds: tuned.folds.iter().map(fold).collect(),
            chosen,
            held_out: names.zip(&verdict.collections).map(line).collect(),
            together: verdict.together.clone(),
            refusal: None,
            journal: journal.to_owned(),
        };
        report.refusal = verdict.refusal.map(|refusal| report.reason(refusal));
        report
    }

    /// Why the gain does not count; none if it does.
    pub(super) fn refusal(&self) -> Option<&str> {
        self.refusal.as_deref()
    }

    /// Says in a sentence what was found in training and what is left of it.
    fn reason(&self, refusal: Refusal) -> String {
        let Pair { base, tuned } = self.chosen.training;
        let promised = format!("{} {base:.4} became {tuned:.4} in training", self.measure);
        let left = format!("on the topics held out {}", sentence(&self.together));
        match refusal {
            Refusal::NothingFound => format!("{refusal} ({} {base:.4})", self.measure),
            Refusal::NoGain | Refusal::Chance => format!("{promised}, but {left}: {refusal}"),
            Refusal::Loss(collection) => {
                let loss =
                    self.held_out.get(collection).map(|line| (&line.collection, sentence(&line.comparison)));
                let (name, loss) = loss.unzip();
                let (name, loss) = (name.map_or("", String::as_str), loss.unwrap_or_default());
                format!("{promised}, and {left}, but {name} loses: {loss}")
            }
        }
    }

    /// How the profile was found, for the comment above it.
    pub(super) fn provenance(&self) -> String {
        let Self { measure, method, seed, base, tried, chosen, .. } = self;
        let method = format!("{method:?}").to_lowercase();
        let collections: Vec<_> = self.held_out.iter().map(|line| line.collection.as_str()).collect();
        let (folds, topics, collections) = (self.folds.len(), chosen.topics, collections.join(", "));
        let Pair { base: before, tuned: after } = chosen.training;
        format!(
            "Found by: {}\n\
             {tried} settings tried by {method} search with seed {seed}, in {folds} folds over {topics} topics of {collections}.\n\
             On the topics held out, {measure} {}, against the profile {base}.\n\
             On the topics it was chosen on it is {before:.4} → {after:.4}, which promises too much.",
            command_line(),
            sentence(&self.together),
        )
    }

    pub(super) fn table(&self, out: &mut dyn Write) -> io::Result<()> {
        let names: Vec<_> = self.chosen.setting.keys().collect();
        write!(out, "{:<6} {:>6}", "fold", "topics")?;
        for name in &names {
            write!(out, "  {name:>8}")?;
        }
        writeln!(out, "  {:>17}  {:>17}", "training", "held out")?;
        let mut row = |name: &str, topics: usize, setting: &Named, pairs: [Option<Pair>; 2]| {
            let mut line = format!("{name:<6} {topics:>6}");
            for name in &names {
                let value = setting.get(*name).map(ToString::to_string).unwrap_or_default();
                let _ = write!(line, "  {value:>8}");
            }
            for pair in pairs {
                let text =
                    pair.map(|pair| format!("{:.4} → {:.4}", pair.base, pair.tuned)).unwrap_or_default();
                let _ = write!(line, "  {text:>17}");
            }
            writeln!(out, "{}", line.trim_end())
        };
        row("base", self.chosen.topics, &self.base_setting, [None, None])?;
        for (number, fold) in (1..).zip(&self.folds) {
            row(&i32::to_string(&number), fold.topics, &fold.setting, [Some(fold.training), fold.held_out])?;
        }
        row("chosen", self.chosen.topics, &self.chosen.setting, [Some(self.chosen.training), None])?;

        let all = "together".to_owned();
        let lines = self.held_out.iter().map(|line| (&line.collection, &line.comparison));
        let lines: Vec<_> = if self.held_out.len() > 1 {
            lines.chain([(&all, &self.together)]).collect()
        } else {
            lines.collect()
        };
        let widest = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default().max(8);
        writeln!(out)?;
        writeln!(
            out,
            "{:<widest$}  {:>6}  {:>6}  {:>7}  {:>18}  {:>7}  {:>6}  better/same/worse",
            "held out", "base", "tuned", "gain", "95 % interval", "p", "effect"
        )?;
        for (name, found) in lines {
            let Comparison { base, tuned, difference, interval, p, effect_size, topics, .. } = found;
            let interval =
                interval.map(|ends| format!("{:+.4} … {:+.4}", ends.low, ends.high)).unwrap_or_default();
            let effect = effect_size.map(|size| format!("{size:.2}")).unwrap_or_default();
            writeln!(
                out,
                "{name:<widest$}  {base:.4}  {tuned:.4}  {difference:+.4}  {interval:>18}  {p:>7.4}  {effect:>6}  {}/{}/{}",
                topics.wins, topics.ties, topics.losses
            )?;
        }
        let (tried, verdict) =
            (self.tried, if self.refusal.is_none() { "the gain holds" } else { "no gain" });
        writeln!(
            out,
            "\n{}, base → tuned; {tried} settings tried; p by the randomisation test; {verdict}",
            self.measure
        )
    }
}

/// A comparison in words.
fn sentence(found: &Comparison) -> String {
    let Comparison { base, tuned, difference, interval, p, .. } = found;
    let mut text = format!("{base:.4} → {tuned:.4}, {difference:+.4} (");
    if let Some(ends) = interval {
        let _ = write!(text, "95 % interval {:+.4} to {:+.4}, ", ends.low, ends.high);
    }
    let _ = write!(text, "p = {p:.4} by the randomisation test)");
    text
}

/// The command line of this process, so that a shell reads it again.
fn command_line() -> String {
    let arguments = std::env::args_os().skip(1).map(|argument| quoted(&argument.to_string_lossy()));
    std::iter::once("verbale".to_owned()).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn quoted(argument: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
    if !argument.is_empty() && argument.chars().all(plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_quoted_as_a_shell_wants_it() {
        assert_eq!(quoted("b=0.2..0.9:0.1"), "b=0.2..0.9:0.1");
        assert_eq!(quoted("my set"), "'my set'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
