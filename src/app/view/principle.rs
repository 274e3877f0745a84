//! One principle: a track between two poles with two marks, *now* and *desired*.

use super::{Action, Source};
use crate::app::{Msg, Place};
use crate::content::{Fill, Library, Principle, Stop, Word};
use crate::domain::{Mark, Marks, PrincipleId, Side, StopId, side};
use crate::json::Text;

/// The page of a principle.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipleView {
    /// Which.
    pub id: PrincipleId,
    /// *Principe 1 van 3*.
    pub number: Text,
    /// Its name.
    pub title: Text,
    /// The question the track answers.
    pub question: Text,
    /// What the trade-off is about, and that no end is better.
    pub about: Text,
    /// The name of the theme field.
    pub theme_label: Text,
    /// What a theme is for.
    pub theme_hint: Text,
    /// The theme; may be empty.
    pub theme: Text,
    /// The two ends.
    pub poles: Vec<PoleView>,
    /// The stops from the first pole to the second.
    pub stops: Vec<StopView>,
    /// The two marks.
    pub lanes: Vec<MarkLane>,
    /// How to use the track.
    pub track_hint: Text,
    /// Says what an example belongs to.
    pub example_label: Text,
    /// The heading of the warnings.
    pub warnings_label: Text,
    /// What to watch when moving this way.
    pub warnings: Vec<super::Fact>,
    /// How far now and desired lie apart, in words.
    pub reading: Option<Text>,
    /// Takes both marks off.
    pub clear_label: Text,
    /// The source line.
    pub source: Text,
    /// Onward.
    pub next: Action,
    /// To what comes before.
    pub back: Action,
}

/// One end of the track.
#[derive(Clone, Debug, PartialEq)]
pub struct PoleView {
    /// A key.
    pub key: Text,
    /// Its name.
    pub name: Text,
    /// The starting point.
    pub start: Text,
    /// The thinking behind it.
    pub thinking: Text,
}

/// A stop.
#[derive(Clone, Debug, PartialEq)]
pub struct StopView {
    /// Which.
    pub id: StopId,
    /// Its name.
    pub name: Text,
    /// What choosing it means.
    pub meaning: Text,
    /// The worked example.
    pub example: Text,
}

/// The radios of one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkLane {
    /// Which mark.
    pub mark: Mark,
    /// Its name.
    pub label: Text,
    /// Where it stands, as a place among the stops.
    pub at: Option<usize>,
    /// Where it stands, in words.
    pub value: Text,
}

/// Distances from which rounds, and a warning, are advised (domain D.6).
const ROUNDS_FROM: usize = 2;
const LEAP_FROM: usize = 3;

impl Source<'_> {
    pub(super) fn principle_page(&self, library: &Library, id: &PrincipleId) -> Option<PrincipleView> {
        let at = library.principles.iter().position(|principle| principle.id == *id)?;
        let principle = library.principles.get(at)?;
        let marks = self.marks(id);
        let values = [("n", Fill::Number(at + 1)), ("all", Fill::Number(library.principles.len()))];
        let is_last = at + 1 == library.principles.len();
        let poles = principle.poles.iter().map(|pole| PoleView {
            key: pole.id.as_str().into(),
            name: pole.name.clone(),
            start: pole.start.clone(),
            thinking: pole.thinking.clone(),
        });
        let stops = principle.stops.iter().map(|stop| StopView {
            id: stop.id.clone(),
            name: stop.name.clone(),
            meaning: stop.meaning.clone(),
            example: stop.example.clone(),
        });
        Some(PrincipleView {
            id: id.clone(),
            number: self.fill(Word::PrincipleOf, &values),
            title: principle.name.clone(),
            question: principle.question.clone(),
            about: principle.about.clone(),
            theme_label: self.word(Word::ThemeLabel),
            theme_hint: self.word(Word::ThemeHint),
            theme: self.model.record.theme.clone(),
            poles: poles.collect(),
            stops: stops.collect(),
            lanes: vec![
                self.lane(principle, &marks, Mark::Now, Word::Now),
                self.lane(principle, &marks, Mark::Desired, Word::Desired),
            ],
            track_hint: self.word(Word::TrackHint),
            example_label: self.word(Word::Example),
            warnings_label: self.word(Word::Watch),
            warnings: Self::warnings(principle, &marks),
            reading: self.reading(principle, &marks),
            clear_label: self.word(Word::ClearMarks),
            source: self.source(&principle.source),
            next: self.action("next", if is_last { Word::ToResult } else { Word::Next }, Msg::NextPressed),
            back: self.action("back", Word::Back, Msg::BackPressed),
        })
    }

    pub(super) fn marks(&self, id: &PrincipleId) -> Marks {
        self.model.record.positions.get(id.as_str()).cloned().unwrap_or_default()
    }

    fn lane(&self, principle: &Principle, marks: &Marks, mark: Mark, label: Word) -> MarkLane {
        let at = place_of(principle, marks.get(mark));
        let stop = at.and_then(|at| principle.stops.get(at));
        let value = stop.map_or_else(|| self.word(Word::NotPlaced), |stop: &Stop| stop.name.clone());
        MarkLane { mark, label: self.word(label), at, value }
    }

    /// The warnings of the pole that the desired mark leans to, or moves towards.
    fn warnings(principle: &Principle, marks: &Marks) -> Vec<super::Fact> {
        let (now, desired) =
            (place_of(principle, marks.now.as_ref()), place_of(principle, marks.desired.as_ref()));
        let Some(desired) = desired else { return Vec::new() };
        let leans = match side(desired, principle.stops.len()) {
            Side::First => Some(0),
            Side::Second => Some(1),
            Side::Middle => None,
        };
        let moves = now.and_then(|now| match desired.cmp(&now) {
            std::cmp::Ordering::Less => Some(0),
            std::cmp::Ordering::Greater => Some(1),
            std::cmp::Ordering::Equal => None,
        });
        let belongs = |pole: &crate::domain::PoleId| {
            [leans, moves].into_iter().flatten().any(|at: usize| principle.poles[at].id == *pole)
        };
        let warnings = principle.warnings.iter().filter(|warning| belongs(&warning.pole));
        warnings
            .map(|warning| super::Fact { name: warning.name.clone(), text: warning.text.clone() })
            .collect()
    }

    /// The distance from now to desired in words (domain D.6).
    pub(super) fn reading(&self, principle: &Principle, marks: &Marks) -> Option<Text> {
        let now = place_of(principle, marks.now.as_ref())?;
        let desired = place_of(principle, marks.desired.as_ref())?;
        let pole = |at: usize| Fill::Text(&principle.poles[at].name);
        let towards = if desired < now { pole(0) } else { pole(1) };
        let distance = now.abs_diff(desired);
        let word = match distance {
            0 => Word::ReadingStay,
            LEAP_FROM.. => Word::ReadingLeap,
            ROUNDS_FROM.. => Word::ReadingRounds,
            _ => Word::ReadingAdjust,
        };
        Some(self.fill(word, &[("n", Fill::Number(distance)), ("pole", towards)]))
    }

    pub(super) fn principle_place(library: &Library) -> Option<Place> {
        library.principles.first().map(|principle| Place::Principle(principle.id.clone()))
    }
}

/// The place of a stop on the track; none where there is no mark, or a stop of another content.
pub(super) fn place_of(principle: &Principle, stop: Option<&StopId>) -> Option<usize> {
    let stop = stop?;
    principle.stops.iter().position(|known| known.id == *stop)
}
