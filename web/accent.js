// The accent colour of a site owner: accepted in any shade, and made readable before it is used.
//
// Words, borders and filled buttons have the accent colour, so it must stand out from the page by 4.5 to 1 (WCAG 2.2,
// 1.4.3), in light and in dark. A colour that does not is made darker or lighter until it does: the owner's hue stays,
// and nobody gets a page they cannot read. A script and not part of the program, because colours must be right when the
// page is painted for the first time (early.js); embed.html shows with it what becomes of a colour.

/** The darkest and the lightest ground of each scheme that words in the accent colour stand on (styles/tokens.css). */
const LIGHT_GROUND = [0xf1, 0xee, 0xe6];
const DARK_GROUND = [0x1f, 0x2d, 0x2f];
const WHITE = [255, 255, 255];
const INK = [6, 20, 20];
const BLACK = [0, 0, 0];

/** What words need (4.5), with two percent to spare for rounding and for softer grounds. */
const READABLE = 4.6;
/** A colour is mixed with black or white in so many steps. */
const STEPS = 32;

/** Red, green and blue of a colour such as `0b6e69`, with or without `#`, also in its short form `0b6`. */
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

/** The shade nearest to a wish that can be read on this ground, and what can be read on it; black and white always can. */
function shade(wish, ground, towards) {
  let accent = wish;
  for (let parts = 1; parts <= STEPS && contrast(accent, ground) < READABLE; parts++) {
    accent = wish.map((channel, at) => Math.round((channel * (STEPS - parts) + towards[at] * parts) / STEPS));
  }
  return [accent, contrast(accent, WHITE) < contrast(accent, INK) ? INK : WHITE];
}

/** The accent in light and in dark, each with the colour of words on it; undefined for what is no colour. */
export function accents(text) {
  const wish = channels(text);
  return wish && [shade(wish, LIGHT_GROUND, BLACK), shade(wish, DARK_GROUND, WHITE)];
}
