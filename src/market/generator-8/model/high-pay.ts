/**
 * Pay that is too good, in per cent of the town's median: from where no skill explains it up to what somebody in need may
 * still believe. Training values.
 */
export const HIGH_PAY = { least: 180, most: 280 };
