import { toWrite } from '#case/checking/model/to-write.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { letterOf } from '#kernel/model/letter-of.ts';
import type { Pattern } from '#library/content/model/schemas.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { exampleKey, exampleOf, spreadOptions } from '#studio/model/commands/pattern-command.ts';
import { yamlText } from './yaml-line.ts';

/** The input of an author for a new case. */
export interface NewCase {
  /** Id of the case, made from its title by `newCaseId`. */
  readonly id: string;
  readonly title: string;
  readonly market: MarketProfileId;
}

type Option = Pattern['options'][number];

const text = (what: string) => yamlText(toWrite(what));
const LETTERS = ['a', 'b', 'c', 'd'];

/** Scenario and key of a case with the decision of a pattern. All other texts are placeholders. */
export function patternCase(pattern: Pattern, start: NewCase): readonly [string, string] {
  const options = spreadOptions(pattern);
  return [scenarioOf(pattern, options, start), keyOf(pattern, options, start)];
}

const goesOn = ({ rating }: Option) => rating === 'good' || rating === 'acceptable';

function head({ id, title, market }: NewCase, level: number): string {
  return `# yaml-language-server: $schema=../scenario.schema.json
schema: scenario/1
id: ${id}
title: ${yamlText(title)}
summary: ${text('What the case is about, in one sentence.')}
contentLevel: ${level}
locale: ${FIRST_LANGUAGE}
role:
  title: ${text('The work of the trainee, such as support worker.')}
  text: ${text('What the trainee does there, and for whom.')}
  operator: Trainee 1
  legalBasis: ${text('The rule on which this work rests.')}
market: { profile: ${market}, preset: mini, prevalence: PRACTICE, seed: ${id} }
start: "2031-05-05T18:00:00Z"
stages:
  - { id: reach, title: The work }
  - { id: debrief, title: Debrief }
`;
}

function scenarioOf({ decision, asks, contentLevel = 1 }: Pattern, options: readonly Option[], start: NewCase): string {
  const written = options.map(
    (option, n) => `      - id: ${LETTERS[n]}
        text: ${yamlText(exampleOf(option))}
        minutes: 5
        then: ${text(`What happens after option ${letterOf(n)}, without praise and without blame.`)}
        next: ${goesOn(option) ? 'later' : 'end-two'}
`,
  );
  return `${head(start, contentLevel)}initial: opening
states:
  opening:
    type: narrative
    stage: reach
    title: ${text('Where the story begins.')}
    text: ${text('Place, time and people, in two or three sentences.')}
    next: choice
  choice:
    type: decision
    decision: ${decision}
    stage: reach
    title: ${text('A name for this scene.')}
    text: ${text(`The situation. ${asks}`)}
    question: ${text('The question to the trainee.')}
    options:
${written.join('')}  later:
    type: narrative
    stage: debrief
    title: ${text('A name for the scene after the choice.')}
    text: ${text('What can be seen some time later.')}
    next: end-one
  end-one:
    type: end
    stage: debrief
    title: ${text('A name for this end.')}
    text: ${text('What the log holds when the story has gone on.')}
  end-two:
    type: end
    stage: debrief
    title: ${text('A name for the early end.')}
    text: ${text('What the log holds when the story has ended early.')}
`;
}

function keyOf(pattern: Pattern, options: readonly Option[], { id }: NewCase): string {
  const { principle, sources } = pattern;
  const rated = options.map((option, n) => {
    const { rating, meters, reason } = exampleKey(pattern, option, n);
    return `      ${LETTERS[n]}:
        rating: ${rating}
        meters: { ${Object.entries(meters)
          .map(([meter, steps]) => `${meter}: ${steps}`)
          .join(', ')} }
        reason: ${yamlText(reason)}
`;
  });
  const cited = sources.map(
    ({ code, mark, says }) => `      - { code: ${code}, mark: ${mark}, says: ${JSON.stringify(says)} }\n`,
  );
  const good = LETTERS[options.findIndex(({ rating }) => rating === 'good')];
  return `${keyHead(id)}decisions:
  choice:
    principle: ${yamlText(principle)}
    sources:
${cited.join('')}    options:
${rated.join('')}model:
  - [choice, ${good}]
`;
}

const keyHead = (id: string) => `# yaml-language-server: $schema=../key.schema.json
schema: key/1
scenario: ${id}
version: 1
`;

/** Scenario and key of a case with one scene and one end. */
export function emptyCase(start: NewCase): readonly [string, string] {
  const scenario = `${head(start, 1)}initial: opening
states:
  opening:
    type: narrative
    stage: reach
    title: ${text('Where the story begins.')}
    text: ${text('Place, time and people, in two or three sentences.')}
    next: end-one
  end-one:
    type: end
    stage: debrief
    title: ${text('A name for this end.')}
    text: ${text('What the log holds at the end.')}
`;
  return [scenario, `${keyHead(start.id)}decisions: {}\nmodel: []\n`];
}
