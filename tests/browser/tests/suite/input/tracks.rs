//! The tracks of the principles: dragged, tapped and moved with keys, vertical on a phone and horizontal on a laptop.

use flexkompas_browser_tests::Key::{Left, Right};
use flexkompas_browser_tests::{Marks, Pointer, SessionOptions, Visitor, engines, laptop, phone};

/// The four stops of the first principle, in order.
const STOPS: [&str; 4] = ["p1-personaliseren", "p1-modulair", "p1-segmenteren", "p1-standaardiseren"];

fn stop(mark: &str, at: usize) -> String {
    format!("label:has(> input[name=\"p1-wensen-{mark}\"][value=\"{}\"])", STOPS[at])
}

#[track_caller]
fn start_at_track(options: SessionOptions) -> Visitor {
    let visitor = options.start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.go_to_step("principles");
    visitor.expect_track("p1-wensen");
    visitor
}

/// Waits until the marks are at these stops.
#[track_caller]
fn expect_marks(visitor: &Visitor, now: Option<usize>, desired: Option<usize>) {
    let name = |at: Option<usize>| at.map(|at| STOPS[at].to_owned());
    let wanted = Marks { now: name(now), desired: name(desired) };
    visitor.wait_until(&format!("{wanted:?}"), || visitor.marks("p1-wensen") == wanted);
}

#[track_caller]
fn tap_and_drag_marks(options: SessionOptions, pointer: Pointer) {
    let visitor = start_at_track(options);
    expect_marks(&visitor, None, None);
    visitor.tap(pointer, &stop("now", 0));
    expect_marks(&visitor, Some(0), None);
    // To the other end and one stop back.
    visitor.drag(pointer, &stop("now", 0), &stop("now", 3));
    expect_marks(&visitor, Some(3), None);
    visitor.drag(pointer, &stop("now", 3), &stop("now", 2));
    expect_marks(&visitor, Some(2), None);
    // Moves the other mark to the same stop.
    visitor.tap(pointer, &stop("desired", 1));
    expect_marks(&visitor, Some(2), Some(1));
    visitor.drag(pointer, &stop("desired", 1), &stop("desired", 2));
    expect_marks(&visitor, Some(2), Some(2));
    visitor.expect_ui_text("reading-stay");
    // A drag that leaves the lane still moves the mark along it.
    visitor.drag(pointer, &stop("desired", 2), &stop("now", 0));
    expect_marks(&visitor, Some(2), Some(0));
    visitor.finish();
}

#[test]
fn a_mouse_moves_marks_on_a_vertical_track() {
    engines!(all, "the engine handles pointers, touch and keys");
    tap_and_drag_marks(phone(), Pointer::Mouse);
}

#[test]
fn a_mouse_moves_marks_on_a_horizontal_track() {
    engines!(all, "the engine handles pointers, touch and keys");
    tap_and_drag_marks(laptop(), Pointer::Mouse);
}

#[test]
fn touch_moves_marks_on_a_vertical_track() {
    engines!(all, "the engine handles pointers, touch and keys");
    tap_and_drag_marks(phone(), Pointer::Touch);
}

#[test]
fn touch_moves_marks_on_a_horizontal_track() {
    engines!(all, "the engine handles pointers, touch and keys");
    tap_and_drag_marks(laptop(), Pointer::Touch);
}

#[test]
fn dragging_a_mark_does_not_scroll_the_page() {
    engines!(all, "the engine handles pointers, touch and keys");
    let visitor = start_at_track(phone());
    visitor.tap(Pointer::Touch, &stop("now", 3));
    expect_marks(&visitor, Some(3), None);
    visitor.scroll_into_view(&stop("now", 3), &stop("now", 0));
    let before = visitor.execute("return window.scrollY", []);
    visitor.drag(Pointer::Touch, &stop("now", 3), &stop("now", 0));
    expect_marks(&visitor, Some(0), None);
    assert_eq!(visitor.execute("return window.scrollY", []), before);
    visitor.finish();
}

#[test]
fn keys_continue_from_the_dragged_position() {
    engines!(all, "the engine handles pointers, touch and keys");
    for options in [phone(), laptop()] {
        let visitor = start_at_track(options);
        visitor.tap(Pointer::Mouse, &stop("now", 0));
        visitor.drag(Pointer::Mouse, &stop("now", 0), &stop("now", 1));
        expect_marks(&visitor, Some(1), None);
        visitor.press_key(Right);
        expect_marks(&visitor, Some(2), None);
        visitor.press_key(Left);
        visitor.press_key(Left);
        expect_marks(&visitor, Some(0), None);
        visitor.finish();
    }
}

#[test]
fn an_ambition_can_be_dragged() {
    engines!(all, "the engine handles pointers, touch and keys");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, 10);
    visitor.go_to_step("ambition");
    visitor.expect_screen("ambition");
    let phase = |n: u8| format!("label:has(> input[name=\"ambition-regie\"][value=\"{n}\"])");
    visitor.tap(Pointer::Touch, &phase(4));
    visitor.expect_chosen("ambition-regie", "4");
    visitor.drag(Pointer::Touch, &phase(4), &phase(2));
    visitor.expect_chosen("ambition-regie", "2");
    visitor.press("clear-ambition");
    visitor.wait_until("the ambition is gone", || visitor.chosen("ambition-regie").is_none());
    visitor.finish();
}

#[test]
fn a_swipe_up_that_begins_on_a_track_scrolls_and_moves_no_mark() {
    engines!(Chromium, "only Chromium's driver makes a page scroll with a finger");
    let visitor = start_at_track(phone().with_size((360, 640)));
    visitor.tap(Pointer::Touch, &stop("now", 1));
    expect_marks(&visitor, Some(1), None);
    let top = || visitor.execute("return scrollY", []).as_f64().unwrap();
    let before = {
        visitor.scroll_into_view(&stop("now", 3), &stop("now", 3));
        top()
    };
    visitor.swipe(&stop("now", 3), (4, -200));
    visitor.wait_until("the page scrolls", || top() > before + 50.0);
    expect_marks(&visitor, Some(1), None);

    visitor.go_to_step("ambition");
    visitor.expect_screen("ambition");
    let ambition = |phase: u8| format!("label:has(> input[name=\"ambition-regie\"][value=\"{phase}\"])");
    visitor.tap(Pointer::Touch, &ambition(4));
    visitor.expect_chosen("ambition-regie", "4");
    visitor.scroll_into_view(&ambition(1), &ambition(1));
    let before = top();
    visitor.swipe(&ambition(1), (4, -200));
    visitor.wait_until("the page scrolls", || top() > before + 50.0);
    visitor.expect_chosen("ambition-regie", "4");
    visitor.drag(Pointer::Touch, &ambition(4), &ambition(2));
    visitor.expect_chosen("ambition-regie", "2");
    visitor.finish();
}
