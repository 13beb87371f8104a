/**
 * The numbers below eighteen in words, as patterns without accents, in the languages of the screens. Longer ones come
 * first where a shorter one is their prefix; a hyphen or a space inside a word is optional.
 */
export const UNDER_EIGHTEEN = {
  en: [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thir[- ]{0,2}teen',
    'four[- ]{0,2}teen',
    'fif[- ]{0,2}teen',
    'six[- ]{0,2}teen',
    'seven[- ]{0,2}teen',
  ],
  ru: 'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать пять шесть семь восемь девять'.split(
    ' ',
  ),
  de: 'siebzehn sechzehn funfzehn vierzehn dreizehn zwolf elf zehn neun acht sieben sechs funf'.split(' '),
  fr: 'dix[- ]sept seize quinze quatorze treize douze onze dix neuf huit sept six cinq'.split(' '),
  es: 'diecisiete dieciseis quince catorce trece doce once diez nueve ocho siete seis cinco'.split(' '),
  it: 'diciassette sedici quindici quattordici tredici dodici undici dieci nove otto sette sei cinque'.split(' '),
} as const;

/** Words that may follow an age without being counted by it. */
export const AFTER_AGE =
  'and but or when now then so because since if years? yrs? old today tomorrow soon next last this at in on too already only as while who new from to with for yet again or'.split(
    ' ',
  );

/** Capitalised words before a number that are not the name of a person: see `agesUnderEighteen`. */
export const ALSO_AGED: ReadonlySet<string> = new Set(['until', 'from', 'at', 'to', 'and', 'or', 'only', 'see', 'sim']);
