//! Names of things in the content, as types that cannot be mixed up.
//!
//! Every id comes from data: the program itself knows none. An id is a short kebab-case word that also
//! serves as a radio name, a key in the stored record and an entry in the language files.

use std::borrow::Borrow;
use std::fmt;
use std::rc::Rc;

use serde::Deserialize;

/// The most characters of an id.
pub const MAX_ID_LENGTH: usize = 64;

/// True for text that may serve as an id: 1 to 64 characters, lower-case letters, digits and single hyphens.
pub fn is_id(text: &str) -> bool {
    let well_formed = text
        .split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    well_formed && text.len() <= MAX_ID_LENGTH
}

/// A text that is not an id, see [`is_id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id: lower-case letters, digits and single hyphens")
    }
}

impl std::error::Error for NotAnId {}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(try_from = "&str")]
        pub struct $name(Rc<str>);

        impl $name {
            /// Takes the text if it is a well-formed id, see [`is_id`].
            pub fn parse(text: &str) -> Option<Self> {
                is_id(text).then(|| Self(text.into()))
            }

            /// The id as in the data.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = NotAnId;

            fn try_from(text: &str) -> Result<Self, NotAnId> {
                Self::parse(text).ok_or(NotAnId)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A statement of the spectrum self-assessment (docs/product.md#statements).
    StatementId;
    /// One of the dimensions the statements are grouped in (docs/product.md#dimensions).
    DimensionId;
    /// A characteristic of phase 4 (docs/product.md#characteristics).
    CharacteristicId;
    /// The position a visitor judges from, such as director or employee (docs/product.md#roles).
    RoleId;
    /// A leading principle with its trade-off slider (docs/product.md#principles).
    PrincipleId;
    /// One of the two ends of a principle (docs/product.md#principles).
    PoleId;
    /// A named stop on the track of a principle (docs/product.md#principles).
    StopId;
    /// A warning that belongs to a pole (docs/product.md#principles).
    WarningId;
    /// A reflection question (docs/product.md#reflection-questions).
    QuestionId;
    /// A group of reflection questions (docs/product.md#reflection-questions).
    ThemeId;
    /// A row of a checklist question (docs/product.md#reflection-questions).
    RowId;
    /// A tip (docs/product.md#tips).
    TipId;
    /// A module (docs/product.md#modules).
    ModuleId;
    /// An entry of a module (docs/product.md#modules).
    EntryId;
}
