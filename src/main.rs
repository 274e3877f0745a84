//! The program in the browser: mounts the product on its place in `index.html`.

use flexkompas::platform::{install_panic_hook, mount_point};
use flexkompas::ui::App;

fn main() {
    install_panic_hook();
    if let Some(root) = mount_point() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
