//! The pages that are compared, and how each is built for a number of statements.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::content::{self, Asked};
use xtask_build::bundle::files::fingerprint;
use xtask_build::bundle::page::Page;
use xtask_build::bundle::{compress, files, minify, post_build};
use xtask_build::content::sources::Sources;
use xtask_build::{bundle, command};

/// A page of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Variant {
    /// The release bundle
    Flexkompas,
    /// Plain JavaScript, inlined in one HTML file
    Plain,
    /// Preact
    Preact,
    /// SurveyJS
    Surveyjs,
}

impl Variant {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flexkompas => "Flexkompas",
            Self::Plain => "plain JavaScript",
            Self::Preact => "Preact",
            Self::Surveyjs => "SurveyJS",
        }
    }

    /// The button to the next statement.
    pub fn next(self) -> &'static str {
        match self {
            Self::Surveyjs => ".sd-navigation__next-btn, .sd-navigation__complete-btn",
            _ => "[data-action=next]",
        }
    }

    /// The button with which a returning visitor continues, if the page does not show the statement itself.
    pub fn carry_on(self) -> &'static str {
        match self {
            Self::Flexkompas => "[data-action=continue]",
            _ => "[data-action=next]",
        }
    }

    /// A script that is true once the page is in its final state.
    pub fn settled(self) -> &'static str {
        match self {
            Self::Flexkompas => "!window.flexkompasEarly && !document.getElementById('app-next')",
            _ => "true",
        }
    }

    /// A script that goes from the last statement to the end of the scan, if there are screens in between.
    pub fn to_the_end(self) -> Option<&'static str> {
        match self {
            Self::Flexkompas => Some(
                "(async () => {
                    const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
                    for (let tries = 0; tries < 500 && !document.querySelector('[data-result]'); tries++) {
                        document.querySelector('[data-screen=ambition] [data-action=next]')?.click();
                        await pause();
                    }
                    return Boolean(document.querySelector('[data-result]'));
                })()",
            ),
            _ => None,
        }
    }

    /// The folder and the entry file of its source; `None` for Flexkompas.
    fn source(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Flexkompas => None,
            Self::Plain => Some(("plain", "app.js")),
            Self::Preact => Some(("preact", "app.jsx")),
            Self::Surveyjs => Some(("surveyjs", "app.js")),
        }
    }
}

/// A page after building.
#[derive(Debug)]
pub struct Built {
    /// The implementation.
    pub variant: Variant,
    /// The folder to serve.
    pub folder: PathBuf,
    /// The statements it shows.
    pub asked: Vec<Asked>,
}

/// Builds pages with this number of statements, each in its own folder below `target/bench`. They share the style sheet
/// of the bundle, which must exist.
pub fn build(root: &Path, variants: &[Variant], sources: &Sources, count: usize) -> Result<Vec<Built>> {
    let target = root.join("target/bench");
    let asked = content::asked(sources)?;
    let own = target.join(format!("content-{count}"));
    content::write(sources, &own)?;
    let for_others = own.join("for-others.json");
    fs::write(&for_others, content::for_others(sources)?.to_string())?;
    let mut built = Vec::with_capacity(variants.len());
    for &variant in variants {
        let folder = target.join(format!("{variant:?}-{count}").to_lowercase());
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        match variant.source() {
            None => flexkompas(&bundle::folder(root), &own, &folder),
            Some((name, first)) => {
                other(root, &root.join("bench").join(name).join(first), &for_others, &folder, variant)
            }
        }
        .with_context(|| format!("cannot build {} with {count} statements", variant.name()))?;
        built.push(Built { variant, folder, asked: asked.clone() });
    }
    Ok(built)
}

/// The release bundle with other content.
fn flexkompas(bundle: &Path, content: &Path, folder: &Path) -> Result<()> {
    if !bundle.join("index.html").is_file() {
        bail!("there is no bundle in {}: `cargo xtask build` makes it", bundle.display());
    }
    for file in files::below(bundle)? {
        let target = folder.join(&file.name);
        fs::create_dir_all(target.with_file_name(""))?;
        fs::copy(&file.path, &target)?;
    }
    post_build::with_other_content(command::root(), content, folder)
}

/// Builds a page of another implementation: its script bundled and minified like the product's, in files with a hash in
/// their name, so that browsers may cache them forever.
fn other(root: &Path, first: &Path, content: &Path, folder: &Path, variant: Variant) -> Result<()> {
    let mut esbuild = minify::esbuild(root);
    esbuild.arg(first).arg(format!("--outfile={}", folder.join("app.js").display()));
    esbuild.arg(format!("--alias:content={}", content.display()));
    esbuild.args(["--bundle", "--jsx=automatic", "--jsx-import-source=preact"]);
    esbuild.arg(if variant == Variant::Plain { "--format=iife" } else { "--format=esm" });
    command::run(esbuild.current_dir(root.join("bench")))?;

    let mut page = Page::read(&root.join("bench/page.html"))?;
    let script = folder.join("app.js");
    let (head, script) = match variant {
        Variant::Plain => {
            let text = fs::read_to_string(&script)?;
            fs::remove_file(&script)?;
            (styles_for_bundle(root)?, format!("<script>{}</script>", text.trim()))
        }
        Variant::Surveyjs => {
            // In the head, the script is requested together with the styles.
            let styles = named_by_hash(&folder.join("app.css"))?;
            let script = named_by_hash(&script)?;
            let link = format!("<link rel=\"stylesheet\" href=\"{styles}\" />");
            (format!("{link}<script type=\"module\" src=\"{script}\"></script>"), String::new())
        }
        _ => {
            let script = named_by_hash(&script)?;
            let script = format!("<script type=\"module\" src=\"{script}\"></script>");
            (format!("{script}{}", styles_for_bundle(root)?), String::new())
        }
    };
    let title = format!("Flexkompas · {}", variant.name());
    page.set_content("title", &title)?;
    for (comment, html) in [("head", head), ("script", script)] {
        page.replace_comment(comment, &html)?;
    }
    page.write(&folder.join("index.html"))?;
    compress::compress(folder)
}

/// The inlined styles of the product.
fn styles_for_bundle(root: &Path) -> Result<String> {
    let page = Page::read(&bundle::folder(root).join("index.html"))?;
    let styles = page.text("style").context("only the page of a release build contains its styles")?;
    Ok(format!("<style>{styles}</style>"))
}

/// Adds a hash to the name of a file and returns the new name.
fn named_by_hash(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let (stem, ending) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    let name = format!("{}.{}.{}", stem.to_string_lossy(), fingerprint(&bytes), ending.to_string_lossy());
    fs::rename(path, path.with_file_name(&name))?;
    Ok(name)
}

/// The versions of the libraries, from the lock file of `bench/`.
pub fn versions(root: &Path) -> Result<Vec<(String, String)>> {
    let text = fs::read_to_string(root.join("bench/package-lock.json"))?;
    let lock: serde_json::Value = serde_json::from_str(&text)?;
    let version = |name: &str| {
        let version = lock["packages"][format!("node_modules/{name}")]["version"].as_str();
        (name.to_owned(), version.unwrap_or("?").to_owned())
    };
    Ok(["preact", "survey-core", "survey-js-ui"].map(version).to_vec())
}
