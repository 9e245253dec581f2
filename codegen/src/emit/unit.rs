//! What emitters hand to `render`.

use proc_macro2::TokenStream;

use super::imports::Imports;

/// A file of code before it is text.
#[derive(Debug)]
pub(crate) struct Unit {
    /// The path below the crate's folder.
    pub(crate) path: String,
    /// The lines of the file's own docs.
    pub(crate) docs: Vec<String>,
    pub(crate) imports: Imports,
    pub(crate) items: Vec<Item>,
}

/// A piece of a file.
#[derive(Debug)]
pub(crate) enum Item {
    /// Code that is pretty-printed.
    Code(TokenStream),
    /// An `impl` block, its methods apart from each other.
    Methods {
        head: TokenStream,
        methods: Vec<TokenStream>,
    },
    /// A table, a row a line.
    Table(Table),
    /// Lines that belong together as they are.
    Lines(Vec<String>),
}

/// A call of one of the runtime's macros, to be read against the document.
#[derive(Debug)]
pub(crate) struct Table {
    /// The name of the macro.
    pub(crate) name: &'static str,
    /// Lines of docs before the head.
    pub(crate) docs: Vec<String>,
    /// What the table is about.
    pub(crate) head: String,
    /// The rows; `None` where the head says it all.
    pub(crate) rows: Option<Vec<Row>>,
}

/// A row of a table.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) docs: Vec<String>,
    /// Attributes as code.
    pub(crate) attributes: Vec<String>,
    /// The row itself, with the sign that ends it.
    pub(crate) text: String,
}

impl Row {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self {
            docs: Vec::new(),
            attributes: Vec::new(),
            text: text.into(),
        }
    }
}
