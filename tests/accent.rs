//! Any accent colour of a site owner gives a page that can be read.

#![allow(clippy::unwrap_used, reason = "a test may stop where its own material is wrong")]

use flexkompas::app::{Accent, Colour};
use proptest::prelude::*;

/// Contrast by the formula of WCAG 2.2, with floating point: a second opinion.
fn contrast(one: Colour, other: Colour) -> f64 {
    let luminance = |colour: Colour| {
        let [red, green, blue] = colour.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// A colour of the first tier of styles/tokens.css: its value in light and in dark.
fn token(name: &str) -> [Colour; 2] {
    let tokens = include_str!("../styles/tokens.css");
    let start = format!("--{name}: ");
    let values = tokens.lines().filter_map(|line| line.trim().strip_prefix(&start));
    let colours: Vec<Colour> =
        values.map(|value| Colour::parse(value.trim_end_matches(';')).unwrap()).collect();
    colours.try_into().unwrap()
}

const GROUNDS: [&str; 3] = ["paper-0", "paper-1", "paper-2"];

proptest! {
    #[test]
    fn every_accent_can_be_read_on_every_ground_of_both_schemes(wish: [u8; 3]) {
        let accent = Accent::new(Colour(wish));
        for ground in GROUNDS {
            let [light, dark] = token(ground);
            prop_assert!(contrast(accent.light.accent, light) >= 4.5, "{ground}: {accent:?}");
            prop_assert!(contrast(accent.dark.accent, dark) >= 4.5, "{ground}: {accent:?}");
        }
        // The soft ground of what is chosen: the accent in the ground, as styles/tokens.css mixes it.
        let soft = |accent: Colour, percent: u32, ground: Colour| {
            let channel = |at: usize| (u32::from(accent.0[at]) * percent + u32::from(ground.0[at]) * (100 - percent)) / 100;
            Colour([0, 1, 2].map(|at| u8::try_from(channel(at)).unwrap()))
        };
        let (light, dark) = (accent.light.accent, accent.dark.accent);
        prop_assert!(contrast(light, soft(light, 9, Colour([255; 3]))) >= 4.5, "{accent:?}");
        prop_assert!(contrast(dark, soft(dark, 14, Colour([0x0c, 0x1a, 0x1b]))) >= 4.5, "{accent:?}");
        for shade in [accent.light, accent.dark] {
            prop_assert!(contrast(shade.accent, shade.on_accent) >= 4.5, "{shade:?}");
        }
    }

    #[test]
    fn contrast_is_that_of_the_guideline(one: [u8; 3], other: [u8; 3]) {
        let ours = f64::from(Colour(one).contrast(Colour(other))) / 100.0;
        let exact = contrast(Colour(one), Colour(other));
        prop_assert!((ours / exact - 1.0).abs() < 0.025, "{ours} for {exact}");
    }

    #[test]
    fn a_colour_is_read_as_it_is_written(channels: [u8; 3]) {
        let colour = Colour(channels);
        prop_assert_eq!(Colour::parse(&colour.to_text()), Some(colour));
        prop_assert_eq!(Colour::parse(&colour.to_text()[1..].to_uppercase()), Some(colour));
    }
}

#[test]
fn a_readable_wish_is_granted_as_it_is() {
    let teal = Colour([0x0b, 0x6e, 0x69]);
    assert_eq!(Accent::new(teal).light.accent, teal);
    let pale = Colour([0x8c, 0xda, 0xd3]);
    assert_eq!(Accent::new(pale).dark.accent, pale);
}

#[test]
fn a_pale_wish_becomes_darker_in_light_and_keeps_its_hue() {
    let Colour([red, green, blue]) = Accent::new(Colour([255, 220, 0])).light.accent;
    assert!(red > green && green > blue && red < 200, "{red} {green} {blue}");
}

#[test]
fn the_short_form_means_each_digit_twice() {
    assert_eq!(Colour::parse("#0b6"), Some(Colour([0x00, 0xbb, 0x66])));
}

#[test]
fn what_is_no_colour_is_refused() {
    for text in
        ["", "#", "12", "1234", "12345", "1234567", "gggggg", "red", "+1+2+3", "0b6e6é", "rgb(0,0,0)", "é"]
    {
        assert_eq!(Colour::parse(text), None, "{text}");
    }
}
