//! Mistakes in a content file, collected while it is read.

use std::cell::RefCell;

/// A mistake in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, such as `statements[3] (regie-top).anchors`.
    pub place: String,
    /// What is wrong there, in English, for the editor of the file.
    pub what: String,
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.place)?;
        f.write_str(": ")?;
        f.write_str(&self.what)
    }
}

/// Collects mistakes while a file is read, and in tools the shape of what was read.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    list: RefCell<Vec<Mistake>>,
    #[cfg(not(target_arch = "wasm32"))]
    shape: RefCell<super::Shape>,
}

impl Mistakes {
    pub(super) fn add(&self, place: String, what: &str) {
        self.list.borrow_mut().push(Mistake { place, what: what.to_owned() });
    }

    /// All mistakes in the order they were found.
    pub(super) fn into_list(self) -> Vec<Mistake> {
        self.list.into_inner()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Mistakes {
    pub(super) fn note(&self, list: &str, key: &str, layer: super::Layer, kind: super::Kind) {
        self.shape.borrow_mut().note(list, key, layer, kind);
    }

    pub(super) fn note_object(&self, list: &str) {
        self.shape.borrow_mut().note_object(list);
    }

    /// The shape of what was read so far.
    pub(super) fn shape(&self) -> super::Shape {
        self.shape.borrow().clone()
    }
}
