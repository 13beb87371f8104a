import { keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import { createAdAssigner } from '#market/posts/model/assign-ads.ts';
import type { Persona } from '#market/posts/model/facts.ts';
import { factsOfServices } from '#market/posts/model/facts-of-services.ts';
import { factsOfWork } from '#market/posts/model/facts-of-work.ts';
import { compileGenre, type Genre } from '#market/posts/model/genre.ts';
import type { Half } from '#market/posts/model/genre-schemas.ts';
import { HANDS } from '#market/posts/model/typing.ts';
import { createPostWriter, type PostOrder, type WrittenPost } from '#market/posts/model/write-post.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { PROJECT } from '../../builders/the-library.ts';

const loaded = loadGenres(PROJECT);
if (!loaded.ok) throw new Error(`The genres do not load: ${JSON.stringify(loaded.issues.slice(0, 3))}`);

/** The genres as authored. */
export const GENRES = loaded.value;

/** All genres with the wordings of one half. */
export const genresOf = (half: Half): Genre[] =>
  GENRES.genres.map((genre) => compileGenre(genre, GENRES.ads[genre.genre] ?? [], GENRES.families[genre.family], half));

export const HALVES: readonly Half[] = ['practice', 'assessment'];

/** Names of which a house names its hosts. */
export const TOWNS: readonly string[] = ['Marrin', 'Ostrel', 'Kelvast'];
export const NAMES: readonly string[] = ['Alba', 'Nika', 'Sorin', 'Luz', 'Kora', 'Timo', 'Mira', 'Zola'];

/** What a test decides about a post; everything else is drawn. */
export type AskedPost = Partial<Omit<PostOrder, 'assigned' | 'genre' | 'master'>>;

/** A writer of posts with draws of their own for each seed: each number is a master text of its own. */
export function postWriter(seed: string) {
  const of = (use: string) => keyedFunction(keyFor(seed, use));
  const shared = of('shared');
  const draw = (persona: number, n: number) => shared(persona, n, 0);
  const work = factsOfWork(draw);
  const write = createPostWriter(
    { services: factsOfServices(draw, NAMES, TOWNS), jobs: work, social: work },
    { masters: of('masters'), facts: of('facts'), edits: of('edits'), around: of('around') },
  );
  const assign = createAdAssigner(of('masters'));
  return (genre: Genre, number: number, asked: readonly AskedPost[] = [{}]): WrittenPost[] => {
    const [first = {}] = asked;
    const persona = { ...PERSONA, number, amount: genre.family === 'services' ? 150 : 2150 };
    const sector = genre.sectors?.[0] ?? persona.sector;
    const order = {
      genre,
      hand: HANDS[number % HANDS.length] ?? 'plain',
      showsHand: false,
      says: [],
      elsewhere: [],
      ...first,
      master: number,
    };
    const assigned = assign({ ...order, namesPerson: first.leftOver !== undefined, sector });
    return asked.map((more) =>
      write({
        ...order,
        hand: assigned.ad.hand,
        assigned,
        persona: { ...persona, sector },
        amounts: [0, 100_000],
        leftOver: undefined,
        nth: 0,
        removed: undefined,
        commented: [],
        row: number,
        ...more,
      }),
    );
  };
}

export const PERSONA: Persona = {
  number: 7,
  name: 'Mira',
  other: 'Tarin',
  town: 'Ostrel',
  amount: 150,
  phone: '+999 500 004 417',
  handle: '$sim-4493',
  house: 'House Wren',
  reg: 'SIM-5040',
  origin: 'Orlind',
  languages: ['Tessaval', 'Orlish'],
  sector: 'kitchen',
  isAlwaysOpen: false,
};
