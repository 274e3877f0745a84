//! Small parts that screens are made of, one per file: plain functions of finished values. They are not Yew
//! components, because each component type adds some four kilobytes of life-cycle code to the bundle.

mod ask;
mod button;
mod saving;
mod settings;
mod spectrum;
mod steps;
mod track;

pub(super) use ask::ask_panel;
pub(super) use button::{button, submit_button};
pub(super) use saving::saving_line;
pub(super) use settings::settings_panel;
pub(super) use spectrum::spectrum;
pub(super) use steps::step_bar;
pub(super) use track::{LaneStop, LaneView, lane, percent};
