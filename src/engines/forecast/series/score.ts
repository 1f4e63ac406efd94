/** Accuracy of one method at one level and horizon; null where it has no meaning. Shares are in per cent. */
export interface Score {
  /** Σ|forecast − fact| / Σ fact. */
  wape: number | null;
  /** Mean of |error| / mean |yearly change| of the series up to the origin. */
  mase: number | null;
  /** Share of right signs of change among pairs where both changes are not zero. */
  direction: number | null;
  /** Σ(forecast − fact) / Σ fact; positive is too high. */
  bias: number | null;
  /** Share of facts inside the 80 % interval. */
  coverage80: number | null;
  /** Mean width of the interval as a share of the forecast. */
  width80: number | null;
  /** Pairs of forecast and fact. */
  n: number;
}

/** Adds up pairs of forecast and fact. */
export class ScoreSheet {
  private absolute = 0;
  private signed = 0;
  private facts = 0;
  private scaled = 0;
  private scaledN = 0;
  private hits = 0;
  private turns = 0;
  private inside = 0;
  private intervals = 0;
  private width = 0;
  private widths = 0;
  private n = 0;

  /**
   * @param last value at the origin; @param step mean |yearly change| up to the origin, 0 leaves the pair out
   * of MASE; @param low, high the 80 % interval, NaN when none could be calibrated yet.
   */
  add(forecast: number, fact: number, last: number, step: number, low: number, high: number): void {
    const error = forecast - fact;
    this.n++;
    this.absolute += Math.abs(error);
    this.signed += error;
    this.facts += fact;
    if (step > 0) {
      this.scaled += Math.abs(error) / step;
      this.scaledN++;
    }
    if (fact !== last && forecast !== last) {
      this.turns++;
      if (fact > last === forecast > last) this.hits++;
    }
    if (Number.isNaN(low) || Number.isNaN(high)) return;
    this.intervals++;
    if (low <= fact && fact <= high) this.inside++;
    if (forecast > 0) {
      this.width += (high - low) / forecast;
      this.widths++;
    }
  }

  result(): Score {
    const share = (a: number, b: number) => (b > 0 ? round((100 * a) / b) : null);
    return {
      wape: share(this.absolute, this.facts),
      mase: this.scaledN > 0 ? round(this.scaled / this.scaledN) : null,
      direction: share(this.hits, this.turns),
      bias: share(this.signed, this.facts),
      coverage80: share(this.inside, this.intervals),
      width80: share(this.width, this.widths),
      n: this.n,
    };
  }
}

/** Four decimals: more digits than the figures mean, few enough to compare files by eye. */
const round = (x: number): number => Math.round(x * 1e4) / 1e4;
