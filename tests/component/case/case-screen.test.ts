import { render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { PUBLIC_PART, type PublicPart } from '#app/case/case-parts.ts';
import { openSavedCase } from '#app/case/case-session.ts';
import { caseFiles } from '#app/library/case-files.ts';
import { cardOf } from '#core/market/card-profile.ts';
import CaseScreen from '#ui/islands/CaseScreen.svelte';
import { CaseRoom } from '#ui/islands/case-room.svelte.ts';
import type { WiredCase } from '#ui/islands/case-wiring.ts';
import { aRoom } from '../../support/builders/a-room.ts';
import { LIBRARY, theCase } from '../../support/builders/the-library.ts';

const CASE = 'scenarios/a-week-later';
const DESK = 'letters';
const BENCH = 'bench';

/** "A week later" from its desk of letters on, and straight to its bench: two exercises one after the other. */
function deskThenBench(): WiredCase {
  const { material, caseAnswers } = theCase(CASE);
  const files = JSON.parse(JSON.stringify(Object.fromEntries(caseFiles(material, caseAnswers, LIBRARY.catalogue))));
  const part = files[PUBLIC_PART] as PublicPart;
  const { scenario } = part;
  const desk = { ...scenario.states[DESK], next: [{ next: BENCH }] } as (typeof scenario.states)[string];
  return {
    part: { ...part, scenario: { ...scenario, initial: DESK, states: { ...scenario.states, [DESK]: desk } } },
    parts: { load: async (name) => files[name] },
    ports: aRoom(),
    lock: { held: true, take: async () => {} } as WiredCase['lock'],
  };
}

it('removes the screen of a finished exercise while the next one is loading', async () => {
  const wired = deskThenBench();
  const room = new CaseRoom(wired, await openSavedCase(wired.part, wired.ports));
  await room.speak();
  await room.begin();
  const { material } = theCase(CASE);
  const role = { kind: undefined, title: 'Analyst', text: 'You read ads.' };
  render(CaseScreen, {
    room,
    title: 'A case',
    roles: [role as never],
    profile: cardOf(material.profile, material.market.sites),
    base: '/kit/',
    offline: { ready: true },
  });
  await screen.findByRole('heading', { level: 1, name: /^Letters/ });
  room.record({ type: 'exercise.committed', state: DESK });
  flushSync();
  expect(await screen.findByRole('heading', { level: 1, name: 'Keep what is there' })).toBeTruthy();
});
