import { parseArgs } from 'node:util';
import { stream } from '#kernel/model/rng.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { TEXT_KINDS, type TextKind } from '#market/text/model/kinds-of-text.ts';
import { compileLanguage, languageOfMarket } from '#market/text/model/language.ts';
import { createPicks } from '#market/text/model/picks.ts';
import { createTextWriter } from '#market/text/model/write-text.ts';
import { LANGUAGE_FOLDER, type LanguageHalf, loadLanguage } from '#market/text/use-cases/load-language.ts';
import { badArgument, command, orFail, readArguments, wholeNumber } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';

const HELP = `Usage: npm run -s read-ad-texts -- [--family services] [--kind profile] [--half practice] [--count 10] [--seed a]
                                   [--says ID] [--quiet]
Prints texts of ads as the language files of ${LANGUAGE_FOLDER}/ give them, to be read by people. Ends with 1 where a
template is wrong, and names all wrong ones.
  --family  services, jobs or social
  --kind    ${TEXT_KINDS.join(', ')}
  --half    practice or assessment
  --says    every text shows this sign, cue or trap
  --quiet   only check the files`;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        family: { type: 'string', default: 'services' },
        kind: { type: 'string', default: 'profile' },
        half: { type: 'string', default: 'practice' },
        count: { type: 'string', default: '10' },
        seed: { type: 'string', default: 'a' },
        says: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const { says, seed } = values;
  const family = oneOf('family', values.family, Object.keys(FAMILIES)) as Family;
  const kind = oneOf('kind', values.kind, TEXT_KINDS) as TextKind;
  const half = oneOf('half', values.half, ['practice', 'assessment']) as LanguageHalf;
  const language = compileLanguage(orFail(loadLanguage(createProjectFiles(ROOT), half)));
  if (values.quiet) return 0;
  const count = wholeNumber('--count', values.count);
  const plan = FAMILIES[family].said;
  const forced = says === undefined ? -1 : plan.findIndex(({ id }) => id === says);
  if (says !== undefined && forced === -1)
    badArgument(`--says ${says}: not in ${plan.map(({ id }) => id).join(', ')}.`);
  const { lexicon, profiles } = shippedLibrary();
  const profile = [...profiles.values()].find((one) => one.family === family) ?? badArgument('no profile');
  const draws = stream(seed, 'sample');
  const [textRng, saidRng, voiceRng] = [stream(seed, 'text'), stream(seed, 'said'), stream(seed, 'voice')];
  const write = createTextWriter(languageOfMarket(language, seed), {
    texts: createPicks(textRng),
    said: createPicks(saidRng),
    voices: createPicks(voiceRng),
    facts: stream(seed, 'facts'),
    spellings: stream(seed, 'spellings'),
  });
  const one = <Item>(list: readonly Item[]) => list[draws.int(list.length)] as Item;
  for (let n = 0; n < count; n++) {
    let said = forced >= 0 ? 1 << forced : 0;
    for (let bits = draws.int(3); bits > 0; bits--) said |= 1 << draws.int(plan.length);
    const persons = (family === 'services' && (said & 1) === 1 ? ['she', 'he', 'they'] : ['I', 'I', 'I', 'we']) as (
      | 'I'
      | 'we'
      | 'she'
    )[];
    const houses = family === 'services' ? lexicon.houses : lexicon.employers;
    const [home, away] = [draws.int(profile.towns.length), 1 + draws.int(profile.towns.length - 1)];
    const values = [
      one(lexicon.names),
      one(lexicon.names),
      profile.towns[home]?.name ?? '',
      profile.towns[(home + away) % profile.towns.length]?.name ?? '',
      one(houses),
      `SIM-${1000 + draws.int(9000)}`,
      one(lexicon.origins),
      one(profile.languages),
      one(lexicon.sectors),
    ];
    const text = write({ family, kind, said, author: n, persona: n, person: one(persons), values, draw: n });
    const shown = text.sentences.map((sentence, at) => {
      const [bit, look] = [text.bits[at] as number, text.looks[at] as number];
      const mark = bit >= 0 ? `  <- ${plan[bit]?.id}` : look >= 0 ? `  (like ${plan[look]?.id})` : '';
      return `  ${sentence}${mark}`;
    });
    io.out(`#${n + 1} ${text.layout}\n${shown.join('\n')}\n`);
  }
  return 0;
});

function oneOf(option: string, value: string, known: readonly string[]): string {
  return known.includes(value) ? value : badArgument(`--${option} ${value}: one of ${known.join(', ')}.`);
}

if (import.meta.main) await runCommand(main);
