//! The manifest of a generated crate asks for what the workspace compiles and tests its runtime with.

use openapi_bindgen::Config;
use sendblue_bindings::{document, generated, read};

/// A dependency as a manifest states it, without what each crate chooses for itself.
#[derive(Debug, PartialEq)]
struct Asked<'a> {
    name: &'a str,
    version: &'a str,
    default_features: bool,
}

/// The dependency of a line of a manifest; `None` where that states no version.
fn asked(line: &str) -> Option<Asked<'_>> {
    let (name, said) = line.split_once(" = ")?;
    let version = match said.strip_prefix('"') {
        Some(version) => version,
        None => said.split_once("version = \"")?.1,
    };
    Some(Asked {
        name,
        version: version.split('"').next()?,
        default_features: !said.contains("default-features = false"),
    })
}

/// The dependencies of the sections of a manifest whose title ends so.
fn dependencies<'a>(manifest: &'a str, title: &str) -> Vec<Asked<'a>> {
    let sections = manifest.split("\n[").filter_map(|it| it.split_once("]\n"));
    let wanted = sections.filter(|(name, _)| name.ends_with(title));
    wanted
        .flat_map(|(_, lines)| lines.lines().filter_map(asked))
        .collect()
}

#[test]
fn dependencies_are_those_of_the_workspace() {
    let config = Config::new().with_tests(true);
    let files = generated(&document("spec/contacts.yaml"), &config).files;
    let emitted = files.get("Cargo.toml").expect("a manifest");
    let workspace = read("Cargo.toml");
    let tested = dependencies(&workspace, "workspace.dependencies");
    let emitted = dependencies(emitted, "dependencies");
    let names: Vec<_> = emitted.iter().map(|it| it.name).collect();
    for name in ["bytes", "reqwest", "tokio"] {
        assert!(names.contains(&name), "{names:?}");
    }
    for dependency in &emitted {
        let same = tested.iter().find(|it| it.name == dependency.name);
        assert_eq!(same, Some(dependency));
    }
}
