//! A scan carries the day on the clock of the device, not that of Greenwich.

use std::time::SystemTime;

use flexkompas_browser_tests::{engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{self, KEY};

/// A time zone in which it is another day than in Greenwich.
fn far_zone() -> &'static str {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    // Fourteen hours before Greenwich, or twelve behind it.
    if seconds / 3600 % 24 >= 11 { "Pacific/Kiritimati" } else { "Etc/GMT+12" }
}

#[test]
fn a_scan_is_of_the_day_on_the_device() {
    engines!(Chromium, "only Chromium's driver can move to another time zone");
    let visitor = phone().start();
    visitor.set_time_zone(far_zone());
    visitor.open("/");
    sample::complete_scan(&visitor);
    let today = "const two = number => String(number).padStart(2, '0');
        const now = new Date();
        return [`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`, now.toISOString().slice(0, 10)]";
    let days = visitor.execute(today, []);
    assert_ne!(days[0], days[1], "the zone is far enough");
    let day = days[0].as_str().unwrap();
    let record: Value = serde_json::from_str(&visitor.stored_item(KEY).unwrap()).unwrap();
    assert_eq!(record["startedAt"].as_str().map(|moment| &moment[..10]), Some(day));
    visitor.press("export-json");
    let (name, text) = visitor.wait_for_json_download();
    assert_eq!(name, format!("flexkompas-{day}.json"));
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["startedAt"], record["startedAt"], "with the offset from Greenwich");
    assert_eq!(json!(record["startedAt"].as_str().unwrap().len()), json!("2026-11-28T00:30:00+01:00".len()));
    visitor.finish();
}
