// @ts-check

/** `@font-face` rules to keep: Latin and local fonts. Fonts of other scripts load with the complete style sheet. */
const FIRST_FONT = /-latin-wght-|src:\s*local\(/;

/** Classes that a script sets before the complete style sheet has loaded. */
const SET_BY_SCRIPT = ['wide'];

/**
 * The rules of a style sheet that can match an element of a page, in order and inside their layers. Keeps a rule when
 * in doubt: attribute selectors and the arguments of :is(), :not() and the like are not checked. Leaves out print
 * rules.
 *
 * @param {string} html
 * @param {string} css
 */
export function rulesFor(html, css) {
  const page = wordsOf(html);
  const rules = kept(css, page);
  // The order of first mention ranks the layers, including those without a kept rule.
  const layers = new Set([...css.matchAll(/@layer\s+([\w-]+)\s*\{/g)].map(([, name]) => name));
  const order = layers.size > 0 ? `@layer ${[...layers].join(',')};` : '';
  return (
    order +
    rules.replace(/@keyframes\s+([\w-]+)\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, (whole, name) =>
      rules.split(name).length > 2 ? whole : '',
    )
  );
}

/**
 * All classes, tags and ids of the page.
 *
 * @param {string} html
 */
function wordsOf(html) {
  const classes = new Set(SET_BY_SCRIPT);
  for (const [, names] of html.matchAll(/\sclass="([^"]*)"/g))
    for (const name of (names ?? '').split(/\s+/)) classes.add(name);
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9-]*)/g)].map(([, tag]) => tag));
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  return { classes, tags, ids };
}

/**
 * @param {string} css
 * @param {ReturnType<typeof wordsOf>} page
 * @returns {string}
 */
function kept(css, page) {
  let out = '';
  for (const { head, body } of piecesOf(css)) {
    if (body === undefined) out += head;
    else if (/^@(?:media|layer|supports|container)\b/.test(head)) {
      const inner = /\bprint\b/.test(head) ? '' : kept(body, page);
      if (inner) out += `${head}{${inner}}`;
    } else if (head.startsWith('@font-face') ? FIRST_FONT.test(body) : head.startsWith('@') || fits(head, page))
      out += `${head}{${body}}`;
  }
  return out;
}

/**
 * Statements and blocks at one level of nesting. Quoted strings are skipped.
 *
 * @param {string} css
 */
function* piecesOf(css) {
  let depth = 0;
  let start = 0;
  let open = 0;
  for (const { 0: token, index } of css.matchAll(/\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]/g)) {
    if (token === '{') {
      if (depth === 0) open = index;
      depth += 1;
    } else if (token === '}') {
      depth -= 1;
      if (depth > 0) continue;
      yield { head: css.slice(start, open).trim(), body: css.slice(open + 1, index) };
      start = index + 1;
    } else if (token === ';' && depth === 0) {
      yield { head: css.slice(start, index + 1).trim(), body: undefined };
      start = index + 1;
    } else if (token.startsWith('/*') && depth === 0) start = index + token.length;
  }
}

/**
 * @param {string} selectors
 * @param {ReturnType<typeof wordsOf>} page
 */
function fits(selectors, { classes, tags, ids }) {
  let bare = selectors.replace(/"[^"]*"|'[^']*'/g, '').replace(/\[[^\]]*\]/g, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/\([^()]*\)/g, '');
  }
  return bare.split(',').some((selector) => {
    const named = selector.replace(/::?[a-z-]+/g, '');
    return [...named.matchAll(/([.#]?)([a-zA-Z_][\w-]*)/g)].every(([, sign, name = '']) =>
      (sign === '.' ? classes : sign === '#' ? ids : tags).has(name),
    );
  });
}
