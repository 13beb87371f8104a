import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModerationDocument, ModerationTruth } from '#market/platforms/model/moderation-documents.ts';
import type { FindingsReport } from '#market/platforms/model/score-findings.ts';
import { aFolder, run } from './a-command.ts';

const made = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
afterAll(() => rmSync(made, { recursive: true, force: true }));

const order = ['--profile', 'BUY', '--preset', 'practice', '--prevalence', 'PRACTICE', '--seed', 't', '--moderation'];
beforeAll(async () => {
  expect(await run('generate-market.ts', [...order, '--out', made])).toMatchObject({ code: 0, said: '' });
});

const documentOf = <Document>(name: string) => JSON.parse(readFileSync(join(made, name), 'utf8')) as Document;
const truthOf = () => documentOf<ModerationTruth>('secret/moderation-truth.json');
const givenOf = () => documentOf<ModerationDocument>('public/moderation.json');

const HEADER = 'testCard,site,finding,hours,evidence';
const csv = (rows: readonly string[], header = HEADER) => `${[header, ...rows].join('\n')}\n`;

/** The rows of a team that writes down the truth, with hours and proofs. */
const perfect = () =>
  truthOf().sites.flatMap(({ site, cards }) =>
    cards.flatMap(({ card, faults }) =>
      faults.length === 0
        ? [`${card},${site},none,,`]
        : faults.map(({ fault, hours = '', evidence }) => `${card},${site},${fault},${hours},${evidence.join(';')}`),
    ),
  );

/** The rows of a team that accuses every site of everything on every card. */
const accuseAll = () => {
  const { sites, cards, possibleFaults } = givenOf();
  return sites.flatMap(({ id: site }) =>
    cards.flatMap(({ id: card }) => possibleFaults.map((fault) => `${card},${site},${fault},24,`)),
  );
};

/** A folder with the findings of a team, beside the generated test. */
function aTeam(findings: string): string {
  const home = aFolder();
  writeFileSync(join(home, 'findings.csv'), findings);
  return home;
}
const FILES = ['--truth', join(made, 'secret', 'moderation-truth.json'), '--predictions', 'findings.csv'];
const score = (home: string, ...more: string[]) => run('score-predictions.ts', [...FILES, ...more], home);
const reportOf = (out: string) => JSON.parse(out) as FindingsReport & { notes: { code: string; text: string }[] };
const scaledOf = ({ criteria }: FindingsReport) => Object.fromEntries(criteria.map(({ id, scaled }) => [id, scaled]));
/** Codes and lines of the issues that a command printed. */
const issuesOf = (said: string) =>
  said
    .trim()
    .split('\n')
    .map((line) => /(?:^|\/)([^/]+?):(\d+):\d+ (\S+) /.exec(line)?.slice(1));

describe('the documents of a test of platforms', () => {
  it.each(['public/moderation', 'secret/moderation-truth'])('%s fits the JSON Schema beside it', (name) => {
    const schema = documentOf<object>(`public/schemas/${name.split('/')[1]}.schema.json`);
    const isValid = new Ajv({ allErrors: true }).compile(schema);
    const document = documentOf<object>(`${name}.json`);

    expect([isValid(document), isValid.errors]).toEqual([true, null]);
    expect(isValid({ ...document, extra: 1 })).toBe(false);
  });
});

describe('a facilitator who scores the findings of a team', () => {
  it('sees that the truth reaches 1 everywhere', async () => {
    const { code, out, said } = await score(aTeam(csv(perfect())), '--json');

    const report = reportOf(out);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(report).toMatchObject({ schema: 'findings-report/1', synthetic: true, marketId: givenOf().marketId });
    expect(scaledOf(report)).toEqual({
      'moderation.cards': 1,
      'moderation.faults': 1,
      'moderation.evidence': 1,
      'moderation.hours': 1,
    });
    expect(report).toMatchObject({ wrongAccusations: [], notes: [] });
  });

  it('sees that accusing all of everything finds all and gains nothing', async () => {
    const { out } = await score(aTeam(csv(accuseAll())), '--json');

    const report = reportOf(out);
    const [found, all] = report.recall;
    expect(found).toBe(all);
    expect(scaledOf(report)).toMatchObject({ 'moderation.cards': 0, 'moderation.faults': 0 });
    expect(report.soundLeftAlone[0]).toBe(0);
    expect(report.wrongAccusations.length).toBe(accuseAll().length - found);
  });

  it('reads a table of wrong findings with their rows, and of missed ones', async () => {
    const rows = perfect();
    const missed = rows.findIndex((row) => !row.includes(',none,'));
    const [card = '', site = '', fault = ''] = rows[missed]?.split(',') ?? [];
    const sound = rows.findIndex((row) => row.startsWith('TC12,') && row.includes(',none,'));
    const findings = rows
      .with(missed, `${card},${site},none,,`)
      .with(sound, rows[sound]?.replace('none', 'over-blocking') ?? '');

    const { code, out } = await score(aTeam(csv(findings)));

    expect(code).toBe(0);
    expect(out).toContain(`SYNTHETIC TRAINING MATERIAL, market ${givenOf().marketId}\n28 cards: `);
    expect(out).toMatch(/\n {2}moderation\.cards +0\.\d+ /);
    expect(out).toMatch(
      new RegExp(`accused without cause\n  row ${sound + 2}: \\S+ TC12 over-blocking; instead: published`),
    );
    expect(out).toMatch(new RegExp(`faults that nobody named\n  ${site} ${card} .*${fault}`));
    for (const line of out.split('\n')) expect(line).not.toContain('undefined');
  });

  it('can keep the public half elsewhere, and other columns in the table', async () => {
    const home = aTeam(
      `\uFEFF${csv(
        perfect().map((row) => `${row},seen twice`),
        'Test card,SITE,finding,hours,evidence,remark',
      )}`,
    );
    cpSync(join(made, 'secret', 'moderation-truth.json'), join(home, 'secret.json'));
    cpSync(join(made, 'public', 'moderation.json'), join(home, 'given.json'));

    const files = ['--truth', 'secret.json', '--moderation', 'given.json', '--predictions', 'findings.csv', '--json'];
    const { code, out } = await run('score-predictions.ts', files, home);

    expect(code).toBe(0);
    expect(scaledOf(reportOf(out))['moderation.cards']).toBe(1);
    expect(reportOf(out).notes.map((note) => note.code)).toEqual(['csv.byte-order-mark']);
  });
});

describe('findings that cannot be scored', () => {
  it('are refused with all their faults at once, each with its row', async () => {
    const rows = perfect();
    const last = rows.length;
    const findings = [
      ...rows.with(0, rows[0]?.replace('TC1,', 'TC15,') ?? '').with(1, `${rows[1]},`),
      'TC5,nowhere,late,soon,none-TC5-1-1',
      `${rows[2]?.split(',').slice(0, 2).join(',')},wicked,,`,
    ].map((row, n) => (n === 1 ? `${row}one cell too many` : row));

    const { code, out, said } = await score(aTeam(csv(findings)));

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(issuesOf(said)).toEqual([
      ['findings.csv', '2', 'findings.unknown-card'],
      ['findings.csv', '3', 'csv.cells'],
      ['findings.csv', `${last + 2}`, 'findings.unknown-site'],
      ['findings.csv', `${last + 2}`, 'findings.not-hours'],
      ['findings.csv', `${last + 2}`, 'findings.unknown-event'],
      ['findings.csv', `${last + 3}`, 'findings.unknown-fault'],
    ]);
    expect(said).toContain('Row 2: there is no test card "TC15". Use TC1 to TC14.');
    expect(said).not.toMatch(/\n +at |\{\w+\}/);
  });

  it.each([
    ['predictions about ads', 'ad,probability\n0001,0.5\n', ['findings.csv', '1', 'findings.missing-column']],
    ['a column twice', `site,${HEADER}\nx,TC1,x,none,,\n`, ['findings.csv', '1', 'findings.two-columns']],
    ['rows without all cells alone', `${HEADER}\nTC1\n`, ['findings.csv', '2', 'csv.cells']],
    ['no rows', '', ['findings.csv', '1', 'csv.empty']],
  ])('because they are %s are refused', async (_, findings, issue) => {
    const { code, out, said } = await score(aTeam(findings));

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(issuesOf(said)).toContainEqual(issue);
  });

  it.each([
    ['is not beside it', undefined, '1', 'file.missing'],
    ['is of another market', () => ({ ...givenOf(), marketId: 'f'.repeat(16) }), '1', 'moderation.other-market'],
    ['has another log', () => ({ ...givenOf(), log: givenOf().log.slice(0, -40) }), '1', 'moderation.other-log'],
    ['is another document', () => truthOf(), '2', 'moderation.other-document'],
    ['was changed', () => ({ ...givenOf(), until: 'soon' }), '8', 'moderation.other-document'],
  ])('because the public half %s are refused', async (_, change, line, code) => {
    const home = aTeam(csv(perfect()));
    const given = change?.();
    const changed =
      given && 'cards' in given
        ? { ...given, cards: given.cards.map((card) => ({ ...card, marketId: given.marketId })) }
        : given;
    cpSync(join(made, 'secret', 'moderation-truth.json'), join(home, 'moderation-truth.json'));
    if (changed) writeFileSync(join(home, 'moderation.json'), JSON.stringify(changed, null, 2));

    const ended = await run(
      'score-predictions.ts',
      ['--truth', 'moderation-truth.json', '--predictions', 'findings.csv'],
      home,
    );

    expect({ code: ended.code, out: ended.out }).toEqual({ code: 1, out: '' });
    expect(issuesOf(ended.said)).toEqual([['moderation.json', line, code]]);
  });

  it.each([
    [['--threshold', '0.2'], '--threshold belongs to predictions about ads'],
    [['--missing', 'zero'], '--missing belongs to predictions about ads'],
    [['--moderation', 'nowhere.json'], '--moderation nowhere.json'],
    [['--moderation', '.'], '--moderation .'],
  ])('with %j are refused with 2', async (args, named) => {
    const { code, out, said } = await score(aTeam(csv(perfect())), ...args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said.split('\n')[0]).toContain(named);
    expect(said).toContain('Usage: ');
  });
});
