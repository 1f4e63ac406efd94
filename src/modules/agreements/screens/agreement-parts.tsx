import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { SectionHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './agreements.module.css';
import type { Card, Kind } from './agreements-api.ts';

/** Term, day of conclusion, the kind's own fields. */
export function Facts({ card, kind }: { card: Card; kind: Kind | undefined }) {
  const { t, date } = useTexts();
  const unknown = <span className="dim">{t('agreements:card.noData')}</span>;
  const to = card.to ? date(card.to) : t('agreements:list.open');
  const facts: [string, string | null][] = [
    [t('agreements:card.term'), `${date(card.from)} – ${to}`],
    [
      t('agreements:card.concluded'),
      card.concludedOn ? date(card.concludedOn) : t('agreements:card.notConcluded'),
    ],
    [t('agreements:card.version'), String(card.version)],
    ...(kind?.fields ?? []).map(({ id, title }): [string, string | null] => {
      const value = card.fields[id];
      return [title, value === null || value === undefined || value === '' ? null : String(value)];
    }),
  ];
  return (
    <dl className={`panel ${css.facts}`}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? unknown}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The parties by the names of the day of conclusion, and whose signature is awaited. */
export function Parties({ card, onSign }: { card: Card; onSign: (party: Card['parties'][number]) => void }) {
  const { t } = useTexts();
  const waits = card.state === 'proposed' || card.state === 'changing';
  return (
    <section aria-labelledby="parties">
      <SectionHead id="parties" title={t('agreements:card.parties')} />
      <ul className={css.lines}>
        {card.parties.map((party) => (
          <li key={party.organisationId} className={css.line}>
            <span>
              {party.name}{' '}
              {party.nameNow && (
                <span className="dim small">{t('agreements:card.nameNow', { name: party.nameNow })}</span>
              )}
              {party.signatory && (
                <span className="dim small">
                  {' '}
                  {[party.signatory, party.authority].filter(Boolean).join(', ')}
                </span>
              )}
            </span>
            {party.mine ? (
              <Button size="s" onClick={() => onSign(party)}>
                {t('agreements:card.sign')}
              </Button>
            ) : party.signed ? (
              <StateMark state="done">{t('agreements:card.signed')}</StateMark>
            ) : (
              waits && <StateMark state="waiting">{t('agreements:card.unsigned')}</StateMark>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was done under the agreement, the latest first. */
export function Activity({ card }: { card: Card }) {
  const { t, date } = useTexts();
  return (
    <section aria-labelledby="activity">
      <SectionHead id="activity" title={t('agreements:card.activity')} />
      {card.activity.length === 0 && <p className="dim">{t('agreements:card.noActivity')}</p>}
      <ul className={css.lines}>
        {card.activity.map(({ id, on, note, by }) => (
          <li key={id}>
            {date(on)}: {note} <span className="dim small">{by}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every content that was proposed, and signatures that stand no more. */
export function Versions({ card }: { card: Card }) {
  const { t } = useTexts();
  const former = card.signatures.filter(({ standing }) => standing !== 'valid');
  return (
    <section aria-labelledby="versions">
      <SectionHead id="versions" title={t('agreements:card.versions')} />
      <ul className={css.lines}>
        {card.versions.map(({ no, at, by, supplement, why, hash }) => (
          <li key={no}>
            {t('agreements:card.versionLine', { no, at, by: by ?? '' })}{' '}
            {supplement && t('agreements:card.supplementLine', { number: supplement, why: why ?? '' })}{' '}
            <span className="dim small">{t('agreements:card.hash', { hash: hash.slice(0, 16) })}</span>
          </li>
        ))}
      </ul>
      {former.length > 0 && <h3>{t('agreements:card.signatures')}</h3>}
      <ul className={css.lines}>
        {former.map(({ id, signer, signedOn, standing }) => (
          <li key={id} className="dim">
            {t('agreements:card.signatureLine', {
              signer,
              on: signedOn,
              standing: t(`agreements:card.standing.${standing}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
