import { beforeAll, describe, expect, it } from 'vitest';
import { fileStates } from '#evidence/locker/model/file-states.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { required } from '#kernel/model/invariant.ts';
import { type Bag, bagOf, openBag } from '../../../../support/builders/a-bag.ts';
import { aLocker, SAY } from '../../../../support/builders/a-locker.ts';
import { forged, textIn } from '../../../../support/evidence/locker/forge-bag.ts';
import { inFull } from '../../../../support/in-full.ts';

let locker: Locker;
let bag: Bag;
let head: string;

beforeAll(async () => {
  locker = aLocker('scenarios/two-addresses');
  bag = await bagOf(locker);
  head = required(locker.custody.at(-1), 'an entry').hash;
});

/** The report that a reader gets who has the true head of the log and the words of the kit. */
const reportOn = (changed: Bag): Promise<LockerReport> =>
  verifyLocker(openBag(changed), { expectHead: head, say: SAY });
const codesOf = ({ issues }: LockerReport) => [...new Set(issues.map(({ code }) => code))];

const WARC = 'capture.warc.gz';

/** What a forger does to a file of each kind, with the log left as it is. */
const FORGERIES: readonly (readonly [file: string, forge: (bag: Bag) => Bag, code: string])[] = [
  [
    'a letter',
    (from) =>
      forged(from, {
        'data/letters/request-1.json': textIn(from, 'data/letters/request-1.json').replace(
          /"authority":"[^"]*"/,
          '"authority":"Judge of the court"',
        ),
      }),
    'locker.letter-other',
  ],
  [
    'a letter that is taken out',
    (from) => forged(from, { 'data/letters/request-1.json': undefined }),
    'locker.letter-lost',
  ],
  ['a letter that is added', (from) => forged(from, { 'data/letters/request-2.json': '{}' }), 'locker.letter-unlogged'],
  [
    'the account page',
    (from) => forged(from, { 'data/items/EV-001/around/account.txt': 'another account\n' }),
    'locker.copy-other',
  ],
  [
    'the versions',
    (from) => forged(from, { 'data/items/EV-001/around/versions.txt': 'no versions\n' }),
    'locker.copy-other',
  ],
  [
    'a context that is taken out',
    (from) => forged(from, { 'data/items/EV-001/around/versions.txt': undefined }),
    'locker.copy-lost',
  ],
  [
    'a context that is added',
    (from) => forged(from, { 'data/items/EV-001/around/more.txt': 'more\n' }),
    'locker.copy-unlogged',
  ],
  [
    'a picture from the bench',
    (from) => {
      const path = 'data/items/EV-001/around/look-whole-page.svg';
      return forged(from, { [path]: textIn(from, path).replace('</svg>', '<text>more</text></svg>') });
    },
    'locker.copy-other',
  ],
  [
    'the context of another page',
    (from) =>
      forged(from, { 'data/items/EV-001/around/account.txt': textIn(from, 'data/items/EV-002/around/account.txt') }),
    'locker.copy-other',
  ],
  [
    'the drawing of a page',
    (from) => {
      const path = 'data/items/EV-001/visual.svg';
      return forged(from, { [path]: textIn(from, path).replace('</svg>', '<text>more</text></svg>') });
    },
    'locker.picture-other',
  ],
  ['a page', (from) => forged(from, { 'data/items/EV-001/page.html': '<p>other</p>' }), 'locker.page-not-logged'],
  [
    'a page that is taken out',
    (from) => forged(from, { 'data/items/EV-001/page.html': undefined }),
    'locker.file-left-out',
  ],
  [
    'a drawing that is taken out',
    (from) => forged(from, { 'data/items/EV-001/visual.svg': undefined }),
    'locker.file-left-out',
  ],
  [
    'a capture that is taken out',
    (from) => forged(from, { [`data/items/EV-001/${WARC}`]: undefined }),
    'locker.no-capture',
  ],
  [
    'a record that is taken out',
    (from) => forged(from, { 'data/items/EV-001/record.json': undefined }),
    'locker.no-record',
  ],
  [
    'the capture of another page',
    (from) => forged(from, { [`data/items/EV-001/${WARC}`]: from.get(`data/items/EV-002/${WARC}`) }),
    'locker.page-not-captured',
  ],
  [
    'the report',
    (from) =>
      forged(from, {
        'data/report.html': textIn(from, 'data/report.html').replace(/Reference player/, 'Judge of the court'),
      }),
    'locker.report-other',
  ],
  [
    'the policy of the report',
    (from) =>
      forged(from, { 'data/report.html': textIn(from, 'data/report.html').replace("default-src 'none'; ", '') }),
    'locker.report-other',
  ],
  ['a report that is taken out', (from) => forged(from, { 'data/report.html': undefined }), 'locker.file-left-out'],
  [
    'the CASE/UCO file',
    (from) =>
      forged(from, {
        'data/uco/case.jsonld': textIn(from, 'data/uco/case.jsonld').replace('Reference player', 'Somebody'),
      }),
    'locker.uco-other',
  ],
  [
    'a CASE/UCO file that is taken out',
    (from) => forged(from, { 'data/uco/case.jsonld': undefined }),
    'locker.file-left-out',
  ],
  ['a WACZ that is taken out', (from) => forged(from, { 'data/locker.wacz': undefined }), 'locker.file-left-out'],
  [
    'the README',
    (from) => forged(from, { 'README.txt': textIn(from, 'README.txt').replace('verify-custody.mjs', 'run-me.mjs') }),
    'locker.readme-other',
  ],
  ['a README that is taken out', (from) => forged(from, { 'README.txt': undefined }), 'locker.file-left-out'],
  [
    'the program for the log',
    (from) => forged(from, { 'verify-custody.mjs': "console.log('67 entries hold.')\n" }),
    'locker.script-other',
  ],
  ['a program that is taken out', (from) => forged(from, { 'verify-custody.mjs': undefined }), 'locker.script-missing'],
  ['a payload file that is added', (from) => forged(from, { 'data/more.txt': 'more\n' }), 'locker.file-unknown'],
  ['a tag file that is added', (from) => forged(from, { 'more.txt': 'more\n' }), 'locker.file-unknown'],
  [
    'a wrong list of another algorithm',
    (from) => forged(from, { 'manifest-md5.txt': `${'0'.repeat(32)}  data/report.html\n` }),
    'locker.manifest-unread',
  ],
  [
    'a wrong list of SHA-512',
    (from) => forged(from, { 'manifest-sha512.txt': `${'0'.repeat(128)}  data/report.html\n` }),
    'locker.changed-file',
  ],
  [
    'the custody log with a key twice',
    (from) => withLog(from, (text) => text.replace('{"action":', '{"actor":"X","action":')),
    'locker.custody-bytes',
  ],
  [
    'the custody log with white space',
    (from) => withLog(from, (text) => text.replace('{"action":', '{ "action":')),
    'locker.custody-bytes',
  ],
  [
    'a record with a key twice',
    (from) => {
      const path = 'data/items/EV-001/record.json';
      return forged(from, { [path]: textIn(from, path).replace('{"accountId"', '{"operator":"Judge","accountId"') });
    },
    'locker.record-bytes',
  ],
  ['two pages that were exchanged', (from) => exchanged(from, 'EV-001', 'EV-002'), 'locker.page-not-logged'],
  ['two folders that were exchanged', (from) => renamedFolders(from, 'EV-001', 'EV-002'), 'locker.record-name'],
  ['a page under the name of two items', (from) => copied(from, 'EV-001', 'EV-002'), 'locker.page-not-logged'],
];

function withLog(from: Bag, change: (text: string) => string): Bag {
  return forged(from, { 'data/custody.jsonl': change(textIn(from, 'data/custody.jsonl')) });
}

/** Files of one item in the folder of the other, with records that name the item of their folder. */
function exchanged(from: Bag, one: string, two: string): Bag {
  const files = (to: string, source: string) =>
    ['page.html', WARC, 'visual.svg'].map((name) => [
      `data/items/${to}/${name}`,
      from.get(`data/items/${source}/${name}`),
    ]);
  return forged(from, Object.fromEntries([...files(one, two), ...files(two, one)]));
}

const copied = (from: Bag, source: string, to: string): Bag =>
  forged(from, { [`data/items/${to}/page.html`]: from.get(`data/items/${source}/page.html`) });

/** All files of one item under the name of the other's folder, and the other way round. */
function renamedFolders(from: Bag, one: string, two: string): Bag {
  const made: Bag = new Map();
  for (const [path, bytes] of from) {
    const other = path.startsWith(`data/items/${one}/`) ? two : path.startsWith(`data/items/${two}/`) ? one : undefined;
    made.set(other === undefined ? path : path.replace(/^(data\/items\/)[^/]+/, `$1${other}`), bytes);
  }
  return forged(made, {});
}

describe('a bag in which one file was forged, everything outside the log computed anew, and the head is the true one', () => {
  it.each(FORGERIES)('%s: is named by its own finding', async (_, forge, code) => {
    const changed = forge(bag);
    const before = new Map(bag);

    const report = await reportOn(changed);

    expect(codesOf(report)).toContain(code);
    expect(report.issues.map((issue) => issue.code)).not.toContain('locker.head-other');
    expect(bag).toEqual(before);
  });

  it('every file: a byte more is named at the file, or the file is listed as not covered', async () => {
    const all = [...bag.keys()].filter((path) => !/manifest-sha256\.txt$/.test(path));
    const kinds = Map.groupBy(all, (path) =>
      path.replace(/EV-\d+/, 'EV').replace(/^data\/items\/EV\/around\/\w+/, 'around'),
    );
    for (const path of inFull(
      all,
      [...kinds.values()].map(([first]) => first as string),
    )) {
      const report = await reportOn(
        forged(bag, { [path]: Buffer.concat([bag.get(path) ?? new Uint8Array(), Buffer.from('\n')]) }),
      );
      const { issues, coverage } = report;
      const at = issues.filter(({ params, position }) => [params['name'], position?.file].includes(path));

      expect([...at.map(({ code }) => code), ...coverage.uncovered.map((file) => file.path)], path).not.toEqual([]);
      expect(['fails', 'open'], path).toContain(fileStates(report).get(path));
      expect(coverage.named.includes(path), path).toBe(false);
      expect(coverage.derived.includes(path) && !/\.tsq$/.test(path), path).toBe(false);
      expect(at.length > 0 || coverage.uncovered.some((file) => file.path === path), path).toBe(true);
    }
  });

  it('the genuine one: every file is named, compared, made again or listed', async () => {
    const { coverage, issues, paths } = await reportOn(bag);
    const { named, reconciled, derived, uncovered } = coverage;
    const listed = [...named, ...reconciled, ...derived, ...uncovered.map(({ path }) => path), 'data/custody.jsonl'];

    expect(issues).toEqual([]);
    expect(listed.toSorted()).toEqual(paths.map(({ path }) => path).toSorted());
    expect(uncovered.map(({ path }) => path)).toEqual(['timestamps/manifest-sha256.tsq']);
    expect(coverage.items).toEqual(locker.items.map(({ folder }) => folder));
    expect(coverage.entries).toEqual([]);
  });

  it('a file that is not covered is named in the result', async () => {
    const report = await reportOn(forged(bag, { 'data/more.txt': 'more\n' }));
    const { head, compared, open } = lockerClaims(report);
    const names = (claims: typeof open, name: string) => JSON.stringify(claims.find(({ id }) => id === name) ?? '');

    expect(report.consistent).toBe(true);
    expect(head).toEqual({ id: 'claim.short.uncovered.one', params: { count: 1 } });
    expect(names(open, 'cover.files.one')).toContain('data/more.txt');
    expect(names(compared, 'cover.lists.open')).toContain('data/more.txt');
  });

  it('the report and the README are listed as not compared where the words of the kit are not given', async () => {
    const { coverage } = await verifyLocker(openBag(bag));

    expect(coverage.uncovered.map(({ path }) => path).toSorted()).toEqual([
      'README.txt',
      'data/report.html',
      'timestamps/manifest-sha256.tsq',
    ]);
  });

  it('the head of a broken chain is not called that of an unchanged log', async () => {
    const changed = withLog(bag, (text) => text.replace('Reference player', 'Judge of the court'));
    const { outside, compared } = lockerClaims(await reportOn(changed));

    expect(outside.map(({ id }) => id)).toContain('claim.head.broken');
    expect(compared.map(({ id }) => id)).toContain('cover.unchained');
  });
});
