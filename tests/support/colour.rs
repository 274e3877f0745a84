//! A colour, and how much it stands out from another by the formula of WCAG 2.2.

/// Red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) [u8; 3]);

impl Colour {
    /// Reads a colour such as `#0b6e69`, also in its short form `#0b6`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut digits = text.strip_prefix('#')?.to_owned();
        if digits.len() == 3 {
            digits = digits.chars().flat_map(|digit| [digit, digit]).collect();
        }
        let channel = |at: usize| u8::from_str_radix(digits.get(2 * at..2 * at + 2)?, 16).ok();
        Some(Self([channel(0)?, channel(1)?, channel(2)?]))
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast between two colours in hundredths, from 100 to 2100.
    pub(crate) fn contrast(self, other: Self) -> u32 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is 2100 at most")]
        let hundredths = (100.0 * one.max(other) / one.min(other)) as u32;
        hundredths
    }
}
