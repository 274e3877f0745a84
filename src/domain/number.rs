//! Exact numbers for rules: fractions, compared without rounding.

/// An exact number: a fraction with a positive denominator.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    over: i128,
    under: i128,
}

impl Number {
    /// The fraction `over` / `under`; none unless `under` is positive.
    pub fn new(over: impl Into<i128>, under: impl Into<i128>) -> Option<Self> {
        let (over, under) = (over.into(), under.into());
        (under > 0).then_some(Self { over, under })
    }

    /// A whole number.
    pub fn whole(number: impl Into<i128>) -> Self {
        Self { over: number.into(), under: 1 }
    }

    /// Reads `2`, `2.5` or `1/3`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some((over, under)) = text.split_once('/') {
            return Self::new(over.parse::<i32>().ok()?, under.parse::<i32>().ok()?);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        if decimals.len() > 4 || whole.len() > 6 {
            return None;
        }
        let under = 10_i32.checked_pow(u32::try_from(decimals.len()).ok()?)?;
        Self::new([whole, decimals].concat().parse::<i64>().ok()?, under)
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // A position has some 31 digits at most, a number in a rule ten: their product fits.
        (self.over * other.under).cmp(&(other.over * self.under))
    }
}
