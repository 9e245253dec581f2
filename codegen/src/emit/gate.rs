//! What a feature decides about.

use crate::names::FeatureName;

/// The line before an item that any of the features brings; `None` where nothing has to.
pub(super) fn attribute(features: &[FeatureName]) -> Option<String> {
    match features {
        [] => None,
        [only] => Some(format!("#[cfg(feature = \"{only}\")]")),
        several => {
            let several: Vec<_> = several
                .iter()
                .map(|name| format!("feature = \"{name}\""))
                .collect();
            Some(format!("#[cfg(any({}))]", several.join(", ")))
        }
    }
}
