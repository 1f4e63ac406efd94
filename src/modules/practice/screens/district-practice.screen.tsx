import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { apiOf, useRead } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import { PageHead, SectionHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton, PrintFoot } from '../../../web/widgets/print-button.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { contract as order } from '../../order/contract.ts';
import { contract as registry } from '../../registry/contract.ts';
import { api } from './paper-api.ts';
import css from './practice.module.css';

const places = apiOf({ listMunicipalities: registry.listMunicipalities });
const need = apiOf({ districtSheet: order.districtSheet });
type Need = Awaited<ReturnType<typeof need.districtSheet>>['data'];
type Sheet = Awaited<ReturnType<typeof api.districtPractice>>['data'];

/** Need, seats to study within reach and the own ninth-graders, as the order's sheet of the district has them. */
function NeedNumbers({ sheet }: { sheet: Need }) {
  const { t } = useTexts();
  const { applicants, need: asked, seatsNear, seatsWithin50 } = sheet;
  const year = applicants?.year ?? 0;
  const near = new Set(seatsNear.filter(({ km }) => km <= 50).map(({ college }) => college)).size;
  const schools = applicants
    ? t('practice:district.screen.schools', { year })
    : t('practice:district.screen.noPupils');
  return (
    <section className={css.numbers} aria-labelledby="district-need">
      <SectionHead id="district-need" title={t('practice:district.screen.needPart')} />
      <KeyNumbers
        numbers={[
          {
            label: t('practice:district.screen.need'),
            value:
              asked.stated === null ? t('practice:district.screen.hidden') : <Num value={asked.stated} />,
            origin: {
              short:
                asked.stated === null
                  ? t('practice:district.screen.withheld')
                  : t('practice:district.screen.enterprises'),
              facts: {
                nodes: [
                  {
                    count: asked.stated,
                    noun: t('practice:district.screen.nounNeed', { count: asked.stated ?? 0 }),
                    source: t('practice:district.screen.enterprises'),
                  },
                ],
              },
            },
          },
          {
            label: t('practice:district.screen.study'),
            value: <Num value={seatsWithin50} />,
            origin: {
              short: t('practice:district.screen.admission'),
              facts: {
                nodes: [
                  {
                    count: seatsWithin50,
                    noun: t('practice:district.screen.nounSeats', { count: seatsWithin50 }),
                    source: t('practice:district.screen.admission'),
                  },
                  {
                    count: near,
                    noun: t('practice:district.screen.nounColleges', { count: near }),
                    source: sheet.municipality.name,
                  },
                ],
              },
            },
          },
          {
            label: t('practice:district.screen.grade9', { year: year || '' }),
            value: <Num value={applicants?.grade9} />,
            origin: {
              short: schools,
              facts: {
                nodes: [
                  {
                    count: applicants?.grade9 ?? null,
                    noun: t('practice:district.screen.nounPupils', { count: applicants?.grade9 ?? 0 }),
                    source: schools,
                  },
                ],
              },
            },
          },
        ]}
      />
      <p className="no-print">
        <Link to="/district" search={{ place: sheet.municipality.id } as never}>
          {t('practice:district.screen.lists')}
        </Link>
      </p>
    </section>
  );
}

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
    <section className={css.numbers} aria-labelledby="district-practice">
      <SectionHead id="district-practice" title={t('practice:district.screen.practicePart')} />
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
    </section>
  );
}

/** A district on one sheet: need, seats, pupils, practice, hires, who came back; numbers without names. */
export default function DistrictPractice() {
  const { t, num, date } = useTexts();
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
  const whole = useRead(['order', 'district'], need.districtSheet, asked ? { municipalityId: asked } : {}, {
    enabled: 'order.district.read' in rights && (!any || asked !== ''),
    retry: false,
  });
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
      {sheet && whole.data && <NeedNumbers sheet={whole.data.data} />}
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
      {sheet && (
        <PrintFoot>
          {t('practice:district.screen.foot', {
            name: sheet.municipality.name,
            at: date(new Date().toISOString(), 'long'),
          })}
        </PrintFoot>
      )}
    </>
  );
}
