//! Base64, for basic authentication: too little for a dependency.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Encodes with the standard alphabet and padding.
pub(super) fn encode(bytes: &[u8]) -> String {
    bytes.chunks(3).flat_map(encode_group).collect()
}

/// Encodes one to three bytes as four characters.
fn encode_group(group: &[u8]) -> [char; 4] {
    let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or_default());
    let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
    // n bytes fill n + 1 characters.
    std::array::from_fn(|index| match index <= group.len() {
        true => char::from(ALPHABET[(bits >> (18 - 6 * index) & 63) as usize]),
        false => '=',
    })
}
