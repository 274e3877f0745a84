//! The machine that runs the benchmark, as far as the system describes it.

use std::fs;

/// Processor, number of cores, memory and system, such as *2 × Some Processor, 24 GB, Debian 12*.
pub fn description() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let processor =
        value("/proc/cpuinfo", "model name", ':').unwrap_or_else(|| "unknown processor".to_owned());
    let memory = value("/proc/meminfo", "MemTotal", ':')
        .and_then(|text| text.split(' ').next()?.parse::<u64>().ok())
        .map(|kilobytes| format!(", {} GB", kilobytes.div_ceil(1_000_000)));
    let system = value("/etc/os-release", "PRETTY_NAME", '=');
    let system = system.unwrap_or_else(|| format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    format!("{cores} cores, {processor}{}, {}", memory.unwrap_or_default(), system.trim_matches('"'))
}

/// The load average of the last minute; `None` if the system does not report it.
pub fn load() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

/// The first value with this name in a file of the system.
fn value(file: &str, name: &str, between: char) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let (_, value) =
        text.lines().filter_map(|line| line.split_once(between)).find(|(key, _)| key.trim() == name)?;
    Some(value.trim().to_owned())
}
