//! Columns over the years. The template draws them; all lengths are in the units of its `viewBox`.

use std::collections::BTreeMap;

use super::phrase;

/// A picture of how a value changes over the years.
#[derive(Debug)]
pub(crate) struct Chart {
    /// What the columns show.
    pub(crate) title: String,
    /// The same in words, for those who don't see it.
    pub(crate) description: String,
    /// A column for each year that has more than nothing.
    pub(crate) columns: Vec<Column>,
    /// Years below the axis.
    pub(crate) years: Vec<Label>,
    /// Round values beside it.
    pub(crate) ticks: Vec<Label>,
}

/// One year.
#[derive(Debug, PartialEq)]
pub(crate) struct Column {
    /// The year and its value, in words.
    pub(crate) label: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// A text on an axis.
#[derive(Debug, PartialEq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) at: f64,
    /// Whether it may be left out where there is little room.
    pub(crate) minor: bool,
}

/// The most labels of years, and how many values there may be beside the axis.
const LABELS: i32 = 12;
const TICKS: f64 = 5.0;

impl Chart {
    /// The size of the picture.
    pub(crate) const WIDTH: f64 = 720.0;
    pub(crate) const HEIGHT: f64 = 260.0;
    /// Where the columns begin and end.
    pub(crate) const LEFT: f64 = 56.0;
    pub(crate) const RIGHT: f64 = 704.0;
    pub(crate) const TOP: f64 = 12.0;
    pub(crate) const FLOOR: f64 = 226.0;

    /// The values of years, in any order; none if there is none. Years between that have none are empty.
    pub(crate) fn of_years(title: &str, values: impl Iterator<Item = (i32, f64)>) -> Option<Self> {
        let values: BTreeMap<i32, f64> = values.collect();
        let ((first, _), (last, _)) = (values.first_key_value()?, values.last_key_value()?);
        let (first, last) = (*first, *last);
        let (most_in, most) =
            values.iter().max_by(|a, b| a.1.total_cmp(b.1)).map(|(year, value)| (*year, *value))?;
        let step = round_up(most / TICKS);
        // Between things that are counted there is nothing.
        let step = if values.values().all(|value| value.fract() == 0.0) { step.max(1.0) } else { step };
        let top = (most / step).ceil().max(1.0) * step;
        let place = |value: f64| Self::FLOOR - value / top * (Self::FLOOR - Self::TOP);
        let room = (Self::RIGHT - Self::LEFT) / f64::from(last - first + 1);
        let width = (room * 0.8).min(48.0);
        let middle = |year: i32| Self::LEFT + (f64::from(year - first) + 0.5) * room;
        let column = |(year, value): (&i32, &f64)| Column {
            label: format!("{year}: {}", number(*value, step)),
            x: middle(*year) - width / 2.0,
            y: place(*value),
            width,
            height: Self::FLOOR - place(*value),
        };
        // Round years, such as 1990 and 2000, wherever there are many.
        let every = [1, 2, 5, 10, 20, 50, 100]
            .into_iter()
            .find(|every| (last - first) / every < LABELS)
            .unwrap_or(500);
        let labelled = (first..=last).filter(|year| year % every == 0);
        let ticks = (0..).map(|index| f64::from(index) * step).take_while(|value| *value <= top * 1.001);
        Some(Self {
            title: title.to_owned(),
            description: match most > 0.0 {
                true => format!("From {first} to {last}; most in {most_in}: {}.", number(most, step)),
                false => format!("From {first} to {last}; none."),
            },
            columns: values.iter().filter(|(_, value)| **value > 0.0).map(column).collect(),
            years: labelled
                .map(|year| Label { text: year.to_string(), at: middle(year), minor: year / every % 2 != 0 })
                .collect(),
            ticks: ticks
                .map(|value| Label { text: number(value, step), at: place(value), minor: false })
                .collect(),
        })
    }
}

/// The round number, 1, 2 or 5 times a power of ten, that is at least `value`; 1 for nothing.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|digit| digit * power).find(|step| *step >= value).unwrap_or(10.0 * power)
}

/// A value as an axis with this step has it.
fn number(value: f64, step: f64) -> String {
    if step >= 1.0 { phrase::count(&(value.round() as u64)) } else { format!("{value:.*}", decimals(step)) }
}

fn decimals(step: f64) -> usize {
    (-step.log10().floor()).clamp(0.0, 6.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[(i32, f64)]) -> Chart {
        Chart::of_years("Occurrences by year", values.iter().copied()).unwrap()
    }

    fn texts(labels: &[Label]) -> Vec<&str> {
        labels.iter().map(|label| label.text.as_str()).collect()
    }

    #[test]
    fn axes_have_a_few_round_values() {
        let wide = chart(&[(1946, 3.0), (2024, 1_234.0)]);
        assert_eq!(texts(&wide.years), ["1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020"]);
        assert_eq!(texts(&wide.ticks), ["0", "500", "1,000", "1,500"]);
        let narrow = chart(&[(2020, 0.012), (2021, 0.03)]);
        assert_eq!(texts(&narrow.years), ["2020", "2021"]);
        assert_eq!(texts(&narrow.ticks), ["0.00", "0.01", "0.02", "0.03"]);
    }

    #[test]
    fn columns_stand_in_the_order_of_years_and_as_high_as_their_values() {
        let chart = chart(&[(2023, 2.0), (2020, 4.0), (2022, 0.0)]);
        let [first, last] = chart.columns.as_slice() else { panic!("{chart:?}") };
        assert_eq!((first.label.as_str(), last.label.as_str()), ("2020: 4", "2023: 2"));
        assert!(first.x < last.x && (first.height - 2.0 * last.height).abs() < 1e-9, "{chart:?}");
        assert_eq!((first.y + first.height, first.y), (Chart::FLOOR, Chart::TOP));
        assert!(last.x + last.width <= Chart::RIGHT && first.x >= Chart::LEFT);
        assert_eq!(chart.description, "From 2020 to 2023; most in 2020: 4.");
    }

    #[test]
    fn nothing_is_no_chart_and_zero_an_empty_one() {
        assert!(Chart::of_years("", std::iter::empty()).is_none());
        let zero = chart(&[(2020, 0.0)]);
        assert!(zero.columns.is_empty() && texts(&zero.ticks) == ["0", "1"], "{zero:?}");
    }
}
