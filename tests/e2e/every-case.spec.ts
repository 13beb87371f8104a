import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceWords } from '#case/debrief/screens/scores/sentence-words.ts';
import { openAttempt, scoreOf } from '../support/browser/attempt-log.ts';
import { REPOSITORY } from '../support/browser/built-site.ts';
import type { CasePlayer } from '../support/browser/case-player.ts';
import { keyOf, modelPath } from '../support/browser/case-text.ts';
import { anyOf, words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';
import { walkCase } from '../support/browser/walk-case.ts';
import { soonestEnd } from '../support/browser/ways-out.ts';
import { inFull } from '../support/in-full.ts';

// A trace of five whole cases takes as long as the cases themselves.
test.use({ trace: 'off' });

const CASES = readdirSync(join(REPOSITORY, 'scenarios'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** A case that is an exercise alone has no step towards a person. */
const WITH_DECISIONS = CASES.filter((id) => Object.keys(keyOf(id).decisions).length > 0);
const EXERCISES = CASES.filter((id) => !WITH_DECISIONS.includes(id));
/**
 * A ledger, letters, a workbench and two talks at the same time; that the model path of each case reaches its end is
 * also a unit test of every case. "The quiet number" is played to its end by mouse, by keyboard, from a disk and by
 * teams.
 */
const BY_MODEL = inFull(WITH_DECISIONS, ['a-week-later', 'follow-the-money', 'two-ages']);
/**
 * The sentences of an early end are held against the log in unit tests of every case; the screens here are the same.
 */
const ENDED_EARLY = inFull(WITH_DECISIONS, ['five-signs', 'gone-by-noon']);
/** One of each kind, and a market of each size: the others differ in their data alone. */
const LEFT_AS_FOUND = inFull(EXERCISES, [
  'find-few-words',
  'a-room-by-the-mill',
  'find-room-offers',
  'where-the-money-ends',
  'who-owns-the-sites',
]);

/** Keeps one page, which is the least with which the order of acts counts. */
async function keepOnePage({ workbench, text }: CasePlayer): Promise<void> {
  const [first = ''] = text.linkedAds;
  await workbench.noteAuthority('The order of this case', 'The ads under one number');
  await workbench.checkClock();
  await workbench.keep(first);
}

for (const id of BY_MODEL) {
  test(`${id}: the model path leads to an end, and no step towards the person could be safer`, async ({
    page,
    playerOf,
  }, testInfo) => {
    const player = await playerOf(id);
    await player.open();
    await player.begin();

    const ending = await walkCase(player, modelPath(id), keepOnePage);

    await player.seeDebrief(ending);
    await expect(player.criterionRow('outreach.decisions')).toContainText(
      sentenceWords({ id: 'level.best', params: {} }, {}),
    );
    const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
    expect(criteria.find((criterion) => criterion.id === 'outreach.decisions')?.scaled).toBe(1);
  });
}

for (const id of ENDED_EARLY) {
  test(`${id}: an early end without a red line and one after it lead to a debrief that says which it was`, async ({
    playerOf,
  }) => {
    const player = await playerOf(id);
    const quiet = soonestEnd(player.text, ['good', 'acceptable', 'harmful']);
    const red = soonestEnd(player.text, ['red']);
    await player.open();
    await player.begin();

    expect(await walkCase(player, quiet.steps)).toBe(quiet.ending);
    await player.seeDebrief(quiet.ending);
    await expect(player.happened).toContainText(words.said('case.red.none'));

    await player.startAgain();
    await player.begin();
    expect(await walkCase(player, red.steps)).toBe(red.ending);
    await player.seeDebrief(red.ending);
    const step = player.text.scene(red.steps.at(-1)?.[0] ?? '').title;
    await expect(player.happened).toContainText(words.said('case.red', { step }));
    await expect(player.main.getByText(anyOf(words.debrief('care')))).toBeVisible();
  });
}

for (const id of LEFT_AS_FOUND) {
  test(`${id}: the exercise can be left as it is found, and its debrief speaks of nothing that was not asked`, async ({
    page,
    playerOf,
  }, testInfo) => {
    const player = await playerOf(id);
    await player.open();
    await player.begin();

    const ending = await walkCase(player, []);

    await player.seeDebrief(ending);
    await expect(player.happened).not.toContainText('red line');
    await expect(player.main.getByText(words.debrief('path'), { exact: true })).toHaveCount(0);
    const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
    expect(criteria.filter((criterion) => criterion.id.startsWith('outreach.'))).toEqual([]);
  });
}
