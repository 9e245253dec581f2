//! What a paragraph is made of.

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Inline {
    Text(String),
    Code(String),
    /// A link that shows its own target.
    Url(String),
    Open(Span),
    Close(Kind),
    Break(Break),
}

/// What text can be inside of, with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Span {
    Style(Style),
    /// Code in HTML, which is told apart from Markdown's because tags may stand in it.
    Code,
    Link(String),
}

/// What a closing mark says about the span that it closes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Style(Style),
    Code,
    Link,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Style {
    Emphasis,
    Strong,
    Strikethrough,
}

/// A gap between words; where several meet, the greatest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    Space,
    /// The author began a new line, which a reader does not see.
    Soft,
    /// The reader sees a new line.
    Hard,
}

impl Span {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Style(style) => Kind::Style(*style),
            Self::Code => Kind::Code,
            Self::Link(_) => Kind::Link,
        }
    }
}

impl Style {
    /// What stands on both sides of the text.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Emphasis => "*",
            Self::Strong => "**",
            Self::Strikethrough => "~~",
        }
    }
}
