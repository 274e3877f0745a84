//! `/embed.html`: the page where a site owner creates and previews the snippet.

use flexkompas_browser_tests::options::{LAPTOP, NARROW};
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::embed::script::NO_SHARING;

#[track_caller]
fn open_snippet_page(visitor: &Visitor, address: &str) {
    visitor.expect_console_in_chromium(NO_SHARING);
    visitor.open(address);
    visitor.wait_until("the snippet", || !snippet(visitor).is_empty());
}

#[track_caller]
fn snippet(visitor: &Visitor) -> String {
    visitor.field_value("snippet")
}

#[track_caller]
fn pick(visitor: &Visitor, name: &str, value: &str) {
    visitor.click(&format!("label:has(> input[name=\"{name}\"][value=\"{value}\"])"));
}

/// The address of the iframe in the preview, once it is there.
#[track_caller]
fn preview_address(visitor: &Visitor) -> String {
    visitor.wait_until("a frame", || visitor.count("#preview iframe") == 1);
    visitor.attribute("#preview iframe", "src").unwrap()
}

#[test]
fn the_snippet_and_preview_follow_the_choices() {
    engines!(Chromium, "the script of the page writes the snippet, and behaves the same in every engine");
    let visitor = phone().with_size(LAPTOP).start();
    open_snippet_page(&visitor, "/embed.html");
    let own = visitor.server().url();
    assert_eq!(
        snippet(&visitor),
        format!(
            "<script src=\"{own}embed.js\" data-flexkompas data-lang=\"nl\" data-title=\"Flexkompas\" async></script>"
        )
    );
    assert_eq!(preview_address(&visitor), format!("{own}?lang=nl"));

    pick(&visitor, "lang", "en");
    pick(&visitor, "set", "full");
    visitor.type_into("accent", "ffdc00");
    visitor.expect_text("Op een lichte pagina #786700: contrast");
    visitor.expect_text("donkerder gemaakt om leesbaar te zijn");
    pick(&visitor, "way", "element");
    visitor.click(".tick");
    assert_eq!(
        snippet(&visitor),
        format!(
            "<script src=\"{own}embed.js\" async></script>\n<flex-kompas lang=\"en\" set=\"full\" accent=\"ffdc00\" \
             title=\"Flexkompas\" sandbox=\"allow-scripts\"></flex-kompas>"
        )
    );
    assert_eq!(preview_address(&visitor), format!("{own}en/?lang=en&set=full&accent=ffdc00"));
    visitor.expect_attributes("#preview iframe", &[("sandbox", Some("allow-scripts"))]);
    visitor.click(".tick");

    pick(&visitor, "way", "frame");
    let lines = snippet(&visitor);
    for part in [
        &format!("<iframe src=\"{own}en/?lang=en&amp;set=full&amp;accent=ffdc00\" title=\"Flexkompas\""),
        " height=\"700\"",
        " referrerpolicy=\"strict-origin\"",
    ] {
        assert!(lines.contains(part), "{part} in {lines}");
    }
    visitor.wait_until("a plain frame", || visitor.count("#preview > iframe[height=\"700\"]") == 1);
    visitor.finish();
}

#[test]
fn the_appearance_is_part_of_every_snippet_and_of_the_preview() {
    engines!(Chromium, "the script of the page writes the snippet, and behaves the same in every engine");
    let visitor = phone().with_size(LAPTOP).start();
    open_snippet_page(&visitor, "/embed.html");
    pick(&visitor, "appearance", "dark");
    visitor.expect_text("Altijd donker");
    assert!(snippet(&visitor).contains(" data-appearance=\"dark\""), "{}", snippet(&visitor));
    let own = visitor.server().url();
    assert_eq!(preview_address(&visitor), format!("{own}?lang=nl&appearance=dark"));
    pick(&visitor, "way", "element");
    assert!(
        snippet(&visitor).contains("<flex-kompas lang=\"nl\" appearance=\"dark\""),
        "{}",
        snippet(&visitor)
    );
    pick(&visitor, "way", "frame");
    pick(&visitor, "appearance", "light");
    assert!(snippet(&visitor).contains("?lang=nl&amp;appearance=light\""), "{}", snippet(&visitor));
    pick(&visitor, "appearance", "");
    assert!(!snippet(&visitor).contains("appearance"), "{}", snippet(&visitor));
    visitor.click("[data-language=en]");
    visitor.expect_text("Light or dark?");
    visitor.finish();
}

#[test]
fn the_preview_runs_at_the_selected_width() {
    engines!(all, "the engine lays out iframes");
    let visitor = phone().with_size(LAPTOP).start();
    open_snippet_page(&visitor, "/embed.html");
    let look = "const frame = document.querySelector('#preview iframe'); return [frame.offsetWidth, frame.style.height]";
    preview_address(&visitor);
    visitor.execute("document.getElementById('preview').scrollIntoView()", []);
    visitor.wait_until("its height", || visitor.execute(look, [])[1] != json!("640px"));
    let phone = visitor.execute(look, []);
    assert_eq!(phone[0], json!(360));
    pick(&visitor, "width", "desktop");
    visitor.wait_until("another height", || visitor.execute(look, [])[1] != phone[1]);
    assert_eq!(visitor.execute(look, [])[0], json!(1000));
    visitor.finish();
}

#[test]
fn the_block_contains_valid_values_and_reports_others() {
    engines!(Chromium, "the script of the page writes the snippet, and behaves the same in every engine");
    let visitor = phone().with_size(LAPTOP).start();
    open_snippet_page(&visitor, "/embed.html?lang=en");
    visitor.click("summary");
    visitor.type_into("brand", "Compass </script>");
    visitor.type_into("contact", "hr@example.org");
    visitor.type_into("results", "https://intranet.example.org/");
    visitor.expect_text("Begins with https:// or mailto:");
    visitor.expect_text("without a slash at the end");
    let block = visitor.field_value("block");
    assert_eq!(
        block,
        "<script type=\"application/json\" id=\"flexkompas-config\">\n{\n  \"title\": \"Compass \\u003c/script>\"\n}\n</script>"
    );
    visitor.execute("for (const id of ['contact', 'results']) document.getElementById(id).value = ''", []);
    visitor.type_into("contact", "mailto:hr@example.org");
    visitor.type_into("results", "https://intranet.example.org");
    let block = visitor.field_value("block");
    assert!(block.contains("\"contact\": \"mailto:hr@example.org\""), "{block}");
    assert!(block.contains("\"results\": [\n    \"https://intranet.example.org\"\n  ]"), "{block}");
    assert!(!visitor.is_visible(".wrong"));
    visitor.finish();
}

#[test]
fn an_invalid_colour_is_reported_and_omitted() {
    engines!(Chromium, "the script of the page writes the snippet, and behaves the same in every engine");
    let visitor = phone().start();
    open_snippet_page(&visitor, "/embed.html?lang=en");
    visitor.type_into("accent", "teal");
    visitor.expect_text("This is no colour such as 0b6e69.");
    assert!(!snippet(&visitor).contains("accent"));
    visitor.finish();
}

#[test]
fn the_snippet_is_copied_or_selected() {
    engines!(all, "clipboard and selection are part of the engine");
    let refuses = "if (window.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))";
    let accepts = "if (window.Clipboard) Clipboard.prototype.writeText = text => { window.copied = text; return Promise.resolve() }";
    let visitor = phone().with_init_script(refuses).start();
    open_snippet_page(&visitor, "/embed.html");
    visitor.click("[data-copy=snippet]");
    visitor.expect_text("Kopiëren lukt hier niet.");
    visitor.expect_focus("#snippet");
    let selected = "const { selectionStart, selectionEnd, value } = document.getElementById('snippet');
        return value.slice(selectionStart, selectionEnd)";
    assert_eq!(visitor.execute(selected, []), json!(snippet(&visitor)));
    visitor.finish();

    let visitor = phone().with_init_script(accepts).start();
    open_snippet_page(&visitor, "/embed.html");
    visitor.click("[data-copy=snippet]");
    visitor.expect_text("Gekopieerd.");
    assert_eq!(visitor.execute("return window.copied", []), json!(snippet(&visitor)));
    visitor.finish();
}

#[test]
fn the_page_is_accessible_and_fits_320_pixels() {
    engines!(all, "layout is part of the engine");
    for dark in [false, true] {
        let visitor = phone().with_size(NARROW).with_dark_theme(dark).start();
        open_snippet_page(&visitor, "/embed.html");
        visitor.click("summary");
        for language in ["nl", "en"] {
            visitor.click(&format!("[data-language={language}]"));
            assert_eq!(visitor.language(), language);
            assert!(visitor.title().starts_with("Flexkompas "), "{}", visitor.title());
            assert_eq!(visitor.axe_violations(), [""; 0]);
            // A classic scrollbar makes the page narrower than the window.
            let fits = "return innerWidth === 320 && document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(visitor.execute(fits, []), json!(true));
        }
        visitor.finish();
    }
}
