import { caseTexts } from '#case/language/model/case-texts.ts';
import type { Edit, FileValue } from '#studio/model/edit.ts';
import { fieldsAt, isFields, STORY_FILE, type StudioCase } from '#studio/model/studio-case.ts';
import { type TranslatedText, translationFile } from '#studio/model/translation.ts';

/** The edits that add a translation; none if the case has one into that language. */
export function beginTranslation({ story, translations = {} }: StudioCase, locale: string): readonly Edit[] {
  if (Object.hasOwn(translations, locale)) return [];
  const file = translationFile(locale);
  const fields: readonly (readonly [string, FileValue])[] = [
    ['schema', 'translation/1'],
    ['scenario', story.id],
    ['locale', locale],
    ['texts', {}],
  ];
  return fields.map(([field, value]) => ({ do: 'set', file, at: [field], value }));
}

/** The edits that translate a text from its present words; an empty translation counts as missing. */
export function translateText(
  { translations = {} }: StudioCase,
  locale: string,
  { name, mark }: Pick<TranslatedText, 'name' | 'mark'>,
  text: string,
): readonly Edit[] {
  const file = translationFile(locale);
  const held = fieldsAt(translations[locale] ?? {}, 'texts');
  const names = Object.keys(held);
  if (text.trim() === '') return Object.hasOwn(held, name) ? withoutTexts(file, names, [name]) : [];
  const value = { of: mark, text };
  // `texts: {}` is on one line; the first entry replaces it.
  if (names.length === 0) return [{ do: 'set', file, at: ['texts'], value: { [name]: value } }];
  return [{ do: 'set', file, at: ['texts', name], value }];
}

/** The edits that remove names of texts which the case does not have. */
export function withoutTexts(file: string, names: readonly string[], gone: readonly string[]): readonly Edit[] {
  const lost = names.filter((name) => gone.includes(name));
  if (lost.length > 0 && lost.length === names.length) return [{ do: 'set', file, at: ['texts'], value: {} }];
  return lost.map((name) => ({ do: 'remove', file, at: ['texts', name] }));
}

/** The edits that remove texts from all translations which other edits have removed from the story. */
export function withoutLostTexts(
  before: Readonly<Record<string, FileValue>>,
  after: Readonly<Record<string, FileValue>>,
): readonly Edit[] {
  const [was, is] = [before[STORY_FILE], after[STORY_FILE]];
  const translations = Object.entries(after).filter(([, value]) => isFields(value) && value.schema === 'translation/1');
  if (translations.length === 0 || was === is || !isFields(was) || !isFields(is)) return [];
  const left = new Set(caseTexts(is).map(({ name }) => name));
  const gone = caseTexts(was).flatMap(({ name }) => (left.has(name) ? [] : [name]));
  if (gone.length === 0) return [];
  return translations.flatMap(([file, value]) =>
    withoutTexts(file, isFields(value) ? Object.keys(fieldsAt(value, 'texts')) : [], gone),
  );
}
