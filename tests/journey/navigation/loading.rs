//! Content that is late, missing or wrong: a clear state, and a way to try again.

use flexkompas::app::view::Page;
use flexkompas::app::{Effect, FetchFailed, LoadFault, Model, Msg, Route};
use flexkompas::content::{Language, MessageKey, Part};

use crate::support::content::{message, served};
use crate::support::page::open;
use crate::support::visitor::{Visitor, first_visit, visitor};

const START: (Part, Language) = (Part::Start, Language::Dutch);
const LIBRARY: (Part, Language) = (Part::Library, Language::Dutch);

fn arrives(model: &mut Model, part: Part, text: Result<&str, FetchFailed>) -> Vec<Effect> {
    model.update(Msg::ContentFetched { part, language: Language::Dutch, text: text.map(str::to_owned) })
}

/// The message in the console after this answer of the server to the first request.
#[track_caller]
fn warning_after(text: Result<&str, FetchFailed>) -> String {
    let (mut model, _) = Model::init(first_visit());
    let effects = arrives(&mut model, Part::Start, text);
    assert!(matches!(model.view().page, Page::Failed(_)));
    let [Effect::Warn(warning)] = effects.as_slice() else { panic!("{effects:?}") };
    warning.strip_prefix("Flexkompas content start.nl: ").unwrap().to_owned()
}

#[test]
fn only_the_start_part_of_one_language_is_needed_for_the_first_statement() {
    let (mut model, effects) = Model::init(first_visit());
    let fetch = Effect::Fetch(Part::Start, Language::Dutch);
    assert_eq!(effects, [Effect::ReplaceRoute(Route::Start), fetch, Effect::ListArchive]);
    assert_eq!(model.view().page, Page::Loading);
    let effects = arrives(&mut model, Part::Start, Ok(&served(Part::Start, Language::Dutch)));
    assert_eq!(effects, [Effect::Fetch(Part::Library, Language::Dutch), Effect::ReplaceRoute(Route::Start)]);
    assert_eq!(open(&model.view()).progress, Some((1, 10)));
}

#[test]
fn a_visit_fetches_two_files_of_one_language() {
    assert_eq!(visitor().fetched(), ["start.nl", "library.nl"]);
}

#[test]
fn a_failed_start_is_a_state_of_its_own_and_can_be_tried_again() {
    let mut visitor = Visitor::enter_where_broken(first_visit(), &[START]);
    assert!(matches!(visitor.view().page, Page::Failed(_)));
    assert_eq!(visitor.view().language, "nl");
    visitor.broken.clear();
    visitor.send(Msg::RetryPressed);
    assert_eq!(visitor.progress(), (1, 10));
}

#[test]
fn while_it_is_tried_again_the_failure_is_gone() {
    let (mut model, _) = Model::init(first_visit());
    arrives(&mut model, Part::Start, Err(FetchFailed::Network));
    assert_eq!(model.update(Msg::RetryPressed), [Effect::Fetch(Part::Start, Language::Dutch)]);
    assert_eq!(model.view().page, Page::Loading);
}

#[test]
fn the_console_names_why_the_start_failed() {
    assert_eq!(warning_after(Err(FetchFailed::NotListed)), "no file is listed in data-content");
    assert_eq!(warning_after(Err(FetchFailed::Network)), "the network failed");
    assert_eq!(warning_after(Err(FetchFailed::Status(404))), "the server answered 404");
    assert_eq!(warning_after(Ok("{\n  oops")), "2:3: a name in quotes was expected");
}

#[test]
fn a_fault_of_the_site_is_never_told_as_a_lost_connection() {
    let told = |text| {
        let (mut model, _) = Model::init(first_visit());
        arrives(&mut model, Part::Start, text);
        model.view().page
    };
    for lost in [FetchFailed::Network, FetchFailed::Status(500), FetchFailed::Status(503)] {
        assert_eq!(told(Err(lost)), Page::Failed(LoadFault::Connection));
    }
    for missing in [
        FetchFailed::NotListed,
        FetchFailed::Status(403),
        FetchFailed::Status(404),
        FetchFailed::Status(410),
        FetchFailed::Altered,
    ] {
        assert_eq!(told(Err(missing)), Page::Failed(LoadFault::Site));
    }
    for wrong in ["", "<!doctype html>", "{ oops }", "{}", "[]"] {
        assert_eq!(told(Ok(wrong)), Page::Failed(LoadFault::Site), "{wrong}");
    }
}

#[test]
fn a_part_that_the_site_lacks_is_told_as_such() {
    for part in [Part::Library, Part::Modules] {
        let mut visitor = visitor();
        visitor.go(if part == Part::Library { "library" } else { "modules" });
        for (text, told) in [
            (Err(FetchFailed::Network), MessageKey::LoadFailedText),
            (Err(FetchFailed::Status(404)), MessageKey::LoadFailedSite),
            (Ok("{}".to_owned()), MessageKey::LoadFailedSite),
        ] {
            visitor.send(Msg::ContentFetched { part, language: Language::Dutch, text });
            assert!(visitor.page().says(&message(Language::Dutch, told)), "{told:?}");
        }
    }
}

#[test]
fn the_console_names_every_mistake_of_a_content_file() {
    let content = served(Part::Start, Language::Dutch);
    let wrong = content.replace("\"dimension\":\"regie\"", "\"dimension\":\"nowhere\"");
    assert_eq!(
        warning_after(Ok(&wrong)),
        "statements[4] (regie-top).dimension: no such dimension\n\
         statements[5] (regie-samen).dimension: no such dimension"
    );
}

#[test]
fn without_the_library_the_statements_work_and_answers_are_saved() {
    let mut visitor = Visitor::enter_where_broken(first_visit(), &[LIBRARY]);
    visitor.answer_all("2");
    assert_eq!(visitor.view().screen, "ambition");
    assert_eq!(visitor.record()["answers"]["hr-instrumenten"], 2);
}

#[test]
fn a_result_without_the_library_says_so_in_words_and_can_be_tried_again() {
    let mut visitor = Visitor::enter_where_broken(first_visit(), &[LIBRARY]);
    visitor.answer_all("2");
    visitor.press("next");
    let failed = message(Language::Dutch, MessageKey::LoadFailedTitle);
    assert_eq!(visitor.page().titles, [&*failed]);
    assert!(visitor.page().says(&message(Language::Dutch, MessageKey::LoadFailedText)));
    assert!(visitor.view().title.starts_with(&failed));

    visitor.broken.clear();
    assert_eq!(visitor.press("retry"), [Effect::Fetch(Part::Library, Language::Dutch)]);
    assert_eq!(visitor.page().data_attr("data-score").as_deref(), Some("33"));
}

#[test]
fn a_wrong_library_is_named_in_the_console() {
    let (mut model, _) = Model::init(first_visit());
    arrives(&mut model, Part::Start, Ok(&served(Part::Start, Language::Dutch)));
    let wrong =
        served(Part::Library, Language::Dutch).replace("\"transition\":\"1-2\"", "\"transition\":\"0-1\"");
    let effects = arrives(&mut model, Part::Library, Ok(&wrong));
    let [Effect::Warn(warning)] = effects.as_slice() else { panic!("{effects:?}") };
    let first =
        "Flexkompas content library.nl: tips[1] (tip-richting-12a).transition: must be one of 1-2, 2-3, 3-4";
    assert_eq!(warning.lines().next(), Some(first));
    assert_eq!(warning.lines().count(), 18, "two tips for each of nine dimensions");
}

#[test]
fn going_to_a_page_that_needs_the_library_tries_again_by_itself() {
    let mut visitor = Visitor::enter_where_broken(first_visit(), &[LIBRARY]);
    visitor.broken.clear();
    visitor.go("reflection");
    assert_eq!(visitor.page().data_attrs("data-question").len(), 5);
}

#[test]
fn pages_that_need_the_library_wait_for_it() {
    let (mut model, _) = Model::init(first_visit());
    arrives(&mut model, Part::Start, Ok(&served(Part::Start, Language::Dutch)));
    for route in [Route::Result, Route::Reflection, Route::Principles] {
        model.update(Msg::Navigate(route));
        assert_eq!(open(&model.view()).titles, [message(Language::Dutch, MessageKey::Loading)]);
    }
    let effects = arrives(&mut model, Part::Library, Ok(&served(Part::Library, Language::Dutch)));
    let first = Route::parse("principle/p1-wensen").unwrap();
    assert_eq!(
        effects,
        [Effect::ReplaceRoute(first)],
        "the entry in the history becomes the first principle"
    );
}
