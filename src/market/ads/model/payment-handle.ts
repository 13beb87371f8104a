/**
 * The invented handle in a payment field, which may name ways to pay beside it (`cash, $sim-0041`); undefined where it
 * names none. Ads with the same handle are paid to the same account, and ads that take cash are not.
 */
export const handleIn = (payment: string | undefined): string | undefined => /\$sim-[\w-]+/.exec(payment ?? '')?.[0];
