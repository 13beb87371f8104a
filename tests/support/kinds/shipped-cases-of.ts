import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../builders/the-library.ts';

/** The shipped cases with an exercise of the kind, the shortest first: their folders. */
export function shippedCasesOf(kind: string): string[] {
  const stories = readdirSync(join(ROOT, 'scenarios'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, text: readFileSync(join(ROOT, 'scenarios', name, 'scenario.yaml'), 'utf8') }))
    .filter(({ text }) => new RegExp(`^ +kind: ${kind}$`, 'm').test(text))
    .sort(
      (a, b) =>
        Number(/preset: field/.test(a.text)) - Number(/preset: field/.test(b.text)) || a.text.length - b.text.length,
    );
  if (!stories[0]) throw new Error(`No case under scenarios/ has an exercise of kind ${kind}. Write one.`);
  return stories.map(({ name }) => `scenarios/${name}`);
}
