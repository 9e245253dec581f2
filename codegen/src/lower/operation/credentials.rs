//! Parameters that say again what security schemes do.

use crate::diagnostic::{Code, Sink};
use crate::ir::{Operation, Parameter, Requirement, Scheme};

/// Leaves out of each operation the parameters that its calls may have a credential in: tools list both, and a call sends one of them. What an
/// operation needs that does not say otherwise is `security`.
pub(in crate::lower) fn leave_out(
    operations: &mut [Operation],
    schemes: &[Scheme],
    security: &[Requirement],
    sink: &mut Sink,
) {
    for operation in operations {
        let needed = operation.security.as_deref().unwrap_or(security);
        operation.parameters.retain(|parameter| {
            let scheme = scheme_of(parameter, needed, schemes);
            if let Some(scheme) = scheme {
                let message = format!(
                    "`{}` is the credential of `{}`, which calls have from their client",
                    parameter.wire_name, scheme.name
                );
                sink.report(Code::CredentialParameter, &parameter.origin, message);
            }
            scheme.is_none()
        });
    }
}

/// The scheme whose credential stands where a parameter would, in one of the ways to authenticate a call.
fn scheme_of<'a>(
    parameter: &Parameter,
    needed: &[Requirement],
    schemes: &'a [Scheme],
) -> Option<&'a Scheme> {
    let is_needed = |scheme: &&Scheme| needed.iter().any(|names| names.contains(&scheme.name));
    let mut needed = schemes.iter().filter(is_needed);
    needed.find(|scheme| {
        let kind = &scheme.kind;
        kind.is_sent_as(parameter.location, &parameter.wire_name)
    })
}
