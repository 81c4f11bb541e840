/** Why an input is refused: a kind for programs, a sentence for people. */
export interface Refused {
  readonly kind: string;
  readonly reason: string;
}
