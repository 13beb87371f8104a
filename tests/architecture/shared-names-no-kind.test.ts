import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { FOR_ONE_KIND } from '../../scripts/config/for-one-kind.mjs';
import { LIST_OF_KINDS, pathOfLayers } from '../../scripts/config/house.mjs';
import { ROOT } from '../support/builders/the-library.ts';

const FOLDERS = readdirSync(join(ROOT, 'src', 'kinds'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== LIST_OF_KINDS)
  .map(({ name }) => name);
/** In files the test of platforms keeps its first name. */
const FIRST_NAME: Readonly<Record<string, string>> = { 'platform-test': 'checkathon' };
const firstNameOf = (kind: string) => FIRST_NAME[kind] ?? kind;
const KINDS = [...new Set([...FOLDERS, ...FOLDERS.map(firstNameOf)])];
const ANY = `(${KINDS.join('|')})`;

/** The kinds, with their list; and the list of files that exist for one kind. */
const OF_KINDS = [/^src\/kinds\//, /^scripts\/config\/for-one-kind\.mjs$/];

interface AnotherThing {
  readonly kind: string;
  readonly is: string;
  readonly in: readonly RegExp[];
}

/** Files in which a word that is also the name of a kind means something else. */
const ANOTHER_THING: readonly AnotherThing[] = [
  ...['checkathon', 'platform-test'].map((kind) => ({
    kind,
    is: 'the one reader of an id that files had before',
    in: [/^src\/case\/language\/model\/kind-in-files\.ts$/],
  })),
  {
    kind: 'preservation',
    is: 'a kind of letter',
    in: [/^src\/evidence\/(?:letters|law)\/model\/[\w-]+\.ts$/, /^src\/case\/exercise\/model\/acts-of-letter\.ts$/],
  },
  {
    kind: 'preservation',
    is: 'the criterion "preservation.order" of the story, as saved reports have it',
    in: [/^src\/case\/scoring\/model\/score-path\.ts$/, /^src\/case\/debrief\/screens\/scores\/say-criterion\.ts$/],
  },
  {
    kind: 'preservation',
    is: 'what the law has a platform keep, and the card that asks for it',
    in: [/^src\/market\/platforms\/model\/(?:measure-moderation|schemas|test-cards)\.ts$/],
  },
  {
    kind: 'ledger',
    is: 'the payments in the records of an ad',
    in: [
      /^src\/market\/ads\/model\/(?:ad-records|families|ground-truth|trace-locators)\.ts$/,
      /^src\/market\/documents\/model\/(?:records-schemas|truth-schemas|tables)\.ts$/,
      /^src\/market\/generator\/model\/(?:records-at|truth-at)\.ts$/,
      /^src\/market\/search\/model\/record-index\.ts$/,
      /^src\/learning\/lessons\/model\/(?:record|shared)-fact\.ts$/,
      /^src\/market\/search\/screens\/records\/(?:LedgerTable|HolderAnswer)\.svelte$/,
    ],
  },
  {
    kind: 'policy',
    is: 'the policy by which a reference player plays',
    in: [/^src\/room\/use-cases\/rehearse\.ts$/, /^scripts\/(?:play|export-locker)\.ts$/],
  },
  {
    kind: 'linking',
    is: 'a track of the public bench',
    in: [/^src\/bench\/markets\/model\/(?:score-bench|tracks)\.ts$/, /^scripts\/public-bench\/print-bench\.ts$/],
  },
  {
    kind: 'checkathon',
    is: 'the name of the project, as that of a store and of a folder',
    in: [
      /^src\/case\/play\/browser\/attempt-store\.ts$/,
      /^src\/evidence\/locker\/node\/openssl-timestamp\.ts$/,
      /^scripts\/attempts\/put-attempt\.ts$/,
    ],
  },
];

/**
 * Names of kinds that stand in a text as a literal, as a part of an id, as a field, or as the words of a kind. An id has
 * the name at its beginning or behind a point: `x.codes`, `x-step`, `scored.x`, `change.x-cards`. Names of stores,
 * channels and files begin with that of the project, which is also the name of a kind.
 */
function kindsNamedIn(text: string): string[] {
  const code = text
    .replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$/gm, '')
    .replaceAll(/(?<=['"`])checkathon-/g, '');
  const named = new RegExp(
    [
      `(?<=['"\`.:])${ANY}(?=['"\`._:-])`,
      `(?<=[\\w)\\]]\\??\\.)${ANY}(?![\\w'"\`._:-])`,
      `(?<=#words/kinds/)${ANY}(?=\\.json|/)`,
      `(?<=[{,(]\\s*)${ANY}(?=:\\s*[^;\\s])`,
      `(?<=\\{[^(){}[\\]]*[{,]\\s*|\\{\\s*)${ANY}(?=\\s*(?:[,}]|=[^=>]))`,
      `(?<=\\breadonly\\s+)${ANY}(?=\\??:)`,
    ].join('|'),
    'g',
  );
  return [...code.matchAll(named)].map((found) => found.slice(1).find((name) => name !== undefined) ?? '');
}

/** Code of the site and of the commands, outside the folders of the kinds. */
const SHARED = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs|js|svelte|astro)$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => !OF_KINDS.some((pattern) => pattern.test(file))),
);
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const mayName = (file: string, kind: string) =>
  ANOTHER_THING.some((one) => one.kind === kind && one.in.some((pattern) => pattern.test(file))) ||
  FOR_ONE_KIND.some((one) => one.file === file && one.kind === kind);

describe('a shared file', () => {
  it('names no kind of exercise', () => {
    const named = SHARED.flatMap((file) => kindsNamedIn(read(file)).map((kind) => ({ file, kind })));
    const found = named.filter(({ file, kind }) => !mayName(file, kind));

    expect(SHARED.length).toBeGreaterThan(1000);
    for (const folder of [...[['browser', 'node'], ['astro'], ['pages']].map(pathOfLayers), '^scripts/'])
      expect(SHARED.filter((file) => new RegExp(folder).test(file)).length, folder).toBeGreaterThan(30);
    expect(found.map(({ file, kind }) => `${file} names ${kind}`)).toEqual([]);
  });

  it.each(ANOTHER_THING)('is exempt only where the same word has another meaning: $kind, $is', ({ kind, in: of }) => {
    for (const pattern of of)
      expect(SHARED.filter((file) => pattern.test(file)).flatMap((file) => kindsNamedIn(read(file)))).toContain(kind);
  });

  it.each(FOR_ONE_KIND)('is exempt only where it exists for one kind: $file', ({ file, kind, because }) => {
    expect(read(file)).toMatch(new RegExp(`from '#kinds/${kind}/`));
    expect(because).toMatch(/\w/);
  });

  it.each([
    ["if (state.kind === 'detection') return 1;", ['detection']],
    ["const UNITS = { 'mapping.codes': 'plain' };", ['mapping']],
    ['const PLAYS = { linking: playLinking };', ['linking']],
    ['const PLAYS = {\n  linking: playLinking,\n  requests: playRequests,\n};', ['linking', 'requests']],
    ['<div class="policy" id={`policy-`}>', ['policy', 'policy']],
    ["import words from '#words/kinds/courtroom.json';", ['courtroom']],
    ['if (key.mapping) return answers.key?.linking.pairs;', ['mapping', 'linking']],
    ['const { market, courtroom } = key;', ['courtroom']],
    ['const say = ({ ledger = [] }: Key) => ledger;', ['ledger']],
    ['interface Key {\n  readonly requests?: Desk;\n}', ['requests']],
    ["play(state, 'preservation-step');", ['preservation']],
    ['t(`scored.checkathon`)', ['checkathon']],
    ["t('change.checkathon-cards')", ['checkathon']],
    ["play(state, 'platform-test');", ['platform-test']],
    ["/** As 'detection' does. */\n// 'mapping'\nconst requests = ask('requested');", []],
    ["refuse('too-many-requests', `checkathon-case.html`);", []],
    ["<!-- 'policy' -->\n<p>It reads a policy, and requests.</p>", []],
  ])('would be found: %j', (text, kinds) => {
    expect(kindsNamedIn(text)).toEqual(kinds);
  });

  it('is held to the kinds that are played', () => {
    const played = KIND_PLAYS.kinds().map(firstNameOf);

    expect(played.toSorted()).toEqual(FOLDERS.map(firstNameOf).toSorted());
  });
});
