//! A comparison for the terminal.

use std::fmt;

use super::{Change, Comparison, Contrast, Move, Placed, Shift, System, Verdict};

/// The width of a document's id beside its rank.
const ID: usize = 24;

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, system) in self.systems.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            writeln!(
                f,
                "{} beside {}, {} judged topics",
                plain(&system.name),
                plain(&self.baseline.name),
                self.topics
            )?;
            self.table(f, system)?;
            self.verdicts(f, system)?;
            self.changed(f, system)?;
        }
        self.notes(f)
    }
}

impl Comparison {
    fn table(&self, f: &mut fmt::Formatter<'_>, system: &System) -> fmt::Result {
        let level = percent(self.confidence);
        let interval = format!("{level} interval");
        writeln!(
            f,
            "\n{:<11} {:>8} {:>8} {:>10}  {interval:<20} {:>8} {:>8} {:>8} {:>8} {:>6}  better/same/worse",
            "measure", "baseline", "system", "difference", "p", "Holm", "p of t", "Holm", "d_z"
        )?;
        for contrast in self.contrasts_of(system) {
            let Contrast { measure, baseline_mean, system_mean, difference, tally, .. } = contrast;
            let interval = contrast.interval.map_or("none".to_owned(), |interval| {
                format!("{:+.4} to {:+.4}", interval.low, interval.high)
            });
            writeln!(
                f,
                "{measure:<11} {baseline_mean:>8.4} {system_mean:>8.4} {difference:>+10.4}  {interval:<20} {:>8} {:>8} \
                 {:>8} {:>8} {:>6}  {}/{}/{}",
                p(contrast.randomisation.p),
                p(contrast.randomisation_holm),
                contrast.t_test.map_or("none".to_owned(), |test| p(test.p)),
                contrast.t_test_holm.map_or("none".to_owned(), p),
                contrast.effect_size.map_or("none".to_owned(), |size| format!("{size:+.2}")),
                tally.wins,
                tally.ties,
                tally.losses,
            )?;
        }
        Ok(())
    }

    fn verdicts(&self, f: &mut fmt::Formatter<'_>, system: &System) -> fmt::Result {
        writeln!(f)?;
        for (verdict, said) in [
            (Verdict::Better, "better by"),
            (Verdict::Worse, "worse by"),
            (Verdict::Undecided, "no difference shown by"),
        ] {
            let contrasts = self.contrasts_of(system).filter(|contrast| contrast.verdict == verdict);
            let measures: Vec<_> = contrasts.map(|contrast| contrast.measure.as_str()).collect();
            if !measures.is_empty() {
                writeln!(f, "{said} {}", measures.join(", "))?;
            }
        }
        Ok(())
    }

    fn changed(&self, f: &mut fmt::Formatter<'_>, system: &System) -> fmt::Result {
        for (index, change) in self.changes_of(system).enumerate() {
            if index == 0 {
                writeln!(f, "\nTopics that changed most by {}", change.measure)?;
            }
            write!(f, "\n{change}")?;
        }
        Ok(())
    }

    fn notes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\np       paired randomisation test, two-sided, {} permutations from seed {}, or all if there are no more\n\
             p of t  paired t-test, two-sided; the interval of the mean difference is by Student's t, too\n\
             Holm    p, corrected for the {} contrasts here; at most {}: a difference is shown\n\
             d_z     mean difference in standard deviations: 0.2 is small, 0.5 medium, 0.8 large\n",
            self.permutations,
            self.seed,
            self.contrasts.len(),
            short(1.0 - self.confidence)
        )?;
        for system in std::iter::once(&self.baseline).chain(&self.systems) {
            let (name, judged) = (plain(&system.name), percent(system.judged));
            write!(f, "{name}: {judged} of the first ten documents were judged")?;
            match system.missing {
                0 => writeln!(f)?,
                missing => writeln!(f, "; no ranking for {missing} of the topics, which counts 0")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let values = &self.values;
        write!(
            f,
            "{}  {:.4} → {:.4} ({:+.4})",
            plain(&self.topic),
            values.baseline,
            values.system,
            values.difference()
        )?;
        match &self.query {
            Some(query) => writeln!(f, "  {}", plain(query))?,
            None => writeln!(f)?,
        }
        writeln!(f, "      {:<ID$} grade            {:<ID$} grade", "baseline", "system")?;
        for index in 0..self.baseline_ranking.len().max(self.system_ranking.len()) {
            let cell = |placed: Option<&Placed>, said: fn(&Placed) -> String| {
                placed.map_or_else(
                    || " ".repeat(ID + 17),
                    |placed| {
                        let (id, grade) = (cut(&plain(&placed.document), ID), grade(placed.grade));
                        format!("{id:<ID$} {grade:>5} {:<10}", said(placed))
                    },
                )
            };
            let (before, after) = (self.baseline_ranking.get(index), self.system_ranking.get(index));
            let line = format!(" {:>3}  {} {}", index + 1, cell(before, now), cell(after, was));
            writeln!(f, "{}", line.trim_end())?;
        }
        if !self.moves.is_empty() {
            writeln!(f, "      moved")?;
        }
        for moved in &self.moves {
            writeln!(f, "      {moved}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let arrow = if self.gain() > 0.0 { '↑' } else { '↓' };
        let grade = self.grade.map_or("not judged".to_owned(), |grade| format!("grade {grade}"));
        let (from, to) = self.ranks();
        write!(f, "{arrow} {from:>4} → {to:<4}  {grade:<10}  {}", plain(&self.document))?;
        self.title.as_deref().map_or(Ok(()), |title| write!(f, "  {}", plain(title)))?;
        match self.reason().as_str() {
            "" => Ok(()),
            reason => write!(f, "\n        {}", plain(reason)),
        }
    }
}

/// How many words are named for which a document moved.
const REASONS: usize = 4;

impl Move {
    /// The words that changed most, as `radar 1.20 → 3.41`.
    pub(super) fn reason(&self) -> String {
        let said = |shift: &Shift| format!("{} {:.2} → {:.2}", shift.word, shift.before, shift.after);
        self.why.iter().take(REASONS).map(said).collect::<Vec<_>>().join(", ")
    }

    /// Where the document was, and where it is.
    pub(super) fn ranks(&self) -> (String, String) {
        let rank = |rank: Option<usize>| rank.map_or("none".to_owned(), |rank| rank.to_string());
        (rank(self.from), rank(self.to))
    }
}

/// Where a document of the baseline's ranking went.
pub(super) fn now(placed: &Placed) -> String {
    match placed.other {
        Some(rank) if rank == placed.rank => "same".to_owned(),
        Some(rank) => format!("now {rank}"),
        None => "gone".to_owned(),
    }
}

/// Where a document of the system's ranking came from.
pub(super) fn was(placed: &Placed) -> String {
    match placed.other {
        Some(rank) if rank == placed.rank => "same".to_owned(),
        Some(rank) => format!("was {rank}"),
        None => "new".to_owned(),
    }
}

/// The grade, or a dot where there is none.
fn grade(grade: Option<i32>) -> String {
    grade.map_or("·".to_owned(), |grade| grade.to_string())
}

/// A p-value to four decimals.
pub(super) fn p(value: f64) -> String {
    if value < 0.0001 { "<0.0001".to_owned() } else { format!("{value:.4}") }
}

/// 0.95 as `95 %`.
pub(super) fn percent(part: f64) -> String {
    format!("{} %", (part * 1000.0).round() / 10.0)
}

/// To two decimals at most.
pub(super) fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// No more than so many characters.
pub(super) fn cut(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        return text.to_owned();
    }
    text.chars().take(length.saturating_sub(1)).chain(['…']).collect()
}

/// What a run or a document says can't steer the terminal.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
