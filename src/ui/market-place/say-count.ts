import messages from '#i18n/messages/en/market-place.json' with { type: 'json' };

/** Made once: a list says hundreds of counts at a time, and making a format takes longer than all of them. */
const format = new Intl.NumberFormat(messages.locale);

/** A count as a reader writes it: `12,345`. */
export const sayCount = (count: number): string => (count < 1000 ? String(count) : format.format(count));
