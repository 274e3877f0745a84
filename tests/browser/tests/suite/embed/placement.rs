//! `embed.js` where a content management system puts it, and host rules that would break the iframe.

use flexkompas_browser_tests::host::Host;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use super::script::NO_SHARING;
use crate::support::sample::{self, ANSWERS};

#[track_caller]
fn start() -> Visitor {
    let visitor = phone().start();
    visitor.expect_console_in_chromium(NO_SHARING);
    visitor
}

fn script(visitor: &Visitor) -> String {
    format!("{}embed.js", visitor.server().url())
}

/// Expects the first statement in the only iframe, which is in the element with this id or begins the body.
#[track_caller]
fn expect_iframe(visitor: &Visitor, head: &str, body: &str, parent: Option<&str>) {
    let host = Host::with_body("");
    host.set_page(head, body);
    visitor.open_host(&host);
    visitor.wait_until("an iframe", || visitor.count("flex-kompas > iframe") == 1);
    let place = "const element = document.querySelector('flex-kompas');
        return element.parentElement.id || (element === document.body.firstElementChild ? 'first' : element.outerHTML)";
    assert_eq!(visitor.execute(place, []), json!(parent.unwrap_or("first")));
    visitor.enter_iframe();
    visitor.expect_statement(1, ANSWERS.len());
}

#[test]
fn it_works_as_a_module_in_the_head_and_where_a_tag_manager_injects_it() {
    engines!(all, "the order in which scripts run is part of the engine");
    let element = "<main id=here><flex-kompas lang=nl></flex-kompas></main>";
    for of_module in [true, false] {
        let visitor = start();
        let kind = if of_module { " type=module" } else { "" };
        let source = script(&visitor);
        let in_head = format!("<script{kind} src=\"{source}\"></script>");
        expect_iframe(&visitor, &in_head, element, Some("here"));
        visitor.finish();

        let visitor = start();
        let source = script(&visitor);
        let in_head = format!("<script{kind} src=\"{source}\" data-flexkompas data-lang=nl></script>");
        expect_iframe(&visitor, &in_head, "<p>Intranet</p>", None);
        visitor.finish();
    }
    let visitor = start();
    let inject = format!(
        "<main id=here><flex-kompas lang=nl></flex-kompas></main><script>addEventListener('load', () => {{
            document.head.append(Object.assign(document.createElement('script'), {{ src: '{}' }}));
        }})</script>",
        script(&visitor)
    );
    expect_iframe(&visitor, "", &inject, Some("here"));
    visitor.finish();
}

#[test]
fn inlined_or_joined_with_other_scripts_it_needs_the_folder_and_says_so() {
    engines!(Chromium, "the script decides; a console message reads the same everywhere");
    let visitor = start();
    let text = std::fs::read_to_string(flexkompas_browser_tests::bundle::folder().join("embed.js")).unwrap();
    let folder = visitor.server().url();
    let inlined = |attributes: &str| {
        format!("<main id=here><flex-kompas {attributes}></flex-kompas></main><script>{text}</script>")
    };
    expect_iframe(&visitor, "", &inlined(&format!("src=\"{folder}\"")), Some("here"));
    visitor.leave_iframe();
    visitor.expect_console("to the folder of Flexkompas");
    let host = Host::with_body(&inlined("lang=nl"));
    visitor.open_host(&host);
    assert_eq!(visitor.count("iframe"), 0);
    visitor.finish();
}

#[test]
fn a_script_without_an_element_says_what_to_do() {
    engines!(Chromium, "the script decides; a console message reads the same everywhere");
    let visitor = phone().start();
    visitor.expect_console("where it is to appear, or data-flexkompas on the script");
    let host = Host::with_body(&format!("<script src=\"{}\"></script>", script(&visitor)));
    visitor.open_host(&host);
    assert_eq!(visitor.count("iframe"), 0);
    visitor.finish();
}

#[test]
fn rules_of_the_host_for_every_iframe_leave_its_height_alone() {
    engines!(all, "the cascade is part of the engine");
    let visitor = start();
    let rules = "<style>iframe { height: auto !important; max-height: 200px !important; width: 50px !important }</style>";
    let element = format!(
        "<main id=here><flex-kompas lang=nl></flex-kompas></main><script src=\"{}\"></script>",
        script(&visitor)
    );
    expect_iframe(&visitor, rules, &element, Some("here"));
    visitor.leave_iframe();
    let look = "const { height, width } = document.querySelector('iframe').getBoundingClientRect(); return height > 400 && width > 200";
    visitor.wait_until("its own height", || visitor.execute(look, []) == json!(true));
    visitor.finish();
}

#[test]
fn a_dark_system_shows_a_light_iframe_where_the_site_wants_it() {
    engines!(Chromium, "only Chromium's driver can change the theme");
    for (attributes, colour) in [
        ("lang=nl appearance=light", "rgb(251, 250, 247)"),
        ("lang=nl", "rgb(15, 24, 25)"),
        ("lang=nl appearance=auto", "rgb(15, 24, 25)"),
    ] {
        let visitor = phone().with_dark_theme(true).start();
        visitor.expect_console_in_chromium(NO_SHARING);
        let element = format!(
            "<main id=here><flex-kompas {attributes}></flex-kompas></main><script src=\"{}\"></script>",
            script(&visitor)
        );
        expect_iframe(&visitor, "", &element, Some("here"));
        let ground = "return getComputedStyle(document.documentElement).backgroundColor";
        assert_eq!(visitor.execute(ground, []), json!(colour), "{attributes}");
        visitor.finish();
    }
}

#[test]
fn a_scan_in_an_iframe_adds_an_entry_of_the_history_for_each_part_alone() {
    engines!(
        Chromium | Firefox,
        "WebKit's driver does not scroll the host page to what it clicks in an iframe"
    );
    let visitor = start();
    let element = format!(
        "<main id=here><flex-kompas lang=nl></flex-kompas></main><script src=\"{}\"></script>",
        script(&visitor)
    );
    expect_iframe(&visitor, "", &element, Some("here"));
    let before = visitor.execute("return history.length", []).as_u64().unwrap();
    sample::answer_all(&visitor);
    visitor.expect_screen("ambition");
    let after = visitor.execute("return history.length", []).as_u64().unwrap();
    assert_eq!(after - before, 1, "one for the ambition, none for ten statements");
    visitor.finish();
}
