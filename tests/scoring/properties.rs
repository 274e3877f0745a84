//! Properties that hold for any answers: raising never lowers, and every figure equals plain arithmetic with fractions.

use flexkompas::domain::{Answer, Phase};
use proptest::prelude::*;

use crate::support::random_cases;
use crate::support::sheet::sheet;

/// Six to nine dimensions of one to four statements, most of them rated.
fn lines() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec!["1", "2", "3", "4", "1*", "2*", "3*", "4*", "?", "n", "-"]);
    let dimension = prop::collection::vec(mark, 1..=4).prop_map(|marks| marks.concat());
    prop::collection::vec(dimension, 6..=9).prop_map(|words| words.join(" "))
}

/// The position as a fraction, by hand: 12 is a multiple of every possible number of rated statements.
fn position_of(line: &str) -> Option<(u32, u32)> {
    let (mut twelfths, mut dimensions, mut rated_at_all, mut applicable_at_all) = (0, 0, 0, 0);
    for word in line.replace('*', "").split_whitespace() {
        let ratings: Vec<u32> = word.chars().filter_map(|mark| mark.to_digit(10)).collect();
        let rated = u32::try_from(ratings.len()).unwrap();
        let applicable = u32::try_from(word.replace('n', "").len()).unwrap();
        rated_at_all += rated;
        applicable_at_all += applicable;
        if rated > 0 && 2 * rated >= applicable {
            twelfths += ratings.iter().sum::<u32>() * (12 / rated);
            dimensions += 1;
        }
    }
    let is_enough = dimensions >= 6 && 5 * rated_at_all >= 3 * applicable_at_all;
    is_enough.then_some((twelfths, 12 * dimensions))
}

proptest! {
    #![proptest_config(random_cases(2000))]

    #[test]
    fn position_score_and_limit_equal_plain_arithmetic(line in lines()) {
        let outcome = sheet(&line).assess().outcome;
        let Some((over, under)) = position_of(&line) else {
            prop_assert!(outcome.is_err());
            return Ok(());
        };
        let outcome = outcome.unwrap();
        // Half up is the whole part of the doubled value plus one, halved.
        prop_assert_eq!(outcome.position.hundredths(), (200 * over + under) / (2 * under));
        prop_assert_eq!(outcome.score, (200 * (over - under) + 3 * under) / (6 * under));
        let reached = [13, 10, 7].iter().position(|quarters| 4 * over >= quarters * under);
        prop_assert_eq!(usize::from(outcome.caps.position.number()), reached.map_or(1, |at| 4 - at));
    }

    #[test]
    fn raising_a_rated_answer_never_lowers_position_score_or_phase(
        line in lines(),
        which in any::<prop::sample::Index>(),
        steps in 1_u8..=3,
    ) {
        let before = sheet(&line);
        let rating = |answer: &Answer| answer.rated().map(Phase::number);
        let rated = before.answers.iter().filter_map(|(id, answer)| Some((id.as_str(), rating(answer)?)));
        let can_rise: Vec<(&str, u8)> = rated.filter(|(_, rating)| *rating < 4).collect();
        if before.assess().outcome.is_err() || can_rise.is_empty() {
            return Ok(());
        }
        let (id, rating) = *which.get(&can_rise);
        let mut after = before.clone();
        after.rate(id, 4.min(rating + steps));

        let (low, high) = (before.outcome(), after.outcome());
        prop_assert!(high.position.hundredths() >= low.position.hundredths());
        prop_assert!(high.score >= low.score);
        prop_assert!(high.phase >= low.phase);
        prop_assert!(high.band.0 >= low.band.0 && high.band.1 >= low.band.1);
    }

    #[test]
    fn the_band_of_the_score_runs_from_low_to_high(line in lines()) {
        if let Ok(outcome) = sheet(&line).assess().outcome {
            prop_assert!(outcome.band.0 <= outcome.band.1 && outcome.band.1 <= 100);
        }
    }
}
