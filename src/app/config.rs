//! The configuration of the site owner: parameters of the address, and the JSON block of `index.html`.
//!
//! A value that is not accepted is as if it were absent, and named once for who reads the console. What must be there
//! before the program runs (colours, title, logo, own content) is put to use by early.js, which follows the same rules.

use super::Section;
use crate::content::Language;
use crate::domain::{RoleId, ScanLength, is_id};
use crate::json::{self, Text, Value};
use crate::record::{Record, Stamp};

/// The id of the JSON block.
pub const BLOCK: &str = "flexkompas-config";

/// The parameters that the address may have.
const PARAMETERS: [&str; 7] = ["lang", "set", "parts", "role", "theme", "accent", "appearance"];

/// The most characters of a title or theme.
pub const MAX_LINE: usize = 80;
/// What a path may consist of besides letters and digits: with these characters it cannot name another site.
pub const PATH_PUNCTUATION: &str = "_./~%?=&-";

/// Every setting that is text or a list of texts: its name, what is accepted, and whether this is.
type Setting = (&'static str, &'static str, fn(&str) -> bool);

// One table, read by one loop: a field and a branch for each would be twice the bytes.
const SETTINGS: [Setting; 12] = [
    ("title", "1 to 80 letters", is_line),
    ("logo", "a path on this site", is_path),
    ("contact", "an address with https: or mailto:", is_contact),
    ("accent", "a colour such as 0b6e69", is_colour),
    ("appearance", "light, dark or auto", |text| ["light", "dark", "auto"].contains(&text)),
    ("language", "nl or en", is_language),
    ("lang", "nl or en", is_language),
    ("set", "quick or full", |text| ScanLength::parse(text).is_some()),
    ("role", "the id of a role", is_id),
    ("theme", "1 to 80 letters", is_line),
    ("parts", "of statements, ambition, result, principles, reflection, modules", |text| {
        Section::ALL.into_iter().any(|section| section.name() == text)
    }),
    ("results", "an origin such as https://example.org", is_origin),
];

const NAMES: &str =
    "title, logo, contact, accent, appearance, language, set, role, theme, parts, content, tips or results";

/// Everything that was configured and accepted; what is absent is as it is without configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Names with values; of a list there is one for each item. What stands first counts.
    accepted: Vec<(&'static str, Text)>,
    /// Tips of the site's own, as they stand in the block.
    tips: Option<Value>,
}

impl Config {
    /// Reads the block and the parameters of the address, which count for more; and says what was not accepted.
    pub fn read(block: Option<&str>, parameter: &dyn Fn(&str) -> Option<String>) -> (Self, Vec<String>) {
        let mut parser =
            ConfigParser { config: Self::default(), refused: Vec::new(), location: " in the address" };
        for name in PARAMETERS {
            let Some(text) = parameter(name) else { continue };
            // Of the parts there may be several.
            let between = if name == "parts" { ',' } else { '\n' };
            for text in text.split(between) {
                parser.take(name, &Value::text(text));
            }
        }
        parser.location = IN_BLOCK;
        let has_parts = parser.config.all("parts").next().is_some();
        match json::parse(block.unwrap_or("{}")) {
            Ok(Value::Object(fields)) => {
                for (key, value) in &fields {
                    match value {
                        Value::List(_) if **key == *"tips" => parser.config.tips = Some(value.clone()),
                        _ if has_parts && **key == *"parts" => {}
                        Value::List(items) if ["parts", "results"].contains(&&**key) => {
                            for item in items {
                                parser.take(key, item);
                            }
                        }
                        _ => parser.take(key, value),
                    }
                }
            }
            Ok(other) => parser.refuse("", &other.to_string(), "an object in braces"),
            Err(error) => {
                let wanted = ["JSON (line ", &error.line.to_string(), ": ", error.reason, ")"].concat();
                parser.refuse("the text", "", &wanted);
            }
        }
        (parser.config, parser.refused)
    }

    /// The value of a setting.
    pub fn text<'a>(&'a self, name: &'a str) -> Option<&'a Text> {
        self.all(name).next()
    }

    /// All values of a setting.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Text> {
        let of_name =
            move |(key, value): &'a (&str, Text)| (*key == name && !value.is_empty()).then_some(value);
        self.accepted.iter().filter_map(of_name)
    }

    /// Takes a setting away, and hands over what it was.
    pub(crate) fn take(&mut self, name: &str) -> Option<Text> {
        let (_, value) = self.accepted.iter_mut().find(|(key, _)| *key == name)?;
        Some(std::mem::take(value)).filter(|value| !value.is_empty())
    }

    /// The language to begin with when nobody chose another.
    pub(crate) fn language(&self) -> Option<Language> {
        Language::parse(self.text("language")?)
    }

    /// An empty scan with the configured length and role.
    pub(crate) fn new_record(&self, stamp: Stamp, question_set: Text, language: Language) -> Record {
        let mut record = Record::new(stamp, question_set, language);
        record.scope.length =
            self.text("set").and_then(|set| ScanLength::parse(set)).unwrap_or(record.scope.length);
        record.scope.role = self.text("role").and_then(|role| RoleId::parse(role));
        record
    }

    /// True if the section is shown; statements and result always are.
    pub(crate) fn shows(&self, section: Section) -> bool {
        matches!(section, Section::Statements | Section::Result)
            || self.text("parts").is_none()
            || self.all("parts").any(|shown| **shown == *section.name())
    }

    /// The library part of the content with the tips for this language, each in the list that its fields belong to;
    /// none where there are no such tips.
    pub(crate) fn library_with_tips(&self, library: &Value, language: Language) -> Option<Value> {
        let tips = self.tips.as_ref()?.as_list()?;
        let mut library = library.clone();
        let Value::Object(fields) = &mut library else { return None };
        for tip in tips {
            let list = match tip {
                _ if tip.get("dimension").is_some() => "tips",
                _ if tip.get("when").is_some() => "answerTips",
                _ => "generalTips",
            };
            let of_language = tip.get("language").and_then(Value::as_text);
            if of_language.is_none_or(|code| **code == *language.code())
                && let Some((_, Value::List(others))) = fields.iter_mut().find(|(name, _)| **name == *list)
            {
                // Before those of the content: of some lists only the first are shown.
                others.insert(0, tip.clone());
            }
        }
        Some(library)
    }
}

const IN_BLOCK: &str = " in flexkompas-config";

struct ConfigParser {
    config: Config,
    refused: Vec<String>,
    location: &'static str,
}

impl ConfigParser {
    /// Takes a setting in, or says why not.
    fn take(&mut self, key: &str, value: &Value) {
        let of = |value: Option<&Value>| value.and_then(Value::as_text).cloned().unwrap_or_default();
        let is_known = |name: &str| name == key && !(name == "lang" && self.location == IN_BLOCK);
        let wanted = if let Some((name, wanted, is_right)) = SETTINGS.iter().find(|(name, ..)| is_known(name))
        {
            let text: Text = of(Some(value)).trim().into();
            if is_right(&text) {
                return self.config.accepted.push((name, text));
            }
            wanted
        } else if key == "content" {
            // Put to use before the program runs (early.js).
            let folder = of(value.get("folder"));
            if is_path(&folder) && folder.ends_with('/') && is_id(&of(value.get("questionSet"))) {
                return;
            }
            "a folder on this site that ends with /, and the id of its questionSet"
        } else if key == "tips" {
            "a list"
        } else {
            NAMES
        };
        self.refuse(key, &[" ", &value.to_string()].concat(), wanted);
    }

    fn refuse(&mut self, key: &str, value: &str, wanted: &str) {
        let warning = ["Flexkompas: ", key, value, self.location, " is not used: it must be ", wanted];
        self.refused.push(warning.concat());
    }
}

fn is_line(text: &str) -> bool {
    (1..=MAX_LINE).contains(&text.chars().count())
}

fn is_language(text: &str) -> bool {
    Language::parse(text).is_some()
}

/// A colour such as `0b6e69`, with or without `#`, also in its short form `0b6`.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or(text).as_bytes();
    matches!(digits.len(), 3 | 6) && digits.iter().all(u8::is_ascii_hexdigit)
}

/// A path on this very site: with these signs no other site can be named.
fn is_path(text: &str) -> bool {
    !text.is_empty() && !text.starts_with("//") && has_only(text, PATH_PUNCTUATION.as_bytes())
}

fn is_contact(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("mailto:").filter(|rest| rest.contains('@')));
    rest.is_some_and(|rest| {
        rest.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
            && has_only(rest, b"_./~%?=&-@:+,;!#()'*")
    })
}

/// Scheme, host and perhaps port, in the very spelling of browsers: one other letter, and nothing would arrive.
fn is_origin(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let (host, port) = rest.split_once(':').unwrap_or((rest, "1"));
    !host.is_empty()
        && has_only(host, b".-")
        && !host.bytes().any(|sign| sign.is_ascii_uppercase())
        && port.bytes().all(|sign| sign.is_ascii_digit())
        && port.parse::<u16>().is_ok()
}

/// Nothing but letters, digits and these signs.
fn has_only(text: &str, signs: &[u8]) -> bool {
    text.bytes().all(|sign| sign.is_ascii_alphanumeric() || signs.contains(&sign))
}
