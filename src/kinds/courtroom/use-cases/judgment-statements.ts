import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';

/** Every sum of a court file with its working. */
export function sumStatements({ title, sums }: Bundle, key: CourtroomKey): ReviewStatement[] {
  return sums.flatMap(({ id, asks, unit }): ReviewStatement[] => {
    const sum = key.sums[id];
    if (!sum) return [];
    const { amount, working } = sum;
    return [
      {
        id: `courtroom.sum.${id}`,
        kind: 'kind',
        topic: 'courtroom.sum',
        about: title,
        text: asks,
        answer: { id: `courtroom.sum.${unit}`, params: { amount } },
        reason: working,
        sources: [],
      },
    ];
  });
}

/** Every choice of the judgment: what it asks with its sources, then each option as the authors see it, with its verdicts. */
export function judgmentStatements({ judgment }: Bundle, key: CourtroomKey): ReviewStatement[] {
  return judgment.flatMap(({ id, title, asks, options }): ReviewStatement[] => {
    const answered = key.judgment[id];
    if (!answered) return [];
    const stated = { kind: 'kind', about: title } as const;
    return [
      { ...stated, id: `courtroom.judgment.${id}`, topic: 'courtroom.choice', text: asks, sources: answered.sources },
      ...options.flatMap(({ id: option, text, verdicts = [] }): ReviewStatement[] => {
        const seen = answered.options[option];
        if (!seen) return [];
        return [
          {
            ...stated,
            id: `courtroom.judgment.${id}.${option}`,
            topic: 'courtroom.option',
            text,
            rating: seen.view,
            reason: seen.remark,
            sources: [],
          },
          ...verdicts.map(({ person, is, of }, n) => ({
            ...stated,
            id: `courtroom.judgment.${id}.${option}.verdict.${n + 1}`,
            topic: 'courtroom.verdict',
            text,
            answer: { id: `courtroom.verdict.${is}`, params: { person, of } },
            sources: [],
          })),
        ];
      }),
    ];
  });
}
