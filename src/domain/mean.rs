//! Means without floating point: no rounding error may decide a threshold (docs/product.md#scoring).

use super::Phase;

/// The mean of the rated statements of one dimension, kept as sum and count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mean {
    sum: u32,
    count: u32,
}

impl Mean {
    /// The mean of `count` ratings that add up to `sum`; `None` if there are no ratings.
    pub fn new(sum: u32, count: u32) -> Option<Self> {
        (count > 0).then_some(Self { sum, count })
    }

    /// Sum and count: the exact value is their ratio.
    pub fn fraction(self) -> (u32, u32) {
        (self.sum, self.count)
    }

    /// Rounded half up to a whole phase.
    pub fn rounded(self) -> Phase {
        let whole = (2 * self.sum + self.count) / (2 * self.count);
        Phase::ALL.into_iter().find(|phase| whole <= u32::from(phase.number())).unwrap_or(Phase::LAST)
    }

    /// The phase this mean falls in, by the same bounds as the position.
    pub fn phase(self) -> Phase {
        Position::of(&[self]).map_or(Phase::FIRST, Position::phase)
    }

    /// The mean in hundredths, rounded half up: 100 to 400.
    pub fn hundredths(self) -> u32 {
        (200 * self.sum + self.count) / (2 * self.count)
    }

    /// How much higher `aim` lies, in exact steps of one over the count: positive when it is above the mean.
    /// Two gaps compare by [`Gap`]'s order.
    pub fn gap_to(self, aim: Phase) -> Gap {
        let above = i64::from(aim.number()) * i64::from(self.count) - i64::from(self.sum);
        Gap { above, count: i64::from(self.count) }
    }
}

/// The distance from a mean up to an aim, as an exact fraction that can be put in order.
#[derive(Clone, Copy, Debug)]
pub struct Gap {
    above: i64,
    count: i64,
}

impl PartialEq for Gap {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Gap {}

impl PartialOrd for Gap {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Gap {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.above * other.count).cmp(&(other.above * self.count))
    }
}

/// The unweighted mean of dimension values, as an exact fraction between 1 and 4.
///
/// Products of all counts are used as the common denominator. The limits of
/// [`QuestionSet`](super::QuestionSet) keep them within 128 bits; only multiplication and comparison are
/// used, because division at that width would add kilobytes to the bundle.
#[derive(Clone, Copy, Debug)]
pub struct Position {
    numerator: u128,
    denominator: u128,
}

impl Position {
    /// The mean of these dimension values; `None` if there are none.
    pub fn of(values: &[Mean]) -> Option<Self> {
        let (mut numerator, mut denominator) = (0_u128, 1_u128);
        for value in values {
            numerator = numerator * u128::from(value.count) + u128::from(value.sum) * denominator;
            denominator *= u128::from(value.count);
        }
        let dimensions = values.len() as u128;
        (dimensions > 0).then_some(Self { numerator, denominator: denominator * dimensions })
    }

    /// The exact value, for rules.
    pub fn ratio(self) -> Option<super::Ratio> {
        super::Ratio::new(i128::try_from(self.numerator).ok()?, i128::try_from(self.denominator).ok()?)
    }

    /// True when the position is at least `quarters` / 4.
    pub fn reaches_quarters(self, quarters: u32) -> bool {
        4 * self.numerator >= u128::from(quarters) * self.denominator
    }

    /// The first of the three limits on the phase: below 1.75 → 1, below 2.50 → 2, below 3.25 → 3, else 4.
    pub fn phase(self) -> Phase {
        let reached = Phase::ALL.into_iter().rev();
        let mut reached = reached.filter(|phase| self.reaches_quarters(Self::lower_bound_quarters(*phase)));
        reached.next().unwrap_or(Phase::FIRST)
    }

    /// The lowest position of a phase in quarters: 4, 7, 10 and 13 stand for 1.00, 1.75, 2.50 and 3.25.
    pub fn lower_bound_quarters(phase: Phase) -> u32 {
        1 + 3 * u32::from(phase.number())
    }

    /// The position in hundredths, rounded half up: 100 to 400.
    pub fn hundredths(self) -> u32 {
        largest(100..=400, |hundredths| {
            2 * self.denominator * hundredths <= 200 * self.numerator + self.denominator
        })
    }

    /// The score 0 to 100: (position − 1) / 3 × 100, rounded half up.
    pub fn score(self) -> u32 {
        // Twice both sides of `score ≤ exact + ½`, with the fraction multiplied out.
        largest(0..=100, |score| {
            6 * self.denominator * score + 200 * self.denominator
                <= 200 * self.numerator + 3 * self.denominator
        })
    }
}

/// The largest number of the range for which the test holds; the lowest where it never does.
fn largest(range: std::ops::RangeInclusive<u32>, holds: impl Fn(u128) -> bool) -> u32 {
    let lowest = *range.start();
    range.rev().find(|number| holds(u128::from(*number))).unwrap_or(lowest)
}
