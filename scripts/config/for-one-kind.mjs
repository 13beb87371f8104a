/**
 * Files outside src/kinds/ that exist for one kind: all other shared files name none. An entry needs a reason; a file
 * that could ask the list of kinds has none.
 */
export const FOR_ONE_KIND = [
  {
    file: 'src/site/pages/practise/again/index.astro',
    kind: 'detection',
    because: 'rounds of the signs that were missed',
  },
  {
    file: 'src/site/pages/practise/again/rounds.json.ts',
    kind: 'detection',
    because: 'the readers from whom such a round is drawn',
  },
  {
    file: 'src/site/islands/JudgesPortfolioPage.svelte',
    kind: 'detection',
    because: 'its rounds lie in this browser and are forgotten with the rest',
  },
  {
    file: 'src/site/pages/evidence/drill/lockers/[id].json.ts',
    kind: 'preservation',
    because: 'lockers of the drill, which are played at its workbench',
  },
  { file: 'scripts/make-drill.ts', kind: 'preservation', because: 'the same lockers, written to a folder' },
  { file: 'scripts/export-locker.ts', kind: 'preservation', because: 'the locker that an attempt has filled' },
  { file: 'scripts/attempts/attempt-of-pages.ts', kind: 'preservation', because: 'a full workbench, for measuring' },
  { file: 'scripts/market/label-balance.ts', kind: 'detection', because: 'whether a market is fair to read' },
  { file: 'scripts/market/parallel-seeds.ts', kind: 'detection', because: 'two markets that are equally hard to read' },
];
