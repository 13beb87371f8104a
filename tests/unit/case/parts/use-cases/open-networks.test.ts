import { describe, expect, it } from 'vitest';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { openNetworks } from '#kinds/linking/use-cases/open-networks.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const { material, caseAnswers, answers } = theCase('scenarios/one-person-or-three');
const FILES = caseFiles(material, caseAnswers, LIBRARY.catalogue);
const part = FILES.get(PUBLIC_PART) as PublicPart;
const asked: string[] = [];
const parts = {
  load: async (name: string) => {
    asked.push(name);
    return FILES.get(name);
  },
};
const log = playCase(material, answers, 'nothing', 'wall');
const ended = replayAttempt(material, log);

describe('the networks of a linking exercise', () => {
  it('are not opened before the case has ended', async () => {
    const before = replayAttempt(material, { ...log, events: log.events.slice(0, 1) });

    await expect(openNetworks(parts, part, before, 'link')).rejects.toThrow('before the case has ended');
    expect(asked).toEqual([]);
  });

  it('are the actors with more than one ad on the table, with only those ads', async () => {
    const { networks } = await openNetworks(parts, part, ended, 'link');
    const state = material.scenario.states.link;
    const table = new Set(state?.type === 'exercise' ? (state.brief as { ads: string[] }).ads : []);
    const actors = answers.truth.actors.map(({ ads }) => ads.filter((ad) => table.has(ad)));

    expect(networks.map(({ ads }) => [...ads].sort().join()).sort()).toEqual(
      actors
        .filter(({ length }) => length > 1)
        .map((ads) => [...ads].sort().join())
        .sort(),
    );
    for (const { ads, parts: held } of networks) expect(held.flat().toSorted()).toEqual(ads.toSorted());
  });

  it('have lines only between ads of one actor, which connect each part', async () => {
    const { networks, lines } = await openNetworks(parts, part, ended, 'link');
    const actorOf = new Map(answers.truth.ads.map(({ ad, actor }) => [ad, actor]));

    for (const { a, b, kinds } of lines) {
      expect(actorOf.get(a)).toBe(actorOf.get(b));
      expect(kinds.length).toBeGreaterThan(0);
    }
    for (const held of networks.flatMap(({ parts: all }) => all)) {
      const reached = new Set(held.slice(0, 1));
      for (const ad of reached)
        for (const { a, b } of lines) {
          if (a === ad) reached.add(b);
          if (b === ad) reached.add(a);
        }
      expect([...reached].sort()).toEqual([...held].sort());
    }
  });

  it('are also connected by records, where these are on the table and in the public part', async () => {
    const money = theCase('scenarios/where-the-money-ends');
    const files = caseFiles(money.material, money.caseAnswers, LIBRARY.catalogue);
    const end = replayAttempt(money.material, playCase(money.material, money.answers, 'nothing', 'wall'));
    const load = async (name: string) => files.get(name);
    const shown = files.get(PUBLIC_PART) as PublicPart;
    const { link, ...states } = shown.scenario.states;
    const { brief } = link as { brief: object };
    const pagesAlone = { ...link, brief: { ...brief, records: false } } as typeof link;
    const withoutRecords = { ...shown, scenario: { ...shown.scenario, states: { ...states, link: pagesAlone } } };
    const accountOf = new Map(money.material.market.ads.map(({ id, account }) => [id, account]));
    const accountsIn = (ads: readonly string[]) => new Set(ads.map((ad) => accountOf.get(ad)));

    const { networks: byPages } = await openNetworks({ load }, withoutRecords as PublicPart, end, 'link');
    const { networks } = await openNetworks({ load }, shown, end, 'link');
    // The group of the story: no page links two of its accounts.
    const quiet = byPages.filter(({ ads, lawful, parts: held }) => !lawful && held.length === accountsIn(ads).size);

    expect(quiet).toHaveLength(1);
    for (const { ads, lawful, parts: held } of quiet) {
      expect(held.length).toBeGreaterThan(2);
      expect(networks).toContainEqual({ ads, lawful, parts: [ads] });
    }
    expect(
      money.material.market.ads.every(({ withheld, records }) => (records === undefined) === (withheld !== undefined)),
    ).toBe(true);
    expect(material.market.ads.some(({ records }) => records !== undefined)).toBe(false);
  });
});
