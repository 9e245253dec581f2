//! The files of a document, each read once.

use std::collections::HashMap;
use std::io;
use std::sync::OnceLock;

use serde_json::Value;

use super::format::{Format, Stop};
use super::locate::{Repeated, locate};
use super::repair::{self, Repair};
use super::tree::Notes;
use crate::diagnostic::{Code, Position, Sink};
use crate::place::{FileId, Place, Pointer};
use crate::source::{Reach, Source};

/// A file as text and as a tree.
#[derive(Debug)]
pub(crate) struct File {
    /// The name relative to the document's folder.
    pub(crate) name: String,
    pub(crate) text: String,
    format: Format,
    /// Which of two keys of one name its tree has.
    repeated: Repeated,
    /// The tree; null where the text could not be read.
    pub(crate) root: Value,
    /// The parts of the tree that are no longer those of the text, and the ways back from them.
    rewritten: Vec<(Pointer, Original)>,
    /// The tree as it was before, made when somebody asks; of most documents there is nothing to say.
    written: OnceLock<Value>,
}

/// Where a node of a rewritten tree stands in the tree of the text, given that, the rewritten part of it, and the node.
pub(crate) type Original = fn(&Value, &Pointer, &Pointer) -> Pointer;

/// Every file read so far, the entry file first.
#[derive(Debug)]
pub(crate) struct Documents {
    source: Source,
    files: Vec<File>,
    by_name: HashMap<String, FileId>,
}

impl Documents {
    /// Reads the entry file.
    pub(crate) fn open(source: &Source, sink: &mut Sink) -> Self {
        let mut documents = Self {
            source: source.clone(),
            files: Vec::new(),
            by_name: HashMap::new(),
        };
        let entry = source.entry().to_owned();
        if let Err(error) = documents.read(&entry, sink) {
            documents.add(File {
                name: entry,
                text: String::new(),
                format: Format::Yaml,
                repeated: Repeated::First,
                root: Value::Null,
                rewritten: Vec::new(),
                written: OnceLock::new(),
            });
            let message = format!(
                "cannot read `{}`: {error}",
                source.display_path(source.entry())
            );
            sink.report(Code::Unreadable, &Place::root(FileId::ENTRY), message);
        }
        documents
    }

    /// The file of that name, read now if it was not before.
    ///
    /// # Errors
    ///
    /// When it cannot be read; what is wrong with its text goes to the sink instead.
    pub(crate) fn read(&mut self, name: &str, sink: &mut Sink) -> io::Result<FileId> {
        if let Some(&file) = self.by_name.get(name) {
            return Ok(file);
        }
        let text = self.source.read(name)?;
        let format = Format::of(&text);
        let notes = Notes::default();
        let parsed = format.parse(&text, &notes);
        let id = self.add(File {
            name: name.to_owned(),
            text,
            format,
            repeated: notes.repeated(),
            root: Value::Null,
            rewritten: Vec::new(),
            written: OnceLock::new(),
        });
        match parsed {
            Ok(root) => self.files[id.index()].root = root,
            Err(stop) => report_stop(id, stop, sink),
        }
        self.report_notes(id, notes, sink);
        Ok(id)
    }

    /// Says what is wrong with a text. Its positions are looked up at once, since these pointers are those of the text, whatever
    /// becomes of the tree.
    fn report_notes(&self, file: FileId, notes: Notes, sink: &mut Sink) {
        let Notes { duplicate_keys } = notes;
        let pointers = duplicate_keys.into_inner();
        if pointers.is_empty() {
            return;
        }
        let read = self.file(file);
        let firsts = locate(&read.text, read.format, &pointers, Repeated::First);
        let lasts = self.positions(file, &pointers);
        for ((pointer, first), position) in pointers.into_iter().zip(firsts).zip(lasts) {
            let message = twice(&pointer.last().unwrap_or_default(), first);
            let place = Place { file, pointer };
            sink.report(Code::DuplicateKey, &place, message).position = position;
        }
    }

    /// Whether the file of that name was read before.
    pub(crate) fn is_read(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// Whether a file of that name may be read.
    pub(crate) fn reach(&self, name: &str) -> Reach {
        self.source.reach(name)
    }

    fn add(&mut self, file: File) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.by_name.insert(file.name.clone(), id);
        self.files.push(file);
        id
    }

    /// The tree of a file as its text has it, whatever became of it since.
    fn parsed_again(&self, id: FileId) -> Value {
        let file = self.file(id);
        // What is wrong with the text was reported when it was read.
        file.format
            .parse(&file.text, &Notes::default())
            .unwrap_or_default()
    }

    /// Puts another tree in the place of a file's own; `original` leads from the new one back to the text.
    pub(crate) fn rewrite(
        &mut self,
        id: FileId,
        rewrite: impl FnOnce(Value) -> Value,
        original: Original,
    ) {
        let file = &mut self.files[id.index()];
        file.root = rewrite(std::mem::take(&mut file.root));
        file.rewritten.push((Pointer::root(), original));
    }

    /// The same for a part of a file.
    pub(crate) fn rewrite_part(&mut self, place: &Place, node: Value, original: Original) {
        let file = &mut self.files[place.file.index()];
        replace(&mut file.root, &place.pointer, node);
        file.rewritten.push((place.pointer.clone(), original));
    }

    /// Mends a node. Where that moves what is below it, `note_moved` has the way back.
    pub(crate) fn mend(&mut self, place: &Place, repairs: Vec<Repair>) {
        let root = &mut self.files[place.file.index()].root;
        if let Some(node) = root.pointer_mut(place.pointer.as_str()) {
            repair::mend(node, repairs);
        }
    }

    /// Notes that what is below a node no longer stands where it does in the text.
    pub(crate) fn note_moved(&mut self, place: &Place, original: Original) {
        let rewritten = &mut self.files[place.file.index()].rewritten;
        rewritten.push((place.pointer.clone(), original));
    }

    /// Puts a node in the place of the `$ref` to it, in a file that is about to be rewritten.
    pub(crate) fn bring(&mut self, place: &Place, node: Value) {
        self.written(place.file);
        let file = &mut self.files[place.file.index()];
        if let Some(written) = file.written.get_mut() {
            replace(written, &place.pointer, node.clone());
        }
        replace(&mut file.root, &place.pointer, node);
    }

    /// The tree of a file before anything in it was rewritten.
    pub(crate) fn written(&self, id: FileId) -> &Value {
        let written = &self.file(id).written;
        written.get_or_init(|| self.parsed_again(id))
    }

    pub(crate) fn file(&self, id: FileId) -> &File {
        &self.files[id.index()]
    }

    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    /// The path of a file, for messages.
    pub(crate) fn display_path(&self, id: FileId) -> String {
        self.source.display_path(&self.file(id).name)
    }

    /// The node at a place.
    pub(crate) fn get(&self, place: &Place) -> Option<&Value> {
        place
            .pointer
            .find(&self.files.get(place.file.index())?.root)
    }

    /// Where a node stands in the text of its file, whatever became of the tree since.
    pub(crate) fn in_text(&self, place: &Place) -> Pointer {
        let node = &place.pointer;
        let parts = &self.file(place.file).rewritten;
        // A part in a part was rewritten with that.
        let outermost = parts.iter().filter(|(part, _)| node.is_within(part));
        match outermost.min_by_key(|(part, _)| part.as_str().len()) {
            Some((part, original)) => original(self.written(place.file), part, node),
            None => node.clone(),
        }
    }

    /// The positions of nodes of one file, given where they stand in its text; costs a pass over it.
    pub(crate) fn positions(&self, file: FileId, pointers: &[Pointer]) -> Vec<Option<Position>> {
        let File {
            name: _,
            text,
            format,
            repeated,
            root,
            rewritten: _,
            written: _,
        } = self.file(file);
        if root.is_null() {
            // What one parser could not read is for no other one; all that is known of it is where it starts.
            return vec![Some(Position { line: 1, column: 1 }); pointers.len()];
        }
        locate(text, *format, pointers, *repeated)
    }
}

fn replace(root: &mut Value, at: &Pointer, node: Value) {
    if let Some(old) = root.pointer_mut(at.as_str()) {
        *old = node;
    }
}

/// What is said of a key that stands twice, the last time where that is said.
fn twice(key: &str, first: Option<Position>) -> String {
    let before = first.map(|first| format!(", before on line {}", first.line));
    format!(
        "the key `{key}` stands twice{}; the last one counts",
        before.unwrap_or_default()
    )
}

fn report_stop(file: FileId, stop: Stop, sink: &mut Sink) {
    let Stop { message, position } = stop;
    let code = if message.contains("recursion limit") {
        Code::TooLarge
    } else {
        Code::Syntax
    };
    sink.report(code, &Place::root(file), message).position = position;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostic;

    fn diagnostics(text: &str) -> Vec<Diagnostic> {
        let mut sink = Sink::default();
        Documents::open(&Source::memory("a.yaml", [("a.yaml", text)]), &mut sink);
        sink.into_vec()
    }

    #[test]
    fn a_text_that_is_not_yaml_is_an_error_where_the_parser_stopped() {
        let found = diagnostics("a: [1, 2\nb: 3\n");
        assert_eq!(found[0].code, Code::Syntax);
        assert_eq!(found[0].position.map(|position| position.line), Some(2));
    }

    #[test]
    fn what_no_parser_could_read_is_at_its_start() {
        let mut sink = Sink::default();
        let source = Source::memory("a.yaml", [("a.yaml", "\"Missing ve\\")]);
        let documents = Documents::open(&source, &mut sink);
        let root = Place::root(FileId::ENTRY);
        let start = Position { line: 1, column: 1 };
        assert_eq!(
            documents.positions(root.file, &[root.pointer]),
            [Some(start)]
        );
    }

    #[test]
    fn nesting_without_end_is_an_error_and_not_an_overflow() {
        for depth in [200, 100_000] {
            assert_eq!(
                diagnostics(&"[".repeat(depth))[0].code,
                Code::TooLarge,
                "{depth} JSON"
            );
            let yaml = format!("a: {}", "[".repeat(depth.min(2_000)));
            assert!(
                matches!(diagnostics(&yaml)[0].code, Code::TooLarge | Code::Syntax),
                "{depth} YAML"
            );
        }
    }

    #[test]
    fn an_alias_bomb_is_an_error() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let before = format!("*a{}", level - 1);
            text.push_str(&format!(
                "a{level}: &a{level} [{}]\n",
                vec![before; 10].join(", ")
            ));
        }
        assert!(
            diagnostics(&text)[0].message.contains("repetition limit"),
            "{:?}",
            diagnostics(&text)[0]
        );
    }
}
