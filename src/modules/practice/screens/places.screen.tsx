import { useMemo, useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { CopyLastYear } from '../../../web/widgets/copy-last-year.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { schoolYearOf } from '../rules/days.ts';
import { OfferForm } from './offer-form.tsx';
import { placesColumns } from './places-columns.tsx';
import { type Filter, PlacesFilter } from './places-filter.tsx';
import { PlacesMap } from './places-map.tsx';
import css from './practice.module.css';
import { api, numberOf, OFFERS, type Offer, todayHere } from './practice-api.ts';

function Totals({ rows, own }: { rows: Offer[]; own: boolean }) {
  const { t } = useTexts();
  const source = t('practice:screen.places.fromOffers');
  const units = rows.reduce((sum, row) => sum + row.capacity, 0);
  const free = rows.reduce((sum, row) => sum + row.capacity - row.taken, 0);
  const hosts = new Set(rows.map(({ organisationId }) => organisationId)).size;
  const origin = (count: number, noun: string) => ({
    short: source,
    facts: {
      nodes: [
        { count, noun, source },
        { count: rows.length, noun: t('practice:screen.places.nounOffers', { count: rows.length }), source },
      ],
    },
  });
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('practice:screen.places.total'),
            value: <Num value={units} />,
            origin: origin(units, t('practice:screen.places.nounUnits', { count: units })),
          },
          {
            label: t('practice:screen.places.free'),
            value: <Num value={free} />,
            origin: origin(free, t('practice:screen.places.nounUnits', { count: free })),
          },
          ...(own
            ? []
            : [
                {
                  label: t('practice:screen.places.hosts'),
                  value: <Num value={hosts} />,
                  origin: origin(hosts, t('practice:screen.places.nounHosts', { count: hosts })),
                },
              ]),
        ]}
      />
    </div>
  );
}

const EMPTY: Filter = {
  programme: '',
  from: '',
  to: '',
  municipalityId: '',
  km: '',
  rural: false,
  free: false,
};

/** Places for practice: an enterprise's own, or those of the region, in a table and on a map. */
export default function Places() {
  const texts = useTexts();
  const { t } = texts;
  const { rights } = useSession();
  const own = rights['practice.offer.read'] === 'organisation';
  const [filter, setFilter] = useState(EMPTY);
  const [editing, setEditing] = useState<string | null>(null);
  const { programme, from, to, municipalityId, km, rural, free } = filter;
  const input = own
    ? {}
    : {
        ...(/^\d{2}\.\d{2}\.\d{2}$/.test(programme) && { programme }),
        ...(from && { from }),
        ...(to && { to }),
        ...(municipalityId && { municipalityId }),
        ...(numberOf(km) && { km: numberOf(km) ?? 0 }),
        ...(rural && { rural }),
        ...(free && { free }),
      };
  const read = useRead(OFFERS, api.listOffers, input, { placeholderData: (old) => old });
  const renew = useChange(api.renewOffers, [OFFERS]);
  const { onExport, problem } = useExport<Offer>(t('practice:screen.places.title'));
  const rows = read.data?.data.rows ?? [];
  const can = read.data?.can ?? {};
  const columns = useMemo(
    () => placesColumns(texts, own, can.offer ? setEditing : null),
    [texts, own, can.offer],
  );
  const filtered = Object.keys(input).length > 0;
  return (
    <>
      <PageHead
        title={t('practice:screen.places.title')}
        about={t(own ? 'practice:screen.places.aboutOwn' : 'practice:screen.places.about')}
        actions={
          can.offer &&
          editing === null && (
            <>
              <CopyLastYear
                head
                label={t('practice:screen.places.renew')}
                onCopy={() => renew.mutateAsync({ schoolYear: schoolYearOf(todayHere()) + 1 })}
              />
              <Button kind="main" icon="plus" onClick={() => setEditing('')}>
                {t('practice:screen.places.offer')}
              </Button>
            </>
          )
        }
      />
      {renew.data && (
        <p role="status" className={css.said}>
          {t('practice:screen.places.renewed', renew.data.data)}
        </p>
      )}
      {editing !== null && <OfferForm key={editing} id={editing || null} onClose={() => setEditing(null)} />}
      {!own && <PlacesFilter value={filter} onChange={setFilter} />}
      {rows.length > 0 && <Totals rows={rows} own={own} />}
      <DataTable
        id="places"
        title={t('practice:screen.places.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        problem={(row) => (own && row.taken > 0 && row.mentors === 0 ? 1 : 0)}
        quiet={(row) => row.taken >= row.capacity}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        onExport={onExport}
        note={problem}
        empty={t(filtered ? 'practice:screen.places.emptySearch' : 'practice:screen.places.empty')}
      />
      {!own && rows.length > 0 && <PlacesMap rows={rows} />}
    </>
  );
}
