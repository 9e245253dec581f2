//! Text that comes into being part by part.

/// The parts of a parameter, or the pairs of several, behind the text that there is already.
pub(in crate::runtime) struct Parts<'a> {
    text: &'a mut String,
    /// What stands before the next part.
    before: &'static str,
    /// What stands before every part after that.
    between: &'static str,
}

impl<'a> Parts<'a> {
    /// Parts of which the first has something else before it than the others.
    pub(in crate::runtime) fn new(
        text: &'a mut String,
        before: &'static str,
        between: &'static str,
    ) -> Self {
        Self {
            text,
            before,
            between,
        }
    }

    /// Where the next part is to be written.
    pub(in crate::runtime) fn next(&mut self) -> &mut String {
        *self.text += std::mem::replace(&mut self.before, self.between);
        self.text
    }
}
