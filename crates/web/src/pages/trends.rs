//! `GET /trends`: how often something was said, by year, speaker and so on.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use verbale_search::{Facet, Frequency, Request, Trends};

use super::chart::Chart;
use super::form::Form;
use super::remarks::Remarks;
use super::ways::{self, Chips, Way};
use super::{phrase, render};
use crate::failure::Failure;
use crate::links;
use crate::markup::Markup;
use crate::parameters::{Choice, Parameters, choice};
use crate::service::Service;

/// How many rows are shown, years not counted.
const ROWS: usize = 50;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Measure {
    #[default]
    PerMillion,
    Occurrences,
    Statements,
}

/// The values of `measure`, the default first.
const MEASURES: [Choice<Measure>; 3] = [
    choice("per_million", Measure::PerMillion, "In a million words"),
    choice("occurrences", Measure::Occurrences, "Occurrences"),
    choice("statements", Measure::Statements, "Statements"),
];

/// What may be counted by, the default first.
const FACETS: [Facet; 9] = [
    Facet::Year,
    Facet::Speaker,
    Facet::Organisation,
    Facet::Country,
    Facet::Mentions,
    Facet::Kind,
    Facet::Language,
    Facet::Event,
    Facet::Place,
];

/// The page.
#[derive(Template)]
#[template(path = "trends.html")]
struct TrendsPage {
    form: Form,
    /// None if nothing was asked for, or what was can't be read.
    trends: Option<Shown>,
}

/// The frequencies, with the ways on from them.
struct Shown {
    remarks: Remarks,
    chips: Chips,
    /// The pages about the same.
    ways: Vec<Way>,
    /// Whether anything is found at all.
    is_found: bool,
    /// How often in all, in words.
    total: String,
    /// What can be counted by.
    by: Vec<Way>,
    /// What can be measured.
    measures: Vec<Way>,
    /// What the rows are values of.
    heading: &'static str,
    /// What is measured, as a title says it.
    measured: String,
    /// The course over the years.
    chart: Option<Chart>,
    rows: Vec<Row>,
    /// How many rows are not shown.
    rest: usize,
    /// The frequencies, to take away.
    exports: Vec<Way>,
}

/// A row of the table.
struct Row {
    label: String,
    /// The statements that it counts.
    link: String,
    frequency: Frequency,
    rate: Option<f64>,
    /// How it compares with the row that has the most, in per cent.
    share: f64,
}

/// What the form keeps beside its own fields.
const KEPT: [&str; 2] = ["by", "measure"];

/// Answers with the page; a parameter that can't be read is shown in the form, so that it can be mended.
pub(crate) async fn trends(
    State(service): State<Service>,
    parameters: Parameters,
) -> Result<Response, Failure> {
    let asked = asked(&parameters);
    let page = service
        .ask(move |searcher| {
            let holdings = searcher.holdings()?;
            let mut failure = asked.as_ref().err().cloned();
            let trends = match asked {
                Ok((request, by, measure)) if !request.query.trim().is_empty() => {
                    match searcher.trends(&request, by) {
                        Ok(trends) => Some(Shown::new(&request, measure, trends)),
                        Err(error) => {
                            failure = Some(Failure::of_reader(&error).ok_or(error)?);
                            None
                        }
                    }
                }
                _ => None,
            };
            let form = Form::new(links::TRENDS, &KEPT, &parameters, &holdings, failure.as_ref());
            let status = failure.as_ref().map_or(StatusCode::OK, Failure::status);
            Ok((status, TrendsPage { form, trends }))
        })
        .await?;
    Ok((page.0, render(&page.1)?).into_response())
}

fn asked(parameters: &Parameters) -> Result<(Request, Facet, Measure), Failure> {
    let by = parameters.facet("by")?.unwrap_or(FACETS[0]);
    Ok((parameters.question()?, by, parameters.choice("measure", &MEASURES)?.unwrap_or_default()))
}

impl Measure {
    fn of(self, frequency: &Frequency) -> f64 {
        match self {
            Measure::PerMillion => frequency.per_million().unwrap_or_default(),
            Measure::Occurrences => frequency.occurrences as f64,
            Measure::Statements => frequency.statements as f64,
        }
    }

    /// What a title calls it.
    fn title(self) -> &'static str {
        match self {
            Measure::PerMillion => "Occurrences in a million words",
            Measure::Occurrences => "Occurrences",
            Measure::Statements => "Statements",
        }
    }
}

impl Shown {
    fn new(request: &Request, measure: Measure, trends: Trends) -> Self {
        let Trends { understood, notes, expansions, by, rows: mut frequencies, total } = trends;
        let link = |request: &Request, by: Facet, measure: Measure| {
            let by = (by != FACETS[0]).then_some(("by", by.name()));
            let measure = MEASURES[1..].iter().find(|choice| choice.value == measure);
            let measure = measure.map(|choice| ("measure", choice.name));
            links::about(links::TRENDS, request, &by.into_iter().chain(measure).collect::<Vec<_>>())
        };
        let measured = format!("{} by {}", measure.title(), phrase::facet(by).to_lowercase());
        let chart = (by == Facet::Year).then(|| {
            let values = frequencies
                .iter()
                .filter_map(|row| Some((row.value.as_ref()?.parse().ok()?, measure.of(row))));
            Chart::of_years(&measured, values)
        });
        if by != Facet::Year {
            frequencies.retain(|row| row.statements > 0);
            frequencies.sort_by(|a, b| measure.of(b).total_cmp(&measure.of(a)));
        }
        let rest = frequencies.len().saturating_sub(if by == Facet::Year { usize::MAX } else { ROWS });
        frequencies.truncate(frequencies.len() - rest);
        let most = frequencies.iter().map(|row| measure.of(row)).fold(0.0, f64::max);
        let row = |frequency: Frequency| {
            let value = frequency.value.clone().unwrap_or_default();
            let filters = request.filters.with(by, value.as_str());
            Row {
                label: phrase::value(by, &value),
                link: links::search(&Request { filters, ..request.clone() }),
                rate: frequency.per_million(),
                share: if most > 0.0 { measure.of(&frequency) / most * 100.0 } else { 0.0 },
                frequency,
            }
        };
        let export = |(label, format): (&str, &str)| {
            Way::new(label, links::about("/api/v1/trends", request, &[("by", by.name()), ("format", format)]))
        };
        let facets = FACETS.map(|facet| choice(facet.name(), facet, phrase::facet(facet)));
        Self {
            remarks: Remarks::new(request, understood, notes, expansions, None),
            chips: Chips::new(request, |request| link(request, by, measure)),
            ways: ways::pages(request, links::TRENDS),
            is_found: total.statements > 0,
            total: format!(
                "{} in {}, {} in a million words",
                phrase::occurrences(&total.occurrences),
                phrase::statements(&total.statements),
                phrase::rate(&total.per_million())
            ),
            by: ways::choices(&facets, by, |choice| link(request, choice.value, measure)),
            measures: ways::choices(&MEASURES, measure, |choice| link(request, by, choice.value)),
            heading: phrase::facet(by),
            measured,
            chart: chart.flatten(),
            rows: frequencies.into_iter().map(row).collect(),
            rest,
            exports: [("CSV", "csv"), ("JSON", "json")].map(export).into(),
        }
    }
}

impl TrendsPage {
    fn title(&self) -> String {
        match self.form.query.trim() {
            "" => "Trends – Verbale".to_owned(),
            query => format!("{query}: trends – Verbale"),
        }
    }
}
