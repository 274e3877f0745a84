//! Inside a page of another site, as most visitors meet the product.

use flexkompas_browser_tests::{engines, phone};

use crate::sample;
use crate::storage_blocked::works_and_keeps_nothing;

#[test]
fn the_strictest_sandbox_that_runs_scripts_is_enough_for_the_scan() {
    engines!(all, "what a frame may do and keep is up to the engine");
    let visitor = phone().visitor();
    let _host = visitor.opens_in_frame(Some("allow-scripts"));
    works_and_keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn a_page_that_has_no_origin_itself_can_show_the_scan() {
    engines!(all, "what a frame may do and keep is up to the engine");
    let visitor = phone().visitor();
    let _host = visitor.opens_in_page_without_origin();
    works_and_keeps_nothing(&visitor);
    visitor.leaves();
}

#[test]
fn a_frame_of_another_site_keeps_answers_for_that_site_alone_and_says_so() {
    engines!(all, "what a frame may do and keep is up to the engine");
    let visitor = phone().visitor();
    let host = visitor.opens_in_frame(None);
    visitor.sees_statement(1, 10);
    visitor.sees_word("saving-for-site");
    visitor.sees_value("[data-saving]", "data-saving", Some("kept"));
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);

    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.sees_word("saving-kept");
    visitor.comes_back_to(&host);
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.presses("continue");
    visitor.sees_statement(4, 10);
    visitor.leaves();
}
