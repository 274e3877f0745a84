//! A scan written as one line of settings, and the tips that its result shows.

use flexkompas::app::{Flags, Msg, Stored};
use flexkompas::content::Part;
use serde_json::{Value, json};

use crate::support::content::{QUESTION_SET, structure};
use crate::support::visitor::{Visitor, first_visit};

/// A tip, a scan for which it is shown, and changes to that scan for each of which it is not.
pub(crate) type Row = (&'static str, &'static str, &'static [&'static str]);

/// The record of a scan with these settings, of the full set; a later setting wins.
///
/// `all=3` answers every statement, `regie=2` all of a dimension, `regie-top=?` one statement; `ambition=2` and
/// `ambition-regie=4` place ambitions; `p1-wensen-desired=1` puts a mark on the first stop; `q-omg-cijfer=8` gives a
/// grade, `role=hr` a role. `?` is *weet ik niet*, `n` *niet van toepassing*, and `-` takes a value away.
#[track_caller]
pub(crate) fn record(line: &str) -> String {
    let mut record = json!({
        "format": "flexkompas", "version": 1, "id": "case", "questionSet": QUESTION_SET, "set": "full",
        "answers": {}, "ambition": {}, "principles": { "positions": {} }, "reflection": {},
    });
    for setting in line.split_whitespace() {
        let (name, value) = setting.split_once('=').unwrap();
        let is_known = set_aside(&mut record, name, value) || answer(&mut record, name, value);
        assert!(is_known, "there is no {name}");
    }
    record.to_string()
}

/// Sets what is no statement; false where the name is of something else.
fn set_aside(record: &mut Value, name: &str, value: &str) -> bool {
    if matches!(name, "set" | "role") {
        record[name] = json!(value);
        return true;
    }
    if let Some(dimension) = name.strip_prefix("ambition") {
        let wanted = items("dimensions").filter(|item| dimension.is_empty() || id(item) == &dimension[1..]);
        return wanted.map(|item| put(&mut record["ambition"], id(item), value)).count() > 0;
    }
    for principle in items("principles") {
        let Some(mark) = name.strip_prefix(id(principle)).and_then(|rest| rest.strip_prefix('-')) else {
            continue;
        };
        let marks = &mut record["principles"]["positions"][id(principle)];
        if value == "-" {
            marks.as_object_mut().unwrap().remove(mark);
        } else {
            let stop: usize = value.parse().unwrap();
            marks[mark] = principle["stops"][stop - 1]["id"].clone();
        }
        return true;
    }
    let is_question = items("questions").any(|question| id(question) == name);
    if is_question {
        put(&mut record["reflection"], name, value);
    }
    is_question
}

/// Answers one statement, or all of them, or those of a dimension.
fn answer(record: &mut Value, name: &str, value: &str) -> bool {
    let wanted = items("statements")
        .filter(|item| name == "all" || name == id(item) || item["dimension"].as_str() == Some(name));
    wanted.map(|item| put(&mut record["answers"], id(item), value)).count() > 0
}

fn items(list: &str) -> impl Iterator<Item = &'static Value> {
    structure()[list].as_array().unwrap().iter()
}

fn id(item: &Value) -> &str {
    item["id"].as_str().unwrap()
}

fn put(values: &mut Value, name: &str, value: &str) {
    values[name] = match value {
        "-" => {
            values.as_object_mut().unwrap().remove(name);
            return;
        }
        "?" => json!("unknown"),
        "n" => json!("not-applicable"),
        number => json!(number.parse::<u8>().unwrap()),
    };
}

/// A visitor on the result of this scan, with this library part in the place of the real one, if any.
#[track_caller]
pub(crate) fn result_of(line: &str, library: Option<&str>) -> Visitor {
    let stored = Stored::Text(record(line));
    let flags = Flags { stored, route: Some("result".to_owned()), ..first_visit() };
    let replaced = library.map(|text| (Part::Library, text.to_owned()));
    Visitor::enter_where_replaced(flags, replaced.as_slice())
}

/// The tips on the result of this scan, with *all tips* on.
#[track_caller]
pub(crate) fn tips(line: &str) -> Vec<String> {
    all_tips(&mut result_of(line, None))
}

#[track_caller]
pub(crate) fn all_tips(visitor: &mut Visitor) -> Vec<String> {
    visitor.send(Msg::AllTipsToggled);
    visitor.page().data_attrs("data-tip")
}

/// True when the tip is shown for the scan of a row, and for none of its neighbours.
#[track_caller]
pub(crate) fn holds((tip, fires, near): &Row, mut shown: impl FnMut(&str) -> Vec<String>) -> bool {
    let mut has = |line: &str| shown(line).iter().any(|id| id == tip);
    has(fires) && !near.iter().any(|change| has(&format!("{fires} {change}")))
}
