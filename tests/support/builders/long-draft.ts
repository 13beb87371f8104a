import { stringify } from 'yaml';
import type { DraftFiles } from '#studio/model/draft.ts';

const NAMES = [
  'lamp',
  'bus',
  'corner',
  'letter',
  'window',
  'table',
  'river',
  'bridge',
  'market',
  'key',
  'garden',
  'clock',
];
const DEEDS = ['stands', 'waits', 'opens', 'turns', 'comes back', 'is closed', 'is seen', 'is moved', 'is new'];
const PLACES = ['near the mill', 'in the hall', 'at the quay', 'behind the station', 'on the stairs', 'by the road'];
const PEOPLE = ['a neighbour', 'a cook', 'a friend', 'a driver', 'a guest'];
const ANSWERS = ['agreed', 'refused', 'slept', 'wrote', 'called', 'left', 'stayed'];
const DECISIONS = ['D01', 'D02', 'D04', 'D06', 'D10', 'D14'];
const LETTERS = ['a', 'b', 'c', 'd'] as const;
const RATINGS = ['good', 'acceptable', 'harmful', 'acceptable'] as const;
/** One scene in three is a decision, as in the longest shipped cases. */
const DECISION_EACH = 3;

/** That many sentences which no other number begins with. */
function sentences(n: number, count: number): string {
  return Array.from({ length: count }, (_, k) => {
    const at = n * 7 + k * 5;
    return `The ${NAMES[at % 12]} ${n}-${k} ${DEEDS[(at + k) % 9]} ${PLACES[(at * 3 + k) % 6]}.`;
  }).join(' ');
}

/** That reason, in words that no option has. */
const reasonOf = (n: number) =>
  `Somebody asked for ${PEOPLE[n % 5]} on evening ${n}, who ${ANSWERS[n % 7]} before supper number ${n}.`;

/**
 * A draft of that many scenes: every third one is a decision with four rated options and a fact that it sets, all others tell on.
 * Every option leads some scenes forward.
 */
export function longDraft(scenes: number): DraftFiles {
  const name = (n: number) => (n >= scenes - 1 ? 'out' : `s${n}`);
  const decisions: Record<string, object> = {};
  const states: Record<string, object> = {};
  for (let n = 0; n < scenes - 1; n++) {
    const shared = { stage: `part-${1 + Math.floor((n * 5) / scenes)}`, title: `The ${NAMES[n % 12]} of day ${n}` };
    if (n % DECISION_EACH !== 1) {
      states[name(n)] = { type: 'narrative', ...shared, text: sentences(n, 5), next: name(n + 1) };
      continue;
    }
    states[name(n)] = {
      type: 'decision',
      decision: DECISIONS[n % DECISIONS.length],
      ...shared,
      text: sentences(n, 4),
      question: `What happens to the ${NAMES[n % 12]} of day ${n}?`,
      options: LETTERS.map((id, k) => ({
        id,
        text: sentences(n * 10 + k + scenes, 1),
        minutes: 5,
        then: sentences(n * 10 + k + scenes * 12, 2),
        next: name(n + 1 + (k % 3)),
      })),
    };
    decisions[name(n)] = {
      principle: sentences(n + scenes * 30, 1),
      sources: [{ code: 'WHO03', mark: 'V', says: 'Standard 1: do no harm.' }],
      options: Object.fromEntries(
        LETTERS.map((id, k) => [
          id,
          {
            rating: RATINGS[(k + ((n * 7919) >> 4)) % 4],
            meters: { trust: (k % 3) - 1 },
            reason: reasonOf(n * 10 + k),
          },
        ]),
      ),
    };
  }
  states.out = { type: 'end', stage: 'part-5', title: 'The end', text: 'The road is empty.' };
  const story = {
    schema: 'scenario/1',
    id: `long-${scenes}`,
    title: 'A long case',
    summary: 'A case of many days.',
    contentLevel: 1,
    locale: 'en',
    role: { title: 'Analyst', text: 'You read public ads.', operator: 'Analyst 1', legalBasis: 'Order 1' },
    market: { profile: 'BUY', preset: 'mini', prevalence: 'PRACTICE', seed: 'long' },
    start: '2031-03-12T09:00:00Z',
    stages: [1, 2, 3, 4, 5].map((n) => ({ id: `part-${n}`, title: `Part ${n}` })),
    initial: 's0',
    states,
  };
  const key = { schema: 'key/1', scenario: story.id, version: 1, decisions, model: [] };
  return { 'scenario.yaml': stringify(story), 'key.yaml': stringify(key) };
}
