//! What people read who make a mistake: the whole listing, reviewed like code.

use insta::{assert_snapshot, with_settings};
use openapi_bindgen::{Config, generate};
use sendblue_bindings::{document, root};

#[test]
fn every_mistake_is_explained_at_its_place() {
    let folder = root().join("tests/specs/invalid");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the documents are there")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    names.sort();
    assert!(names.len() > 20, "the documents of mistakes are gone");
    for name in names {
        let listing = match generate(
            &document(&format!("tests/specs/invalid/{name}")),
            &Config::new(),
        ) {
            Ok(generated) => format!("{}generated all the same", generated.diagnostics),
            Err(diagnostics) => diagnostics.to_string(),
        };
        with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/diagnostics" }, {
            assert_snapshot!(name.replace('.', "_"), listing);
        });
    }
}
