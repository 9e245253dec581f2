//! One page, and the request of the next one.

use serde_json::Value;

use super::pages::endless;
use super::plan::{Plan, Step};
use super::{link, pointer};
use crate::runtime::answer::Answer;
use crate::runtime::error::Error;
use crate::runtime::input::{Input, Place};
use crate::runtime::request::Request;

/// A page as it came.
pub(super) struct Page {
    pub(super) answer: Answer,
    pub(super) body: Value,
    /// What asks for the page after it, if there is one.
    pub(super) next: Option<Result<Request, Error>>,
}

/// Fetches a page.
pub(super) async fn fetch(request: Request, plan: Plan) -> Result<Page, Error> {
    let answer = request.clone().send().await?;
    let body: Value = answer.clone().json()?.into_body();
    let next = match plan.has_more(&body) {
        Some(false) => None,
        Some(true) | None => plan.next(request, &answer, &body),
    };
    // A key is that of one call: to the server, the next page would be this one again.
    let next = next.map(|next| next.map(Request::unkeyed));
    Ok(Page { answer, body, next })
}

impl Plan {
    fn next(
        &self,
        request: Request,
        answer: &Answer,
        page: &Value,
    ) -> Option<Result<Request, Error>> {
        let items = pointer::at(page, self.items).and_then(Value::as_array);
        let count = items.map_or(0, |items| items.len() as u64);
        match self.step {
            Step::Offset { parameter } => {
                let so_far = request.number(parameter).unwrap_or(0);
                let next = so_far.saturating_add(count);
                (count > 0).then(|| Ok(with(request, parameter, &next.into())))
            }
            Step::Page { parameter, first } => {
                let number = request.number(parameter).unwrap_or(first);
                let next = number.saturating_add(1);
                (count > 0).then(|| Ok(with(request, parameter, &next.into())))
            }
            Step::Cursor { parameter, next } => {
                let Some(cursor) = stated(page, next) else {
                    return self.lost(&request, page, next);
                };
                if request.query(parameter) == Some(cursor) {
                    // A page with nothing new may say where to ask again.
                    let message = "the cursor of the next page is that of this one".to_owned();
                    return (count > 0).then(|| Err(endless(&request, message)));
                }
                Some(Ok(with(request, parameter, cursor)))
            }
            Step::Link { next } => {
                let url = match next {
                    Some(next) => stated(page, next)
                        .and_then(Value::as_str)
                        .map(str::to_owned),
                    None => link::next(answer.headers()),
                };
                match url {
                    Some(url) => Some(Ok(request.linked(answer, &url))),
                    None => self.lost(&request, page, next.unwrap_or("link")),
                }
            }
        }
    }

    /// The error of a page that says that there are more, and not where: whoever took it for the last one
    /// would lose the rest.
    fn lost(&self, request: &Request, page: &Value, next: &str) -> Option<Result<Request, Error>> {
        let more = self.more.filter(|_| self.has_more(page) == Some(true))?;
        let error = Error::decode(format!(
            "the page says at `{more}` that there are more, and says by no `{next}` where"
        ));
        Some(Err(error.of_call(&request.draft.call)))
    }
}

impl Request {
    fn unkeyed(mut self) -> Self {
        self.draft.options.idempotency_key = None;
        self
    }

    /// What a query parameter has so far.
    fn query(&self, name: &str) -> Option<&Value> {
        let mut parameters = self.draft.parameters.iter();
        let (_, value) =
            parameters.find(|(input, _)| input.place == Place::Query && input.name == name)?;
        Some(value)
    }

    /// The number that a query parameter has so far.
    fn number(&self, name: &str) -> Option<u64> {
        match self.query(name)? {
            Value::Number(number) => number.as_u64(),
            Value::String(text) => text.parse().ok(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

fn with(request: Request, parameter: &'static str, value: &Value) -> Request {
    request.with(Input::query(parameter), value)
}

/// What a page has there that leads to the next one.
fn stated<'a>(page: &'a Value, next: &str) -> Option<&'a Value> {
    pointer::at(page, next).filter(|stated| !is_blank(stated))
}

/// How servers say that there is no cursor.
fn is_blank(cursor: &Value) -> bool {
    match cursor {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => false,
    }
}
