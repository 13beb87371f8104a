import { inVersion, keyVersionOf, STATECHART_PART } from '#case/parts/use-cases/case-parts.ts';
import { answerParts } from '#case/play/use-cases/open-answers.ts';
import type { WiredCase } from './case-wiring.ts';

/** Fetches every part that will be needed, unopened, where no service worker keeps the site. */
export async function fetchAllParts(
  { part, parts, kinds }: WiredCase,
  report: (done: number, of: number) => void,
): Promise<void> {
  const version = inVersion(keyVersionOf(part));
  const answers = answerParts(part, kinds);
  const wanted = [() => parts.load(STATECHART_PART), ...answers.map((name) => () => parts.load(name, version))];
  let done = 0;
  await Promise.all(
    wanted.map(async (load) => {
      await load();
      report(++done, wanted.length);
    }),
  );
}
