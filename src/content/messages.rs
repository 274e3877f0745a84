//! Messages of the user interface: their keys, and how arguments are formatted into them.
//!
//! Each key is a variant, so that a typo does not compile; its text is data. A missing text is a content error.

use super::reader::Object;
use crate::json::Text;

macro_rules! message_keys {
    ($($name:ident $key:literal,)*) => {
        /// The key of a message.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the key and its text in content/nl.json say what each is")]
        pub enum MessageKey { $($name,)* }

        impl MessageKey {
            /// All keys.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
            const KEYS: &[&str] = &[$($key,)*];
        }
    };
}

include!("message_keys.rs");

impl MessageKey {
    /// The key in the section `words` of a language file.
    pub fn key(self) -> &'static str {
        Self::KEYS[self as usize]
    }
}

/// An argument of a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// Text, as it is.
    Text(&'a str),
    /// A count.
    Number(usize),
}

/// The messages in one language.
#[derive(Debug)]
pub struct Messages(Vec<Text>);

impl Messages {
    pub(super) fn read(top: &Object) -> Self {
        top.object("words", |object| Self(MessageKey::ALL.iter().map(|key| object.text(key.key())).collect()))
    }

    /// A message without arguments.
    pub fn get(&self, key: MessageKey) -> Text {
        self.0.get(key as usize).cloned().unwrap_or_default()
    }

    /// A message with arguments: `{name}` is replaced by an argument, `{name:one|many}` by one of two forms,
    /// depending on a count.
    pub fn format(&self, key: MessageKey, args: &[(&str, Arg)]) -> Text {
        format(&self.get(key), args).into()
    }
}

/// Formats arguments into a template; a name without an argument becomes empty.
fn format(template: &str, args: &[(&str, Arg)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((inside, behind)) = after.split_once('}') else {
            rest = after;
            break;
        };
        let (name, forms) = inside.split_once(':').unwrap_or((inside, ""));
        let value = args.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
        match (value, forms.split_once('|')) {
            (Some(Arg::Number(number)), Some((one, many))) => {
                text.push_str(if number == 1 { one } else { many });
            }
            (Some(Arg::Number(number)), None) => text.push_str(&number.to_string()),
            (Some(Arg::Text(value)), _) => text.push_str(value),
            (None, _) => {}
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}
