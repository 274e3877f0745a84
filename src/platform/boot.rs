//! The messages that stand in the page itself, for when there is no content and so no words.

/// How far the product has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boot {
    /// Content is on its way.
    Waiting,
    /// Content did not come.
    Failed,
    /// The page speaks for itself.
    Ready,
}

/// Shows the message of `index.html` that fits.
pub fn show(boot: Boot) {
    hide("boot-wait", boot != Boot::Waiting);
    hide("boot-failed", boot != Boot::Failed);
}

fn hide(id: &str, hidden: bool) {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) else { return };
    // `hidden` can be set in every browser; there is nothing to do where it fails.
    let _done = if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") };
}
