//! Every pair of colours that stands on each other can be told apart, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

use std::collections::BTreeMap;

#[path = "support/colour.rs"]
mod colour;

use colour::Colour;

/// The contrast of words, and that of lines and marks that carry a meaning; in hundredths, with two percent to spare.
const WORDS: u32 = 460;
const LINES: u32 = 306;

/// The pairs of colours on each other, and the contrast they need.
const PAIRS: [(&str, &[&str], u32); 13] = [
    (
        "color-ink",
        &["color-page", "color-card", "color-sunken", "color-ambition-soft", "color-error-soft"],
        WORDS,
    ),
    ("color-ink", &["color-accent-soft"], WORDS),
    ("color-muted", &["color-page", "color-card", "color-sunken", "color-accent-soft"], WORDS),
    ("color-accent", &["color-page", "color-card", "color-accent-soft"], WORDS),
    ("color-on-accent", &["color-accent", "color-accent-strong"], WORDS),
    ("color-ambition", &["color-page", "color-card", "color-ambition-soft"], WORDS),
    ("color-error", &["color-page", "color-card", "color-error-soft"], WORDS),
    // Borders of what can be chosen, lines and stops of tracks.
    ("color-edge", &["color-page", "color-card"], LINES),
    ("color-focus", &["color-page", "color-card", "color-accent-soft", "color-ambition-soft"], LINES),
    // Marks of now, in ink, on every phase of the spectrum.
    ("color-ink", &["phase-1", "phase-2", "phase-3"], LINES),
    ("color-card", &["color-accent", "color-ambition"], LINES),
    ("color-accent", &["color-card"], LINES),
    ("color-ambition", &["color-card", "phase-1"], LINES),
];

/// The tokens of a theme, each with its light or its dark value where it has two.
fn tokens(dark: bool) -> BTreeMap<String, String> {
    let sheet = include_str!("../styles/tokens.css");
    let (tokens, _) = sheet.split_once("@media").unwrap();
    let declarations =
        tokens.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    let of_theme = |value: &str| match value.strip_prefix("var(--light, ") {
        None => value.to_owned(),
        Some(both) => {
            let (light, dark_value) = both.split_once(") var(--dark, ").unwrap();
            if dark { dark_value.strip_suffix(')').unwrap().to_owned() } else { light.to_owned() }
        }
    };
    declarations.map(|(name, value)| (name.to_owned(), of_theme(value))).collect()
}

/// The colour that a value of a token comes to.
#[track_caller]
fn colour(tokens: &BTreeMap<String, String>, value: &str) -> Colour {
    if let Some(inside) = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')')) {
        let (name, fallback) = inside.split_once(", ").unwrap_or((inside, ""));
        // The accent of a site owner is absent unless there is one.
        return tokens.get(name).map_or_else(|| colour(tokens, fallback), |value| colour(tokens, value));
    }
    if let Some(inside) = value.strip_prefix("color-mix(in srgb, ").and_then(|rest| rest.strip_suffix(')')) {
        let (first, second) = inside.rsplit_once(", ").unwrap();
        let (first, percent) = first.rsplit_once(' ').unwrap();
        let percent: u32 = percent.trim_end_matches('%').parse().unwrap();
        let (one, other) = (colour(tokens, first).0, colour(tokens, second).0);
        let channel =
            |at: usize| (u32::from(one[at]) * percent + u32::from(other[at]) * (100 - percent)) / 100;
        return Colour([0, 1, 2].map(|at| u8::try_from(channel(at)).unwrap()));
    }
    Colour::parse(value).unwrap_or_else(|| panic!("{value} is no colour"))
}

#[test]
fn what_stands_on_a_ground_stands_out_from_it() {
    for dark in [false, true] {
        let tokens = tokens(dark);
        let by_name = |name: &str| colour(&tokens, &tokens[name]);
        for (above, grounds, least) in PAIRS {
            for ground in grounds {
                let contrast = by_name(above).contrast(by_name(ground));
                assert!(contrast >= least, "{above} on {ground}, dark {dark}: {contrast}, needed {least}");
            }
        }
    }
}

#[test]
fn every_colour_for_a_purpose_is_in_a_pair() {
    let named: Vec<&str> =
        PAIRS.iter().flat_map(|(above, grounds, _)| grounds.iter().chain([above])).copied().collect();
    // Lines that only order the page carry no meaning.
    let decoration = ["color-line"];
    for name in tokens(false).into_keys().filter(|name| name.starts_with("color-")) {
        assert!(named.contains(&&*name) || decoration.contains(&&*name), "{name}");
    }
}

#[test]
fn the_window_around_the_page_has_the_colour_of_the_page() {
    let page = include_str!("../index.html");
    for (dark, scheme) in [(false, "light"), (true, "dark")] {
        let tokens = tokens(dark);
        let start =
            format!("<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"");
        let named = page.split_once(&start).unwrap().1.split('"').next().unwrap();
        assert_eq!(colour(&tokens, named), colour(&tokens, &tokens["color-page"]), "{scheme}");
    }
}
