//! The words of the user interface: which there are, and how values are put into them.
//!
//! Each word is a variant, so that a typing mistake does not compile; its text is data. A missing text is a
//! mistake of the content file, named like any other.

use super::reader::Object;
use crate::json::Text;

macro_rules! words {
    ($($name:ident $key:literal,)*) => {
        /// One text of the user interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the key and its text in content/nl.json say what each is")]
        pub enum Word { $($name,)* }

        impl Word {
            /// All words.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
            const KEYS: &[&str] = &[$($key,)*];
        }
    };
}

include!("word_list.rs");

impl Word {
    /// The key in the section `words` of a language file.
    pub fn key(self) -> &'static str {
        Self::KEYS[self as usize]
    }
}

/// A value to put into a text.
#[derive(Clone, Copy, Debug)]
pub enum Fill<'a> {
    /// Text, as it is.
    Text(&'a str),
    /// A count.
    Number(usize),
}

/// The texts of all words in one language.
#[derive(Debug)]
pub struct Words(Vec<Text>);

impl Words {
    pub(super) fn read(top: &Object) -> Self {
        top.object("words", |object| Self(Word::ALL.iter().map(|word| object.text(word.key())).collect()))
    }

    /// The text of a word.
    pub fn get(&self, word: Word) -> Text {
        self.0.get(word as usize).cloned().unwrap_or_default()
    }

    /// The text of a word with values put in: `{name}` stands for a value, and `{name:one|many}` for one of
    /// two texts by that count.
    pub fn fill(&self, word: Word, values: &[(&str, Fill)]) -> Text {
        fill(&self.get(word), values).into()
    }
}

/// Puts values into a template; a name without a value stays empty.
fn fill(template: &str, values: &[(&str, Fill)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((inside, behind)) = after.split_once('}') else {
            rest = after;
            break;
        };
        let (name, forms) = inside.split_once(':').unwrap_or((inside, ""));
        let value = values.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        match (value, forms.split_once('|')) {
            (Some(Fill::Number(number)), Some((one, many))) => {
                text.push_str(if number == 1 { one } else { many });
            }
            (Some(Fill::Number(number)), None) => text.push_str(&number.to_string()),
            (Some(Fill::Text(value)), _) => text.push_str(value),
            (None, _) => {}
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}
