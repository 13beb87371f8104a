/** Set by `npm run prove`: tests that look at many things look at all of them. */
const IN_FULL = process.env.PROVE === '1';

/** How much a test looks at: all of it where it is proven, else a part that takes seconds. */
export const inFull = <Amount>(all: Amount, part: Amount): Amount => (IN_FULL ? all : part);
