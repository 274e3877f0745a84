// The accent colour of a site: any colour is accepted, and made legible before it is used.
//
// Text, borders and filled buttons use the accent colour, so its contrast with the page must be 4.5 to 1 (WCAG 2.2,
// 1.4.3), in light and in dark. A colour with less is made darker or lighter until it complies; its hue stays. This is
// a script and not part of the program because colours must be right at the first paint (early.js); embed.html uses it
// to preview the result.

/** The darkest and the lightest background of each scheme that text in the accent colour has (styles/tokens.css). */
const LIGHT_GROUND = [0xf1, 0xee, 0xe6];
const DARK_GROUND = [0x1f, 0x2d, 0x2f];
const WHITE = [255, 255, 255];
const INK = [6, 20, 20];
const BLACK = [0, 0, 0];

/** The required contrast (4.5), with two percent to spare for rounding and softer backgrounds. */
const READABLE = 4.6;
/** The number of steps in which a colour is mixed with black or white. */
const STEPS = 32;

/** Red, green and blue of a colour such as `0b6e69` or `0b6`, with or without `#`. */
export function channels(text) {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1];
  const width = digits?.length / 3;
  return digits && [0, 1, 2].map((at) => parseInt(digits.slice(at * width, (at + 1) * width).repeat(3 - width), 16));
}

/** Relative luminance (WCAG 2.2). */
const luminance = (colour) =>
  colour
    .map((channel) => (channel /= 255) <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
    .reduce((sum, light, at) => sum + light * [0.2126, 0.7152, 0.0722][at], 0.05);

/** The contrast between two colours, from 1 to 21. */
export function contrast(one, other) {
  const ratio = luminance(one) / luminance(other);
  return ratio < 1 ? 1 / ratio : ratio;
}

/** The nearest shade that is legible on this background, and a legible text colour on it; black and white always are. */
function shade(wish, ground, towards) {
  let accent = wish;
  for (let parts = 1; parts <= STEPS && contrast(accent, ground) < READABLE; parts++) {
    accent = wish.map((channel, at) => Math.round((channel * (STEPS - parts) + towards[at] * parts) / STEPS));
  }
  return [accent, contrast(accent, WHITE) < contrast(accent, INK) ? INK : WHITE];
}

/** The accent in light and in dark, each with the text colour on it; undefined for an invalid colour. */
export function accents(text) {
  const wish = channels(text);
  return wish && [shade(wish, LIGHT_GROUND, BLACK), shade(wish, DARK_GROUND, WHITE)];
}
