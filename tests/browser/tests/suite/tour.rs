//! A walk along every screen in every state it can have, for checks that hold everywhere.

use flexkompas_browser_tests::{Visitor, bundle};
use serde_json::json;
use xtask_build::server::Fault;

use crate::sample::{self, ANSWERS, KEY, MARKS};

/// Walks along everything and calls `look` at each stop with its name. The visitor has opened nothing yet and has no
/// service worker, as one part must not come; the tour is in the language of the address.
#[track_caller]
pub(crate) fn along_every_screen(visitor: &Visitor, language: &str, look: &mut dyn FnMut(&str)) {
    let address = format!("/?lang={language}");
    visitor.opens(&address);
    visitor.sees_statement(1, 10);
    look("start");
    visitor.unfolds("settings");
    look("start, settings open");
    if visitor.is_visible("[data-action=\"steps\"]") {
        visitor.presses("steps");
        visitor.sees_value("[data-action=\"steps\"]", "aria-expanded", Some("true"));
        look("start, steps open");
    }

    statements(visitor, look);
    ambition_and_result(visitor, look);
    principles(visitor, look);
    guide(visitor, look);
    reflection(visitor, look);
    modules(visitor, look);
    messages(visitor, look);
    handing_on(visitor, look);
    several_scans(visitor, look);
    shared_result(visitor, look);

    visitor.goes_elsewhere();
    visitor.opens(&address);
    visitor.sees_titled("start", &visitor.word("resume-title"));
    look("resume");
    part_that_did_not_load(visitor, language, look);
    unreadable_record(visitor, &address, look);
}

#[track_caller]
fn statements(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.answers("richting-betekenis", "2");
    visitor.sees_statement(2, 10);
    look("statement");
    visitor.unfolds("note");
    look("statement, note open");
    visitor.goes_on();
    visitor.sees_word("skip-hint");
    look("statement, asked whether to skip");
    visitor.chooses("regie-top", "3");
    look("statement, answered");
    visitor.presses("overview");
    visitor.sees_titled("overview", &visitor.word("overview-title"));
    look("overview");
    visitor.takes_step("result");
    visitor.sees_titled("result", &visitor.word("result-needed-title"));
    look("result, not enough answered");
    visitor.presses("complete");
    for (at, (statement, answer)) in ANSWERS.into_iter().enumerate().skip(2) {
        visitor.sees_statement(at + 1, 10);
        visitor.answers(statement, answer);
    }
}

#[track_caller]
fn ambition_and_result(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.sees_titled("ambition", &visitor.word("ambition-title"));
    look("ambition, empty");
    visitor.unfolds("legend");
    sample::places_ambition(visitor);
    sample::sees_the_result(visitor);
    look("result");
    visitor.presses("all-tips");
    visitor.sees_word("tips-fewer");
    look("result, all tips");
    visitor.presses("all-tips");
    visitor.sees_word("tips-all");
    visitor.presses("star");
    visitor.sees_value("[data-action=\"star\"]", "aria-pressed", Some("true"));
    visitor.unfolds("what-if");
    visitor
        .clicks("[data-fold=\"what-if\"] label:has(> input[name=\"what-if-leiding-sturen\"][value=\"4\"])");
    visitor.sees_word("what-if-clear");
    look("result, another answer tried out");
    visitor.presses("back");
    visitor.sees_screen("ambition");
    look("ambition, filled");
}

#[track_caller]
fn principles(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.takes_step("principles");
    for (principle, now, desired) in MARKS {
        visitor.sees_track(principle);
        look(&format!("principle {principle}, empty"));
        visitor.chooses(&format!("{principle}-now"), now);
        visitor.chooses(&format!("{principle}-desired"), desired);
        visitor.clicks(".track details > summary");
        look(&format!("principle {principle}, filled"));
        visitor.goes_on();
    }
    visitor.sees_screen("result");
}

#[track_caller]
fn guide(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.takes_step("principles");
    visitor.sees_track("p1-wensen");
    visitor.presses("guide");
    visitor.sees_titled("guide", &visitor.word("guide-title"));
    look("guide, empty");
    visitor.types("theme", "werkdruk");
    for field in visitor.values("textarea", "name").iter().take(2) {
        visitor.types(field, "Eerst luisteren.");
    }
    visitor.presses("add-theme");
    visitor.sees(&visitor.filled("theme-open", &[("name", "werkdruk")]));
    visitor.presses("open-theme");
    visitor.waits_until("the theme is back", || visitor.typed_in("theme") == "werkdruk");
    look("guide, filled");
    visitor.goes_on();
    visitor.sees_track("p1-wensen");
    visitor.presses("design-note");
    visitor.sees_titled("design-note", &visitor.filled("design-note-title", &[("name", "werkdruk")]));
    look("design note");
}

#[track_caller]
fn modules(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.presses("modules");
    visitor.sees_titled("modules", &visitor.word("modules-title"));
    look("modules");
    for module in visitor.values("[data-module]", "data-module") {
        visitor.clicks(&format!("[data-module=\"{module}\"] [data-action=\"open-module\"]"));
        visitor.sees_screen("module");
        if visitor.is_visible("main label:has(> input)") {
            visitor.clicks("main label:has(> input)");
        } else if visitor.is_visible("main textarea") {
            visitor.types(&visitor.values("main textarea", "name").remove(0), "Vanaf maandag.");
        }
        look(&format!("module {module}"));
        visitor.presses("modules");
        visitor.sees_screen("modules");
    }
    visitor.takes_step("result");
    sample::sees_the_result(visitor);
    look("result with modules");
}

#[track_caller]
fn reflection(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.takes_step("reflection");
    visitor.sees_screen("reflection");
    look("reflection");
    while visitor.is_visible("[data-action=\"more-questions\"]") {
        let before = visitor.count("[data-question]");
        visitor.presses("more-questions");
        visitor.waits_until("more questions are there", || visitor.count("[data-question]") > before);
    }
    assert_eq!(visitor.count("[data-question]"), 38, "all core questions");
    visitor.chooses("q-omg-cijfer", "7");
    visitor.types("q-omg-trends", "Krapte");
    look("reflection, all kinds of question");
    visitor.presses("library");
    visitor.sees_titled("library", &visitor.word("library-title"));
    visitor.unfolds("themes");
    look("library, themes open");
    visitor.types("search", "qqq");
    visitor.waits_until("nothing is found", || visitor.count("[data-question]") == 0);
    look("library, nothing found");
    visitor.goes_on();
    sample::sees_the_result(visitor);
    look("result with principles and reflections");
}

#[track_caller]
fn messages(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.presses("erase");
    visitor.sees_focus_on("[data-ask] h2");
    look("asked whether to erase");
    visitor.presses("cancel");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.json");
    std::fs::write(&path, "").unwrap();
    visitor.loads_file(&path);
    visitor.sees_word("import-not-a-record");
    look("an error");
    visitor.presses("close");
    visitor.presses("export-json");
    visitor.sees_word("notice-exported");
    look("a message");
    visitor.takes_download();
}

/// Tables, paper and the clipboard where they refuse, and the page with the link.
#[track_caller]
fn handing_on(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    for table in ["spectrum", "profile", "principles"] {
        visitor.clicks(&format!("[data-table=\"{table}\"] + .buttons [data-action=\"show-table\"]"));
        visitor.sees_value(&format!("[data-table=\"{table}\"]"), "class", Some("table-frame"));
    }
    look("result, tables shown");
    visitor.script("window.print = () => {}", []);
    visitor.presses("print");
    visitor.sees_word("notice-print-failed");
    look("result, paper refused");
    visitor.presses("share");
    visitor.sees_titled("share", &visitor.word("share-title"));
    look("share");
    let refuses = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
    visitor.script(refuses, []);
    visitor.presses("copy-link");
    visitor.sees_word("notice-copy-failed");
    look("share, the clipboard refused");
    visitor.presses("close");
    visitor.presses("back");
    sample::sees_the_result(visitor);
}

/// Every scan on the device, first one and then three of them; comparing, looking at an earlier one, removing one.
#[track_caller]
fn several_scans(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    let to_the_list = |count: usize| {
        visitor.presses("history");
        visitor.sees_titled("history", &visitor.word("history-title"));
        visitor.waits_until("all scans are listed", || visitor.count("[data-scan]") == count);
    };
    to_the_list(1);
    look("history, one scan");
    let first = visitor.values("[data-scan]", "data-scan").remove(0);
    visitor.types(&format!("name-{first}"), "Hoofdkantoor-en-alle-nevenvestigingen 2026");
    for count in [2, 3] {
        visitor.presses("copy-scan");
        visitor.sees_titled("overview", &visitor.word("overview-title"));
        visitor.sees_word("notice-new-measurement");
        if count == 2 {
            look("overview, a new measurement");
        }
        visitor.takes_step("result");
        sample::sees_the_result(visitor);
        to_the_list(count);
    }
    look("history, three scans");
    visitor.presses("compare");
    visitor.sees_titled("compare", &visitor.word("compare-title"));
    look("compare");
    visitor.presses("back");
    visitor.clicks(&format!("[data-scan=\"{first}\"] [data-action=\"look-at\"]"));
    visitor.sees_screen("earlier");
    look("earlier result");
    to_the_list(3);
    visitor.clicks(&format!("[data-scan=\"{first}\"] [data-action=\"remove-scan\"]"));
    visitor.sees_word("notice-removed");
    look("history, something to undo");
    visitor.presses("undo");
    visitor.sees_word("notice-back-again");
}

/// The result behind a link, kept, and a link that cannot be read.
#[track_caller]
fn shared_result(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
    visitor.takes_step("result");
    visitor.presses("share");
    let code = visitor.value("[data-code]", "data-code").unwrap();
    visitor.script("location.hash = arguments[0]", [json!(format!("#r={code}"))]);
    visitor.sees_screen("shared");
    look("shared result");
    visitor.presses("keep");
    visitor.sees_word("notice-already-here");
    look("shared result, here already");
    visitor.script("location.hash = '#r=fk1'", []);
    visitor.sees_word("code-damaged");
    look("a link that cannot be read");
}

/// In the other language, because the files of this one are in the browser's cache.
#[track_caller]
fn part_that_did_not_load(visitor: &Visitor, language: &str, look: &mut dyn FnMut(&str)) {
    let other = if language == "nl" { "en" } else { "nl" };
    let library = bundle::content_path(&format!("library.{other}"));
    visitor.server().set_fault(&library, Fault::Status(404));
    visitor.expects_in_console(library.rsplit('/').next().unwrap());
    visitor.expects_in_console(&format!("Flexkompas content library.{other}"));
    visitor.presses(&format!("language-{other}"));
    visitor.waits_until("the other language", || visitor.language() == other);
    visitor.presses("continue");
    visitor.sees_titled("result", &visitor.word("load-failed-title"));
    look("a part that did not load");
    visitor.server().clear_faults();
}

#[track_caller]
fn unreadable_record(visitor: &Visitor, address: &str, look: &mut dyn FnMut(&str)) {
    visitor.stores(KEY, "no record");
    visitor.opens(address);
    visitor.sees_statement(1, 10);
    visitor.sees_word("saving-damaged");
    look("start, nothing is kept");
}
