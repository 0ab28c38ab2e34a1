//! One knob and the values that it may take.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How many steps a range has that names none.
const STEPS: f64 = 10.0;

/// How many values a knob may have; more of them is a mistyped step.
const MOST_VALUES: usize = 1_000;

/// How the values of a knob are spaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// By a difference.
    #[default]
    Linear,
    /// By a factor: for knobs where 0.5 is as far from 1 as 2 is.
    Log,
}

/// A knob and the range in which it is tuned.
///
/// On the command line it is written `b=0.2..0.9`, with a step `b=0.2..0.9:0.1`, and on a logarithmic scale
/// `k1=0.4..3.2:log` or `k1=0.4..3.2:2:log`, where the step is a factor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Knob {
    /// Its name in a ranking profile.
    pub name: String,
    /// The lowest value, which it may take.
    pub from: f64,
    /// The highest value; it may take it unless the steps from the lowest pass it by.
    pub to: f64,
    /// The difference, or on a logarithmic scale the factor, between neighbouring values. None leaves random search
    /// free to take any value, and makes ten steps for the other methods.
    pub step: Option<f64>,
    /// How its values are spaced.
    pub scale: Scale,
}

/// Why a range is none.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum KnobError {
    /// It is not written as a range.
    #[error("{0:?} is no range of a knob; write b=0.2..0.9, b=0.2..0.9:0.1 or k1=0.4..3.2:2:log")]
    Syntax(String),
    /// Its ends are no numbers, or in the wrong order.
    #[error("{name} = {from}..{to}: the range has to begin below its end")]
    Ends {
        /// The knob.
        name: String,
        /// Where its range begins.
        from: f64,
        /// Where it ends.
        to: f64,
    },
    /// A logarithm needs a positive number.
    #[error("{name} = {from}..: a range on a logarithmic scale has to begin above 0")]
    Log {
        /// The knob.
        name: String,
        /// Where its range begins.
        from: f64,
    },
    /// The step leads nowhere.
    #[error("{name}: the step {step} has to be above {least}")]
    Step {
        /// The knob.
        name: String,
        /// Its step.
        step: f64,
        /// What it has to exceed: 0, or 1 for a factor.
        least: f64,
    },
    /// The step is too small.
    #[error(
        "{name}: the step {step} makes {values} values of it, more than {MOST_VALUES}; take a larger one"
    )]
    Values {
        /// The knob.
        name: String,
        /// Its step.
        step: f64,
        /// How many values it would have.
        values: usize,
    },
}

impl Knob {
    /// The knob itself, if its range is one.
    ///
    /// # Errors
    /// If it is not.
    pub fn checked(self) -> Result<Self, KnobError> {
        let Self { from, to, step, scale, .. } = self;
        let name = || self.name.clone();
        if !(from.is_finite() && to.is_finite() && from < to) {
            return Err(KnobError::Ends { name: name(), from, to });
        }
        if scale == Scale::Log && from <= 0.0 {
            return Err(KnobError::Log { name: name(), from });
        }
        let Some(step) = step else { return Ok(self) };
        let least = if scale == Scale::Log { 1.0 } else { 0.0 };
        if !(step.is_finite() && step > least) {
            return Err(KnobError::Step { name: name(), step, least });
        }
        // The conversion saturates, so that a step of almost nothing is seen as what it is.
        let values = (self.span() / self.stride()) as usize;
        if values >= MOST_VALUES {
            return Err(KnobError::Values { name: name(), step, values });
        }
        Ok(self)
    }

    /// The values that grid search and coordinate ascent try, from the lowest up.
    pub fn values(&self) -> Vec<f64> {
        // What is a whole number of steps in decimals may be a hair less in binary.
        let last = (self.span() / self.stride() + 1e-9) as usize;
        (0..=last).map(|step| self.at(step as f64 * self.stride(), 6)).collect()
    }

    /// A value at random: one of [`Knob::values`] if there is a step, else any of the range, to three digits.
    pub(crate) fn draw(&self, random: &mut fastrand::Rng) -> f64 {
        if self.step.is_none() {
            return self.at(random.f64() * self.span(), 3);
        }
        let values = self.values();
        values[random.usize(..values.len())]
    }

    /// The length of the range on its scale.
    fn span(&self) -> f64 {
        match self.scale {
            Scale::Linear => self.to - self.from,
            Scale::Log => (self.to / self.from).ln(),
        }
    }

    /// The length of a step on its scale.
    fn stride(&self) -> f64 {
        match (self.step, self.scale) {
            (None, _) => self.span() / STEPS,
            (Some(step), Scale::Linear) => step,
            (Some(factor), Scale::Log) => factor.ln(),
        }
    }

    /// The value so far from the lowest on the scale, rounded to significant digits: a profile shall say 0.3, not
    /// 0.30000000000000004.
    fn at(&self, distance: f64, digits: usize) -> f64 {
        let exact = match self.scale {
            Scale::Linear => self.from + distance,
            Scale::Log => self.from * distance.exp(),
        };
        let rounded = format!("{exact:.*e}", digits - 1).parse().unwrap_or(exact);
        // Rounding may lead out of the range.
        f64::clamp(rounded, self.from, self.to)
    }
}

impl FromStr for Knob {
    type Err = KnobError;

    fn from_str(text: &str) -> Result<Self, KnobError> {
        let parse = || {
            let (name, range) = text.split_once('=')?;
            let (from, rest) = range.split_once("..")?;
            let mut parts = rest.split(':');
            let to = parts.next()?;
            let (mut step, mut scale) = (None, Scale::Linear);
            for part in parts {
                match part.trim() {
                    "log" if scale == Scale::Linear => scale = Scale::Log,
                    number if step.is_none() && scale == Scale::Linear => step = Some(number.parse().ok()?),
                    _ => return None,
                }
            }
            let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty())?;
            Some(Self { name, from: from.trim().parse().ok()?, to: to.trim().parse().ok()?, step, scale })
        };
        parse().ok_or_else(|| KnobError::Syntax(text.to_owned()))?.checked()
    }
}

impl fmt::Display for Knob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}..{}", self.name, self.from, self.to)?;
        if let Some(step) = self.step {
            write!(f, ":{step}")?;
        }
        if self.scale == Scale::Log { f.write_str(":log") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn knob(text: &str) -> Knob {
        text.parse().unwrap()
    }

    #[test]
    fn steps_lead_from_one_end_to_the_other_in_short_numbers() {
        assert_eq!(knob("b=0.2..0.9:0.1").values(), [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
        assert_eq!(knob("b=0..1:0.4").values(), [0.0, 0.4, 0.8]);
        assert_eq!(knob("k1=0.4..3.2:2:log").values(), [0.4, 0.8, 1.6, 3.2]);
        assert_eq!(knob("title=0..5").values().len(), 11);
        assert_eq!(knob("parts=0.01..1:log").values()[5], 0.1);
    }

    #[test]
    fn ranges_say_what_is_wrong_with_them() {
        let error = |text: &str| text.parse::<Knob>().unwrap_err().to_string();
        for text in
            ["b", "b=1", "=0..1", "b=0..x", "b=0..1:", "b=0..1:0.1:0.1", "b=1..2:log:2", "b=1..2:log:log"]
        {
            assert!(error(text).contains("is no range of a knob"), "{text}");
        }
        assert_eq!(error("b=0.9..0.2"), "b = 0.9..0.2: the range has to begin below its end");
        assert!(error("b=nan..1").contains("below its end"));
        assert_eq!(error("b=0..1:log"), "b = 0..: a range on a logarithmic scale has to begin above 0");
        assert_eq!(error("b=0..1:0"), "b: the step 0 has to be above 0");
        assert_eq!(error("b=1..2:1:log"), "b: the step 1 has to be above 1");
        assert!(error("b=0..1:1e-300").contains("take a larger one"));
    }

    fn knobs() -> impl Strategy<Value = Knob> {
        let step = prop::option::of(0.01..0.9_f64);
        (0.001..10.0_f64, 0.1..10.0_f64, step, any::<bool>()).prop_map(|(from, length, step, log)| {
            let (scale, step) = if log { (Scale::Log, step.map(|s| s + 1.0)) } else { (Scale::Linear, step) };
            Knob { name: "k1".to_owned(), from, to: from + length, step, scale }
        })
    }

    proptest! {
        #[test]
        fn values_rise_within_the_range_and_begin_at_its_lowest(knob in knobs(), seed: u64) {
            let knob = knob.checked().unwrap();
            let values = knob.values();
            prop_assert!((values[0] - knob.from).abs() <= knob.from * 1e-5);
            prop_assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", values);
            prop_assert!(values.iter().all(|value| (knob.from..=knob.to).contains(value)));
            let drawn = knob.draw(&mut fastrand::Rng::with_seed(seed));
            prop_assert!((knob.from..=knob.to).contains(&drawn));
            prop_assert!(knob.step.is_none() || values.contains(&drawn));
        }

        #[test]
        fn a_knob_is_read_as_it_is_written(knob in knobs()) {
            prop_assert_eq!(knob.to_string().parse::<Knob>().unwrap(), knob);
        }

        #[test]
        fn anything_may_be_written(text in "\\PC{0,30}") {
            let _ = text.parse::<Knob>();
            let _ = format!("b={text}").parse::<Knob>();
        }
    }
}
