import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PredictionReport } from '#bench/predictions/model/schemas.ts';
import type { AdLine } from '#market/documents/model/ad-schemas.ts';
import type { ModerationDocument } from '#market/platforms/model/moderation-documents.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { partsOf } from '../../support/readmes.ts';
import { aFolder, run } from './a-command.ts';

const README = 'examples/README.md';
const part = readFileSync(join(ROOT, README), 'utf8');
const [commands, table] = partsOf(README).blocks.map(({ lines }) => lines.map(({ text }) => text));
/** The commands as a terminal takes them: the name of a script, and its arguments. */
const CALLS = (commands ?? []).map((line) => {
  const [name = '', ...args] = line.replace(/^npm run -s /, '').split(/ (?:-- )?/);
  return [`${name}.ts`, args] as const;
});

describe('the commands for tool builders in examples/README.md', () => {
  it('make a market, check it, and score both tables that it tells of', async () => {
    const home = join(aFolder(), 'checkathon');
    const market = join(home, '..', 'our-market');
    const textOf = (name: string) => readFileSync(join(market, 'public', name), 'utf8');
    mkdirSync(home);
    const [make, check, scoreAds, scoreSites] = CALLS;
    const does = (call: typeof make, ...more: string[]) => run(call?.[0] ?? '', [...(call?.[1] ?? []), ...more], home);

    expect(CALLS).toHaveLength(4);
    expect(await does(make)).toMatchObject({ code: 0, said: '' });
    expect(await does(check)).toMatchObject({ code: 0, said: '' });

    const [header = '', row = ''] = table ?? [];
    const ads = textOf('ads-000.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AdLine)
      .filter(({ withheld }) => !withheld);
    const rows = ads.map(({ id }) => [id, ...row.split(',').slice(1)].join(','));
    writeFileSync(join(market, 'predictions.csv'), `${[header, ...rows].join('\n')}\n`);
    const scored = await does(scoreAds, '--json');
    expect(scored).toMatchObject({ code: 0, said: '' });
    expect((JSON.parse(scored.out) as PredictionReport).counts).toMatchObject({ ads: 600, missing: 0, unknown: 0 });
    expect(ads.map(({ id }) => id)).toContain(row.split(',')[0]);

    const { cards, sites } = JSON.parse(textOf('moderation.json')) as ModerationDocument;
    const findings = sites.flatMap((site) => cards.map((card) => `${card.id},${site.id},none,,`));
    const [, columns = ''] = /\(`(testCard,[^`]+)`\)/.exec(part) ?? [];
    writeFileSync(join(market, 'findings.csv'), `${[columns, ...findings].join('\n')}\n`);
    expect(await does(scoreSites)).toMatchObject({ code: 0, said: '' });
  });

  it('make every file that it names', async () => {
    const home = aFolder();
    const order = ['--profile', 'BUY', '--preset', 'mini', '--seed', '1', '--moderation', '--out', 'm', '--json'];
    const { out } = await run('generate-market.ts', order, home);
    const { files } = JSON.parse(out) as { files: readonly string[] };
    const list = part.slice(part.indexOf('In `public/`'), part.indexOf('Ids are text'));
    const named = [...list.matchAll(/`([\w.-]+\.(?:json|ndjson|md|txt))`/g)].map(([, name]) => name);

    const written = files.filter((file) => !file.includes('/schemas/')).map((file) => file.replace(/^\w+\//, ''));
    expect(named.toSorted()).toEqual(written.toSorted());
  });
});
