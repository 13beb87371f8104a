import { existsSync, readdirSync } from 'node:fs';

/** The kinds of exercise: each has a room in core with a play.ts. In `core/kinds/` are their registries. */
export const PLAYED = readdirSync('src/core').filter(
  (folder) => folder !== 'kinds' && existsSync(`src/core/${folder}/play.ts`),
);

/** The rooms that pack and read what the bench of one kind has captured: they may import that kind. */
export const LOCKER_ROOMS = { path: '^src/(?:app/evidence|ui/locker)/', kind: 'preservation' };

/**
 * Files outside the rooms of the kinds that exist for one of them: all other shared files name none. An entry needs a
 * reason; a file that could ask a registry has none.
 */
export const FOR_ONE_KIND = [
  {
    file: 'src/site/pages/practise/again/index.astro',
    kind: 'detection',
    because: 'rounds of the signs that were missed',
  },
  { file: 'scripts/attempts/attempt-of-pages.ts', kind: 'preservation', because: 'a full bench, for measuring' },
  { file: 'scripts/market/label-balance.ts', kind: 'detection', because: 'whether a market is fair to read' },
  { file: 'scripts/market/parallel-seeds.ts', kind: 'detection', because: 'two markets that are equally hard to read' },
];
