//! The languages of the product, and which one to begin with.

/// A language the content exists in. A new one is a variant here and a file in `content/`; tests name the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Dutch, the first language.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// All languages in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The code for `lang` attributes, file names and the record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The name of the language in that language: it must be readable to who looks for it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlands",
            Self::English => "English",
        }
    }

    /// Reads a code such as `nl`, `en` or `en-GB`.
    pub fn parse(code: &str) -> Option<Self> {
        let primary = code.split('-').next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The language to begin with: the one asked for in the address, else the one of the stored scan, else
    /// Dutch, unless the browser lists English and not Dutch.
    pub fn choose(asked: Option<&str>, stored: Option<Self>, browser: &[String]) -> Self {
        let preferred = || {
            let listed: Vec<Self> = browser.iter().filter_map(|code| Self::parse(code)).collect();
            let english_only = listed.contains(&Self::English) && !listed.contains(&Self::Dutch);
            if english_only { Self::English } else { Self::Dutch }
        };
        asked.and_then(Self::parse).or(stored).unwrap_or_else(preferred)
    }
}
