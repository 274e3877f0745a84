//! The program in the browser: mounts the product on its place in `index.html`.

use flexkompas::platform::{guard_against_silence, mount_point};
use flexkompas::ui::App;

fn main() {
    guard_against_silence();
    if let Some(root) = mount_point() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
