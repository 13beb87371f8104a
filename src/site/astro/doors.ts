import { ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import { sitePath } from '#design/astro/site-path.ts';
import { siteProject } from './site-project.ts';

/** From the shortest case to the longest; exercises are left out. */
const lengths = siteProject()
  .cases.filter(({ scenario }) => ratedDecisions(scenario).length > 0)
  .map(({ minutes }) => minutes);
const from = Math.min(...lengths.map((each) => each.from));
const to = Math.max(...lengths.map((each) => each.to));

/** The four ways in, as the home page and the page for a lost address show them. */
export const DOORS = [
  {
    href: sitePath('practise/'),
    title: 'Practise',
    text: `Play a case from the first ad to the debrief, in ${from} to ${to} minutes. There is no clock, and you can stop at any time.`,
  },
  {
    href: sitePath('learn/'),
    title: 'Learn',
    text: 'Short lessons, and a library of signs. It says how strong each sign is, what else explains it, and where this comes from.',
  },
  {
    href: sitePath('judges/'),
    title: 'For prosecutors and judges',
    text: 'What an online advertisement can tell a court, and what it cannot. To study alone.',
  },
  {
    href: sitePath('facilitate/'),
    title: 'Facilitate',
    text: 'Run a case with a group in 45 minutes, or change the text of a case and check it.',
  },
] as const;
