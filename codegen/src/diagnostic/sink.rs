//! Where stages put what they have to say, so that a user sees ten mistakes in one run.

use std::collections::{BTreeSet, HashSet};

use super::{Code, Diagnostic, Severity};
use crate::place::Place;

/// Gathers diagnostics over all stages.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    diagnostics: Vec<Diagnostic>,
    allowed: BTreeSet<Code>,
    denied: BTreeSet<Code>,
}

/// The sign that generation cannot go on; what went wrong is in the sink.
#[derive(Debug)]
pub(crate) struct Gate;

impl Sink {
    /// A sink that turns errors with the `allowed` codes into warnings, and warnings with the `denied` ones into errors.
    pub(crate) fn new(allowed: BTreeSet<Code>, denied: BTreeSet<Code>) -> Self {
        Self {
            diagnostics: Vec::new(),
            allowed,
            denied,
        }
    }

    /// Notes something about `place`, with the severity of its code; the answer takes help.
    pub(crate) fn report(
        &mut self,
        code: Code,
        place: &Place,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let severity = match code.severity() {
            Severity::Error if code.is_allowable() && self.allowed.contains(&code) => {
                Severity::Warning
            }
            Severity::Warning if code.is_deniable() && self.denied.contains(&code) => {
                Severity::Error
            }
            severity => severity,
        };
        let diagnostic = Diagnostic {
            code,
            severity,
            place: place.clone(),
            message: message.into(),
            help: None,
            position: None,
        };
        self.diagnostics.push(diagnostic);
        let last = self.diagnostics.len() - 1;
        &mut self.diagnostics[last]
    }

    /// How much was noted so far.
    pub(crate) fn mark(&self) -> usize {
        self.diagnostics.len()
    }

    /// Forgets what was noted since, which turned out to be about nothing that is generated.
    pub(crate) fn forget(&mut self, since: usize) {
        self.diagnostics.truncate(since);
    }

    /// The only early return of a driver: passes while no error was noted.
    pub(crate) fn gate(&self) -> Result<(), Gate> {
        if self.has_errors() { Err(Gate) } else { Ok(()) }
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// What was noted, each once: a schema that many others build on is read with each of them.
    pub(crate) fn into_vec(self) -> Vec<Diagnostic> {
        let mut met = HashSet::new();
        let mut all = self.diagnostics;
        all.retain(|diagnostic| {
            let Diagnostic {
                code,
                severity: _,
                place,
                message,
                help: _,
                position: _,
            } = diagnostic;
            met.insert((*code, place.clone(), message.clone()))
        });
        all
    }
}

impl Diagnostic {
    /// Adds what to do about it.
    pub(crate) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Adds the name closest to a misspelt one, where one is close.
    pub(crate) fn help_closest<'a>(
        &mut self,
        wanted: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        if let Some(name) = closest(wanted, known) {
            self.help = Some(format!("a similar name exists: `{name}`"));
        }
        self
    }
}

/// The known name most similar to the wanted one, if it is similar enough for a typing slip; the first in byte order on a tie.
pub(crate) fn closest<'a>(
    wanted: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    const SIMILAR_ENOUGH: f64 = 0.8;
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(wanted, name), name))
        .filter(|(similarity, _)| *similarity >= SIMILAR_ENOUGH)
        .max_by(|(a, a_name), (b, b_name)| a.total_cmp(b).then_with(|| b_name.cmp(a_name)))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::FileId;

    #[test]
    fn the_gate_closes_on_errors_only() {
        let place = Place::root(FileId::ENTRY);
        let mut sink = Sink::default();
        sink.report(Code::DuplicateKey, &place, "twice");
        assert!(sink.gate().is_ok());
        sink.report(Code::Invalid, &place, "a number");
        assert!(sink.gate().is_err());
    }

    #[test]
    fn what_is_noted_twice_is_said_once() {
        let place = Place::root(FileId::ENTRY);
        let mut sink = Sink::default();
        for (at, message) in [("a", "one"), ("a", "one"), ("a", "two"), ("b", "one")] {
            sink.report(Code::UnknownFormat, &place.child(at), message);
        }
        assert_eq!(sink.into_vec().len(), 3);
    }

    #[test]
    fn an_allowed_code_lets_generation_go_on() {
        let allowed = BTreeSet::from([Code::UnsupportedSchema, Code::Syntax]);
        let mut sink = Sink::new(allowed, BTreeSet::new());
        let place = Place::root(FileId::ENTRY);
        sink.report(Code::UnsupportedSchema, &place, "");
        assert!(sink.gate().is_ok());
        sink.report(
            Code::Syntax,
            &place,
            "a text that is not YAML cannot be allowed",
        );
        assert!(sink.gate().is_err());
    }

    #[test]
    fn a_denied_code_stops_generation() {
        let denied = BTreeSet::from([Code::RefDangling]);
        let mut sink = Sink::new(BTreeSet::new(), denied);
        let place = Place::root(FileId::ENTRY);
        sink.report(Code::DuplicateKey, &place, "");
        assert!(sink.gate().is_ok());
        sink.report(Code::RefDangling, &place, "");
        assert!(sink.gate().is_err());
    }

    #[test]
    fn a_typing_slip_finds_its_neighbour_and_a_stranger_does_not() {
        assert_eq!(closest("Contect", ["Invoice", "Contact"]), Some("Contact"));
        assert_eq!(closest("Zebra", ["Invoice", "Contact"]), None);
    }
}
