/** The language of cases and markets that name none. It says nothing of the words around them. */
export const FIRST_LANGUAGE = 'en';

/** The language in which the program describes what it writes into files, such as the fields of a market. */
export const FILE_LANGUAGE = 'en';
