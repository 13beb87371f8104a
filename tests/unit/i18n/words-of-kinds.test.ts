import { describe, expect, it } from 'vitest';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import caseWords from '#words/case.json' with { type: 'json' };
import sceneWords from '#words/studio-scene.json' with { type: 'json' };

/** Shared screens find the words for a kind by key, and some show the bare id where there are none. */
describe.each(KIND_PLAYS.kinds())('the kind %s', (kind) => {
  it('has a name in the list of the studio', () => {
    expect(sceneWords).toHaveProperty([`kind.${kind}`], expect.stringMatching(/^[A-Z]/));
  });

  it('has a name where its scores stand', () => {
    expect(caseWords).toHaveProperty([`scored.${kind}`], expect.stringMatching(/\S/));
  });
});
