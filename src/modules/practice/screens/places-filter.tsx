import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import css from './practice.module.css';
import { readMunicipalities } from './read-municipalities.ts';

export interface Filter {
  programme: string;
  from: string;
  to: string;
  municipalityId: string;
  km: string;
  rural: boolean;
  free: boolean;
}

/** Speciality, days, distance from a place, rural, free. */
export function PlacesFilter({ value, onChange }: { value: Filter; onChange: (next: Filter) => void }) {
  const { t } = useTexts();
  const places = useRead(['registry', 'municipalities'], readMunicipalities, {});
  const field = (name: 'programme' | 'from' | 'to' | 'municipalityId' | 'km') => ({
    name,
    value: value[name],
    onChange: (next: string) => onChange({ ...value, [name]: next }),
  });
  return (
    <div className={css.tools}>
      <TextInput {...field('programme')} label={t('practice:screen.places.speciality')} />
      <TextInput {...field('from')} type="date" label={t('practice:screen.places.from')} />
      <TextInput {...field('to')} type="date" label={t('practice:screen.places.to')} />
      <ChoiceInput
        {...field('municipalityId')}
        label={t('practice:screen.places.near')}
        none={t('practice:screen.places.ownPlace')}
        choices={(places.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput {...field('km')} inputMode="numeric" label={t('practice:screen.places.within')} />
      <div>
        {(['rural', 'free'] as const).map((name) => (
          <label key={name} className={css.check}>
            <input
              type="checkbox"
              checked={value[name]}
              onChange={(event) => onChange({ ...value, [name]: event.target.checked })}
            />
            {t(name === 'rural' ? 'practice:screen.places.onlyRural' : 'practice:screen.places.onlyFree')}
          </label>
        ))}
      </div>
    </div>
  );
}
