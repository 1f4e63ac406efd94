import { useNavigate, useSearch } from '@tanstack/react-router';
import { apiOf, useRead } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton } from '../../../web/widgets/print-button.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { contract as registry } from '../../registry/contract.ts';
import { api } from './paper-api.ts';
import css from './practice.module.css';

const places = apiOf({ listMunicipalities: registry.listMunicipalities });
type Sheet = Awaited<ReturnType<typeof api.districtPractice>>['data'];

function Numbers({ sheet }: { sheet: Sheet }) {
  const { t } = useTexts();
  const one = (
    label: string,
    value: number | null,
    noun: 'nounPlacements' | 'nounPeople' | 'nounSeats',
    source: string,
  ) => ({
    label,
    value: value === null ? t('practice:district.screen.hidden') : <Num value={value} />,
    origin: {
      short: value === null ? t('practice:district.screen.withheld') : source,
      facts: {
        nodes: [{ count: value, noun: t(`practice:district.screen.${noun}`, { count: value ?? 0 }), source }],
      },
    },
  });
  const source = t('practice:district.screen.source');
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          one(t('practice:district.screen.placements'), sheet.placements, 'nounPlacements', source),
          one(t('practice:district.screen.own'), sheet.own, 'nounPeople', source),
          one(t('practice:district.screen.away'), sheet.away, 'nounPeople', source),
          one(t('practice:district.screen.hired'), sheet.hired, 'nounPeople', source),
          one(
            t('practice:district.screen.back'),
            sheet.back,
            'nounPeople',
            t('practice:district.screen.backNote'),
          ),
          one(
            t('practice:district.screen.seats'),
            sheet.free,
            'nounSeats',
            t('practice:district.screen.offers'),
          ),
        ]}
      />
    </div>
  );
}

/** What practice gives one district: numbers without names, and where there are free places near by. */
export default function DistrictPractice() {
  const { t, num } = useTexts();
  const navigate = useNavigate();
  const { rights, assignment } = useSession();
  const { place = '' } = useSearch({ strict: false }) as { place?: string };
  const any = rights['practice.district.read'] === 'all';
  const asked = any ? place || assignment?.municipality || '' : '';
  const list = useRead(['registry', 'municipalities'], places.listMunicipalities, {}, { enabled: any });
  const read = useRead(
    ['practice', 'district'],
    api.districtPractice,
    asked ? { municipalityId: asked } : {},
    { enabled: !any || asked !== '', retry: false },
  );
  const sheet = read.data?.data;
  const year = Number(sheet?.since.slice(0, 4) ?? 0);
  const choices = [...(list.data?.data.rows ?? [])]
    .sort((a, b) => a.name.localeCompare(b.name, 'ru'))
    .map((row) => ({ value: row.id, label: row.name }));
  return (
    <>
      <PageHead
        title={sheet?.municipality.name ?? t('practice:district.screen.title')}
        about={
          sheet
            ? `${t('practice:district.screen.about')} ${t('practice:district.screen.year', { from: year, to: year + 1 })}`
            : t('practice:district.screen.about')
        }
        actions={sheet && <PrintButton />}
      />
      {any && (
        <div className="no-print">
          <ChoiceInput
            name="place"
            label={t('practice:district.screen.choose')}
            none={t('practice:district.screen.none')}
            value={asked}
            onChange={(value) => void navigate({ to: '.', search: { place: value } as never, replace: true })}
            choices={choices}
          />
        </div>
      )}
      {read.isError && <EmptyState text={read.error.message} level={2} />}
      {sheet && <Numbers sheet={sheet} />}
      {sheet && (
        <DataTable
          id="near-places"
          title={t('practice:district.screen.where')}
          rows={sheet.near}
          rowKey={(row) => row.id}
          empty={t('practice:district.screen.noSeats')}
          columns={[
            {
              id: 'place',
              title: t('practice:district.screen.place'),
              value: (row) => row.title,
              names: true,
            },
            {
              id: 'host',
              title: t('practice:district.screen.host'),
              value: (row) => row.host,
              filter: 'text',
            },
            {
              id: 'km',
              title: t('practice:district.screen.km'),
              value: (row) => Math.round(row.km),
              cell: (row) => <span className="num">{num(Math.round(row.km))}</span>,
              align: 'number',
            },
            {
              id: 'free',
              title: t('practice:district.screen.free'),
              value: (row) => row.free,
              align: 'number',
            },
          ]}
        />
      )}
    </>
  );
}
