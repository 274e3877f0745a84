//! A visitor who cannot make up their mind: five hundred steps through one visit that answer, skip, go back and forth,
//! change the language and the colours, and load the page again. What was answered is noted here, and after every step
//! page and device know exactly that.
//!
//! The steps are the same each time; `FLEXKOMPAS_SEED` gives others.

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use flexkompas_browser_tests::options::Theme;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::Value;

use crate::support::sample::{ANSWERS, KEY, MARKS};

const STEPS: usize = 500;
const SEED: u64 = 20_261_121;

/// A step, with how often it is taken among all.
const KINDS: [(Step, usize); 11] = [
    (Step::Choose, 32),
    (Step::Onward, 16),
    (Step::Back, 7),
    (Step::BrowserBack, 8),
    (Step::BrowserForward, 4),
    (Step::Overview, 9),
    (Step::Elsewhere, 8),
    (Step::Language, 5),
    (Step::Colours, 4),
    (Step::Reload, 5),
    (Step::Clear, 2),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// Chooses one of the radios on the page.
    Choose,
    /// Next: goes on, and skips what is not answered when it is pressed again.
    Onward,
    /// The page's own button back.
    Back,
    BrowserBack,
    BrowserForward,
    /// Opens any statement from the overview.
    Overview,
    /// Goes to a step of the scan.
    Elsewhere,
    Language,
    Colours,
    Reload,
    /// Takes an ambition or a mark away.
    Clear,
}

/// What is chosen, by the name of the radios: answers, ambitions and marks.
type Chosen = BTreeMap<String, String>;

/// The radios of a scan on the page: name, value, and whether it is chosen.
fn radios(visitor: &Visitor) -> Vec<(String, String, bool)> {
    let look = "return [...document.querySelectorAll('main input[type=radio]')]
        .filter(e => e.checkVisibility()).map(e => [e.name, e.value, e.checked])";
    let all: Vec<(String, String, bool)> = serde_json::from_value(visitor.execute(look, [])).unwrap();
    all.into_iter().filter(|(name, ..)| is_stored(name)).collect()
}

fn is_stored(name: &str) -> bool {
    let (statement, principle) = (ANSWERS.map(|(id, _)| id), MARKS.map(|(id, ..)| id));
    let mark = name.strip_suffix("-now").or_else(|| name.strip_suffix("-desired"));
    statement.contains(&name)
        || name.starts_with("ambition-")
        || mark.is_some_and(|id| principle.contains(&id))
}

/// What the device keeps of it.
fn stored_choices(visitor: &Visitor) -> Chosen {
    let record: Value =
        visitor.stored_item(KEY).map(|text| serde_json::from_str(&text).unwrap()).unwrap_or_default();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fields = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let mut kept = Chosen::new();
    kept.extend(fields(&record["answers"]).iter().map(|(id, answer)| (id.clone(), text(answer))));
    kept.extend(
        fields(&record["ambition"]).iter().map(|(id, phase)| (format!("ambition-{id}"), text(phase))),
    );
    for (id, marks) in fields(&record["principles"]["positions"]) {
        kept.extend(fields(&marks).iter().map(|(mark, stop)| (format!("{id}-{mark}"), text(stop))));
    }
    kept
}

struct Walk {
    visitor: Visitor,
    chance: fastrand::Rng,
    chosen: Chosen,
    /// How often each step was really taken.
    taken: BTreeMap<Step, usize>,
    screens: BTreeSet<String>,
    theme: Theme,
}

impl Walk {
    /// Takes a step, if the page offers it; returns whether it does.
    #[track_caller]
    fn take(&mut self, step: Step) -> bool {
        let visitor = &self.visitor;
        let offered = |action: &str| visitor.is_visible(&format!("[data-action=\"{action}\"]"));
        match step {
            Step::Choose => {
                let Some((name, value, _)) = self.chance.choice(radios(visitor)) else { return false };
                visitor.choose(&name, &value);
                self.chosen.insert(name, value);
            }
            Step::Onward if offered("next") => visitor.press_next(),
            // The welcome of who comes back.
            Step::Onward if offered("continue") => visitor.press("continue"),
            Step::Back if offered("back") => visitor.press("back"),
            // Before the first page there is another site.
            Step::BrowserBack if visitor.execute("return history.state", []) != "start" => visitor.go_back(),
            Step::BrowserForward => visitor.go_forward(),
            Step::Overview if offered("overview") => {
                visitor.press("overview");
                visitor.expect_screen("overview");
                let (statement, _) = self.chance.choice(ANSWERS).unwrap();
                visitor.click(&format!("[data-statement=\"{statement}\"] button"));
                visitor.attribute(&format!("input[name=\"{statement}\"]"), "type");
            }
            Step::Elsewhere => {
                let steps = ["statements", "ambition", "result", "principles", "reflection"];
                visitor.go_to_step(self.chance.choice(steps).unwrap());
            }
            Step::Language => {
                let other = if visitor.language() == "nl" { "en" } else { "nl" };
                visitor.press(&format!("language-{other}"));
                visitor.wait_until("the other language", || visitor.language() == other);
            }
            Step::Colours => {
                let others = [Theme::Light, Theme::Dark, Theme::Forced]
                    .into_iter()
                    .filter(|theme| *theme != self.theme);
                self.theme = self.chance.choice(others.collect::<Vec<_>>()).unwrap();
                visitor.set_theme(self.theme);
            }
            Step::Reload => visitor.reload(),
            Step::Clear => {
                let Some(action) = ["clear-now", "clear-desired", "clear-ambition"]
                    .into_iter()
                    .find(|action| offered(action))
                else {
                    return false;
                };
                // Which one the first of these buttons belongs to shows in what is gone afterwards.
                let before: BTreeSet<_> =
                    radios(visitor).into_iter().filter(|radio| radio.2).map(|radio| radio.0).collect();
                visitor.press(action);
                let mut gone = BTreeSet::new();
                visitor.wait_until("one less is chosen", || {
                    let now: BTreeSet<_> =
                        radios(visitor).into_iter().filter(|radio| radio.2).map(|radio| radio.0).collect();
                    gone = before.difference(&now).cloned().collect();
                    gone.len() == 1
                });
                self.chosen.retain(|name, _| !gone.contains(name));
            }
            _ => return false,
        }
        true
    }

    /// Page and device know exactly what was chosen.
    #[track_caller]
    fn expect_nothing_lost(&mut self, way: &[Step]) {
        let recent = &way[way.len().saturating_sub(8)..];
        let what = format!("after {recent:?} everything that was chosen");
        let (visitor, chosen) = (&self.visitor, &self.chosen);
        visitor.wait_until(&format!("{what}, kept"), || stored_choices(visitor) == *chosen);
        visitor.wait_until(&format!("{what}, on the page"), || {
            let shown = radios(visitor);
            let names: BTreeSet<_> = shown.iter().map(|radio| radio.0.clone()).collect();
            let shown: Chosen =
                shown.into_iter().filter(|radio| radio.2).map(|radio| (radio.0, radio.1)).collect();
            shown.iter().eq(chosen.iter().filter(|(name, _)| names.contains(*name)))
        });
        let screen = visitor.attribute("main", "data-screen").unwrap();
        self.screens.insert(screen);
    }
}

#[test]
fn five_hundred_random_steps_lose_no_answer() {
    engines!(all, "history, reloading and storage are the engine's own");
    let seed = env::var("FLEXKOMPAS_SEED").ok().map_or(SEED, |seed| seed.parse().unwrap());
    println!("FLEXKOMPAS_SEED={seed}");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, ANSWERS.len());
    let mut walk = Walk {
        visitor,
        chance: fastrand::Rng::with_seed(seed),
        chosen: Chosen::new(),
        taken: BTreeMap::new(),
        screens: BTreeSet::new(),
        theme: Theme::Light,
    };
    let kinds: Vec<Step> = KINDS.into_iter().flat_map(|(step, times)| vec![step; times]).collect();
    let mut way = Vec::new();
    while way.len() < STEPS {
        let step = walk.chance.choice(&kinds).copied().unwrap();
        if walk.take(step) {
            way.push(step);
            *walk.taken.entry(step).or_default() += 1;
            walk.expect_nothing_lost(&way);
        }
    }
    println!("{:?}, {:?}, {:?}", walk.taken, walk.screens, walk.chosen);
    for (step, _) in KINDS {
        assert!(walk.taken.get(&step) >= Some(&3), "{step:?} was hardly taken: {:?}", walk.taken);
    }
    for screen in ["start", "statement", "ambition", "principles", "reflection", "result"] {
        assert!(walk.screens.contains(screen), "{screen} was never seen, only {:?}", walk.screens);
    }
    // A last look at every statement.
    let visitor = walk.visitor;
    for (statement, _) in ANSWERS {
        visitor.go_to_step("statements");
        if !visitor.is_visible("[data-statement]") {
            visitor.press("overview");
        }
        visitor.click(&format!("[data-statement=\"{statement}\"] button"));
        visitor.attribute(&format!("input[name=\"{statement}\"]"), "type");
        assert_eq!(visitor.chosen(statement), walk.chosen.get(statement).cloned(), "{statement}");
    }
    visitor.finish();
}
