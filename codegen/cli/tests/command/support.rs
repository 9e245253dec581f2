//! The command as a user runs it, in a folder of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// A small document: two operations and a type.
pub(crate) const GREETINGS: &str = r##"openapi: 3.0.3
info: { title: Greetings, version: "1.0.0" }
servers: [{ url: "https://example.com" }]
paths:
  /greetings:
    get:
      operationId: listGreetings
      parameters: [{ name: to, in: query, schema: { type: string } }]
      responses:
        "200":
          description: The greetings
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Greeting" } } } }
    post:
      operationId: sendGreeting
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Greeting" } } }
      responses: { "204": { description: Sent } }
components:
  schemas:
    Greeting:
      type: object
      required: [text]
      properties:
        text: { type: string }
        language: { type: string, enum: [en, de] }
"##;

/// An operation that cannot be generated yet, to be added to the document's paths.
pub(crate) const UPLOAD: &str = r#"  /upload:
    post:
      operationId: upload
      parameters: [{ name: filter, in: query, content: { application/xml: { schema: { type: string } } } }]
      responses: { "204": { description: Taken } }
components:
"#;

/// A document with an operation that cannot be generated yet.
pub(crate) fn with_upload() -> String {
    GREETINGS.replace("components:\n", UPLOAD)
}

/// What a run left.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// A folder outside any workspace, gone when the test ends.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// An empty folder; `name` tells the tests of one process apart.
    pub(crate) fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("openapi-bindgen-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("the system's temporary folder can be written");
        Self(path)
    }

    /// A folder that holds a document named `api.yaml`.
    pub(crate) fn with_document(name: &str, document: &str) -> Self {
        let folder = Self::new(name);
        folder.write("api.yaml", document);
        folder
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("")))
            .expect("the folder can be written");
        std::fs::write(path, text).expect("the file can be written");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs the command in this folder, which is left out of what it prints.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        let output = Command::new(env!("CARGO_BIN_EXE_openapi-bindgen"))
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .expect("the command can be started");
        let real = self
            .0
            .canonicalize()
            .expect("the folder is there")
            .display()
            .to_string();
        let text = |bytes: Vec<u8>| {
            String::from_utf8(bytes)
                .expect("the command prints text")
                .replace(&real, "[folder]")
        };
        Outcome {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Generates `api.yaml` into the folder `out`.
    pub(crate) fn generate(&self, more: &[&str]) -> Outcome {
        self.run(&[&["generate", "api.yaml", "--output", "out"], more].concat())
    }

    /// How many files there are below a folder.
    pub(crate) fn count(&self, path: &str) -> usize {
        let all = below(&self.path(path));
        all.iter().filter(|path| path.is_file()).count()
    }

    /// When a folder, the files and the folders below it were last changed; a folder is when a file in it comes, goes or gets another name.
    pub(crate) fn modified(&self, path: &str) -> BTreeMap<PathBuf, SystemTime> {
        let folder = self.path(path);
        let all = below(&folder).into_iter().chain([folder]);
        all.map(|path| {
            let metadata = std::fs::metadata(&path).expect("what was listed is there");
            (path, metadata.modified().expect("the system keeps times"))
        })
        .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Everything below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the folder can be read to its end").path());
    paths
        .flat_map(|path| {
            let inside = if path.is_dir() {
                below(&path)
            } else {
                Vec::new()
            };
            [path].into_iter().chain(inside)
        })
        .collect()
}
