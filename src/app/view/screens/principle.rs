//! One principle: a track between two poles with two marks, *now* and *desired*.

use crate::app::view::block::{
    Block, ButtonLayout, ButtonStyle, Definition, MarkShape, Role, Scale, ScaleStop, TextStyle, Track,
    TrackStop,
};
use crate::app::view::parts::builder::Builder;
use crate::app::view::{Screen, ViewContext};
use crate::app::{Msg, Route};
use crate::content::{Arg, Library, MessageKey, Principle};
use crate::domain::{Mark, Marks, PoleId, PrincipleId, Side, side};
use crate::report::{stop_index, stop_of};

impl<'a> ViewContext<'a> {
    /// The page of a principle; none when the content has no such principle.
    pub(crate) fn principle_screen(&'a self, library: &Library, id: &PrincipleId) -> Option<Screen<'a>> {
        let at = library.principles.iter().position(|principle| principle.id == *id)?;
        let principle = library.principles.get(at)?;
        let count = library.principles.len();
        let number =
            self.format(MessageKey::PrincipleOf, &[("n", Arg::Number(at + 1)), ("all", Arg::Number(count))]);
        let name = [&*number, ": ", &*principle.name].concat().into();
        let marks = self.marks(id);
        let mut page = self.build();
        page.back();
        page.paragraph(TextStyle::Eyebrow, number);
        page.title(principle.name.clone());
        page.paragraph(TextStyle::Lead, principle.question.clone());
        page.paragraph(TextStyle::Body, principle.about.clone());
        self.theme_line(&mut page);
        let poles = principle.poles.each_ref().map(|pole| {
            let mut inside = self.build();
            inside.add(Block::Heading(2, pole.name.clone()));
            inside.paragraph(TextStyle::Strong, pole.start.clone());
            inside.paragraph(TextStyle::Body, pole.thinking.clone());
            inside.into_region(Role::Pole, pole.id.as_str(), Vec::new())
        });
        page.list(Role::Poles, poles.into());
        page.message(TextStyle::Hint, MessageKey::TrackHint);
        page.add(Block::Track(self.track(principle, &marks)));
        page.paragraph(TextStyle::Status, self.reading(principle, &marks).unwrap_or_default());
        self.warnings(&mut page, principle, &marks, 2);
        if marks != Marks::default() {
            let clear = |mark| Msg::MarkPlaced { principle: id.clone(), mark, stop: None };
            for mark in [Mark::Now, Mark::Desired].into_iter().filter(|mark| marks.get(*mark).is_some()) {
                let (message, name) = match mark {
                    Mark::Now => (MessageKey::ClearNow, "clear-now"),
                    Mark::Desired => (MessageKey::ClearDesired, "clear-desired"),
                };
                page.button(
                    ButtonLayout::Inline,
                    ButtonStyle::Quiet,
                    self.action(name, message, clear(mark)),
                );
            }
        }
        page.source_line(&principle.source);
        page.primary_action(if at + 1 == count { MessageKey::ToResult } else { MessageKey::Next });
        Some(Self::screen_named(name, page))
    }

    /// Which theme this is about, with the ways to the guide and the design note.
    fn theme_line(&'a self, page: &mut Builder<'a>) {
        let name = &self.model.record.theme.name;
        let name = if name.is_empty() { self.message(MessageKey::ThemeNameless) } else { name.clone() };
        page.formatted(TextStyle::Strong, MessageKey::ThemeIs, &[("name", Arg::Text(&name))]);
        let guide = self.action("guide", MessageKey::ToGuide, Msg::Navigate(Route::Guide));
        page.button(ButtonLayout::Inline, ButtonStyle::Quiet, guide);
        let note = self.action("design-note", MessageKey::ToDesignNote, Msg::Navigate(Route::DesignNote));
        page.button(ButtonLayout::Inline, ButtonStyle::Quiet, note);
    }

    fn track(&self, principle: &Principle, marks: &Marks) -> Track {
        let stops = principle.stops.iter().map(|stop| TrackStop {
            value: stop.id.as_str().into(),
            name: stop.name.clone(),
            meaning: stop.meaning.clone(),
            example: stop.example.clone(),
        });
        Track {
            principle: principle.id.clone(),
            label: principle.question.clone(),
            headings: [self.message(MessageKey::Now), self.message(MessageKey::Desired)],
            scales: [self.scale(principle, marks, Mark::Now), self.scale(principle, marks, Mark::Desired)],
            stops: stops.collect(),
            example_label: self.message(MessageKey::Example),
        }
    }

    fn scale(&self, principle: &Principle, marks: &Marks, mark: Mark) -> Scale {
        let (shape, label) = match mark {
            Mark::Now => (MarkShape::Now, self.message(MessageKey::Now)),
            Mark::Desired => (MarkShape::Desired, self.message(MessageKey::Desired)),
        };
        let stops = principle.stops.iter().map(|stop| ScaleStop {
            value: stop.id.as_str().into(),
            label: [&*label, ": ", &*stop.name].concat().into(),
            msg: Msg::MarkPlaced { principle: principle.id.clone(), mark, stop: Some(stop.id.clone()) },
        });
        Scale {
            mark: shape,
            name: [principle.id.as_str(), "-", mark.value()].concat().into(),
            selected: stop_index(principle, marks.get(mark)),
            stops: stops.collect(),
            label,
        }
    }

    /// The warnings of the pole that the desired mark leans to, or moves towards.
    fn warnings(&'a self, page: &mut Builder<'a>, principle: &Principle, marks: &Marks, level: u8) {
        let mut poles: Vec<&PoleId> = Vec::new();
        if let Some(desired) = stop_index(principle, marks.desired.as_ref()) {
            let now = stop_index(principle, marks.now.as_ref()).unwrap_or(desired);
            let leans = side(desired, principle.stops.len());
            if leans == Side::First || desired < now {
                poles.push(&principle.poles[0].id);
            }
            if leans == Side::Second || desired > now {
                poles.push(&principle.poles[1].id);
            }
        }
        let mut inside = self.build();
        let mut count: usize = 0;
        for warning in principle.warnings.iter().filter(|warning| poles.contains(&&warning.pole)) {
            if count == 0 {
                inside.add(Block::Heading(level, self.message(MessageKey::Watch)));
            }
            count += 1;
            inside.paragraph(TextStyle::Strong, warning.name.clone());
            inside.paragraph(TextStyle::Body, warning.text.clone());
        }
        let count = count.to_string().into();
        page.region(Role::Warnings, "warnings", vec![("data-warnings", count)], inside);
    }

    /// The marks of every principle that has one, for the result.
    pub(crate) fn principle_summaries(&'a self, page: &mut Builder<'a>, library: &Library) {
        for principle in &library.principles {
            let marks = self.marks(&principle.id);
            if marks == Marks::default() {
                continue;
            }
            let mut inside = self.build();
            inside.add(Block::Heading(3, principle.name.clone()));
            // In the result the picture says so already.
            if self.model.route == Route::DesignNote {
                let definition = |mark, message| {
                    let stop = stop_of(principle, marks.get(mark));
                    let text =
                        stop.map_or_else(|| self.message(MessageKey::NotPlaced), |stop| stop.name.clone());
                    Definition { term: self.message(message), description: text }
                };
                inside.definitions(vec![
                    definition(Mark::Now, MessageKey::Now),
                    definition(Mark::Desired, MessageKey::Desired),
                ]);
            }
            if let Some(reading) = self.reading(principle, &marks) {
                inside.paragraph(TextStyle::Body, reading);
            }
            if let Some(stop) = stop_of(principle, marks.desired.as_ref()) {
                inside.paragraph(TextStyle::Hint, [&*stop.name, ": ", &*stop.meaning].concat().into());
            }
            self.warnings(&mut inside, principle, &marks, 4);
            let id = principle.id.as_str();
            let data_attrs = vec![("data-principle", id.into())];
            if self.model.viewed.is_none() {
                let msg = Msg::Navigate(Route::Principle(principle.id.clone()));
                let change = self.action("open-principle", MessageKey::Change, msg);
                let change = change.about(principle.name.clone());
                inside.button(ButtonLayout::Inline, ButtonStyle::Quiet, change);
            }
            page.region(Role::Principle, id, data_attrs, inside);
        }
    }
}
