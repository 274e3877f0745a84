//! The guide for site owners, one page per language: the pages of `xtask/guide` with their gaps filled.

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

/// The headers as rows. Of the policy only its form: what it lists changes with every version.
fn table() -> String {
    let policy = (headers::POLICY, Policy::default().written(xtask_build::policy::SELF));
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
    fn both_languages_tell_the_same_things() {
        for known in [true, false] {
            let pages = pages("1.2.3", |_| known).unwrap();
            let [(_, dutch), (_, english)] = pages.as_slice() else { panic!("two pages") };
            for selector in ["h2", "h3", "li", "tr", "pre", "p"] {
                assert_eq!(all(dutch, selector).len(), all(english, selector).len(), "{selector}");
            }
            assert_eq!(
                all(dutch, "pre:not([lang])"),
                all(english, "pre:not([lang])"),
                "what is copied is the same"
            );
        }
    }

    #[test]
    fn only_what_is_in_the_archive_is_told() {
        let with = pages("1", |name| name == "embed.html").unwrap();
        let without = pages("1", |_| false).unwrap();
        assert!(with[0].1.contains("embed.html") && !without[0].1.contains("embed.html"));
        assert!(!with[0].1.contains("data-if"));
    }
}
