import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import { isOfOtherKinds } from '../../../scripts/astro/pack/bundle-script.ts';
import { ROOT } from '../../support/builders/the-library.ts';

const ALL = KIND_PLAYS.kinds();

describe('what a packed case leaves out', () => {
  it.each([
    ['./case-linking.Bx1.js', true],
    ['./case-linking-mapping.Bx1.js', true],
    ['./LinkingDebrief.Bx1.js', true],
    ['./case-requests-linking.Bx1.js', false],
    ['./case-requests.Bx1.js', false],
    ['./RequestsDebrief.Bx1.js', false],
    ['./case-room.Bx1.js', false],
    ['./case.Bx1.js', false],
    ['./Debrief.Bx1.js', false],
    ['./shared.Bx1.js', false],
  ])('%s, in a case of letters: %s', (file, isLeftOut) => {
    expect(isOfOtherKinds(file, ALL, ['requests'])).toBe(isLeftOut);
  });

  it('is known by the names that the debriefs of all kinds have', () => {
    for (const kind of ALL) {
      const screens = readdirSync(join(ROOT, 'src/ui/islands', kind));
      const debrief = `${kind[0]?.toUpperCase()}${kind.slice(1)}Debrief`;
      expect(screens).toContain(`${debrief}.svelte`);
      expect(readFileSync(join(ROOT, 'src/ui/islands', kind, 'screens.ts'), 'utf8')).toContain(`./${debrief}.svelte`);
      expect(isOfOtherKinds(`./${debrief}.Bx1.js`, ALL, [])).toBe(true);
    }
  });
});
