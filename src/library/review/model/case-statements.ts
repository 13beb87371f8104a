import type { Scenes } from '#case/language/model/scenes.ts';
import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';

/** All statements of the story of a case: the principle of each decision, each option as rated, and the order of acts. */
export function caseStatements(scenes: Scenes, key: Pick<AnswerKey, 'decisions' | 'order'>): ReviewStatement[] {
  const decisions = Object.entries(key.decisions).flatMap(([state, { principle, sources, options }]) => {
    const scene = scenes[state];
    const about = scene?.title ?? state;
    const rated = Object.entries(options).map(
      ([id, { rating, reason }]): ReviewStatement => ({
        id: `${state}.${id}`,
        kind: 'option',
        about,
        text: scene?.options.find((option) => option.id === id)?.text ?? id,
        rating,
        reason,
        sources: [],
      }),
    );
    return [{ id: state, kind: 'principle' as const, about, text: principle, sources }, ...rated];
  });
  if (!key.order) return decisions;
  const { before, reason, sources } = key.order;
  const text = before.map(([first, second]) => `${first} → ${second}`).join(', ');
  return [...decisions, { id: 'order', kind: 'order', about: '', text, reason, sources }];
}
