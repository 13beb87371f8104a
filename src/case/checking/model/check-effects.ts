import type { Effects } from '#case/language/model/schemas.ts';
import type { TreeState } from '#case/language/model/state-tree.ts';
import type { Path, Report } from './report.ts';

/** The verb of a variable that is named by an irregular participle, such as `told`. */
const VERB_OF: Readonly<Record<string, string>> = {
  told: 'tell',
  kept: 'keep',
  sent: 'send',
  held: 'hold',
  seen: 'see',
  made: 'make',
  taken: 'take',
  given: 'give',
  written: 'write',
  heard: 'hear',
  spoken: 'speak',
  shown: 'show',
  rung: 'ring',
  met: 'meet',
  brought: 'bring',
  paid: 'pay',
  read: 'read',
  chosen: 'choose',
  frozen: 'freeze',
  withdrawn: 'withdraw',
  informed: 'inform',
};

/** Forms of a verb, as a pattern; undefined where a name of a variable does not end like a participle. */
function formsOf(variable: string): string | undefined {
  const [word = ''] = variable.match(/^[a-z]+/) ?? [];
  const irregular = Object.hasOwn(VERB_OF, word) ? VERB_OF[word] : undefined;
  if (irregular) return `(?:${irregular}s?|${irregular.replace(/e$/, '')}ing|${word})`;
  const [, root] = /^([a-z]{2,})ed$/.exec(word) ?? [];
  return root && `${root}(?:e?s|e?d|ing|e)?`;
}

/** A negation of an act of the trainee, or of everybody, up to the verb. */
const NOT_DONE = String.raw`(?:(?:^|[.;:,] |\band |\bthat )(?:do not|don't|never)|\b(?:you|the unit|the team|the inspector) (?:do|does|did|have|has|will|can|could|would)?(?: not|n't)|\byou never|\b(?:nobody|no one)(?: has| is| was)?|\bwithout|\binstead of|\brather than|\b(?:is|are|was|were|has|have)(?: never| not|n't)(?: been)?)(?: \w+)? `;

/** The act itself: in the imperative, or after "you" or the unit. */
const DONE = String.raw`(?:^|[.;:,] (?:and )?|\band |\bthen |\b(?:you|the unit|the team|the inspector) (?:have |has )?(?:now |then |already )?)`;

/**
 * Asks about variables that are set to yes where the words say that the act was not done, and to no where they say that
 * it was: "You do not ask" beside `asked: true`. It knows variables that are named after an act, such as `asked` or
 * `told`, and English words.
 */
export function checkEffects(tree: readonly TreeState[], report: Report): void {
  for (const { id, state, path } of tree) {
    if ('set' in state && 'text' in state) check(id, state.set, state.text, [...path, 'set'], report);
    if (!('options' in state) || state.options === undefined) continue;
    for (const [n, { set, text, then }] of state.options.entries())
      check(id, set, `${text} ${then}`, [...path, 'options', n, 'set'], report);
  }
}

function check(state: string, set: Effects | undefined, text: string, path: Path, report: Report): void {
  for (const [variable, value] of Object.entries(set ?? {})) {
    const words = againstWords(variable, String(value), text);
    if (words === undefined) continue;
    const params = { state, variable, value: value === true || value === 'true' ? 'true' : 'false', words };
    report('scenario.set-against-words', [...path, variable], params, 'warning');
  }
}

/** The words that say the opposite of this value; undefined where none do, or where other words agree with it. */
function againstWords(variable: string, value: string, text: string): string | undefined {
  const forms = formsOf(variable);
  if (forms === undefined || (value !== 'true' && value !== 'false')) return undefined;
  const negated = new RegExp(String.raw`${NOT_DONE}${forms}\b`, 'gi');
  const left = text.replaceAll(negated, '~');
  const isDone = new RegExp(String.raw`${DONE}${forms}\b`, 'i').exec(left)?.[0];
  const isNotDone = text.match(negated)?.[0];
  const against = value === 'true' ? isNotDone : isDone;
  const agreeing = value === 'true' ? new RegExp(String.raw`\b${forms}\b`, 'i').test(left) : isNotDone !== undefined;
  return agreeing ? undefined : against?.replace(/^\W+(?:and |that |then )?/i, '');
}
