import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import type { AttemptFile } from '#case/attempt-file/model/attempt-file.ts';
import { readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import { asHashed } from '#case/language/model/as-hashed.ts';
import { ScenarioSchema } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import { type PublicPart, readPublicPart } from '#case/parts/use-cases/case-parts.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT, ROOT, theCase } from '../../../../support/builders/the-library.ts';

const FOLDER = 'scenarios/six-weeks-six-platforms';
const { material, answers } = theCase(FOLDER);

/** Saved by an edition in which the kind and its exercises had the earlier id. */
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

  it('opens in an attempt that an earlier edition saved, with the same marks', () => {
    const { log, report } = savedFile();

    expect(log.header.scenarioHash).toBe(material.scenario.hash);
    expect(log.header.marketId).toBe(material.market.marketId);
    expect(scoreAttempt(log, material, answers)).toEqual(namesLater(report));
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
