//! The release archive for site owners: the folder to upload, server configurations, the guide, licences and checksums.
//! The same input always gives the same bytes: names are sorted, and times, owners and permissions do not come from the
//! machine.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};
use time::{OffsetDateTime, PrimitiveDateTime};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{configs, guide};
use xtask_build::bundle::compress::is_copy;
use xtask_build::bundle::files;

/// The folder to upload.
pub const PUBLIC: &str = "flexkompas";
/// The folder with server configurations, which must not be uploaded.
pub const SERVERS: &str = "server";
/// The folder with licences.
pub const LICENCES: &str = "licences";
/// The list of checksums, in the format of `sha256sum`.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// A file of the archive: its name and its bytes.
pub type File = (String, Vec<u8>);

/// The contents of an archive.
pub struct Archive {
    /// The top-level folder, such as `flexkompas-1.2.3`.
    pub name: String,
    /// The files by their name in that folder.
    files: BTreeMap<String, Vec<u8>>,
    /// The latest possible time of a file, in seconds since 1970.
    moment: i64,
}

impl Archive {
    /// Collects the contents, including every file of the bundle.
    pub fn of(bundle: &Path, licences: Vec<File>, version: &str, moment: i64) -> Result<Self> {
        let public = read(bundle)?;
        if !public.iter().any(|(name, _)| name == "index.html") {
            bail!("there is no bundle in {}: `cargo xtask build` makes it", bundle.display());
        }
        let paths: Vec<String> =
            public.iter().filter(|(name, _)| !is_copy(name)).map(|(name, _)| format!("/{name}")).collect();

        let mut files = BTreeMap::new();
        for config in configs::make(bundle, &paths, version)? {
            files.insert(format!("{SERVERS}/{}", config.name), config.text.into_bytes());
        }
        for (name, page) in guide::pages(version, |name| public.iter().any(|(known, _)| known == name))? {
            files.insert(name.to_owned(), page.into_bytes());
        }
        files.extend(public.into_iter().map(|(name, bytes)| (format!("{PUBLIC}/{name}"), bytes)));
        files.extend(licences.into_iter().map(|(name, bytes)| (format!("{LICENCES}/{name}"), bytes)));
        let mut sums = String::new();
        for (name, bytes) in &files {
            // Writing to a string cannot fail.
            let _ = writeln!(sums, "{}  {name}", sha256(bytes));
        }
        files.insert(CHECKSUMS.to_owned(), sums.into_bytes());
        Ok(Self { name: format!("flexkompas-{version}"), files, moment })
    }

    /// The archive as a `.zip`, which every system can unpack.
    pub fn zip(&self) -> Result<Vec<u8>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.files {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .compression_level(Some(9))
                .last_modified_time(in_zip(self.time_of(bytes))?)
                .unix_permissions(0o644);
            archive.start_file(format!("{}/{name}", self.name), options)?;
            archive.write_all(bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    }

    /// The archive as a `.tar.gz`, for servers.
    pub fn tar_gz(&self) -> Result<Vec<u8>> {
        let gzip = GzBuilder::new().write(Vec::new(), Compression::best());
        let mut archive = tar::Builder::new(gzip);
        for (name, bytes) in &self.files {
            let mut header = tar::Header::new_ustar();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            header.set_mtime(self.time_of(bytes).unsigned_abs());
            archive.append_data(&mut header, format!("{}/{name}", self.name), bytes.as_slice())?;
        }
        Ok(archive.into_inner()?.finish()?)
    }

    /// Writes the files into a folder, as if the archive were unpacked there.
    pub fn unpack(&self, folder: &Path) -> Result<()> {
        for (name, bytes) in &self.files {
            let path = folder.join(&self.name).join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }

    /// The modification time of a file: within a day before the moment, derived from its bytes. Web servers use time
    /// and size to decide whether a browser is up to date; with one time for all files, a page in which only hashes
    /// changed would seem unchanged. The number is even, because zip archives store even seconds only.
    fn time_of(&self, bytes: &[u8]) -> i64 {
        let digest = Sha256::digest(bytes);
        let number = digest.iter().take(4).fold(0_i64, |number, byte| number << 8 | i64::from(*byte));
        (self.moment / 2 - number % (12 * 60 * 60)) * 2
    }
}

/// Converts seconds since 1970 to the format of zip archives.
fn in_zip(seconds: i64) -> Result<DateTime> {
    let time = OffsetDateTime::from_unix_timestamp(seconds)?;
    let time = PrimitiveDateTime::new(time.date(), time.time());
    DateTime::try_from(time).with_context(|| format!("an archive cannot hold the time {time}"))
}

/// The files below a folder, with their bytes.
fn read(folder: &Path) -> Result<Vec<File>> {
    let bytes = |file: files::File| -> Result<File> {
        let bytes = fs::read(&file.path).with_context(|| format!("cannot read {}", file.path.display()))?;
        Ok((file.name, bytes))
    };
    files::below(folder)?.into_iter().map(bytes).collect()
}

/// The checksum as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::time::{Duration, SystemTime};

    use super::*;

    const FILES: [(&str, &str); 4] = [
        ("index.html", "<title>Flexkompas</title><style>x</style>"),
        ("index.html.gz", "packed"),
        ("boot.js", "start()"),
        ("en/index.html", "<title>Flexkompas</title>"),
    ];

    fn bundle(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn archive(bundle: &Path) -> Archive {
        let licences = vec![("LICENSE".to_owned(), b"free".to_vec())];
        Archive::of(bundle, licences, "1.2.3", 1_795_000_000).unwrap()
    }

    #[test]
    fn same_bundle_gives_the_same_archive_in_any_place_at_any_time() {
        let first = bundle(&FILES);
        let mut turned = FILES;
        turned.reverse();
        let second = bundle(&turned);
        let old = fs::File::options().write(true).open(second.path().join("boot.js")).unwrap();
        old.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)).unwrap();
        let (first, second) = (archive(first.path()), archive(second.path()));
        assert!(first.zip().unwrap() == second.zip().unwrap(), "zip");
        assert!(first.tar_gz().unwrap() == second.tar_gz().unwrap(), "tar.gz");
    }

    #[test]
    fn archive_is_complete_and_its_checksums_are_correct() {
        let bundle = bundle(&FILES);
        let archive = archive(bundle.path());
        let mut zip = zip::ZipArchive::new(Cursor::new(archive.zip().unwrap())).unwrap();
        let mut text = |name: &str| {
            let mut text = String::new();
            zip.by_name(&format!("flexkompas-1.2.3/{name}")).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let sums = text(CHECKSUMS);
        let names: Vec<&str> = sums.lines().map(|line| line.split_once("  ").unwrap().1).collect();
        assert_eq!(
            names,
            [
                "LEESMIJ.html",
                "README.html",
                "flexkompas/boot.js",
                "flexkompas/en/index.html",
                "flexkompas/index.html",
                "flexkompas/index.html.gz",
                "licences/LICENSE",
                "server/Caddyfile",
                "server/_headers",
                "server/apache.htaccess",
                "server/nginx.conf",
                "statements/accessibility.en.html",
                "statements/accessibility.nl.html",
                "statements/privacy.en.html",
                "statements/privacy.nl.html",
            ]
        );
        for line in sums.lines() {
            let (sum, name) = line.split_once("  ").unwrap();
            assert_eq!(sum, sha256(text(name).as_bytes()), "{name}");
        }
    }

    #[test]
    fn zip_and_tar_contain_the_same_files_with_the_same_times() {
        let bundle = bundle(&FILES);
        let archive = archive(bundle.path());
        let mut zip = zip::ZipArchive::new(Cursor::new(archive.zip().unwrap())).unwrap();
        let packed = archive.tar_gz().unwrap();
        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice()));
        for (at, entry) in tar.entries().unwrap().enumerate() {
            let mut entry = entry.unwrap();
            let mut other = zip.by_index(at).unwrap();
            let name = other.name().unwrap().into_owned();
            assert_eq!(entry.path().unwrap().to_string_lossy(), name);
            let time = i64::try_from(entry.header().mtime().unwrap()).unwrap();
            assert_eq!(other.last_modified(), Some(in_zip(time).unwrap()));
            let (mut one, mut two) = (Vec::new(), Vec::new());
            entry.read_to_end(&mut one).unwrap();
            other.read_to_end(&mut two).unwrap();
            assert!(one == two, "{name}");
        }
    }

    #[test]
    fn page_with_other_hashes_of_the_same_size_has_another_time() {
        let folder = bundle(&FILES);
        let archive = archive(folder.path());
        assert_ne!(archive.time_of(b"a-1111.wasm"), archive.time_of(b"a-2222.wasm"));
    }

    #[test]
    fn folder_without_a_page_is_not_a_bundle() {
        let folder = bundle(&[("boot.js", "")]);
        let error = Archive::of(folder.path(), Vec::new(), "1", 0).err().unwrap().to_string();
        assert!(error.contains("cargo xtask build"), "{error}");
    }
}
