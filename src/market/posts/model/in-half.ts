import type { Half, WrittenGenres } from './genre-schemas.ts';

/** The genres with the wordings of one half: in place of the other half's lists, empty ones. */
export function inHalf(written: WrittenGenres, half: Half): WrittenGenres {
  const other: Half = half === 'practice' ? 'assessment' : 'practice';
  return JSON.parse(
    JSON.stringify(written, (key, value: unknown) => (key === other && Array.isArray(value) ? [] : value)),
  ) as WrittenGenres;
}
