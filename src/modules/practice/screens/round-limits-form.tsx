import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import type { Choices } from './round-api.ts';
import css from './rounds.module.css';

export type Limit =
  | { what: 'cap'; hostId: string; seats: number }
  | {
      what: 'quota';
      hostId: string;
      /** Empty: over all places of the enterprise. */
      offerId: string;
      seats: number;
      kind: 'ceiling' | 'reserve';
      /** Empty: of any college, of any speciality; not both. */
      college: string;
      programme: string;
    };

interface Props {
  choices: Choices;
  value: Limit[];
  onChange: (limits: Limit[]) => void;
}

/** Limits of enterprises over all their places, and shares of colleges and programmes there. */
export function RoundLimits({ choices, value, onChange }: Props) {
  const { t } = useTexts();
  const hosts = [...new Map(choices.offers.map(({ hostId, host }) => [hostId, host]))].map(([id, host]) => ({
    value: id,
    label: host,
  }));
  const programmes = [...new Set(choices.plans.map(({ programme }) => programme))]
    .sort()
    .map((code) => ({ value: code, label: code }));
  const colleges = [...new Map(choices.plans.map(({ collegeId, college }) => [collegeId, college]))].map(
    ([id, label]) => ({ value: id, label }),
  );
  const placesOf = (hostId: string) =>
    choices.offers
      .filter((offer) => offer.hostId === hostId)
      .map(({ id, title }) => ({ value: id, label: title }));
  const [host, college] = [hosts[0]?.value, colleges[0]?.value];
  const put = (at: number, limit: Limit) => onChange(value.map((one, k) => (k === at ? limit : one)));
  const number = (text: string) => Math.max(0, Math.round(Number(text) || 0));
  return (
    <fieldset className={css.wide}>
      <legend>
        {t('practice:round.screen.open.caps')}, {t('practice:round.screen.open.quotas')}
      </legend>
      {value.map((limit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a limit has no id of its own until it is sent
        <div key={at} className={css.line}>
          <ChoiceInput
            name={`limit.${at}.host`}
            label={t('practice:round.screen.open.capHost')}
            value={limit.hostId}
            onChange={(hostId) =>
              put(at, limit.what === 'cap' ? { ...limit, hostId } : { ...limit, hostId, offerId: '' })
            }
            choices={hosts}
          />
          {limit.what === 'quota' && (
            <>
              <ChoiceInput
                name={`limit.${at}.place`}
                label={t('practice:round.screen.open.quotaWhere')}
                value={limit.offerId}
                onChange={(offerId) => put(at, { ...limit, offerId })}
                choices={[
                  { value: '', label: t('practice:round.screen.open.everyPlace') },
                  ...placesOf(limit.hostId),
                ]}
              />
              <ChoiceInput
                name={`limit.${at}.college`}
                label={t('practice:round.screen.open.quotaCollege')}
                value={limit.college}
                onChange={(id) =>
                  put(at, {
                    ...limit,
                    college: id,
                    programme: id === '' ? limit.programme || (programmes[0]?.value ?? '') : limit.programme,
                  })
                }
                choices={[{ value: '', label: t('practice:round.screen.open.anyCollege') }, ...colleges]}
              />
              <ChoiceInput
                name={`limit.${at}.programme`}
                label={t('practice:round.screen.open.quotaFor')}
                value={limit.programme}
                onChange={(code) => put(at, { ...limit, programme: code })}
                choices={[
                  ...(limit.college === ''
                    ? []
                    : [{ value: '', label: t('practice:round.screen.open.anyProgramme') }]),
                  ...programmes,
                ]}
              />
              <ChoiceInput
                name={`limit.${at}.kind`}
                label={t('practice:round.screen.open.quotaKind')}
                value={limit.kind}
                onChange={(kind) => put(at, { ...limit, kind: kind === 'reserve' ? 'reserve' : 'ceiling' })}
                choices={(['ceiling', 'reserve'] as const).map((one) => ({
                  value: one,
                  label: t(`practice:round.screen.open.${one}`),
                }))}
              />
            </>
          )}
          <TextInput
            name={`limit.${at}.seats`}
            inputMode="numeric"
            label={t('practice:round.screen.open.quotaSeats')}
            value={String(limit.seats)}
            onChange={(text) => put(at, { ...limit, seats: number(text) })}
          />
          <Button onClick={() => onChange(value.filter((_, k) => k !== at))}>
            {t('practice:round.screen.open.remove')}
          </Button>
        </div>
      ))}
      <p className={css.acts}>
        {host && (
          <Button
            size="s"
            icon="plus"
            onClick={() => onChange([...value, { what: 'cap', hostId: host, seats: 5 }])}
          >
            {t('practice:round.screen.open.addCap')}
          </Button>
        )}
        {host && college && (
          <Button
            size="s"
            icon="plus"
            onClick={() =>
              onChange([
                ...value,
                {
                  what: 'quota',
                  hostId: host,
                  offerId: placesOf(host)[0]?.value ?? '',
                  seats: 2,
                  kind: 'ceiling',
                  college,
                  programme: '',
                },
              ])
            }
          >
            {t('practice:round.screen.open.addQuota')}
          </Button>
        )}
      </p>
    </fieldset>
  );
}
