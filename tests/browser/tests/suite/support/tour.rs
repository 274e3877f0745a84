//! A tour of every screen in every state, for checks that apply everywhere.

use flexkompas_browser_tests::Visitor;

use super::sample::{self, ANSWERS, MARKS};
use super::tour_outside;

/// Visits every screen and calls `look` with the name of each stop. The visitor must not have opened a page yet, and must
/// not have a service worker, because one content file must fail to load. The tour is in the language of the address.
#[track_caller]
pub(crate) fn visit_every_screen(visitor: &Visitor, language: &str, look: &mut dyn FnMut(&str)) {
    let address = format!("/?lang={language}");
    visitor.open(&address);
    visitor.expect_statement(1, 10);
    look("start");
    visitor.expand("settings");
    look("start, settings open");
    if visitor.is_visible("[data-action=\"steps\"]") {
        visitor.press("steps");
        visitor.expect_attribute("[data-action=\"steps\"]", "aria-expanded", Some("true"));
        look("start, steps open");
    }

    statements(visitor, look);
    ambition_and_result(visitor, look);
    principles(visitor, look);
    guide(visitor, look);
    reflection(visitor, look);
    modules(visitor, look);
    tour_outside::messages(visitor, look);
    tour_outside::sharing(visitor, look);
    tour_outside::several_scans(visitor, look);
    tour_outside::shared_result(visitor, look);

    visitor.leave_page();
    visitor.open(&address);
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    look("resume");
    tour_outside::missing_content(visitor, language, look);
    tour_outside::unreadable_record(visitor, &address, look);
}

#[track_caller]
fn statements(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.answer("richting-betekenis", "2");
    visitor.expect_statement(2, 10);
    look("statement");
    visitor.expand("note");
    look("statement, note open");
    visitor.press_next();
    visitor.expect_ui_text("skip-hint");
    look("statement, asked whether to skip");
    visitor.choose("regie-top", "3");
    look("statement, answered");
    visitor.press("overview");
    visitor.expect_titled_screen("overview", &visitor.ui_text("overview-title"));
    look("overview");
    visitor.go_to_step("result");
    visitor.expect_titled_screen("result", &visitor.ui_text("result-needed-title"));
    look("result, not enough answered");
    visitor.press("complete");
    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate().skip(2) {
        visitor.expect_statement(at + 1, 10);
        visitor.answer(statement, answer);
    }
}

#[track_caller]
fn ambition_and_result(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.expect_titled_screen("ambition", &visitor.ui_text("ambition-title"));
    look("ambition, empty");
    visitor.expand("legend");
    sample::choose_ambition(visitor);
    sample::expect_result(visitor);
    look("result");
    visitor.press("all-tips");
    visitor.expect_ui_text("tips-fewer");
    look("result, all tips");
    visitor.press("all-tips");
    visitor.expect_ui_text("tips-all");
    visitor.press("star");
    visitor.expect_attribute("[data-action=\"star\"]", "aria-pressed", Some("true"));
    visitor.expand("what-if");
    visitor.click("[data-fold=\"what-if\"] label:has(> input[name=\"what-if-leiding-sturen\"][value=\"4\"])");
    visitor.expect_ui_text("what-if-clear");
    look("result, another answer tried out");
    visitor.press("back");
    visitor.expect_screen("ambition");
    look("ambition, filled");
}

#[track_caller]
fn principles(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.go_to_step("principles");
    for (principle, now, desired) in MARKS {
        visitor.expect_track(principle);
        look(&format!("principle {principle}, empty"));
        visitor.choose(&format!("{principle}-now"), now);
        visitor.choose(&format!("{principle}-desired"), desired);
        visitor.click(".track details > summary");
        look(&format!("principle {principle}, filled"));
        visitor.press_next();
    }
    visitor.expect_screen("result");
}

#[track_caller]
fn guide(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.go_to_step("principles");
    visitor.expect_track("p1-wensen");
    visitor.press("guide");
    visitor.expect_titled_screen("guide", &visitor.ui_text("guide-title"));
    look("guide, empty");
    visitor.type_into("theme", "werkdruk");
    for field in visitor.attributes("textarea", "name").iter().take(2) {
        visitor.type_into(field, "Eerst luisteren.");
    }
    visitor.press("add-theme");
    visitor.expect_text(&visitor.ui_text_with("theme-open", &[("name", "werkdruk")]));
    visitor.press("open-theme");
    visitor.wait_until("the theme is back", || visitor.field_value("theme") == "werkdruk");
    look("guide, filled");
    visitor.press_next();
    visitor.expect_track("p1-wensen");
    visitor.press("design-note");
    visitor.expect_titled_screen(
        "design-note",
        &visitor.ui_text_with("design-note-title", &[("name", "werkdruk")]),
    );
    look("design note");
}

#[track_caller]
fn modules(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.press("modules");
    visitor.expect_titled_screen("modules", &visitor.ui_text("modules-title"));
    look("modules");
    for module in visitor.attributes("[data-module]", "data-module") {
        visitor.click(&format!("[data-module=\"{module}\"] [data-action=\"open-module\"]"));
        visitor.expect_screen("module");
        if visitor.is_visible("main label:has(> input)") {
            visitor.click("main label:has(> input)");
        } else if visitor.is_visible("main textarea") {
            visitor.type_into(&visitor.attributes("main textarea", "name").remove(0), "Vanaf maandag.");
        }
        look(&format!("module {module}"));
        visitor.press("modules");
        visitor.expect_screen("modules");
    }
    visitor.go_to_step("result");
    sample::expect_result(visitor);
    look("result with modules");
}

#[track_caller]
fn reflection(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.go_to_step("reflection");
    visitor.expect_screen("reflection");
    look("reflection");
    while visitor.is_visible("[data-action=\"more-questions\"]") {
        let before = visitor.count("[data-question]");
        visitor.press("more-questions");
        visitor.wait_until("more questions are there", || visitor.count("[data-question]") > before);
    }
    assert_eq!(visitor.count("[data-question]"), 30, "all core questions");
    visitor.choose("q-omg-cijfer", "7");
    visitor.type_into("q-omg-trends", "Krapte");
    look("reflection, all kinds of question");
    visitor.press("library");
    visitor.expect_titled_screen("library", &visitor.ui_text("library-title"));
    visitor.expand("themes");
    look("library, themes open");
    visitor.type_into("search", "qqq");
    visitor.wait_until("nothing is found", || visitor.count("[data-question]") == 0);
    look("library, nothing found");
    visitor.press_next();
    sample::expect_result(visitor);
    look("result with principles and reflections");
}
