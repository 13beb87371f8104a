import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { LinkFact, LinkingFacts } from './facts.ts';
import type { EdgeVerdict } from './judge-edges.ts';

type Rule = SentenceRule<LinkingFacts>;

/** Sentence of each verdict on a link. */
export const SENTENCE_OF_VERDICT: Readonly<Record<EdgeVerdict, string>> = {
  holds: 'link.holds',
  again: 'link.again',
  reason: 'link.reason',
  stranger: 'link.stranger',
  bridge: 'link.bridge',
};
const VERDICTS = Object.keys(SENTENCE_OF_VERDICT) as EdgeVerdict[];

/** A sentence for each link that meets the condition; `trace` is the id of the trace given as its reason. */
const ofLinks = (id: string, isOf: (link: LinkFact) => boolean): Rule => ({
  id,
  says: ({ links }) => links.filter(isOf).map(({ a, b, trace }) => ({ params: { a, b, trace } })),
});

const LINKS: readonly Rule[] = [
  {
    id: 'link.none',
    says: ({ links, overBudget, offBoard }) => when(links.length + overBudget + offBoard === 0),
  },
  {
    id: 'link.count',
    says: ({ links }) => {
      const n = links.filter(({ verdict }) => verdict === 'holds' || verdict === 'again').length;
      return when(links.length > 0, { params: { n, of: links.length } });
    },
  },
  { id: 'link.over', says: ({ overBudget }) => when(overBudget > 0, { params: { count: overBudget } }) },
  { id: 'link.off-board', says: ({ offBoard }) => when(offBoard > 0, { params: { count: offBoard } }) },
  ...VERDICTS.map((verdict) => ofLinks(SENTENCE_OF_VERDICT[verdict], (link) => link.verdict === verdict)),
  ofLinks('link.lawful', ({ lawful }) => lawful),
];

const listed = (ads: readonly string[]) => ads.join(', ');

/** Outcome of each network: exactly one of `whole`, `torn` and `apart`. */
const NETWORKS: readonly Rule[] = [
  { id: 'network.nothing', says: ({ networks }) => when(networks.length === 0) },
  {
    id: 'network.count',
    says: ({ networks }) => {
      const n = networks.filter(({ ads, together }) => together === ads.length).length;
      return when(networks.length > 0, { params: { n, of: networks.length } });
    },
  },
  {
    id: 'network.whole',
    says: ({ networks }) =>
      networks
        .filter(({ ads, together }) => together === ads.length)
        .map(({ ads }) => ({ params: { count: ads.length, ads: listed(ads) } })),
  },
  {
    id: 'network.torn',
    says: ({ networks }) =>
      networks
        .filter(({ ads, together }) => together > 1 && together < ads.length)
        .map(({ ads, together }) => ({ params: { n: together, of: ads.length, ads: listed(ads) } })),
  },
  {
    id: 'network.apart',
    says: ({ networks }) =>
      networks
        .filter(({ together }) => together === 1)
        .map(({ ads }) => ({ params: { count: ads.length, ads: listed(ads) } })),
  },
  {
    id: 'network.mixed',
    says: ({ mixed }) => mixed.map(({ ads, actors }) => ({ params: { actors, count: ads.length, ads: listed(ads) } })),
  },
  {
    id: 'network.lawful',
    says: ({ mixed }) =>
      mixed
        .filter(({ lawful }) => lawful > 1)
        .map(({ ads, lawful }) => ({ params: { lawful, count: ads.length, ads: listed(ads) } })),
  },
  {
    id: 'network.unjoined',
    says: ({ unjoined }) =>
      unjoined.map(({ ads, parts }) => ({ params: { parts, count: ads.length, ads: listed(ads) } })),
  },
];

/** Every sentence of a linking exercise, each with its condition. */
export const LINKING_SENTENCES: readonly Rule[] = [...LINKS, ...NETWORKS];
