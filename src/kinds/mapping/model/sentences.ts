import { type SentenceParams, type SentenceRule, when } from '#kernel/model/sentence.ts';
import { type AgreementName, agreementName, GOOD_KAPPA, kappaText } from './code-agreement.ts';
import { isClose, MIN_REPORTED_RELEVANCE, RANKED_SITES } from './explain-map.ts';
import type { CodingFacts, MappingFacts, OwnerFact, SiteFact } from './facts.ts';

type Rule = SentenceRule<MappingFacts>;

/** A sentence for each site that meets the condition. `site` and `of` are ids, and the screen names the sites. */
const ofSites = (
  id: string,
  isOf: (site: SiteFact) => boolean,
  more: (site: SiteFact, facts: MappingFacts) => SentenceParams = () => ({}),
): Rule => ({
  id,
  says: (facts) => facts.sites.filter(isOf).map((site) => ({ params: { site: site.site, ...more(site, facts) } })),
});

const isEstimated = ({ estimate }: SiteFact) => estimate !== undefined;
const close = ({ estimate, volume }: SiteFact) => estimate !== undefined && isClose(estimate, volume);
const volumes = ({ estimate = 0, volume }: SiteFact) => ({ count: estimate, of: volume });

const SITES: readonly Rule[] = [
  {
    id: 'map.sites',
    says: ({ sites }) => {
      const n = sites.filter(({ registered }) => registered).length;
      return when(sites.length > 0, { params: { n, of: sites.length } });
    },
  },
  ofSites('map.site.found', ({ registered }) => registered),
  ofSites('map.site.missing', ({ registered }) => !registered),
  ofSites('map.volume.close', close, volumes),
  ofSites('map.volume.off', (site) => isEstimated(site) && !close(site), volumes),
  ofSites('map.volume.missing', (site) => site.registered && !isEstimated(site)),
  ofSites('map.mirror.found', ({ mirrorOf, noted }) => mirrorOf !== undefined && noted === mirrorOf),
  ofSites(
    'map.mirror.missing',
    ({ registered, mirrorOf, noted }) => registered && mirrorOf !== undefined && noted === undefined,
    ({ mirrorOf = '' }) => ({ of: mirrorOf }),
  ),
  ofSites(
    'map.mirror.other',
    ({ mirrorOf, noted }) => mirrorOf !== undefined && noted !== undefined && noted !== mirrorOf,
    ({ mirrorOf = '', noted = '' }) => ({ of: mirrorOf, noted }),
  ),
  ofSites(
    'map.mirror.none',
    ({ mirrorOf, noted }) => mirrorOf === undefined && noted !== undefined,
    ({ noted = '' }) => ({ noted }),
  ),
  ofSites(
    'map.rank.missing',
    ({ relevance, place }) => relevance >= MIN_REPORTED_RELEVANCE && place === undefined,
    ({ sought }, { sites }) => ({ count: sought, of: sites.reduce((sum, site) => sum + site.sought, 0) }),
  ),
  ofSites(
    'map.rank.behind',
    ({ relevance, place }) => relevance >= MIN_REPORTED_RELEVANCE && place !== undefined && place > RANKED_SITES,
    ({ place = 0 }) => ({ place, counted: RANKED_SITES }),
  ),
];

const OWNERS: readonly Rule[] = (['found', 'open', 'apart', 'wrong'] satisfies OwnerFact['outcome'][]).map(
  (wanted) => ({
    id: `map.owner.${wanted}`,
    says: ({ owners }) =>
      owners.filter(({ outcome }) => outcome === wanted).map(({ one, other }) => ({ params: { site: one, other } })),
  }),
);

const REST: readonly Rule[] = [
  {
    id: 'map.copies',
    says: ({ copies: { found, of } }) => when(of > 0, { params: { n: found, of } }),
  },
  { id: 'map.copies.nothing', says: ({ copies }) => when(copies.of === 0) },
  {
    id: 'map.original',
    says: ({ copies: { originals } }) =>
      when(originals.length > 0, { params: { count: originals.length, ads: originals.join(', ') } }),
  },
  { id: 'map.rank.none', ground: 'log', says: ({ ranked }) => when(ranked === 0) },
  { id: 'map.reason.none', ground: 'log', says: ({ unreasoned }) => unreasoned.map((site) => ({ params: { site } })) },
  { id: 'map.notes', ground: 'log', says: ({ notes: { written, of } }) => [{ params: { n: written, of } }] },
];

/** A sentence about codes; not said if the task asks for none. */
const ofCodes = (id: string, says: (coding: CodingFacts) => ReturnType<Rule['says']>): Rule => ({
  id,
  says: ({ coding }) => (coding ? says(coding) : []),
});

const AGREEMENT: readonly AgreementName[] = ['strong', 'good', 'middling', 'weak', 'none'];

/** Kappa, if codes were compared and at least one coder saw a sign. */
const told = ({ kappa, seen }: CodingFacts) => (seen ? kappa : undefined);

const CODES: readonly Rule[] = [
  ofCodes('codes.undrawn', ({ sample }) => when(sample === 0)),
  ofCodes('codes.nobody', ({ sample, coded }) => when(sample > 0 && coded === 0)),
  ofCodes('codes.count', ({ sample, coded }) => when(coded > 0, { params: { n: coded, of: sample } })),
  ofCodes('codes.small', ({ sample, asked }) =>
    when(sample > 0 && sample < asked, { params: { n: sample, of: asked } }),
  ),
  ofCodes('codes.alone', ({ coded, compared }) => when(coded > 0 && !compared)),
  ofCodes('codes.unseen', ({ compared, seen }) => when(compared && !seen)),
  ...AGREEMENT.map((name) =>
    ofCodes(`codes.agreed.${name}`, (coding) => {
      const kappa = told(coding);
      if (kappa === undefined || agreementName(kappa) !== name) return [];
      return [{ params: { kappa: kappaText(kappa), count: coding.coded } }];
    }),
  ),
  ofCodes('codes.enough', (coding) => when((told(coding) ?? -1) >= GOOD_KAPPA)),
  ofCodes('codes.low', (coding) => when((told(coding) ?? 1) < GOOD_KAPPA)),
  ofCodes('codes.same', ({ compared, differing }) => when(compared && differing === 0)),
  ofCodes('codes.settled', ({ differing, settled }) => when(differing > 0, { params: { n: settled, of: differing } })),
  ...(['missed', 'wrong'] as const).map((what) =>
    ofCodes(`map.code.${what}`, ({ signs }) =>
      signs
        .filter((entry) => entry[what].length > 0)
        .map((entry) => ({
          params: { sign: entry.sign, count: entry[what].length, ads: entry[what].join(', ') },
        })),
    ),
  ),
  ofCodes('map.code.right', ({ coded, signs }) =>
    when(coded > 0 && signs.every(({ missed, wrong }) => missed.length + wrong.length === 0), {
      params: { count: coded },
    }),
  ),
];

/** Every sentence of a mapping exercise, each with its condition. */
export const MAPPING_SENTENCES: readonly Rule[] = [...SITES, ...OWNERS, ...REST, ...CODES];
