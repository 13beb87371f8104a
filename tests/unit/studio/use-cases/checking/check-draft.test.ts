import { describe, expect, it } from 'vitest';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { checkDraft } from '#studio/use-cases/checking/check-draft.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const FOLDER = 'scenarios/find-house-pages';
const PATH = `${FOLDER}/scenario.yaml`;
const asTest = swap('mode: practice', 'mode: assessed');

describe('a draft of a test', () => {
  it('has the ads of the later test, even while it has a fault', () => {
    const loaded = loadCase(projectWith({ [PATH]: asTest }), FOLDER, LIBRARY);
    const practised = loadCase(projectWith({}), FOLDER, LIBRARY);
    const faulty = (text: string) =>
      swap('title: The pages of the houses', 'title: Ring +44 7911 123456')(asTest(text));
    const draft = checkDraft(projectWith({ [PATH]: faulty }), FOLDER, LIBRARY);
    const { market } = (draft.played?.parts[PUBLIC_PART] ?? expect.fail('no part')) as PublicPart;

    if (!loaded.ok || !practised.ok) return expect.fail('does not load');
    expect(draft.findings.length).toBeGreaterThan(0);
    expect(market.ads).toEqual(loaded.value.market.ads);
    expect(market.ads).not.toEqual(practised.value.market.ads);
  });
});
