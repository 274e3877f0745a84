//! Rules that decide whether a tip is shown: small readable comparisons, kept in the content.
//!
//! `leiderschap < 2 and ambition.highest = 4` compares what is known about a scan with numbers. `and` binds
//! tighter than `or`; parentheses group. Numbers are whole, decimal (`2.5`) or a fraction (`1/3`), and exact.
//! A comparison with something that has no value (not asked, unknown, not placed) does not hold.

use super::{DimensionId, Mark, PrincipleId, QuestionId, Ratio, StatementId};

/// A parsed and checked rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Never holds: `group` rules do not apply to the scan of one person.
    Never,
    /// One comparison.
    Compare(Operand, Comparison, Ratio),
    /// Holds when all hold.
    All(Vec<Rule>),
    /// Holds when one holds.
    Any(Vec<Rule>),
}

/// Something about a scan that has a value, or has none yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// The value of a dimension, 1 to 4.
    Dimension(DimensionId),
    /// The rating of a statement, 1 to 4.
    Statement(StatementId),
    /// The grade given to a question, 1 to 10.
    Question(QuestionId),
    /// The number of the stop a mark stands on, counted from the first pole.
    Principle(PrincipleId, Mark),
    /// The position on the spectrum, 1 to 4.
    Overall,
    /// The highest ambition placed.
    AmbitionHighest,
    /// Dimensions that were asked and lack an ambition or a value.
    AmbitionMissing,
    /// The largest ambition minus value.
    GapHighest,
    /// The smallest ambition minus value.
    GapLowest,
    /// The part of the statements shown that was answered *weet ik niet*.
    UnknownShare,
    /// The lowest rating given.
    AnswersLowest,
    /// The most stops between now and desired on one principle.
    JumpHighest,
}

/// The meaning of a name in a rule: an operand and its highest value; the lowest is 1.
pub type Symbol = (Operand, u8);

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Rule {
    /// Parses a rule. `known` resolves names; the error is for the editor of the content.
    pub fn parse(text: &str, known: &dyn Fn(&str) -> Option<Symbol>) -> Result<Self, String> {
        if text.trim() == "group" {
            return Ok(Self::Never);
        }
        let mut parser = Parser { tokens: tokens(text), at: 0, known };
        let rule = parser.disjunction(0)?;
        match parser.take() {
            None => Ok(rule),
            Some(token) => Err(["`", token, "` stands where `and` or `or` was expected"].concat()),
        }
    }

    /// True when the rule holds for these values.
    pub fn holds(&self, value: &dyn Fn(&Operand) -> Option<Ratio>) -> bool {
        match self {
            Self::Never => false,
            Self::All(rules) => rules.iter().all(|rule| rule.holds(value)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(value)),
            Self::Compare(operand, comparison, ratio) => {
                let Some(value) = value(operand) else { return false };
                match comparison {
                    Comparison::Eq => value == *ratio,
                    Comparison::Ne => value != *ratio,
                    Comparison::Lt => value < *ratio,
                    Comparison::Le => value <= *ratio,
                    Comparison::Gt => value > *ratio,
                    Comparison::Ge => value >= *ratio,
                }
            }
        }
    }

    /// The operands of the rule.
    pub fn operands(&self) -> Vec<&Operand> {
        match self {
            Self::Never => Vec::new(),
            Self::Compare(operand, _, _) => vec![operand],
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::operands).collect(),
        }
    }
}

/// Splits a rule into tokens; each parenthesis is a token.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for part in text.split_whitespace() {
        let mut rest = part;
        while let Some(inside) = rest.strip_prefix('(') {
            tokens.push("(");
            rest = inside;
        }
        let token = rest.trim_end_matches(')');
        if !token.is_empty() {
            tokens.push(token);
        }
        tokens.extend(std::iter::repeat_n(")", rest.len() - token.len()));
    }
    tokens
}

/// The maximum nesting depth of parentheses.
const MAX_DEPTH: usize = 8;

struct Parser<'a> {
    tokens: Vec<&'a str>,
    at: usize,
    known: &'a dyn Fn(&str) -> Option<Symbol>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a str> {
        self.tokens.get(self.at).copied()
    }

    fn take(&mut self) -> Option<&'a str> {
        let token = self.peek();
        self.at += usize::from(token.is_some());
        token
    }

    fn disjunction(&mut self, depth: usize) -> Result<Rule, String> {
        let mut rules = vec![self.conjunction(depth)?];
        while self.peek() == Some("or") {
            self.at += 1;
            rules.push(self.conjunction(depth)?);
        }
        Ok(if rules.len() == 1 { rules.swap_remove(0) } else { Rule::Any(rules) })
    }

    fn conjunction(&mut self, depth: usize) -> Result<Rule, String> {
        let mut rules = vec![self.comparison(depth)?];
        while self.peek() == Some("and") {
            self.at += 1;
            rules.push(self.comparison(depth)?);
        }
        Ok(if rules.len() == 1 { rules.swap_remove(0) } else { Rule::All(rules) })
    }

    fn comparison(&mut self, depth: usize) -> Result<Rule, String> {
        let name = self.take().ok_or("the rule ends too early")?;
        if name == "(" {
            if depth == MAX_DEPTH {
                return Err("parentheses are nested too deeply".to_owned());
            }
            let rule = self.disjunction(depth + 1)?;
            return match self.take() {
                Some(")") => Ok(rule),
                _ => Err("a closing parenthesis is missing".to_owned()),
            };
        }
        let (operand, lowest, highest) =
            operand(name, self.known).ok_or_else(|| ["`", name, "` is not known"].concat())?;
        let comparison = match self.take() {
            Some("=") => Comparison::Eq,
            Some("!=") => Comparison::Ne,
            Some("<") => Comparison::Lt,
            Some("<=") => Comparison::Le,
            Some(">") => Comparison::Gt,
            Some(">=") => Comparison::Ge,
            _ => return Err(["after `", name, "` one of = != < <= > >= was expected"].concat()),
        };
        let token = self.take().unwrap_or_default();
        let ratio =
            Ratio::parse(token).ok_or_else(|| ["`", name, "` must be compared with a number"].concat())?;
        if ratio < Ratio::whole(lowest) || ratio > Ratio::whole(highest) {
            let range = [&lowest.to_string(), " to ", &highest.to_string()].concat();
            return Err(["`", name, "` lies from ", &range, " and is never ", token].concat());
        }
        Ok(Rule::Compare(operand, comparison, ratio))
    }
}

/// The operand that a name means, with its lowest and highest value.
fn operand(name: &str, known: &dyn Fn(&str) -> Option<Symbol>) -> Option<(Operand, i8, u8)> {
    Some(match name {
        "overall" => (Operand::Overall, 1, 4),
        "ambition.highest" => (Operand::AmbitionHighest, 1, 4),
        "ambition.missing" => (Operand::AmbitionMissing, 0, 12),
        "gap.highest" => (Operand::GapHighest, -3, 3),
        "gap.lowest" => (Operand::GapLowest, -3, 3),
        "unknown.share" => (Operand::UnknownShare, 0, 1),
        "answers.lowest" => (Operand::AnswersLowest, 1, 4),
        "jump.highest" => (Operand::JumpHighest, 0, 6),
        _ => match name.strip_suffix(".now") {
            None => known(name).map(|(operand, highest)| (operand, 1, highest))?,
            Some(name) => match known(name)? {
                (Operand::Principle(id, _), stops) => (Operand::Principle(id, Mark::Now), 1, stops),
                _ => return None,
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> Option<Symbol> {
        match name {
            "leiderschap" => DimensionId::parse(name).map(|id| (Operand::Dimension(id), 4)),
            "p1-wensen" => PrincipleId::parse(name).map(|id| (Operand::Principle(id, Mark::Desired), 5)),
            _ => None,
        }
    }

    #[track_caller]
    fn holds(rule: &str, overall: Option<i64>, dimension: Option<(i64, i64)>) -> bool {
        let rule = Rule::parse(rule, &known).unwrap();
        rule.holds(&|operand| match operand {
            Operand::Overall => overall.map(Ratio::whole),
            Operand::Dimension(_) => {
                dimension.and_then(|(numerator, denominator)| Ratio::new(numerator, denominator))
            }
            _ => None,
        })
    }

    #[test]
    fn and_binds_tighter_than_or_and_parentheses_change_that() {
        assert!(holds("overall = 1 or overall = 2 and leiderschap = 3", Some(1), Some((1, 1))));
        assert!(!holds("(overall = 1 or overall = 2) and leiderschap = 3", Some(1), Some((1, 1))));
    }

    #[test]
    fn a_third_is_exactly_a_third_and_decimals_are_exact() {
        assert!(holds("leiderschap = 7/3", None, Some((14, 6))));
        assert!(holds("leiderschap >= 2.5", None, Some((5, 2))));
        assert!(!holds("leiderschap > 2.5", None, Some((5, 2))));
    }

    #[test]
    fn what_has_no_value_makes_every_comparison_fail() {
        assert!(!holds("overall < 4", None, None));
        assert!(!holds("overall != 4", None, None));
        assert!(holds("overall < 4 or leiderschap >= 1", None, Some((1, 1))));
    }

    #[test]
    fn now_is_a_mark_of_a_principle_and_of_nothing_else() {
        let rule = Rule::parse("p1-wensen.now > 2", &known).unwrap();
        let id = PrincipleId::parse("p1-wensen").unwrap();
        assert_eq!(rule.operands(), [&Operand::Principle(id, Mark::Now)]);
        assert!(Rule::parse("leiderschap.now > 2", &known).is_err());
    }

    #[test]
    fn every_kind_of_error_is_explained() {
        for (rule, complaint) in [
            ("", "ends too early"),
            ("richting < 2", "`richting` is not known"),
            ("overall", "one of = != < <= > >="),
            ("overall <", "compared with a number"),
            ("overall < twee", "compared with a number"),
            ("overall < 1/0", "compared with a number"),
            ("overall < 0.9", "`overall` lies from 1 to 4 and is never 0.9"),
            ("leiderschap < 5", "`leiderschap` lies from 1 to 4 and is never 5"),
            ("p1-wensen.now = 6", "`p1-wensen.now` lies from 1 to 5 and is never 6"),
            ("gap.lowest < -4", "`gap.lowest` lies from -3 to 3 and is never -4"),
            ("unknown.share > 4/3", "lies from 0 to 1"),
            ("overall < 2 leiderschap > 1", "`and` or `or` was expected"),
            ("(overall < 2", "closing parenthesis"),
            ("overall < 2 and", "ends too early"),
            ("((((((((((overall < 2))))))))))", "too deeply"),
        ] {
            let error = Rule::parse(rule, &known).unwrap_err();
            assert!(error.contains(complaint), "{rule}: {error}");
        }
    }
}
