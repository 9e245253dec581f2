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
    /// Attributes before the head, as code.
    pub(crate) attributes: Vec<String>,
    /// What the table is about.
    pub(crate) head: String,
    /// The rows; `None` where the head says it all.
    pub(crate) rows: Option<Vec<Row>>,
}

/// A row of a table.
#[derive(Debug)]
pub(crate) enum Row {
    /// One thing on a line of its own.
    Line {
        docs: Vec<String>,
        /// Attributes as code.
        attributes: Vec<String>,
        /// The row itself, with the sign that ends it.
        text: String,
    },
    /// Several things of one kind, as many on a line as it holds.
    List {
        /// What they are.
        word: &'static str,
        cells: Vec<Cell>,
    },
}

/// One of several things in a row.
#[derive(Debug)]
pub(crate) struct Cell {
    /// Attributes as code.
    pub(crate) attributes: Vec<String>,
    pub(crate) text: String,
}

impl Row {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self::Line {
            docs: Vec::new(),
            attributes: Vec::new(),
            text: text.into(),
        }
    }

    /// A list, unless there is nothing in it.
    pub(crate) fn list(word: &'static str, cells: Vec<Cell>) -> Option<Self> {
        (!cells.is_empty()).then_some(Self::List { word, cells })
    }
}

impl Cell {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self {
            attributes: Vec::new(),
            text: text.into(),
        }
    }
}
