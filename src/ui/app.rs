//! The root: holds the model, hands effects to the platform and focus to the page once it is painted.

use yew::prelude::*;

use super::frame::page;
use crate::app::view::{Page, View};
use crate::app::{Effect, Model, Msg};
use crate::json::Text;
use crate::platform::{self, Boot};

/// The whole product.
pub struct App {
    model: Model,
    view: View,
    question_set: Text,
    /// True once the program stands in the place of the prerendered page, or is about to.
    has_taken_over: bool,
    /// Where the focus must go after painting.
    focus: Option<Effect>,
    /// Lives as long as the product does.
    _listeners: [Option<platform::Listener>; 7],
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("App")
    }
}

impl App {
    fn perform(&mut self, effects: Vec<Effect>, context: &Context<Self>) {
        let send = context.link().callback(|msg| msg);
        for effect in effects {
            match effect {
                Effect::FocusHeading | Effect::FocusAsk => self.focus = Some(effect),
                _ => platform::perform(effect, &self.question_set, &send),
            }
        }
    }
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let flags = platform::flags();
        let question_set = flags.question_set.clone();
        let (model, effects) = Model::init(flags);
        let view = model.view();
        let send = context.link().callback(|msg| msg);
        let [in_sight, keys_in_sight] = platform::keep_in_sight();
        let listeners = [
            platform::on_history_moved(send.clone()),
            platform::on_code(send.clone()),
            platform::on_stored_elsewhere(question_set.clone(), send.clone()),
            platform::on_release_found(send),
            in_sight,
            keys_in_sight,
            platform::follow_focus(),
        ];
        let mut app =
            Self { model, view, question_set, has_taken_over: false, focus: None, _listeners: listeners };
        app.perform(effects, context);
        app
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let effects = self.model.update(msg);
        self.perform(effects, context);
        self.view = self.model.view();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        page(&self.view, &context.link().callback(|msg| msg))
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        platform::describe(&self.view.title, self.view.language);
        platform::show_boot(match &self.view.page {
            Page::Blocks(_) => Boot::Ready,
            Page::Failed => Boot::Failed,
            Page::Waiting => Boot::Waiting,
        });
        let has_page = matches!(self.view.page, Page::Blocks(_));
        if has_page && !self.has_taken_over {
            self.has_taken_over = true;
            platform::take_over(context.link().callback(|msg| msg));
        }
        match self.focus.take() {
            Some(Effect::FocusHeading) => platform::focus_heading(),
            Some(Effect::FocusAsk) => platform::focus_ask(),
            _ => platform::recover_focus(),
        }
    }
}
