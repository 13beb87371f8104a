/** The language of cases and markets that name none. It says nothing of the words around them. */
export const FIRST_LANGUAGE = 'en';
