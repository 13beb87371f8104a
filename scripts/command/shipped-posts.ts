import { createProjectFiles } from '#kernel/node/project-files.ts';
import type { Half } from '#market/posts/model/genre-schemas.ts';
import { type MarketPosts, marketPosts } from '#market/posts/model/market-posts.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { orFail } from './command-line.ts';
import { ROOT } from './root.ts';

/** The posts of the kit in the wordings of one half. Exits with 1 on issues. */
export const shippedPosts = (half: Half): MarketPosts =>
  marketPosts(orFail(loadGenres(createProjectFiles(ROOT))), half);
