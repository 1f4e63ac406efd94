import { useTexts } from '../../../web/text.ts';
import css from './registry.module.css';
import type { Card } from './registry-api.ts';

/** The details of the card; what is not known says so. */
export function OrganisationFacts({ card }: { card: Card }) {
  const { t, num } = useTexts();
  const unknown = <span className="dim">{t('registry:card.noData')}</span>;
  const facts: [string, string | null][] = [
    [t('registry:card.inn'), card.inn],
    [t('registry:card.kpp'), card.kpp],
    [t('registry:card.ogrn'), card.ogrn],
    [t('registry:card.okved'), card.okved],
    [t('registry:card.municipality'), card.municipalityName],
    [t('registry:card.address'), card.address],
    [t('registry:card.headcount'), card.headcount === null ? null : num(card.headcount)],
    [t('registry:card.size'), card.sizeClass && t(`registry:size.${card.sizeClass}`)],
    [t('registry:card.access'), t(`registry:access.${card.accessClass}`)],
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
