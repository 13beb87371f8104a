import { render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import CaseScreen from '#case/play/islands/CaseScreen.svelte';
import { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import type { WiredCase } from '#case/play/islands/case-wiring.ts';
import { openSavedCase } from '#case/play/use-cases/case-session.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { cardOf } from '#market/ads/model/card-profile.ts';
import { CASE_KINDS } from '#site/islands/case-kinds.ts';
import { aRoom } from '../../../../support/builders/a-room.ts';
import { withKinds } from '../../../../support/builders/kinds.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const CASE = 'scenarios/a-week-later';
const DESK = 'letters';
const WORKBENCH = 'bench';

/** "A week later" from its desk of letters on, and straight to its workbench: two exercises one after the other. */
function deskThenWorkbench(): WiredCase {
  const { material, caseAnswers } = theCase(CASE);
  const files = JSON.parse(JSON.stringify(Object.fromEntries(caseFiles(material, caseAnswers, LIBRARY.catalogue))));
  const part = withKinds(files[PUBLIC_PART] as PublicPart);
  const { scenario } = part;
  const desk = { ...scenario.states[DESK], next: [{ next: WORKBENCH }] } as (typeof scenario.states)[string];
  return {
    part: { ...part, scenario: { ...scenario, initial: DESK, states: { ...scenario.states, [DESK]: desk } } },
    kinds: CASE_KINDS,
    parts: { load: async (name) => files[name] },
    ports: aRoom(),
    lock: { held: true, take: async () => {} } as WiredCase['lock'],
  };
}

it('removes the screen of a finished exercise while the next one is loading', async () => {
  const wired = deskThenWorkbench();
  const room = new CaseRoom(wired, await openSavedCase(wired.part, wired.ports));
  await room.speak();
  await room.begin();
  const { material } = theCase(CASE);
  const role = { kind: undefined, title: 'Analyst', text: 'You read ads.' };
  render(CaseScreen, {
    room,
    shows: CASE_KINDS.shows,
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
