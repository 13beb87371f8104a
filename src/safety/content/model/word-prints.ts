import { printOf, printsIn } from './prints.ts';

/**
 * Forbidden words, each as its print: otherwise these files would contain insults and explicit words themselves. Words
 * are lower case without accents, in one piece. To add one, append the result of `printOf('word')`.
 */
const WORDS = {
  /** Code words for children and for people who seek them (rule C13). */
  child: printsIn(`
    -V_J0lUx C2dXmhDh CRepL2UG Ccwbk87u EMMfkR6I GSCM5myz MBGvz2AU SZtIEibF YYL2kNqI guaVyedf hpzCjdJd mexo_tU9
    sBlbQTuw wWSkncFg xV_Yp_aN
  `),
  /** Insults for people by what they sell, where they come from, whom they love, or what they cannot do (rule C19). */
  insult: printsIn(`
    -jio0-W5 0P_e_hqV 17_mA-px 1Gbd7iEy 1evnFRTE 1mMC1zJ0 2814CZAV 2_YZg_KE 2ohDkmJ3 3GdeRIEy 4D2Agzqt 4QxbGcqf
    4Up0fxUL 4s0zKYHY 50LRf_SQ 5D6HfL6A 5Iy0VmJ- 5Sm4-HC7 5zmdoC63 6E3eUIpg 6W2Os3PE 6YbRBt5e 6ei2xa-n 6hgTrrSU
    78DBgMhk 7lqGm1rO 7vO9CRZw 888izIxb 9EPleQdF 9kxvrZw8 CKhB6ZZ4 CLFJ2Vwe DDj8mYlJ Drt_ewfL Ebfk01FL Eg9uW06j
    EsYc3LG0 EuYnTkMJ Ez-m38a_ F4pt1-rY F5fPdWci FLcvUiQd FYhpqXN5 FuoJ_HjK G8nI3dg2 GALQgUVe HF8fxIk0 HHEEUnNN
    I7ekXrFU INaC7teP Ivx15loO J-EgHE8m J-sMStcH J6YraBec JAL7IPs_ KdYkxmAn LfgKd0gB LzS3pFHG M3QNqKh9 Mz92GAkp
    N5Vh8L9q OAyX5sVY ODOeNZNO OLo1_ApH Ox4NfF3U Q6pTgWkA Rdhm7jcw RlBSBsOW SBQFi-bz SJqEVTdB SoitZ30m Sxiu_oJq
    TFj11f6S Tdkn3AOc UxgGdN0q Vtnh9lc3 WGaX0_rY WSgkB2qW Wp8KHims Wzrki-Ei XgJgK3Vp XpN1E8Y3 Xpz224oV YW-c_Mh9
    Yqtat8YF ZkFfjON7 _T1IKS8b _xWA-iOa ad5PjedR bHQW4s_Z bZuiZw7p dPrYkc5N dWrEI7o2 f6ZVKmkJ hBBZkmgs hdUCjpsB
    hiprXnkz iKb-hVQ1 iSnha7AM ii7jqq1P j1CD4-XH jkIsUUbO k1KuP3NY kJpEmCGx lKh34s5j lskfqEeC mRW6LYIi mh6PA0Q8
    muMVqU5C o-g9JCru p78HLJeg pRHAdTsS powlZDpe qHl7zThu rMlpMOOm rWys86-Y s87C9uzi u4et-Kp4 uhxGThhX vTMfsdJC
    vgDxr1Iu w95TPpt_ wWHzyHB2 wsO2i0iD xWY-gt75 y8LZrBGh z91LIOHo zAIDI0nI
  `),
  /** Words for acts and body parts as explicit ads use them (rule C03). */
  explicit: printsIn(`
    0KMuz4nz 0R85YXJv 1NKXSi2L 2S9M8eLX 3LUO42Wf 3NLuNQhf 4VeVbeLT 4nPbIdGe 5c0SQ-Dp 5fqURTqS 7_JrGBZe 9pUtbu9V
    ADNyjw-8 BQimNERd BbcbkwOt Cjq0BkGb DY9wRwNo DyjElg2W ECYm6s4t EqZnyb5v HQhkuBqK HbpLMwa0 JTkJds6H KmBgteIa
    MVBqhEin Oomc34YB QUAZfseV SuGRWDSE TclBhVWi UieItl8B V1oHKdBP WPkROTiQ ZOirq2bI ZVbBpYRE ZXe-d1KZ Zly3YuO8
    ZnK5MNXQ asPDNuQJ bE5EAEaY cB1pQ64E dDBWFrK8 dvA2IiRi f1qboUy4 f8uqEuKs foXGdv2X gtJD6Ff3 hSZoN9_H hT8syxxX
    in8FcvZ_ jFwEORNh mk6sLfra ndyrOsNh o2hgZRSV olknas8c rPRUiJeN tm5OVLSY tpDNvlnx u2HvQIFM v6Eguf4u yUsqzKec
    zCbCNSlW
  `),
};

export type PrintedKind = keyof typeof WORDS;

const KINDS = Object.keys(WORDS) as PrintedKind[];
const MIN_LETTERS = 3;

/** The kind of a word (without accents) that is on one of the lists, in singular or plural. */
export function kindOfWord(word: string): PrintedKind | undefined {
  const small = word.toLowerCase();
  for (const form of new Set([small, small.replace(/e?s$/, ''), small.replace(/s$/, '')])) {
    if (form.length < MIN_LETTERS) continue;
    const print = printOf(form);
    for (const kind of KINDS) if (WORDS[kind].has(print)) return kind;
  }
  return undefined;
}
