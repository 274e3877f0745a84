//! Turns a drawing into points and hands it over as a PNG file.

use gloo::file::Blob;
use js_sys::{Function, Promise, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};
use yew::Callback;

use super::download::hand_over_blob;
use crate::app::{Drawing, ExportFailed, Msg};

/// Points of the file for each point of an ordinary screen: sharp on paper and on projectors.
const SHARPNESS: u32 = 2;

/// Makes the file, offers it and sends what came of it.
pub(super) fn hand_over(drawing: Drawing, send: Callback<Msg>) {
    spawn_local(async move {
        let blob = points(&drawing).await.ok().and_then(|blob| blob.dyn_into::<web_sys::Blob>().ok());
        let name = [&drawing.name, ".png"].concat();
        let outcome = blob.ok_or(ExportFailed).and_then(|blob| hand_over_blob(Blob::from(blob), &name));
        send.emit(Msg::Exported(outcome));
    });
}

/// The drawing as an image on a canvas, as a blob. The image comes from a data address: nothing is fetched, and the
/// canvas stays readable.
async fn points(drawing: &Drawing) -> Result<JsValue, JsValue> {
    let missing = || JsValue::NULL;
    let image = HtmlImageElement::new()?;
    let svg = String::from(encode_uri_component(&drawing.svg));
    image.set_src(&["data:image/svg+xml,", &svg].concat());
    JsFuture::from(image.decode()).await?;
    let document = super::document().ok_or_else(missing)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into().map_err(|_| missing())?;
    let (width, height) = (drawing.size.0 * SHARPNESS, drawing.size.1 * SHARPNESS);
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
