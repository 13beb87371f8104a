import { describe, expect, it } from 'vitest';
import { boardOf } from '#room/model/board.ts';
import type { BoardTeam } from '#room/model/played-team.ts';
import { tellBoard } from '#room/use-cases/tell-board.ts';
import { MIN_TO_QUOTE, namesTeam, wallDeck } from '#room/use-cases/wall-deck.ts';
import { chances } from '../../../support/builders/chances.ts';
import { playAtRandom } from '../../../support/builders/random-player.ts';
import { aRoom } from '../../../support/room/a-room.ts';

const ROOM = aRoom();
const { part, whole } = ROOM;
const NAMES = ['Zephyr Herons', 'Qwill', 'Tern & Co', 'Plovrex', 'Siskinny', 'Dippling'];
const DECISIONS = Object.entries(part.scenario.states).flatMap(([state, compiled]) =>
  'options' in compiled ? [{ state, options: compiled.options.map(({ id }) => id) }] : [],
);

/** Teams that decide anything, with reasons of which some are ticked and some hold a name. */
function randomTeams(seed: string): BoardTeam[] {
  const draw = chances(seed, 'wall');
  return NAMES.map((name, at): BoardTeam => {
    const decisions = Object.fromEntries(
      draw.some(DECISIONS, 80).map(({ state, options }) => {
        const said = draw.often(30) ? `We of ${draw.one(NAMES)} thought so` : `Reason ${at} at ${state}`;
        return [state, { option: draw.one(options), reason: said, shown: draw.often(70) }];
      }),
    );
    const votes = Object.fromEntries(
      Object.entries(decisions).map(([state, { option }]) => [state, { options: { [option]: 2 }, keptDown: 1 }]),
    );
    const log = playAtRandom(whole.material, whole.answers, `${seed} ${name}`);
    return { team: `t${at + 2}`, votes, decisions, ...(draw.often(60) && { result: { by: 'lan' as const, log } }) };
  });
}

function deckOf(teams: readonly BoardTeam[]) {
  const told = tellBoard(boardOf(teams, whole.material, whole.answers), part, whole.answers);
  const room = { title: part.title, address: 'http://192.0.2.7:4400/', word: 'lemon', room: '7KQ', names: NAMES };
  return { told, deck: wallDeck(told, room) };
}

describe('the wall', () => {
  it.each(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])(
    'names no team in room %s, and quotes no team that stands alone',
    (seed) => {
      const teams = randomTeams(seed);
      const { told, deck } = deckOf(teams);

      const written = JSON.stringify(deck);
      for (const name of NAMES) expect(written).not.toContain(name);
      for (const { team } of teams) expect(written).not.toContain(`"${team}"`);
      const reached = told.decisions.filter(({ restsOn, votes }) => restsOn > 0 || votes.counted > 0);
      const shown = deck.slides.filter((slide) => slide.kind === 'decision');
      expect(shown).toHaveLength(reached.length);
      shown.forEach((slide, at) => {
        const decision = reached[at];
        for (const option of slide.options) {
          const all = decision?.options[option.at];
          expect(option.teams).toBe(all?.teams.length);
          expect(option.keptBack).toBe(option.teams === 1);
          if (option.teams < MIN_TO_QUOTE) expect(option.reasons).toEqual([]);
          // Whatever is quoted was ticked, by another count than the board's.
          const ticked = teams.flatMap(({ decisions }) => {
            const own = decisions[decision?.state ?? ''];
            return own?.shown && all?.ids.includes(own.option) ? [own.reason] : [];
          });
          expect(ticked).toEqual(expect.arrayContaining([...option.reasons]));
        }
      });
    },
  );

  it('shows nothing of the key before the reason', () => {
    const { told, deck } = deckOf(randomTeams('key'));

    const before = JSON.stringify(deck.slides.filter(({ kind }) => kind === 'decision'));
    for (const { principle, options } of told.decisions) {
      if (principle !== undefined) expect(before).not.toContain(principle);
      for (const { verdict } of options) if (verdict) expect(before).not.toContain(verdict.reason);
    }
    expect(before).not.toMatch(/"rating"|"sources"/);
  });

  it('has feelings, each decision with its reasons, and what each one will do, in this order', () => {
    const { deck } = deckOf(randomTeams('order'));

    const kinds = deck.slides.map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['join', 'feelings']);
    expect(kinds.at(-1)).toBe('monday');
    kinds.forEach((kind, at) => {
      if (kind === 'reason') expect(kinds[at - 1]).toBe('decision');
    });
  });

  it('finds a team name in a reason only as separate words', () => {
    expect(namesTeam('We, the TERN & CO., agree.', NAMES)).toBe(true);
    expect(namesTeam('A lantern is no name.', ['Tern'])).toBe(false);
  });
});
