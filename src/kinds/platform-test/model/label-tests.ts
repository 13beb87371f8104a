import type { OpenBrief } from './open-brief.ts';
import type { TestView } from './visible.ts';

/** How a site handled cards that a program made and that lack the label required by its terms. */
export interface LabelTest {
  readonly site: string;
  readonly sent: number;
  readonly published: number;
  /** Sent back because the label was missing. The others were blocked for another reason or without one. */
  readonly askedBack: number;
}

/** One entry for each site whose terms ask for a label and to which the team sent such a card. */
export function labelTestsIn(
  { platforms }: Pick<OpenBrief, 'platforms'>,
  { copies, events }: Pick<TestView, 'copies' | 'events'>,
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
