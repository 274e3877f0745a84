//! Samples and their statistics.

use statrs::statistics::{Data, Max, Min, OrderStatistics};

/// Repeated measurements of one quantity.
#[derive(Clone, Debug, Default)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// Adds a sample.
    pub fn add(&mut self, sample: f64) {
        self.0.push(sample);
    }

    /// Adds samples.
    pub fn extend(&mut self, samples: impl IntoIterator<Item = f64>) {
        self.0.extend(samples);
    }

    /// The number of samples.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The median; `None` without samples.
    pub fn median(&self) -> Option<f64> {
        self.statistic(OrderStatistics::median)
    }

    /// The 95th percentile; `None` without samples.
    pub fn p95(&self) -> Option<f64> {
        self.statistic(|data| data.quantile(0.95))
    }

    /// The minimum and the maximum; `None` without samples.
    pub fn range(&self) -> Option<(f64, f64)> {
        Some((self.statistic(|data| data.min())?, self.statistic(|data| data.max())?))
    }

    fn statistic(&self, figure: impl Fn(&mut Data<Vec<f64>>) -> f64) -> Option<f64> {
        (!self.0.is_empty()).then(|| figure(&mut Data::new(self.0.clone())))
    }
}

/// The ratio of two figures; `None` if either is missing.
pub fn ratio(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    Some(one? / other.filter(|other| *other > 0.0)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(values: &[f64]) -> Samples {
        Samples(values.to_vec())
    }

    #[test]
    fn outlier_does_not_change_the_median() {
        assert_eq!(samples(&[3.0, 900.0, 1.0, 2.0, 4.0]).median(), Some(3.0));
        assert_eq!(samples(&[4.0, 1.0]).median(), Some(2.5));
        assert_eq!(samples(&[3.0, 900.0, 1.0]).range(), Some((1.0, 900.0)));
    }

    #[test]
    fn one_in_twenty_may_be_worse_than_the_p95() {
        let mut many = Samples::default();
        many.extend((1..=100).map(f64::from));
        let p95 = many.p95().unwrap();
        assert!((95.0..=96.0).contains(&p95), "{p95}");
    }

    #[test]
    fn no_samples_give_no_figure() {
        let none = Samples::default();
        assert_eq!((none.median(), none.p95(), none.range()), (None, None, None));
        assert_eq!(ratio(Some(1.0), None), None);
        assert_eq!(ratio(Some(1.0), Some(0.0)), None);
        assert_eq!(ratio(Some(3.0), Some(2.0)), Some(1.5));
    }
}
