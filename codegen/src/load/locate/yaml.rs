//! Positions in YAML, from a parser whose events carry them; its grammar is that of `serde_yaml`.

use libyaml_safer::{EventData, Parser};

use super::wanted::{Found, Wanted};
use crate::diagnostic::Position;

pub(super) fn find(text: &str, wanted: Wanted<'_>, found: &mut Found) {
    let mut parser = Parser::new();
    parser.set_input(text.as_bytes());
    // It ends early when everything is found, or where the text is broken.
    let _ = Walk { parser, found }.document(wanted);
}

/// A walk over events. Its steps answer `None` when there is no way on.
struct Walk<'t, 'f> {
    parser: Parser<&'t [u8]>,
    found: &'f mut Found,
}

impl Walk<'_, '_> {
    fn document(&mut self, wanted: Wanted<'_>) -> Option<()> {
        loop {
            match self.next()? {
                (EventData::StreamStart { .. } | EventData::DocumentStart { .. }, _) => {}
                (event, position) => return self.node(&event, position, wanted),
            }
        }
    }

    fn next(&mut self) -> Option<(EventData, Position)> {
        if self.found.is_complete() {
            return None;
        }
        let event = self.parser.parse().ok()?;
        let position = Position {
            line: usize::try_from(event.start_mark.line).ok()? + 1,
            column: usize::try_from(event.start_mark.column).ok()? + 1,
        };
        Some((event.data, position))
    }

    /// A node that is wanted, or that is on the way to one, from its first event on.
    fn node(&mut self, event: &EventData, position: Position, wanted: Wanted<'_>) -> Option<()> {
        self.found.note(&wanted, position);
        match event {
            EventData::MappingStart { .. } => self.members(wanted),
            EventData::SequenceStart { .. } => self.elements(wanted),
            // Nothing is inside these; what an alias stands for has a place of its own.
            EventData::Scalar { .. }
            | EventData::Alias { .. }
            | EventData::StreamStart { .. }
            | EventData::StreamEnd
            | EventData::DocumentStart { .. }
            | EventData::DocumentEnd { .. }
            | EventData::SequenceEnd
            | EventData::MappingEnd => Some(()),
        }
    }

    fn members(&mut self, mut wanted: Wanted<'_>) -> Option<()> {
        loop {
            let (key, key_position) = self.next()?;
            let wanted = match &key {
                EventData::MappingEnd => return Some(()),
                EventData::Scalar { value, .. } => wanted.take(value),
                _ => None,
            };
            self.pass(&key)?;
            let (event, position) = self.next()?;
            // A block is where its key stands, which says what it is; its own first line says what is first in it.
            let is_block = opened(&event) > 0 && position.line > key_position.line;
            let position = if is_block { key_position } else { position };
            self.child(&event, position, wanted)?;
        }
    }

    fn elements(&mut self, mut wanted: Wanted<'_>) -> Option<()> {
        for index in 0_usize.. {
            let (event, position) = self.next()?;
            if event == EventData::SequenceEnd {
                break;
            }
            self.child(&event, position, wanted.take(&index.to_string()))?;
        }
        Some(())
    }

    fn child(
        &mut self,
        event: &EventData,
        position: Position,
        wanted: Option<Wanted<'_>>,
    ) -> Option<()> {
        match wanted {
            Some(wanted) => self.node(event, position, wanted),
            None => self.pass(event),
        }
    }

    /// Passes over the rest of a node.
    fn pass(&mut self, first: &EventData) -> Option<()> {
        let mut open = opened(first);
        while open > 0 {
            let (event, _) = self.next()?;
            open += opened(&event);
        }
        Some(())
    }
}

/// By how many levels an event leads down.
fn opened(event: &EventData) -> isize {
    match event {
        EventData::MappingStart { .. } | EventData::SequenceStart { .. } => 1,
        EventData::MappingEnd | EventData::SequenceEnd => -1,
        EventData::Scalar { .. }
        | EventData::Alias { .. }
        | EventData::StreamStart { .. }
        | EventData::StreamEnd
        | EventData::DocumentStart { .. }
        | EventData::DocumentEnd { .. } => 0,
    }
}
