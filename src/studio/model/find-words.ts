import { optionLetter, optionsOf, type StudioScene, textAt } from './studio-case.ts';

/** Diacritics, which a search ignores. */
const MARKS = /\p{M}/gu;
const plain = (text: string) => text.normalize('NFKD').replaceAll(MARKS, '').toLowerCase();

/** Where words occur in a scene: in its own text, or in some of its options. */
export interface SceneMatch {
  /** Letters of the options whose text or consequence has the words; empty if the scene itself has them. */
  readonly options: readonly string[];
}

/** Where a scene has these words, ignoring case and diacritics; undefined if it does not have them. */
export function findWords(scene: StudioScene, title: string, words: string): SceneMatch | undefined {
  const wanted = plain(words.trim());
  const has = (texts: readonly string[]) => texts.some((text) => plain(text).includes(wanted));
  const told = ['text', 'question', 'note', 'from'].map((field) => textAt(scene, field));
  if (has([title, ...told])) return { options: [] };
  const options = optionsOf(scene)
    .filter((option) => has([textAt(option, 'text'), textAt(option, 'then')]))
    .map(({ id }) => optionLetter(scene, id) ?? id);
  return options.length > 0 ? { options } : undefined;
}
