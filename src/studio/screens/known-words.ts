import type { Kinds } from '#case/exercise/model/kinds.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/studio/scene.json' with { type: 'json' };

const t = translator(messages);

/** The words for a value of a file; the value itself where it is none of those that the file may have. */
const orAsWritten = (key: string, say: () => string, value: string) => (Object.hasOwn(messages, key) ? say() : value);

export const roleWords = (role: string): string =>
  orAsWritten(`role.${role}`, () => t(`role.${role as 'police'}`), role);
/** The name of a kind of exercise in the list of the studio; its id where it has none. */
export const kindWords = (kind: string, { aboutWords }: Pick<Kinds, 'aboutWords'>): string =>
  aboutWords.of(kind)?.['name'] ?? kind;
export const actWords = (act: string): string => orAsWritten(`act.${act}`, () => t(`act.${act as 'contact'}`), act);
export const ratingWords = (rating: string): string =>
  orAsWritten(`rating.${rating}`, () => t(`rating.${rating as 'good'}`), rating);
