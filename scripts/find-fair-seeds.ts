import { parseArgs } from 'node:util';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { caseMarketOrder } from '#library/cases/use-cases/case-market-order.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { shippedCases } from './attempts/load-shipped-case.ts';
import { badArgument, command, orFail, readArguments, wholeNumber } from './command/command-line.ts';
import { printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { imbalancesOf } from './market/label-balance.ts';

const HELP = `Usage: npm run -s find-fair-seeds -- --scenario ID [--count 3] [--tries 3000]
Looks for seeds of the market of a case in which no label of a person stands for control: every label has about the
share of controlled ads of the market, and the ideal reader of pages flags others as evenly as chance would.
  --scenario   a folder of scenarios/
  --count      seeds to find (default 3)
  --tries      seeds to look at (default 3000)`;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        scenario: { type: 'string' },
        count: { type: 'string', default: '3' },
        tries: { type: 'string', default: '3000' },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const id = values.scenario ?? badArgument('--scenario is missing.');
  const known = shippedCases();
  if (!known.includes(id)) badArgument(`--scenario ${id}: there is no such case. Known: ${known.join(', ')}.`);
  const library = shippedLibrary();
  const { source, profile } = orFail(loadCase(createProjectFiles(ROOT), `scenarios/${id}`, library));
  const [count, tries] = [wholeNumber('--count', values.count), wholeNumber('--tries', values.tries)];
  const stem = source.market.seed.replace(/-\d+$/, '');
  const found: string[] = [];
  for (let n = 1; n <= tries && found.length < count; n++) {
    const drawn = drawMarket(caseMarketOrder(source, profile, library, { seed: `${stem}-${n}` }));
    if (imbalancesOf(drawn).length === 0) found.push(drawn.order.seed);
  }
  printLines(io, ...(found.length > 0 ? found : [`No seed among ${tries}. Try more, or a larger market.`]));
  return found.length > 0 ? 0 : 1;
});

if (import.meta.main) await runCommand(main);
