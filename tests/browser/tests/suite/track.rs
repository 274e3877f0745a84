//! The tracks of the principles: dragged, tapped and driven by keys, upright on a phone and level on a laptop.

use flexkompas_browser_tests::Key::{Left, Right};
use flexkompas_browser_tests::{Marks, Pointer, Visitor, Wishes, engines, laptop, phone};

/// The four stops of the first principle, in order.
const STOPS: [&str; 4] = ["p1-personaliseren", "p1-modulair", "p1-segmenteren", "p1-standaardiseren"];

fn stop(mark: &str, at: usize) -> String {
    format!("label:has(> input[name=\"p1-wensen-{mark}\"][value=\"{}\"])", STOPS[at])
}

#[track_caller]
fn comes_to_the_track(wishes: Wishes) -> Visitor {
    let visitor = wishes.visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.takes_step("principles");
    visitor.sees_track("p1-wensen");
    visitor
}

/// Waits until the marks stand there.
#[track_caller]
fn sees_marks(visitor: &Visitor, now: Option<usize>, desired: Option<usize>) {
    let name = |at: Option<usize>| at.map(|at| STOPS[at].to_owned());
    let wanted = Marks { now: name(now), desired: name(desired) };
    visitor.waits_until(&format!("{wanted:?}"), || visitor.marks("p1-wensen") == wanted);
}

#[track_caller]
fn marks_can_be_tapped_and_dragged(wishes: Wishes, pointer: Pointer) {
    let visitor = comes_to_the_track(wishes);
    sees_marks(&visitor, None, None);
    visitor.taps(pointer, &stop("now", 0));
    sees_marks(&visitor, Some(0), None);
    // Over the whole length and one back.
    visitor.drags(pointer, &stop("now", 0), &stop("now", 3));
    sees_marks(&visitor, Some(3), None);
    visitor.drags(pointer, &stop("now", 3), &stop("now", 2));
    sees_marks(&visitor, Some(2), None);
    // The other mark, onto the same stop.
    visitor.taps(pointer, &stop("desired", 1));
    sees_marks(&visitor, Some(2), Some(1));
    visitor.drags(pointer, &stop("desired", 1), &stop("desired", 2));
    sees_marks(&visitor, Some(2), Some(2));
    visitor.sees_word("reading-stay");
    // Away from the lane on the way, as a finger does: the mark follows along the lane.
    visitor.drags(pointer, &stop("desired", 2), &stop("now", 0));
    sees_marks(&visitor, Some(2), Some(0));
    visitor.leaves();
}

#[test]
fn a_mouse_taps_and_drags_marks_upright() {
    engines!(all, "pointers, touch and keys are handled by the engine");
    marks_can_be_tapped_and_dragged(phone(), Pointer::Mouse);
}

#[test]
fn a_mouse_taps_and_drags_marks_level() {
    engines!(all, "pointers, touch and keys are handled by the engine");
    marks_can_be_tapped_and_dragged(laptop(), Pointer::Mouse);
}

#[test]
fn a_finger_taps_and_drags_marks_upright() {
    engines!(all, "pointers, touch and keys are handled by the engine");
    marks_can_be_tapped_and_dragged(phone(), Pointer::Touch);
}

#[test]
fn a_finger_taps_and_drags_marks_level() {
    engines!(all, "pointers, touch and keys are handled by the engine");
    marks_can_be_tapped_and_dragged(laptop(), Pointer::Touch);
}

#[test]
fn the_page_stays_where_it_is_while_a_mark_is_dragged() {
    engines!(all, "pointers, touch and keys are handled by the engine");
    let visitor = comes_to_the_track(phone());
    visitor.taps(Pointer::Touch, &stop("now", 3));
    sees_marks(&visitor, Some(3), None);
    visitor.brings_in_sight(&stop("now", 3), &stop("now", 0));
    let before = visitor.script("return window.scrollY", []);
    visitor.drags(Pointer::Touch, &stop("now", 3), &stop("now", 0));
    sees_marks(&visitor, Some(0), None);
    assert_eq!(visitor.script("return window.scrollY", []), before);
    visitor.leaves();
}

#[test]
fn keys_go_on_where_dragging_ended() {
    engines!(all, "pointers, touch and keys are handled by the engine");
    for wishes in [phone(), laptop()] {
        let visitor = comes_to_the_track(wishes);
        visitor.taps(Pointer::Mouse, &stop("now", 0));
        visitor.drags(Pointer::Mouse, &stop("now", 0), &stop("now", 1));
        sees_marks(&visitor, Some(1), None);
        visitor.hits(Right);
        sees_marks(&visitor, Some(2), None);
        visitor.hits(Left);
        visitor.hits(Left);
        sees_marks(&visitor, Some(0), None);
        visitor.leaves();
    }
}

#[test]
fn an_ambition_can_be_dragged_too() {
    engines!(all, "pointers, touch and keys are handled by the engine");
    let visitor = phone().visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.takes_step("ambition");
    visitor.sees_screen("ambition");
    let phase = |n: u8| format!("label:has(> input[name=\"ambition-regie\"][value=\"{n}\"])");
    visitor.taps(Pointer::Touch, &phase(4));
    visitor.sees_chosen("ambition-regie", "4");
    visitor.drags(Pointer::Touch, &phase(4), &phase(2));
    visitor.sees_chosen("ambition-regie", "2");
    visitor.presses("clear-ambition");
    visitor.waits_until("the ambition is gone", || visitor.chosen("ambition-regie").is_none());
    visitor.leaves();
}
