// One statement at a time with SurveyJS, as its documentation has it: a survey described as JSON, a page for each
// statement, the progress bar and the buttons of the library, answers and page kept as in its demo of saving and restoring.
import { Model, getLocaleStrings } from 'survey-core';
import 'survey-core/i18n/dutch';
import 'survey-js-ui';
import 'survey-core/survey-core.fontless.css';
import { statements, words } from 'content';

const KEY = 'bench-surveyjs';

const choices = ({ anchors, notApplicable }) => [
  ...anchors.map((text, at) => ({ value: String(at + 1), text })),
  { value: 'unknown', text: words.unknown },
  ...(notApplicable ? [{ value: 'not-applicable', text: words.notApplicable }] : []),
];

const strings = getLocaleStrings('nl');
strings.questionsProgressText = words.done.replace('{done}', '{0}').replace('{all}', '{1}');
strings.completeText = words.next;

const survey = new Model({
  locale: 'nl',
  title: words.title,
  description: words.intro,
  completedHtml: words.end,
  showProgressBar: true,
  // Not `pages`: that one draws a button for each page, and takes minutes for thousands.
  progressBarType: 'questions',
  showQuestionNumbers: 'off',
  pages: statements.map((statement, at) => ({
    title: statement.kicker,
    description: words.place.replace('{n}', at + 1).replace('{all}', statements.length),
    elements: [{ type: 'radiogroup', name: statement.id, title: statement.ask, choices: choices(statement) }],
  })),
});

function keep() {
  localStorage.setItem(KEY, JSON.stringify({ ...survey.data, pageNo: survey.currentPageNo }));
}

survey.onValueChanged.add(keep);
survey.onCurrentPageChanged.add(keep);

const kept = localStorage.getItem(KEY);
if (kept) {
  const { pageNo, ...data } = JSON.parse(kept);
  survey.data = data;
  survey.currentPageNo = pageNo;
}

survey.render(document.getElementById('app'));
