//! Whether the anchors of a statement give their phase away: a visitor who sees which one is the highest answers that.

use flexkompas::content::Language;
use flexkompas::json::Value;

/// The most a description of phase 3 or 4 may be longer than the mean of its statement, in percent.
const LONGEST_PERCENT: usize = 130;
/// The most semicolons in a statement, question and descriptions together: each joins two claims.
const MAX_SEMICOLONS: usize = 1;

/// Words that make a description sound like a failure.
fn failing_words(language: Language) -> &'static [&'static str] {
    match language {
        Language::Dutch => &[
            "geen",
            "helaas",
            "maar",
            "nauwelijks",
            "nergens",
            "niemand",
            "niet",
            "niets",
            "nooit",
            "ontbreekt",
            "ontbreken",
            "slecht",
            "slechts",
            "zelden",
            "zonder",
        ],
        Language::English => &[
            "but",
            "cannot",
            "hardly",
            "lack",
            "lacking",
            "lacks",
            "never",
            "no",
            "nobody",
            "none",
            "not",
            "nothing",
            "nowhere",
            "poorly",
            "rarely",
            "seldom",
            "unfortunately",
            "without",
        ],
    }
}

/// The faults in the statements of a language file that give a phase away, each with its place.
pub fn giveaways(texts: &Value, language: Language) -> Vec<String> {
    let statements = texts.get("statements").and_then(Value::as_object).unwrap_or_default();
    statements.iter().flat_map(|(id, statement)| of_statement(id, statement, language)).collect()
}

fn of_statement(id: &str, statement: &Value, language: Language) -> Vec<String> {
    let list = statement.get("anchors").and_then(Value::as_list).unwrap_or_default();
    let anchors: Vec<&str> = list.iter().filter_map(Value::as_text).map(|text| &**text).collect();
    let ask = statement.get("ask").and_then(Value::as_text).map_or("", |text| &**text);
    // The program's own reader reports any other number.
    let [_, _, _, _] = anchors[..] else { return Vec::new() };
    let mut found = Vec::new();

    let lengths: Vec<usize> = anchors.iter().map(|anchor| anchor.chars().count()).collect();
    let sum: usize = lengths.iter().sum();
    for (at, length) in lengths.iter().enumerate().skip(2) {
        if length * anchors.len() * 100 > sum * LONGEST_PERCENT {
            let (phase, most) = (at + 1, sum * LONGEST_PERCENT / 100 / anchors.len());
            found.push(format!(
                "statements.{id}.anchors[{phase}]: its length gives it away: {length} characters, where at most {most} \
                 go with the other three"
            ));
        }
    }

    let semicolons = anchors.iter().chain([&ask]).map(|text| text.matches(';').count()).sum::<usize>();
    if semicolons > MAX_SEMICOLONS {
        found.push(format!(
            "statements.{id}: has {semicolons} semicolons, {MAX_SEMICOLONS} is allowed: one claim per description"
        ));
    }

    let failing = |anchor: &str| -> Option<&'static str> {
        let lower = anchor.to_lowercase();
        let mut words = lower.split(|letter: char| !letter.is_alphanumeric());
        words.find_map(|word| failing_words(language).iter().find(|failing| **failing == word).copied())
    };
    if anchors[2..].iter().all(|anchor| failing(anchor).is_none()) {
        for (at, anchor) in anchors[..2].iter().enumerate() {
            if let Some(word) = failing(anchor) {
                let phase = at + 1;
                found.push(format!(
                    "statements.{id}.anchors[{phase}]: gives itself away by “{word}”, which phases 3 and 4 do without"
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;
    use crate::content::sources;

    /// The faults in one statement with this question and these four descriptions.
    fn found(language: Language, ask: &str, anchors: [&str; 4]) -> Vec<String> {
        let texts = format!("{{\"statements\":{{\"s1\":{{\"ask\":{ask:?},\"anchors\":{anchors:?}}}}}}}");
        giveaways(&flexkompas::json::parse(&texts).unwrap(), language)
    }

    #[test]
    fn a_long_description_of_phase_3_or_4_is_refused_with_its_place() {
        let long = "Iedereen doet dat, en wel de hele dag, en ook in de avond.";
        assert_eq!(
            found(Language::Dutch, "Wie?", ["Een enkeling.", "Een paar mensen.", "De meeste mensen.", long]),
            [
                "statements.s1.anchors[4]: its length gives it away: 58 characters, where at most 33 go with the other \
                 three"
            ]
        );
        assert_eq!(
            found(Language::Dutch, "Wie?", ["Een enkeling.", "Een paar.", long, "Iedereen."])[0]
                .split(':')
                .next(),
            Some("statements.s1.anchors[3]")
        );
    }

    #[test]
    fn a_long_description_of_phase_1_or_2_gives_nothing_away() {
        let long = "Een enkeling doet dat, en dan nog alleen als de chef er niet is, of niet kijkt.";
        assert!(
            found(
                Language::Dutch,
                "Wie?",
                ["Een enkeling.", long, "De meesten, niet allemaal.", "Iedereen."]
            )
            .is_empty()
        );
    }

    #[test]
    fn a_second_semicolon_in_a_statement_is_refused_with_its_place() {
        assert_eq!(
            found(Language::English, "Who?", ["One; alone.", "Some people.", "Most; gladly.", "Everyone."]),
            ["statements.s1: has 2 semicolons, 1 is allowed: one claim per description"]
        );
        assert!(
            found(Language::English, "Who?", ["One; alone.", "Some people.", "Most people.", "Everyone."])
                .is_empty()
        );
    }

    #[test]
    fn a_failing_word_in_phase_1_or_2_alone_is_refused_with_its_place() {
        assert_eq!(
            found(
                Language::Dutch,
                "Wie?",
                ["Niemand doet dat.", "Wel iemand, maar kort.", "De meesten wel.", "Iedereen wel."]
            ),
            [
                "statements.s1.anchors[1]: gives itself away by “niemand”, which phases 3 and 4 do without",
                "statements.s1.anchors[2]: gives itself away by “maar”, which phases 3 and 4 do without",
            ]
        );
        assert_eq!(
            found(
                Language::English,
                "Who?",
                ["Nobody does.", "Some people do.", "Most people do.", "Everyone does."]
            ),
            ["statements.s1.anchors[1]: gives itself away by “nobody”, which phases 3 and 4 do without"]
        );
    }

    #[test]
    fn a_failing_word_at_both_ends_gives_nothing_away() {
        let anchors = ["Niemand doet dat.", "Een enkeling.", "De meesten.", "Niet één te weinig."];
        assert!(found(Language::Dutch, "Wie?", anchors).is_empty());
    }

    #[test]
    fn the_statements_of_the_product_give_nothing_away() {
        let sources = sources::read(&root().join("content")).unwrap();
        for (language, texts) in &sources.texts {
            assert_eq!(giveaways(texts, *language), [] as [String; 0]);
        }
    }
}
