//! The statements of the benchmark: those of the project, and many more for the table of growth.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use flexkompas::content::{Arg, Language, MessageKey};
use flexkompas::json::{Fields, Text, Value};
use serde_json::json;

use xtask_build::content::sources::{self, STRUCTURE_FILE, Sources};

/// The measured language: the first one, which `/` shows.
pub const LANGUAGE: Language = Language::ALL[0];

/// A statement as it must appear on a page.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its id, which the stored answers refer to.
    pub id: String,
    /// The question, the four anchors, and its number out of how many.
    pub texts: Vec<String>,
}

/// The sources with this number of statements, all in the quick set, which is the default: so every page asks the same
/// number without a further choice.
///
/// Statements beyond the project's own repeat them with new ids and shuffled words: exact copies would compress to
/// nothing. The dimensions alternate, because each may have a limited number of statements.
pub fn with_statements(mut sources: Sources, count: usize) -> Result<Sources> {
    let dimensions: Vec<Text> = list(&sources.structure, "dimensions")?.iter().filter_map(id_of).collect();
    let own = list(&sources.structure, "statements")?.to_vec();
    let ids: Vec<Text> = own.iter().filter_map(id_of).collect();
    let mut statements = Vec::with_capacity(count);
    for at in 0..count {
        let mut statement = own[at % own.len()].clone();
        set(&mut statement, "quick", Value::Bool(true));
        if at >= own.len() {
            set(&mut statement, "id", Value::text(&id_at(&ids, at)));
            set(&mut statement, "dimension", Value::Text(dimensions[at % dimensions.len()].clone()));
        }
        statements.push(statement);
    }
    set(&mut sources.structure, "statements", Value::List(statements));
    for (_, texts) in &mut sources.texts {
        let of_statements = texts.get("statements").and_then(Value::as_object);
        let mut fields: Fields = of_statements.context("there are no texts of statements")?.to_vec();
        for at in ids.len()..count {
            let own = flexkompas::json::get(&fields, &ids[at % ids.len()]).cloned().unwrap_or(Value::Null);
            fields.push((id_at(&ids, at).into(), stirred(&own, &mut Stirrer(at))));
        }
        set(texts, "statements", Value::Object(fields));
    }
    Ok(sources)
}

fn id_at(ids: &[Text], at: usize) -> String {
    let (id, copy) = (&ids[at % ids.len()], at / ids.len());
    if copy == 0 { id.to_string() } else { format!("{id}-{copy}") }
}

fn id_of(value: &Value) -> Option<Text> {
    value.get("id")?.as_text().cloned()
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a [Value]> {
    value.get(key).and_then(Value::as_list).with_context(|| format!("the structure has no {key}"))
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Value::Object(fields) = object {
        fields.retain(|(name, _)| &**name != key);
        fields.push((key.into(), value));
    }
}

/// Returns indices in an order that looks random and is always the same.
struct Stirrer(usize);

impl Stirrer {
    fn below(&mut self, limit: usize) -> usize {
        // A linear congruential generator (Knuth); its upper bits are the irregular ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

/// A value with the words of every text shuffled.
fn stirred(value: &Value, stirrer: &mut Stirrer) -> Value {
    match value {
        Value::Text(text) => {
            let mut words: Vec<&str> = text.split(' ').collect();
            for last in (1..words.len()).rev() {
                words.swap(last, stirrer.below(last + 1));
            }
            Value::text(&words.join(" "))
        }
        Value::List(items) => Value::List(items.iter().map(|item| stirred(item, stirrer)).collect()),
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(name, value)| (name.clone(), stirred(value, stirrer))).collect(),
        ),
        other => other.clone(),
    }
}

/// Writes sources as content files.
pub fn write(sources: &Sources, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(STRUCTURE_FILE), sources.structure.to_string())?;
    for (language, texts) in &sources.texts {
        fs::write(folder.join(sources::file_of(*language)), texts.to_string())?;
    }
    Ok(())
}

/// The input of the other pages as JSON: the same statements and messages, and nothing that they do not show.
pub fn for_others(sources: &Sources) -> Result<serde_json::Value> {
    let start = sources::checked(sources, LANGUAGE)?.start;
    let statements: Vec<_> = start
        .set
        .statements()
        .iter()
        .zip(&start.statements)
        .map(|(statement, text)| {
            let dimension = start.set.dimensions().iter().position(|known| known.id == statement.dimension);
            let kicker = dimension.and_then(|at| start.dimensions.get(at)).map(|text| text.name.to_string());
            let anchors: Vec<&str> = text.anchors.iter().map(|anchor| &**anchor).collect();
            json!({
                "id": statement.id.as_str(),
                "kicker": kicker,
                "ask": &*text.ask,
                "anchors": anchors,
                "notApplicable": statement.allows_not_applicable,
            })
        })
        .collect();
    let word = |word| start.messages.get(word).to_string();
    let minutes = Arg::Number((statements.len() * 3).div_ceil(10) + 1);
    let intro = start
        .messages
        .format(MessageKey::StartIntro, &[("n", Arg::Number(statements.len())), ("minutes", minutes)]);
    Ok(json!({
        "words": {
            "name": word(MessageKey::AppName),
            "title": word(MessageKey::StartTitle),
            "intro": &*intro,
            "place": word(MessageKey::StatementOf),
            "done": word(MessageKey::DoneOf),
            "next": word(MessageKey::Next),
            "back": word(MessageKey::Back),
            "unknown": word(MessageKey::AnswerUnknown),
            "notApplicable": word(MessageKey::AnswerNotApplicable),
            "kept": word(MessageKey::SavingKept),
            "end": word(MessageKey::OverviewDone),
        },
        "statements": statements,
    }))
}

/// The statements, in the order of every page.
pub fn asked(sources: &Sources) -> Result<Vec<Asked>> {
    let start = sources::checked(sources, LANGUAGE)?.start;
    let all = start.statements.len();
    let asked = start.set.statements().iter().zip(&start.statements).enumerate();
    let asked = asked.map(|(at, (statement, text))| {
        let place = [("n", Arg::Number(at + 1)), ("all", Arg::Number(all))];
        let mut texts =
            vec![text.ask.to_string(), start.messages.format(MessageKey::StatementOf, &place).to_string()];
        texts.extend(text.anchors.iter().map(ToString::to_string));
        Asked { id: statement.id.to_string(), texts }
    });
    Ok(asked.collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use xtask_build::command::root;

    fn own() -> Sources {
        sources::read(&root().join("content")).unwrap()
    }

    #[test]
    fn requested_number_of_statements_passes_every_content_check() {
        for count in [25, 240, 2400] {
            let grown = with_statements(own(), count).unwrap();
            for language in Language::ALL {
                let start = sources::checked(&grown, language).unwrap().start;
                assert_eq!(start.set.statements().len(), count);
                assert!(start.set.statements().iter().all(|statement| statement.quick));
            }
            let ids: BTreeSet<_> = asked(&grown).unwrap().into_iter().map(|asked| asked.id).collect();
            assert_eq!(ids.len(), count);
        }
    }

    #[test]
    fn first_statements_are_the_projects_own_and_others_differ() {
        let grown = asked(&with_statements(own(), 240).unwrap()).unwrap();
        let start = sources::checked(&own(), LANGUAGE).unwrap().start;
        for (asked, text) in grown.iter().zip(&start.statements) {
            assert_eq!(asked.texts[0], &*text.ask);
        }
        let (first, copy) = (&grown[0].texts[0], &grown[25].texts[0]);
        assert_ne!(first, copy);
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(words(first), words(copy));
        assert_ne!(copy, &grown[50].texts[0]);
        assert_eq!(grown[239].texts[1], "Stelling 240 van 240");
    }

    #[test]
    fn other_pages_get_the_same_statements() {
        let sources = with_statements(own(), 25).unwrap();
        let others = for_others(&sources).unwrap();
        let ids: Vec<_> = others["statements"].as_array().unwrap().iter().map(|s| s["id"].clone()).collect();
        let expected: Vec<_> = asked(&sources).unwrap().into_iter().map(|asked| json!(asked.id)).collect();
        assert_eq!(ids, expected);
        let words = others["words"].as_object().unwrap();
        assert!(words.values().all(|word| !word.as_str().unwrap().is_empty()));
        assert!(words["intro"].as_str().unwrap().starts_with("25 "));
    }
}
