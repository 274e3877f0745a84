//! From screen to screen: back, reloads, languages, content that arrives late, notices.

mod back;
mod language;
mod loading;
mod notices;
mod release;
mod returning;
mod screens;
