import type { OpenBrief } from './open-brief.ts';
import type { TeamView } from './visible.ts';

/** What a site did with cards that say that a program made them, and that lack the label which its terms ask for. */
export interface LabelTest {
  readonly site: string;
  readonly sent: number;
  readonly published: number;
  /** Sent back because the label was missing. The rest was blocked for another reason or for none. */
  readonly askedBack: number;
}

/** One entry for each site whose terms ask for a label and to which the team sent such a card. */
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
