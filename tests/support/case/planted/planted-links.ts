import type { LinkingFacts } from '#kinds/linking/model/facts.ts';
import { ofKind, type Planted } from './planted.ts';

const ofLinks = ofKind<LinkingFacts>('linking');

/** False conditions about links and networks. */
export const PLANTED_LINKS: readonly Planted[] = [
  {
    name: 'a bridge holds',
    ...ofLinks(({ links }) => ({
      links: links.map((link) => (link.verdict === 'bridge' ? { ...link, verdict: 'holds' } : link)),
    })),
  },
  {
    name: 'two ads of a network are the whole of it',
    ...ofLinks(({ networks }) => ({
      networks: networks.map((network) => ({
        ...network,
        together: network.together > 1 ? network.ads.length : network.together,
      })),
    })),
  },
  { name: 'links beyond the limit are looked at', ...ofLinks(() => ({ overBudget: 0, offBoard: 1 })) },
  {
    name: 'actors of a mixed group are lawful',
    ...ofLinks(({ mixed }) => ({ mixed: mixed.map((group) => ({ ...group, lawful: group.actors })) })),
  },
];
