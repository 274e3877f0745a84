//! Browsers that keep nothing: the scan works all the same and tells the truth.

use flexkompas_browser_tests::{Visitor, engines, phone};

use crate::sample;

/// The scan works up to the result, and nobody is promised that anything is kept.
#[track_caller]
pub(crate) fn works_and_keeps_nothing(visitor: &Visitor) {
    visitor.sees_statement(1, 10);
    visitor.sees_value("[data-saving]", "data-saving", Some("not-kept"));
    visitor.sees_word("saving-blocked");
    sample::answers_all(visitor);
    sample::places_ambition(visitor);
    sample::sees_the_result(visitor);
    visitor.sees_value("[data-saving]", "data-saving", Some("not-kept"));
    visitor.sees_word("saving-blocked");
}

#[test]
fn a_browser_that_blocks_all_site_data_can_do_the_scan() {
    engines!(all, "how storage is refused is up to the engine");
    let visitor = phone().without_site_data().visitor();
    visitor.opens("/");
    works_and_keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn a_browser_in_which_the_mention_of_storage_throws_can_do_the_scan() {
    engines!(all, "how storage is refused is up to the engine");
    let throws = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    let visitor = phone().with_script(throws).visitor();
    visitor.opens("/");
    works_and_keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn erasing_works_where_nothing_is_kept() {
    engines!(all, "how storage is refused is up to the engine");
    let visitor = phone().without_site_data().visitor();
    visitor.opens("/");
    sample::answers_until(&visitor, 2);
    visitor.sees_statement(3, 10);
    visitor.presses("erase");
    visitor.presses("confirm-erase");
    visitor.sees_statement(1, 10);
    assert_eq!(visitor.chosen("richting-betekenis"), None);
    visitor.sees_word("saving-blocked");
    visitor.leaves();
}
