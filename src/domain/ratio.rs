//! Exact ratios for rules, compared without rounding.

/// A fraction with a positive denominator.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
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
        // A position has some 31 digits at most, a number in a rule ten: their product fits.
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}
