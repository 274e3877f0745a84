//! `cargo xtask icons`: renders `web/icon.svg` as PNG files. They are committed in `web/icons`, so that a build needs
//! no renderer; a test keeps them current.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use xtask_build::bundle::manifest::{self, ICONS, Icon};
use xtask_build::bundle::page::Page;

/// The vector icon.
const ICON: &str = "web/icon.svg";

/// Renders every icon into its file.
pub fn write(root: &Path) -> Result<()> {
    for icon in ICONS {
        let path = icon.path(root);
        fs::write(&path, draw(root, icon)?).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}", path.display());
    }
    Ok(())
}

/// Renders an icon as PNG. A maskable icon has a background up to every edge and a smaller drawing: systems may crop to
/// a circle with a radius of two fifths.
fn draw(root: &Path, icon: Icon) -> Result<Vec<u8>> {
    let svg = fs::read_to_string(root.join(ICON)).context("cannot read web/icon.svg")?;
    let page = Page::read(&root.join("index.html"))?;
    let drawing = svg.strip_prefix("<svg ").context("icon.svg does not begin with its drawing")?;
    let on_ground = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" \
         fill=\"{}\"/><svg x=\"4.8\" y=\"4.8\" width=\"22.4\" height=\"22.4\" {drawing}</svg>",
        manifest::colour(&page)?
    );
    let tree = Tree::from_str(if icon.maskable { &on_ground } else { &svg }, &Options::default())
        .context("icon.svg cannot be drawn")?;
    let mut pixels = Pixmap::new(icon.size, icon.size).context("an icon without pixels")?;
    #[allow(clippy::cast_precision_loss, reason = "no icon has millions of pixels")]
    let scale = icon.size as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().context("an icon cannot be encoded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use xtask_build::command::root;

    fn pixels(maskable: bool) -> Pixmap {
        Pixmap::decode_png(&fs::read(Icon { size: 512, maskable }.path(root())).unwrap()).unwrap()
    }

    #[test]
    fn icons_match_the_vector_icon() {
        for icon in ICONS {
            let path = icon.path(root());
            let current = fs::read(&path).unwrap() == draw(root(), icon).unwrap();
            assert!(current, "{} does not match web/icon.svg: run `cargo xtask icons`", path.display());
        }
    }

    #[test]
    fn maskable_icon_has_a_background_to_every_edge_and_its_drawing_inside() {
        let (plain, maskable) = (pixels(false), pixels(true));
        let corner = |pixels: &Pixmap| pixels.pixel(0, 0).unwrap().demultiply();
        assert_eq!(corner(&plain).alpha(), 0, "its own corners are round");
        let ground = corner(&maskable);
        assert_eq!([ground.red(), ground.green(), ground.blue(), ground.alpha()], [0xfb, 0xfa, 0xf7, 0xff]);
        // The edge of the background is blended from two equal colours, and rounded.
        let is_drawing = |at: &usize| maskable.pixels()[*at].demultiply().blue().abs_diff(ground.blue()) > 9;
        let drawing = (0..512 * 512).filter(is_drawing);
        let furthest =
            drawing.map(|at| (at % 512).abs_diff(256).pow(2) + (at / 512).abs_diff(256).pow(2)).max();
        assert!(
            furthest.is_some_and(|distance| distance > 100 * 100 && distance < 205 * 205),
            "{furthest:?}"
        );
        assert_ne!(plain.pixel(256, 256), plain.pixel(256, 60), "there is a drawing");
    }
}
