//! What goes deeper than the scan: all questions to search, and modules that are fetched only when they are opened.

use flexkompas_browser_tests::{bundle, engines, phone};
use xtask_build::server::Fault;

use crate::sample;

#[test]
fn all_questions_can_be_searched_and_answered() {
    engines!(Chromium, "the program decides what is fetched and shown");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.takes_step("reflection");
    visitor.sees_screen("reflection");
    visitor.presses("library");
    visitor.sees_titled("library", &visitor.word("library-title"));
    let wanted = "q-omg-cijfer";
    let text = bundle::item("library", "nl", "questions", wanted, "text");
    visitor.types("search", &text);
    visitor.waits_until("one question is left", || {
        visitor.values("[data-question]", "data-question") == [wanted]
    });
    visitor.chooses(wanted, "8");
    visitor.reloads();
    visitor.sees_screen("library");
    visitor.takes_step("result");
    visitor.sees_screen("result");
    visitor.sees(&text);
    visitor.sees(&visitor.filled("grade-is", &[("n", "8")]));
    visitor.leaves();
}

#[test]
fn modules_are_fetched_when_they_are_opened_and_not_before() {
    engines!(Chromium, "the program decides what is fetched and shown");
    let visitor = phone().without_worker().visitor();
    let file = bundle::content_path("modules.nl");
    visitor.opens("/");
    sample::answers_all(&visitor);
    visitor.goes_on();
    visitor.sees_screen("result");
    assert!(!visitor.asked_for().contains(&file));
    visitor.presses("modules");
    visitor.sees_titled("modules", &visitor.word("modules-title"));
    assert!(visitor.asked_for().contains(&file));

    let first = visitor.values("[data-module]", "data-module").remove(0);
    let name = bundle::item("modules", "nl", "modules", &first, "name");
    visitor.clicks(&format!("[data-module=\"{first}\"] [data-action=\"open-module\"]"));
    visitor.sees_titled("module", &name);
    visitor.clicks("[data-entry] label");
    visitor.takes_step("result");
    visitor.sees_screen("result");
    visitor.sees(&name);
    visitor.goes_back();
    visitor.sees_titled("module", &name);
    visitor.waits_until("the answer is still there", || visitor.count("[data-entry] input:checked") == 1);
    visitor.leaves();
}

#[test]
fn modules_that_did_not_come_can_be_asked_for_again() {
    engines!(Chromium, "the program decides what is fetched and shown");
    let visitor = phone().visitor();
    let file = bundle::content_path("modules.nl");
    visitor.server().set_fault(&file, Fault::Status(404));
    visitor.expects_in_console(file.rsplit('/').next().unwrap());
    visitor.expects_in_console("Flexkompas content modules.nl");
    visitor.opens("/");
    sample::answers_all(&visitor);
    visitor.goes_on();
    visitor.sees_screen("result");
    visitor.presses("modules");
    visitor.sees_titled("modules", &visitor.word("load-failed-title"));
    visitor.server().clear_faults();
    visitor.presses("retry");
    visitor.sees_titled("modules", &visitor.word("modules-title"));
    visitor.leaves();
}
