//! Any accent colour of a site owner gives a page that can be read: `web/accent.js` run by Node, and looked at with the
//! formula of WCAG 2.2 in Rust.

#![allow(clippy::unwrap_used, reason = "a test may stop where its own material is wrong")]

#[path = "../../../tests/support/colour.rs"]
mod colour;

use std::process::Command;

use colour::Colour;
use serde_json::{Value, json};
use xtask_build::bundle::minify;
use xtask_build::command;

/// The results of a function of `web/accent.js` for each of these.
fn called(function: &str, arguments: &Value) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("all.js");
    let path = command::root().join("web/accent.js");
    let text = format!(
        "import {{ {function} }} from {};\nconsole.log(JSON.stringify({arguments}.map((text) => {function}(text) ?? null)))",
        json!(path)
    );
    std::fs::write(&script, text).unwrap();
    let script = minify::script(command::root(), &script).unwrap();
    let node = command::on_path("node").unwrap();
    serde_json::from_str(&command::output(Command::new(node).args(["-e", &script])).unwrap()).unwrap()
}

fn colour(channels: &Value) -> Colour {
    Colour([0, 1, 2].map(|at| u8::try_from(channels[at].as_u64().unwrap()).unwrap()))
}

/// A colour of the first tier of styles/tokens.css: its value in light and in dark.
fn token(name: &str) -> [Colour; 2] {
    let tokens = std::fs::read_to_string(command::root().join("styles/tokens.css")).unwrap();
    let start = format!("--{name}: var(--light, ");
    let both = tokens.lines().find_map(|line| line.trim().strip_prefix(&start)).unwrap();
    let (light, dark) = both.trim_end_matches(");").split_once(") var(--dark, ").unwrap();
    [light, dark].map(|value| Colour::parse(value).unwrap())
}

/// The soft ground of what is chosen: the accent in the ground, as styles/tokens.css mixes it.
fn soft(accent: Colour, percent: u32, ground: Colour) -> Colour {
    let channel =
        |at: usize| (u32::from(accent.0[at]) * percent + u32::from(ground.0[at]) * (100 - percent)) / 100;
    Colour([0, 1, 2].map(|at| u8::try_from(channel(at)).unwrap()))
}

#[test]
fn every_accent_is_legible_on_every_background_of_both_schemes() {
    let channel = || (0..=255_u32).step_by(15);
    let wishes: Vec<String> = channel()
        .flat_map(|red| {
            channel()
                .flat_map(move |green| channel().map(move |blue| format!("{red:02x}{green:02x}{blue:02x}")))
        })
        .collect();
    let accents = called("accents", &json!(wishes));
    assert_eq!(accents.as_array().unwrap().len(), wishes.len());
    let grounds = ["paper-0", "paper-1", "paper-2"].map(token);
    for (wish, shades) in wishes.iter().zip(accents.as_array().unwrap()) {
        for (scheme, (percent, under)) in
            [(9, Colour([255; 3])), (14, Colour([0x0c, 0x1a, 0x1b]))].into_iter().enumerate()
        {
            let (accent, on_accent) = (colour(&shades[scheme][0]), colour(&shades[scheme][1]));
            for ground in grounds {
                assert!(accent.contrast(ground[scheme]) >= 450, "{wish}: {accent:?} on {ground:?}");
            }
            assert!(
                accent.contrast(soft(accent, percent, under)) >= 450,
                "{wish}: {accent:?} on its own soft ground"
            );
            assert!(accent.contrast(on_accent) >= 450, "{wish}: {on_accent:?} on {accent:?}");
        }
    }
}

#[test]
fn legible_accent_is_kept_and_another_keeps_its_hue() {
    let accents = called("accents", &json!(["#0b6e69", "8cdad3", "ffdc00"]));
    assert_eq!(colour(&accents[0][0][0]), Colour([0x0b, 0x6e, 0x69]));
    assert_eq!(colour(&accents[1][1][0]), Colour([0x8c, 0xda, 0xd3]));
    let Colour([red, green, blue]) = colour(&accents[2][0][0]);
    assert!(red > green && green > blue && red < 200, "{red} {green} {blue}");
}

#[test]
fn only_valid_colours_are_parsed() {
    let read = called("channels", &json!(["#0b6", "0B6e69"]));
    assert_eq!(
        [colour(&read[0]), colour(&read[1])],
        [Colour([0x00, 0xbb, 0x66]), Colour([0x0b, 0x6e, 0x69])]
    );
    let others = [
        "",
        "#",
        "12",
        "1234",
        "12345",
        "1234567",
        "gggggg",
        "red",
        "+1+2+3",
        "0b6e6é",
        "rgb(0,0,0)",
        "é",
        "0b6e69\n",
    ];
    assert_eq!(called("channels", &json!(others)), json!(others.map(|_| Value::Null)));
}
