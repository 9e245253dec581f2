//! JSON pointers (RFC 6901).

use std::borrow::Cow;
use std::fmt;

use percent_encoding::percent_decode_str;
use serde_json::Value;

/// A JSON pointer in its string form, such as `/paths/~1contacts/get`; the empty one is the whole document.
#[derive(Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer to the whole document.
    pub(crate) fn root() -> Self {
        Self::default()
    }

    /// The pointer that a reference into its own file has behind `#`, where a URL's escapes may stand (RFC 6901, section 6).
    pub(crate) fn of_reference(reference: &str) -> Option<Self> {
        let fragment = percent_decode_str(reference.strip_prefix('#')?);
        fragment.decode_utf8_lossy().parse().ok()
    }

    /// This pointer with one more token, given unescaped.
    pub(crate) fn child(&self, token: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + token.len() + 1);
        text.push_str(&self.0);
        text.push('/');
        for character in token.chars() {
            match character {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                other => text.push(other),
            }
        }
        Self(text)
    }

    /// The node that `below` leads to from the one that this pointer leads to.
    pub(crate) fn join(&self, below: &Self) -> Self {
        Self(format!("{}{}", self.0, below.0))
    }

    /// This pointer with one more token, given as it stands in a pointer.
    pub(crate) fn escaped_child(&self, token: &str) -> Self {
        Self(format!("{}/{token}", self.0))
    }

    /// The pointer to the node that holds this one; `None` at the root.
    pub(crate) fn parent(&self) -> Option<Self> {
        self.0.rfind('/').map(|end| Self(self.0[..end].to_owned()))
    }

    /// Whether this pointer leads to the node that the other one leads to, or to one below it.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        let rest = self.0.strip_prefix(&other.0);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The tokens from the root down, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(unescape)
    }

    /// The last token, unescaped; `None` at the root.
    pub(crate) fn last(&self) -> Option<Cow<'_, str>> {
        self.0.rsplit_once('/').map(|(_, token)| unescape(token))
    }

    /// The node that the pointer leads to.
    pub(crate) fn find<'a>(&self, root: &'a Value) -> Option<&'a Value> {
        self.tokens().try_fold(root, |node, token| match node {
            Value::Object(members) => members.get(token.as_ref()),
            Value::Array(elements) => elements.get(index(&token)?),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        })
    }

    /// The pointer as RFC 6901 writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// RFC 6901, section 4: an index has no sign and no zero before it.
fn index(token: &str) -> Option<usize> {
    let is_plain = token == "0" || !token.starts_with(['0', '+']);
    is_plain.then(|| token.parse().ok())?
}

/// RFC 6901, section 4: `~1` first, so that `~01` reads as `~1`.
fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Pointer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.is_empty() || text.starts_with('/') {
            Ok(Self(text.to_owned()))
        } else {
            Err(format!(
                "`{text}` is not a JSON pointer: it begins with no slash"
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tokens_are_escaped_on_the_way_in_and_unescaped_on_the_way_out() {
        let pointer = Pointer::root().child("a/b").child("~1").child("");
        assert_eq!(pointer.as_str(), "/a~1b/~01/");
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), ["a/b", "~1", ""]);
    }

    #[test]
    fn a_pointer_finds_members_and_elements() {
        let root = json!({"a/b": [1, {"~": 2}], "01": 3});
        let find = |text: &str| text.parse::<Pointer>().ok()?.find(&root).cloned();
        assert_eq!(find("/a~1b/1/~0"), Some(json!(2)));
        assert_eq!(find("/01"), Some(json!(3)));
        assert_eq!(find(""), Some(root.clone()));
        assert_eq!(find("/a~1b/01"), None);
        assert_eq!(find("/a~1b/+1"), None);
        assert_eq!(find("/a~1b/2"), None);
        assert_eq!(find("/01/x"), None);
    }

    #[test]
    fn a_pointer_is_within_itself_and_what_is_above() {
        let pointer = Pointer::root().child("a").child("b");
        assert!(pointer.is_within(&pointer));
        assert!(pointer.is_within(&Pointer::root()));
        assert!(
            !Pointer::root()
                .child("ab")
                .is_within(&Pointer::root().child("a"))
        );
    }

    #[test]
    fn the_parent_of_a_first_level_node_is_the_root() {
        assert_eq!(Pointer::root().child("a").parent(), Some(Pointer::root()));
        assert_eq!(Pointer::root().parent(), None);
    }
}
