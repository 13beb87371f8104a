import { describe, expect, it } from 'vitest';
import { run } from './a-command.ts';

const COMMANDS = [
  'generate-market.ts',
  'check-scenarios.ts',
  'new-scenario.ts',
  'play.ts',
  'score-attempt.ts',
  'update-golden.ts',
];
const MARKET = ['--profile', 'BUY', '--preset', 'mini', '--seed', '1', '--out', 'market'];

describe('a command of the kit', { timeout: 20_000 }, () => {
  it('explains itself and ends well', async () => {
    const ended = await Promise.all(COMMANDS.map((command) => run(command, ['--help'])));

    for (const { code, out, said } of ended) {
      expect({ code, said }).toEqual({ code: 0, said: '' });
      expect(out).toMatch(/^Usage: .+\n[A-Z ]/);
    }
  });

  it.each([
    ['generate-market.ts', ['--sed', '42'], '--sed'],
    ['generate-market.ts', [...MARKET, '--prevalence', 'needle'], '--prevalence NEEDLE'],
    ['check-scenarios.ts', ['no-such-folder'], 'no-such-folder'],
    ['check-scenarios.ts', ['.'], 'there is no case'],
    ['play.ts', ['--scenario', '../content', '--policy', 'oracle'], '--scenario ../content'],
    ['score-attempt.ts', ['--log', 'no-such-file.json'], '--log no-such-file.json'],
  ])('%s %j names what is wrong and ends with 2', async (command, args, named) => {
    const { code, out, said } = await run(command, args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said.split('\n')[0]).toContain(named);
    expect(said).toContain('Usage: ');
    expect(said).not.toMatch(/\n +at /);
  });
});
