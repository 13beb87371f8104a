import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { DetectionFacts } from './facts.ts';

type Rule = SentenceRule<DetectionFacts>;

/** A sentence that counts and lists ads; not said if there are none. */
const listed = (id: string, adsOf: (facts: DetectionFacts) => readonly string[]): Rule => ({
  id,
  says: (facts) => {
    const ads = adsOf(facts);
    return when(ads.length > 0, { params: { count: ads.length, ads: ads.join(', ') } });
  },
});

/** The same sentence in two wordings: for networks, and for deceptive recruiters. */
const inBothWords = ({ id, says }: Rule): Rule[] => [
  { id, says: (facts) => (facts.sought === 'controlled' ? says(facts) : []) },
  { id: `${id}.deceptive`, says: (facts) => (facts.sought === 'deceptive' ? says(facts) : []) },
];

/** Flagged controlled ads that were not knowable. */
const blindHits = ({ hits, unknowable }: DetectionFacts) => hits.filter((ad) => unknowable.includes(ad));

const flagsOnOthers = ({ falseFlags, tooHigh, alike }: DetectionFacts) =>
  falseFlags.length + tooHigh.length + alike.length;
const flagged = (facts: DetectionFacts) => facts.hits.length + flagsOnOthers(facts);

/** Every sentence of a detection exercise, each with its condition. */
export const DETECTION_SENTENCES: readonly Rule[] = [
  { id: 'find.judged.all', ground: 'log', says: ({ judged, of }) => when(of > 0 && judged === of, { params: { of } }) },
  { id: 'find.judged.some', ground: 'log', says: ({ judged, of }) => when(judged < of, { params: { n: judged, of } }) },
  {
    id: 'find.withheld',
    says: ({ escalated, notEscalated, of }) => {
      const count = escalated.length + notEscalated.length;
      return when(count > 0, { params: { count, of } });
    },
  },
  { id: 'find.flagged.none', ground: 'log', says: (facts) => when(flagged(facts) === 0) },
  ...inBothWords({
    id: 'find.hits',
    says: (facts) => {
      const { hits, controlled, unknowable } = facts;
      const params = { n: hits.length, of: controlled, blind: unknowable.length, found: blindHits(facts).length };
      return when(controlled > 0 && flagged(facts) > 0, { params });
    },
  }),
  { id: 'find.nothing', says: ({ controlled }) => when(controlled === 0) },
  ...inBothWords({
    id: 'find.false.none',
    says: (facts) => when(flagged(facts) > 0 && flagsOnOthers(facts) === 0),
  }),
  ...inBothWords(listed('find.false', ({ falseFlags }) => falseFlags)),
  ...inBothWords(listed('find.too-high', ({ tooHigh }) => tooHigh)),
  ...inBothWords(listed('find.alike', ({ alike }) => alike)),
  ...inBothWords(listed('find.missed', ({ misses }) => misses)),
  ...inBothWords(listed('find.left-out', ({ leftOut }) => leftOut)),
  ...inBothWords(listed('find.unknowable', ({ unknowable }) => unknowable)),
  {
    id: 'find.harm',
    says: ({ misses, leftOut, falseFlags, tooHigh, harm, cost, controlled }) =>
      when(controlled > 0, {
        params: {
          misses: misses.length + leftOut.length,
          miss: harm.miss,
          flags: falseFlags.length + tooHigh.length,
          flag: harm.falseFlag,
          cost,
        },
      }),
  },
  listed('find.withheld.handed', ({ escalated }) => escalated),
  listed('find.withheld.open', ({ notEscalated }) => notEscalated),
  listed('find.withheld.noted', ({ noted }) => noted),
  {
    id: 'find.marks.none',
    ground: 'log',
    says: ({ marks: { right, wrong, traps, cues } }) => when(right + wrong + traps + cues === 0),
  },
  {
    id: 'find.marks',
    says: ({ marks: { right, wrong, half, traps, cues, again } }) => {
      const given = right + wrong + traps + cues + again;
      return when(given > 0, { params: { given, right, wrong, half, traps, cues, again } });
    },
  },
  {
    id: 'find.most-missed',
    says: ({ mostMissed }) => {
      const [sign, another] = mostMissed?.signs ?? [];
      return mostMissed && sign && !another ? [{ params: { sign, count: mostMissed.count } }] : [];
    },
  },
  {
    id: 'find.most-missed.several',
    says: ({ mostMissed }) => {
      const { signs = [], count = 0 } = mostMissed ?? {};
      return when(signs.length > 1, { params: { signs: signs.join(', '), count } });
    },
  },
];
