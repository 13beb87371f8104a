import type { OpenBrief } from './open-brief.ts';
import type { TeamView } from './visible.ts';

/** What a site did with cards that say that a program made them, and that lack the label which its terms ask for. */
export interface LabelTest {
  readonly site: string;
  readonly sent: number;
  readonly published: number;
  /** Sent back with the question for the label. The rest was blocked without a word of it, or the site was down. */
  readonly askedBack: number;
}

/** The label tests of the sites whose terms ask for a label, as far as any card was sent; from what the team can see. */
export function labelTestsIn(
  { platforms }: Pick<OpenBrief, 'platforms'>,
  { copies, events }: Pick<TeamView, 'copies' | 'events'>,
): LabelTest[] {
  return platforms
    .filter((platform) => platform.public.machineMadePictures === 'labelled')
    .flatMap(({ id: site }): LabelTest[] => {
      const sent = copies.filter((copy) => copy.site === site && copy.madeByProgram && copy.last !== 'not-posted');
      const withEvent = (type: string) =>
        sent.filter(({ id }) => events.some((event) => event.type === type && event.id.startsWith(`${id}-`))).length;
      return sent.length === 0
        ? []
        : [{ site, sent: sent.length, published: withEvent('card.published'), askedBack: withEvent('label.asked') }];
    });
}
