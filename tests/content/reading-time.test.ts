import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { plainText } from '#site/search/screens/plain-text.ts';
import { ROOT } from '../support/builders/the-library.ts';

/** Words a minute of a reader whose first language is another one. */
const PACE = 180;

interface Head {
  readonly minutes: number;
  readonly objectives?: readonly string[];
  readonly questions?: readonly { ask: string; answers: readonly { text: string; why: string }[] }[];
  readonly plan?: readonly { what: string; say: string }[];
}

const TEXTS = ['lessons', 'facilitator', 'pages'].flatMap((folder) =>
  readdirSync(join(ROOT, 'content/en', folder)).map((name) => join('content/en', folder, name)),
);

function partsOf(path: string): { head: Head; words: number } {
  const [, yaml = '', ...rest] = readFileSync(join(ROOT, path), 'utf8').split(/^---$/m);
  const read = readYaml(yaml, path);
  if (!read.ok) throw new Error(`${path} has no head that can be read`);
  const head = read.value.value as Head;
  const { objectives = [], questions = [], plan = [] } = head;
  const asked = questions.flatMap(({ ask, answers }) => [ask, ...answers.flatMap(({ text, why }) => [text, why])]);
  const said = plan.flatMap(({ what, say }) => [what, say]);
  const text = [plainText(rest.join('---')), ...objectives, ...asked, ...said].join(' ');
  return { head, words: text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,%-]*/gu)?.length ?? 0 };
}

describe('the minutes that a text promises', () => {
  it.each(TEXTS)('%s is readable in that time, which is at most two minutes too long', (path) => {
    const { head, words } = partsOf(path);

    expect(words).toBeGreaterThan(path.includes('pages') ? 500 : 1000);
    expect(head.minutes).toBeGreaterThanOrEqual(words / PACE);
    expect(head.minutes).toBeLessThanOrEqual(Math.ceil(words / PACE) + 2);
  });
});
