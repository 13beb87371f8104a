import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { KeptResult } from '#case/debrief/model/kept-result.ts';
import { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import type { WiredCase } from '#case/play/islands/case-wiring.ts';
import DebriefStep from '#case/play/islands/DebriefStep.svelte';
import { openSavedCase } from '#case/play/use-cases/case-session.ts';
import type { ResultPort } from '#case/play/use-cases/result-port.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { CASE_KINDS } from '#site/islands/case-kinds.ts';
import { aPartLoader, aRoom, PART } from '../../../../support/builders/a-room.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

describe('the debrief of an attempt', () => {
  const { material, answers } = smallCase();

  async function renderDebrief(keeping: Pick<WiredCase, 'loadResults'>) {
    const ports = aRoom();
    const { header, events } = playCase(material, answers, 'oracle', 'wall');
    await ports.store.create(header, events);
    const lock = { held: true, take: async () => {}, release: () => {} };
    const wired: WiredCase = { part: PART, kinds: CASE_KINDS, parts: aPartLoader(), ports, lock, ...keeping };
    const room = new CaseRoom(wired, await openSavedCase(PART, ports));
    render(DebriefStep, { room, shows: CASE_KINDS.shows, base: '/', restart: () => {} } as never);
    await screen.findByRole('heading', { level: 1 });
    return header;
  }

  it('hands its marks to what the page keeps results in', async () => {
    const kept = Promise.withResolvers<KeptResult>();
    const port: ResultPort = { keepResult: async (result) => kept.resolve(result) };
    const { id, scenario } = await renderDebrief({ loadResults: async () => port });
    const result = await kept.promise;

    expect(result).toMatchObject({ schema: 'result/1', attempt: id, scenario });
    expect(result.criteria.length).toBeGreaterThan(0);
  });

  it.each([
    ['cannot be kept', { loadResults: () => Promise.reject(new Error('no network')) }],
    ['are not kept', {}],
  ])('stands too where results %s', async (_, keeping) => {
    await renderDebrief(keeping);

    expect(screen.getAllByRole('table').length).toBeGreaterThan(0);
  });
});
