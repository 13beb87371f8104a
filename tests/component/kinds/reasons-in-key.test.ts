import { render } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';
import { playCourtroom } from '#kinds/courtroom/model/play.ts';
import CourtDebrief from '#kinds/courtroom/screens/Debrief.svelte';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import { smallCase } from '../../support/builders/small-case.ts';
import { theCase } from '../../support/builders/the-library.ts';
import { addTally, TALLY } from '../../support/builders/toy-kind.ts';
import { type ShowsDebrief, unshownReasons } from '../../support/kinds/reasons-in-key.ts';
import { shippedCasesOf } from '../../support/kinds/shipped-cases-of.ts';

/** Kinds whose debrief is given the key itself, and not only what the scorer says of it. */
const SHOWS: Readonly<Record<string, ShowsDebrief>> = {
  courtroom: (file, key) => {
    const props = {
      file: file as CourtFile,
      key: key as CourtroomKey,
      response: playCourtroom.empty,
      sentences: [],
      base: '/kit/',
    };
    const { container, unmount } = render(CourtDebrief, { props });
    const text = container.textContent;
    unmount();
    return text;
  },
};

describe('a reason in a key', () => {
  const withKey = KIND_BUILDS.entries().flatMap(([kind, { key }]) => (key ? [kind] : []));
  const cases = withKey.flatMap((kind) => shippedCasesOf(kind).map((folder) => [kind, folder] as const));
  const found: number[] = [];

  test.each(cases)('reaches the trainee: %s in %s', (kind, folder) => {
    const { count, unshown } = unshownReasons(kind, theCase(folder), SHOWS[kind]);
    found.push(count);

    expect(unshown).toEqual([]);
  });

  test('is looked for: some cases give reasons', () => {
    expect(found.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  });

  test('that is shown nowhere is found', () => {
    const takeOut = addTally();
    const { material, answers } = smallCase(
      (text) => text.replace('kind: detection', `kind: ${TALLY}`),
      (text) => `${text}tally: { most: 5 }\n`,
    );
    const keyed = { ...answers, key: { ...answers.key, [TALLY]: { most: 5, why: 'So many name a price.' } } };
    const told = unshownReasons(TALLY, { material, answers: keyed });
    takeOut();

    expect(told).toEqual({
      count: 1,
      unshown: ['A why of tally in the key is shown nowhere in src/kinds/tally/: planted-why-0'],
    });
  });
});
