import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import VerdictTable from '#kinds/detection/screens/VerdictTable.svelte';
import { textOf } from '../../../../support/market/text-of.ts';

/** 0302 overlooked, 0304 not knowable and not judged, 0306 not flagged. */
const FACTS = {
  hits: [],
  misses: ['0302'],
  leftOut: [],
  unknowable: ['0304'],
  falseFlags: [],
  tooHigh: [],
  alike: [],
  leftAlone: ['0306'],
  notJudged: ['0304'],
};

const captionOf = (facts: object) => {
  const props = { facts: facts as DetectionFacts, adLink: () => undefined };
  return textOf(render(VerdictTable, props).container.querySelector('caption') as HTMLElement);
};

it('says how many ads are in two rows, and nothing where none is', () => {
  expect(captionOf(FACTS)).toMatch(/at least one row: 3\. Ads that stand in two rows.*: 1\.$/);
  expect(captionOf({ ...FACTS, notJudged: [] })).not.toMatch(/two rows/);
});
