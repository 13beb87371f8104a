/** Id of the local card in a page that holds it itself. */
export const CARD_ID = 'local-card';

/** Address of the local card: its page on the site, or in a page without a site around it (empty `base`), its place there. */
export const cardAddress = (base: string): string => (base === '' ? `#${CARD_ID}` : `${base}help/`);
