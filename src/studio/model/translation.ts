import { isToWrite } from '#case/checking/model/to-write.ts';
import { caseTexts } from '#case/language/model/case-texts.ts';
import { textMark } from '#case/language/model/translation/translate-scenario.ts';
import { fieldsAt, isFields, placeOf, type StudioCase, textAt, writtenStory } from './studio-case.ts';

/** The state of a translation: present, outdated, or missing. */
export type TranslationState = 'done' | 'stale' | 'missing';

/** A text of the case beside its translation. */
export interface TranslatedText {
  /** Its name in the file of the translation. */
  readonly name: string;
  /** Its path in the story. */
  readonly path: readonly (string | number)[];
  readonly source: string;
  /** Fingerprint of the source text. */
  readonly mark: string;
  /** Empty where it is missing. */
  readonly text: string;
  readonly state: TranslationState;
  /** Its scene; undefined for texts of the case as a whole. */
  readonly scene?: string;
}

/** File of a translation, by its language. */
export const translationFile = (locale: string): string => `${locale}.yaml`;

/**
 * The texts of a case in the order of its file, each with its translation. Texts that are still to be written are left
 * out.
 */
export function translatedTexts({ story, translations = {} }: StudioCase, locale: string): readonly TranslatedText[] {
  const held = fieldsAt(translations[locale] ?? {}, 'texts');
  const sceneAt = sceneFinder(story);
  return caseTexts(writtenStory(story))
    .filter(({ text }) => text.trim() !== '' && !isToWrite(text))
    .map(({ name, path, text: source }) => {
      const found = Object.hasOwn(held, name) ? held[name] : undefined;
      const entry = isFields(found) ? found : {};
      const text = textAt(entry, 'text');
      const mark = textMark(source);
      const state = text === '' ? 'missing' : entry.of === mark ? 'done' : 'stale';
      const scene = sceneAt(path);
      return { name, path, source, mark, text, state, ...(scene !== undefined && { scene }) };
    });
}

/** Finds the innermost scene around a path of the story. */
function sceneFinder(story: StudioCase['story']): (path: readonly (string | number)[]) => string | undefined {
  const byPlace = new Map(Object.keys(story.states).map((id) => [placeOf(story, id), id]));
  return (path) => {
    for (let length = path.length - 1; length > 1; length -= 1) {
      const found = byPlace.get(`${path.slice(0, length).join('/')}/`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
