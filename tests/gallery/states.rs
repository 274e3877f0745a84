//! Every state of every screen, reached as a visitor reaches it.

use flexkompas::app::view::View;
use flexkompas::app::{CopyFailed, Flags, Msg, PrintFailed, Route, SaveFailed, StorageScope, Stored};
use flexkompas::content::{Language, Part};

use crate::support::visitor::{Visitor, first_visit};

/// Each state with its name, which is also the name of its page.
pub(crate) fn all(language: Language) -> Vec<(String, View)> {
    let mut states = States { language, seen: Vec::new() };
    states.statements();
    states.results();
    states.deepening();
    states.modules();
    states.scans();
    states.messages();
    states.troubles();
    states.seen
}

struct States {
    language: Language,
    seen: Vec<(String, View)>,
}

impl States {
    fn flags(&self) -> Flags {
        Flags { asked_language: Some(self.language.code().to_owned()), ..first_visit() }
    }

    fn visitor(&self) -> Visitor {
        Visitor::enter(self.flags())
    }

    fn look(&mut self, name: &str, visitor: &Visitor) {
        self.seen.push((name.to_owned(), visitor.view()));
    }

    /// A quick scan with two ambitions, marks on two principles, a note and a reflection.
    fn filled(&self) -> Visitor {
        let mut visitor = self.visitor();
        for answer in ["2", "3", "2", "1", "3", "2", "2", "3", "unknown", "2"] {
            let _ = visitor.answer(answer);
            let _ = visitor.press("next");
        }
        let _ = visitor.go("statement/regie-top");
        let _ = visitor.write("note-regie-top", "De directie werkt op vrijdag thuis.");
        let _ = visitor.go("ambition");
        let _ = visitor.choose("ambition-leiderschap", "4");
        let _ = visitor.choose("ambition-inclusie", "4");
        for (name, stop) in [("p1-wensen-now", "p1-standaardiseren"), ("p1-wensen-desired", "p1-modulair")] {
            let _ = visitor.go("principle/p1-wensen");
            let _ = visitor.choose(name, stop);
        }
        visitor
    }

    fn statements(&mut self) {
        let mut visitor = self.visitor();
        self.look("start", &visitor);
        let _ = visitor.press("next");
        self.look("start-skip", &visitor);
        let _ = visitor.answer("2");
        let _ = visitor.press("next");
        let _ = visitor.send(Msg::StepsToggled);
        self.look("statement-steps", &visitor);
        let _ = visitor.send(Msg::StepsToggled);
        let _ = visitor.answer("3");
        self.look("statement-answered", &visitor);
        let _ = visitor.go("overview");
        self.look("overview", &visitor);
        let _ = visitor.go("result");
        self.look("result-needed", &visitor);
        let _ = visitor.go("resume");
        self.look("resume", &visitor);
        let _ = visitor.go("ambition");
        self.look("ambition-empty", &visitor);
    }

    fn results(&mut self) {
        let mut visitor = self.filled();
        let _ = visitor.go("ambition");
        self.look("ambition", &visitor);
        let _ = visitor.go("resume");
        self.look("resume-done", &visitor);
        let _ = visitor.go("result");
        self.look("result", &visitor);
        let _ = visitor.press("star");
        let _ = visitor.press("what-if");
        for table in ["spectrum", "profile", "principles"] {
            let _ = visitor.send(Msg::TableToggled(table));
        }
        let _ = visitor.press("all-tips");
        self.look("result-all", &visitor);
        let mut top = self.visitor();
        top.answer_all("4");
        let _ = top.go("result");
        self.look("result-top", &top);
    }

    fn deepening(&mut self) {
        let mut visitor = self.visitor();
        let _ = visitor.go("principle/p2-vermogens");
        self.look("principle-empty", &visitor);
        let mut visitor = self.filled();
        for (name, route) in [
            ("principle", "principle/p1-wensen"),
            ("guide", "guide"),
            ("design-note", "design-note"),
            ("reflection", "reflection"),
            ("library", "library"),
        ] {
            let _ = visitor.go(route);
            self.look(name, &visitor);
        }
        let _ = visitor.write("search", "zzz");
        self.look("library-nothing-found", &visitor);
    }

    fn modules(&mut self) {
        let mut visitor = self.filled();
        let _ = visitor.go("modules");
        self.look("modules", &visitor);
        for module in
            ["wel-niet", "leiderschapsstijl", "mythen", "doelen", "hybride-modellen", "flexplan", "begrippen"]
        {
            let _ = visitor.go(&format!("module/{module}"));
            self.look(&format!("module-{module}"), &visitor);
        }
    }

    fn scans(&mut self) {
        let mut visitor = self.visitor();
        let _ = visitor.go("history");
        self.look("history-none", &visitor);
        let mut visitor = self.filled();
        let _ = visitor.go("share");
        self.look("share", &visitor);
        let code = visitor.page().data_attr("data-code").unwrap();
        let _ = visitor.go("history");
        self.look("history", &visitor);
        let _ = visitor.go("compare");
        self.look("compare-too-few", &visitor);
        for answer in ["4", "1"] {
            let _ = visitor.go("history");
            let _ = visitor.press("copy-scan");
            visitor.answer_to("regie-top", answer);
        }
        let _ = visitor.go("history");
        self.look("history-three", &visitor);
        let _ = visitor.go("compare");
        self.look("compare", &visitor);
        let _ = visitor.go("earlier/first");
        self.look("earlier", &visitor);
        let visitor = Visitor::enter(Flags { code: Some(code), can_share: true, ..self.flags() });
        self.look("shared", &visitor);
        let mut visitor = Visitor::enter(Flags { can_share: true, ..self.flags() });
        visitor.answer_all("3");
        let _ = visitor.go("share");
        self.look("share-with-other-programs", &visitor);
    }

    fn messages(&mut self) {
        let mut visitor = self.filled();
        let _ = visitor.go("resume");
        for (name, button) in [("ask-restart", "restart"), ("ask-erase", "erase")] {
            let _ = visitor.press(button);
            self.look(name, &visitor);
            let _ = visitor.press("cancel");
        }
        let file = visitor.model.json().text;
        let _ = visitor.send(Msg::ImportChosen(Ok(file)));
        self.look("ask-replace", &visitor);
        let _ = visitor.press("cancel");
        let _ = visitor.send(Msg::ImportChosen(Ok("?".to_owned())));
        self.look("import-refused", &visitor);
        let _ = visitor.send(Msg::CodeFound("fk1-".to_owned()));
        self.look("code-refused", &visitor);
        let _ = visitor.go("result");
        visitor.clipboard = Err(CopyFailed);
        let _ = visitor.press("copy-text");
        self.look("copy-failed", &visitor);
        let _ = visitor.send(Msg::Printed(Err(PrintFailed)));
        self.look("print-failed", &visitor);
        let _ = visitor.press("close");
        let _ = visitor.send(Msg::ReleaseFound);
        self.look("release-found", &visitor);
        let _ = visitor.go("resume");
        let _ = visitor.press("erase");
        let _ = visitor.press("confirm-erase");
        self.look("erased", &visitor);
    }

    fn troubles(&mut self) {
        for (name, stored) in [
            ("not-kept", Stored::Blocked),
            ("damaged", Stored::Text("{\"format\":\"flexkompas\",\"version\":1}".to_owned())),
            ("newer", Stored::Text("{\"format\":\"flexkompas\",\"version\":99}".to_owned())),
        ] {
            let visitor = Visitor::enter(Flags { stored, ..self.flags() });
            self.look(name, &visitor);
        }
        let mut visitor = self.visitor();
        visitor.storage = Err(SaveFailed::Full);
        let _ = visitor.answer("2");
        self.look("full", &visitor);
        let visitor = Visitor::enter(Flags { storage_scope: StorageScope::Site, ..self.flags() });
        self.look("in-a-frame", &visitor);
        let broken = [(Part::Library, self.language)];
        let mut visitor = Visitor::enter_where_broken(self.flags(), &broken);
        let _ = visitor.send(Msg::Navigate(Route::Result));
        self.look("part-failed", &visitor);
    }
}
