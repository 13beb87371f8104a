import { expect, it } from 'vitest';
import { EXTENT_NAMES, EXTENTS } from '#kinds/preservation/model/care-actions.ts';
import { custodyLine } from '#kinds/preservation/model/custody-line.ts';
import messages from '#words/kinds/preservation.json' with { type: 'json' };

it.each(EXTENTS)('the custody log names a picture of %s as the bench names it', (extent) => {
  const look = { type: 'look.captured', ad: '0302', extent, bytes: 1, sha256: 'ab', tool: 'T', actor: 'A', role: 'R' };
  const line = custodyLine(look as Parameters<typeof custodyLine>[0], () => '-');

  expect(line?.reason).toBe(`ad 0302, ${EXTENT_NAMES[extent]}`);
  expect(messages[`look.${extent}`].toLowerCase()).toContain(EXTENT_NAMES[extent]);
});
