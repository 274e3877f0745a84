//! `/embed.html`: the page on which a site owner makes the snippet, and sees it.

use flexkompas_browser_tests::wishes::{LAPTOP, NARROW};
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;

use crate::embed_script::NO_SHARING;

#[track_caller]
fn opens(visitor: &Visitor, address: &str) {
    visitor.expects_in_console_of_chromium(NO_SHARING);
    visitor.opens(address);
    visitor.waits_until("the snippet", || !snippet(visitor).is_empty());
}

#[track_caller]
fn snippet(visitor: &Visitor) -> String {
    visitor.typed_in("snippet")
}

#[track_caller]
fn picks(visitor: &Visitor, name: &str, value: &str) {
    visitor.clicks(&format!("label:has(> input[name=\"{name}\"][value=\"{value}\"])"));
}

/// The address of the frame in the preview, once it is there.
#[track_caller]
fn previewed(visitor: &Visitor) -> String {
    visitor.waits_until("a frame", || visitor.count("#preview iframe") == 1);
    visitor.value("#preview iframe", "src").unwrap()
}

#[test]
fn the_lines_follow_the_choices_and_the_preview_is_made_of_them() {
    engines!(Chromium, "the script of the page makes the lines, in every engine alike");
    let visitor = phone().sized(LAPTOP).visitor();
    opens(&visitor, "/embed.html");
    let own = visitor.server().url();
    assert_eq!(
        snippet(&visitor),
        format!(
            "<script src=\"{own}embed.js\" data-flexkompas data-lang=\"nl\" data-title=\"Flexkompas\" async></script>"
        )
    );
    assert_eq!(previewed(&visitor), format!("{own}?lang=nl"));

    picks(&visitor, "lang", "en");
    picks(&visitor, "set", "full");
    visitor.types("accent", "ffdc00");
    visitor.sees("Op een lichte pagina #786700: contrast");
    visitor.sees("donkerder gemaakt om leesbaar te zijn");
    picks(&visitor, "way", "element");
    visitor.clicks(".tick");
    assert_eq!(
        snippet(&visitor),
        format!(
            "<script src=\"{own}embed.js\" async></script>\n<flex-kompas lang=\"en\" set=\"full\" accent=\"ffdc00\" \
             title=\"Flexkompas\" sandbox=\"allow-scripts\"></flex-kompas>"
        )
    );
    assert_eq!(previewed(&visitor), format!("{own}en/?lang=en&set=full&accent=ffdc00"));
    visitor.sees_hooks("#preview iframe", &[("sandbox", Some("allow-scripts"))]);
    visitor.clicks(".tick");

    picks(&visitor, "way", "frame");
    let lines = snippet(&visitor);
    for part in [
        &format!("<iframe src=\"{own}en/?lang=en&amp;set=full&amp;accent=ffdc00\" title=\"Flexkompas\""),
        " height=\"700\"",
        " referrerpolicy=\"strict-origin\"",
    ] {
        assert!(lines.contains(part), "{part} in {lines}");
    }
    visitor.waits_until("a plain frame", || visitor.count("#preview > iframe[height=\"700\"]") == 1);
    visitor.leaves();
}

#[test]
fn the_frame_of_the_preview_runs_and_follows_the_width_that_is_looked_at() {
    engines!(all, "frames are laid out by the engine");
    let visitor = phone().sized(LAPTOP).visitor();
    opens(&visitor, "/embed.html");
    let look = "const frame = document.querySelector('#preview iframe'); return [frame.offsetWidth, frame.style.height]";
    previewed(&visitor);
    visitor.script("document.getElementById('preview').scrollIntoView()", []);
    visitor.waits_until("its height", || visitor.script(look, [])[1] != json!("640px"));
    let phone = visitor.script(look, []);
    assert_eq!(phone[0], json!(360));
    picks(&visitor, "width", "desktop");
    visitor.waits_until("another height", || visitor.script(look, [])[1] != phone[1]);
    assert_eq!(visitor.script(look, [])[0], json!(1000));
    visitor.leaves();
}

#[test]
fn the_block_holds_what_is_right_and_says_what_is_not() {
    engines!(Chromium, "the script of the page makes the lines, in every engine alike");
    let visitor = phone().sized(LAPTOP).visitor();
    opens(&visitor, "/embed.html?lang=en");
    visitor.clicks("summary");
    visitor.types("brand", "Compass </script>");
    visitor.types("contact", "hr@example.org");
    visitor.types("results", "https://intranet.example.org/");
    visitor.sees("Begins with https:// or mailto:");
    visitor.sees("without / at the end");
    let block = visitor.typed_in("block");
    assert_eq!(
        block,
        "<script type=\"application/json\" id=\"flexkompas-config\">\n{\n  \"title\": \"Compass \\u003c/script>\"\n}\n</script>"
    );
    visitor.script("for (const id of ['contact', 'results']) document.getElementById(id).value = ''", []);
    visitor.types("contact", "mailto:hr@example.org");
    visitor.types("results", "https://intranet.example.org");
    let block = visitor.typed_in("block");
    assert!(block.contains("\"contact\": \"mailto:hr@example.org\""), "{block}");
    assert!(block.contains("\"results\": [\n    \"https://intranet.example.org\"\n  ]"), "{block}");
    assert!(!visitor.is_visible(".wrong"));
    visitor.leaves();
}

#[test]
fn what_is_no_colour_is_told_and_left_out() {
    engines!(Chromium, "the script of the page makes the lines, in every engine alike");
    let visitor = phone().visitor();
    opens(&visitor, "/embed.html?lang=en");
    visitor.types("accent", "teal");
    visitor.sees("This is no colour such as 0b6e69.");
    assert!(!snippet(&visitor).contains("accent"));
    visitor.leaves();
}

#[test]
fn the_lines_are_copied_or_selected_to_copy_by_hand() {
    engines!(all, "clipboard and selection are the engine's own");
    let refuses = "if (window.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))";
    let accepts = "if (window.Clipboard) Clipboard.prototype.writeText = text => { window.copied = text; return Promise.resolve() }";
    let visitor = phone().with_script(refuses).visitor();
    opens(&visitor, "/embed.html");
    visitor.clicks("[data-copy=snippet]");
    visitor.sees("Kopiëren lukt hier niet.");
    visitor.sees_focus_on("#snippet");
    let selected = "const { selectionStart, selectionEnd, value } = document.getElementById('snippet');
        return value.slice(selectionStart, selectionEnd)";
    assert_eq!(visitor.script(selected, []), json!(snippet(&visitor)));
    visitor.leaves();

    let visitor = phone().with_script(accepts).visitor();
    opens(&visitor, "/embed.html");
    visitor.clicks("[data-copy=snippet]");
    visitor.sees("Gekopieerd.");
    assert_eq!(visitor.script("return window.copied", []), json!(snippet(&visitor)));
    visitor.leaves();
}

#[test]
fn nothing_bars_anybody_in_either_language_or_scheme_and_320_pixels_are_enough() {
    engines!(all, "what fits in 320 pixels is up to the engine's layout");
    for dark in [false, true] {
        let visitor = phone().sized(NARROW).dark(dark).visitor();
        opens(&visitor, "/embed.html");
        visitor.clicks("summary");
        for language in ["nl", "en"] {
            visitor.clicks(&format!("[data-language={language}]"));
            assert_eq!(visitor.language(), language);
            assert!(visitor.title().starts_with("Flexkompas "), "{}", visitor.title());
            assert_eq!(visitor.barriers(), [""; 0]);
            // Where a scrollbar takes its room, the page is narrower than the window.
            let fits = "return innerWidth === 320 && document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(visitor.script(fits, []), json!(true));
        }
        visitor.leaves();
    }
}
