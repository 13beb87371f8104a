import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { type Golden, goldenOf } from '../../scripts/market/golden.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const written = JSON.parse(readFileSync(new URL('markets.json', import.meta.url), 'utf8')) as Golden;

function goldenOfToday(): Golden {
  const loaded = loadProject(PROJECT, KINDS);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return goldenOf(loaded.value);
}

describe('a market that was handed out', () => {
  it('is reproduced to the byte, or the generator version was raised and the digests rewritten', () => {
    expect(goldenOfToday()).toEqual(written);
  });
});
