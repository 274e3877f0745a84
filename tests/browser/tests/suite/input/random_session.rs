//! A random session: five hundred steps in one visit that answer, skip, go back and forward, change language and theme,
//! and reload. The test tracks every choice; after each step, page and storage must contain exactly those.
//!
//! The steps are the same on every run; `FLEXKOMPAS_SEED` selects others.

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use flexkompas_browser_tests::options::Theme;
use flexkompas_browser_tests::{Visitor, engines, phone};
use serde_json::{Value, json};

use crate::support::sample::{ANSWERS, KEY, MARKS};

const STEPS: usize = 500;
const SEED: u64 = 20_261_121;

/// Every step with its weight.
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
    /// Chooses a radio on the page.
    Choose,
    /// Presses the next button, which skips an unanswered statement the second time.
    Onward,
    /// Presses the back button of the page.
    Back,
    BrowserBack,
    BrowserForward,
    /// Opens a statement from the overview.
    Overview,
    /// Goes to another step of the scan.
    Elsewhere,
    Language,
    Colours,
    Reload,
    /// Clears an ambition or a mark.
    Clear,
}

/// Answers, ambitions and marks, by the name of their radios.
type Chosen = BTreeMap<String, String>;

/// The state of the page after a step. It is read in one script call, because each call is a round trip to the browser.
struct Page {
    screen: Option<String>,
    language: String,
    history_state: Value,
    /// The visible buttons, by `data-action`.
    actions: BTreeSet<String>,
    /// The visible radios of the scan: name, value, and whether it is chosen.
    radios: Vec<(String, String, bool)>,
    stored: Chosen,
}

impl Page {
    /// Reads the page once it has handled everything that follows directly from the last step.
    #[track_caller]
    fn read(visitor: &Visitor) -> Self {
        let read = "const [key, done] = arguments;
            const visible = (selector, check) =>
                [...document.querySelectorAll(selector)].filter(e => e.checkVisibility(check));
            setTimeout(() => setTimeout(() => done([
                document.querySelector('main')?.dataset.screen ?? null,
                document.documentElement.lang,
                history.state,
                visible('[data-action]', { visibilityProperty: true }).map(e => e.dataset.action),
                visible('main input[type=radio]').map(e => [e.name, e.value, e.checked]),
                localStorage.getItem(key),
            ])))";
        let read = visitor.execute_async(read, [json!(KEY)]);
        let (screen, language, history_state, actions, mut radios, stored): (_, _, _, _, Vec<_>, _) =
            serde_json::from_value(read).unwrap();
        radios.retain(|(name, ..): &(String, _, _)| is_stored(name));
        Self { screen, language, history_state, actions, radios, stored: stored_choices(stored) }
    }

    fn chosen(&self) -> Chosen {
        let chosen = self.radios.iter().filter(|(.., is_chosen)| *is_chosen);
        chosen.map(|(name, value, _)| (name.clone(), value.clone())).collect()
    }

    /// Whether storage and page contain exactly these choices.
    fn shows(&self, wanted: &Chosen) -> bool {
        let names: BTreeSet<&String> = self.radios.iter().map(|(name, ..)| name).collect();
        let visible = wanted.iter().filter(|(name, _)| names.contains(name));
        self.stored == *wanted && self.chosen().iter().eq(visible)
    }
}

fn is_stored(name: &str) -> bool {
    let (statement, principle) = (ANSWERS.map(|(id, _)| id), MARKS.map(|(id, ..)| id));
    let mark = name.strip_suffix("-now").or_else(|| name.strip_suffix("-desired"));
    statement.contains(&name)
        || name.starts_with("ambition-")
        || mark.is_some_and(|id| principle.contains(&id))
}

/// The choices in a stored record.
fn stored_choices(record: Option<String>) -> Chosen {
    let record: Value = record.map(|text| serde_json::from_str(&text).unwrap()).unwrap_or_default();
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

struct RandomSession {
    visitor: Visitor,
    /// The page after the last step.
    page: Page,
    random: fastrand::Rng,
    chosen: Chosen,
    /// How often each step was taken.
    taken: BTreeMap<Step, usize>,
    screens: BTreeSet<String>,
    theme: Theme,
}

impl RandomSession {
    /// Takes a step, if the page offers it; returns whether it does.
    #[track_caller]
    fn take(&mut self, step: Step) -> bool {
        let (visitor, page) = (&self.visitor, &self.page);
        let offers = |action: &str| page.actions.contains(action);
        match step {
            Step::Choose => {
                let Some((name, value, _)) = self.random.choice(page.radios.clone()) else { return false };
                // That it is chosen shows in the check after the step.
                visitor.click(&format!("label:has(> input[name=\"{name}\"][value=\"{value}\"])"));
                self.chosen.insert(name, value);
            }
            Step::Onward if offers("next") => visitor.press_next(),
            // The start page of a returning visitor.
            Step::Onward if offers("continue") => visitor.press("continue"),
            Step::Back if offers("back") => visitor.press("back"),
            // The entry before the first page is another site.
            Step::BrowserBack if page.history_state != "start" => visitor.go_back(),
            Step::BrowserForward => visitor.go_forward(),
            Step::Overview if offers("overview") => {
                visitor.press("overview");
                visitor.expect_screen("overview");
                let (statement, _) = self.random.choice(ANSWERS).unwrap();
                visitor.click(&format!("[data-statement=\"{statement}\"] button"));
                visitor.attribute(&format!("input[name=\"{statement}\"]"), "type");
            }
            Step::Elsewhere => {
                let steps = ["statements", "ambition", "result", "principles", "reflection"];
                visitor.go_to_step(self.random.choice(steps).unwrap());
            }
            Step::Language => {
                let other = if page.language == "nl" { "en" } else { "nl" };
                visitor.press(&format!("language-{other}"));
                visitor.wait_until("the other language", || visitor.language() == other);
            }
            Step::Colours => {
                let others = [Theme::Light, Theme::Dark, Theme::Forced]
                    .into_iter()
                    .filter(|theme| *theme != self.theme);
                self.theme = self.random.choice(others.collect::<Vec<_>>()).unwrap();
                visitor.set_theme(self.theme);
            }
            Step::Reload => visitor.reload(),
            Step::Clear => {
                let Some(action) = ["clear-now", "clear-desired", "clear-ambition"]
                    .into_iter()
                    .find(|action| offers(action))
                else {
                    return false;
                };
                // The page has several of these buttons; which choice the first one clears shows afterwards.
                let before = page.chosen();
                visitor.press(action);
                let mut cleared = Vec::new();
                visitor.wait_until("one choice is cleared", || {
                    let after = Page::read(visitor).chosen();
                    cleared = before.keys().filter(|name| !after.contains_key(*name)).cloned().collect();
                    cleared.len() == 1
                });
                self.chosen.retain(|name, _| !cleared.contains(name));
            }
            _ => return false,
        }
        true
    }

    /// Waits until page and storage contain exactly the choices so far.
    #[track_caller]
    fn expect_nothing_lost(&mut self, steps: &[Step]) {
        let recent = &steps[steps.len().saturating_sub(8)..];
        let (visitor, chosen, page) = (&self.visitor, &self.chosen, &mut self.page);
        visitor.wait_until(&format!("every choice, stored and on the page, after {recent:?}"), || {
            *page = Page::read(visitor);
            page.screen.is_some() && page.shows(chosen)
        });
        self.screens.extend(self.page.screen.clone());
    }
}

#[test]
fn five_hundred_random_steps_lose_no_answer() {
    engines!(all, "history, reload and storage are part of the engine");
    let seed = env::var("FLEXKOMPAS_SEED").ok().map_or(SEED, |seed| seed.parse().unwrap());
    println!("FLEXKOMPAS_SEED={seed}");
    let visitor = phone().start();
    visitor.open("/");
    visitor.expect_statement(1, ANSWERS.len());
    let mut session = RandomSession {
        page: Page::read(&visitor),
        visitor,
        random: fastrand::Rng::with_seed(seed),
        chosen: Chosen::new(),
        taken: BTreeMap::new(),
        screens: BTreeSet::new(),
        theme: Theme::Light,
    };
    let weighted: Vec<Step> = KINDS.into_iter().flat_map(|(step, weight)| vec![step; weight]).collect();
    let mut steps = Vec::new();
    while steps.len() < STEPS {
        let step = session.random.choice(&weighted).copied().unwrap();
        if session.take(step) {
            steps.push(step);
            *session.taken.entry(step).or_default() += 1;
            session.expect_nothing_lost(&steps);
        }
    }
    println!("{:?}, {:?}, {:?}", session.taken, session.screens, session.chosen);
    for (step, _) in KINDS {
        assert!(
            session.taken.get(&step) >= Some(&3),
            "{step:?} was taken fewer than three times: {:?}",
            session.taken
        );
    }
    for screen in ["start", "statement", "ambition", "principles", "reflection", "result"] {
        assert!(session.screens.contains(screen), "{screen} was never seen, only {:?}", session.screens);
    }
    // Finally, every statement still has its answer.
    let visitor = session.visitor;
    for (statement, _) in ANSWERS {
        visitor.go_to_step("statements");
        if !visitor.is_visible("[data-statement]") {
            visitor.press("overview");
        }
        visitor.click(&format!("[data-statement=\"{statement}\"] button"));
        visitor.attribute(&format!("input[name=\"{statement}\"]"), "type");
        assert_eq!(visitor.chosen(statement), session.chosen.get(statement).cloned(), "{statement}");
    }
    visitor.finish();
}
