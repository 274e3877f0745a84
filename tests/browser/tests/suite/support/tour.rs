//! A tour of every screen in every state, for checks that apply everywhere.

use flexkompas_browser_tests::{Visitor, bundle};
use serde_json::json;
use xtask_build::server::Fault;

use crate::support::sample::{self, ANSWERS, KEY, MARKS};

/// Walks along everything and calls `look` at each stop with its name. The visitor has opened nothing yet and has no
/// service worker, as one part must not come; the tour is in the language of the address.
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
    messages(visitor, look);
    sharing(visitor, look);
    several_scans(visitor, look);
    shared_result(visitor, look);

    visitor.leave_page();
    visitor.open(&address);
    visitor.expect_titled_screen("start", &visitor.ui_text("resume-title"));
    look("resume");
    missing_content(visitor, language, look);
    unreadable_record(visitor, &address, look);
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
    assert_eq!(visitor.count("[data-question]"), 38, "all core questions");
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

#[track_caller]
fn messages(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.press("erase");
    visitor.expect_focus("[data-ask] h2");
    look("asked whether to erase");
    visitor.press("cancel");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.json");
    std::fs::write(&path, "").unwrap();
    visitor.choose_file(&path);
    visitor.expect_ui_text("import-not-a-record");
    look("an error");
    visitor.press("close");
    visitor.press("export-json");
    visitor.expect_ui_text("notice-exported");
    look("a message");
    visitor.wait_for_json_download();
}

/// Tables, paper and the clipboard where they refuse, and the page with the link.
#[track_caller]
fn sharing(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    for table in ["spectrum", "profile", "principles"] {
        visitor.click(&format!("[data-table=\"{table}\"] + .buttons [data-action=\"show-table\"]"));
        visitor.expect_attribute(&format!("[data-table=\"{table}\"]"), "class", Some("table-frame"));
    }
    look("result, tables shown");
    visitor.execute("window.print = () => {}", []);
    visitor.press("print");
    visitor.expect_ui_text("notice-print-failed");
    look("result, paper refused");
    visitor.press("share");
    visitor.expect_titled_screen("share", &visitor.ui_text("share-title"));
    look("share");
    let refuses = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
    visitor.execute(refuses, []);
    visitor.press("copy-link");
    visitor.expect_ui_text("notice-copy-failed");
    look("share, the clipboard refused");
    visitor.press("close");
    visitor.press("back");
    sample::expect_result(visitor);
}

/// Every scan on the device, first one and then three of them; comparing, looking at an earlier one, removing one.
#[track_caller]
fn several_scans(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    let to_the_list = |count: usize| {
        visitor.press("history");
        visitor.expect_titled_screen("history", &visitor.ui_text("history-title"));
        visitor.wait_until("all scans are listed", || visitor.count("[data-scan]") == count);
    };
    to_the_list(1);
    look("history, one scan");
    let first = visitor.attributes("[data-scan]", "data-scan").remove(0);
    visitor.type_into(&format!("name-{first}"), "Hoofdkantoor-en-alle-nevenvestigingen 2026");
    for count in [2, 3] {
        visitor.press("copy-scan");
        visitor.expect_titled_screen("overview", &visitor.ui_text("overview-title"));
        visitor.expect_ui_text("notice-new-measurement");
        if count == 2 {
            look("overview, a new measurement");
        }
        visitor.go_to_step("result");
        sample::expect_result(visitor);
        to_the_list(count);
    }
    look("history, three scans");
    visitor.press("compare");
    visitor.expect_titled_screen("compare", &visitor.ui_text("compare-title"));
    look("compare");
    visitor.press("back");
    visitor.click(&format!("[data-scan=\"{first}\"] [data-action=\"look-at\"]"));
    visitor.expect_screen("earlier");
    look("earlier result");
    to_the_list(3);
    visitor.click(&format!("[data-scan=\"{first}\"] [data-action=\"remove-scan\"]"));
    visitor.expect_ui_text("notice-removed");
    look("history, something to undo");
    visitor.press("undo");
    visitor.expect_ui_text("notice-back-again");
}

/// The result behind a link, kept, and a link that cannot be read.
#[track_caller]
fn shared_result(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.go_to_step("result");
    visitor.press("share");
    let code = visitor.attribute("[data-code]", "data-code").unwrap();
    visitor.execute("location.hash = arguments[0]", [json!(format!("#r={code}"))]);
    visitor.expect_screen("shared");
    look("shared result");
    visitor.press("keep");
    visitor.expect_ui_text("notice-already-here");
    look("shared result, here already");
    visitor.execute("location.hash = '#r=fk1'", []);
    visitor.expect_ui_text("code-damaged");
    look("a link that cannot be read");
}

/// In the other language, because the files of this one are in the browser's cache.
#[track_caller]
fn missing_content(visitor: &Visitor, language: &str, look: &mut dyn FnMut(&str)) {
    let other = if language == "nl" { "en" } else { "nl" };
    let library = bundle::content_path(&format!("library.{other}"));
    visitor.server().set_fault(&library, Fault::Status(404));
    visitor.expect_console(library.rsplit('/').next().unwrap());
    visitor.expect_console(&format!("Flexkompas content library.{other}"));
    visitor.press(&format!("language-{other}"));
    visitor.wait_until("the other language", || visitor.language() == other);
    visitor.press("continue");
    visitor.expect_titled_screen("result", &visitor.ui_text("load-failed-title"));
    look("a part that did not load");
    visitor.server().clear_faults();
}

#[track_caller]
fn unreadable_record(visitor: &Visitor, address: &str, look: &mut dyn FnMut(&str)) {
    visitor.store_item(KEY, "no record");
    visitor.open(address);
    visitor.expect_statement(1, 10);
    visitor.expect_ui_text("saving-damaged");
    look("start, nothing is kept");
}
