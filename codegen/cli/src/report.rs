//! The report, as JSON for machines.

use std::fs;
use std::path::Path;

use openapi_bindgen::diagnostic::{Diagnostic, Pointer, Severity};
use openapi_bindgen::{Diagnostics, Generated, Schema, Summary, Unselected, Untyped};
use serde_json::{Value, json};

/// What was found and made. A document that cannot be generated has no counts, since nothing of it was.
pub(crate) fn json(generated: Result<&Generated, &Diagnostics>, seconds: f64) -> Value {
    let (summary, diagnostics) = match generated {
        Ok(Generated {
            files: _,
            summary,
            diagnostics,
        }) => (Some(summary), diagnostics),
        Err(diagnostics) => (None, diagnostics),
    };
    json!({
        "operations_total": summary.map(|summary| summary.operations_total),
        "operations_emitted": summary.map_or(0, |summary| summary.operations_emitted),
        "operations_skipped": summary.map(Summary::operations_skipped),
        "operations_unselected": summary.map(|summary| summary.unselected.iter().map(unselected).collect::<Vec<_>>()).unwrap_or_default(),
        "types_only": summary.is_some_and(|summary| summary.types_only),
        "types": summary.map_or(0, |summary| summary.types),
        "schemas": summary.map(|summary| summary.schemas.iter().map(schema).collect::<Vec<_>>()).unwrap_or_default(),
        "warnings": diagnostics.count(Severity::Warning),
        "diagnostics": diagnostics.in_files().map(|(found, file, pointer)| diagnostic(found, &file, &pointer)).collect::<Vec<_>>(),
        "untyped": summary.map(|summary| summary.untyped.iter().map(untyped).collect::<Vec<_>>()).unwrap_or_default(),
        "untyped_members": summary.map(|summary| summary.untyped_members.iter().map(untyped).collect::<Vec<_>>()).unwrap_or_default(),
        "seconds": seconds,
    })
}

/// Whether nothing but an earlier report stands at a path, which may be that of the document by mistake.
pub(crate) fn may_replace(path: &Path) -> bool {
    // Reading a terminal or a pipe would wait for somebody to write.
    if !path.is_file() {
        return true;
    }
    let found = fs::read(path).unwrap_or_default();
    let report = serde_json::from_slice::<Value>(&found).ok();
    found.trim_ascii().is_empty()
        || report.is_some_and(|report| report.get("operations_total").is_some())
}

fn diagnostic(found: &Diagnostic, file: &str, pointer: &Pointer) -> Value {
    // What is left is where it stands, which the file and the pointer say.
    let Diagnostic {
        code,
        severity,
        message,
        help,
        position: _,
        ..
    } = found;
    let severity = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({
        "code": code.as_str(),
        "severity": severity,
        "file": file,
        "pointer": pointer.as_str(),
        "message": message,
        "help": help,
    })
}

fn unselected(operation: &Unselected) -> Value {
    let Unselected {
        method,
        path,
        operation_id,
        file,
        pointer,
    } = operation;
    json!({ "method": method, "path": path, "operation_id": operation_id, "file": file, "pointer": pointer })
}

fn schema(schema: &Schema) -> Value {
    let Schema {
        file,
        pointer,
        ty,
        is_request,
    } = schema;
    json!({ "file": file, "pointer": pointer, "type": ty, "is_request": is_request })
}

fn untyped(place: &Untyped) -> Value {
    let Untyped {
        file,
        pointer,
        reason,
    } = place;
    json!({ "file": file, "pointer": pointer, "reason": reason })
}
