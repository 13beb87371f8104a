import { translator } from '#i18n/translator.ts';
import messages from '#words/studio/scene.json' with { type: 'json' };

const t = translator(messages);

/** The words for a value of a file; the value itself where it is none of those that the file may have. */
const orAsWritten = (key: string, say: () => string, value: string) => (Object.hasOwn(messages, key) ? say() : value);

export const roleWords = (role: string): string =>
  orAsWritten(`role.${role}`, () => t(`role.${role as 'police'}`), role);
export const kindWords = (kind: string): string =>
  orAsWritten(`kind.${kind}`, () => t(`kind.${kind}` as keyof typeof messages), kind);
export const actWords = (act: string): string => orAsWritten(`act.${act}`, () => t(`act.${act as 'contact'}`), act);
export const ratingWords = (rating: string): string =>
  orAsWritten(`rating.${rating}`, () => t(`rating.${rating as 'good'}`), rating);
