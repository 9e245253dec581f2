//! Code, pretty-printed item by item: parsing a whole file takes more than twice the time for twice the text.

use proc_macro2::TokenStream;
use quote::quote;

/// An item as text, without the line end behind it.
pub(super) fn code(tokens: &TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file).trim_end().to_owned(),
        // An emitter that writes no Rust is a mistake of ours: the compiler then shows the place better than a panic here.
        Err(error) => format!("compile_error!({:?});\n{tokens}", error.to_string()),
    }
}

/// An `impl` block with an empty line between its methods, which the printer leaves out.
pub(super) fn methods(head: &TokenStream, methods: &[TokenStream]) -> String {
    let printed: Vec<_> = methods
        .iter()
        .map(|method| body(&code(&quote!(#head { #method }))))
        .collect();
    let open = code(&quote!(#head {}));
    let open = open.trim_end_matches('}').trim_end();
    format!("{open}\n{}\n}}", printed.join("\n\n"))
}

/// What stands between the first brace at the end of a line and the last one.
fn body(block: &str) -> String {
    let inner = block.split_once("{\n").map_or(block, |(_, inner)| inner);
    inner
        .rsplit_once('}')
        .map_or(inner, |(inner, _)| inner)
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_stand_apart() {
        let methods = [
            quote!(
                pub fn a(&self) {}
            ),
            quote!(
                #[doc = " B."]
                pub fn b(&self) {
                    if true {
                        1;
                    }
                }
            ),
        ];
        let expected = "impl A {\n    pub fn a(&self) {}\n\n    /// B.\n    pub fn b(&self) {\n        if true {\n            1;\n        }\n    }\n}";
        assert_eq!(super::methods(&quote!(impl A), &methods), expected);
    }
}
