//! The tables notice every small change to a rule: a threshold that moves by one, another comparison, *and* for *or*,
//! and a comparison that is left out. So a tip cannot come to mean something else unseen.

use flexkompas::app::Msg;
use flexkompas::content::{Language, Library, Part};
use flexkompas::domain::{Ratio, Rule};
use flexkompas::json::{self, Value};

use super::case::{holds, record};
use super::firing::rows;
use crate::support::content::{served, start};
use crate::support::visitor::{Visitor, first_visit};

/// A comparison that always holds, in the place of one that is left out.
const ALWAYS: [&str; 3] = ["unknown.share", ">=", "0"];

/// Every small change to a rule.
#[track_caller]
fn changed(rule: &str) -> Vec<String> {
    let words: Vec<&str> = rule.split(' ').collect();
    let mut found = Vec::new();
    let mut add = |at: usize, with: &[&str]| {
        let mut words = words.clone();
        words.splice(at..at + with.len(), with.iter().copied());
        found.push(words.join(" "));
    };
    for (at, word) in words.iter().enumerate() {
        let others: &[&str] = match *word {
            "and" => &["or"],
            "or" => &["and"],
            "=" => &["!="],
            "<" => &["<=", ">="],
            "<=" => &["<", ">"],
            ">" => &[">=", "<="],
            ">=" => &[">", "<"],
            _ => continue,
        };
        for other in others {
            add(at, &[other]);
        }
        if matches!(*word, "and" | "or") {
            continue;
        }
        let (name, number) = (words[at - 1], words[at + 1]);
        let behind = &number[number.trim_end_matches(')').len()..];
        let number = number.trim_end_matches(')');
        for by in [-1, 1] {
            add(at + 1, &[&format!("{}{behind}", moved(number, by))]);
        }
        let before = &name[..name.len() - name.trim_start_matches('(').len()];
        add(at - 1, &[&format!("{before}{}", ALWAYS[0]), ALWAYS[1], &format!("{}{behind}", ALWAYS[2])]);
    }
    found
}

/// A number of a rule, one higher or lower: `2.5` becomes `3.5`, and `1/3` becomes `4/3`.
#[track_caller]
fn moved(number: &str, by: i32) -> String {
    let whole = |text: &str| text.parse::<i32>().unwrap();
    if let Some((over, under)) = number.split_once('/') {
        return format!("{}/{under}", whole(over) + by * whole(under));
    }
    match number.split_once('.') {
        Some((before, after)) => format!("{}.{after}", whole(before) + by),
        None => (whole(number) + by).to_string(),
    }
}

/// The field of an object of the program's own JSON.
#[track_caller]
fn field<'a>(value: &'a mut Value, key: &str) -> &'a mut Value {
    let Value::Object(fields) = value else { panic!("no object with {key}") };
    fields.iter_mut().find(|(name, _)| **name == *key).map(|(_, value)| value).unwrap()
}

/// Puts other rules in the place of those of some tips, by their place in the list.
#[track_caller]
fn with_rules(library: &Value, list: &str, rules: &[(usize, &str)]) -> Value {
    let mut library = library.clone();
    let Value::List(tips) = field(&mut library, list) else { panic!("no list {list}") };
    for (at, rule) in rules {
        *field(&mut tips[*at], "when") = Value::text(rule);
    }
    library
}

/// The tips that a visitor sees who loads one scan after another, with *all tips* on.
#[track_caller]
fn shown(visitor: &mut Visitor, line: &str) -> Vec<String> {
    visitor.send(Msg::ImportChosen(Ok(record(line))));
    if visitor.has_button("confirm-import") {
        visitor.press("confirm-import");
    }
    visitor.go("result");
    visitor.page().data_attrs("data-tip")
}

/// A tip with its place in its list, and every change to its rule that a content file may hold.
struct Changes {
    at: usize,
    tip: String,
    rules: Vec<String>,
}

#[track_caller]
fn changes_in(library: &Value, list: &str) -> Vec<Changes> {
    let set = start(Language::Dutch).set;
    let is_read = |at, rule: &str| Library::read(&with_rules(library, list, &[(at, rule)]), &set).is_ok();
    let tips = library.get(list).and_then(Value::as_list).unwrap().iter().enumerate();
    let of = |(at, tip): (usize, &Value)| {
        let text = |key: &str| tip.get(key).and_then(Value::as_text).unwrap().to_string();
        // The reader already refuses these.
        let rules = changed(&text("when")).into_iter().filter(|rule| is_read(at, rule)).collect();
        Changes { at, tip: text("id"), rules }
    };
    tips.map(of).collect()
}

/// Changes one thing in the rule of every tip of a list at a time, until every change was tried; each must make a row
/// of its tip fail. One changed content at a time serves all tips: no row looks at the tip of another.
#[track_caller]
fn every_change_is_noticed(list: &str, at_least: usize) {
    let library = json::parse(&served(Part::Library, Language::Dutch)).unwrap();
    let tips = changes_in(&library, list);
    let mut tried = 0;
    for round in 0.. {
        let of_round = tips.iter().filter_map(|tip| Some((tip, tip.rules.get(round)?)));
        let of_round: Vec<(&Changes, &String)> = of_round.collect();
        if of_round.is_empty() {
            break;
        }
        let rules: Vec<(usize, &str)> = of_round.iter().map(|(tip, rule)| (tip.at, rule.as_str())).collect();
        let replaced = (Part::Library, with_rules(&library, list, &rules).to_string());
        let mut visitor = Visitor::enter_where_replaced(first_visit(), &[replaced]);
        visitor.send(Msg::AllTipsToggled);
        for (changes, rule) in of_round {
            let mut of_tip = rows().filter(|(tip, _, _)| *tip == changes.tip);
            let noticed = of_tip.any(|row| !holds(row, |line| shown(&mut visitor, line)));
            assert!(noticed, "{}: no row notices `{rule}`", changes.tip);
            tried += 1;
        }
    }
    assert!(tried >= at_least, "only {tried} changes were tried");
}

#[test]
fn every_small_change_to_a_rule_on_principles_makes_a_row_fail() {
    every_change_is_noticed("sliderTips", 200);
}

#[test]
fn every_small_change_to_a_rule_on_answers_makes_a_row_fail() {
    every_change_is_noticed("answerTips", 150);
}

#[test]
fn without_a_change_no_row_fails() {
    let mut visitor = Visitor::enter(first_visit());
    visitor.send(Msg::AllTipsToggled);
    for row in rows() {
        assert!(holds(row, |line| shown(&mut visitor, line)), "{row:?}");
    }
}

#[test]
fn a_rule_is_changed_in_every_small_way() {
    assert_eq!(
        changed("(a < 2 and b = 1/3)"),
        [
            "(a <= 2 and b = 1/3)",
            "(a >= 2 and b = 1/3)",
            "(a < 1 and b = 1/3)",
            "(a < 3 and b = 1/3)",
            "(unknown.share >= 0 and b = 1/3)",
            "(a < 2 or b = 1/3)",
            "(a < 2 and b != 1/3)",
            "(a < 2 and b = -2/3)",
            "(a < 2 and b = 4/3)",
            "(a < 2 and unknown.share >= 0)",
        ]
    );
    assert!(changed("group").is_empty());
    let always = Rule::parse(&ALWAYS.join(" "), &|_| None).unwrap();
    assert!(always.holds(&|_| Some(Ratio::whole(0))));
}
