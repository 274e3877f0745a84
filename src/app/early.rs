//! Early input: what the visitor did on the prerendered page before the program ran.

/// One input event, with the names of the stable hooks (docs/product.md#stable-hooks).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EarlyInput {
    /// A radio was chosen or a field was filled.
    Filled {
        /// The name of the radio or field.
        name: String,
        /// Its value.
        value: String,
    },
    /// The button with this `data-action` was pressed.
    Pressed(String),
}
