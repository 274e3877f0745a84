//! A newer release comes while somebody is at work: nothing changes under their hands, and nothing is lost.

use std::path::Path;

use flexkompas_browser_tests::release::Release;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::json;
use xtask_build::server::Fault;

use crate::sample::{self, KEY};

/// The word of the user interface that says something else in the next release.
const WORD: &str = "overview";
const TEXT: &str = "In het echt";

/// Somebody in the middle of a scan in the release that lies in this folder.
#[track_caller]
fn is_at_work(folder: &Path) -> Visitor {
    let visitor = phone().serving(folder).visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.waits_for_copy_in_use();
    sample::answers_until(&visitor, 3);
    visitor.sees_statement(4, 10);
    visitor
}

/// Waits until this release is kept as a whole.
#[track_caller]
fn waits_until_kept(visitor: &Visitor, release: &Release) {
    let name = format!("flexkompas / {}", Release::name_of(release.folder()));
    visitor.waits_until("the next release on the device", || {
        visitor.copies().contains(&name) && visitor.roles_of_worker()["installing"].is_null()
    });
}

/// Answers the rest of the sample, places its ambition and sees its result.
#[track_caller]
fn does_the_rest(visitor: &Visitor) {
    for (at, (statement, answer)) in sample::ANSWERS.iter().enumerate().skip(3) {
        visitor.sees_statement(at + 1, 10);
        visitor.answers(statement, answer);
    }
    sample::places_ambition(visitor);
    sample::sees_the_result(visitor);
}

#[test]
fn it_is_told_and_who_wants_it_has_it_at_once_with_every_answer() {
    engines!(all, "service workers and their updates are the engine's own");
    let (served, next) = (Release::built(), Release::saying(WORD, TEXT));
    let visitor = is_at_work(served.folder());
    visitor.finds_deployed(&next);
    visitor.looks_up();
    visitor.sees_word("notice-release");
    assert_eq!(visitor.barriers(), [""; 0]);
    assert!(!visitor.visible_text().contains(TEXT));
    visitor.chooses("kaders-bereik", "3");
    let stored = visitor.stored();

    visitor.presses("use-release");
    visitor.sees(TEXT);
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    visitor.sees_statement(4, 10);
    visitor.sees_chosen("kaders-bereik", "3");
    assert_eq!(visitor.stored(), stored);
    visitor.waits_until("the old notice is gone", || !visitor.is_visible("[data-notice]"));
    does_the_rest(&visitor);

    visitor.goes_elsewhere();
    visitor.server().switch_off();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.release(), Release::name_of(next.folder()), "its copy is the one in use");
    visitor.leaves();
}

#[test]
fn who_does_not_want_it_goes_on_in_the_old_one_although_its_files_are_gone() {
    engines!(all, "service workers and their updates are the engine's own");
    let (served, next) = (Release::built(), Release::saying(WORD, TEXT));
    let before = Release::name_of(served.folder());
    let visitor = is_at_work(served.folder());
    visitor.finds_deployed(&next);
    visitor.looks_up();
    visitor.sees_word("notice-release");
    visitor.presses("close");
    does_the_rest(&visitor);
    assert_eq!(visitor.count("[data-notice]"), 0, "it is told once");
    visitor.presses("modules");
    visitor.sees_titled("modules", &visitor.word("modules-title"));
    visitor.presses("language-en");
    visitor.waits_until("the page is English", || visitor.language() == "en");
    visitor.presses("language-nl");
    visitor.waits_until("the page is Dutch", || visitor.language() == "nl");
    assert_eq!(visitor.release(), before);
    assert_eq!(visitor.roles_of_worker()["waiting"], json!("installed"), "it waits all the while");

    // The next visit has it, and needs nobody to say so.
    let stored = visitor.stored();
    visitor.goes_elsewhere();
    visitor.opens("/");
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    visitor.sees_titled("start", &visitor.word("resume-title"));
    assert_eq!(visitor.stored(), stored);
    visitor.presses("continue");
    sample::sees_the_result(&visitor);
    visitor.leaves();
}

#[test]
fn a_reload_in_the_middle_brings_it_without_being_told_of_it_again() {
    engines!(all, "service workers and their updates are the engine's own");
    let (served, next) = (Release::built(), Release::saying(WORD, TEXT));
    let visitor = is_at_work(served.folder());
    visitor.finds_deployed(&next);
    visitor.reloads();
    visitor.sees(TEXT);
    visitor.sees_statement(4, 10);
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    waits_until_kept(&visitor, &next);
    visitor.comes_to_rest();
    assert_eq!(visitor.count("[data-notice]"), 0);
    does_the_rest(&visitor);
    visitor.leaves();
}

#[test]
fn a_link_from_the_old_one_opens_in_the_new_one() {
    engines!(all, "service workers and their updates are the engine's own");
    let (served, next) = (Release::built(), Release::saying(WORD, TEXT));
    let visitor = phone().serving(served.folder()).visitor();
    sample::comes_back_to_the_result(&visitor, "/");
    let hooks = sample::hooks_of_the_result(&visitor);
    visitor.presses("share");
    visitor.sees_screen("share");
    let link = visitor.typed_in("share-link");
    visitor.waits_for_copy();
    visitor.finds_deployed(&next);
    visitor.goes_elsewhere();
    visitor.opens(&format!("/#{}", link.split_once('#').unwrap().1));
    visitor.sees_screen("shared");
    assert_eq!(visitor.release(), Release::name_of(next.folder()));
    assert_eq!(sample::hooks_of_the_result(&visitor), hooks);
    visitor.presses("start-own");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.leaves();
}

#[test]
fn of_all_releases_the_last_two_are_kept() {
    engines!(all, "service workers and their updates are the engine's own");
    let served = Release::built();
    let mut names = vec![Release::name_of(served.folder())];
    let visitor = phone().serving(served.folder()).visitor();
    visitor.opens("/");
    visitor.sees_statement(1, 10);
    visitor.waits_for_copy();
    for text in ["Eén", "Twee"] {
        let next = Release::saying(WORD, text);
        names.push(Release::name_of(next.folder()));
        visitor.finds_deployed(&next);
        visitor.looks_up();
        visitor.sees_word("notice-release");
        visitor.presses("use-release");
        visitor.waits_until("the next release", || visitor.release() == *names.last().unwrap());
        visitor.sees_statement(1, 10);
    }
    let last_two = [format!("flexkompas / {}", names[1]), format!("flexkompas / {}", names[2])];
    visitor.waits_until("the oldest is gone", || visitor.copies() == last_two);
    visitor.leaves();
}

#[test]
fn one_that_cannot_be_had_as_a_whole_changes_nothing() {
    engines!(all, "service workers and their updates are the engine's own");
    let (served, next) = (Release::built(), Release::saying(WORD, TEXT));
    let before = Release::name_of(served.folder());
    let visitor = is_at_work(served.folder());
    let missing = "/en/manifest.webmanifest";
    visitor.server().set_fault(missing, Fault::Status(404));
    visitor.server().clear_requests();
    visitor.finds_deployed(&next);
    visitor.looks_up();
    visitor.waits_until("the missing file", || visitor.asked_for().contains(&missing.to_owned()));
    let in_use = format!("flexkompas / {before}");
    visitor.waits_until("the end of the attempt", || {
        visitor.roles_of_worker()["installing"].is_null() && visitor.copies() == [in_use.as_str()]
    });
    assert_eq!(visitor.count("[data-notice]"), 0);
    visitor.server().switch_off();
    does_the_rest(&visitor);
    visitor.goes_elsewhere();
    visitor.opens("/");
    assert_eq!(visitor.release(), before);
    if !visitor.has_log() {
        visitor.expects_in_console(missing);
    }
    visitor.leaves();
}

#[test]
fn one_that_is_only_half_uploaded_is_not_kept() {
    engines!(all, "service workers and their updates are the engine's own");
    let (served, next) = (Release::built(), Release::saying(WORD, TEXT));
    let visitor = is_at_work(served.folder());
    // Its files are there, its pages are not yet.
    let pages = ["index.html", "en/index.html"];
    let old = pages.map(|page| std::fs::read(served.folder().join(page)).unwrap());
    visitor.finds_deployed(&next);
    for (page, old) in pages.iter().zip(&old) {
        std::fs::write(served.folder().join(page), old).unwrap();
        for packed in ["br", "gz"] {
            std::fs::remove_file(served.folder().join(format!("{page}.{packed}"))).unwrap();
        }
    }
    visitor.server().clear_requests();
    visitor.looks_up();
    visitor.waits_until("the attempt", || visitor.asked_for().contains(&"/en/".to_owned()));
    visitor.waits_until("its end", || {
        visitor.roles_of_worker()["installing"].is_null() && visitor.copies().len() == 1
    });
    assert!(visitor.roles_of_worker()["waiting"].is_null());

    visitor.finds_deployed(&next);
    visitor.looks_up();
    visitor.sees_word("notice-release");
    visitor.leaves();
}

#[test]
fn the_kill_switch_takes_the_copy_away_and_leaves_answers_page_and_others_alone() {
    engines!(all, "service workers and their updates are the engine's own");
    let served = Release::built();
    let visitor = is_at_work(served.folder());
    let others = ["other-product v7", "flexkompas /elsewhere/ 0123abcd"];
    let keep = "const done = arguments[arguments.length - 1]; caches.open(arguments[0]).then(() => done())";
    for other in others {
        visitor.script_to_the_end(keep, [json!(other)]);
    }
    let stored = visitor.stored();
    visitor.script("window.isTheSamePage = true", []);

    for packed in ["", ".br", ".gz"] {
        let from = served.folder().join(format!("kill-switch/sw.js{packed}"));
        std::fs::copy(from, served.folder().join(format!("sw.js{packed}"))).unwrap();
    }
    visitor.looks_up();
    visitor.waits_until("the copy is gone", || visitor.copies() == others);
    assert_eq!(visitor.script("return window.isTheSamePage", []), json!(true), "nothing was reloaded");
    assert_eq!(visitor.count("[data-notice]"), 0);
    assert_eq!(visitor.stored(), stored);
    does_the_rest(&visitor);

    visitor.goes_elsewhere();
    visitor.server().clear_requests();
    visitor.opens("/");
    visitor.sees_titled("start", &visitor.word("resume-title"));
    visitor.waits_until("there is no worker", || visitor.roles_of_worker().is_null());
    assert!(visitor.stored_text(KEY).is_some());
    assert_eq!(visitor.copies(), others);
    visitor.leaves();
}
