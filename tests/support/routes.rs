//! A route for every page, as the history stores it.

/// Every page that can be opened by its route, with the value of its `data-screen`.
pub(crate) const ROUTES: [(&str, &str); 26] = [
    ("start", "start"),
    ("resume", "start"),
    ("statement/regie-top", "statement"),
    ("statement/kaders-bereik", "statement"),
    ("overview", "overview"),
    ("ambition", "ambition"),
    ("result", "result"),
    ("principle/p1-wensen", "principles"),
    ("principle/p2-welkan", "principles"),
    ("guide", "guide"),
    ("design-note", "design-note"),
    ("reflection", "reflection"),
    ("library", "library"),
    ("modules", "modules"),
    ("module/wel-niet", "module"),
    ("module/leiderschapsstijl", "module"),
    ("module/mythen", "module"),
    ("module/doelen", "module"),
    ("module/hybride-modellen", "module"),
    ("module/flexplan", "module"),
    ("module/begrippen", "module"),
    ("module/succesfactoren", "module"),
    ("module/valkuilen", "module"),
    ("share", "share"),
    ("history", "history"),
    ("compare", "compare"),
];

/// Routes that lead elsewhere, or whose page needs another scan.
pub(crate) const OTHER_ROUTES: [&str; 3] =
    ["principles", "earlier/k7Qm2xB1c9A", "shared/fk1P7YAAAAAAAAAAAAAAAAAAAAAAAAAAAG45"];
