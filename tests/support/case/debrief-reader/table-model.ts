/**
 * The model of the table-top once more, written down from its description and not from the program: for each measure its
 * cost, and its low and high end on H, E, V, S and R.
 */
const MODEL = `
A1 3  3..8  2..5  0..3  0..0  -2..0
A2 2  3..9  1..4  -2..0  -2..1  -3..0
A3 1  1..5  0..0  0..2  3..8  2..5
A4 4  -2..6  0..2  -3..0  -6..-1  -8..-3
A5 1  1..6  0..0  0..0  -3..2  -2..0
B1 1  -1..2  0..1  0..0  0..0  0..1
B2 3  4..9  1..4  -2..0  2..6  -2..3
B3 5  2..8  1..4  -10..-3  -8..1  -10..-4
B4 2  1..3  -2..1  0..0  2..6  0..4
B5 3  3..8  8..16  -3..0  -2..1  -5..-1
C1 2  2..6  1..4  -4..-1  -1..2  -2..1
C2 3  -4..8  -4..1  -15..-2  -10..0  -8..-2
C3 4  -12..18  -12..0  -30..0  -22..0  -14..-4
C4 5  1..8  1..5  -8..-1  -3..6  -3..1
C5 2  -3..10  1..6  0..2  0..2  0..0
D1 1  1..4  1..3  0..0  -1..1  -1..1
D2 4  0..10  1..5  -8..-1  -5..1  -1..1
D3 3  2..6  3..8  1..5  0..0  -3..0
D4 3  3..8  1..4  1..4  4..9  1..4
D5 2  1..6  0..3  -4..0  -6..1  -2..0`;

export interface Row {
  readonly cost: number;
  readonly H: readonly number[];
  readonly E: readonly number[];
  readonly V: readonly number[];
  readonly S: readonly number[];
  readonly R: readonly number[];
}

export const TABLE: Readonly<Record<string, Row>> = Object.fromEntries(
  MODEL.trim()
    .split('\n')
    .map((line) => {
      const [id = '', cost, ...ranges] = line.split(/\s+/);
      const [H = [], E = [], V = [], S = [], R = []] = ranges.map((range) => range.split('..').map(Number));
      return [id, { cost: Number(cost), H, E, V, S, R }];
    }),
);

const lists = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...items] = line.split(/\s+/);
        return [name, items];
      }),
  );

/** The measures to which a finding or a card about each topic speaks. */
export const SPOKEN_TO = lists(`
ownership A1 C4 D2
code A2 B1
edits A2 C1
routes A2 A5 B2 C1
lawful A3 A4 B2
livelihood A3 B3 C3 C4 D4
checks A4 B3
public A5 D5
capacity B2
removal B4
referral B5 C1 C5
records B5
closure C2 C3 C4
displacement C2 C3 D3
cooperation C5 D3
law D1 D2 D3
support D4`);

/** The measures that each safeguard softens. */
export const SOFTENED_BY = lists(`
data A1 A4 B3 B5 D3
hearing A2 A4 A5 B2 C1 C2 C3
narrow B2 C2 D1
basis B3 C1 C2 C3 D3
support C3 C4 D2 D5`);

/** Who objects to each measure, in the order of the seats. */
export const OBJECTING = lists(`
A1 data-protection
A2 prosecutor
A3 ministry
A4 data-protection
A5 sellers
B1 survivors
B2 four-towns
B3 sellers data-protection
B4 police
B5 four-towns
C1 ostrel
C2 support region
C3 sellers support
C4 police ostrel
C5 survivors
D1 prosecutor
D2 ostrel
D3 data-protection
D4 ministry
D5 sellers`);

export const TEN_SEATS = [
  'ministry',
  'police',
  'prosecutor',
  'survivors',
  'sellers',
  'support',
  'four-towns',
  'ostrel',
  'data-protection',
  'region',
];

/** What each view makes of a measure, by hand. */
export const WEAKER: Readonly<Record<string, readonly string[]>> = { whole: ['C5'], networks: [], worst: ['C3'] };
export const STRONGER: Readonly<Record<string, readonly string[]>> = {
  whole: ['C3'],
  networks: ['C5', 'D2'],
  worst: ['C4'],
};
/** Measures whose worst end lowers S or R by eight points or more. */
export const HEAVY = ['A4', 'B3', 'C2', 'C3'];
