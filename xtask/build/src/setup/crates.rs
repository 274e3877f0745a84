//! The tools that cargo installs. A tool is taken from PATH or from the user's tool folder if it has the right version;
//! otherwise cargo-binstall downloads it, if installed, or it is compiled into that folder, which all clones of the
//! project share.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use xtask::steps::Steps;

use super::with_advice;
use crate::command;
use crate::setup::versions;

/// Cargo settings that would change what is compiled, or where.
const OVERRIDES: [&str; 8] = [
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INSTALL_ROOT",
    "CARGO_NET_OFFLINE",
    "CARGO_TARGET_DIR",
    "RUSTFLAGS",
];

/// A tool that is a package.
#[derive(Debug)]
pub(super) struct Crate<'a> {
    /// The name of the program.
    name: &'static str,
    package: &'static str,
    version: &'a str,
    /// The arguments for cargo that select as few features as possible.
    features: &'static [&'static str],
    /// Its purpose, shown while it is installed.
    purpose: &'static str,
}

/// A tool in the right version.
#[derive(Debug)]
pub(super) struct Tool {
    pub(super) path: PathBuf,
    /// The folder to add to PATH, if the tool was not found there.
    pub(super) installed_in: Option<PathBuf>,
}

impl Crate<'static> {
    /// Without update checks and TLS: it never uses the network.
    pub(super) const TRUNK: Self = Self {
        name: "trunk",
        package: "trunk",
        version: versions::TRUNK,
        features: &["--no-default-features"],
        purpose: "bundles program, styles and page",
    };
    pub(super) const GECKODRIVER: Self = Self {
        name: "geckodriver",
        package: "geckodriver",
        version: versions::GECKODRIVER,
        features: &[],
        purpose: "drives Firefox",
    };
    pub(super) const CARGO_ABOUT: Self = Self {
        name: "cargo-about",
        package: "cargo-about",
        version: versions::CARGO_ABOUT,
        features: &["--features", "cli"],
        purpose: "lists the licences of the packages in the archive",
    };
    pub(super) const CARGO_FUZZ: Self = Self {
        name: "cargo-fuzz",
        package: "cargo-fuzz",
        version: versions::CARGO_FUZZ,
        features: &[],
        purpose: "runs the fuzz targets",
    };
}

impl<'a> Crate<'a> {
    /// The binding generator, without its test runner.
    pub(super) fn wasm_bindgen(version: &'a str) -> Self {
        Self {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version,
            features: &["--no-default-features", "--bin", "wasm-bindgen"],
            purpose: "connects the program to the browser; its version must equal that of the crate",
        }
    }

    /// The tool, if it is installed in the right version.
    pub(super) fn find(&self) -> Result<Option<Tool>> {
        if let Some(path) = command::on_path(self.name).filter(|path| self.is(path)) {
            return Ok(Some(Tool { path, installed_in: None }));
        }
        Ok(self.find_in(&folder()?))
    }

    fn find_in(&self, folder: &Path) -> Option<Tool> {
        let folder = folder.join("bin");
        let path = folder.join(self.name).with_extension(env::consts::EXE_EXTENSION);
        self.is(&path).then_some(Tool { path, installed_in: Some(folder) })
    }

    /// Finds the tool or installs it.
    pub(super) fn find_or_install(&self, steps: &Steps) -> Result<Tool> {
        if let Some(tool) = self.find()? {
            return Ok(tool);
        }
        let folder = folder()?;
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let Self { package, version, purpose, .. } = self;
        if let Some(binstall) = command::on_path("cargo-binstall") {
            let download = || command::run(&mut self.download(&binstall, &folder));
            let downloaded = steps.run(&format!("Download {package} {version} ({purpose})"), download);
            match (downloaded, self.find()?) {
                (Ok(()), Some(tool)) => return Ok(tool),
                _ => println!("    cargo-binstall failed; compiling it instead"),
            }
        }
        steps
            .run(&format!("Compile {package} {version}, once ({purpose})"), || {
                command::run(&mut self.compile(&folder))
            })
            .map_err(|error| with_advice(error, &folder))?;
        // The intermediate files would only help an interrupted installation.
        let _ = fs::remove_dir_all(self.target(&folder));
        match self.find()? {
            Some(tool) => Ok(tool),
            None => bail!("{package} was just installed, but does not report version {version}"),
        }
    }

    fn is(&self, path: &Path) -> bool {
        let answer = command::output(Command::new(path).arg("--version"));
        answer.is_ok_and(|line| versions::reported(&line) == Some(self.version))
    }

    /// Never compiles: [`Self::compile`] does that faster.
    fn download(&self, binstall: &Path, folder: &Path) -> Command {
        let mut download = Command::new(binstall);
        download.args(["--no-confirm", "--force", "--disable-strategies", "compile", "--root"]).arg(folder);
        download.arg(format!("{}@{}", self.package, self.version));
        outside_the_project(download, folder)
    }

    /// Compiles without optimisation: no tool runs long enough to make up for an optimised build
    /// (docs/decisions/0001-quick-tools.md).
    fn compile(&self, folder: &Path) -> Command {
        let mut install = command::cargo();
        install.args(["install", "--debug", "--locked", "--force", "--version"]);
        install.arg(format!("={}", self.version)).arg("--root").arg(folder);
        install.arg("--target-dir").arg(self.target(folder));
        install.args(["--config", "profile.dev.debug=false"]).args(self.features).arg(self.package);
        // Incremental data costs time and is never used again.
        install.env("CARGO_INCREMENTAL", "0");
        outside_the_project(install, folder)
    }

    /// A separate folder, so that an interrupted installation can continue.
    fn target(&self, folder: &Path) -> PathBuf {
        folder.join("target").join(self.name)
    }
}

/// Removes the project's cargo settings, which do not apply to its tools.
fn outside_the_project(mut command: Command, folder: &Path) -> Command {
    command.current_dir(folder);
    for setting in OVERRIDES {
        command.env_remove(setting);
    }
    command
}

/// The tool folder of the user, outside the project, so that a fresh clone need not compile the tools again.
pub(super) fn folder() -> Result<PathBuf> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = set("FLEXKOMPAS_TOOLS") {
        return std::path::absolute(folder).context("FLEXKOMPAS_TOOLS is not a path");
    }
    let cache = set("XDG_CACHE_HOME").filter(|path| path.is_absolute());
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(cache
        .context("no home folder; set FLEXKOMPAS_TOOLS to a folder for the tools")?
        .join("flexkompas/tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn tool_in_another_version_or_half_installed_is_reinstalled() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bin/trunk");
        fs::create_dir(folder.path().join("bin")).unwrap();
        let install = |script: &str| {
            fs::write(&path, script).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        };
        assert!(Crate::TRUNK.find_in(folder.path()).is_none());
        install("#!/bin/sh\necho trunk 0.1.0\n");
        assert!(Crate::TRUNK.find_in(folder.path()).is_none(), "another version");
        install("\x7fELF");
        assert!(Crate::TRUNK.find_in(folder.path()).is_none(), "half of a program");
        install(&format!("#!/bin/sh\necho trunk {}\n", versions::TRUNK));
        assert_eq!(Crate::TRUNK.find_in(folder.path()).map(|tool| tool.path), Some(path.clone()));
        let again = Crate::TRUNK.compile(folder.path());
        assert!(again.get_args().any(|argument| argument == "--force"), "cargo would think it is there");
    }

    #[test]
    fn cargo_binstall_downloads_one_version_and_never_compiles() {
        let command = Crate::TRUNK.download(Path::new("cargo-binstall"), Path::new("tools"));
        let line: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
        assert!(
            line.join(" ").ends_with(&format!("compile --root tools trunk@{}", versions::TRUNK)),
            "{line:?}"
        );
    }
}
