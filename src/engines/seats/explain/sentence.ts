/** A sentence to be rendered from the catalogue: message id and parameters (names already resolved). */
export interface Sentence {
  id: string;
  params: Record<string, string | number>;
}
