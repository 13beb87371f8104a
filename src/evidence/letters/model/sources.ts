import type { Citation } from '#kernel/model/citation.ts';

/** A request to keep data inside one State. */
export const KEEP: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'A request to keep data inside one State rests on the law of that State. Article 16 is its model. Read only as other texts report it.',
};
/** What a request to keep data names; the list is written for requests between States. */
export const NAMES_MODEL: Citation = {
  code: 'BUD',
  mark: 'V',
  says: 'Article 29(2) lists what one State names when it asks another to keep data. Inside one State the list is only a model.',
};
export const BETWEEN_STATES: Citation = {
  code: 'BUD',
  mark: 'V',
  says: 'Article 29(2) lists what one State names when it asks another to keep data. The act need not be an offence in both States, 29(3).',
};
/** Who may order which data. */
export const OFFICE: Citation = {
  code: 'EEV',
  mark: 'V',
  says: 'Article 4(1) and (2)(a): who may order which data. It is for orders across borders inside the Union, and the table of this kit only follows its limits.',
};
export const TRAFFIC_JUDGE: Citation = {
  code: 'HK',
  mark: 'H',
  says: 'A prosecutor who directs the inquiry may not allow access to traffic and location data. The headnote was read, not the judgment.',
};
export const SERIOUS_ONLY: Citation = {
  code: 'HK',
  mark: 'V',
  says: 'Traffic and location data are for serious crime only.',
};
export const PROPORTION: Citation = {
  code: 'EEV',
  mark: 'V',
  says: 'Article 5(2): an order has to be necessary and proportionate. It is for orders across borders inside the Union, and here only a model.',
};
export const ORDER_POWER: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'Article 18(1): the law of each State gives its authorities the power to order data from a company in its territory. Read only as other texts report it.',
};
export const PERIOD_TREATY: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'Up to 90 days, renewable, article 16(2). The law of each State puts it into effect. Read only as other texts report it.',
};
export const PERIOD_EU: Citation = {
  code: 'EEV',
  mark: 'V',
  says: 'A European preservation order holds for 60 days and can be extended by 30. It is for orders across borders inside the Union, and not for banks.',
};
export const SECRECY: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'The firm can be obliged to keep the request secret, article 16(3). Read only as other texts report it.',
};
export const VANISHED: Citation = {
  code: 'OB25',
  mark: 'V',
  says: 'A platform removed a reported profile and told nobody.',
};
export const NOTICE: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'A notice gives reasons, the exact address, name and e-mail, and a statement of good faith, article 16(2).',
};
export const ORDER: Citation = {
  code: 'DSA',
  mark: 'V',
  says: 'An order for information names its legal basis, the authority, whom it is about, why it is needed and in proportion, and redress, article 10. Article 9 is for orders against content. The article gives the form. The power to order comes from the law of the State.',
};
export const ASSISTANCE: Citation = {
  code: 'BUD',
  mark: 'U',
  says: 'General rules of mutual assistance. Not reached; the list of parts follows practice and is unverified.',
};
export const DUAL_CRIMINALITY: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Section R4: where the law of the other State does not know the offence, assistance can fail.',
};
export const PRESERVE_FIRST: Citation = {
  code: 'SEED',
  mark: 'V',
  says: 'Sections R2 and R5: data are secured before anything that may lead to their removal.',
};
/** The point of contact that can be reached day and night. */
export const POINT: Citation = {
  code: 'BUD',
  mark: 'U',
  says: 'Article 35 is about points of contact that can be reached at any hour. It was not read. What such a point does in this kit is the authors’ rule.',
};
/** An order of one State to a company abroad that offers its service there. */
export const SERVED: Citation = {
  code: 'BUD',
  mark: 'A',
  says: 'Article 18(1)(b): a company that offers its service in a State can be ordered to give subscriber data, and no others. Read only as other texts report it.',
};
/** What subscriber data are. */
export const SUBSCRIBER_IS: Citation = {
  code: 'BUD',
  mark: 'V',
  says: 'Article 18(3) says what subscriber data are. Traffic and content are not among them.',
};
export const DIRECT_SUBSCRIBER: Citation = {
  code: 'AP2',
  mark: 'H',
  says: 'A firm in another State can be asked directly for subscriber data, and for nothing more, article 7. An official summary was read.',
};
