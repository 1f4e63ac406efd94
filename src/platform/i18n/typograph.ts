const NBSP = '\u00a0';

/** A number, a placeholder or `№` that must stay with the short word or sign after it. */
const NUMBER_THEN_UNIT = /([\d}])[ ](?=(?:[%₽°]|[а-яё]{1,3}\.?(?![а-яё])))/giu;
const THOUSANDS = /(?<=\d)[ ](?=\d{3}(?!\d))/gu;
const NUMERO = /([№§])[ ]?(?=[\d{])/gu;
const DASH = /[ ](?=[—–][ ])/gu;
const PARTICLE = /[ ](?=(?:же|ли|бы|ж|б)(?![а-яё]))/giu;
const SHORT_WORD = /(?<=^|[\s\u00a0«(„"-])([а-яё]{1,2})[ ](?=\S)/giu;
const INITIALS_AFTER = /(?<=[А-ЯЁ][а-яё]+)[ ](?=[А-ЯЁ]\.)/gu;
const INITIALS = /(?<=(?:^|[\s\u00a0(])[А-ЯЁ]\.)[ ]?(?=[А-ЯЁ][.а-яё])/gu;
const AFTER_PARTICLE = /(?<=\u00a0(?:же|ли|бы|ж|б))\u00a0/giu;

/**
 * Sets no-break spaces the way Russian typesetting asks: after words of one or two letters, before particles
 * and dashes, between a number and its unit, between initials and a name. Idempotent; other text is untouched.
 */
export function typograph(locale: string, text: string): string {
  const joined = text
    .replace(DASH, NBSP)
    .replace(THOUSANDS, NBSP)
    .replace(NUMERO, `$1${NBSP}`)
    .replace(NUMBER_THEN_UNIT, `$1${NBSP}`);
  if (locale !== 'ru') return joined;
  return (
    joined
      .replace(PARTICLE, NBSP)
      .replace(INITIALS_AFTER, NBSP)
      .replace(INITIALS, NBSP)
      // twice: in «и в цех» the second short word starts where the first match ended
      .replace(SHORT_WORD, `$1${NBSP}`)
      .replace(SHORT_WORD, `$1${NBSP}`)
      // a particle already holds on to the word before it
      .replace(AFTER_PARTICLE, ' ')
  );
}
