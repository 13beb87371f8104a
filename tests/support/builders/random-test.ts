import { briefAt, type Table } from '#case/reference-players/use-cases/table.ts';
import { WORDS } from '#kinds/platform-test/model/actions.ts';
import { INJECTS } from '#kinds/platform-test/model/injects.ts';
import type { PlatformTestAct, TestAct } from '#kinds/platform-test/model/play.ts';
import { PLAYERS } from '#kinds/platform-test/model/reference-player-ids.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import { playAsOracle } from '#kinds/platform-test/use-cases/oracle.ts';
import { type Chances, drawSlips, slipped } from './chances.ts';

const known = new WeakMap<PlatformTestBrief, Map<string, readonly TestAct[]>>();

/** What a known player does; a play takes a while and is the same each time. */
function actsOf(player: string, brief: PlatformTestBrief): readonly TestAct[] {
  const plays = known.get(brief) ?? new Map<string, readonly TestAct[]>();
  known.set(brief, plays);
  const acts =
    plays.get(player) ??
    (player === 'knows'
      ? playAsOracle(brief).acts
      : playAs(player as (typeof PLAYERS)[number], brief).actions.filter(
          (action): action is TestAct => action.type !== 'time.skipped',
        ));
  plays.set(player, acts);
  return acts;
}

/** What a random player does in a test: the acts of a known player with slips, and answers that nobody should give. */
export function randomTest(table: Table, draw: Chances): PlatformTestAct[] {
  const brief = briefAt(table) as unknown as PlatformTestBrief;
  const whole = draw.often(60) ? actsOf('knows', brief) : actsOf(draw.one(PLAYERS), brief);
  const { drop, repeat } = drawSlips(draw);
  const careless = draw.one([0, 0, 10, 60]);
  const acts = slipped(whole, { drop: Math.min(drop, 45), repeat, swap: 0, spoil: 0, stray: 0 }, draw).map(
    (act): PlatformTestAct => {
      if (act.type === 'harm.recorded' && draw.often(50)) return { type: 'card.placed', site: act.site, card: 'TC11' };
      if (!draw.often(careless)) return act;
      if (act.type === 'inject.answered' && act.inject === 'one-look')
        return { ...act, choice: draw.one(INJECTS['one-look'].choices) };
      if (act.type === 'card.placed' && act.card === 'TC12') return { ...act, madeByProgram: true };
      if (act.type === 'inject.answered' && act.inject === 'journalist') return { ...act, choice: 'names' };
      if (act.type === 'inject.answered' && act.inject === 'possible-minor') return { ...act, choice: 'go-on' };
      if (act.type !== 'finding.recorded') return act;
      return { ...act, word: draw.one(WORDS), items: draw.often(50) ? [] : act.items };
    },
  );
  if (draw.often(10)) return acts.filter(({ type }) => type === 'time.passed');
  const kept = draw.often(25) ? acts.filter(({ type }) => type !== 'card.withdrawn') : acts;
  const left = draw.often(20) ? withShare(brief, withStops(kept, draw), draw) : kept;
  return draw.often(30) ? withObjections(left, draw) : left;
}

/** A team of a room that was given some of the platforms, and acts on others as well. */
const withShare = (
  { platforms }: PlatformTestBrief,
  acts: readonly PlatformTestAct[],
  draw: Chances,
): PlatformTestAct[] => [
  { type: 'sites.given', sites: platforms.map(({ id }) => id).filter((_, n) => n === 0 || draw.often(50)) },
  ...acts,
];

/** The support service stops the clock now and then, sometimes twice, and does not always let it go on. */
const withStops = (acts: readonly PlatformTestAct[], draw: Chances): PlatformTestAct[] =>
  acts.flatMap((act) =>
    act.type === 'time.passed' && draw.often(20)
      ? [act, { type: draw.one(['clock.stopped', 'clock.stopped', 'clock.let-go'] as const) }]
      : [act],
  );

/** Before the report is sealed, two roles object, sometimes without a reason or a second time. */
function withObjections(acts: readonly PlatformTestAct[], draw: Chances): PlatformTestAct[] {
  const site = acts.flatMap((act) => (act.type === 'card.placed' ? [act.site] : []))[0] ?? '';
  const objections = (['sellers', 'support', 'sellers'] as const).map(
    (role): PlatformTestAct => ({
      type: 'objection.raised',
      role,
      site,
      about: { act: 'card.placed' },
      reason: draw.one(['One card would have been enough to ask this.', 'no', '']),
    }),
  );
  const at = acts.findIndex(({ type }) => type === 'report.sealed');
  return at < 0 ? [...acts, ...objections] : acts.toSpliced(at, 0, ...objections);
}
