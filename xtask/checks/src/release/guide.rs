//! The guide for site owners, one page per language, from the templates in `xtask/guide`.

use anyhow::{Result, bail};

use xtask_build::bundle::page::{Page, escape};
use xtask_build::headers;
use xtask_build::policy::Policy;

const PAGES: [(&str, &str); 2] = [
    ("LEESMIJ.html", include_str!("../../../guide/LEESMIJ.html")),
    ("README.html", include_str!("../../../guide/README.html")),
];

/// The pages by name. An element with `data-if="name"` is kept if the bundle has that file.
pub fn pages(version: &str, has: impl Fn(&str) -> bool) -> Result<Vec<(&'static str, String)>> {
    let headers = table();
    let page = |(name, template): (&'static str, &str)| {
        let mut page = Page::new(template);
        page.keep_if("data-if", &has)?;
        let text = page.as_str().replace("{{version}}", version).replace("{{headers}}", &headers);
        if let Some((_, left)) = text.split_once("{{") {
            bail!("{name} has the unknown placeholder {}", left.split("}}").next().unwrap_or_default());
        }
        Ok((name, text))
    };
    PAGES.into_iter().map(page).collect()
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
            let [(_, dutch), (_, english)] = pages.as_slice() else { panic!("two pages") };
            for selector in ["h2", "h3", "li", "tr", "pre", "p"] {
                assert_eq!(all(dutch, selector).len(), all(english, selector).len(), "{selector}");
            }
            assert_eq!(
                all(dutch, "pre:not([lang])"),
                all(english, "pre:not([lang])"),
                "snippets to copy are the same"
            );
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
