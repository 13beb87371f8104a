import { gzipSync } from 'node:zlib';
import { HOSTILE_TEXTS } from '../builders/hostile-texts.ts';
import { type HostileFile, holding } from './hostile-file.ts';

const DEEP = 100_000;
const MEGABYTES_100 = 100_000_000;
/** Clears a screen, names a window, turns text round, ends a line, and rings: all that a terminal obeys. */
export const ESCAPES = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202etxt.exe\u2028\r\n\u0008\u007f';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);
const utf16 = (text: string, isLittle: boolean) => {
  const written = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? written : written.swap16();
};

/** An object like the ones that the kit writes, with one field more or another one in its place. */
const like = (field: string) =>
  `{"schema":"attempt-file/1","scenario":"quiet-number","saved":"","marketId":"BUY","ads":[],"log":{"header":{},"events":[]},${field}}`;

const BYTES: readonly HostileFile[] = [
  holding('no byte', () => ''),
  holding('one byte', () => '{'),
  holding('one blank', () => ' '),
  holding('zeros', () => new Uint8Array(1_000)),
  holding('a zero in a text', () => '{"a": "b\0c"}'),
  holding('a byte order mark alone', () => '\ufeff'),
  holding('a byte order mark before a text', () => '\ufeff{"schema":"attempt-file/1"}'),
  holding('UTF-16, little end first', () => utf16('{"schema":"attempt-file/1"}', true)),
  holding('UTF-16, big end first', () => utf16('ad,probability\n0001,0.5\n', false)),
  holding('no UTF-8', () => bytes(0x7b, 0xff, 0xfe, 0xc3, 0x28, 0xf0, 0x28, 0x8c, 0x28, 0x7d)),
  holding('halves of signs, as bytes', () => bytes(0x22, 0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80, 0x22)),
  holding('a hundred megabytes in one line', () => 'x'.repeat(MEGABYTES_100)),
  holding('a hundred megabytes of line ends', () => '\n'.repeat(MEGABYTES_100)),
  holding('every byte there is', () => bytes(...Array.from({ length: 256 }, (_, byte) => byte))),
  holding('a program', () => bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0)),
  holding('a picture', () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  holding('a packed text', () => gzipSync('{"schema":"attempt-file/1"}')),
  holding('a page', () => '<!doctype html><script>alert(1)</script>'),
  holding('orders to a terminal', () => ESCAPES.repeat(100)),
];

const JSONS: readonly HostileFile[] = [
  holding('lists within lists', () => `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`),
  holding('objects within objects', () => `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
  holding('lists within lists that never end', () => '['.repeat(DEEP)),
  holding('depth within a file of ours', () => like(`"log":${'{"header":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`)),
  holding('depth within a header', () =>
    like(`"log":{"events":[],"header":{"id":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`),
  ),
  holding('depth within a report', () =>
    like(`"report":{"criteria":${'[{"evidence":'.repeat(DEEP)}1${'}]'.repeat(DEEP)}}`),
  ),
  holding('an object that is cut off', () => like('"report":{"schema":"score-rep').slice(0, -1)),
  holding('null', () => 'null'),
  holding('a number', () => '7'),
  holding('a text', () => '"attempt"'),
  holding('an empty list', () => '[]'),
  holding('an empty object', () => '{}'),
  holding('halves of signs, written out', () => like('"alias":"\\ud800 \\udfff"')),
  holding('the key __proto__', () => like('"__proto__":{"scenario":"quiet-number","polluted":true}')),
  holding('the key constructor', () => like('"constructor":{"prototype":{"polluted":true}}')),
  holding('names of the language as ids', () => like('"scenario":"__proto__","toString":1,"hasOwnProperty":0')),
  holding('the same key twice', () => like('"scenario":"other","scenario":"another"')),
  holding('a number that is infinite', () => like('"generatorVersion":1e999')),
  holding('a number that is minus nothing', () => like('"generatorVersion":-0')),
  holding('a number that is none', () => like('"generatorVersion":NaN')),
  holding('a number of a million digits', () => like(`"generatorVersion":${'9'.repeat(1_000_000)}`)),
  holding('a comma too much', () => '{"schema":"attempt-file/1",}'),
  holding('remarks', () => '// attempt\n{"schema":"attempt-file/1"}'),
  holding('two documents', () => '{"schema":"attempt-file/1"}\n{"schema":"attempt-file/1"}'),
  holding('another version of a schema', () => '{"schema":"attempt-file/-1"}'),
  holding('the next version of a schema', () => '{"schema":"attempt-file/99"}'),
  holding('orders to a terminal in every field', () => {
    const said = JSON.stringify(ESCAPES);
    return `{"schema":${said},"scenario":${said},"alias":${said},"log":{"header":{"scenario":${said},"scenarioHash":${said},"marketId":${said}},"events":[]},${said}:${said}}`;
  }),
  holding('a million fields', () => `{${Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":${n}`).join()}}`),
  holding('a million events', () => `{"header":{},"events":[${'{},'.repeat(999_999)}{}]}`),
  holding('a truth without an ad', () => '{"schema":"ground-truth/4","synthetic":true,"marketId":"x","files":[]}'),
  holding(
    'a truth of odd ads',
    () =>
      '{"schema":"ground-truth/4","synthetic":true,"marketId":"\u001b[2J","files":[{"path":"ground-truth-000.ndjson","kind":"ground-truth","rows":7},{"path":"\u001b[2J","kind":"ground-truth","rows":1e999}]}',
  ),
  holding('a test of platforms that is none', () => '{"schema":"moderation-truth/1","marketId":[[]],"faults":{}}'),
  holding(
    'a market of odd ads',
    () => '{"schema":"market/2","synthetic":true,"profile":"BUY","ads":[null,7,{"id":"\u001b[2J"}]}',
  ),
  holding('lines of which each is something else', () => 'null\n7\n[]\n{"ad":"\u001b[2J"}\n{'),
];

/** Pages of which something begins again and again and never ends; each is near to the most that a page may have. */
const MARKUPS: readonly HostileFile[] = [
  ['styles', '<style '],
  ['scripts', '<script '],
  ['remarks', '<!--'],
  ['remarks of code', '/*'],
  ['tags', '<a '],
  ['tags with texts', '<a "b c." '],
  ['names of classes', 'class="'],
  ['values', ' d={'],
  ['texts', "'"],
  ['patterns', '`\u0024{'],
  ['imports', 'import \n'],
  ['heads', '---\n'],
  ['words without a blank', 'a'],
  ['blanks', ' '],
  ['signs that are no letters', '7!'],
].map(([kind = '', begun = '']) => holding(`a page: ${kind} without end`, () => begun.repeat(390_000 / begun.length)));

const YAMLS: readonly HostileFile[] = [
  ...HOSTILE_TEXTS.map(({ holds, text }) => holding(`YAML: ${holds}`, () => text)),
  holding('YAML: an anchor within itself', () => 'a: &a\n  b: *a\n'),
  holding('YAML: a key that repeats itself', () => '&a [*a]: 1\n'),
  holding('YAML: a function as a value', () => 'id: !!js/function "function () { process.exit(0) }"\n'),
  holding('YAML: another thing as a value', () => 'id: !!python/object/apply:os.system ["id"]\n'),
  holding('YAML: bytes', () => 'id: !!binary "R0lGODlhDAAMAIQAAP"\n'),
  holding('YAML: keys that are merged', () => 'a: &a { b: 1 }\nc:\n  <<: *a\n'),
  holding('YAML: the key __proto__', () => '__proto__: { polluted: true }\nid: x\n'),
  holding(
    'YAML: the key constructor',
    () => 'id: constructor\nstates: { constructor: {}, toString: {}, hasOwnProperty: {} }\n',
  ),
  holding('YAML: two documents', () => 'id: a\n---\nid: b\n'),
  holding('YAML: a tab', () => 'id:\n\t- a\n'),
  holding('YAML: orders to a terminal', () => `id: "${ESCAPES.replaceAll(/[\r\n]/g, '')}"\n"\\e[2J": 1\n`),
  holding('YAML: numbers that are none', () => 'version: .nan\nminutes: -.inf\nseed: 0x7fffffffffffffffffff\n'),
  holding('YAML: a case of lists', () => 'id: []\nstates: []\nvariables: []\nmarket: []\n'),
];

const TABLES: readonly HostileFile[] = [
  holding('a quotation that never ends', () => `ad,probability\n"0001,0.5\n${'0002,0.5\n'.repeat(100_000)}`),
  holding('quotations everywhere', () => `ad,probability\n${'"a"b"c",0.5\n'.repeat(100_000)}`),
  holding(
    'ten thousand columns',
    () => `${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join()}\n${','.repeat(9_999)}\n`,
  ),
  holding(
    'ten thousand columns of one name',
    () => `${Array.from({ length: 10_000 }, () => 'ad').join()}\n${','.repeat(9_999)}\n`,
  ),
  holding('a million rows', () => `ad,probability\n${'9999,0.5\n'.repeat(1_000_000)}`),
  holding('rows that end in CR alone', () => 'ad,probability\r0001,0.5\r0002,0.5\r'),
  holding('semicolons', () => 'ad;probability\n0001;0,5\n'),
  holding('formulas', () => 'ad,probability\n"=cmd|\' /C calc\'!A0",0.5\n@SUM(1),=1+1\n'),
  holding('numbers that are none', () => 'ad,probability\n0001,NaN\n0002,1e999\n0003,-0\n0004,Infinity\n0005,0x1\n'),
  holding('names of the language as columns', () => '__proto__,constructor,ad,probability\n1,2,0001,0.5\n'),
  holding(
    'orders to a terminal in cells',
    () => `ad,probability,${JSON.stringify(ESCAPES)}\n"${ESCAPES}","${ESCAPES}",x\n`,
  ),
  holding('a cell of fifty megabytes', () => `ad,probability\n0001,${'9'.repeat(50_000_000)}\n`),
  holding('findings of another kind', () => 'testCard,site,finding,hours,evidence\nTC1,\u001b[2J,none,1e999,x;x;x\n'),
];

/** Texts and bytes that a careless reader falls over. */
export const HOSTILE_CONTENTS: readonly HostileFile[] = [...BYTES, ...JSONS, ...MARKUPS, ...YAMLS, ...TABLES];
