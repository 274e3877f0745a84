//! The accent colour of a site owner: accepted in any shade, and made readable before it is used.
//!
//! Words, borders and filled buttons have the accent colour, so it must stand out from the page by 4.5 to 1
//! (WCAG 2.2, 1.4.3), in light and in dark. A colour that does not is made darker or lighter until it does: the
//! owner's hue stays, and nobody gets a page they cannot read. Whole numbers only, as everywhere in the core.

/// A colour of the screen: red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// An accent colour for both schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On a light page.
    pub light: Shade,
    /// On a dark page.
    pub dark: Shade,
}

/// An accent colour that can be read on its page, and what can be read on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// The colour itself.
    pub accent: Colour,
    /// The colour of words on it.
    pub on_accent: Colour,
}

/// The darkest and the lightest ground of each scheme that words in the accent colour stand on (styles/tokens.css).
const LIGHT_GROUND: Colour = Colour([0xf1, 0xee, 0xe6]);
const DARK_GROUND: Colour = Colour([0x1f, 0x2d, 0x2f]);
const WHITE: Colour = Colour([255; 3]);
const INK: Colour = Colour([0x06, 0x14, 0x14]);
const BLACK: Colour = Colour([0; 3]);

/// The contrast that words need is 4.5 to 1; here in hundredths and with two percent to spare, because the curve of
/// light is drawn with seventeen straight lines.
const READABLE: u32 = 460;
/// A colour is mixed with black or white in so many steps.
const STEPS: u32 = 32;

/// How much light a channel gives, in 65535ths, for every sixteenth value from 0 to 255 (the sRGB curve of WCAG,
/// relative luminance); in between it is as good as straight.
const LIGHT_OF_CHANNEL: [u32; 18] = [
    0, 340, 947, 1937, 3360, 5257, 7666, 10619, 14146, 18277, 23038, 28452, 34544, 41337, 48850, 57105,
    65535, 65535,
];

impl Colour {
    /// Reads a colour such as `0b6e69`, with or without `#`, also in its short form `0b6`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let mut channels = [0; 3];
        let width = match digits.len() {
            3 => 1,
            6 => 2,
            _ => return None,
        };
        for (at, channel) in channels.iter_mut().enumerate() {
            let part = digits.get(at * width..(at + 1) * width)?;
            if !part.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return None;
            }
            let value = u8::from_str_radix(part, 16).ok()?;
            *channel = if width == 1 { value * 17 } else { value };
        }
        Some(Self(channels))
    }

    /// The colour as a style sheet writes it: `#0b6e69`.
    pub fn to_text(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = String::from("#");
        for channel in self.0 {
            for digit in [channel >> 4, channel & 15] {
                text.push(char::from(DIGITS[usize::from(digit)]));
            }
        }
        text
    }

    /// Relative luminance in 65535ths (WCAG 2.2).
    fn luminance(self) -> u32 {
        let [red, green, blue] = self.0.map(light);
        (2126 * red + 7152 * green + 722 * blue) / 10_000
    }

    /// The contrast between two colours in hundredths, from 100 to 2100 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> u32 {
        // 0.05 of all light is what a screen reflects anyway.
        let (one, two) = (self.luminance() + 3277, other.luminance() + 3277);
        100 * one.max(two) / one.min(two)
    }

    /// This colour with so many of [`STEPS`] parts of another in it.
    fn mixed(self, other: Self, parts: u32) -> Self {
        let mut channels = self.0;
        for (channel, other) in channels.iter_mut().zip(other.0) {
            let sum = u32::from(*channel) * (STEPS - parts) + u32::from(other) * parts;
            *channel = u8::try_from((sum + STEPS / 2) / STEPS).unwrap_or(u8::MAX);
        }
        Self(channels)
    }
}

impl Accent {
    /// Makes a colour readable in both schemes.
    pub fn new(wish: Colour) -> Self {
        Self { light: Shade::new(wish, LIGHT_GROUND, BLACK), dark: Shade::new(wish, DARK_GROUND, WHITE) }
    }
}

impl Shade {
    /// The shade nearest to a wish that can be read on this ground; black and white always can.
    fn new(wish: Colour, ground: Colour, towards: Colour) -> Self {
        let shades = (0..=STEPS).map(|parts| wish.mixed(towards, parts));
        let accent = shades.into_iter().find(|shade| shade.contrast(ground) >= READABLE).unwrap_or(towards);
        let on_accent = if accent.contrast(WHITE) >= accent.contrast(INK) { WHITE } else { INK };
        Self { accent, on_accent }
    }
}

/// How much light a channel gives, in 65535ths.
fn light(channel: u8) -> u32 {
    let (at, rest) = (usize::from(channel / 16), u32::from(channel % 16));
    let (from, to) = (LIGHT_OF_CHANNEL[at], LIGHT_OF_CHANNEL[at + 1]);
    // The last step goes to 255 and not to 256.
    let length = if at == 15 { 15 } else { 16 };
    from + (to - from) * rest / length
}
