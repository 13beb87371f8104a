import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import { run, runProcess } from './a-command.ts';

const COMMANDS = readdirSync(join(ROOT, 'scripts')).filter((name) => name.endsWith('.ts'));
const BUY = ['--profile', 'BUY', '--out', 'market'];
const MARKET = [...BUY, '--preset', 'mini', '--seed', '1'];

describe('a command of the kit', () => {
  // That each command becomes a process in the same way is told from its text, in tests/architecture/commands.test.ts.
  it.each([
    ...COMMANDS.map((command) => ({ command, as: 'a call', does: run })),
    ...['play.ts', 'serve-site.ts'].map((command) => ({ command, as: 'a process', does: runProcess })),
  ])('$command explains itself as $as, and ends well', async ({ command, does }) => {
    const { code, out, said } = await does(command, ['--help']);

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(/^Usage: .+\n[A-Z ]/);
  });

  it('is one of many', () => {
    expect(COMMANDS.length).toBeGreaterThan(25);
  });

  it.each([
    ['generate-market.ts', ['--sed', '42'], '--sed'],
    ['generate-market.ts', [...MARKET, '--prevalence', 'needle'], '--prevalence NEEDLE'],
    ['generate-market.ts', [...MARKET, '--ads', '500'], '--preset and --ads'],
    ['generate-market.ts', [...BUY, '--seed', '1'], '--preset or --ads'],
    ['generate-market.ts', [...BUY, '--seed', '1', '--ads', '0'], '--ads 0'],
    ['generate-market.ts', [...BUY, '--seed', '1', '--ads', '1000001'], '--ads 1000001'],
    ['generate-market.ts', [...BUY, '--seed', '1', '--ads', 'many'], '--ads many'],
    ['generate-market.ts', [...MARKET, '--assessment'], '--assessment'],
    ['generate-market.ts', [...MARKET, '--intensity', '4'], '--intensity 4'],
    ['generate-market.ts', [...MARKET, '--false-bridges', 'few'], '--false-bridges few'],
    ['generate-market.ts', [...MARKET, '--formats', 'csv,xlsx'], '--formats csv,xlsx'],
    ['generate-market.ts', [...BUY, '--preset', 'mini'], '--seed is missing'],
    ['generate-market.ts', [...MARKET, '--moderation=yes'], '--moderation'],
    ['score-predictions.ts', ['--truth', 'no-such-file.json', '--predictions', 'p.csv'], '--truth no-such-file.json'],
    ['score-predictions.ts', ['--truth', '.', '--predictions', 'p', '--public', 'no-such'], '--public no-such'],
    ['bench-markets.ts', ['--split', 'dev'], '--out is missing'],
    ['bench-markets.ts', ['--split', 'hidden', '--out', 'a'], '--split hidden'],
    ['bench-markets.ts', ['--split', 'dev', '--out', 'a', '--markets', '3'], '--markets 3'],
    ['bench-tool.ts', ['--split', 'dev'], '--tool is missing'],
    ['bench-tool.ts', ['--tool', 'x {ads} {records}', '--track', 'records,page'], '{records}'],
    ['bench-tool.ts', ['--tool', 'x {records}', '--track', 'page,linking'], 'give --track linking with it'],
    ['bench-tool.ts', ['--tool', 'x {records}'], 'choose --track records or --track linking'],
    ['bench-tool.ts', ['--tool', 'x', '--track', 'pages'], '--track pages'],
    ['bench-tool.ts', ['--tool', 'x', '--rules', 'half'], '--rules half'],
    ['bench-markets.ts', ['--check', 'no-such-folder'], '--check no-such-folder'],
    ['bench-tool.ts', ['--tool', 'x', '--split', 'test'], '--split test'],
    ['bench-tool.ts', ['--tool', 'x', '--profile', 'BUY,XYZ'], 'XYZ'],
    ['bench-tool.ts', ['--tool', 'x', '--markets', 'no-such-folder'], '--markets no-such-folder'],
    ['bench-tool.ts', ['--tool', 'x', '--tables', 'y'], '--tool and --tables'],
    ['bench-tool.ts', ['--tables', 'no-such-folder'], '--tables no-such-folder'],
    ['bench-tool.ts', ['--tool', 'x', '--name', 'n'.repeat(81)], '--name'],
    ['bench-table.ts', ['a.json'], '--out is missing'],
    ['bench-table.ts', ['--out', 'a.html'], 'Name the results'],
    ['bench-table.ts', ['--out', 'a.html', '--title', ' ', 'a.json'], '--title'],
    ['bench-tool.ts', ['--tool', 'x', '--compare', 'no-such-file.json'], '--compare no-such-file.json'],
    ['lint-content.ts', ['no-such-file.json'], 'no-such-file.json'],
    ['check-places.ts', ['no-such-file.yaml'], 'no-such-file.yaml'],
    ['update-weights.ts', ['--seeds', '3'], '--seeds'],
    ['time-functions.ts', ['--only', 'no-such-row'], '--only no-such-row'],
    ['check-scenarios.ts', ['no-such-folder'], 'no-such-folder'],
    ['check-scenarios.ts', ['.'], 'there is no case'],
    ['play.ts', ['--scenario', '../content', '--policy', 'oracle'], '--scenario ../content'],
    ['score-attempt.ts', ['--log', 'no-such-file.json'], '--log no-such-file.json'],
    ['export-locker.ts', ['--scenario', 'quiet-number', '--policy', 'oracle'], '--out is missing'],
    ['export-locker.ts', ['--scenario', 'no-such', '--policy', 'oracle', '--out', 'a.zip'], '--scenario no-such'],
    ['verify-locker.ts', [], 'missing'],
    ['verify-locker.ts', ['no-such-file.zip'], 'no-such-file.zip'],
    ['answer-timestamp.ts', ['no-such-file.tsq'], 'no-such-file.tsq'],
    ['pack-room.ts', [], '--out is missing'],
    ['pack-room.ts', ['--out', 'room', '--case', 'no-such'], '--case no-such'],
    ['workshop.ts', ['--minutes', 'many'], '--minutes many'],
    ['workshop.ts', ['--address', '127.0.0.1', '--answers', 'never'], '--answers never'],
    ['find-fair-seeds.ts', [], '--scenario is missing'],
    ['find-fair-seeds.ts', ['--scenario', 'find-house-pages', '--tries', 'many'], '--tries many'],
    ['read-posts.ts', ['--count', '0'], '--count 0'],
    ['read-posts.ts', ['--says', 'no-such-sign'], '--says no-such-sign'],
  ])('%s %j names what is wrong and ends with 2', async (command, args, named) => {
    const { code, out, said } = await run(command, args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said.split('\n')[0]).toContain(named);
    expect(said).toContain('Usage: ');
    // The whole help of some commands would scroll the error out of a terminal.
    expect(said).toMatch(/\n--help shows all\.\n$/);
    expect(said.split('\n').length).toBeLessThan(14);
    expect(said).not.toMatch(/\n +at /);
  });
});
