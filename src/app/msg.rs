//! Messages: everything a visitor does and everything the shell reports.

use super::{EarlyInput, Route, Stored};
use crate::content::{Language, Part};
use crate::domain::{
    Answer, Choice, DimensionId, Mark, Phase, PrincipleId, QuestionId, RoleId, RowId, ScanLength,
    StatementId, StopId, ThemeId, TipId,
};
use crate::export::Picture;
use crate::json::Text;
use crate::record::Stamp;

/// A message to the state machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A content file was fetched, or the fetch failed.
    ContentFetched {
        /// Which part.
        part: Part,
        /// In which language.
        language: Language,
        /// Its text.
        text: Result<String, FetchFailed>,
    },
    /// Input on the prerendered page between the start of the program and its mount.
    EarlyInputCaptured(Vec<EarlyInput>),
    /// *Retry* was pressed.
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
    LengthChosen(ScanLength),
    /// A role was chosen, or none.
    RoleChosen(Option<RoleId>),
    /// The theme of the principles was typed.
    ThemeTyped(String),
    /// A question of the three-step guide was answered for the current theme.
    GuideTyped {
        /// Which question.
        question: QuestionId,
        /// All of the text.
        text: String,
    },
    /// A theme was added; the current one is kept.
    ThemeAdded,
    /// Another theme was opened, given by its index among the others.
    ThemeOpened(usize),
    /// The current theme was removed.
    ThemeRemoved,
    /// A tip was starred or unstarred.
    StarToggled(TipId),
    /// The what-if answer to a statement was changed; `None` clears it.
    WhatIfChanged(StatementId, Option<Phase>),
    /// The what-if preview was closed.
    WhatIfCleared,
    /// The theme filter of the question library was changed.
    LibraryThemeChosen(Option<ThemeId>),
    /// The core-questions filter was toggled.
    LibraryCoreToggled,
    /// The role filter was toggled.
    LibraryRoleToggled,
    /// The library was searched.
    LibrarySearched(String),
    /// A module entry was answered; `None` clears the answer.
    ModuleAnswered {
        /// Which module.
        module: Text,
        /// The entry in it.
        entry: Text,
        /// The answer.
        value: Option<Text>,
    },
    /// An ambition was placed or cleared.
    AmbitionPlaced {
        /// For which dimension.
        dimension: DimensionId,
        /// Where; none takes it away.
        phase: Option<Phase>,
    },
    /// A mark was placed on a stop or cleared.
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
    /// *More questions* was pressed.
    MoreQuestionsPressed,
    /// The full list of tips was opened or closed.
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
    /// The record was saved, or saving failed.
    Saved(Result<(), SaveFailed>),
    /// *Export* was pressed.
    ExportPressed,
    /// The download started, or failed.
    Exported(Result<(), ExportFailed>),
    /// A file was chosen for import.
    ImportChosen(Result<String, ReadFailed>),
    /// A copy of the unreadable record was requested.
    CopyUnreadablePressed,
    /// *Restart* was pressed.
    RestartPressed,
    /// *Erase* was pressed.
    ErasePressed,
    /// The open question was confirmed.
    Confirmed,
    /// The open question was cancelled.
    Cancelled,
    /// A new scan got its stamp.
    ScanCreated(Stamp),
    /// The copy of a scan got its stamp.
    ScanDuplicated(Stamp),
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
    /// Downloads a scan that cannot be read here, as storage has it.
    ScanDownloaded(Text),
    /// A scan was chosen for comparing.
    CompareChosen {
        /// As the second of the two.
        second: bool,
        /// Which scan, by its id.
        id: Text,
    },
    /// The table of a figure was shown or hidden.
    TableToggled(&'static str),
    /// *Undo* was pressed.
    UndoPressed,
    /// The undo offer with this number expired.
    UndoEnded(u32),
    /// The address contains a share code.
    CodeFound(String),
    /// *Keep* was pressed for the viewed scan.
    KeepViewedPressed,
    /// The viewed result was closed.
    CloseViewedPressed,
    /// Another program of the same origin cleared all storage.
    StorageCleared,
    /// Another tab changed what storage holds.
    StorageChanged(Stored),
    /// *CSV* was pressed.
    CsvPressed,
    /// An image download was pressed.
    PicturePressed(Picture, PictureForm),
    /// *Copy* was pressed.
    CopyPressed(ClipboardContent),
    /// Copying succeeded or failed.
    Copied(Result<(), CopyFailed>),
    /// *Share* was pressed.
    SharePressed,
    /// Sharing succeeded or failed.
    ShareEnded(Result<(), CopyFailed>),
    /// *Send to the host page* was pressed.
    SendPressed,
    /// The configured logo failed to load.
    LogoFailed,
    /// *Print* was pressed.
    PrintPressed,
    /// The print dialog opened, or was blocked.
    Printed(Result<(), PrintFailed>),
    /// A newer release is ready.
    ReleaseFound,
    /// The visitor asked to update now.
    ReleasePressed,
    /// The notice was closed.
    NoticeClosed,
    /// A language was chosen.
    LanguageChosen(Language),
}

/// The form of a picture as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureForm {
    /// Vector image.
    Svg,
    /// Bitmap image.
    Png,
}

/// A text that can be copied to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClipboardContent {
    /// The result as plain text.
    Summary,
    /// The link to the result.
    Link,
    /// The code of the result.
    Code,
}

/// Copying or sharing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyFailed;

/// The print dialog was blocked: a sandboxed frame without `allow-modals` has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintFailed;

/// A content file could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchFailed {
    /// No file of that name is known.
    NotListed,
    /// The network failed.
    Network,
    /// The server answered with this status.
    Status(u16),
    /// The bytes that arrived are not those of the release.
    Altered,
}

/// A record could not be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFailed {
    /// Storage is not allowed here.
    Blocked,
    /// There is no room, or writing failed for another reason.
    Full,
}

/// A download failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportFailed;

/// A file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadFailed;
