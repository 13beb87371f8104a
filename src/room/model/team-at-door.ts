/** A team that asks to come in while the door is closed. */
export interface TeamAtDoor {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}
