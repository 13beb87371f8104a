import { type AreaByActor, areasByActor, type ComparedAreas } from './area-by-actor.ts';
import { type Attack, isPlain, type Misread, misreadFacts } from './attack.ts';
import { type Learner, learnLine, learnTrees, only, those } from './learn-columns.ts';

const LEARNERS: Readonly<Record<string, Learner>> = { line: learnLine, trees: learnTrees };

/** Areas of the learners from all that is public, and that of the ideal reader. */
export function attackAll({ learned, judged, ceiling }: Attack): ComparedAreas {
  const rankings = Object.fromEntries(Object.entries(LEARNERS).map(([name, learn]) => [name, learn(learned, judged)]));
  return areasByActor({ ...rankings, ceiling }, judged.sought, judged.actors);
}

/**
 * What an attacker may reach who cannot know more than the ideal reader: its area and two hundredths, and where that is
 * near to 1 half of what is left.
 */
export const boundOf = ({ area }: AreaByActor) => area + Math.min(0.02, (1 - area) / 2);

/** Ads that offer something for a price or for pay: a post that offers nothing is another kind, as everybody can see. */
function offersOf(sample: Attack['learned']): Attack['learned'] {
  const [pay, price] = ['no pay', 'no price'].map((name) => sample.columns.get(name) as Float64Array);
  return those(sample, (at) => pay?.[at] === 0 || price?.[at] === 0);
}

/** Areas from numbers, order, times, accounts and labels alone, which show no sign. */
export function attackPlain({ learned, judged }: Attack): Readonly<Record<string, AreaByActor>> {
  const [from, of] = [only(offersOf(learned), isPlain), only(offersOf(judged), isPlain)];
  const rankings = Object.fromEntries(Object.entries(LEARNERS).map(([name, learn]) => [name, learn(from, of)]));
  return areasByActor(rankings, of.sought, of.actors).areas;
}

/** Area from the number of the company code, among ads that state one. */
export function attackCodes({ learned, judged }: Attack): AreaByActor {
  const withCode = (sample: typeof learned) => {
    const states = sample.columns.get('with code') as Float64Array;
    return those(
      only(sample, (name) => /^number of code|by code: gap/.test(name)),
      (at) => states[at] === 1,
    );
  };
  const of = withCode(judged);
  return areasByActor({ trees: learnTrees(withCode(learned), of) }, of.sought, of.actors).areas.trees as AreaByActor;
}

/** Area from the words of sentences that carry no label. */
export function attackUnlabelled({ unlabelled: { worth, sought, actors } }: Attack): AreaByActor {
  return areasByActor({ words: worth }, sought, actors).areas.words as AreaByActor;
}

/** Facts that mean clearly more, or less, than the ideal reader takes them for. */
export const misreadIn = ({ judged, ceiling }: Attack): Misread[] =>
  misreadFacts(judged, ceiling).filter(
    ({ share, expected, errors }) => Math.abs(share - expected) > 0.1 && Math.abs(errors) > 5,
  );
