import type { Table } from '#case/reference-players/use-cases/table.ts';
import {
  CHANNELS,
  DATA_CATEGORIES,
  emptyLetter,
  LETTER_KINDS,
  type Letter,
  OFFICES,
} from '#evidence/letters/model/letter.ts';
import { TEXT_FIELDS } from '#evidence/letters/model/points.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import type { LinkingAction } from '#kinds/linking/model/play.ts';
import { linkAsOracle, linkEveryTrace, linkEverything, linkHonestly } from '#kinds/linking/use-cases/players.ts';
import type { MappingAction } from '#kinds/mapping/model/play.ts';
import type { MappingBrief } from '#kinds/mapping/model/schemas.ts';
import { simulateSecondCoder } from '#kinds/mapping/model/simulate-second-coder.ts';
import { mapAsOracle, mapEverything, mapHonestly } from '#kinds/mapping/use-cases/players.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { routineLetters, writeLetters } from '#kinds/requests/use-cases/write-letters.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';

/** What a random player does at a request desk: whole letters, letters with parts missing, to others, in any order. */
export function randomLetters(table: Table, draw: Chances): RequestsAction[] {
  const slips = drawSlips(draw);
  const order = draw.often(60) ? undefined : draw.mixed(LETTER_KINDS);
  const whole = draw.often(85) ? writeLetters(table, order) : routineLetters(table);
  /** How often a field of a letter is not as it should be. */
  const wrong = draw.one([0, 0, 3, 10, 30]);
  const acts = slipped(whole, slips, draw).map((act): RequestsAction => {
    if (act.type === 'letter.sent') return { ...act, letter: spoiled(act.letter, wrong, table, draw) };
    if (act.type !== 'renewal.noted' || !draw.often(30)) return act;
    return { ...act, on: addMinutes(act.on, draw.one([60, 90]) * DAY) };
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
  const early = draw.often(15) ? reportedFirst(whole) : [];
  return [...early, ...(draw.often(50) ? [...acts, ...strays] : [...strays, ...acts])];
}

/** A notice that the company takes up, and a wait in which it deletes what was reported. */
function reportedFirst(acts: readonly RequestsAction[]): RequestsAction[] {
  const letters = acts.flatMap((act) => (act.type === 'letter.sent' ? [act.letter] : []));
  return letters.slice(0, 1).flatMap((letter): RequestsAction[] => [
    { type: 'letter.sent', letter: { ...letter, kind: 'notice' } },
    { type: 'answer.awaited', minutes: 2 * DAY },
  ]);
}

const DAY = 24 * 60;

/** The letter with fields left out or filled in wrongly, each with the given percent chance. */
function spoiled(letter: Letter, wrong: number, table: Table, draw: Chances): Letter {
  const { market } = table.material;
  const other = draw.one(market.ads).id;
  const changes: readonly Partial<Letter>[] = [
    { to: draw.one(['', 'nobody']) },
    { issuer: draw.one(OFFICES) },
    { ads: draw.one([[], letter.ads.slice(1), [...letter.ads, other], [other]]) },
    { accounts: draw.one([[], ['another']]) },
    { urls: draw.one([[], letter.urls.slice(1), [...letter.urls, 'https://elsewhere.example/']]) },
    { ads: draw.some(market.ads, 50).map(({ id }) => id) },
    { authority: '' },
    { contact: '' },
    { offence: draw.one(['', 'another-offence', 'purchase']) },
    { facts: '' },
    { data: draw.one([[], letter.data.slice(0, 1), [...DATA_CATEGORIES]]) },
    { from: '' },
    { until: letter.from },
    { from: addMinutes(letter.from || table.attempt.clock, draw.one([-90, 5]) * DAY) },
    { until: addMinutes(letter.until || table.attempt.clock, draw.one([-20, 90]) * DAY) },
    { custodian: '' },
    { urgency: ' ' },
    { intent: draw.one(['', 'order', 'assistance']) },
    { days: draw.one([0, 1, 3650]) },
    { confidentiality: '' },
    { keepsOnline: false },
    { acknowledgement: false },
    { reasons: '' },
    { goodFaith: false },
    { legalBasis: '' },
    { necessity: '' },
    { link: '' },
    { formalities: '' },
    { language: draw.one(['', 'another language']) },
    { speciality: '' },
    { redress: '' },
    {
      legalBasis: draw.one(['Article 29 of the Convention', 'Order under DSA article 9, file OST-0312', 'article 10']),
    },
    ...TEXT_FIELDS.map((field) => ({ [field]: someText(letter[field], other, draw) })),
  ];
  const isAboutNothing = draw.often(wrong / 3);
  const nothing: Partial<Letter> = isAboutNothing ? { ads: draw.one([[other], []]), accounts: [], urls: [] } : {};
  const spoiledOnes = Object.assign({}, letter, ...draw.some(changes, wrong), nothing) as Letter;
  const { issuer: _, ...unsigned } = spoiledOnes;
  const signed = draw.often(wrong / 2) ? unsigned : spoiledOnes;
  if (!signed.channel || wrong === 0) return signed;
  const { channel: __, ...unnamed } = signed;
  const greedy = { ...letter, channel: signed.channel, data: [...DATA_CATEGORIES] };
  return draw.one([signed, signed, unnamed, greedy, { ...signed, channel: draw.one(CHANNELS) }]);
}

/** A poor text for a field: irrelevant words, other ads, other days, or half of the right text. */
function someText(full: string, other: string, draw: Chances): string {
  return draw.one([
    'x',
    'as usual',
    full.slice(0, full.length / 2),
    `${full} As ad ${other} and account a-99999 show.`,
    `${full} Seen on 3 May 2031, on 2031-01-02 and on 10 February.`,
    'The number is used; it may be deleted',
    'in an hour, milder, not told, file',
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

/** What a random player does with a map of sites: the register, the copies and the codes, each well or badly. */
export function randomMap(table: Table, draw: Chances): MappingAction[] {
  const base = draw.one([mapAsOracle, mapAsOracle, mapEverything, mapHonestly])(table);
  const slips = drawSlips(draw);
  const sites = table.material.market.sites.map(({ id }) => id);
  const wrong = draw.one([0, 10, 50]);
  /** Codes of varying quality: complete, few, or those of the map. */
  const codes = draw.one(['as-told', 'as-told', 'none', 'few', 'half', 'small', 'alone', 'copied', 'unseen'] as const);
  const state = table.material.scenario.states[table.attempt.state];
  const signs = ((state?.type === 'exercise' && state.brief) || {}) as MappingBrief;
  const second = simulateSecondCoder(table.answers.truth, signs.coding?.signs ?? []);
  const blank = codes === 'unseen' ? sampleWithoutSigns(table, second, draw) : [];
  const coding = (blank.length > 0 ? blank : base.filter(isCode)).flatMap((act): MappingAction[] => {
    if (codes === 'none' && act.type !== 'sample.drawn') return [];
    if (codes === 'small' && act.type === 'sample.drawn') return [{ ...act, ads: act.ads.slice(0, 1 + draw.int(2)) }];
    if (codes === 'alone' && act.type === 'codes.compared') return [];
    if (codes === 'copied' && act.type === 'ad.coded') return [{ ...act, signs: second[act.ad] ?? [] }];
    if (codes === 'half' && act.type === 'ad.coded') return [{ ...act, signs: draw.some(act.signs, 60) }];
    if ((codes === 'few' || codes === 'small') && act.type === 'ad.coded') return [{ ...act, signs: [] }];
    if (act.type === 'code.settled' && draw.often(wrong))
      return draw.often(50) ? [] : [{ ...act, present: !act.present }];
    return [act];
  });
  const others = base
    .filter((act) => !isCode(act))
    .map((act): MappingAction => {
      if (!draw.often(wrong)) return act;
      if (act.type === 'owner.linked') return { ...act, owner: draw.one(['', 'one', act.site]) };
      if (act.type === 'mirror.noted') return { ...act, of: draw.one(['', ...sites]) };
      if (act.type === 'volume.estimated') return { ...act, volume: draw.int(400) };
      if (act.type === 'site.ranked') return { ...act, reason: draw.one(['', ' ', 'many ads']) };
      return act;
    });
  return [...slipped(others, slips, draw), ...coding];
}

/** A sample of ads on which the second coder names no sign, coded and compared by one who names none either. */
function sampleWithoutSigns(
  { answers: { truth } }: Table,
  second: ReturnType<typeof simulateSecondCoder>,
  draw: Chances,
): MappingAction[] {
  const blank = truth.ads.filter(({ ad, possibleMinor }) => !possibleMinor && (second[ad] ?? []).length === 0);
  const ads = draw
    .mixed(blank)
    .slice(0, 1 + draw.int(8))
    .map(({ ad }) => ad);
  if (ads.length === 0) return [];
  const coded = ads.map((ad): MappingAction => ({ type: 'ad.coded', ad, signs: [] }));
  return [{ type: 'sample.drawn', ads }, ...coded, { type: 'codes.compared' }];
}

const isCode = ({ type }: MappingAction) =>
  type === 'sample.drawn' || type === 'ad.coded' || type === 'codes.compared' || type === 'code.settled';
