//! The stops of the tour outside the scan: notices, exports, the archive, shared results and failures.

use flexkompas_browser_tests::{Visitor, bundle};
use serde_json::json;
use xtask_build::server::Fault;

use super::sample::{self, KEY};

#[track_caller]
pub(super) fn messages(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
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
pub(super) fn sharing(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
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
pub(super) fn several_scans(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
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
pub(super) fn shared_result(visitor: &Visitor, look: &mut dyn FnMut(&str)) {
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
pub(super) fn missing_content(visitor: &Visitor, language: &str, look: &mut dyn FnMut(&str)) {
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
pub(super) fn unreadable_record(visitor: &Visitor, address: &str, look: &mut dyn FnMut(&str)) {
    visitor.store_item(KEY, "no record");
    visitor.open(address);
    visitor.expect_statement(1, 10);
    visitor.expect_ui_text("saving-damaged");
    look("start, nothing is kept");
}
