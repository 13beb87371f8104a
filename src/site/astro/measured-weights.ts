import type { MeasuredWeights } from '#market/signs/model/sign-weight.ts';
import { siteProject } from '#site/astro/site-project.ts';

/** What every sign and cue is worth in each kind of market, as measured on the generator whose markets the site shows. */
export const measuredWeights = (): MeasuredWeights => siteProject().library.weights.weights;
