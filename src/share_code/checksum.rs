//! The two checksums in a code: a fingerprint of the content, and one of the code itself.

use crate::content::{Library, Start};

/// CRC-16 of CCITT (polynomial 1021, begun with all ones). It finds every change within sixteen bits in a row, and
/// so every wrong letter and every two neighbours that changed places.
#[derive(Clone, Copy)]
struct Crc(u16);

impl Crc {
    const BEGIN: Self = Self(0xffff);

    /// Eight steps of the division at once, without a table.
    fn add(self, byte: u8) -> Self {
        let mut mixed = (self.0 >> 8) ^ u16::from(byte);
        mixed ^= mixed >> 4;
        Self((self.0 << 8) ^ (mixed << 12) ^ (mixed << 5) ^ mixed)
    }

    fn add_all(self, bytes: &[u8]) -> Self {
        bytes.iter().fold(self, |crc, byte| crc.add(*byte))
    }

    /// An entry of a list; no id has a comma.
    fn add_id(self, id: &str) -> Self {
        self.add_all(id.as_bytes()).add(b',')
    }

    /// The end of a list; no id has a semicolon.
    fn end(self) -> Self {
        self.add(b';')
    }
}

/// The CRC-16 of bytes.
pub(super) fn crc16(bytes: &[u8]) -> u16 {
    Crc::BEGIN.add_all(bytes).0
}

/// The CRC-16 of all ids in order, which give the fields of a code their meaning.
pub(super) fn content_fingerprint(start: &Start, library: &Library) -> u16 {
    let mut crc = Crc::BEGIN.add_id(&start.question_set).end();
    for statement in start.set.statements() {
        crc = crc.add_id(statement.id.as_str()).add_id(statement.dimension.as_str());
    }
    crc = crc.end();
    for dimension in start.set.dimensions() {
        crc = crc.add_id(dimension.id.as_str());
    }
    crc = crc.end();
    for principle in &library.principles {
        crc = crc.add_id(principle.id.as_str());
        for stop in &principle.stops {
            crc = crc.add_id(stop.id.as_str());
        }
        crc = crc.end();
    }
    crc = crc.end();
    for role in &start.roles {
        crc = crc.add_id(role.id.as_str());
    }
    crc.end().0
}
