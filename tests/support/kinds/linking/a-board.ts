import type { BoardAd, LinkKey } from '#kinds/linking/model/derive-links.ts';
import { type LinkingAction, type LinkingResponse, playLinking } from '#kinds/linking/model/play.ts';
import type { LinkingBrief } from '#kinds/linking/model/schemas.ts';
import type { TracePlace } from '#kinds/linking/model/shown-traces.ts';
import { LINKING_PLAYERS } from '#kinds/linking/use-cases/players.ts';
import type { aMarket } from '../../builders/a-market.ts';
import { aTableOf } from '../../builders/a-table.ts';

/** A linking exercise over a whole market. */
export const aBoardOf = (made: ReturnType<typeof aMarket>, brief: LinkingBrief = {}) =>
  aTableOf<LinkingResponse, LinkingAction>(made, { play: playLinking, players: LINKING_PLAYERS }, brief);

/** Ads as "actor and part": `A1` is an ad of actor A; actors in lower case are not lawful. */
export const boardAds = (text: string): BoardAd[] =>
  text.split(' ').map((name, n) => ({
    ad: `ad-${n}`,
    actor: name[0] as string,
    lawful: name[0] === name[0]?.toUpperCase(),
    part: [...new Set(text.split(' '))].indexOf(name),
  }));

/** A board on which pairs of ads, by their place, share traces: `0-1 phone`. */
export function aKey(text: string, shared: readonly string[], needed = 0): LinkKey {
  const ads = boardAds(text);
  const traces = new Map<string, Map<string, TracePlace>>();
  for (const one of shared) {
    const [pair = '', kind = ''] = one.split(' ');
    const [a, b] = pair.split('-').map((place) => ads[Number(place)]?.ad);
    const name = `${a} ${b}`;
    traces.set(name, (traces.get(name) ?? new Map()).set(kind, 'page'));
  }
  const placeOf = new Map(ads.map(({ ad }, place) => [ad, place]));
  const tracesOf = (a: string, b: string) => traces.get(`${a} ${b}`) ?? traces.get(`${b} ${a}`) ?? new Map();
  return { ads, placeOf, tracesOf, pairs: [], needed };
}
