//! Configuration without a build: a block in `index.html`, and parameters in the address. Everything runs under the strict
//! policy, which needs no hash for the block because it is data.

use std::path::Path;

use flexkompas_browser_tests::{Visitor, bundle, engines, phone};
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask_build::server::Fault;

use crate::support::notices::{expect_fault_of_site, expect_lost_connection};

const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4v2H0z\"/></svg>";

/// A bundle with this configuration block and a logo.
#[track_caller]
fn site(block: &Value) -> TempDir {
    let site = bundle::configured(&block.to_string());
    std::fs::write(site.path().join("noord.svg"), LOGO).unwrap();
    site
}

#[track_caller]
fn visitor_of(site: &TempDir) -> Visitor {
    phone().serve_folder(site.path()).start()
}

#[track_caller]
fn expect_branding(visitor: &Visitor) {
    assert_eq!(visitor.texts(".brand"), ["Kompas van Noord"]);
    assert!(visitor.title().ends_with(" · Kompas van Noord"), "{}", visitor.title());
    assert_eq!(visitor.attribute(".brand img", "src").as_deref(), Some("noord.svg"));
    let look = "return getComputedStyle(document.querySelector('.button--primary')).backgroundColor";
    assert_eq!(visitor.execute(look, []), json!("rgb(140, 20, 60)"));
}

#[test]
fn title_logo_and_accent_apply_before_the_program_starts() {
    engines!(all, "behaviour before the start depends on the engine");
    let site = site(&json!({ "title": "Kompas van Noord", "logo": "noord.svg", "accent": "8c143c" }));
    let visitor = visitor_of(&site);
    visitor.server().set_fault(&bundle::program_path(), Fault::Stalled);
    visitor.open_without_waiting("/");
    let is_there = "return document.readyState !== 'loading'";
    visitor.wait_until("the page", || visitor.execute(is_there, []) == json!(true));
    expect_branding(&visitor);
    visitor.server().clear_faults();
    let runs = "return !window.flexkompasEarly && !document.getElementById('app-next')";
    visitor.wait_until("the program", || visitor.execute(runs, []) == json!(true));
    expect_branding(&visitor);
    visitor.finish();
}

#[test]
fn accent_in_the_address_overrides_the_configuration_and_is_made_readable() {
    engines!(Chromium, "the program reads the configuration, and behaves the same in every engine");
    let site = site(&json!({ "accent": "8c143c" }));
    let visitor = visitor_of(&site);
    visitor.open("/?accent=ffdc00");
    visitor.wait_until("the program", || visitor.count("[data-action=next]") == 1);
    let look = "return getComputedStyle(document.querySelector('.button--primary')).backgroundColor";
    assert_eq!(visitor.execute(look, []), json!("rgb(120, 103, 0)"));
    visitor.finish();
}

#[test]
fn set_parts_contact_and_language_are_configurable() {
    engines!(Chromium, "the program reads the configuration, and behaves the same in every engine");
    let contact = "mailto:hr@example.org";
    let site = site(&json!({ "set": "full", "language": "en", "contact": contact, "parts": ["ambition"] }));
    let visitor = visitor_of(&site);
    visitor.open("/");
    visitor.expect_text(&bundle::ui_text_with("en", "statement-of", &[("n", "1"), ("all", "25")]));
    assert_eq!(visitor.language(), "en");
    assert_eq!(visitor.attributes("[data-action=contact]", "href"), [contact]);
    visitor.expect_text("Questions? hr@example.org");
    let steps = visitor.attributes(".step__button", "data-action");
    assert_eq!(steps, ["step-statements", "step-ambition", "step-result"]);
    visitor.finish();
}

#[test]
fn invalid_values_are_logged_once_and_ignored() {
    engines!(Chromium, "the program reads the configuration, and behaves the same in every engine");
    let site =
        site(&json!({ "title": "", "logo": "https://elsewhere.example/l.svg", "accent": "teal", "set": 7 }));
    let visitor = visitor_of(&site);
    // Without the quoted values, which logs escape differently.
    for wanted in ["1 to 80 letters", "a path on this site", "a colour such as 0b6e69", "quick or full"] {
        visitor.expect_console(&format!(" in flexkompas-config is not used: it must be {wanted}"));
    }
    visitor.expect_console(" in the address is not used: it must be nl or en");
    visitor.open("/?lang=de");
    visitor.expect_statement(1, 10);
    assert_eq!(visitor.texts(".brand"), [visitor.ui_text("app-name")]);
    assert_eq!(visitor.count(".brand svg"), 1);
    visitor.finish();
}

#[test]
fn invalid_json_is_logged_with_its_line_and_ignored() {
    engines!(all, "each engine has its own wording for JSON errors");
    let site = bundle::configured("{ \"title\": \"Kompas van Noord\",\n \"set\" \"full\" }");
    let visitor = visitor_of(&site);
    visitor
        .expect_console("Flexkompas: the text in flexkompas-config is not used: it must be JSON (line 2: ");
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.finish();
}

#[test]
fn a_broken_logo_falls_back_to_the_default_mark() {
    engines!(all, "the engine decides whether an image can be shown");
    let site = site(&json!({ "logo": "zuid.svg" }));
    std::fs::write(site.path().join("zuid.svg"), "no picture").unwrap();
    let visitor = phone().without_service_worker().serve_folder(site.path()).start();
    visitor.expect_console(" in flexkompas-config is not used: it could not be shown");
    if !visitor.has_driver_logs() {
        visitor.expect_console("failed to load");
    }
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.wait_until("the mark", || visitor.count(".brand svg") == 1 && visitor.count(".brand img") == 0);
    visitor.finish();
}

const OWN: &str = "Waarom werken jullie in Noord flexibel?";
const LATER: &str = "Wat brengt flexibel werken in Noord?";

/// Custom content: the built-in content with another first question, in another question set.
#[track_caller]
fn write_custom_content(site: &Path, change: impl Fn(&mut Value)) {
    std::fs::create_dir(site.join("eigen")).unwrap();
    for part in ["start", "library", "modules"] {
        for language in ["nl", "en"] {
            let mut content = bundle::content(part, language).clone();
            if part == "start" {
                content["questionSet"] = json!("noord-2027");
                let statements = content["statements"].as_array_mut().unwrap();
                let first = statements.iter_mut().find(|statement| statement["id"] == "richting-betekenis");
                first.unwrap()["ask"] = json!(OWN);
                change(&mut content);
            }
            std::fs::write(site.join(format!("eigen/{part}.{language}.json")), content.to_string()).unwrap();
        }
    }
}

#[test]
fn custom_content_replaces_the_default_and_stores_its_own_answers() {
    engines!(Chromium, "the program reads the configuration, and behaves the same in every engine");
    let site = site(&json!({ "content": { "folder": "eigen/", "questionSet": "noord-2027" } }));
    write_custom_content(site.path(), |_| {});
    let visitor = phone().without_service_worker().serve_folder(site.path()).start();
    visitor.open("/");
    visitor.expect_text(OWN);
    visitor.choose("richting-betekenis", "2");
    visitor.wait_until("the answer in storage", || visitor.stored_item("flexkompas.v1.noord-2027").is_some());
    assert_eq!(visitor.stored_item(crate::support::sample::KEY), None);
    let asked = visitor.requested_paths();
    assert!(asked.contains(&"/eigen/start.nl.json".to_owned()), "{asked:?}");
    assert!(!asked.iter().any(|path| path.starts_with("/content/")), "{asked:?}");
    visitor.wait_for_file("/eigen/library.nl.json");
    visitor.finish();
}

#[test]
fn custom_content_is_available_offline_in_its_last_version() {
    engines!(all, "service workers are part of the engine");
    let site = site(&json!({ "content": { "folder": "eigen/", "questionSet": "noord-2027" } }));
    write_custom_content(site.path(), |_| {});
    let visitor = visitor_of(&site);
    visitor.open("/");
    visitor.expect_text(OWN);
    visitor.wait_for_service_worker();
    for language in ["nl", "en"] {
        let path = site.path().join(format!("eigen/start.{language}.json"));
        let content = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, content.replace(OWN, LATER)).unwrap();
    }
    visitor.leave_page();
    visitor.open("/");
    visitor.expect_text(LATER);
    visitor.wait_until("it is stored", || {
        let look =
            "const done = arguments[1]; caches.match('eigen/start.nl.json').then(found => found.text())
            .then(text => done(text.includes(arguments[0])))";
        visitor.execute_async(look, [json!(LATER)]) == json!(true)
    });
    visitor.leave_page();
    visitor.server().switch_off();
    for (address, language) in [("/", "nl"), ("/en/", "en")] {
        visitor.open(address);
        visitor.expect_text(if language == "nl" { LATER } else { OWN });
        assert_eq!(visitor.language(), language);
    }
    visitor.finish();
}

#[test]
fn invalid_custom_content_is_reported_with_its_path_and_not_replaced() {
    engines!(Chromium, "the program reads the configuration, and behaves the same in every engine");
    let site = site(&json!({ "content": { "folder": "eigen/", "questionSet": "noord-2027" } }));
    write_custom_content(site.path(), |content| {
        content["statements"][2].as_object_mut().unwrap().remove("anchors");
    });
    let visitor = visitor_of(&site);
    visitor.expect_console("statements[3] (richting-doelen).anchors: is missing");
    visitor.open("/");
    expect_fault_of_site(&visitor);
    assert!(!visitor.is_visible("input[name=\"richting-betekenis\"]"));
    visitor.finish();
}

#[test]
fn a_mistake_of_the_site_owner_is_not_told_as_a_lost_connection() {
    engines!(all, "each engine reports a failed download differently");
    let block = json!({ "content": { "folder": "eigen/", "questionSet": "noord-2027" } });
    for text in [None, Some("{ \"format\": oops }"), Some("<!doctype html><title>404</title>"), Some("")] {
        let site = site(&block);
        write_custom_content(site.path(), |_| {});
        let visitor = phone().without_service_worker().serve_folder(site.path()).start();
        match text {
            Some(text) => std::fs::write(site.path().join("eigen/start.nl.json"), text).unwrap(),
            // As where the folder has another name.
            None => visitor.server().set_fault("/eigen/start.nl.json", Fault::Status(404)),
        }
        visitor.expect_console("start.nl");
        visitor.open("/");
        expect_fault_of_site(&visitor);
        visitor.finish();
    }
}

#[test]
fn a_missing_library_of_the_site_owner_is_not_told_as_a_lost_connection_either() {
    engines!(Chromium, "the program reads the answer, and behaves the same in every engine");
    let site = site(&json!({ "content": { "folder": "eigen/", "questionSet": "noord-2027" } }));
    write_custom_content(site.path(), |_| {});
    let visitor = phone().without_service_worker().serve_folder(site.path()).start();
    visitor.server().set_fault("/eigen/library.nl.json", Fault::Status(404));
    visitor.expect_console("library.nl");
    visitor.expect_console("404");
    visitor.open("/");
    visitor.expect_text(OWN);
    visitor.go_to_step("principles");
    visitor.expect_ui_text("load-failed-site");
    visitor.finish();
}

#[test]
fn a_missing_file_of_the_program_is_told_as_such_and_a_lost_connection_too() {
    engines!(all, "each engine reports a failed download differently");
    let glue = bundle::program_path().replace("_bg.wasm", ".js");
    for path in [bundle::program_path(), glue, bundle::boot_path()] {
        for (fault, is_of_site) in [(Fault::Status(404), true), (Fault::Status(503), false)] {
            let visitor = phone().without_service_worker().start();
            visitor.server().set_fault(&path, fault);
            visitor.expect_console("");
            visitor.open("/");
            if is_of_site {
                expect_fault_of_site(&visitor);
            } else {
                expect_lost_connection(&visitor);
            }
            visitor.finish();
        }
    }
}

#[test]
fn a_policy_that_forbids_the_program_is_not_told_as_a_lost_connection() {
    engines!(Chromium | Firefox, "WebKit reports no violation of the policy when it forbids the program");
    let visitor = phone().without_service_worker().start();
    let policy = visitor.server().policy().unwrap().replace(" 'wasm-unsafe-eval'", "");
    visitor.server().set_header("content-security-policy", &policy).unwrap();
    visitor.expect_console("Flexkompas did not start");
    visitor.expect_console("eval");
    visitor.open("/");
    expect_fault_of_site(&visitor);
    visitor.finish();
}
