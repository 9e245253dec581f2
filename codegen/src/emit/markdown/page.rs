//! Lines inside of lists and quotes.

use super::block::Container;

/// How many lists, items and quotes stand inside each other before more of them are left out. Every line carries the
/// indentation of all, so depth without bounds would make a small text a huge one.
const DEEPEST: usize = 12;

pub(super) struct Page {
    lines: Vec<String>,
    /// The page itself and what is open on it.
    levels: Vec<Level>,
    /// How many containers are open that were left out.
    left_out: usize,
}

struct Level {
    shape: Shape,
    /// Whether it has a line. One without never shows.
    is_started: bool,
    last: Last,
}

enum Shape {
    Page,
    Quote,
    List { mark: char, number: Option<u64> },
    Item { marker: String },
}

/// What stands last in a level, as far as it matters to what comes next.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Paragraph,
    List(char),
    Item,
    Other,
}

impl Default for Page {
    fn default() -> Self {
        let page = Level {
            shape: Shape::Page,
            is_started: true,
            last: Last::Nothing,
        };
        Self {
            lines: Vec::new(),
            levels: vec![page],
            left_out: 0,
        }
    }
}

impl Page {
    pub(super) fn open(&mut self, container: Container) {
        if self.left_out > 0 || self.levels.len() > DEEPEST {
            self.left_out += 1;
            return;
        }
        let shape = match container {
            Container::Quote => Shape::Quote,
            Container::List(number) => Shape::List { mark: '*', number },
            Container::Item => Shape::Item {
                marker: String::new(),
            },
        };
        self.levels.push(Level {
            shape,
            is_started: false,
            last: Last::Nothing,
        });
    }

    pub(super) fn close(&mut self) {
        if self.left_out > 0 {
            self.left_out -= 1;
        } else if self.levels.len() > 1 {
            self.levels.pop();
        }
    }

    pub(super) fn paragraph(&mut self, lines: &[String]) {
        self.add(lines, Last::Paragraph);
    }

    /// Code, a table: what is no paragraph.
    pub(super) fn block(&mut self, lines: &[String]) {
        self.add(lines, Last::Other);
    }

    /// A line between two parts, where there are two. In a list it would only confuse.
    pub(super) fn rule(&mut self) {
        let is_outside = self.levels.len() == 1 && self.left_out == 0;
        if is_outside && self.lines.last().is_some_and(|last| last != RULE) {
            self.block(&[RULE.to_owned()]);
        }
    }

    pub(super) fn into_lines(mut self) -> Vec<String> {
        if self.lines.pop_if(|last| last == RULE).is_some() {
            self.lines.pop();
        }
        self.lines
    }

    fn add(&mut self, lines: &[String], last: Last) {
        let fresh = self.levels.iter().position(|level| !level.is_started);
        let fresh = fresh.unwrap_or(self.levels.len());
        if self.wants_gap(fresh) {
            self.lines.push(self.indent(fresh).trim_end().to_owned());
        }
        let mut prefix = self.indent(fresh);
        for index in fresh..self.levels.len() {
            prefix.push_str(&self.start(index));
        }
        let rest = self.indent(self.levels.len());
        for line in lines {
            self.lines
                .push(format!("{prefix}{line}").trim_end().to_owned());
            prefix.clone_from(&rest);
        }
        self.last_level().last = last;
    }

    /// Whether an empty line stands before what comes next, which begins at the level `fresh`.
    fn wants_gap(&self, fresh: usize) -> bool {
        let parent = &self.levels[fresh - 1];
        let next = self.levels.get(fresh).map(|level| &level.shape);
        match (parent.last, next) {
            (Last::Nothing, _) | (Last::Item, Some(Shape::Item { .. })) => false,
            // A list can follow its item's text at once, but only one that is numbered from one.
            (Last::Paragraph, Some(Shape::List { number, .. })) => {
                !matches!(parent.shape, Shape::Item { .. }) || !matches!(number, None | Some(1))
            }
            (Last::Paragraph | Last::List(_) | Last::Item | Last::Other, _) => true,
        }
    }

    /// Shows the level for the first time: what it puts before its first line.
    fn start(&mut self, index: usize) -> String {
        let [.., parent, level] = &mut self.levels[..=index] else {
            return String::new();
        };
        level.is_started = true;
        match &mut level.shape {
            Shape::Page => String::new(),
            Shape::Quote => {
                parent.last = Last::Other;
                "> ".to_owned()
            }
            Shape::List { mark, number } => {
                *mark = list_mark(number.is_some(), parent.last);
                parent.last = Last::List(*mark);
                String::new()
            }
            Shape::Item { marker } => {
                *marker = parent.next_marker();
                parent.last = Last::Item;
                marker.clone()
            }
        }
    }

    /// What stands before a line that is not the first one, in the outer `count` levels.
    fn indent(&self, count: usize) -> String {
        let indent = |level: &Level| match &level.shape {
            Shape::Page | Shape::List { .. } => String::new(),
            Shape::Quote => "> ".to_owned(),
            Shape::Item { marker } => " ".repeat(marker.len()),
        };
        self.levels.iter().take(count).map(indent).collect()
    }

    fn last_level(&mut self) -> &mut Level {
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }
}

impl Level {
    fn next_marker(&mut self) -> String {
        match &mut self.shape {
            Shape::List {
                mark,
                number: Some(number),
            } => {
                let marker = format!("{number}{mark} ");
                // With ten digits it would be text.
                *number = (*number + 1).min(999_999_999);
                marker
            }
            Shape::List { mark, number: None } => format!("{mark} "),
            Shape::Page | Shape::Quote | Shape::Item { .. } => "* ".to_owned(),
        }
    }
}

const RULE: &str = "---";

/// The mark of a list; a list right after another would be the same one, were their marks alike.
fn list_mark(is_numbered: bool, before: Last) -> char {
    let marks = if is_numbered { ['.', ')'] } else { ['*', '-'] };
    if before == Last::List(marks[0]) {
        marks[1]
    } else {
        marks[0]
    }
}
