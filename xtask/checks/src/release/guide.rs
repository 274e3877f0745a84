//! The guide for site owners and the statements they can publish, each in both languages, from the templates in
//! `xtask/guide`.

use anyhow::{Result, bail};

use xtask_build::bundle::page::{Page, escape};
use xtask_build::headers;
use xtask_build::policy::Policy;

/// Each in Dutch, followed by the same page in English.
const GUIDES: [(&str, &str); 2] = [
    ("LEESMIJ.html", include_str!("../../../guide/LEESMIJ.html")),
    ("README.html", include_str!("../../../guide/README.html")),
];
const STYLE: &str = include_str!("../../../guide/statements/style.css");
const STATEMENTS: [(&str, &str); 4] = [
    ("statements/accessibility.nl.html", include_str!("../../../guide/statements/accessibility.nl.html")),
    ("statements/accessibility.en.html", include_str!("../../../guide/statements/accessibility.en.html")),
    ("statements/privacy.nl.html", include_str!("../../../guide/statements/privacy.nl.html")),
    ("statements/privacy.en.html", include_str!("../../../guide/statements/privacy.en.html")),
];

/// The pages by name. An element of a guide with `data-if="name"` is kept if the bundle has that file.
pub fn pages(version: &str, has: impl Fn(&str) -> bool) -> Result<Vec<(&'static str, String)>> {
    let headers = table();
    let filled = |name: &'static str, template: &str| {
        let text = template.replace("{{version}}", version).replace("{{headers}}", &headers);
        if let Some((_, left)) = text.split_once("{{") {
            bail!("{name} has the unknown placeholder {}", left.split("}}").next().unwrap_or_default());
        }
        Ok((name, text))
    };
    let guide = |(name, template)| {
        let mut page = Page::new(template);
        page.keep_if("data-if", &has)?;
        filled(name, page.as_str())
    };
    let statements =
        STATEMENTS.into_iter().map(|(name, template)| filled(name, &template.replace("{{style}}", STYLE)));
    GUIDES.into_iter().map(guide).chain(statements).collect()
}

/// The headers as table rows. The policy is shown without hashes, which differ per version.
fn table() -> String {
    let policy = (headers::POLICY, Policy::default().to_header(xtask_build::policy::SELF));
    let always = headers::ALWAYS.iter().map(|(name, value)| (*name, (*value).to_owned()));
    let row = |(name, value): (&str, String)| {
        let value = escape(&value);
        format!("<tr><th scope=\"row\"><code>{name}</code></th><td><code>{value}</code></td></tr>")
    };
    let rows: Vec<String> = always.chain([policy]).map(row).collect();
    rows.join("\n")
}

#[cfg(test)]
mod tests {
    use scraper::{Html, Selector};

    use super::*;

    fn all(html: &str, selector: &str) -> Vec<String> {
        let page = Html::parse_document(html);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).map(|element| element.inner_html()).collect()
    }

    #[test]
    fn both_languages_have_the_same_structure() {
        for known in [true, false] {
            let pages = pages("1.2.3", |_| known).unwrap();
            for pair in pages.chunks(2) {
                let [(name, dutch), (_, english)] = pair else { panic!("every page has a translation") };
                assert_eq!(all(dutch, "html[lang=nl]").len(), 1, "{name}");
                assert_eq!(all(english, "html[lang=en]").len(), 1, "{name}");
                for selector in ["h2", "h3", "li", "tr", "p"] {
                    let count = |page: &str| all(page, selector).len();
                    assert_eq!(count(dutch), count(english), "{selector} in {name}");
                }
                assert_eq!(all(dutch, "pre"), all(english, "pre"), "snippets to copy are the same");
            }
        }
    }

    #[test]
    fn both_guides_name_their_statements() {
        let pages = pages("1", |_| true).unwrap();
        for (guide, language) in [("LEESMIJ.html", "nl"), ("README.html", "en")] {
            let (_, text) = pages.iter().find(|(name, _)| *name == guide).unwrap();
            for statement in ["privacy", "accessibility"] {
                let file = format!("{statement}.{language}.html");
                assert!(text.contains(&file), "{guide} does not name {file}");
                assert!(pages.iter().any(|(name, _)| *name == format!("statements/{file}")), "{file}");
            }
        }
    }

    #[test]
    fn guide_mentions_only_files_of_the_archive() {
        let with = pages("1", |name| name == "embed.html").unwrap();
        let without = pages("1", |_| false).unwrap();
        assert!(with[0].1.contains("embed.html") && !without[0].1.contains("embed.html"));
        assert!(!with[0].1.contains("data-if"));
    }
}
