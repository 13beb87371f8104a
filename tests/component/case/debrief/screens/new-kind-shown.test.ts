import { render, screen, within } from '@testing-library/svelte';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoredParts } from '#case/language/model/scored-parts.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { CaseRoom } from '#case/play/islands/case-room.svelte.ts';
import type { WiredCase } from '#case/play/islands/case-wiring.ts';
import DebriefStep from '#case/play/islands/DebriefStep.svelte';
import { loadStep } from '#case/play/islands/load-screens.ts';
import { openSavedCase } from '#case/play/use-cases/case-session.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { CASE_KINDS } from '#site/islands/case-kinds.ts';
import { aRoom } from '../../../../support/builders/a-room.ts';
import { withKinds } from '../../../../support/builders/kinds.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { addTally, TALLY } from '../../../../support/builders/toy-kind.ts';

describe('a kind of exercise that only the registries know', () => {
  const out: (() => void)[] = [];
  beforeAll(() => {
    out.push(
      addTally(),
      KIND_SHOWS.add(TALLY, {
        step: () => import('#case/play/islands/NarrativeStep.svelte'),
        debrief: () => import('../../../../support/builders/TallyScreen.svelte'),
        fold: TALLY,
      }),
    );
  });
  afterAll(() => {
    for (const takeOut of out) takeOut();
  });

  const toyCase = () =>
    smallCase(
      (text) => text.replace('kind: detection', `kind: ${TALLY}`),
      (text) => `${text}tally: { most: 5 }\n`,
    );

  async function renderDebrief() {
    const { material, caseAnswers, answers } = toyCase();
    const files = JSON.parse(
      JSON.stringify(Object.fromEntries(caseFiles(material, caseAnswers, LIBRARY.catalogue))),
    ) as Record<string, unknown>;
    const part = withKinds(files[PUBLIC_PART] as PublicPart);
    const ports = aRoom();
    const { header, events } = playCase(material, answers, 'oracle', 'wall');
    await ports.store.create(header, events);
    const wired = {
      part,
      kinds: CASE_KINDS,
      ports,
      parts: { load: async (name: string) => files[name] },
      lock: { held: true, take: async () => {} },
    } as unknown as WiredCase;
    const room = new CaseRoom(wired, await openSavedCase(part, ports));
    await room.speak();
    render(DebriefStep, { room, shows: CASE_KINDS.shows, base: '/', restart: () => {} } as never);
    return scoreAttempt({ header, events }, material, answers);
  }

  it('has its own fold in the debrief of a case, with its facts and sentences', async () => {
    await renderDebrief();
    const fold = await screen.findByText(/^find: /);
    expect(fold.textContent).toBe('find: {"right":5,"wrong":0,"of":5} tally.counted');
    expect(fold.closest('details')?.id).toBe(TALLY);
    const criterion = within(screen.getByRole('row', { name: /tally\.ads/ }));
    expect(criterion.getAllByText(/5 of 5/).length).toBeGreaterThan(0);
  });

  it('appears beside a bench, whose record has its own points', async () => {
    const { criteria } = await renderDebrief();
    const record = criteria.find(({ id }) => id === 'preservation.record');

    expect(record?.raw).toBeGreaterThan(0);
    const sum = await screen.findByText(/^Sum of the points: /);
    expect(sum.textContent).toContain(`Sum of the points: ${record?.raw} of ${record?.max}.`);
  });

  it('has its screen, announced by its name', async () => {
    expect(await loadStep(CASE_KINDS.shows, TALLY)).toBe(await import('#case/play/islands/NarrativeStep.svelte'));
    expect(scoredParts(toyCase().material)).toContain(TALLY);
  });
});
