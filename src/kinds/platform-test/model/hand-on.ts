import type { HandedReport, HandedSite, SeenOf } from '#market/platforms/model/handed-report.ts';
import type { TestedPlatform } from '#market/platforms/model/tested-platform.ts';
import type { PlatformTestResponse } from './play.ts';
import type { PlatformProfile, SeenShare } from './profile.ts';
import { reportOf } from './report-data.ts';
import { briefOfShare } from './share.ts';
import type { PlatformTestBrief } from './state.ts';
import { testAt } from './test-so-far.ts';

/** A test passes on the data of its report once a team has written a finding. It has only what the team could see. */
export function handOn(given: PlatformTestBrief, response: PlatformTestResponse): HandedReport | undefined {
  const brief = briefOfShare(given, response);
  const { state } = testAt(brief, response);
  if (state.findings.length === 0) return undefined;
  const report = reportOf(brief, state);
  return {
    schema: 'test-report/1',
    from: report.from,
    until: report.until,
    copies: report.tested.copies,
    sealed: state.report !== undefined,
    sites: brief.platforms.flatMap((platform) => {
      const profile = report.profiles.find(({ site }) => site === platform.id);
      return profile ? [siteOf(platform, profile)] : [];
    }),
    lines: [...report.found, ...report.notFound].flatMap(({ site, claim, word, failed, all }) =>
      word === 'not-tested' || all === 0 ? [] : [{ site, claim, word, count: [failed, all] }],
    ),
    open: report.cannotSay.map(({ site, claim, why }) => ({ site, claim, why })),
  };
}

const counted = ({ part, all }: SeenShare): SeenOf | undefined => (all > 0 ? [Math.min(part, all), all] : undefined);

function siteOf({ id, name, owner, share }: TestedPlatform, profile: PlatformProfile): HandedSite {
  const told = counted({ ...profile.referral.withData, all: profile.referral.told.all });
  const fields = counted(profile.records.fields);
  const blocked = counted(profile.overBlocked);
  return {
    id,
    name,
    owner,
    share,
    ...(told && { told }),
    ...(fields && { kept: { fields, days: profile.records.days ?? 0 } }),
    ...(blocked && { blocked }),
  };
}
