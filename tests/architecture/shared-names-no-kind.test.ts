import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { ROOT } from '../support/builders/the-library.ts';

const KINDS = KIND_PLAYS.kinds();

/** The rooms of the kinds, and the files that put them together; `dependency-cruiser.mjs` has the same list for imports. */
const OF_KINDS = new RegExp(`^(?:core|app|ui|ui/islands)/(?:${KINDS.join('|')}|kinds)/|^ui/islands/kind-screens\\.ts$`);

/** Files in which a word that is also the name of a kind means something else. */
const ANOTHER_THING: Readonly<Record<string, readonly RegExp[]>> = {
  'a kind of letter, "preservation"': [
    /^core\/evidence\/(?:letters|law)\/[\w-]+\.ts$/,
    /^core\/exercise\/acts-of-letter\.ts$/,
    /^app\/evidence\/play-recipe\.ts$/,
  ],
  'the criterion "preservation.order" of the story, as saved reports have it': [
    /^core\/scoring\/score-path\.ts$/,
    /^ui\/scoring\/say-criterion\.ts$/,
  ],
  'the payments in the records of an ad': [
    /^core\/market\/(?:ad-records|families|documents\/(?:records-schemas|truth-schemas|tables))\.ts$/,
    /^core\/market-generator\/(?:records-at|truth-at)\.ts$/,
    /^ui\/records\/LedgerTable\.svelte$/,
  ],
  'the policy by which a reference player plays': [/^app\/room\/rehearse\.ts$/],
  'a track of the public bench, "linking"': [/^core\/bench\/(?:score-bench|tracks)\.ts$/],
  'what a platform is measured on': [/^core\/moderation\/[\w-]+\.ts$/],
};

/** Names of kinds that stand in a text as a literal, as the beginning of an id, or as the key of an object. */
function kindsNamedIn(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const named = new RegExp(
    `['"\`](${KINDS.join('|')})(?=['"\`.])|(?<=[{,(]\\s*)(${KINDS.join('|')})(?=:\\s*[^;\\s])`,
    'g',
  );
  return [...code.matchAll(named)].map(([, literal, key]) => literal ?? key ?? '');
}

const SHARED = ['core', 'app', 'ui'].flatMap((layer) =>
  readdirSync(join(ROOT, 'src', layer), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|svelte)$/.test(file))
    .map((file) => `${layer}/${file.replaceAll('\\', '/')}`)
    .filter((file) => !OF_KINDS.test(file)),
);
const read = (file: string) => readFileSync(join(ROOT, 'src', file), 'utf8');

describe('a shared file', () => {
  it('names no kind of exercise', () => {
    const allowed = Object.values(ANOTHER_THING).flat();
    const others = SHARED.filter((file) => !allowed.some((pattern) => pattern.test(file)));
    const found = others.flatMap((file) => kindsNamedIn(read(file)).map((kind) => `${file} names ${kind}`));

    expect(SHARED.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  it.each(Object.entries(ANOTHER_THING))('is exempt only where the same word has another meaning: %s', (_, of) => {
    for (const pattern of of)
      expect(SHARED.filter((file) => pattern.test(file)).flatMap((file) => kindsNamedIn(read(file)))).not.toEqual([]);
  });

  it.each([
    ["if (state.kind === 'detection') return 1;", ['detection']],
    ["const UNITS = { 'mapping.codes': 'plain' };", ['mapping']],
    ['const PLAYS = { linking: playLinking };', ['linking']],
    ['const PLAYS = {\n  linking: playLinking,\n  requests: playRequests,\n};', ['linking', 'requests']],
    ["/** As 'detection' does. */\n// 'mapping'\nconst requests = ask('requested');", []],
  ])('would be found: %j', (text, kinds) => {
    expect(kindsNamedIn(text)).toEqual(kinds);
  });
});
