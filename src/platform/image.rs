//! Rasterizes SVG images and downloads them as PNG files.

use gloo::file::Blob;
use js_sys::{Function, Promise, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};
use yew::Callback;

use super::download::download_blob;
use crate::app::{ExportFailed, Msg};
use crate::export::SvgImage;

/// Points of the file for each point of an ordinary screen: sharp on paper and on projectors.
const SHARPNESS: u32 = 2;

/// Downloads the image and dispatches the result.
pub(super) fn download(image: SvgImage, dispatch: Callback<Msg>) {
    spawn_local(async move {
        let blob = rasterize(&image).await.ok().and_then(|blob| blob.dyn_into::<web_sys::Blob>().ok());
        let name = [&image.name, ".png"].concat();
        let outcome = blob.ok_or(ExportFailed).and_then(|blob| download_blob(Blob::from(blob), &name));
        dispatch.emit(Msg::Exported(outcome));
    });
}

/// Draws the image on a canvas and returns a blob. The image comes from a data URL: nothing is fetched, and the canvas
/// is not tainted.
async fn rasterize(source: &SvgImage) -> Result<JsValue, JsValue> {
    let missing = || JsValue::NULL;
    let image = HtmlImageElement::new()?;
    let svg = String::from(encode_uri_component(&source.svg));
    image.set_src(&["data:image/svg+xml,", &svg].concat());
    JsFuture::from(image.decode()).await?;
    let document = super::document().ok_or_else(missing)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into().map_err(|_| missing())?;
    let (width, height) = (source.size.0 * SHARPNESS, source.size.1 * SHARPNESS);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or_else(missing)?.dyn_into().map_err(|_| missing())?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    let mut begin = |resolve: Function, reject: Function| {
        if let Err(error) = canvas.to_blob(&resolve) {
            // A rejection that cannot be told leaves nothing to do.
            let _ignored = reject.call1(&JsValue::NULL, &error);
        }
    };
    JsFuture::from(Promise::new(&mut begin)).await
}
