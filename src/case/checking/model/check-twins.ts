import { isOffered } from '#case/language/model/compiled-scenario.ts';
import type { ScenarioOption } from '#case/language/model/schemas.ts';
import type { Met } from './check-guards.ts';
import { areNearlySame, gistOf } from './near-texts.ts';
import type { PlayedCase } from './played-case.ts';
import type { Path, Report } from './report.ts';

/**
 * Asks about texts that occur twice: two options with the same act, or two consequences, that can be offered at the same
 * time; the same consequence after different options of two states; two ends. Options whose conditions exclude each other
 * may say the same: one choice that has another consequence later in the story is written as two.
 */
export function checkTwins(played: PlayedCase, met: Met, report: Report): void {
  const { tree } = played;
  const asked = tree.flatMap(({ id, state, path }) =>
    'options' in state && state.options !== undefined ? [{ id, path, options: state.options }] : [],
  );
  for (const { id, path, options } of asked)
    for (const [one, other, n] of pairsOf(options)) {
      const areTwins = one.act === other.act && areNearlySame(one.text, other.text);
      const followAlike = areNearlySame(one.then, other.then);
      if (!(areTwins || followAlike) || !areOfferedTogether(played, met, id, [one, other])) continue;
      const params = { state: id, option: one.id, other: other.id };
      if (areTwins) report('scenario.options-alike', [...path, 'options', n, 'text'], params, 'warning');
      if (followAlike) report('scenario.consequences-alike', [...path, 'options', n, 'then'], params, 'warning');
    }
  checkOverStates(asked, report);
  const ends = tree.flatMap(({ id, state, path }) => (state.type === 'end' ? [{ id, path, text: state.text }] : []));
  for (const [one, other] of pairsOf(ends))
    if (areNearlySame(one.text, other.text))
      report('scenario.ends-alike', [...other.path, 'text'], { state: one.id, other: other.id }, 'warning');
}

interface AskedState {
  readonly id: string;
  readonly path: Path;
  readonly options: readonly ScenarioOption[];
}

/** Consequences that occur in two states. The same option in both, as in two versions of a decision, may have it. */
function checkOverStates(asked: readonly AskedState[], report: Report): void {
  const known = new Map<string, { readonly id: string; readonly option: ScenarioOption }>();
  for (const { id, path, options } of asked)
    for (const [n, option] of options.entries()) {
      const gist = gistOf(option.then);
      if (gist === undefined) continue;
      const before = known.get(gist);
      if (!before) known.set(gist, { id, option });
      if (!before || before.id === id || gistOf(before.option.text) === gistOf(option.text)) continue;
      const params = { state: before.id, option: before.option.id, other: option.id, otherState: id };
      report('scenario.consequence-in-two-states', [...path, 'options', n, 'then'], params, 'warning');
    }
}

/** All pairs of a list, with the index of the second. */
function pairsOf<Item>(items: readonly Item[]): [one: Item, other: Item, n: number][] {
  return items.flatMap((other, n) => items.slice(0, n).map((one): [Item, Item, number] => [one, other, n]));
}

/** True if these options of a state are both offered in a situation that can be reached. */
function areOfferedTogether(
  { compiled }: PlayedCase,
  met: Met,
  id: string,
  options: readonly ScenarioOption[],
): boolean {
  const state = compiled.states[id];
  const made = state && 'options' in state ? (state.options ?? []) : [];
  const branches = options.flatMap((option) => made.find((one) => one.id === option.id) ?? []);
  return met.get(id)?.some((seen, n) => seen === 1 && branches.every((branch) => isOffered(branch, n))) === true;
}
