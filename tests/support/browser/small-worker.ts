import { type APIRequestContext, expect } from '@playwright/test';
import { CASE_PATH } from './case-text.ts';

/** The page of the case, the pages around it, and all scripts and styles. */
const IS_NEEDED = new RegExp(`^(?:$|help/|_astro/|${CASE_PATH})`);

/**
 * The service worker of the site, which stores only the pages of one case: how versions follow each other, and when answers are
 * asked for, does not depend on their number, and to store all of them takes seconds. `site-works.spec.ts` stores all of them.
 */
export async function workerOf(request: APIRequestContext): Promise<string> {
  const text = await (await request.get('sw.js')).text();
  return text.replaceAll(/const (FILES|KEYS) = (\[.*?\]);/g, (_, name: string, list: string) => {
    const paths = (JSON.parse(list) as string[]).filter((path) => IS_NEEDED.test(path));
    expect(paths.length, name).toBeGreaterThan(2);
    return `const ${name} = ${JSON.stringify(paths)};`;
  });
}
