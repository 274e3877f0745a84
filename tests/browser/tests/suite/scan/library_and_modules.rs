//! The searchable library of questions, and modules that are fetched only when opened.

use flexkompas_browser_tests::{bundle, engines, phone};
use xtask_build::server::Fault;

use crate::support::sample;

#[test]
fn all_questions_can_be_searched_and_answered() {
    engines!(Chromium, "the program decides what is fetched and shown, and behaves the same in every engine");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.go_to_step("reflection");
    visitor.expect_screen("reflection");
    visitor.press("library");
    visitor.expect_titled_screen("library", &visitor.ui_text("library-title"));
    let wanted = "q-omg-cijfer";
    let text = bundle::item("library", "nl", "questions", wanted, "text");
    visitor.type_into("search", &text);
    visitor.wait_until("one question is left", || {
        visitor.attributes("[data-question]", "data-question") == [wanted]
    });
    visitor.choose(wanted, "8");
    visitor.reload();
    visitor.expect_screen("library");
    visitor.go_to_step("result");
    visitor.expect_screen("result");
    visitor.expect_text(&text);
    visitor.expect_text(&visitor.ui_text_with("grade-is", &[("n", "8")]));
    visitor.finish();
}

#[test]
fn modules_are_fetched_only_when_opened() {
    engines!(Chromium, "the program decides what is fetched and shown, and behaves the same in every engine");
    let visitor = phone().without_service_worker().start();
    let file = bundle::content_path("modules.nl");
    visitor.open("/");
    sample::answer_all(&visitor);
    visitor.press_next();
    visitor.expect_screen("result");
    assert!(!visitor.requested_paths().contains(&file));
    visitor.press("modules");
    visitor.expect_titled_screen("modules", &visitor.ui_text("modules-title"));
    assert!(visitor.requested_paths().contains(&file));

    let first = visitor.attributes("[data-module]", "data-module").remove(0);
    let name = bundle::item("modules", "nl", "modules", &first, "name");
    visitor.click(&format!("[data-module=\"{first}\"] [data-action=\"open-module\"]"));
    visitor.expect_titled_screen("module", &name);
    visitor.click("[data-entry] label");
    visitor.go_to_step("result");
    visitor.expect_screen("result");
    visitor.expect_text(&name);
    visitor.go_back();
    visitor.expect_titled_screen("module", &name);
    visitor.wait_until("the answer is still there", || visitor.count("[data-entry] input:checked") == 1);
    visitor.finish();
}

#[test]
fn missing_modules_can_be_retried() {
    engines!(Chromium, "the program decides what is fetched and shown, and behaves the same in every engine");
    let visitor = phone().start();
    let file = bundle::content_path("modules.nl");
    visitor.server().set_fault(&file, Fault::Status(404));
    visitor.expect_console(file.rsplit('/').next().unwrap());
    visitor.expect_console("Flexkompas content modules.nl");
    visitor.open("/");
    sample::answer_all(&visitor);
    visitor.press_next();
    visitor.expect_screen("result");
    visitor.press("modules");
    visitor.expect_titled_screen("modules", &visitor.ui_text("load-failed-title"));
    visitor.server().clear_faults();
    visitor.press("retry");
    visitor.expect_titled_screen("modules", &visitor.ui_text("modules-title"));
    visitor.finish();
}
