//! The report, which other programs read: its keys are a promise.

use serde_json::{Value, json};

use crate::support::{Folder, GREETINGS, with_upload};

fn report(folder: &Folder, more: &[&str]) -> Value {
    folder.generate(&[&["--report", "report.json"], more].concat());
    serde_json::from_str(&folder.read("report.json")).expect("the report is JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

const KEYS: [&str; 12] = [
    "diagnostics",
    "operations_emitted",
    "operations_skipped",
    "operations_total",
    "operations_unselected",
    "schemas",
    "seconds",
    "types",
    "types_only",
    "untyped",
    "untyped_members",
    "warnings",
];

#[test]
fn it_counts_what_was_made() {
    let folder = Folder::with_document("report", GREETINGS);
    let report = report(&folder, &[]);
    assert_eq!(keys(&report), KEYS);
    assert_eq!(report["operations_total"], 2);
    assert_eq!(report["operations_emitted"], 2);
    assert_eq!(report["operations_skipped"], 0);
    assert_eq!(report["operations_unselected"], json!([]));
    assert_eq!(report["types_only"], false);
    // The greeting, and its language.
    assert_eq!(report["types"], 2);
    assert_eq!(
        report["schemas"][0],
        json!({
            "file": "api.yaml",
            "pointer": "/components/schemas/Greeting",
            "type": "Greeting",
            "is_request": false,
        })
    );
    assert_eq!(report["warnings"], 0);
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!(report["untyped"], json!([]));
    assert!(
        report["seconds"]
            .as_f64()
            .is_some_and(|seconds| seconds > 0.0),
        "{report}"
    );
}

#[test]
fn it_lists_what_was_left_out_and_what_is_untyped() {
    let document = with_upload().replace(
        "text: { type: string }",
        "text: { type: string }\n        extra: {}\n        labels: { type: object }\n        more: { type: array, items: { type: object } }",
    );
    let folder = Folder::with_document("report-gaps", &document);
    let report = report(&folder, &["--allow", "unsupported-parameter"]);
    assert_eq!(report["operations_total"], 3);
    assert_eq!(report["operations_emitted"], 2);
    assert_eq!(report["operations_skipped"], 1);
    assert_eq!(report["warnings"], 1);

    let [diagnostic] = report["diagnostics"].as_array().expect("a list").as_slice() else {
        panic!("{report}")
    };
    assert_eq!(
        keys(diagnostic),
        ["code", "file", "help", "message", "pointer", "severity"]
    );
    assert_eq!(diagnostic["code"], "unsupported-parameter");
    assert_eq!(diagnostic["severity"], "warning");
    assert_eq!(diagnostic["file"], "api.yaml");
    assert_eq!(
        diagnostic["pointer"],
        "/paths/~1upload/post/parameters/0/content/application~1xml"
    );

    let [untyped] = report["untyped"].as_array().expect("a list").as_slice() else {
        panic!("{report}")
    };
    assert_eq!(keys(untyped), ["file", "pointer", "reason"]);
    assert_eq!(
        untyped["pointer"],
        "/components/schemas/Greeting/properties/extra"
    );
    let members = report["untyped_members"].as_array().expect("a list");
    let members: Vec<_> = members.iter().map(|place| &place["pointer"]).collect();
    assert_eq!(
        members,
        [
            "/components/schemas/Greeting/properties/labels",
            "/components/schemas/Greeting/properties/more/items"
        ]
    );
}

#[test]
fn it_lists_what_was_not_selected() {
    let folder = Folder::with_document("report-selection", GREETINGS);
    let report = report(&folder, &["--include", "GET /greetings"]);
    assert_eq!(report["operations_total"], 2);
    assert_eq!(report["operations_emitted"], 1);
    assert_eq!(report["operations_skipped"], 1);
    let [unselected] = report["operations_unselected"]
        .as_array()
        .expect("a list")
        .as_slice()
    else {
        panic!("{report}")
    };
    let expected = json!({
        "method": "POST",
        "path": "/greetings",
        "operation_id": "sendGreeting",
        "file": "api.yaml",
        "pointer": "/paths/~1greetings/post",
    });
    assert_eq!(*unselected, expected);
}

#[test]
fn with_types_alone_all_operations_are_skipped() {
    let folder = Folder::with_document("report-types", GREETINGS);
    let report = report(&folder, &["--types-only"]);
    assert_eq!(report["types_only"], true);
    assert_eq!(report["operations_emitted"], 0);
    assert_eq!(report["operations_skipped"], 2);
    assert_eq!(report["types"], 2);
}

#[test]
fn it_is_written_when_nothing_else_is() {
    let folder = Folder::with_document("report-errors", &with_upload());
    let report = report(&folder, &[]);
    assert_eq!(keys(&report), KEYS);
    assert_eq!(report["operations_emitted"], 0);
    assert_eq!(report["diagnostics"][0]["severity"], "error");
    assert!(!folder.path("out").exists());
}

#[test]
fn it_replaces_an_earlier_one_and_nothing_else() {
    let folder = Folder::with_document("report-again", GREETINGS);
    report(&folder, &[]);
    report(&folder, &[]);
    let before = folder.read("api.yaml");
    let command = [
        "generate", "api.yaml", "--output", "out", "--report", "api.yaml",
    ];
    let outcome = folder.run(&command);
    assert_eq!(outcome.code, Some(1), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("api.yaml: no report"),
        "{}",
        outcome.stderr
    );
    assert_eq!(folder.read("api.yaml"), before);
}
