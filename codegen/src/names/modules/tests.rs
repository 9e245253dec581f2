use super::*;
use crate::ir::Method;
use crate::place::{FileId, Place};

/// The groups of operations given by their paths and tags: the name and the size of each.
fn groups(operations: &[(String, Option<&str>)]) -> Vec<(String, usize)> {
    let origin = Place::root(FileId::ENTRY);
    let outlines: Vec<_> = operations
        .iter()
        .map(|(path, tag)| Outline {
            origin: &origin,
            id: None,
            pinned: None,
            method: &Method::Get,
            path,
            tag: *tag,
            is_deprecated: false,
            operation: None,
        })
        .collect();
    let groups = divide(&outlines).into_iter();
    groups
        .map(|group| (group.name, group.members.len()))
        .collect()
}

fn paths(beginning: &str, count: usize) -> Vec<(String, Option<&'static str>)> {
    let path = |number| (format!("{beginning}/{{id}}/part{number}"), None);
    (0..count).map(path).collect()
}

fn sizes(groups: &[(String, usize)]) -> Vec<(&str, usize)> {
    let sizes = groups.iter().map(|(name, size)| (name.as_str(), *size));
    sizes.collect()
}

#[test]
fn a_small_document_is_divided_by_tag_alone() {
    let operations = [paths("/users", 25), paths("/guilds", 24)].concat();
    assert_eq!(sizes(&groups(&operations)), [("default", 49)]);
}

#[test]
fn where_tags_do_not_divide_paths_do() {
    let operations = [paths("/users", 30), paths("/guilds", 25)].concat();
    let expected = [("guilds", 25), ("users", 30)];
    assert_eq!(sizes(&groups(&operations)), expected);
}

#[test]
fn tags_that_divide_are_kept() {
    let mut operations = [paths("/users", 30), paths("/guilds", 25)].concat();
    for (index, (_, tag)) in operations.iter_mut().enumerate() {
        *tag = Some(["a", "b"][index % 2]);
    }
    assert_eq!(sizes(&groups(&operations)), [("a", 28), ("b", 27)]);
}

#[test]
fn what_nearly_all_paths_begin_with_divides_nothing() {
    let operations = [
        paths("/api/v1/users", 30),
        paths("/api/v1/{tenant}/guilds", 25),
        vec![
            ("/api".to_owned(), None),
            ("/api/v1/users.json".to_owned(), None),
            ("/{id}".to_owned(), None),
        ],
    ]
    .concat();
    let expected = [("api", 1), ("guilds", 25), ("root", 1), ("users", 31)];
    assert_eq!(sizes(&groups(&operations)), expected);
}

#[test]
fn where_nothing_divides_there_is_one_module() {
    let operations = vec![("/rpc/{method}".to_owned(), Some("rpc")); 60];
    assert_eq!(sizes(&groups(&operations)), [("rpc", 60)]);
}

#[test]
fn a_module_for_every_operation_is_none() {
    let verbs = ["get", "send", "delete"];
    let operations: Vec<_> = (0..60)
        .map(|number| (format!("/{}Thing{number}", verbs[number % 3]), None))
        .collect();
    let expected = [("delete", 20), ("get", 20), ("send", 20)];
    assert_eq!(sizes(&groups(&operations)), expected);
}

#[test]
fn there_are_never_more_modules_than_people_can_choose_from() {
    let tags: Vec<String> = (0..600)
        .map(|number| format!("Zone{} Settings {number}", number % 150))
        .collect();
    let tagged = |tag: &str| -> Vec<String> { vec![tag.to_owned(); 2] };
    let tags: Vec<String> = tags.iter().flat_map(|tag| tagged(tag)).collect();
    let operations: Vec<_> = tags
        .iter()
        .map(|tag| ("/a".to_owned(), Some(tag.as_str())))
        .collect();
    let found = groups(&operations);
    assert_eq!(found.len(), 150);
    assert_eq!(sizes(&found)[0], ("zone0_settings", 8));

    let letters: Vec<String> = (0..400).map(|number| format!("x{number}")).collect();
    let operations: Vec<_> = letters
        .iter()
        .map(|tag| ("/a".to_owned(), Some(tag.as_str())))
        .collect();
    let found = groups(&operations);
    assert!(found.len() <= 200, "{}", found.len());
    assert_eq!(found.iter().map(|(_, size)| size).sum::<usize>(), 400);
}

#[test]
fn the_query_of_a_path_says_nothing_of_its_group() {
    let mut operations = [paths("/v1/agents", 30), paths("/v1/users", 25)].concat();
    operations.push(("/v1/agents?beta=true".to_owned(), None));
    let expected = [("agents", 31), ("users", 25)];
    assert_eq!(sizes(&groups(&operations)), expected);
}
