import { describe, expect, it } from 'vitest';
import type { RoomPart } from '#case/language/model/room-parts.ts';
import { MAX_RELEASES, sealedReleases } from '#case/sealed/model/sealed-releases.ts';

const aPart = (id: string, ...keyParts: readonly string[]): RoomPart => ({
  id,
  title: id.toUpperCase(),
  states: [],
  decisions: [],
  keyParts,
});

describe('the releases of a sealed pack', () => {
  it('are the parts that open answers', () => {
    expect(sealedReleases([aPart('brief'), aPart('find', 'a'), aPart('reach'), aPart('debrief', 'b', 'c')])).toEqual([
      { id: 'find', title: 'FIND', keyParts: ['a'] },
      { id: 'debrief', title: 'DEBRIEF', keyParts: ['b', 'c'] },
    ]);
    expect(sealedReleases([aPart('brief')])).toEqual([]);
  });

  it.each([4, 5, 6, 9])('are at most four of %i parts, and the last part stays alone', (count) => {
    const parts = Array.from({ length: count }, (_, n) => aPart(`p${n}`, `key-${n}`));
    const releases = sealedReleases(parts);

    expect(releases).toHaveLength(MAX_RELEASES);
    expect(releases.flatMap(({ keyParts }) => keyParts)).toEqual(parts.flatMap(({ keyParts }) => keyParts));
    expect(releases.at(-1)?.keyParts).toEqual([`key-${count - 1}`]);
  });
});
