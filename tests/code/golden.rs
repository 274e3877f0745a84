//! Codes as they lie in people's mail: they must be read for as long as there is a Flexkompas. Never change a code
//! of `codes.txt`; add one. Only when the content gets other ids its codes go with it, as their links do.

use flexkompas::domain::{Answer, Mark};
use flexkompas::record::Record;
use flexkompas::share_code::DecodeError;

use crate::{CONTENT, read, written};

const CODES: &str = include_str!("../fixtures/codes.txt");

/// A scan as in `codes.txt`: one sign for every statement and dimension, in the order of the content.
fn told(scan: &Record) -> String {
    CONTENT.with(|content| {
        let answers = content.start.set.statements().iter().map(|statement| {
            match scan.answers.get(statement.id.as_str()) {
                None => "-",
                Some(Answer::Unknown) => "?",
                Some(Answer::NotApplicable) => "n",
                Some(rated) => rated.value(),
            }
        });
        let ambition = content.start.set.dimensions().iter().map(|dimension| {
            scan.ambition.get(dimension.id.as_str()).map_or("-".to_owned(), ToString::to_string)
        });
        let stops = content.library.principles.iter().map(|principle| {
            let marks = scan.theme.placements.get(principle.id.as_str());
            let stop = |mark| marks.and_then(|marks| marks.get(mark)).map_or("-", |stop| stop.as_str());
            format!("{} > {}", stop(Mark::Now), stop(Mark::Desired))
        });
        let role = scan.scope.role.as_ref().map_or("-", |role| role.as_str());
        let day = &*scan.stamp.started_at;
        [
            format!("id {}", scan.stamp.id),
            format!("start {}", if day.is_empty() { "-" } else { day }),
            format!("scope {} {role}", scan.scope.length.value()),
            format!("answers {}", answers.collect::<String>()),
            format!("ambition {}", ambition.collect::<String>()),
            format!("stops {}", stops.collect::<Vec<_>>().join(", ")),
        ]
        .join("\n")
    })
}

#[test]
fn codes_of_before_are_read_as_they_were_meant() {
    let codes: Vec<&str> = CODES.trim_end().split("\n\n").skip(1).collect();
    assert_eq!(codes.len(), 5);
    for block in codes {
        let (code, meant) = block.split_once('\n').unwrap();
        let scan = read(code).unwrap();
        assert_eq!(told(&scan), meant, "{code}");
        assert_eq!(written(&scan), code);
    }
}

#[test]
fn codes_of_earlier_statements_are_refused_as_such() {
    // The question set flexkompas-2026, whose statements asked something else.
    for code in ["fk17d0AAAAAAAAAAAAAAAAAAAAAAAAAiMA", "fk17d3HW43HrUQq7i71L_uuPGlavD4ka-o"] {
        assert_eq!(read(code).unwrap_err(), DecodeError::OtherQuestionSet, "{code}");
    }
}
