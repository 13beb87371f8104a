import fc from 'fast-check';

/** Text of any code units, lone halves of a pair included. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })))
  .map((units) => String.fromCharCode(...units));

/** Text of any characters, as a text that was ever encoded can be. */
export const anyProperText = anyText.map((text) => text.toWellFormed());
