import type { LetterKind } from '#evidence/letters/model/letter.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { AnsweredLetter } from '#kinds/requests/model/answers-to.ts';
import type { RequestsResponse } from '#kinds/requests/model/play.ts';

/** One thing that a desk leaves open. */
export type OpenLetter =
  | { readonly key: 'open.nothing' }
  | { readonly key: 'open.begun'; readonly kind: LetterKind }
  | { readonly key: 'open.waiting'; readonly letter: string; readonly at: Instant }
  | { readonly key: 'open.filed' | 'open.day'; readonly letter: string };

/** What the writer's own letters leave open at that moment; nothing here knows a key. */
export function openLetters(
  { filed, diary }: Pick<RequestsResponse, 'filed' | 'diary'>,
  answered: readonly AnsweredLetter[],
  begun: readonly LetterKind[],
  now: Instant,
): OpenLetter[] {
  const ofLetters = answered.flatMap(({ id: letter, answer, keptUntil }): OpenLetter[] => {
    if (answer.at > now) return [{ key: 'open.waiting', letter, at: answer.at }];
    const isNoted = keptUntil === undefined || diary.some(({ of }) => of === letter);
    return [
      ...(filed.includes(letter) ? [] : [{ key: 'open.filed', letter } as const]),
      ...(isNoted ? [] : [{ key: 'open.day', letter } as const]),
    ];
  });
  return [
    ...(answered.length === 0 ? [{ key: 'open.nothing' } as const] : []),
    ...begun.map((kind): OpenLetter => ({ key: 'open.begun', kind })),
    ...ofLetters,
  ];
}
