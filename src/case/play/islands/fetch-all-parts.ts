import { inVersion, keyVersionOf, STATECHART_PART } from '#case/parts/use-cases/case-parts.ts';
import { answerParts } from '#case/play/use-cases/open-answers.ts';
import { PartBrokenError } from '#kernel/model/part-loader.ts';
import type { WiredCase } from './case-wiring.ts';

/**
 * Fetches every part that will be needed, unopened, where no service worker keeps the site. Returns the number of those that
 * did not arrive, and whether one arrived as something else than a part.
 */
export async function fetchAllParts(
  { part, parts, kinds }: WiredCase,
  report: (done: number, of: number) => void,
): Promise<{ readonly missing: number; readonly broken: boolean }> {
  const version = inVersion(keyVersionOf(part));
  const answers = answerParts(part, kinds);
  const wanted = [() => parts.load(STATECHART_PART), ...answers.map((name) => () => parts.load(name, version))];
  let done = 0;
  const ended = await Promise.allSettled(
    wanted.map(async (load) => {
      await load();
      report(++done, wanted.length);
    }),
  );
  const broken = ended.some((end) => end.status === 'rejected' && end.reason instanceof PartBrokenError);
  return { missing: wanted.length - done, broken };
}
