//! Shared by the tests: ids by one word, question sets as one line of text, the real content, and a visitor
//! who walks through the program as the browser would.

#![allow(dead_code, reason = "every test program uses a part of this")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

mod browser;
pub(crate) mod content;
pub(crate) mod page;
pub(crate) mod routes;
pub(crate) mod scan;
mod scan_list;
pub(crate) mod sheet;
pub(crate) mod visitor;

use flexkompas::domain::{
    DimensionId, EntryId, ModuleId, Phase, PrincipleId, QuestionId, RoleId, RowId, StatementId, StopId, TipId,
};
use proptest::prelude::ProptestConfig;

macro_rules! by_one_word {
    ($($name:ident -> $id:ident;)*) => {$(
        #[track_caller]
        pub(crate) fn $name(id: &str) -> $id {
            $id::parse(id).unwrap()
        }
    )*};
}

by_one_word! {
    statement -> StatementId;
    dimension -> DimensionId;
    role -> RoleId;
    principle -> PrincipleId;
    stop -> StopId;
    question -> QuestionId;
    row -> RowId;
    tip -> TipId;
    module -> ModuleId;
    entry -> EntryId;
}

#[track_caller]
pub(crate) fn phase(number: u8) -> Phase {
    Phase::new(number).unwrap()
}

/// This many random cases, and no file left behind by a failure.
pub(crate) fn random_cases(count: u32) -> ProptestConfig {
    ProptestConfig { cases: count, failure_persistence: None, ..ProptestConfig::default() }
}
