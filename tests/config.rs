//! The configuration of a site owner is read as written, and every wrong value is named once and left out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where its own material is wrong")]

use flexkompas::app::{Config, Section};
use flexkompas::content::Language;
use flexkompas::domain::{RoleId, ScanLength};
use serde_json::{Value, json};

/// Reads a block and an address such as `set=full&accent=0b6`.
fn read(block: &str, address: &str) -> (Config, Vec<String>) {
    let pairs: Vec<(&str, &str)> = address.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let parameter =
        |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    Config::read(Some(block), &parameter)
}

#[track_caller]
fn accepted(block: &Value, address: &str) -> Config {
    let (config, refused) = read(&block.to_string(), address);
    assert_eq!(refused, [""; 0]);
    config
}

/// A block with one wrong value: it is as if it were absent, and one message names it and what is accepted.
#[track_caller]
fn refused_in_block(key: &str, value: &Value, wanted: &str) {
    let (config, refused) = read(&json!({ key: value, "title": "Kompas" }).to_string(), "");
    let message = format!("Flexkompas: {key} {value} in flexkompas-config is not used: it must be {wanted}");
    assert_eq!(refused, [message]);
    assert_eq!(config, accepted(&json!({ "title": "Kompas" }), ""), "the rest still counts");
}

/// The same in the address.
#[track_caller]
fn refused_in_address(key: &str, value: &str, wanted: &str) {
    let (config, refused) = read("{}", &format!("{key}={value}"));
    let message = format!("Flexkompas: {key} \"{value}\" in the address is not used: it must be {wanted}");
    assert_eq!(refused, [message]);
    assert_eq!(config, Config::default());
}

const PARTS: &str = "of statements, ambition, result, principles, reflection, modules";
const CONTENT: &str = "a folder on this site that ends with /, and the id of its questionSet";

#[test]
fn without_configuration_all_is_as_it_was() {
    assert_eq!(Config::read(None, &|_| None), (Config::default(), Vec::new()));
    assert_eq!(read("{}", ""), (Config::default(), Vec::new()));
}

#[test]
fn every_setting_of_the_block_is_read() {
    let tips = json!([{ "id": "tip-own", "text": "Bel HR.", "source": "HR" }]);
    let config = accepted(
        &json!({
            "title": " Kompas van Noord ", "logo": "../logo.svg?v=2", "contact": "mailto:hr@example.org",
            "accent": "#0b6e69", "language": "en", "set": "full", "role": "hr", "theme": "werkdruk",
            "parts": ["ambition", "principles"], "content": { "folder": "eigen/", "questionSet": "noord-2027" },
            "tips": tips, "results": ["https://intranet.example.org", "http://localhost:8080"],
        }),
        "",
    );
    let expected = Config {
        title: Some("Kompas van Noord".into()),
        logo: Some("../logo.svg?v=2".into()),
        contact: Some("mailto:hr@example.org".into()),
        language: Language::parse("en"),
        length: Some(ScanLength::Full),
        role: RoleId::parse("hr"),
        theme: Some("werkdruk".into()),
        sections: vec![Section::Ambition, Section::Principles],
        results: vec!["https://intranet.example.org".into(), "http://localhost:8080".into()],
        tips: config.tips.clone(),
    };
    assert_eq!(config, expected);
    let texts: Vec<String> = config.tips.iter().map(ToString::to_string).collect();
    assert_eq!(serde_json::from_str::<Value>(&format!("[{}]", texts.join(","))).unwrap(), tips);
}

#[test]
fn the_address_counts_for_more_than_the_block() {
    let block = json!({ "set": "full", "role": "hr", "theme": "werkdruk", "parts": ["ambition"] });
    let config =
        accepted(&block, "set=quick&role=manager&theme=verzuim&parts=principles,modules&lang=nl&accent=0b6");
    let expected = Config {
        length: Some(ScanLength::Quick),
        role: RoleId::parse("manager"),
        theme: Some("verzuim".into()),
        sections: vec![Section::Principles, Section::Modules],
        ..Config::default()
    };
    assert_eq!(config, expected);
}

#[test]
fn every_wrong_value_of_the_block_is_named_once_and_left_out() {
    for (key, value, wanted) in [
        ("logo", json!("https://elsewhere.example/logo.svg"), "a path on this site"),
        ("logo", json!("//elsewhere.example/logo.svg"), "a path on this site"),
        ("logo", json!("\\\\elsewhere.example\\logo.svg"), "a path on this site"),
        ("logo", json!(""), "a path on this site"),
        ("contact", json!("javascript:alert(1)"), "an address with https: or mailto:"),
        ("contact", json!("http://example.org"), "an address with https: or mailto:"),
        ("contact", json!("mailto:nobody"), "an address with https: or mailto:"),
        ("contact", json!("https://example.org/a b"), "an address with https: or mailto:"),
        ("accent", json!("teal"), "a colour such as 0b6e69"),
        ("accent", json!("12345"), "a colour such as 0b6e69"),
        ("language", json!("de"), "nl or en"),
        ("set", json!("big"), "quick or full"),
        ("set", json!(10), "quick or full"),
        ("role", json!("De baas"), "the id of a role"),
        ("theme", json!(""), "1 to 80 letters"),
        ("theme", json!(null), "1 to 80 letters"),
        ("parts", json!("score"), PARTS),
        ("content", json!("eigen/"), CONTENT),
        ("content", json!({ "folder": "eigen/" }), CONTENT),
        ("content", json!({ "folder": "eigen", "questionSet": "noord" }), CONTENT),
        ("content", json!({ "folder": "https://elsewhere.example/", "questionSet": "noord" }), CONTENT),
        ("content", json!({ "folder": "eigen/", "questionSet": "Noord 2027" }), CONTENT),
        ("tips", json!({ "id": "tip-own" }), "a list"),
        ("tips", json!("Bel HR."), "a list"),
        ("results", json!("*"), "an origin such as https://example.org"),
        ("results", json!("null"), "an origin such as https://example.org"),
        ("results", json!("https://"), "an origin such as https://example.org"),
        ("results", json!("https://example.org/"), "an origin such as https://example.org"),
        ("results", json!("https://Example.org"), "an origin such as https://example.org"),
        ("results", json!("https://example.org:"), "an origin such as https://example.org"),
        ("results", json!("https://example.org:99999"), "an origin such as https://example.org"),
        ("results", json!("https://*.example.org"), "an origin such as https://example.org"),
        ("results", json!("ftp://example.org"), "an origin such as https://example.org"),
    ] {
        refused_in_block(key, &value, wanted);
    }
    let long = "a".repeat(81);
    let (config, refused) = read(&json!({ "title": long }).to_string(), "");
    assert_eq!(
        refused,
        [format!(
            "Flexkompas: title \"{long}\" in flexkompas-config is not used: it must be 1 to 80 letters"
        )]
    );
    assert_eq!(config, Config::default());
}

#[test]
fn every_wrong_value_of_the_address_is_named_once_and_left_out() {
    for (key, value, wanted) in [
        ("lang", "de", "nl or en"),
        ("set", "big", "quick or full"),
        ("role", "De baas", "the id of a role"),
        ("theme", " ", "1 to 80 letters"),
        ("accent", "0b6e6", "a colour such as 0b6e69"),
        ("parts", "score", PARTS),
    ] {
        refused_in_address(key, value, wanted);
    }
}

#[test]
fn of_a_list_each_wrong_item_is_named_and_the_others_count() {
    let origins = json!({ "results": ["https://a.example", "*", 7, "https://b.example"] });
    let (config, refused) = read(&origins.to_string(), "");
    assert_eq!(config.results, ["https://a.example".into(), "https://b.example".into()]);
    let message = |value: &str| {
        format!(
            "Flexkompas: results {value} in flexkompas-config is not used: it must be an origin such as https://example.org"
        )
    };
    assert_eq!(refused, [message("\"*\""), message("7")]);

    let (config, refused) = read("{}", "parts=ambition,score");
    assert_eq!(config, accepted(&json!({ "parts": ["ambition"] }), ""));
    assert_eq!(
        refused,
        [format!("Flexkompas: parts \"score\" in the address is not used: it must be {PARTS}")]
    );
}

#[test]
fn an_unknown_name_is_told_with_those_that_are_known() {
    for name in ["titel", "lang", "result"] {
        let (config, refused) = read(&json!({ name: "x" }).to_string(), "");
        assert_eq!(config, Config::default());
        let message = format!(
            "Flexkompas: {name} \"x\" in flexkompas-config is not used: it must be title, logo, contact, accent, appearance, \
             language, set, role, theme, parts, content, tips or results"
        );
        assert_eq!(refused, [message]);
    }
    // Addresses have parameters of others too.
    assert_eq!(read("{}", "utm_source=intranet&title=x"), (Config::default(), Vec::new()));
}

#[test]
fn a_block_that_is_no_object_is_told_with_the_place() {
    let (config, refused) = read("{\n  \"title\": \"Kompas\",\n}", "");
    assert_eq!(config, Config::default());
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(
        refused[0]
            .starts_with("Flexkompas: the text in flexkompas-config is not used: it must be JSON (line 3: "),
        "{refused:?}"
    );
    let (config, refused) = read("[]", "");
    assert_eq!(config, Config::default());
    assert_eq!(refused, ["Flexkompas: [] in flexkompas-config is not used: it must be an object in braces"]);
}
