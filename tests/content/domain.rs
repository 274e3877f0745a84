//! The content says what the domain says: how much there is of everything, who judges what, and what ranks first.

use std::collections::BTreeMap;

use flexkompas::content::Language;
use flexkompas::domain::{CharacteristicId, Phase, QuestionKind, QuestionSet, ScanLength, Scope};

use crate::support::content::{library, start};
use crate::support::role;

#[test]
fn there_are_25_statements_of_which_10_are_in_the_quick_set() {
    let start = start(Language::Dutch);
    let quick: Vec<&str> =
        start.set.statements().iter().filter(|s| s.quick).map(|statement| statement.id.as_str()).collect();
    assert_eq!(start.set.statements().len(), 25);
    // docs/product.md#statements, in the order of the statements.
    assert_eq!(
        quick,
        [
            "richting-betekenis",
            "regie-top",
            "kaders-spelregels",
            "kaders-bereik",
            "leiding-sturen",
            "resultaat-afspraken",
            "verbinding-ontmoeten",
            "inclusie-kansen",
            "techniek-samenwerken",
            "hr-instrumenten",
        ]
    );
}

#[test]
fn every_dimension_has_a_statement_in_the_quick_set() {
    let start = start(Language::Dutch);
    for dimension in start.set.dimensions() {
        let quick = start.set.statements().iter().any(|s| s.quick && s.dimension == dimension.id);
        assert!(quick, "{}", dimension.id);
    }
}

#[test]
fn the_dimensions_rank_as_in_the_domain() {
    let start = start(Language::Dutch);
    let ranks: BTreeMap<u32, &str> =
        start.set.dimensions().iter().map(|d| (d.priority, d.id.as_str())).collect();
    let order: Vec<&str> = ranks.into_values().collect();
    // docs/product.md#dimensions.
    assert_eq!(
        order.join(" "),
        "regie leiderschap richting kaders resultaat verbinding inclusie techniek talent-hr"
    );
}

/// docs/product.md#roles: director, HR, manager, employee, works council; `x` can judge, `o` a perception only, `-` skips.
const WHO_JUDGES: &str = "
    richting-visie       xxxox
    richting-betekenis   xxxxx
    richting-doelen      xxxoo
    regie-top            oxxxx
    regie-samen          xxo-x
    kaders-spelregels    oxxxx
    kaders-besluit       oxxxx
    kaders-hybride       oxxxo
    kaders-bereik        oxxox
    leiding-sturen       oxxxo
    leiding-contact      -oxxo
    leiding-toerusting   xxx-o
    resultaat-afspraken  oxxx-
    resultaat-meten      xxo-o
    verbinding-ontmoeten -oxxo
    verbinding-waarden   oxxxx
    verbinding-veilig    ooxxo
    inclusie-kansen      oxoxx
    inclusie-overleg     ooxxx
    techniek-samenwerken ooxxo
    techniek-veiligheid  ooooo
    techniek-werkplek    oxxxx
    talent-leren         oxxxo
    hr-instrumenten      oxoox
    hr-afweging          xxo-x";

const ROLES: [&str; 5] = ["director", "hr", "manager", "employee", "works-council"];

#[test]
fn every_role_judges_what_the_domain_says() {
    let start = start(Language::Dutch);
    let rows = start.set.statements().iter().map(|statement| {
        let judges = ROLES.map(|id| match role(id) {
            role if statement.skip.contains(&role) => '-',
            role if statement.perception.contains(&role) => 'o',
            _ => 'x',
        });
        (statement.id.to_string(), judges.iter().collect::<String>())
    });
    let expected = WHO_JUDGES.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let expected = expected.chunks(2).map(|row| (row[0].clone(), row[1].clone()));
    assert_eq!(rows.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn every_role_sees_as_many_statements_as_the_domain_counts() {
    let start = start(Language::Dutch);
    let shown = |length, role| start.set.shown(&Scope { length, role }).count();
    // docs/product.md#roles.
    assert_eq!(ROLES.map(|id| shown(ScanLength::Full, Some(role(id)))), [23, 25, 25, 21, 24]);
    assert_eq!(ROLES.map(|id| shown(ScanLength::Quick, Some(role(id)))), [9, 10, 10, 10, 9]);
    assert_eq!((shown(ScanLength::Full, None), shown(ScanLength::Quick, None)), (25, 10));
}

#[test]
fn every_role_can_reach_a_result_with_each_set() {
    let start = start(Language::Dutch);
    for (length, id) in
        [ScanLength::Quick, ScanLength::Full].into_iter().flat_map(|length| ROLES.map(|id| (length, id)))
    {
        let scope = Scope { length, role: Some(role(id)) };
        let with_statements = start.set.dimensions().iter().filter(|dimension| {
            start
                .set
                .statements()
                .iter()
                .any(|s| s.dimension == dimension.id && QuestionSet::is_shown(&scope, s))
        });
        assert!(with_statements.count() >= 6, "{id}");
    }
}

#[test]
fn only_what_asks_about_working_remotely_may_be_not_applicable() {
    let start = start(Language::Dutch);
    let offered = start.set.statements().iter().filter(|s| s.allows_not_applicable);
    assert_eq!(
        offered.map(|s| s.id.as_str()).collect::<Vec<_>>(),
        ["kaders-hybride", "inclusie-overleg", "techniek-veiligheid"]
    );
}

#[test]
fn all_eight_characteristics_are_asked_and_only_the_first_and_last_not_in_the_quick_set() {
    let start = start(Language::Dutch);
    let of = |quick_only: bool| {
        let statements = start.set.statements().iter().filter(move |s| s.quick || !quick_only);
        let mut ids: Vec<&str> =
            statements.flat_map(|s| &s.characteristics).map(CharacteristicId::as_str).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.join(" ").replace("kenmerk-", "")
    };
    assert_eq!(of(false), "1 2 3 4 5 6 7 8");
    assert_eq!(of(true), "2 3 4 5 6 7");
}

#[test]
fn there_are_140_questions_in_18_themes_of_which_30_are_core() {
    let library = library(Language::Dutch);
    let core = library.questions.iter().filter(|q| q.question.core).count();
    assert_eq!((library.questions.len(), library.themes.len(), core), (140, 18, 30));
    let of = |kind| library.questions.iter().filter(|q| q.question.kind == kind).count();
    assert_eq!(QuestionKind::NAMES.map(|(_, kind)| of(kind)), [108, 4, 17, 9, 2]);
    let rows: Vec<usize> =
        library.questions.iter().map(|q| q.question.rows.len()).filter(|count| *count > 0).collect();
    assert_eq!(rows, [8, 10]);
}

#[test]
fn every_role_has_a_handful_of_core_questions() {
    let library = library(Language::Dutch);
    for id in ROLES {
        let role = role(id);
        let count =
            library.questions.iter().filter(|q| q.question.core && q.question.is_for(Some(&role))).count();
        assert!(count >= 5, "{id}: {count}");
    }
}

#[test]
fn there_are_two_tips_for_each_step_of_each_dimension() {
    let (start, library) = (start(Language::Dutch), library(Language::Dutch));
    assert_eq!(library.tips.len(), 54);
    for dimension in start.set.dimensions() {
        for from in Phase::ALL.into_iter().take(3) {
            assert_eq!(library.tips_for(&dimension.id, from).count(), 2, "{} from {from}", dimension.id);
        }
        assert_eq!(library.tips_for(&dimension.id, Phase::LAST).count(), 0);
    }
}

#[test]
fn the_three_principles_have_4_5_and_4_stops_and_17_warnings_together() {
    let principles = library(Language::Dutch).principles;
    let stops: Vec<usize> = principles.iter().map(|principle| principle.stops.len()).collect();
    assert_eq!(stops, [4, 5, 4]);
    assert_eq!(principles.iter().map(|principle| principle.warnings.len()).sum::<usize>(), 17);
}
