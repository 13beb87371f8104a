import type { CodingFacts, MappingFacts } from '#kinds/mapping/model/facts.ts';
import { ofKind, type Planted } from './planted.ts';

const ofMap = ofKind<MappingFacts>('mapping');
const ofCodes = (change: (coding: CodingFacts) => Partial<CodingFacts>) =>
  ofMap(({ coding }) => (coding ? { coding: { ...coding, ...change(coding) } } : {}));

/** False conditions about a map and its codes. */
export const PLANTED_MAP: readonly Planted[] = [
  {
    name: 'every estimate is close',
    ...ofMap(({ sites }) => ({
      sites: sites.map((site) => (site.estimate === undefined ? site : { ...site, estimate: site.volume })),
    })),
  },
  {
    name: 'an owner without a name is another owner',
    ...ofMap(({ owners }) => ({
      owners: owners.map((pair) => (pair.outcome === 'open' ? { ...pair, outcome: 'apart' } : pair)),
    })),
  },
  {
    name: 'an original that was marked is a copy',
    ...ofMap(({ copies }) => ({ copies: { ...copies, originals: [] } })),
  },
  { name: 'every ranked site has a reason', ...ofMap(({ notes }) => ({ notes: { ...notes, written: notes.of } })) },
  {
    name: 'coders agree a little more',
    ...ofCodes(({ kappa }) => (kappa === undefined ? {} : { kappa: kappa + 0.05 })),
  },
  { name: 'every difference is settled', ...ofCodes(({ differing }) => ({ settled: differing })) },
];
