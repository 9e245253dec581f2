//! Numbers.

use serde_json::{Number, Value};

use super::flat::Flat;

/// The numbers that a schema allows.
struct Range {
    least: f64,
    most: f64,
    step: Option<f64>,
    /// Whether a bound itself is no such number.
    excludes: Vec<f64>,
}

pub(super) fn integer(flat: &Flat<'_>) -> Option<Value> {
    let found = Range::of(flat).pick(1.0)?;
    // Within 2^53, where every integer is a float.
    (found.fract() == 0.0 && found.abs() < 9e15).then(|| Value::from(found as i64))
}

pub(super) fn number(flat: &Flat<'_>) -> Option<Value> {
    // The format registry of OpenAPI has the widths of integers as formats of numbers.
    let format = flat.text("format").unwrap_or_default();
    if format.starts_with("int") || format.starts_with("uint") {
        return integer(flat);
    }
    let range = Range::of(flat);
    let found = match range.step {
        Some(_) => range.pick(1.0),
        None => range.pick(0.5),
    };
    Number::from_f64(found?).map(Value::Number)
}

impl Range {
    fn of(flat: &Flat<'_>) -> Self {
        // In 3.0 the exclusive forms are flags of the others, since 3.1 they are numbers of their own.
        let flagged = |flag: &str, bound: &str| {
            let nodes = flat.nodes().iter();
            let flagged = nodes.filter(|(_, node)| node.get(flag) == Some(&Value::Bool(true)));
            let bounds: Vec<f64> = flagged
                .filter_map(|(_, node)| node.get(bound)?.as_f64())
                .collect();
            bounds
        };
        let (above, below) = (
            flat.least("exclusiveMinimum"),
            flat.most("exclusiveMaximum"),
        );
        let mut excludes = flagged("exclusiveMinimum", "minimum");
        excludes.extend(flagged("exclusiveMaximum", "maximum"));
        excludes.extend(above.into_iter().chain(below));
        Self {
            least: flat
                .least("minimum")
                .into_iter()
                .chain(above)
                .fold(f64::NEG_INFINITY, f64::max),
            most: flat
                .most("maximum")
                .into_iter()
                .chain(below)
                .fold(f64::INFINITY, f64::min),
            step: flat
                .all("multipleOf")
                .filter_map(Value::as_f64)
                .reduce(f64::max)
                .filter(|step| *step > 0.0),
            excludes,
        }
    }

    /// A number of the range, a multiple of `unit` where it can be.
    fn pick(&self, unit: f64) -> Option<f64> {
        let step = self.step.unwrap_or(unit);
        let start = match (self.least.is_finite(), self.most.is_finite()) {
            _ if self.holds(step) => step,
            (true, _) => (self.least / step).ceil() * step,
            (false, true) => (self.most / step).floor() * step,
            (false, false) => step,
        };
        let middle = (self.least + self.most) / 2.0;
        let candidates = [start, start + step, start - step, 0.0, middle];
        candidates.into_iter().find(|number| self.holds(*number))
    }

    fn holds(&self, number: f64) -> bool {
        let is_multiple = self.step.is_none_or(|step| {
            let times = number / step;
            (times - times.round()).abs() < 1e-9
        });
        number.is_finite()
            && number >= self.least
            && number <= self.most
            && is_multiple
            && !self.excludes.contains(&number)
    }
}
