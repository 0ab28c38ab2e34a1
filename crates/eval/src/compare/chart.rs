//! Where the lines of the pictures lie. The template draws them; all lengths are in the units of its `viewBox`.

use super::text::cut;
use super::{Comparison, Contrast, System, TopicValues, Verdict};

/// The longest label, in characters, that fits beside a forest plot.
const LABEL: usize = 34;

/// A scale from values to places.
#[derive(Debug, Clone, Copy)]
struct Scale {
    from: f64,
    to: f64,
    start: f64,
    length: f64,
}

impl Scale {
    fn place(&self, value: f64) -> f64 {
        self.start + (value - self.from) / (self.to - self.from) * self.length
    }

    /// Round values within the scale, three to eight.
    fn ticks(&self) -> Vec<Tick> {
        let rough = (self.to - self.from) / 7.0;
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0].into_iter().map(|digit| digit * power).find(|step| *step >= rough);
        let step = step.unwrap_or(10.0 * power);
        let decimals = (-step.log10().floor()).clamp(0.0, 6.0) as usize;
        let (first, last) = ((self.from / step).ceil() as i64, (self.to / step).floor() as i64);
        (first..=last)
            .map(|index| {
                let value = index as f64 * step;
                Tick { at: self.place(value), label: signed(value, decimals), is_zero: index == 0 }
            })
            .collect()
    }
}

/// A value with its sign, as it is printed on a page.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    match text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        true if value < 0.0 => format!("−{text}"),
        true => format!("+{text}"),
        false => text,
    }
}

/// A round value on an axis.
pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) label: String,
    pub(super) is_zero: bool,
}

/// The intervals of all contrasts over one axis.
pub(super) struct Forest {
    pub(super) rows: Vec<Row>,
    pub(super) ticks: Vec<Tick>,
    pub(super) height: f64,
}

/// One contrast in a forest plot.
pub(super) struct Row {
    pub(super) label: String,
    /// The system, above the first of its rows where there are several.
    pub(super) heading: Option<String>,
    pub(super) value: String,
    pub(super) y: f64,
    pub(super) at: f64,
    /// The ends of the interval.
    pub(super) ends: Option<(f64, f64)>,
    pub(super) verdict: Verdict,
}

impl Forest {
    /// Where the plot ends and the axis begins, from the bottom.
    pub(super) const FOOT: f64 = 34.0;
    /// Where the values begin that are printed beside it.
    pub(super) const VALUES: f64 = 770.0;
    /// The width of the picture.
    pub(super) const WIDTH: f64 = 960.0;

    pub(super) fn new(comparison: &Comparison) -> Self {
        let ends = comparison.contrasts.iter().flat_map(|contrast| {
            let interval = contrast.interval.map(|interval| [interval.low, interval.high]);
            interval.unwrap_or([contrast.difference; 2])
        });
        let scale = around_zero(ends, 250.0, 490.0);
        let mut y = 6.0;
        let mut rows = Vec::new();
        for system in &comparison.systems {
            let has_heading = comparison.systems.len() > 1;
            for (index, contrast) in comparison.contrasts_of(system).enumerate() {
                let heading = (has_heading && index == 0).then(|| cut(&system.name, LABEL));
                y += if heading.is_some() { 56.0 } else { 28.0 };
                let value = match contrast.interval {
                    Some(interval) => format!(
                        "{} [{}, {}]",
                        signed(contrast.difference, 4),
                        signed(interval.low, 4),
                        signed(interval.high, 4)
                    ),
                    None => signed(contrast.difference, 4),
                };
                rows.push(Row {
                    label: contrast.measure.clone(),
                    heading,
                    value,
                    y: y - 12.0,
                    at: scale.place(contrast.difference),
                    ends: contrast
                        .interval
                        .map(|interval| (scale.place(interval.low), scale.place(interval.high))),
                    verdict: contrast.verdict,
                });
            }
        }
        Self { rows, ticks: scale.ticks(), height: y + Self::FOOT }
    }
}

/// A system's differences by topic, the largest gain first.
pub(super) struct Bars<'a> {
    pub(super) system: &'a System,
    pub(super) contrast: &'a Contrast,
    pub(super) bars: Vec<Bar<'a>>,
    pub(super) ticks: Vec<Tick>,
    /// Where the mean difference lies.
    pub(super) mean: f64,
}

/// One topic.
pub(super) struct Bar<'a> {
    pub(super) values: &'a TopicValues,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) is_gain: bool,
}

impl<'a> Bars<'a> {
    /// The height of the picture.
    pub(super) const HEIGHT: f64 = 260.0;
    /// Its width.
    pub(super) const WIDTH: f64 = 960.0;
    const LEFT: f64 = 56.0;

    pub(super) fn new(system: &'a System, contrast: &'a Contrast) -> Self {
        let mut topics: Vec<_> = contrast.topics.iter().collect();
        topics.sort_by(|a, b| b.difference().total_cmp(&a.difference()));
        let scale = around_zero(
            topics.iter().map(|values| values.difference()),
            Self::HEIGHT - 12.0,
            24.0 - Self::HEIGHT,
        );
        let step = (Self::WIDTH - Self::LEFT) / topics.len().max(1) as f64;
        let zero = scale.place(0.0);
        let bar = |(index, values): (usize, &'a TopicValues)| {
            let end = scale.place(values.difference());
            Bar {
                values,
                x: Self::LEFT + index as f64 * step,
                y: end.min(zero),
                width: (step * 0.82).min(48.0),
                height: (end - zero).abs(),
                is_gain: values.difference() > 0.0,
            }
        };
        let bars = topics.into_iter().enumerate().map(bar).filter(|bar| bar.height > 0.0).collect();
        Self { system, contrast, bars, ticks: scale.ticks(), mean: scale.place(contrast.difference) }
    }
}

/// A scale that has 0 and all of `values` on it, with some room beyond them.
fn around_zero(values: impl Iterator<Item = f64>, start: f64, length: f64) -> Scale {
    let (low, high) = values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let room = if high > low { (high - low) * 0.04 } else { 0.01 };
    let (from, to) =
        (if low < 0.0 { low - room } else { -room }, if high > 0.0 { high + room } else { room });
    Scale { from, to, start, length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: f64, to: f64) -> Vec<String> {
        let scale = Scale { from, to, start: 0.0, length: 100.0 };
        scale.ticks().into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(labels(-0.031, 0.062), ["−0.02", "0.00", "+0.02", "+0.04", "+0.06"]);
        assert_eq!(labels(-0.4, 1.0), ["−0.4", "−0.2", "0.0", "+0.2", "+0.4", "+0.6", "+0.8", "+1.0"]);
        assert_eq!(
            labels(-0.0004, 0.0001),
            ["−0.0004", "−0.0003", "−0.0002", "−0.0001", "0.0000", "+0.0001"]
        );
    }

    #[test]
    fn zero_is_always_on_the_scale() {
        for values in [vec![], vec![0.0], vec![0.3], vec![-0.3, -0.1]] {
            let scale = around_zero(values.iter().copied(), 10.0, 100.0);
            for value in values.into_iter().chain([0.0]) {
                assert!((10.0..=110.0).contains(&scale.place(value)), "{value}");
            }
            assert!(scale.ticks().iter().any(|tick| tick.is_zero));
        }
    }

    #[test]
    fn only_what_is_not_zero_has_a_sign() {
        assert_eq!(
            [0.00001, -0.00001, 0.5, -0.25].map(|value| signed(value, 2)),
            ["0.00", "0.00", "+0.50", "−0.25"]
        );
    }
}
