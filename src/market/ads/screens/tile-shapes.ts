/** An abstract picture: ground and figure by the classes of the style sheet, and the outline of the figure. */
export interface TileShapes {
  readonly ground: string;
  readonly figure: string;
  readonly path: string;
}

const TONES = [
  ['t-a', 't-b'],
  ['t-c', 't-d'],
  ['t-e', 't-f'],
] as const;

/** Cells in a row and their size in units of the viewBox of 100. */
const CELLS = 4;
const SIZE = 100 / CELLS;

/**
 * Quarter discs, triangles and squares drawn from the id alone, so that one picture id looks the same in every ad.
 * Nothing in it can be read as a body or a face (rule C04).
 */
export function tileShapes(id: string): TileShapes {
  const draw = draws(id);
  const [ground, figure] = TONES[draw(TONES.length)] ?? TONES[0];
  let path = '';
  for (let row = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++) path += cell(draw(10), column * SIZE, row * SIZE);
  }
  return { ground, figure, path };
}

/** One cell: 0 and 1 stay empty, 2 to 5 are quarter discs, 6 to 9 triangles, each in four turns. */
function cell(shape: number, x: number, y: number): string {
  if (shape < 2) return '';
  const [right, down] = [x + SIZE, y + SIZE];
  const corners = [
    [x, y, right, y, x, down],
    [right, y, right, down, x, y],
    [right, down, x, down, right, y],
    [x, down, x, y, right, down],
  ] as const;
  const [cornerX, cornerY, fromX, fromY, toX, toY] = corners[(shape - 2) % 4] ?? corners[0];
  const edge = shape < 6 ? `A${SIZE} ${SIZE} 0 0 1 ${toX} ${toY}` : `L${toX} ${toY}`;
  return `M${cornerX} ${cornerY}L${fromX} ${fromY}${edge}Z`;
}

/** Draws below a bound that depend on the text only (FNV-1a, then xorshift). A picture needs no better chance. */
function draws(text: string): (bound: number) => number {
  let state = 0x811c9dc5;
  for (const sign of text) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  state |= 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
