import { describe, expect, it } from 'vitest';
import { firstUnknownName } from '#case/attempt/model/unknown-names.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { openAttemptFile } from '#case/play/use-cases/open-attempt-file.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { POLICY_NAMES } from '#case/reference-players/use-cases/policy-names.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { readAttemptOfCase } from '#studio/use-cases/checking/read-attempt-of-case.ts';
import { replayOnEdited } from '#studio/use-cases/checking/replay-on-edited.ts';
import { createAttemptJudge } from '../../../scripts/attempts/judge-attempt.ts';
import { aRoom } from '../../support/builders/a-room.ts';
import { forgedAttempts } from '../../support/builders/forged-attempts.ts';
import { KINDS, withKinds } from '../../support/builders/kinds.ts';
import { LIBRARY, theCase } from '../../support/builders/the-library.ts';

const CASE = theCase();
const LOG = playCase(CASE.material, CASE.answers, 'oracle', '1970-01-01T00:00:00Z');
const PART = withKinds(
  JSON.parse(
    JSON.stringify(caseFiles(CASE.material, CASE.caseAnswers, LIBRARY.catalogue).get(PUBLIC_PART)),
  ) as PublicPart,
);
const FORGED = forgedAttempts(LOG);
const judge = createAttemptJudge();

describe('a forged attempt', () => {
  it('is refused only for its forgery: the original attempt is scored and continued', async () => {
    const text = JSON.stringify(LOG);

    expect(judge(text).kind).toBe('scored');
    expect((await openAttemptFile(text, PART, aRoom())).at).toBe('continued');
  });

  it.each(FORGED)('with $what is named by the command, and never scored', ({ text }) => {
    const judged = judge(text);
    if (judged.kind === 'scored') throw new Error('It is scored.');

    expect(judged.why.code).toMatch(/^attempt\.[a-z-]+$/);
    expect(judged.why.sentence).toMatch(/\.$/);
  });

  it.each(FORGED)(
    'with $what is refused by the page of the case, or only shown, and stored nowhere',
    async ({ text }) => {
      const ports = aRoom();
      const opened = await openAttemptFile(text, PART, ports);

      expect(['refused', 'other-version']).toContain(opened.at);
      expect(await ports.store.newest(PART.scenario.id)).toBeUndefined();
    },
  );

  it.each(FORGED)('with $what is refused by the studio, or played as far as it fits and not scored', ({ text }) => {
    const read = readAttemptOfCase(text, PART.scenario.id, KINDS);
    const replayed = read.ok ? replayOnEdited(read.log, PART, KINDS, CASE.answers) : undefined;

    // Another text, market or generator is what an author replays, with the times of the case counted anew.
    const isWhole = /f{16}|"generatorVersion":(?:99|\d{10,})|yesterday/.test(text);
    if (replayed && !isWhole) expect(replayed).toMatchObject({ broken: { why: expect.any(String) } });
    if (replayed && !isWhole) expect(replayed.report).toBeUndefined();
  });
});

describe('an attempt that took place', () => {
  it.each(['quiet-number', 'one-person-or-three'])('names only what %s has, for every player', (id) => {
    const { material, answers } = theCase(`scenarios/${id}`);
    const choices = [...answers.catalogue.values()];

    for (const policy of POLICY_NAMES) {
      const log = playCase(material, answers, policy, '1970-01-01T00:00:00Z');
      expect([policy, firstUnknownName(log, { ...material, choices }, KINDS)]).toEqual([policy, undefined]);
    }
  });
});
