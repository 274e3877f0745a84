//! The memory of the program after a whole scan: a count of bytes, so it needs no timing.

use flexkompas_browser_tests::{engines, phone};

/// In bytes: the linear memory, without the code of the program.
const MOST: u64 = 4 * 1024 * 1024;

/// Records the memory of every instance, unknown to the page.
const KEEP: &str = "window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async function (...given) {
            const made = await original.apply(this, given);
            memories.push(...Object.values((made.instance || made).exports).filter(e => e instanceof WebAssembly.Memory));
            return made;
        };
    }";

#[test]
fn a_whole_scan_fits_in_four_megabytes_of_memory() {
    engines!(Chromium, "the program allocates the same memory in every engine");
    let visitor = phone().with_init_script(KEEP).start();
    visitor.open("/");
    visitor.expand("settings");
    visitor.choose("set", "full");
    for at in 1..=25 {
        visitor.expect_statement(at, 25);
        let name = visitor.attributes(".statement input[value=\"1\"]", "name").remove(0);
        visitor.answer(&name, &(at % 4 + 1).to_string());
    }
    visitor.press_next();
    visitor.wait_until("the result", || visitor.is_visible("[data-result]"));
    for step in ["principles", "reflection", "result"] {
        visitor.go_to_step(step);
    }
    let used =
        visitor.execute("return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)", []);
    let used = used.as_u64().unwrap();
    assert!(used > 0, "the memory was not found");
    assert!(used <= MOST, "{used} bytes of memory after a whole scan, {MOST} allowed");
    visitor.finish();
}
