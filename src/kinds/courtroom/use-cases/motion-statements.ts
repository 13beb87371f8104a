import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { Bundle, Motion } from '#evidence/court-file/model/bundle.ts';
import { type LawCard, REGIMES } from '#evidence/court-file/model/court-law.ts';
import { RULING_LINES } from '#kinds/courtroom/model/court-file.ts';
import type { CourtroomKey, MotionKey } from '#kinds/courtroom/model/key-schemas.ts';

/** Every motion as the key has it: outcomes under each regime, the six lines, both rulings, the other States, the twist. */
export function motionStatements(bundle: Bundle, law: LawCard, { motions }: CourtroomKey): ReviewStatement[] {
  return bundle.motions.flatMap((motion) => {
    const key = motions[motion.id];
    return key ? statementsOf(motion, key, law) : [];
  });
}

function statementsOf(motion: Motion, key: MotionKey, law: LawCard): ReviewStatement[] {
  const stated = (part: string, topic: string, text: string, more: Partial<ReviewStatement> = {}): ReviewStatement => ({
    id: ['courtroom.motion', motion.id, ...(part === '' ? [] : [part])].join('.'),
    kind: 'kind',
    topic: `courtroom.${topic}`,
    about: motion.title,
    text,
    sources: [],
    ...more,
  });
  const wordsOf = (id: string) => motion.outcomes.find((one) => one.id === id)?.text ?? id;
  const ruledBy = (outcome: string) => ({ answer: { id: 'courtroom.ruling', params: { outcome: wordsOf(outcome) } } });
  return [
    stated('', 'motion', motion.text, { sources: key.sources }),
    ...motion.outcomes.map(({ id, text }) => {
      const ruledOut = key.forbids[law.regime]?.find(({ outcome }) => outcome === id);
      return stated(`outcome.${id}`, 'outcome', text, {
        answer: { id: ruledOut ? 'courtroom.forbidden' : 'courtroom.allowed', params: { state: law.name } },
        ...(ruledOut && { reason: ruledOut.because }),
      });
    }),
    ...REGIMES.filter((regime) => regime !== law.regime).flatMap((regime) =>
      (key.forbids[regime] ?? []).map(({ outcome, because }) =>
        stated(`${regime}.${outcome}`, 'outcome', wordsOf(outcome), {
          answer: { id: `courtroom.forbidden.${regime}` },
          reason: because,
        }),
      ),
    ),
    ...key.lines.map(({ holds, needed }, n) =>
      stated(`line.${RULING_LINES[n] ?? n}`, `line.${RULING_LINES[n] ?? n}`, holds, {
        ...(needed && { answer: { id: 'courtroom.needed' } }),
      }),
    ),
    stated('grant', 'grant', key.grant.text, ruledBy(key.grant.outcome)),
    stated('refuse', key.refuse.inPart ? 'part' : 'refuse', key.refuse.text, ruledBy(key.refuse.outcome)),
    ...key.elsewhere.map(({ state, text }) => stated(`elsewhere.${state.toLowerCase()}`, 'elsewhere', text)),
    stated('twist', 'twist', key.twist.fact, {
      answer: { id: `courtroom.towards.${key.twist.direction}` },
      reason: key.twist.reason,
    }),
  ];
}
