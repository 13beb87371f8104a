import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TrackSchema } from '#learning/track/model/schemas.ts';
import { ROOT } from '../support/builders/the-library.ts';

const FOLDER = join(ROOT, 'content/tracks');
const tracks = readdirSync(FOLDER).map((file) => ({
  file,
  track: TrackSchema.parse(parse(readFileSync(join(FOLDER, file), 'utf8'))),
}));
const rounds = parse(readFileSync(join(ROOT, 'content/parallel-tests.yaml'), 'utf8')) as {
  readonly pairs: readonly { readonly exercise: string }[];
};
const roundIds = rounds.pairs.flatMap(({ exercise }) => [`${exercise}-before`, `${exercise}-after`]);

const hasLesson = (id: string) => existsSync(join(ROOT, `content/en/lessons/${id}.mdx`));
const hasCase = (id: string) => existsSync(join(ROOT, `scenarios/${id}/scenario.yaml`)) || roundIds.includes(id);

describe.each(tracks)('the track in $file', ({ file, track }) => {
  it('is named like its file', () => {
    expect(track.id).toBe(basename(file, '.yaml'));
  });

  it('leads to lessons, cases and pages that exist', () => {
    const lost = track.steps.filter(
      (step) =>
        ('lesson' in step && !hasLesson(step.lesson)) ||
        ('case' in step && !hasCase(step.case)) ||
        ('page' in step && !existsSync(join(ROOT, `src/site/pages/${step.page}index.astro`))),
    );

    expect(lost).toEqual([]);
  });

  it('names no step twice', () => {
    const names = track.steps.map((step) => JSON.stringify({ ...step, why: '' }));

    expect(new Set(names).size).toBe(names.length);
  });

  it('begins and ends with the two small files, and puts authority and attribution before files with motions', () => {
    const at = (wanted: string) =>
      track.steps.findIndex(
        (step) => ('lesson' in step && step.lesson === wanted) || ('case' in step && step.case === wanted),
      );

    expect([at('a-room-by-the-mill'), at('a-room-at-the-quay')]).toEqual([0, track.steps.length - 1]);
    expect(at('j1')).toBeLessThan(at('two-names-one-phone'));
    expect(at('j2')).toBeLessThan(at('two-names-one-phone'));
    expect(at('two-names-one-phone')).toBeLessThan(at('rooms-above-the-ferry-2'));
  });

  it('has returns after 2, 7 and 21 days', () => {
    expect(track.steps.flatMap((step) => ('return' in step ? [step.return] : []))).toEqual([2, 7, 21]);
  });
});
