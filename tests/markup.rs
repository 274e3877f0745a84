//! The markup of every screen, rendered without a browser: what assistive technology, hosts and scripts rely on.
//!
//! Runs with `cargo test --features ssr`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

mod support;

use flexkompas::app::view::View;
use flexkompas::content::Language;
use flexkompas::ui::markup;
use scraper::{ElementRef, Html, Selector};
use support::routes::ROUTES;
use support::visitor::{Visitor, visitor_in};

/// The page as a document.
fn paint(view: View) -> Html {
    Html::parse_document(&pollster::block_on(markup(view)))
}

#[track_caller]
fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn inside(element: ElementRef, tag: &str) -> bool {
    element.ancestors().filter_map(ElementRef::wrap).any(|parent| parent.value().name() == tag)
}

/// Every screen in both languages, after a whole quick scan with an ambition and a mark.
fn screens() -> Vec<(String, Html)> {
    let mut screens = Vec::new();
    for language in Language::ALL {
        let mut visitor = visitor_in(language);
        screens.push((format!("fresh start {}", language.code()), paint(visitor.view())));
        let _hint = visitor.press("next");
        screens.push((format!("skip hint {}", language.code()), paint(visitor.view())));
        fill_in(&mut visitor);
        for (route, _) in ROUTES {
            let _effects = visitor.go(route);
            screens.push((format!("{route} {}", language.code()), paint(visitor.view())));
        }
        measure_again(&mut visitor);
        measure_again(&mut visitor);
        for route in ["history", "compare", "earlier/first"] {
            let _effects = visitor.go(route);
            screens.push((format!("{route}, three scans, {}", language.code()), paint(visitor.view())));
        }
        let _effects = visitor.go("share");
        let code = visitor.page().data_attr("data-code").unwrap();
        let _effects = visitor.go(&format!("shared/{code}"));
        screens.push((format!("shared {}", language.code()), paint(visitor.view())));
        let _effects = visitor.go("history");
        let _effects = visitor.press("remove-scan");
        screens.push((format!("removed, {}", language.code()), paint(visitor.view())));
        let _effects = visitor.press("erase");
        screens.push((format!("question {}", language.code()), paint(visitor.view())));
    }
    screens
}

/// Begins a new measurement with the answers of the present scan.
fn measure_again(visitor: &mut Visitor) {
    let _effects = visitor.go("history");
    let _effects = visitor.press("copy-scan");
}

fn fill_in(visitor: &mut Visitor) {
    visitor.answer_all("2");
    let _effects = visitor.go("ambition");
    let _effects = visitor.choose("ambition-leiderschap", "4");
    let _effects = visitor.go("principles");
    let _effects = visitor.choose("p1-wensen-now", "p1-standaardiseren");
    let _effects = visitor.choose("p1-wensen-desired", "p1-personaliseren");
}

#[test]
fn every_screen_has_one_first_heading_that_can_take_the_focus() {
    for (name, page) in screens() {
        let headings = all(&page, "h1");
        assert_eq!(headings.len(), 1, "{name}");
        assert_eq!(headings[0].attr("tabindex"), Some("-1"), "{name}");
        assert!(!words(headings[0]).is_empty(), "{name}");
    }
}

#[test]
fn every_screen_has_one_main_with_its_name_and_the_landmarks_around_it() {
    for (name, page) in screens() {
        assert_eq!(all(&page, "main[data-screen]").len(), 1, "{name}");
        for landmark in
            ["header", "nav[aria-label]", "footer", "a.skip-link[href='#main']", "[role=status][data-status]"]
        {
            assert_eq!(all(&page, landmark).len(), 1, "{name}: {landmark}");
        }
    }
}

#[test]
fn every_radio_and_checkbox_stands_in_a_label_with_words_and_in_a_named_group() {
    for (name, page) in screens() {
        for control in all(&page, "input[type=radio], input[type=checkbox]") {
            let label =
                control.ancestors().filter_map(ElementRef::wrap).find(|e| e.value().name() == "label");
            assert!(label.is_some_and(|label| !words(label).is_empty()), "{name}: {:?}", control.value());
            let in_lane = control.ancestors().filter_map(ElementRef::wrap).any(|e| {
                e.attr("role") == Some("radiogroup")
                    && e.attr("aria-label").is_some_and(|label| !label.is_empty())
            });
            assert!(in_lane || inside(control, "fieldset"), "{name}: {:?}", control.value());
        }
        for group in all(&page, "fieldset") {
            let legend = group.child_elements().next().filter(|first| first.value().name() == "legend");
            assert!(legend.is_some_and(|legend| !words(legend).is_empty()), "{name}");
        }
    }
}

#[test]
fn every_field_for_words_has_a_label_of_its_own() {
    for (name, page) in screens() {
        for field in all(&page, "textarea, input[type=text]") {
            let id = field.attr("id").unwrap();
            let labels = all(&page, &format!("label[for='{id}']"));
            assert!(labels.len() == 1 && !words(labels[0]).is_empty(), "{name}: {id}");
        }
        for file in all(&page, "input[type=file]") {
            assert!(inside(file, "label"), "{name}");
        }
    }
}

#[test]
fn every_reference_to_another_element_finds_it_and_no_id_stands_twice() {
    for (name, page) in screens() {
        let ids: Vec<&str> = all(&page, "[id]").iter().filter_map(|element| element.attr("id")).collect();
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{name}: {id}");
        }
        for attribute in ["aria-describedby", "aria-labelledby", "for"] {
            for element in all(&page, &format!("[{attribute}]")) {
                for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                    assert!(ids.contains(&id), "{name}: {attribute}={id}");
                }
            }
        }
    }
}

#[test]
fn every_button_says_what_it_does_and_carries_an_action() {
    for (name, page) in screens() {
        for button in all(&page, "button") {
            assert!(!words(button).is_empty(), "{name}");
            assert!(
                button.attr("data-action").is_some_and(|action| !action.is_empty()),
                "{name}: {}",
                words(button)
            );
            assert!(button.attr("type").is_some(), "{name}: {}", words(button));
        }
        for summary in all(&page, "summary") {
            assert!(!words(summary).is_empty(), "{name}");
        }
    }
}

#[test]
fn buttons_of_one_screen_that_say_the_same_do_the_same_or_say_more() {
    for (name, page) in screens() {
        let buttons = all(&page, "main button");
        let mut said: Vec<(String, String)> = Vec::new();
        for button in buttons {
            let (action, words) = (button.attr("data-action").unwrap().to_owned(), words(button));
            let doubled = said.iter().any(|(other, text)| *text == words && *other == action);
            let may_repeat = ["back", "export-json", "print", "next"].contains(&action.as_str());
            assert!(may_repeat || !doubled, "{name}: {words}");
            said.push((action, words));
        }
    }
}

#[test]
fn pictures_have_words_or_are_hidden_from_assistive_technology() {
    for (name, page) in screens() {
        for picture in all(&page, "svg") {
            let is_image = |element: &ElementRef| {
                element.attr("aria-hidden") == Some("true") || element.attr("role") == Some("img")
            };
            let around = picture.ancestors().filter_map(ElementRef::wrap);
            assert!(is_image(&picture) || around.into_iter().any(|element| is_image(&element)), "{name}");
        }
        for picture in all(&page, "[role=img]") {
            assert!(picture.attr("aria-label").is_some_and(|label| label.len() > 10), "{name}");
        }
    }
}

#[test]
fn no_element_has_a_style_of_its_own_or_an_inline_handler() {
    for (name, page) in screens() {
        for element in all(&page, "*") {
            let attributes: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
            assert!(!attributes.iter().any(|name| *name == "style" || name.starts_with("on")), "{name}");
        }
    }
}

#[test]
fn headings_never_skip_a_level_on_the_way_down() {
    for (name, page) in screens() {
        let mut level = 0;
        for heading in all(&page, ".page h1, .page h2, .page h3, .page h4") {
            let next: i32 = heading.value().name()[1..].parse().unwrap();
            assert!(next <= level + 1, "{name}: {}", words(heading));
            level = next;
        }
    }
}

#[test]
fn the_result_carries_its_hooks_and_a_table_beside_its_pictures() {
    let mut visitor = visitor_in(Language::Dutch);
    fill_in(&mut visitor);
    let _effects = visitor.go("result");
    let page = paint(visitor.view());
    let result = all(&page, "[data-result]")[0];
    for (data_attr, value) in
        [("data-score", "33"), ("data-phase", "2"), ("data-position", "2.00"), ("data-coverage", "100")]
    {
        assert_eq!(result.attr(data_attr), Some(value), "{data_attr}");
    }
    for (table, columns) in [("spectrum", 3), ("profile", 4), ("principles", 3)] {
        assert_eq!(all(&page, &format!("[data-table={table}] th[scope=col]")).len(), columns, "{table}");
    }
    assert_eq!(all(&page, "table tr[data-dimension] th[scope=row]").len(), 9);
    assert_eq!(all(&page, "tr[data-dimension=leiderschap][data-value='2.00'][data-ambition='4']").len(), 1);
    assert!(all(&page, "[data-tip]").len() >= 6);
}

#[test]
fn the_qr_code_is_drawn_as_bars_within_an_empty_border_of_four() {
    let mut visitor = visitor_in(Language::Dutch);
    fill_in(&mut visitor);
    let _effects = visitor.go("share");
    let mut expected = visitor.page().qr.unwrap().modules;
    let page = paint(visitor.view());
    let size = expected.len() + 8;
    assert_eq!(all(&page, "svg.qr")[0].attr("viewBox"), Some(&*format!("0 0 {size} {size}")));
    // Every bar is `M`, left, top, `h`, width, and back one lower.
    let path = all(&page, "svg.qr path")[0].attr("d").unwrap().to_owned();
    for bar in path.strip_prefix('M').unwrap().strip_suffix('z').unwrap().split("zM") {
        let (start, back) = bar.split_once("v1h-").unwrap();
        let (start, width) = start.split_once('h').unwrap();
        assert_eq!(width, back, "{bar}");
        let (left, top) = start.split_once(' ').unwrap();
        let [left, top, width] = [left, top, width].map(|number| number.parse::<usize>().unwrap());
        for module in &mut expected[top - 4][left - 4..left - 4 + width] {
            assert!(*module, "{bar} covers a light module or one that is drawn already");
            *module = false;
        }
    }
    assert!(!expected.concat().contains(&true), "a dark module is not drawn");
}

#[test]
fn statements_ambition_and_principles_are_native_radios_under_their_promised_names() {
    let mut visitor = visitor_in(Language::Dutch);
    let page = paint(visitor.view());
    let values: Vec<&str> = all(&page, "input[name='richting-betekenis']")
        .iter()
        .filter_map(|radio| radio.attr("value"))
        .collect();
    assert_eq!(values, ["1", "2", "3", "4", "unknown"]);
    fill_in(&mut visitor);
    let page = paint(visitor.view());
    assert_eq!(all(&page, "input[name='p1-wensen-now'][value='p1-standaardiseren'][checked]").len(), 1);
    assert_eq!(all(&page, "input[name='p1-wensen-desired'][value='p1-personaliseren'][checked]").len(), 1);
    let _effects = visitor.go("ambition");
    let page = paint(visitor.view());
    assert_eq!(all(&page, "input[name='ambition-leiderschap'][value='4'][checked]").len(), 1);
}
