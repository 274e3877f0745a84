//! The configuration of the site owner: parameters of the address, and the JSON block of `index.html`.
//!
//! A value that is not accepted is as if it were absent, and the console names it once. `early.js` applies what the page
//! needs before the program runs (colours, title, logo, own content), by the same rules.

use super::Section;
use crate::content::Language;
use crate::domain::{RoleId, ScanLength, Scope, is_id};
use crate::json::{self, Text, Value};
use crate::record::{Record, Stamp};

/// The id of the JSON block.
pub const BLOCK: &str = "flexkompas-config";

/// The parameters that the address may have.
const PARAMETERS: [&str; 7] = ["lang", "set", "parts", "role", "theme", "accent", "appearance"];

/// The most characters of a title or theme.
pub const MAX_LINE: usize = 80;
/// The characters allowed in a path besides letters and digits: with these it cannot name another site.
pub const PATH_PUNCTUATION: &str = "_./~%?=&-";

/// A setting that is text or a list of texts: its name, what is accepted, and how it is taken in; that returns false if
/// the text is not accepted.
type Setting = (&'static str, &'static str, fn(&mut Config, &str) -> bool);

// One table, read by one loop: a branch for each setting would take more bytes.
const SETTINGS: [Setting; 12] = [
    ("title", "1 to 80 letters", |config, text| fill(&mut config.title, line(text))),
    ("logo", "a path on this site", |config, text| {
        fill(&mut config.logo, is_path(text).then(|| text.into()))
    }),
    ("contact", "an address with https: or mailto:", |config, text| {
        fill(&mut config.contact, is_contact(text).then(|| text.into()))
    }),
    // These three are only checked here: early.js applies the first two, and the page reads `lang` by itself.
    ("accent", "a colour such as 0b6e69", |_, text| is_colour(text)),
    ("appearance", "light, dark or auto", |_, text| ["light", "dark", "auto"].contains(&text)),
    ("lang", "nl or en", |_, text| Language::parse(text).is_some()),
    ("language", "nl or en", |config, text| fill(&mut config.language, Language::parse(text))),
    ("set", "quick or full", |config, text| fill(&mut config.length, ScanLength::parse(text))),
    ("role", "the id of a role", |config, text| fill(&mut config.role, RoleId::parse(text))),
    ("theme", "1 to 80 letters", |config, text| fill(&mut config.theme, line(text))),
    ("parts", "of statements, ambition, result, principles, reflection, modules", |config, text| {
        let section = Section::ALL.into_iter().find(|section| section.name() == text);
        config.sections.extend(section);
        section.is_some()
    }),
    ("results", "an origin such as https://example.org", |config, text| {
        let is_valid = is_origin(text);
        config.results.extend(is_valid.then(|| text.into()));
        is_valid
    }),
];

/// Fills a field unless it has a value already: the address is read first and counts for more.
fn fill<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let is_valid = value.is_some();
    if field.is_none() {
        *field = value;
    }
    is_valid
}

const NAMES: &str =
    "title, logo, contact, accent, appearance, language, set, role, theme, parts, content, tips or results";

/// Everything that was configured and accepted. Without a setting the product is as it is without configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The name that replaces that of the product.
    pub title: Option<Text>,
    /// The path of the image beside the title.
    pub logo: Option<Text>,
    /// The address for questions, with `https:` or `mailto:`.
    pub contact: Option<Text>,
    /// The initial language.
    pub language: Option<Language>,
    /// The length of a new scan.
    pub length: Option<ScanLength>,
    /// The role of a new scan.
    pub role: Option<RoleId>,
    /// The name of the first policy theme.
    pub theme: Option<Text>,
    /// The sections that are shown; all if there are none.
    pub sections: Vec<Section>,
    /// The origins that may receive the result.
    pub results: Vec<Text>,
    /// The site owner's own tips, as in the block; they are checked with the content.
    pub tips: Vec<Value>,
}

impl Config {
    /// Reads the block and the parameters of the address, which count for more. Also returns a warning for everything
    /// that was not accepted.
    pub fn read(block: Option<&str>, parameter: &dyn Fn(&str) -> Option<String>) -> (Self, Vec<String>) {
        let mut parser =
            ConfigParser { config: Self::default(), refused: Vec::new(), location: " in the address" };
        for name in PARAMETERS {
            let Some(text) = parameter(name) else { continue };
            // Only `parts` is a list.
            let between = if name == "parts" { ',' } else { '\n' };
            for text in text.split(between) {
                parser.take(name, &Value::text(text));
            }
        }
        parser.location = IN_BLOCK;
        let has_sections = !parser.config.sections.is_empty();
        match json::parse(block.unwrap_or("{}")) {
            Ok(Value::Object(fields)) => {
                for (key, value) in fields {
                    match value {
                        Value::List(items) if *key == *"tips" => parser.config.tips = items,
                        _ if has_sections && *key == *"parts" => {}
                        Value::List(items) if ["parts", "results"].contains(&&*key) => {
                            for item in &items {
                                parser.take(&key, item);
                            }
                        }
                        value => parser.take(&key, &value),
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

    /// An empty scan with the configured length and role.
    pub(crate) fn new_record(&self, stamp: Stamp, question_set: Text, language: Language) -> Record {
        let mut record = Record::new(stamp, question_set, language);
        record.scope = Scope { length: self.length.unwrap_or(record.scope.length), role: self.role.clone() };
        record
    }

    /// True if the section is shown; statements and result always are.
    pub(crate) fn shows(&self, section: Section) -> bool {
        matches!(section, Section::Statements | Section::Result)
            || self.sections.is_empty()
            || self.sections.contains(&section)
    }

    /// The library part of the content with the tips for this language, each in the list that its fields belong to;
    /// `None` if no tips are configured.
    pub(crate) fn library_with_tips(&self, library: &Value, language: Language) -> Option<Value> {
        if self.tips.is_empty() {
            return None;
        }
        let mut library = library.clone();
        let Value::Object(fields) = &mut library else { return None };
        for tip in &self.tips {
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
        let wanted = if let Some((_, wanted, take)) = SETTINGS.iter().find(|(name, ..)| is_known(name)) {
            if take(&mut self.config, of(Some(value)).trim()) {
                return;
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

/// One line of text, if it is neither empty nor too long.
fn line(text: &str) -> Option<Text> {
    (1..=MAX_LINE).contains(&text.chars().count()).then(|| text.into())
}

/// A colour such as `0b6e69`, with or without `#`, also in its short form `0b6`.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or(text).as_bytes();
    matches!(digits.len(), 3 | 6) && digits.iter().all(u8::is_ascii_hexdigit)
}

/// A path on this very site: with these characters no other site can be named.
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

/// Scheme, host and perhaps port, spelled exactly as browsers do: otherwise no message would arrive.
fn is_origin(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let (host, port) = rest.split_once(':').unwrap_or((rest, "1"));
    !host.is_empty()
        && has_only(host, b".-")
        && !host.bytes().any(|byte| byte.is_ascii_uppercase())
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && port.parse::<u16>().is_ok()
}

/// True if the text has only ASCII letters, digits and this punctuation.
fn has_only(text: &str, punctuation: &[u8]) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || punctuation.contains(&byte))
}
