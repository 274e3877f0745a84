//! Writes a brotli and a gzip copy of every file that compresses well, so that a web server need not compress per
//! request and the strongest setting is affordable.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::bundle::files;
use crate::serve::headers;

/// Compresses the files below a folder.
pub fn compress(folder: &Path) -> Result<()> {
    for file in files::below(folder)? {
        // The bytes under a name with a hash never change, so their copies stay valid.
        let is_done = headers::is_hashed(&file.name) && with_suffix(&file.path, ".gz").is_file();
        if !is_done && headers::file_type(&file.name).is_some_and(|kind| kind.compresses) {
            compress_file(&file.path).with_context(|| format!("cannot compress {}", file.name))?;
        }
    }
    Ok(())
}

/// Writes both copies of one file.
pub fn compress_file(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;

    let mut brotli = Vec::new();
    let params = BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &params)?;
    fs::write(with_suffix(path, ".br"), brotli)?;

    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    fs::write(with_suffix(path, ".gz"), gzip.finish()?)?;
    Ok(())
}

/// Whether a path belongs to a compressed copy.
pub fn is_copy(path: &str) -> bool {
    matches!(Path::new(path).extension().and_then(|ending| ending.to_str()), Some("br" | "gz"))
}

/// The path with a suffix, such as `.br` for the copy in brotli.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn copies_decompress_to_the_original_and_images_are_skipped() {
        let folder = tempfile::tempdir().unwrap();
        let text = "flexkompas ".repeat(100);
        fs::write(folder.path().join("a.css"), &text).unwrap();
        fs::write(folder.path().join("b.png"), &text).unwrap();
        compress(folder.path()).unwrap();

        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut fs::File::open(folder.path().join("a.css.br")).unwrap(), &mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text.as_bytes());
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(fs::File::open(folder.path().join("a.css.gz")).unwrap())
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
        assert!(!folder.path().join("b.png.br").exists());
    }
}
