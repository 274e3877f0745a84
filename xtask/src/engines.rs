//! The browser engines of the tests, and the programs each of them requires.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::requirements::on_path;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`, of the family of Safari.
    Webkit,
}

/// A program that an engine requires.
#[derive(Debug)]
pub struct Program {
    /// The variable that may contain its path; the tests get the path in this variable with the prefix `FLEXKOMPAS_`.
    pub variable: &'static str,
    /// Its possible names on PATH.
    pub names: &'static [&'static str],
    /// Its package on Debian and Ubuntu.
    pub package: &'static str,
}

/// The web server whose shipped configuration is tested, in Chromium only.
pub const NGINX: Program =
    Program { variable: "NGINX", names: &["nginx", "/usr/sbin/nginx"], package: "nginx" };

impl Engine {
    /// All engines.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name on the command line and in the tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The programs it requires, except the driver of Firefox, which cargo installs.
    pub fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => &[
                Program {
                    variable: "CHROMIUM",
                    names: &["chromium", "chromium-browser", "google-chrome"],
                    package: "chromium",
                },
                Program { variable: "CHROMEDRIVER", names: &["chromedriver"], package: "chromium-driver" },
            ],
            Self::Firefox => {
                &[Program { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" }]
            }
            // The driver knows where its browser is. The browser has no headless mode.
            Self::Webkit => &[
                Program {
                    variable: "WEBKITWEBDRIVER",
                    names: &["WebKitWebDriver"],
                    package: "webkit2gtk-driver",
                },
                Program { variable: "XVFB", names: &["Xvfb"], package: "xvfb" },
            ],
        }
    }

    /// How to install it if the set-up cannot.
    pub fn how_to_install(self) -> &'static str {
        match self {
            Self::Chromium => {
                "Debian: `sudo apt install chromium chromium-driver`; Fedora: `sudo dnf install chromium chromedriver`; \
                 macOS: `brew install --cask chromium chromedriver`; \
                 Windows: `winget install Google.Chrome Chromium.ChromeDriver`"
            }
            Self::Firefox => {
                "Debian: `sudo apt install firefox-esr`; Fedora: `sudo dnf install firefox`; \
                 macOS: `brew install --cask firefox`; Windows: `winget install Mozilla.Firefox`"
            }
            Self::Webkit => {
                "Debian: `sudo apt install webkit2gtk-driver xvfb`; other systems have no such driver"
            }
        }
    }

    /// The packages that are missing on this machine.
    pub fn missing(self) -> Result<Vec<&'static str>, String> {
        let mut missing = Vec::new();
        for program in self.programs() {
            if program.locate()?.is_none() {
                missing.push(program.package);
            }
        }
        Ok(missing)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Engine {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| format!("{name:?} is not one of chromium, firefox, webkit"))
    }
}

impl Program {
    /// The path in its variable, or else the first of its names found on PATH.
    pub fn locate(&self) -> Result<Option<PathBuf>, String> {
        let Some(path) = std::env::var_os(self.variable).filter(|path| !path.is_empty()) else {
            return Ok(self.names.iter().find_map(|name| on_path(name)));
        };
        if !Path::new(&path).is_file() {
            return Err(format!(
                "{} is set to {}, which is not a file",
                self.variable,
                Path::new(&path).display()
            ));
        }
        Ok(Some(path.into()))
    }
}

/// The engines that `FLEXKOMPAS_ENGINES` requires, such as `chromium,firefox`: a run without one of them fails.
pub fn demanded(list: &str) -> Result<Vec<Engine>, String> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| name.parse().map_err(|error| format!("FLEXKOMPAS_ENGINES: {error}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn required_engines_are_listed_by_name() {
        assert_eq!(demanded(""), Ok(vec![]));
        assert_eq!(demanded("chromium, webkit"), Ok(vec![Engine::Chromium, Engine::Webkit]));
        assert!(demanded("chromium,safari").unwrap_err().contains("\"safari\""));
    }
}
