//! A small question set together with its answers, written as one line of text.

use flexkompas::domain::{
    Ambition, Answer, Answers, Assessment, CharacteristicId, Dimension, MissingAnswers, NextPhase, Outcome,
    QuestionSet, ScanLength, Scope, Statement, assess, dimension_order, next_phase,
};

use super::{dimension, phase, statement};

/// Each word is a dimension, `d1` and so on; each character a statement in it, `d1-s1` and so on.
///
/// `1` to `4` is a rating, `?` *weet ik niet*, `n` *niet van toepassing* and `-` no answer. A `*` behind one says
/// that the statement has a phase-4 characteristic.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) dimensions: Vec<Dimension>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) answers: Answers,
    pub(crate) ambition: Ambition,
    pub(crate) scope: Scope,
}

#[track_caller]
pub(crate) fn sheet(line: &str) -> Sheet {
    let mut sheet = Sheet {
        dimensions: Vec::new(),
        statements: Vec::new(),
        answers: Answers::default(),
        ambition: Ambition::default(),
        scope: Scope { length: ScanLength::Full, role: None },
    };
    for (at, word) in (1..).zip(line.split_whitespace()) {
        let id = dimension(&format!("d{at}"));
        sheet.dimensions.push(Dimension { id: id.clone(), priority: at });
        let marks = word.replace('*', "");
        for (place, mark) in (1..).zip(marks.chars()) {
            let id = statement(&format!("d{at}-s{place}"));
            if let Some(answer) = answer(mark) {
                sheet.answers.insert(id.clone(), answer);
            }
            sheet.statements.push(plain_statement(id.as_str(), &format!("d{at}")));
        }
        let first = sheet.statements.len() - marks.len();
        for (star, _) in word.match_indices('*') {
            let before = word[..star].replace('*', "").len();
            let characteristic = CharacteristicId::parse("kenmerk").unwrap();
            sheet.statements[first + before - 1].characteristics.push(characteristic);
        }
    }
    sheet
}

#[track_caller]
pub(crate) fn answer(mark: char) -> Option<Answer> {
    match mark {
        '-' => None,
        '?' => Some(Answer::Unknown),
        'n' => Some(Answer::NotApplicable),
        digit => Some(Answer::parse(&digit.to_string()).unwrap()),
    }
}

/// A statement of the full set that everybody sees.
#[track_caller]
pub(crate) fn plain_statement(id: &str, of: &str) -> Statement {
    Statement {
        id: statement(id),
        dimension: dimension(of),
        quick: false,
        allows_not_applicable: true,
        characteristics: Vec::new(),
        skip: Vec::new(),
        perception: Vec::new(),
    }
}

impl Sheet {
    /// Ambitions by dimension, in order: a digit, or `-` for none.
    #[track_caller]
    pub(crate) fn ambition(mut self, line: &str) -> Self {
        for (at, word) in line.split_whitespace().enumerate().filter(|(_, word)| *word != "-") {
            self.ambition.insert(self.dimensions[at].id.clone(), phase(word.parse().unwrap()));
        }
        self
    }

    /// The ranks of the dimensions, in order.
    pub(crate) fn ranks(mut self, ranks: &[u32]) -> Self {
        for (dimension, rank) in self.dimensions.iter_mut().zip(ranks) {
            dimension.priority = *rank;
        }
        self
    }

    #[track_caller]
    pub(crate) fn rate(&mut self, id: &str, rating: u8) {
        self.answers.insert(statement(id), Answer::Rated(phase(rating)));
    }

    #[track_caller]
    pub(crate) fn set(&self) -> QuestionSet {
        QuestionSet::new(self.dimensions.clone(), self.statements.clone()).unwrap()
    }

    #[track_caller]
    pub(crate) fn assess(&self) -> Assessment {
        assess(&self.set(), &self.scope, &self.answers, &self.ambition)
    }

    #[track_caller]
    pub(crate) fn outcome(&self) -> Outcome {
        self.assess().outcome.unwrap()
    }

    #[track_caller]
    pub(crate) fn needed(&self) -> MissingAnswers {
        self.assess().outcome.unwrap_err()
    }

    /// The value of the first dimension, in hundredths.
    #[track_caller]
    pub(crate) fn first_value(&self) -> Option<u32> {
        self.assess().dimensions[0].value().map(flexkompas::domain::Mean::hundredths)
    }

    #[track_caller]
    pub(crate) fn next(&self) -> Option<NextPhase> {
        let assessment = self.assess();
        let outcome = assessment.outcome.as_ref().unwrap();
        next_phase(&self.set(), &self.scope, &self.answers, &assessment, outcome)
    }

    /// The names of the dimensions, most worth working on first.
    #[track_caller]
    pub(crate) fn order(&self) -> String {
        let assessment = self.assess();
        let next = assessment.outcome.is_ok().then(|| self.next()).flatten();
        let order = dimension_order(&self.set(), &assessment, next.as_ref());
        let names: Vec<&str> = order.iter().map(|at| self.dimensions[*at].id.as_str()).collect();
        names.join(" ")
    }
}
