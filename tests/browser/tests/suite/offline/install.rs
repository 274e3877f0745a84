//! Installing the page as an app, and its manifests.

use flexkompas_browser_tests::{engines, phone};
use serde_json::{Value, json};

use super::visits::visit_online;

#[test]
fn the_page_can_be_installed() {
    engines!(Chromium, "only its driver reports installability");
    for address in ["/", "/en/"] {
        let visitor = phone().start();
        visit_online(&visitor, address);
        assert_eq!(visitor.installability_errors(), [""; 0], "{address}");
        visitor.finish();
    }
}

#[test]
fn each_language_has_a_complete_manifest() {
    engines!(Chromium, "it compares files, the same in every engine");
    let visitor = phone().start();
    for (address, language) in [("/", "nl"), ("/en/", "en")] {
        visitor.open(address);
        visitor.expect_statement(1, 10);
        let look = "const done = arguments[arguments.length - 1];
            const { href } = document.querySelector('link[rel=manifest]');
            const size = src => new Promise((resolve, reject) => {
                const image = new Image();
                image.onload = () => resolve(`${image.naturalWidth}x${image.naturalHeight}`);
                image.onerror = reject;
                image.src = new URL(src, href);
            });
            fetch(href).then(response => response.json()).then(async manifest => done({
                lang: manifest.lang,
                start: new URL(manifest.start_url, href).href,
                scope: new URL(manifest.scope, href).href,
                sizes: await Promise.all(manifest.icons.slice(1).map(({ src }) => size(src))),
                said: manifest.icons.slice(1).map(({ sizes }) => sizes),
                touch: await size(document.querySelector('link[rel=apple-touch-icon]').href),
                lines: await size(manifest.icons[0].src) !== '0x0',
            }), error => done(String(error)))";
        let manifest = visitor.execute_async(look, []);
        let page = format!("{}{}", visitor.server().url(), address.trim_start_matches('/'));
        assert_eq!(manifest["lang"], json!(language), "{manifest}");
        assert_eq!([&manifest["start"], &manifest["scope"]], [&json!(page); 2]);
        assert_eq!(manifest["sizes"], manifest["said"]);
        assert_eq!([&manifest["touch"], &manifest["lines"]], [&json!("180x180"), &Value::Bool(true)]);
    }
    visitor.finish();
}
