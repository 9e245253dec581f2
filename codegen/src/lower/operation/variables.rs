//! The variables of a path, and the parameters that describe them.

use super::path;
use crate::diagnostic::Code;
use crate::ir::{Docs, Location, Parameter, Style, Ty};
use crate::lower::Lowering;
use crate::place::Place;

impl Lowering<'_> {
    /// Makes the path parameters those of the template, no more and no fewer.
    pub(super) fn fit_to_template(
        &mut self,
        parameters: &mut Vec<Parameter>,
        template: &str,
        operation: &Place,
    ) {
        let variables = path::variables(template);
        parameters.retain(|parameter| self.has_place(parameter, &variables, template));
        for name in variables {
            let is_described = parameters.iter().any(|parameter| {
                parameter.location == Location::Path && parameter.wire_name == name
            });
            if !is_described {
                let message = format!(
                    "no parameter describes `{{{name}}}` of the path `{template}`; it becomes a string"
                );
                self.sink
                    .report(Code::PathParameterMissing, operation, message);
                parameters.push(undescribed(name, operation));
            }
        }
    }

    /// Whether a parameter has a place to go: its path may not name it, which is reported.
    fn has_place(&mut self, parameter: &Parameter, variables: &[&str], template: &str) -> bool {
        let name = parameter.wire_name.as_str();
        if parameter.location != Location::Path || variables.contains(&name) {
            return true;
        }
        let message =
            format!("`{name}` is not in the path `{template}`, so that it has no place to go");
        self.sink
            .report(Code::PathParameterUnused, &parameter.origin, message)
            .help_closest(name, variables.iter().copied());
        false
    }
}

/// The parameter of a variable that none describes.
pub(super) fn undescribed(name: &str, operation: &Place) -> Parameter {
    Parameter {
        origin: operation.clone(),
        wire_name: name.to_owned(),
        pinned: None,
        location: Location::Path,
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
        json: false,
        ty: Ty::Text,
        required: true,
        is_open: false,
        fixed: None,
        docs: Docs::default(),
        deprecated: None,
    }
}
