//! A page that the browser translates: translators replace text nodes, and what changes must change all the same.

use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, ANSWERS};

/// Does what Google Translate and others do to every text on the page.
const TRANSLATE: &str =
    "const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found.filter(text => text.data.trim())) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
    }";

#[track_caller]
fn texts_of(visitor: &Visitor, selector: &str) -> Value {
    visitor.execute(
        "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
        [json!(selector)],
    )
}

/// Does the same on a page as it is and on one that was translated, and expects the same words.
#[track_caller]
fn expect_same_words(parts: &[&str], act: impl Fn(&Visitor)) {
    let words = [false, true].map(|translated| {
        let visitor = phone().start();
        sample::resume_with(&visitor, "/", &[sample::record()]);
        visitor.press("continue");
        visitor.expect_screen("result");
        visitor.execute("window.print = () => {}", []);
        visitor.press("export-json");
        drop(visitor.wait_for_json_download());
        visitor.expect_ui_text("notice-exported");
        if translated {
            visitor.execute(TRANSLATE, []);
        }
        act(&visitor);
        let words: Vec<Value> = parts.iter().map(|part| texts_of(&visitor, part)).collect();
        visitor.finish();
        words
    });
    assert_eq!(words[0], words[1]);
}

#[test]
fn progress_saving_and_hints_are_true_on_a_translated_page() {
    engines!(all, "replacing text nodes is part of the engine");
    let words = [false, true].map(|translated| {
        let visitor = phone().start();
        visitor.open("/");
        visitor.expect_statement(1, 10);
        if translated {
            visitor.execute(TRANSLATE, []);
        }
        visitor.press_next();
        visitor.wait_until("the hint", || visitor.count(".primary-action__hint > *") > 0);
        let hint = texts_of(&visitor, ".primary-action__hint");
        visitor.choose(ANSWERS[0].0, "2");
        let done = texts_of(&visitor, ".step__done");
        visitor.press_next();
        visitor.expect_statement(2, 10);
        let rest = texts_of(&visitor, ".saving__text, [data-progress], [data-status]");
        visitor.finish();
        json!([hint, done, rest])
    });
    assert_eq!(words[0], words[1]);
    assert!(words[1].to_string().contains("1 van 10"), "{}", words[1]);
}

#[test]
fn the_result_changes_on_a_translated_page_as_on_any_other() {
    engines!(Chromium, "the program paints");
    expect_same_words(&["main", ".notice__text", "header"], |visitor| {
        // One notice takes the place of another.
        visitor.press("print");
        visitor.expect_ui_text("notice-print-failed");
        visitor.press("language-en");
        visitor.wait_until("English", || visitor.language() == "en");
    });
}
