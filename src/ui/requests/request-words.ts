import type { DataCategory, LetterKind } from '#core/evidence/letters/letter.ts';
import type { Answer, AnswerReason } from '#core/requests/answer-letter.ts';
import messages from '#i18n/messages/en/requests.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';
import { sentenceWords } from '#ui/scoring/sentence-words.ts';

const t = translator(messages);
type Key = keyof typeof messages;

export const kindWords = (kind: LetterKind) => t(`kind.${kind}`);
export const dataWords = (category: DataCategory) => t(`data.${category}`);
export const outcomeWords = (outcome: Answer['outcome']) => t(`outcome.${outcome}`);
export const reasonWords = (reason: AnswerReason) => sentenceWords({ id: `answer.${reason}`, params: {} });

/** A part of a letter by its name; one without words of its own by its id. */
export const partName = (part: string) => wordFor(`letter.${part}`) ?? part;

/** What a letter has to say in that part. */
export const adviceOn = (part: string) => wordFor(`letter.${part}.miss`) ?? '';

const wordFor = (key: string) => (key in messages ? t(key as Key) : undefined);
