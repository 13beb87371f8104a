/**
 * Names of well-known platforms, messengers, boards and payment services. Invented texts must not contain them (rule
 * C12): a case is about an invented place. Names that are also ordinary words are left out or matched only when
 * capitalised.
 */
export const REAL_NAMES: readonly string[] = [
  'Facebook',
  'Instagram',
  'WhatsApp',
  'YouTube',
  'TikTok',
  'Snapchat',
  'LinkedIn',
  'Twitter',
  'Reddit',
  'Pinterest',
  'Tumblr',
  'WeChat',
  'Viber',
  'Skype',
  'Telegram',
  'VKontakte',
  'Odnoklassniki',
  'OnlyFans',
  'Craigslist',
  'Gumtree',
  'eBay',
  'Leboncoin',
  'Locanto',
  'OLX',
  'Avito',
  'Airbnb',
  'PayPal',
  'Venmo',
  'Revolut',
  'Western Union',
  'MoneyGram',
  'Mastercard',
  'Bitcoin',
  'Ethereum',
  'Google',
  'Microsoft',
  'Amazon',
  'Booking.com',
  'OpenAI',
];

/** Names that are also ordinary words: matched only when capitalised. */
export const REAL_NAMES_WITH_CAPITAL: readonly string[] = ['Discord', 'Tinder', 'Badoo', 'Uber', 'Zelle', 'Klarna'];

/** Platforms of public cases. Only lessons name them, beside a citation. */
export const CASE_NAMES: readonly string[] = ['Backpage', 'CityXGuide'];
