import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { caseOnPaper } from '#room/paper/use-cases/case-on-paper.ts';
import { heldWordsOf, withHeldWords, withoutHeldWords } from '#room/use-cases/held-words.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import { KEY_FILE, STORY_FILE, studioCase, textAt } from '#studio/model/studio-case.ts';
import { beginEmpty, beginFromPattern } from '#studio/use-cases/begin.ts';
import { readCaseArchive, writeCaseArchive } from '#studio/use-cases/case-archive.ts';
import { createDraftEngine, type DraftEngine } from '#studio/use-cases/draft-engine.ts';
import { filesInMemory } from '#studio/use-cases/files-in-memory.ts';
import { wander } from '../../../support/builders/a-wanderer.ts';
import { aCarefulMove, carefulEdits, modelEdits } from '../../../support/builders/careful-author.ts';
import { type AuthorMove, anAuthorMove, editsOf } from '../../../support/builders/random-author.ts';
import { playAtRandom } from '../../../support/builders/random-player.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';
import { written } from '../../../support/builders/written-draft.ts';
import { inFull } from '../../../support/in-full.ts';

const ALL = [
  'quiet-number',
  'two-addresses',
  'gone-by-noon',
  'follow-the-money',
  'two-names-one-phone',
  'a-week-later',
];
const SHIPPED = inFull(ALL, ALL.slice(0, 3));

const START = { id: 'a-new-case', title: 'A new case', market: 'BUY' } as const;

const filesOf = (id: string): DraftFiles =>
  Object.fromEntries(
    readdirSync(`scenarios/${id}`).map((name) => [name, readFileSync(`scenarios/${id}/${name}`, 'utf8')]),
  );

/** What an author begins with: a shipped case, a decision of the catalogue, one empty scene; all texts are written. */
const BEGINNINGS: readonly (readonly [string, () => DraftFiles])[] = [
  ...SHIPPED.map((id) => [id, () => filesOf(id)] as const),
  ...LIBRARY.patterns
    .filter((_, n) => n % inFull(1, 10) === 0)
    .map((pattern) => [pattern.decision, () => written(beginFromPattern(pattern, START))] as const),
  ['one empty scene', () => written(beginEmpty(START))],
];

const moves = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ careful: fc.constant(true), move: aCarefulMove }) },
    { weight: 1, arbitrary: fc.record({ careful: fc.constant(false), move: anAuthorMove }) },
  ),
  { minLength: 1, maxLength: 6 },
);

/** How many of the drafts were clean; a proof of none would be none. */
const seen = { drafts: 0, clean: 0 };

type Moves = readonly { readonly careful: boolean; readonly move: AuthorMove }[];

/** The draft after these moves, with the model that then fits. */
function edit(engine: DraftEngine, files: DraftFiles, todo: Moves) {
  let { values, files: now } = engine.open(files);
  for (const { careful, move } of todo) {
    const edited = studioCase(values[STORY_FILE], values[KEY_FILE], 'detection', values);
    if (!edited) break;
    ({ values, files: now } = engine.edit(careful ? carefulEdits(edited, move) : editsOf(edited, move)));
  }
  const last = studioCase(values[STORY_FILE], values[KEY_FILE], 'detection', values);
  if (last) ({ values, files: now } = engine.edit(modelEdits(last)));
  return { values, files: now };
}

describe('a case that checks clean in the studio', () => {
  it.each(BEGINNINGS)('builds, is planned, held back, packed, played and scored: %s', async (_, begin) => {
    const files = begin();
    const engine = createDraftEngine(LIBRARY);
    await fc.assert(
      fc.asyncProperty(moves, fc.array(fc.nat(50), { minLength: 30, maxLength: 30 }), async (todo, draws) => {
        const draft = edit(engine, files, todo);
        const { findings, played } = engine.check();
        seen.drafts += 1;
        if (findings.some(({ issue }) => issue.severity === 'error')) return;
        seen.clean += 1;
        expect(played?.scored).toBe(true);

        const id = textAt(draft.values[STORY_FILE] as { readonly id: string }, 'id');
        const folder = `scenarios/${id}`;
        const placed = Object.fromEntries(
          Object.entries(draft.files).map(([name, text]) => [`${folder}/${name}`, text]),
        );
        const loaded = loadCase(filesInMemory(placed), folder, LIBRARY);
        if (!loaded.ok || !loaded.value.answers) throw new Error('A clean case does not load with its answers.');
        const { answers: its, ...material } = loaded.value;
        const parts = Object.fromEntries(caseFiles(material, its, LIBRARY.catalogue));
        const served = JSON.parse(JSON.stringify(parts)) as typeof parts;
        expect(served).toEqual(JSON.parse(JSON.stringify(played?.parts)));

        const paper = caseOnPaper(material);
        expect(paper.lengths.some(({ offered }) => offered)).toBe(true);
        checkHeld(served[PUBLIC_PART] as PublicPart);
        const brought = await readCaseArchive(sourceOfBytes(await writeCaseArchive(draft.files)));
        expect(brought).toMatchObject({ files: draft.files });

        const answers = {
          ...its,
          catalogue: LIBRARY.catalogue,
          prevalence: prevalenceOf(material.market),
        };
        const log = playAtRandom(material, answers, `clean ${draws[0]}`);
        const report = scoreAttempt(log, material, answers);
        expect(report.ending).not.toBe('');
        for (const { id: criterion, scaled } of report.criteria)
          expect([criterion, scaled >= 0 && scaled <= 1]).toEqual([criterion, true]);
        expect(wander(material.scenario, material.market, draws).log.events.length).toBeGreaterThan(0);
      }),
      { numRuns: inFull(60, 2) },
    );
  });

  it('has something that a group can play', () => {
    const engine = createDraftEngine(LIBRARY);
    engine.open(written(beginEmpty(START)));
    const { findings, played } = engine.check();
    expect(findings.map(({ issue }) => issue.code)).toEqual(['scenario.nothing-to-play']);
    // It can still be read as it is.
    expect(played?.scored).toBe(false);
  });

  it('occurs among many of these drafts', () => {
    expect(seen.clean).toBeGreaterThan(seen.drafts / 4);
  });
});

/** A room cuts the words of all parts but the first, and gives them back part by part. */
function checkHeld(whole: PublicPart): void {
  const stages = whole.scenario.stages.map(({ id }) => id);
  const first = stages[0];
  const cut = withoutHeldWords(whole, (stage) => stage === first);
  const { held: left, ...back } = stages
    .filter((stage) => stage !== first)
    .reduce((part, stage) => withHeldWords(part, heldWordsOf(whole, stage, [])), cut);
  expect(left ?? []).toEqual([]);
  expect(back).toEqual(whole);
}
