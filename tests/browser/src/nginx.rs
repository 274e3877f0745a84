//! A real nginx with the configuration from the archive, as a site owner sets it up.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use xtask_checks::archive::{Archive, PUBLIC, SERVERS};

use crate::driver::ChildProgram;
use crate::engine::env_or;
use crate::ports;
use crate::report::skip;

/// The file of the module that serves brotli copies, in Debian.
const BROTLI: &str = "ngx_http_brotli_static_module.so";

/// A running nginx. It stops when it is dropped.
pub struct Nginx {
    port: u16,
    public: PathBuf,
    sends_brotli: bool,
    _process: ChildProgram,
    _folder: TempDir,
}

impl Nginx {
    /// Unpacks the archive into a new folder and serves it. Skips the test if nginx is not installed.
    #[track_caller]
    pub fn serving(archive: &Archive) -> Option<Self> {
        let program = env_or("FLEXKOMPAS_NGINX", "/usr/sbin/nginx");
        if !Path::new(&program).is_file() {
            skip("nginx is not installed: `cargo xtask test` installs it where possible");
            return None;
        }
        let folder = TempDir::new().unwrap();
        archive.unpack(folder.path()).unwrap();
        let unpacked = folder.path().join(&archive.name);
        let public = unpacked.join(PUBLIC);

        let port = ports::free();
        let module = modules_of(&program).join(BROTLI);
        let sends_brotli = module.is_file();
        let shipped = fs::read_to_string(unpacked.join(SERVERS).join("nginx.conf")).unwrap();
        let site = folder.path().join("site.conf");
        fs::write(&site, filled_in(&shipped, port, &public, sends_brotli)).unwrap();

        // The main configuration around the site, without anything that needs root.
        let load = if sends_brotli { format!("load_module {};", module.display()) } else { String::new() };
        let own = folder.path().display();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {own}/{kind};"))
            .join(" ");
        let main = format!(
            "{load} daemon off; master_process off; pid {own}/nginx.pid; error_log stderr;\n\
             events {{}}\nhttp {{ access_log off; {temporary} include {}; }}\n",
            site.display()
        );
        let config = folder.path().join("nginx.conf");
        fs::write(&config, main).unwrap();

        let started_with = ["-e", "stderr", "-p", &own.to_string(), "-c", &config.to_string_lossy()];
        let check = Command::new(&program).args(started_with).arg("-t").output().unwrap();
        let said = String::from_utf8_lossy(&check.stderr);
        assert!(
            check.status.success() && !said.contains("[warn]"),
            "nginx rejects the configuration: {said}"
        );
        let process = ChildProgram::listening(Command::new(&program).args(started_with), port, None);
        Some(Self { port, public, sends_brotli, _process: process, _folder: folder })
    }

    /// Its address, without a trailing slash.
    pub fn address(&self) -> String {
        address(self.port)
    }

    /// The folder it serves.
    pub fn public(&self) -> &Path {
        &self.public
    }

    /// Whether the brotli module is installed.
    pub fn supports_brotli(&self) -> bool {
        self.sends_brotli
    }
}

fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// The configuration with the lines marked HERE filled in.
#[track_caller]
fn filled_in(shipped: &str, port: u16, public: &Path, sends_brotli: bool) -> String {
    let mut lines = vec![
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("server_name flexkompas.example.org;", "server_name 127.0.0.1;".to_owned()),
        ("root /var/www/flexkompas;", format!("root {};", public.display())),
        ("\"'self'\";", format!("\"'self' {}\";", address(port))),
    ];
    if sends_brotli {
        lines.push(("# brotli_static on;", "brotli_static on;".to_owned()));
    }
    lines.into_iter().fold(shipped.to_owned(), |text, (line, own)| {
        assert_eq!(text.matches(line).count(), 1, "the line {line} in\n{text}");
        text.replace(line, &own)
    })
}

/// The folder of this nginx's modules.
#[track_caller]
fn modules_of(program: &str) -> PathBuf {
    let told = Command::new(program).arg("-V").output().unwrap();
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    let path = told.split_whitespace().find_map(|word| word.strip_prefix("--modules-path="));
    PathBuf::from(path.unwrap_or("/usr/lib/nginx/modules"))
}
