//! Means without floating point: no rounding error may decide a threshold (docs/product.md#scoring).

use super::{Phase, Ratio};

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

    /// Sum and count, as the explanation of the result shows them.
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

    /// How far the aim lies above the mean; negative if it lies below.
    pub fn gap_to(self, aim: Phase) -> Ratio {
        let (sum, count) = (i64::from(self.sum), i64::from(self.count));
        self.over_count(i64::from(aim.number()) * count - sum)
    }

    /// The exact value.
    pub fn ratio(self) -> Ratio {
        self.over_count(i64::from(self.sum))
    }

    fn over_count(self, numerator: i64) -> Ratio {
        Ratio { numerator: numerator.into(), denominator: self.count.into() }
    }
}

/// The unweighted mean of dimension values, between 1 and 4.
#[derive(Clone, Copy, Debug)]
pub struct Position(Ratio);

impl Position {
    /// The mean of these dimension values; `None` if there are none.
    pub fn of(values: &[Mean]) -> Option<Self> {
        Ratio::mean(values.iter().map(|value| value.ratio())).map(Self)
    }

    /// The exact value, for rules.
    pub fn ratio(self) -> Ratio {
        self.0
    }

    /// True when the position is at least `quarters` / 4.
    pub fn reaches_quarters(self, quarters: u32) -> bool {
        self.0.is_at_least(quarters, 4)
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
        // From half a hundredth below on: (hundredths − ½) / 100.
        largest(100..=400, |hundredths| self.0.is_at_least(2 * hundredths - 1, 200))
    }

    /// The score 0 to 100: (position − 1) / 3 × 100, rounded half up.
    pub fn score(self) -> u32 {
        // From the position of half a score below on: 1 + 3 × (score − ½) / 100.
        largest(0..=100, |score| self.0.is_at_least(197 + 6 * score, 200))
    }
}

/// The largest number of the range for which the test holds; the lowest if it holds for none.
fn largest(range: std::ops::RangeInclusive<u32>, holds: impl Fn(u32) -> bool) -> u32 {
    let lowest = *range.start();
    range.rev().find(|number| holds(*number)).unwrap_or(lowest)
}
