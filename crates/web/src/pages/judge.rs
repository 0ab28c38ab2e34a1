//! `/judge`: grading the documents of a pool, one after the other, for those who sit at the machine that serves.
//!
//! An assessor sees what was asked and the statement: no rank, no system, no score, and no matches, since marks would
//! favour what systems find by words.

use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::rejection::BytesRejection;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use verbale_eval::judgments::{Desk, GRADES, Grade};
use verbale_search::{Marked, Reading};
use verbale_statement::{ParagraphRole, Statement, StatementId};

use super::render;
use super::text::{Block, blocks};
use crate::assessor::{self, Assessor};
use crate::boundary::POLICY_WITH_SCRIPT;
use crate::failure::Failure;
use crate::markup::Markup;
use crate::parameters::{Parameters, invalid};
use crate::service::Service;

/// The most bytes that a form may have.
pub(crate) const MOST_FORM_BYTES: usize = 32 * 1024;

/// The most characters of a note.
const MOST_NOTE: usize = 2_000;

/// Asks for a judgment.
#[derive(Template)]
#[template(path = "judge.html")]
struct JudgePage {
    assessor: String,
    /// Where in the pool this is, counted from 1.
    item: usize,
    topic: String,
    query: String,
    document: String,
    /// How many are judged, and how many there are.
    judged: usize,
    all: usize,
    /// The grade and the note that the assessor gave it before.
    before: Option<(u8, String)>,
    /// None if the archive doesn't have it.
    shown: Option<Shown>,
}

/// The statement.
struct Shown {
    statement: Statement,
    title: Marked,
    blocks: Vec<Block>,
}

/// Says that everything is judged.
#[derive(Template)]
#[template(path = "judge_done.html")]
struct DonePage {
    assessor: String,
    all: usize,
}

/// Asks for the assessor's name.
#[derive(Template)]
#[template(path = "judge_name.html")]
struct NamePage {
    /// The name so far; may be empty.
    name: String,
}

/// `GET /judge`: the next one that is open; from `from` on, or the one at `item`, both counted from 1.
pub(crate) async fn judge(
    State(service): State<Service>,
    Assessor(assessor): Assessor,
    parameters: Parameters,
) -> Result<Response, Failure> {
    parameters.only(&[&["from", "item"]])?;
    let Some(assessor) = assessor else { return Ok(Redirect::to("/judge/name").into_response()) };
    let (from, item) = (parameters.number("from", u32::MAX)?, parameters.number("item", u32::MAX)?);
    let page = service.at_desk(move |desk| Ok(page(desk, assessor, from, item))).await?;
    let mut page = match page {
        Found::Item(page) => page,
        Found::Done(done) => return kept_private(render(&done)?),
        Found::Nothing => return Err(Failure::NotFound),
    };
    if let Ok(id) = StatementId::new(page.document.as_str()) {
        page.shown = match service.read(id, None, None).await {
            Ok(reading) => Some(Shown::from(reading)),
            Err(Failure::UnknownStatement(_)) => None,
            Err(failure) => return Err(failure),
        };
    }
    kept_private(render(&*page)?)
}

/// `POST /judge`: a judgment; `grade` is `none` to take one back. Goes on to the next one that is open.
pub(crate) async fn judged(
    State(service): State<Service>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Redirect, Failure> {
    let form = form(body)?;
    let assessor = assessor::name(form.required("assessor")?)?;
    let (topic, document) = (form.required("topic")?.to_owned(), form.required("document")?.to_owned());
    let grade = match form.required("grade")? {
        "none" => None,
        text => {
            let grade = GRADES.iter().map(|grade| grade.value).find(|grade| grade.to_string() == text);
            Some(grade.ok_or_else(|| invalid("grade", format!("{text:?} is none of 3, 2, 1, 0, none")))?)
        }
    };
    // Forms end lines as HTTP does.
    let note = form.scalar("note")?.unwrap_or_default().trim().replace("\r\n", "\n");
    if note.chars().count() > MOST_NOTE {
        return Err(invalid("note", format!("it has more than {MOST_NOTE} characters; shorten it")));
    }
    let place = service
        .at_desk(move |desk| {
            let Some(place) = desk.place(&topic, &document) else { return Ok(None) };
            desk.judge(&assessor, place, grade, &note).map(|()| Some(place))
        })
        .await?;
    let place = place.ok_or_else(|| invalid("document", "it is not in the pool for this topic"))?;
    Ok(match grade {
        // The one behind it, counted from 1.
        Some(_) => Redirect::to(&format!("/judge?from={}", place + 2)),
        None => Redirect::to(&format!("/judge?item={}", place + 1)),
    })
}

/// `POST /judge/undo`: takes the assessor's last judgment back, and shows what it was about.
pub(crate) async fn undo(
    State(service): State<Service>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Redirect, Failure> {
    let assessor = assessor::name(form(body)?.required("assessor")?)?;
    let undone = service.at_desk(move |desk| desk.undo(&assessor)).await?;
    Ok(undone.map_or(Redirect::to("/judge"), |place| Redirect::to(&format!("/judge?item={}", place + 1))))
}

/// `GET /judge/name`: who judges?
pub(crate) async fn ask_name(Assessor(assessor): Assessor) -> Result<Response, Failure> {
    kept_private(render(&NamePage { name: assessor.unwrap_or_default() })?)
}

/// `POST /judge/name`: remembers who judges.
pub(crate) async fn named(body: Result<Bytes, BytesRejection>) -> Result<Response, Failure> {
    let name = assessor::name(form(body)?.required("name")?)?;
    let cookie = HeaderValue::try_from(assessor::cookie(&name)).map_err(Failure::internal)?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/judge")).into_response())
}

fn form(body: Result<Bytes, BytesRejection>) -> Result<Parameters, Failure> {
    Ok(Parameters::of_form(&body.map_err(|_| Failure::BodyTooLong(MOST_FORM_BYTES))?))
}

enum Found {
    Item(Box<JudgePage>),
    Done(DonePage),
    /// There is no such item.
    Nothing,
}

fn page(desk: &Desk, assessor: String, from: Option<u32>, item: Option<u32>) -> Found {
    // A number that doesn't fit is behind the last one, as far as anybody can tell.
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
    let all = desk.items().len();
    let at = match item {
        Some(number) => Some(place(number)),
        None => desk.open_item(&assessor, from.map_or(0, place)),
    };
    let Some(at) = at else { return Found::Done(DonePage { assessor, all }) };
    let Some(item) = desk.items().get(at) else { return Found::Nothing };
    Found::Item(Box::new(JudgePage {
        item: at + 1,
        topic: item.topic.clone(),
        query: item.query.clone(),
        document: item.document.clone(),
        judged: desk.judged(&assessor),
        all,
        before: desk.judgment(&assessor, at),
        shown: None,
        assessor,
    }))
}

impl From<Reading> for Shown {
    fn from(reading: Reading) -> Self {
        let Reading { mut statement, title, paragraphs: marked, .. } = reading;
        let paragraphs = std::mem::take(&mut statement.paragraphs);
        Self { blocks: blocks(&statement, &paragraphs, marked), statement, title }
    }
}

impl JudgePage {
    fn grades(&self) -> &'static [Grade] {
        &GRADES
    }

    fn is_before(&self, grade: &Grade) -> bool {
        self.before.as_ref().is_some_and(|(before, _)| *before == grade.value)
    }

    fn note(&self) -> &str {
        self.before.as_ref().map_or("", |(_, note)| note)
    }
}

/// A page with our script that no cache keeps.
fn kept_private(page: impl IntoResponse) -> Result<Response, Failure> {
    let headers =
        [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_SECURITY_POLICY, POLICY_WITH_SCRIPT)];
    Ok((headers, page).into_response())
}
