//! What can happen: everything a person does and everything the shell reports back.

use super::{Early, Route, Stamp, Stored};
use crate::content::{Language, Part};
use crate::domain::{
    Answer, Choice, DimensionId, Mark, Phase, PrincipleId, QuestionId, RoleId, RowId, Set, StatementId,
    StopId, ThemeId, TipId,
};
use crate::json::Text;

/// A message to the state machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A content file arrived, or did not.
    ContentFetched {
        /// Which part.
        part: Part,
        /// In which language.
        language: Language,
        /// Its text.
        text: Result<String, FetchFailed>,
    },
    /// This was done on the prerendered page after the program began and before it took the place of that page.
    CaughtEarly(Vec<Early>),
    /// Somebody asked to load the content again.
    RetryPressed,
    /// A statement was answered.
    Answered {
        /// Which.
        statement: StatementId,
        /// What.
        answer: Answer,
    },
    /// A note was typed with a statement.
    NoteTyped {
        /// Which statement.
        statement: StatementId,
        /// All of the note.
        text: String,
    },
    /// Quick or full was chosen.
    SetChosen(Set),
    /// A role was chosen, or none.
    RoleChosen(Option<RoleId>),
    /// The theme of the principles was typed.
    ThemeTyped(String),
    /// A question of the three-step guide was answered for the theme at hand.
    GuideTyped {
        /// Which question.
        question: QuestionId,
        /// All of the text.
        text: String,
    },
    /// A further theme was begun; the one at hand is kept beside it.
    ThemeAdded,
    /// Another theme was taken at hand, by its place among the others.
    ThemeOpened(usize),
    /// The theme at hand was given up.
    ThemeRemoved,
    /// A tip was marked to take along, or no longer.
    StarToggled(TipId),
    /// Somebody tries what another answer would change, or stops trying with that statement.
    WhatIf(StatementId, Option<Phase>),
    /// Somebody stops trying.
    WhatIfCleared,
    /// The library of questions was narrowed to a theme, or not.
    LibraryThemeChosen(Option<ThemeId>),
    /// The library was narrowed to core questions, or not.
    LibraryCoreToggled,
    /// The library was narrowed to the role of the scan, or not.
    LibraryRoleToggled,
    /// The library was searched.
    LibrarySearched(String),
    /// Something in a module was answered; none takes the answer away.
    ModuleAnswered {
        /// Which module.
        module: Text,
        /// What in it.
        entry: Text,
        /// The answer.
        value: Option<Text>,
    },
    /// An ambition was placed, or taken away.
    AmbitionPlaced {
        /// For which dimension.
        dimension: DimensionId,
        /// Where; none takes it away.
        phase: Option<Phase>,
    },
    /// A mark was put on a stop, or taken off the track.
    MarkPlaced {
        /// On which track.
        principle: PrincipleId,
        /// Now or desired.
        mark: Mark,
        /// Where; none takes it away.
        stop: Option<StopId>,
    },
    /// Text was typed for a reflection question.
    ReflectionTyped {
        /// Which question.
        question: QuestionId,
        /// All of the text.
        text: String,
    },
    /// A grade was given.
    GradeGiven {
        /// Which question.
        question: QuestionId,
        /// 1 to 10; none takes it away.
        grade: Option<u8>,
    },
    /// Yes, partly or no was chosen.
    ChoiceMade {
        /// Which question.
        question: QuestionId,
        /// What; none takes it away.
        choice: Option<Choice>,
    },
    /// A row of a checklist was answered.
    RowAnswered {
        /// Which question.
        question: QuestionId,
        /// Which row.
        row: RowId,
        /// What.
        choice: Choice,
    },
    /// More reflection questions were asked for.
    MoreQuestionsPressed,
    /// All tips were asked for, or only the first again.
    AllTipsToggled,
    /// The list of steps was opened or closed.
    StepsToggled,
    /// *Next* was pressed.
    NextPressed,
    /// *Back* was pressed.
    BackPressed,
    /// A route was chosen.
    Navigate(Route),
    /// The browser's Back or Forward was used (`popstate`); the text is the state of the entry.
    PoppedState(Option<String>),
    /// The shell kept a record, or could not.
    Saved(Result<(), SaveFailed>),
    /// Somebody wants the record as a file.
    ExportPressed,
    /// The shell handed the file over, or could not.
    Exported(Result<(), ExportFailed>),
    /// A file was chosen to load.
    ImportChosen(Result<String, ReadFailed>),
    /// Somebody wants a copy of what could not be read.
    CopyUnreadablePressed,
    /// Somebody wants to begin again.
    RestartPressed,
    /// Somebody wants everything gone.
    ErasePressed,
    /// Yes to the question that is open.
    Confirmed,
    /// No to the question that is open.
    Cancelled,
    /// A stamp for a new scan.
    Stamped(Stamp),
    /// The archived scans, each with its id and text; `None` if storage is blocked.
    ArchiveListed(Option<Vec<(String, String)>>),
    /// The shell saved an archived scan, given by its id, or failed to.
    ArchiveSaved(Text, Result<(), SaveFailed>),
    /// A scan got a name.
    ScanNamed {
        /// Which scan, by its id.
        id: Text,
        /// All of the name.
        name: String,
    },
    /// An archived scan becomes the current one; the current one is archived.
    ScanResumed(Text),
    /// A scan is copied as the start of a new measurement.
    ScanCopied(Text),
    /// A scan is removed from this device.
    ScanRemoved(Text),
    /// A scan was chosen for comparing.
    CompareChosen {
        /// As the second of the two.
        second: bool,
        /// Which scan, by its id.
        id: Text,
    },
    /// The numbers of a picture were asked for, or put away.
    TableToggled(&'static str),
    /// *Undo* was pressed.
    UndoPressed,
    /// The undo offer with this number expired.
    UndoEnded(u32),
    /// The address holds the code of a result.
    CodeFound(String),
    /// *Keep* was pressed for the viewed scan.
    KeepViewedPressed,
    /// The viewed result was closed.
    CloseViewedPressed,
    /// Another tab changed what storage holds.
    StorageChanged(Stored),
    /// Answers and results are wanted as a table.
    CsvPressed,
    /// A picture is wanted as a file.
    PicturePressed(Picture, PictureForm),
    /// Something is wanted on the clipboard.
    CopyPressed(Copy),
    /// The shell put it there, or could not.
    Copied(Result<(), CopyFailed>),
    /// The link is to be handed to another program.
    SharePressed,
    /// The shell handed it over, or could not.
    ShareEnded(Result<(), CopyFailed>),
    /// The result is to be sent to the page around the frame.
    SendPressed,
    /// The picture in the place of the mark cannot be shown.
    LogoFailed,
    /// The result is to be printed.
    PrintPressed,
    /// The shell opened the print window, or it may not.
    Printed(Result<(), PrintFailed>),
    /// The shell found a newer release of the product, ready to be used.
    ReleaseFound,
    /// It is wanted now.
    ReleasePressed,
    /// The notice was read.
    NoticeClosed,
    /// A language was chosen.
    LanguageChosen(Language),
}

/// The pictures of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The spectrum with position, band and ambition.
    Spectrum,
    /// The dimensions, now and ambition.
    Profile,
    /// The principles, now and desired.
    Principles,
}

/// The form of a picture as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureForm {
    /// Lines, sharp at every size.
    Svg,
    /// Points, for programs that know no other.
    Png,
}

/// What can be put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// The result in plain words.
    Words,
    /// The link to the result.
    Link,
    /// The code of the result.
    Code,
}

/// Text that could not be put on the clipboard or handed to another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyFailed;

/// A print window that did not open: a sandboxed frame without `allow-modals` has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintFailed;

/// A content file that could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchFailed {
    /// No file of that name is known.
    NotListed,
    /// The network failed.
    Network,
    /// The server answered with this status.
    Status(u16),
}

/// A record that could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFailed {
    /// Storage is not allowed here.
    Blocked,
    /// There is no room, or writing failed for another reason.
    Full,
}

/// A file that could not be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportFailed;

/// A file that could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadFailed;
