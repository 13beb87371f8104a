import type { Payment } from '#evidence/payments/model/payment.ts';
import type { BundleForm } from './form.ts';

/** A numbered place of an exhibit, such as line 7 or minute 00:31. */
export interface Place {
  readonly at: string;
  readonly text: string;
}

/** One exhibit of a bundle. A pinpoint is its id, a blank and a place: `E5 7`, `E7 00:31`, or of payments `E6 23`. */
export interface Exhibit {
  readonly id: string;
  readonly title: string;
  /** Who made it, when, and by whose order. */
  readonly from: string;
  /** What its places are: lines of a text, minutes of a recording, payments, or pages that were captured. */
  readonly kind: 'lines' | 'minutes' | 'payments' | 'pages';
  readonly places: readonly Place[];
  /** Payments as a bank gave them; each is a place by its number. */
  readonly payments?: readonly Payment[] | undefined;
  /** Holders of the accounts that paid or were paid, by account. */
  readonly accounts?: Readonly<Record<string, string>> | undefined;
  /** True for an exhibit that speaks to no element, such as the claim of a person: the matrix leaves it out. */
  readonly outsideMatrix?: true | undefined;
}

/** What has to be shown: a row of the matrix. */
export interface OffenceElement {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
}

/** A step that the law allows next, with the office that orders it. */
export interface ProceduralMeasure {
  readonly id: string;
  readonly text: string;
  /** How the judgment prints it; left out where it prints the text. */
  readonly onPaper?: string | undefined;
  readonly who: string;
}

/** One argument of a side, with a number by which reasons can cite it. */
export interface Argument {
  readonly id: string;
  readonly text: string;
}

/** A motion of one side on one exhibit, and the outcomes among which a court chooses. */
export interface Motion {
  readonly id: string;
  readonly title: string;
  readonly by: 'defence' | 'prosecution';
  readonly exhibit: string;
  readonly text: string;
  readonly defence: readonly Argument[];
  readonly prosecution: readonly Argument[];
  /** Ids of the rules of the law card that it turns on. */
  readonly rules: readonly string[];
  readonly outcomes: readonly { readonly id: string; readonly text: string; readonly note: string }[];
}

/** A number that the court has to compute. */
export interface SumQuestion {
  readonly id: string;
  /** What the judgment calls it. */
  readonly onPaper: string;
  readonly asks: string;
  readonly unit: 'SIM' | 'percent' | 'ads';
  /** Set if it is added up from payments, which the answer names. */
  readonly ofPayments?: true | undefined;
}

/** How a count ends for a person. `ended`: the count is over and nobody was found guilty or not guilty of it. */
export const VERDICTS = ['convicted', 'acquitted', 'not-charged', 'ended', 'open'] as const;

/** What a finding means for one person: how it ends, and for which offence. */
export interface CourtVerdict {
  readonly person: string;
  readonly is: (typeof VERDICTS)[number];
  readonly of: string;
}

/** A part of the judgment that is chosen, not written. */
export interface JudgmentQuestion {
  readonly id: string;
  /** Where it stands in the judgment. */
  readonly part: 'finding' | 'witness' | 'non-punishment' | 'freeze' | 'order' | 'amendment' | 'closing';
  readonly title: string;
  /** What the judgment calls the answer; left out where it prints the title. */
  readonly onPaper?: string | undefined;
  /** What the charge says, as a charge; every finding has it. */
  readonly charge?: string | undefined;
  readonly asks: string;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    /** Elements that this choice takes as shown. */
    readonly needs?: readonly string[] | undefined;
    /** Elements that speak against this choice where they are called shown, such as a means against an acquittal. */
    readonly against?: readonly string[] | undefined;
    /** The verdicts to which this finding leads, at least one for every option of a finding. */
    readonly verdicts?: readonly CourtVerdict[] | undefined;
  }[];
}

/** The public half of a bundle: all that a court is given. What is right stands in the key of its case. */
export interface Bundle {
  readonly schema: 'bundle/1';
  readonly id: string;
  readonly title: string;
  readonly contentLevel: number;
  /** Id of the invented State whose law card applies. */
  readonly state: string;
  readonly court: string;
  readonly file: string;
  /** What the prosecution says, or what it asks itself before a charge. */
  readonly opening: string;
  readonly persons: readonly { readonly name: string; readonly is: string }[];
  /** The person whom the findings of the judgment are about. */
  readonly accused?: string | undefined;
  /** The captured pages: ads of the market of the case, and who captured them when. */
  readonly locker: {
    readonly exhibit: string;
    readonly ads: readonly string[];
    readonly begins: string;
    readonly actor: string;
    readonly role: string;
    readonly legalBasis: string;
    readonly offsetSeconds: number;
  };
  readonly exhibits: readonly Exhibit[];
  readonly elements: readonly OffenceElement[];
  readonly measures: readonly ProceduralMeasure[];
  readonly motions: readonly Motion[];
  readonly sums: readonly SumQuestion[];
  readonly judgment: readonly JudgmentQuestion[];
  /** Set if the bundle is one of two forms for before and after a training. */
  readonly form?: BundleForm | undefined;
}

/** What happened in a bundle, and every day, sum and name that its texts may use. No page is given it. */
export interface BundleFacts {
  readonly schema: 'bundle-facts/1';
  readonly bundle: string;
  /** The facts are those of this bundle too: an edition shares the truth of another one. */
  readonly of?: string | undefined;
  readonly truth: readonly string[];
  readonly names: readonly string[];
  /** Days as 2031-03-03. */
  readonly days: readonly string[];
  readonly sums: readonly {
    readonly sim: number;
    readonly is: string;
    /** Payments that add up to it. */
    readonly payments?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined;
  }[];
  readonly facts: readonly BundleFact[];
}

/** One fact of a bundle, and the places that speak for and against an element because of it. */
export interface BundleFact {
  readonly id: string;
  readonly says: string;
  /** True if it happened so; false for what an exhibit claims and what is not so. */
  readonly happened: boolean;
  readonly bears: readonly {
    readonly element: string;
    readonly on: 'for' | 'against';
    readonly places: readonly string[];
    /** True where it shows the element only together with something that is not in the file yet. */
    readonly needsMore?: true | undefined;
  }[];
}
