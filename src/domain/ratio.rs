//! Exact ratios, added and compared without rounding.

/// A fraction with a positive denominator.
///
/// The position has the largest parts: the product of all counts, some 31 digits within the limits of
/// [`QuestionSet`](super::QuestionSet). Everything it is compared with has ten digits at most, so products fit in 128 bits.
/// Only multiplication, addition and comparison are used: division at that width would add kilobytes to the bundle.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    pub(super) numerator: i128,
    /// Always positive.
    pub(super) denominator: i128,
}

impl Ratio {
    /// The fraction `numerator` / `denominator`; `None` unless `denominator` is positive.
    pub fn new(numerator: impl Into<i128>, denominator: impl Into<i128>) -> Option<Self> {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        (denominator > 0).then_some(Self { numerator, denominator })
    }

    /// A whole number.
    pub fn whole(number: impl Into<i128>) -> Self {
        Self { numerator: number.into(), denominator: 1 }
    }

    /// The mean of some fractions; `None` if there are none.
    pub(super) fn mean(values: impl Iterator<Item = Self>) -> Option<Self> {
        let (mut sum, mut count) = (Self::whole(0), 0_u32);
        for value in values {
            sum.numerator = sum.numerator * value.denominator + value.numerator * sum.denominator;
            sum.denominator *= value.denominator;
            count += 1;
        }
        Self::new(sum.numerator, sum.denominator * i128::from(count))
    }

    /// True if this is at least `numerator` / `denominator`.
    pub(super) fn is_at_least(self, numerator: u32, denominator: u32) -> bool {
        self.numerator * i128::from(denominator) >= i128::from(numerator) * self.denominator
    }

    /// Reads `2`, `2.5` or `1/3`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some((numerator, denominator)) = text.split_once('/') {
            return Self::new(numerator.parse::<i32>().ok()?, denominator.parse::<i32>().ok()?);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        if decimals.len() > 4 || whole.len() > 6 {
            return None;
        }
        let denominator = 10_i32.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        Self::new([whole, decimals].concat().parse::<i64>().ok()?, denominator)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}
