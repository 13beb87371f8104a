import { describe, expect, it } from 'vitest';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import { readmeOf } from '#evidence/locker/use-cases/bag-texts.ts';
import { foldersIn } from '#evidence/locker/use-cases/check-contents.ts';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { REPORT_FORMS, type ReportForm, writeReport } from '#evidence/locker/use-cases/write-report.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { PRESERVATION } from '#kinds/preservation/model/kind.ts';
import { shippedCases } from '../../../../../scripts/attempts/load-shipped-case.ts';
import { type Bag, bagOf, openBag } from '../../../../support/builders/a-bag.ts';
import { aLocker, SAY } from '../../../../support/builders/a-locker.ts';
import { drillBase } from '../../../../support/builders/drills.ts';
import { theCase } from '../../../../support/builders/the-library.ts';
import { CUSTODY_SCRIPT_BEFORE } from '../../../../support/evidence/locker/custody-script-before.ts';
import { forged, recordIn } from '../../../../support/evidence/locker/forge-bag.ts';
import { smallLocker } from '../../../../support/evidence/locker/small-locker.ts';
import { inFull } from '../../../../support/in-full.ts';

const reportOn = (locker: Locker, bag: Bag) =>
  verifyLocker(openBag(bag), { say: SAY, expectHead: required(locker.custody.at(-1), 'an entry').hash });

/** Shipped cases with a bench at which pages are kept. */
const CASES = shippedCases()
  .map((id) => `scenarios/${id}`)
  .filter((folder) => PRESERVATION.exercisesIn(theCase(folder).material.scenario).length > 0);

describe('a genuine locker', () => {
  it.each(inFull(CASES, CASES.slice(0, 2)))(
    'of %s holds, and every file but the request is covered',
    async (folder) => {
      const locker = aLocker(folder);
      const report = await reportOn(locker, await bagOf(locker));

      expect(report).toMatchObject({ consistent: true, faultless: true, issues: [] });
      expect(report.coverage.uncovered).toEqual([{ path: 'timestamps/manifest-sha256.tsq', why: 'request' }]);
      expect(report.coverage.items).toHaveLength(locker.items.length);
      expect(lockerClaims(report).outside.map(({ id }) => id)).toContain('claim.head.same');
    },
  );

  it('is found in each shipped case with a bench', () => {
    expect(CASES.length).toBeGreaterThan(5);
  });

  it.each(['1', '2', '3', '4', '5'] as const)('of the drill recipe %s holds', async (id) => {
    const locker = drillBase(id);
    const { issues, coverage } = await reportOn(locker, await bagOf(locker));

    expect(issues).toEqual([]);
    expect(coverage.reconciled).toHaveLength(2 * locker.items.length);
  });

  it('that was packed before the report forbade anything to the browser still holds', async () => {
    const locker = aLocker('scenarios/two-addresses');
    const bag = await bagOf(locker);
    const filed = [...locker.items]
      .sort((a, b) => compareCodes(a.folder, b.folder))
      .map((item) => ({ item, files: recordIn(bag, item.folder).files }));
    const report = [...writeReport(locker, filed, SAY, 1)].map((part) => Buffer.from(part).toString()).join('');
    const before = forged(bag, {
      'data/report.html': report,
      'README.txt': readmeOf(locker, foldersIn(bag), SAY, 1),
      'verify-custody.mjs': CUSTODY_SCRIPT_BEFORE,
    });

    expect(report).not.toContain('Content-Security-Policy');
    expect(await reportOn(locker, before)).toMatchObject({ consistent: true, issues: [] });
  });

  it('has these bytes in each form of its report, in its README and in its CASE/UCO file', async () => {
    const locker = smallLocker();
    const bag = await bagOf(locker);
    const filed = locker.items.map((item) => ({ item, files: recordIn(bag, item.folder).files }));
    const report = (form: ReportForm) =>
      sha256Hex(Buffer.concat([...writeReport(locker, filed, SAY, form)].map((part) => Buffer.from(part))));
    const made = {
      ...Object.fromEntries(REPORT_FORMS.map((form) => [`report ${form}`, report(form)])),
      ...Object.fromEntries(
        REPORT_FORMS.map((form) => [`readme ${form}`, sha256Hex(readmeOf(locker, foldersIn(bag), SAY, form))]),
      ),
      uco: sha256Hex(bag.get('data/uco/case.jsonld') ?? ''),
      visual: sha256Hex(bag.get('data/items/EV-001/visual.svg') ?? ''),
    };

    // Lockers that people have hold files with these bytes. Where one changes, add a form that is written from now on,
    // and keep the earlier ones: else the verifier takes genuine lockers for forged ones.
    expect(made).toEqual({
      'report 1': 'fc18f5c5c5d5819f603336841afbdd616f5a84584a32472aeb316e1d514d5659',
      'report 2': '93359ee6a21785cb8835a080de68eb68a2190abc66375336b77da81f2ca78f9a',
      'readme 1': '269397b384a687066c86f50e07c0ba89f21ae34c26e1ce692dbe91652d940a05',
      'readme 2': '1fc2fbb4e59f55bc09e964028271cf27745f64bcf76558446c5c4e555040b278',
      uco: '9f45fe4826792bfd4993d9941a898a2d70f936c396daff4a6b21b50762ffcc4a',
      visual: 'f6dc0cde7e313923b1214d8773c074ef6f761c6b68ecb45ee545a92603ac7147',
    });
  });
});
