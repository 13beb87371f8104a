import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import { type AttemptFile, attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import { asHashed } from '#case/language/model/as-hashed.ts';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import { PUBLIC_PART, type PublicPart, readPublicPart } from '#case/parts/use-cases/case-parts.ts';
import { openSavedCase } from '#case/play/use-cases/case-session.ts';
import { openAttemptFile } from '#case/play/use-cases/open-attempt-file.ts';
import { readOldAttempt } from '#case/play/use-cases/read-old-attempt.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { aRoom } from '../../../../support/builders/a-room.ts';
import { KINDS, withKinds } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT, ROOT, theCase } from '../../../../support/builders/the-library.ts';

const FOLDER = 'scenarios/six-weeks-six-platforms';
const { material, caseAnswers, answers } = theCase(FOLDER);
const PART = withKinds(caseFiles(material, caseAnswers, LIBRARY.catalogue).get(PUBLIC_PART) as PublicPart);

/** Saved by an edition in which the kind and its exercises had the earlier id, with a market of version 7. */
const SAVED = readFileSync(join(ROOT, 'tests', 'golden', 'attempt-with-earlier-kind.json'), 'utf8');

function savedFile(): AttemptFile {
  const read = readAttemptFile(SAVED, KINDS);
  if (!read.ok) throw new Error(read.said);
  return read.file;
}

/** The report with the present id of the kind. */
const namesLater = (report: unknown): unknown =>
  JSON.parse(JSON.stringify(report).replaceAll('"kind":"checkathon"', '"kind":"platform-test"'));

/** A case whose tests of platforms stand at the top, in a group, and in parts beside each other. */
const nested = (kind: string) => {
  const exercise = (next: string) =>
    `{ type: exercise, stage: a, title: T, text: T, kind: ${kind}, brief: {}, next: ${next} }`;
  const region = `{ initial: in, states: { in: ${exercise('out')}, out: { type: done } } }`;
  const parsed = parseWith(
    ScenarioSchema,
    [
      'schema: scenario/1',
      'id: nested',
      'title: T',
      'summary: S',
      'contentLevel: 1',
      'locale: en',
      'role: { title: R, text: R, operator: R, legalBasis: R }',
      'market: { profile: BUY, preset: mini, prevalence: PRACTICE, seed: s }',
      'start: "2031-03-12T09:00:00Z"',
      'stages: [{ id: a, title: A }, { id: b, title: B }]',
      'initial: top',
      'states:',
      `  top: ${exercise('group')}`,
      `  group: { type: group, stage: a, initial: in, states: { in: ${exercise('out')}, out: { type: done } }, next: both }`,
      `  both: { type: parallel, stage: a, regions: { one: ${region}, two: ${region} }, next: end }`,
      '  end: { type: end, stage: b, title: E, text: E }',
    ].join('\n'),
    'nested.yaml',
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value.value;
};

describe('a kind that has an earlier id in files', () => {
  it('is the same case with either id, with the same hashes', () => {
    const files = (id: string) =>
      projectWith({ [`${FOLDER}/scenario.yaml`]: swap('kind: platform-test', `kind: ${id}`) });
    const [later, earlier] = ['platform-test', 'checkathon'].map((id) => loadCase(files(id), FOLDER, LIBRARY));

    expect(later?.ok).toBe(true);
    expect(earlier).toEqual(later);
    expect(material.scenario.states.test).toMatchObject({ kind: 'platform-test' });
  });

  it('is read and hashed alike in groups and in parts beside each other', () => {
    const [later, earlier] = [nested('platform-test'), nested('checkathon')];
    const kinds = stateTree(earlier).flatMap(({ state }) => (state.type === 'exercise' ? [state.kind] : []));
    const hashed = canonicalJson(asHashed(later) as Json);

    expect(kinds).toEqual(Array(4).fill('platform-test'));
    expect(hashed).toBe(canonicalJson(asHashed(earlier) as Json));
    expect(hashed.match(/"kind":"\w[\w-]*"/g)).toEqual(Array(4).fill('"kind":"checkathon"'));
  });

  it('has the marks that an earlier edition gave to the same log', () => {
    const { log, report } = savedFile();

    // The market of that log is of an earlier generator; a test of platforms reads none of its ads.
    expect(log.header.generatorVersion).toBeLessThan(GENERATOR_VERSION);
    expect(log.header.scenarioHash).toBe(material.scenario.hash);
    expect(scoreAttempt(log, material, answers)).toEqual(namesLater(report));
  });

  it('opens in a finished attempt of an earlier generator with the report that was saved', async () => {
    const ports = aRoom();
    const { log, saved, report } = savedFile();

    expect(await openAttemptFile(SAVED, PART, ports)).toEqual({
      at: 'other-version',
      attempt: { id: log.header.id, ...log },
      saved,
      report,
    });
    expect(await openSavedCase(PART, ports)).toEqual({ session: undefined, setAside: undefined });
  });

  it('can be read to the last act in an unfinished attempt of an earlier generator, which nobody plays on', async () => {
    const { log, saved } = savedFile();
    const events = log.events.slice(0, -2);
    const { header } = log;
    const attempt = { id: header.id, header, events };
    const ports = aRoom();
    await ports.store.create(header, events);

    expect(
      await openAttemptFile(JSON.stringify(attemptFileOf({ log: { header, events }, saved })), PART, aRoom()),
    ).toEqual({ at: 'other-version', attempt, saved });
    expect(await openSavedCase(PART, ports)).toMatchObject({
      session: undefined,
      setAside: { attempt, versions: { then: 7, now: GENERATOR_VERSION } },
    });
    expect(await ports.store.away(FOLDER.replace('scenarios/', ''))).toMatchObject([
      { id: header.id, why: 'other-version' },
    ]);

    const { generatorVersion, steps } = readOldAttempt(attempt);
    expect(generatorVersion).toBe(7);
    expect(steps.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
    for (const [n, event] of events.entries())
      if (event.type === 'exercise.acted') {
        const { type, ...fields } = event.action;
        expect(steps[n]).toMatchObject({ act: type, state: 'test' });
        expect(steps[n]?.said.map(([name]) => name)).toEqual(Object.keys(fields));
      }
  });

  it('plays on with the public part of a case that an earlier edition built', () => {
    const { log } = savedFile();
    const { test, ...states } = material.scenario.states;
    const built = { scenario: { ...material.scenario, states: { ...states, test: { ...test, kind: 'checkathon' } } } };
    const { scenario } = readPublicPart(JSON.parse(JSON.stringify(built)) as PublicPart);
    const { start, advance } = createReplay({ scenario, market: material.market, kinds: KINDS });

    expect(log.events.reduce(advance, start()).ended).toBe(true);
  });

  it('is written with its present id in the shipped case', () => {
    expect(PROJECT.read(`${FOLDER}/scenario.yaml`)).toContain('kind: platform-test');
  });
});
