//! Buttons and what they do.

use crate::app::Msg;
use crate::json::Text;

/// The action of a button, with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The value of `data-action`.
    pub name: &'static str,
    /// Its label.
    pub label: Text,
    /// Context that is added to the label for screen readers.
    pub screen_reader_suffix: Option<Text>,
    /// The state of a toggle button; `None` for other buttons.
    pub pressed: Option<bool>,
    /// The message it sends.
    pub msg: Msg,
}

impl Action {
    /// An action that needs no more than its label.
    pub fn new(name: &'static str, label: Text, msg: Msg) -> Self {
        Self { name, label, screen_reader_suffix: None, pressed: None, msg }
    }

    /// Tells screen readers which of several things this action is about.
    #[must_use]
    pub fn about(mut self, thing: Text) -> Self {
        self.screen_reader_suffix = Some(thing);
        self
    }

    /// Makes it the action of a toggle button.
    #[must_use]
    pub fn pressed(mut self, pressed: bool) -> Self {
        self.pressed = Some(pressed);
        self
    }
}

/// A button.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// Its style.
    pub style: ButtonStyle,
    /// Its action.
    pub action: Action,
}

/// How prominent a button is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonStyle {
    /// The most likely choice.
    Primary,
    /// An ordinary button.
    Secondary,
    /// As inconspicuous as a link.
    Quiet,
    /// A destructive button.
    Danger,
}

/// The layout of a group of buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonLayout {
    /// Side by side.
    Inline,
    /// One below the other.
    Stacked,
    /// At the top of the page: *back* on one side, the rest on the other.
    Toolbar,
}

/// The main button of the page, fixed at the bottom on a phone.
#[derive(Clone, Debug, PartialEq)]
pub struct PrimaryAction {
    /// A hint next to the button, announced when it appears.
    pub hint: Option<Text>,
    /// The action of the button.
    pub action: Action,
}

impl PrimaryAction {
    /// The id of the hint, for a group that the hint is about ([`Radios::described_by`](super::Radios::described_by)).
    pub const HINT_ID: &'static str = "skip-hint";
}
