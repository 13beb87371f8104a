import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { isOfOtherKinds } from '../../../scripts/astro/pack/bundle-script.ts';
import { ROOT } from '../../support/builders/the-library.ts';

const ALL = KIND_PLAYS.kinds();

describe('what a packed case leaves out', () => {
  it.each([
    ['./case-linking.Bx1.js', true],
    ['./case-linking_mapping.Bx1.js', true],
    ['./case-courtroom_platform-test.Bx1.js', true],
    ['./LinkingDebrief.Bx1.js', true],
    ['./PlatformTestDebrief.Bx1.js', true],
    ['./case-requests_linking.Bx1.js', false],
    ['./case-requests.Bx1.js', false],
    ['./RequestsDebrief.Bx1.js', false],
    ['./case-room.Bx1.js', false],
    ['./case.Bx1.js', false],
    ['./Debrief.Bx1.js', false],
    ['./shared.Bx1.js', false],
  ])('%s, in a case of letters: %s', (file, isLeftOut) => {
    expect(isOfOtherKinds(file, ALL, ['requests'])).toBe(isLeftOut);
  });

  it('is known by the folders of all kinds, and by the names that their debriefs have', () => {
    for (const kind of ALL) {
      const islands = join(ROOT, 'src/kinds', kind, 'islands');
      const named = kind.split('-').map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
      const debrief = `${named.join('')}Debrief`;
      expect(readdirSync(islands)).toContain(`${debrief}.svelte`);
      expect(readFileSync(join(islands, 'screens.ts'), 'utf8')).toContain(`./${debrief}.svelte`);
      expect(isOfOtherKinds(`./case-${kind}.Bx1.js`, ALL, [])).toBe(true);
      expect(isOfOtherKinds(`./${debrief}.Bx1.js`, ALL, [])).toBe(true);
    }
  });
});
