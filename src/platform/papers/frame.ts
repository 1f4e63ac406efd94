/** What stands around the text of a paper on each page. */
export interface Frame {
  /** Not registered yet: every page carries «ПРОЕКТ». */
  draft: boolean;
  /** Made from demonstration data: every page says so. */
  demo: boolean;
  /** Id and version of the template. */
  template: string;
  /** Hash of the paper's data, whole; the footer shows its first characters. */
  fingerprint: string | null;
  orientation: 'portrait' | 'landscape';
}

/** Characters of the fingerprint in the footer: enough to tell papers apart by eye. */
export const SHOWN_FINGERPRINT = 16;
