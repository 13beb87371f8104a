import { describe, expect, it } from 'vitest';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { openAnswers } from '#case/play/use-cases/open-answers.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { openMap } from '#kinds/mapping/use-cases/open-map.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const { material, caseAnswers, answers } = theCase('scenarios/who-owns-the-sites');
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

describe('the map of a market', () => {
  it('is not opened before the case has ended', async () => {
    const before = replayAttempt(material, { ...log, events: log.events.slice(0, 1) });

    await expect(openMap(parts, part, before, 'map')).rejects.toThrow('before the case has ended');
    expect(asked).toEqual([]);
  });

  it('names the owners of the profile, and counts each ad once', async () => {
    const ended = replayAttempt(material, log);
    const { sites } = await openMap(parts, part, ended, 'map');
    const owners = new Map(material.profile.sites.map(({ id, owner }) => [id, owner]));

    expect(sites.map(({ owner }) => owner)).toEqual(material.market.sites.map(({ id }) => owners.get(id)));
    expect(sites.reduce((sum, { volume }) => sum + volume, 0)).toBe(material.market.ads.length);
    expect(sites.reduce((sum, { copies }) => sum + copies, 0)).toBe(
      caseAnswers.truth.ads.filter(({ copied }) => copied).length,
    );
  });

  it('discloses the owner of a site only once the answers are opened, and to the scorer', async () => {
    const owners = Object.values(caseAnswers.owners ?? {});

    expect(new Set(owners).size).toBeGreaterThan(1);
    expect(JSON.stringify(part.market)).not.toMatch(new RegExp(owners.join('|')));
    expect((await openAnswers(parts, part)).owners).toEqual(caseAnswers.owners);
  });
});
