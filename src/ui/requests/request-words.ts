import type { DataCategory, LetterKind } from '#core/evidence/letters/letter.ts';
import type { Finding } from '#core/exercise/exercise-kind.ts';
import type { Answer, AnswerReason } from '#core/requests/answer-letter.ts';
import messages from '#i18n/messages/en/requests.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

const t = translator(messages);
type Key = keyof typeof messages;

export const kindWords = (kind: LetterKind) => t(`kind.${kind}`);
export const dataWords = (category: DataCategory) => t(`data.${category}`);
export const outcomeWords = (outcome: Answer['outcome']) => t(`outcome.${outcome}`);
export const reasonWords = (reason: AnswerReason) => t(`answer.${reason}`);

/** A part of a letter by its name; one without words of its own by its id. */
export const partName = (part: string) => wordFor(`letter.${part}`) ?? part;

/** What a receiver or a court would say where that part is missing. */
export const objectionTo = (part: string) => wordFor(`objection.${part}`);

const wordFor = (key: string) => (key in messages ? t(key as Key) : undefined);

/** A finding about letters in words: what it is about, and what held or did not. Undefined for a finding of another kind. */
export function letterWords({
  kind,
  at,
  reason,
}: Finding): { readonly name: string; readonly words: string } | undefined {
  if (!(reason in messages)) return undefined;
  if (reason.startsWith('answer.')) return { name: t('answer', { letter: at.locator ?? '' }), words: t(reason as Key) };
  return { name: t(reason as Key), words: t(`${reason}.${kind}` as Key) };
}
