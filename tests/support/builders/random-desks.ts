import { linkAsOracle, linkEveryTrace, linkEverything, linkHonestly } from '#app/reference/linking-players.ts';
import { mapAsOracle, mapEverything, mapHonestly } from '#app/reference/mapping-players.ts';
import type { Table } from '#app/reference/table.ts';
import { routineLetters, writeLetters } from '#app/reference/write-letters.ts';
import { emptyLetter, LETTER_KINDS, type Letter } from '#core/evidence/letters/letter.ts';
import { addMinutes } from '#core/kernel/instant.ts';
import type { LinkingAction } from '#core/linking/play.ts';
import type { MappingAction } from '#core/mapping/play.ts';
import type { RequestsAction } from '#core/requests/play.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';

/** What a random player does at a request desk: whole letters, letters with parts missing, to others, in any order. */
export function randomLetters(table: Table, draw: Chances): RequestsAction[] {
  const slips = drawSlips(draw);
  const order = draw.often(60) ? undefined : draw.mixed(LETTER_KINDS);
  const whole = draw.often(85) ? writeLetters(table, order) : routineLetters(table);
  const acts = slipped(whole, slips, draw).map((act): RequestsAction => {
    return act.type === 'letter.sent' && draw.often(slips.spoil) ? { ...act, letter: spoiled(act.letter, draw) } : act;
  });
  const strays = draw.some([1, 2, 3, 4], slips.stray).map((): RequestsAction => {
    const of = `L-0${1 + draw.int(4)}`;
    return draw.one<RequestsAction>([
      { type: 'answer.awaited', minutes: 60 * draw.int(60) },
      { type: 'answer.filed', of },
      { type: 'letter.renewed', of, days: 30 },
      { type: 'renewal.noted', of, on: addMinutes(table.attempt.clock, 60 * draw.int(4000)) },
      { type: 'letter.sent', letter: emptyLetter(draw.one(LETTER_KINDS)) },
    ]);
  });
  return draw.often(50) ? [...acts, ...strays] : [...strays, ...acts];
}

function spoiled(letter: Letter, draw: Chances): Letter {
  return draw.one<Letter>([
    { ...letter, to: draw.one(['', 'nobody']) },
    { ...letter, ads: letter.ads.slice(1), accounts: [] },
    { ...letter, authority: '', urgency: '' },
    { ...letter, days: draw.int(3), data: letter.data.slice(0, 1) },
    { ...letter, kind: draw.one(LETTER_KINDS) },
    emptyLetter(letter.kind),
  ]);
}

/** What a random player does at a board: some links that hold, some that do not, and groups. */
export function randomLinks(table: Table, draw: Chances): LinkingAction[] {
  const base = draw.one([linkAsOracle, linkEveryTrace, linkEverything, linkHonestly])(table);
  const ads = table.material.market.ads.map(({ id }) => id);
  const acts = slipped(base, drawSlips(draw), draw);
  const groups = ['network-1', 'network-2', 'all'];
  const strays = draw.some(Array.from({ length: 12 }), draw.int(60)).map((): LinkingAction => {
    const [a = '', b = ''] = draw.mixed(ads);
    return draw.one<LinkingAction>([
      { type: 'edge.proposed', a, b, kind: draw.one(['shared-phone', 'shared-room', 'template-text']) },
      { type: 'ad.grouped', ad: a, group: draw.one(groups) },
      { type: 'ad.ungrouped', ad: a },
      { type: 'group.dissolved', group: draw.one(groups) },
      { type: 'ad.collected', ad: a },
    ]);
  });
  const edges = acts.filter((act) => act.type === 'edge.proposed');
  const withdrawn = draw.some(edges, 10).map((act) => ({ ...act, type: 'edge.withdrawn' as const }));
  return [...acts, ...strays, ...withdrawn];
}

/** What a random player does with a map of sites. */
export function randomMap(table: Table, draw: Chances): MappingAction[] {
  const base = draw.one([mapAsOracle, mapEverything, mapHonestly])(table);
  const slips = drawSlips(draw);
  const sites = table.material.market.sites.map(({ id }) => id);
  return slipped(base, slips, draw).map((act): MappingAction => {
    if (!draw.often(slips.spoil)) return act;
    if (act.type === 'owner.linked') return { ...act, owner: draw.one(['', 'one', act.site]) };
    if (act.type === 'mirror.noted') return { ...act, of: draw.one(['', ...sites]) };
    if (act.type === 'volume.estimated') return { ...act, volume: draw.int(400) };
    if (act.type === 'ad.coded') return { ...act, signs: draw.some(act.signs, 50) };
    if (act.type === 'code.settled') return { ...act, present: !act.present };
    return act;
  });
}
