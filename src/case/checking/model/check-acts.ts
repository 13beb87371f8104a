import { ACTS, type Act } from '#case/exercise/model/acts.ts';
import type { Exploration } from '#case/language/model/explore-story.ts';
import { moveOf } from './path-in-words.ts';
import type { PlayedCase } from './played-case.ts';
import type { Report } from './report.ts';

const HOLDER = String.raw`\b(?:sites?|company|companies|board|host|platform|provider|legal desk)\b`;
const PAGES = String.raw`\b(?:ads?|offers?|pages?|posts?|card|copy)\b`;
const GONE = '(?:take|taken|remove|removed|delete|deleted)';
const WITHIN = '[^.;:]*';

/**
 * Verbs in the imperative ("Ask the site") or after "you", which mean that the trainee does an act. "Asks" and "asking"
 * refer to others, or to a way of doing something else.
 */
const DONE_BY_TRAINEE: Readonly<Record<Act, readonly string[]>> = {
  request: [
    String.raw`(?:ask|have|get|tell|ring|write to)\b${WITHIN}${HOLDER}(?:${WITHIN}\bto)? (?:keep|preserve|set aside|seal)\b`,
    String.raw`(?:ring|write),? say what ${WITHIN}${HOLDER}${WITHIN}\bkeep\b`,
    String.raw`(?:send|write|draft)\b${WITHIN}\b(?:letters?|request)\b${WITHIN}(?:\bauthority\b|${HOLDER}|\bkeep\b)`,
  ],
  notify: [
    String.raw`report (?:the |these |those |all )?(?:ads?|offers?|pages?|posts?|number)\b`,
    String.raw`(?:send|make) (?:the|a) report\b`,
    String.raw`(?:tell|ask|have)\b${WITHIN}${HOLDER}${WITHIN}\b${GONE}\b${WITHIN}(?:\bdown\b|${PAGES})`,
    String.raw`(?:have|get) (?:the ads?|the pages?|them|it) ${GONE}\b`,
    String.raw`take (?:the ads?|the pages?|them|it) down\b`,
  ],
  contact: [
    String.raw`(?:ring|call|text|phone|message|write to)\b${WITHIN}\b(?:the|this) (?:number|account|person)\b`,
    String.raw`(?:write|send)\b${WITHIN}\bto the (?:number|account|person)\b`,
    String.raw`ask \w+ to (?:ring|call|text) the (?:number|account|person)\b`,
  ],
  preserve: [String.raw`(?:capture|save|photograph)\b${WITHIN}${PAGES}`],
};

/** Phrases that mean a notice to the site whoever sends it: a report that is sent, or permission to remove the ads. */
const SAID_ANYWHERE: Readonly<Partial<Record<Act, RegExp>>> = {
  notify: /\b(?:the report (?:goes|went|is) out|(?:ads?|offers?|pages?) may go)\b/i,
};

/**
 * A question about what the trainee settles with the holder of the data, and what the holder does after such an answer.
 */
const SETTLED_WITH = new RegExp(
  String.raw`\bdo(?:es)? (?:you|the unit) (?:agree|settle|ask|tell|answer)\b${WITHIN}${HOLDER}`,
  'i',
);
const DONE_BY_HOLDER: Readonly<Partial<Record<Act, RegExp>>> = {
  request: new RegExp(String.raw`\b(?:keeps?|seals?|preserves?)\b${WITHIN}\bdata\b`, 'i'),
  notify: new RegExp(String.raw`\b(?:closes?|removes?|deletes?|takes? down)\b${WITHIN}${PAGES}`, 'i'),
};

/** The verb starts the text or a further imperative in it, or "you" precedes it. */
const inText = (verbs: readonly string[]) =>
  new RegExp(
    String.raw`(?:^|, (?:and )?|\band |\bthen |(?<!\b(?:when|if|that|until|before|what) )\byou (?:can )?)(?:${verbs.join('|')})`,
    'i',
  );
const inConsequence = (verbs: readonly string[]) =>
  new RegExp(String.raw`(?<!\b(?:when|if|that|until|before|what) )\byou (?:${verbs.join('|')})`, 'i');

const WORDS = ACTS.map((act) => ({
  act,
  text: inText(DONE_BY_TRAINEE[act]),
  then: inConsequence(DONE_BY_TRAINEE[act]),
  anywhere: SAID_ANYWHERE[act],
  settled: DONE_BY_HOLDER[act],
}));

/**
 * Reports options that describe a request, a report, a contact or a capture by the trainee but do not carry the act, if
 * some path reaches them on which the act was not done before: the debrief would say that it was never done.
 */
export function checkActs({ tree, exploration }: PlayedCase, report: Report): void {
  const without = new Map<Act, ReadonlySet<string>>();
  for (const { id, state, path } of tree) {
    if (!('options' in state) || state.options === undefined) continue;
    const isSettled = 'question' in state && SETTLED_WITH.test(state.question);
    for (const [n, { id: option, text, then, act: own }] of state.options.entries())
      for (const { act, anywhere, ...of } of WORDS) {
        const inWords = of.text.exec(text) ?? anywhere?.exec(text) ?? (isSettled ? of.settled?.exec(text) : undefined);
        const words = (inWords ?? of.then.exec(then) ?? anywhere?.exec(then))?.[0];
        if (words === undefined || own === act) continue;
        if (!without.has(act)) without.set(act, optionsBefore(exploration, act));
        if (!without.get(act)?.has(nameOf(id, option))) continue;
        const params = { state: id, option, words: words.replace(/^\W*(?:and |then )?/i, ''), act };
        report('scenario.act-in-words', [...path, 'options', n, inWords ? 'text' : 'then'], params, 'warning');
      }
  }
}

const nameOf = (state: string, option: string) => `${state} ${option}`;

/** The options that can be reached without a step that carries this act. */
function optionsBefore(exploration: Exploration, act: Act): Set<string> {
  const { count, steps, to, reachedFrom } = exploration;
  const found = new Set<string>();
  const open = Array.from({ length: count }, (_, n) => n).filter((n) => reachedFrom[n] === -1);
  const met = new Set(open);
  // The queue of a search: it grows during the loop.
  for (const situation of open)
    for (let step = steps[situation] as number; step < (steps[situation + 1] as number); step++) {
      const { state, option } = moveOf(exploration, situation, step);
      if (option) found.add(nameOf(state, option.id));
      const next = to[step] as number;
      if (option?.act === act || met.has(next)) continue;
      met.add(next);
      open.push(next);
    }
  return found;
}
