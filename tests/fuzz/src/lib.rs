//! The real content, for what is read together with it.

use flexkompas::record::{Record, Stamp};
use flexkompas::share_code::{DecodeError, read as read_code, write as write_code};
use flexkompas::content::{Language, Library, Part, Start, join};
use flexkompas::json::{self, Value};

/// The content that codes and records are read with.
pub struct Content {
    start: Start,
    library: Library,
}

thread_local! {
    static CONTENT: Content = Content::joined();
}

/// Does something with the content, which is joined once.
pub fn with_content<T>(use_it: impl FnOnce(&Content) -> T) -> T {
    CONTENT.with(use_it)
}

impl Content {
    fn joined() -> Self {
        let structure = json::parse(include_str!("../../../content/structure.json")).unwrap();
        let texts = json::parse(include_str!("../../../content/nl.json")).unwrap();
        let parts = join(&structure, &texts).unwrap();
        let part = |wanted| -> &Value { &parts.iter().find(|(part, _)| *part == wanted).unwrap().1 };
        let start = Start::read(part(Part::Start)).unwrap();
        let library = Library::read(part(Part::Library), &start.set).unwrap();
        Self { start, library }
    }

    /// The question set that records must belong to.
    pub fn question_set(&self) -> &str {
        &self.start.question_set
    }

    /// A scan in which nothing was chosen.
    pub fn blank(&self) -> Record {
        let stamp = Stamp { id: "".into(), started_at: "".into() };
        Record::new(stamp, self.start.question_set.clone(), Language::Dutch)
    }

    /// The code of a scan.
    pub fn code_of(&self, record: &Record) -> String {
        write_code(record, &self.start, &self.library)
    }

    /// The scan in a code.
    pub fn read_code(&self, code: &str) -> Result<Record, DecodeError> {
        read_code(code, &self.start, &self.library, Language::Dutch)
    }
}
