/** What a picker may show of an indicator before the trainee has committed: nothing tells a sign from a trap or a cue. */
export interface IndicatorChoice {
  readonly id: string;
  readonly name: string;
}
