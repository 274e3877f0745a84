// The settings of a site owner that apply before the program runs. src/app/config.rs decides which values are valid: the build
// replaces RULES by its limits, and xtask/build/tests/settings.rs holds both to the same verdicts.
/* global RULES */

const isPath = (text) =>
  typeof text === 'string' &&
  text !== '' &&
  !text.startsWith('//') &&
  [...text].every((character) => /[a-zA-Z0-9]/.test(character) || RULES.pathPunctuation.includes(character));

const isId = (text) =>
  typeof text === 'string' && text.length <= RULES.maxId && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

const trimmed = (value) => (typeof value === 'string' ? value.trim() : '');

/** The valid ones of the title, logo, appearance and content; an invalid value is left out. */
export function settings(config) {
  const [title, logo, appearance] = [config.title, config.logo, config.appearance].map(trimmed);
  const { folder, questionSet } = config.content ?? {};
  return {
    title: title && [...title].length <= RULES.maxLine ? title : undefined,
    logo: isPath(logo) ? logo : undefined,
    appearance: ['light', 'dark', 'auto'].includes(appearance) ? appearance : undefined,
    content: isPath(folder) && folder.endsWith('/') && isId(questionSet) ? { folder, questionSet } : undefined,
  };
}
