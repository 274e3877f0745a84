//! The accessibility check: axe-core with the rules of WCAG 2.2 level A and AA.

use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::bundle;
use crate::engine::{env_or, text_at};
use crate::visitor::Visitor;

/// Selecting by tag also enables rules that are off by default, such as target-size.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

static AXE: LazyLock<String> = LazyLock::new(|| {
    let installed = bundle::root().join("xtask/npm/node_modules/axe-core/axe.min.js");
    let path = env_or("FLEXKOMPAS_AXE", installed.to_string_lossy());
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read axe-core at {path}: {error}"))
});

impl Visitor {
    /// The accessibility violations of the current page: one line per rule and element.
    #[track_caller]
    pub fn axe_violations(&self) -> Vec<String> {
        if self.execute("return !window.axe", []) == json!(true) {
            self.execute(&AXE, []);
        }
        let check = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: { type: 'tag', values: arguments[0] }, resultTypes: ['violations'] })
                .then(result => done({ violations: result.violations, passed: result.passes.length }),
                    error => done({ error: String(error) }))";
        let result = self.execute_async(check, [json!(TAGS)]);
        assert!(result["passed"].as_u64() > Some(5), "axe-core checked almost nothing: {result}");
        let violations = result["violations"].as_array().into_iter().flatten();
        violations.flat_map(lines_of).collect()
    }
}

fn lines_of(violation: &Value) -> Vec<String> {
    let rule = text_at(violation, "/id").unwrap_or_default();
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    nodes
        .map(|node| {
            let summary = text_at(node, "/failureSummary").unwrap_or_default().replace('\n', " ");
            format!("{rule}: {} {summary}", node["target"])
        })
        .collect()
}
