import { parseArgs } from 'node:util';
import { keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { createAdAssigner } from '#market/posts/model/assign-ads.ts';
import { canSay } from '#market/posts/model/choose-genre.ts';
import type { Persona } from '#market/posts/model/facts.ts';
import { factsOfServices } from '#market/posts/model/facts-of-services.ts';
import { factsOfWork } from '#market/posts/model/facts-of-work.ts';
import { compileGenre, type Genre } from '#market/posts/model/genre.ts';
import type { Half } from '#market/posts/model/genre-schemas.ts';
import { HANDS } from '#market/posts/model/typing.ts';
import { createPostWriter, ORDINARY, type WrittenPost } from '#market/posts/model/write-post.ts';
import { GENRE_FOLDER, loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { badArgument, command, orFail, readArguments, wholeNumber } from './command/command-line.ts';
import { printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';

const HELP = `Usage: npm run -s read-posts -- [--genre solo] [--half practice] [--count 20] [--seed s] [--signs 6]
                                  [--says ID,ID] [--elsewhere ID,ID] [--first] [--pairs]
Prints ads as the genres of ${GENRE_FOLDER}/ give them, with fields, signs, edits, removed lines and comments, to be read
by people.
  --half       practice or assessment
  --signs      how many of a hundred ads say each sign
  --says       what every ad says, or none; nothing is drawn then
  --elsewhere  what stands elsewhere, such as in a field
  --first      no re-posts
  --pairs      prints no ads, but the pairs of signs for which the genre has no line that fits`;

const STEPS = { services: 5, jobs: 50, social: 50 } as const;
const REPOSTS = 2;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        genre: { type: 'string', default: 'solo' },
        half: { type: 'string', default: 'practice' },
        count: { type: 'string', default: '20' },
        seed: { type: 'string', default: 's' },
        signs: { type: 'string', default: '6' },
        says: { type: 'string' },
        elsewhere: { type: 'string', default: '' },
        first: { type: 'boolean', default: false },
        pairs: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const written = orFail(loadGenres(createProjectFiles(ROOT)));
  const ids = written.genres.map(({ genre }) => genre).join(', ');
  const source = written.genres.find(({ genre }) => genre === values.genre) ?? badArgument(`--genre is one of ${ids}.`);
  const half = ['practice', 'assessment'].includes(values.half) ? (values.half as Half) : badArgument('--half');
  const genre = compileGenre(source, written.ads[source.genre] ?? [], written.families[source.family], half);
  const count = wholeNumber('--count', values.count);
  const key = (use: string) => keyedFunction(keyFor(values.seed, use));
  const { catalogue, lexicon, profiles } = shippedLibrary();
  const settings = [...profiles.values()].filter(({ family }) => family === genre.family);
  const towns = settings.flatMap((setting) => setting.towns.map(({ name }) => name));
  const hours = key('hours');
  const shared = (persona: number, n: number) => hours(persona, n, 0);
  const work = factsOfWork(shared);
  const write = createPostWriter(
    { services: factsOfServices(shared, lexicon.names, towns), jobs: work, social: work },
    { masters: key('m'), facts: key('f'), edits: key('e'), around: key('r') },
  );
  const assign = createAdAssigner(key('m'));
  const draw = key('x');
  const elsewhere = listed(values.elsewhere);
  for (const option of ['says', 'elsewhere'] as const)
    for (const id of listed(values[option] ?? ''))
      if (id !== 'none' && !catalogue.has(id)) badArgument(`--${option} ${id}: no sign, trap or cue has this id.`);

  function drawn(number: number): Drawn {
    const d = (n: number, bound: number) => draw(number, n, 0) % bound;
    const of = <T>(n: number, list: readonly T[]) => list[d(n, list.length)] as T;
    const chance = (n: number) => d(n, 100) < Number(values.signs);
    const setting = of(0, settings);
    const town = of(1, setting.towns);
    const step = STEPS[genre.family];
    const persona = {
      number,
      name: of(2, lexicon.names),
      other: of(3, lexicon.names),
      town: town.name,
      amount: Math.round((town.median * (85 + d(4, 45))) / 100 / step) * step,
      phone: `+999 500 00${1 + d(5, 8)} ${100 + d(6, 899)}`,
      handle: `$sim-${1000 + d(7, 8999)}`,
      house: of(8, genre.family === 'services' ? lexicon.houses : lexicon.employers),
      reg: `SIM-${1000 + d(9, 8999)}`,
      origin: of(10, lexicon.origins),
      languages: setting.languages.slice(0, 1 + d(11, 2)),
      sector: of(12, genre.sectors ?? lexicon.sectors),
      isAlwaysOpen: false,
    };
    const says =
      values.says === undefined ? [...genre.slotsOf.keys()].filter((_, n) => chance(50 + n)) : listed(values.says);
    // Who states a number in a register is not asked which company it is.
    const commented = [...genre.comments.signs.keys()].filter(
      (id, n) => chance(80 + n) && !(id === 'lj-vague-employer' && says.includes('declared-business-id')),
    );
    return { persona, says, commented, d };
  }

  /** The posts of one master text; none where the genre has no line for what they are to say. */
  function posts(number: number, count: number, { persona, says, commented, d }: Drawn): WrittenPost[] {
    const beside = [...elsewhere, ...commented];
    if (!canSay(genre, says, beside)) return [];
    const hand = HANDS[d(14, HANDS.length)] as (typeof HANDS)[number];
    const order = { genre, hand, showsHand: false, says, elsewhere: beside, master: number };
    const assigned = assign({ ...order, namesPerson: false, sector: persona.sector });
    const removed = [...(genre.removed?.signs.keys() ?? []), ORDINARY][d(13, 2)];
    return Array.from({ length: count }, (_, nth) =>
      write({
        ...order,
        hand: assigned.ad.hand,
        assigned,
        persona,
        amounts: [0, 1e6],
        leftOver: undefined,
        nth,
        removed: nth === 0 && d(15, 4) === 0 ? removed : undefined,
        commented: nth === 0 ? commented : [],
        row: number * 10 + nth,
      }),
    );
  }

  if (values.pairs) {
    const signs = [...genre.slotsOf.keys()];
    for (const [n, one] of signs.entries())
      for (const other of signs.slice(n + 1))
        if (!canSay(genre, [one, other], elsewhere)) printLines(io, `${one} + ${other}: no line`);
    return 0;
  }
  for (let p = 0; p < count; p++) {
    const order = drawn(p);
    const written = posts(p, values.first ? 1 : 1 + REPOSTS, order);
    if (written.length === 0) printLines(io, `\n#${p} NO LINE for ${order.says.join(' ')}`);
    for (const [nth, one] of written.entries())
      if (nth === 0 || one.edit !== 'none') printLines(io, ...linesOf(p, nth, order, one, genre));
  }
  return 0;
});

/** What is drawn for one ad of the reading. */
interface Drawn {
  readonly persona: Persona;
  readonly says: readonly string[];
  readonly commented: readonly string[];
  readonly d: (n: number, bound: number) => number;
}

const listed = (text: string) => text.split(',').filter((id) => id !== '' && id !== 'none');

/** The fields beside an ad, as far as its text can contradict them. */
const fieldsOf = (
  { house, reg, town, sector, phone, languages, handle, other }: Persona,
  amount: number,
  job: boolean,
) =>
  job
    ? `${town} | ${sector} | SIM ${amount} a month | ${house} ${reg} | ${phone}`
    : `${town} | SIM ${amount} 1 h | ${phone} | ${languages} | ${house} ${reg} | ${handle} ${other}`;

function linesOf(number: number, nth: number, { persona, says }: Drawn, post: WrittenPost, genre: Genre): string[] {
  const { removed } = post;
  const texts = post.lines.map(({ text }) => text);
  const fields = fieldsOf(persona, post.amount, genre.family !== 'services');
  return [
    `\n${nth === 0 ? `#${number}` : `  again (${post.edit})`} ${post.title}`,
    ...(nth === 0 ? [`   [${fields}] ${says.join(' ')}`] : []),
    ...(post.run ? [texts.join(' ')] : texts).map((text) => `   ${text}`),
    ...(removed ? [`   (first ${removed.minutes} min: ${removed.text}) ${removed.shows ?? ''}`] : []),
    ...post.comments.map(({ isOwn, text, shows }) => `     ${isOwn ? '  (advertiser)' : '-'} ${text} ${shows ?? ''}`),
  ];
}

if (import.meta.main) await runCommand(main);
