import { useTexts } from '../../../web/text.ts';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import type { OriginFacts } from '../../../web/widgets/stem.tsx';
import css from './district.module.css';
import type { District } from './order-api.ts';

/** What fits on one page of A4, of both lists or of the seats alone; the rest is counted. */
const OF_BOTH = 8;
const ALONE = 12;

function Numbers({ sheet }: { sheet: District }) {
  const { t } = useTexts();
  const { need, applicants, seatsWithin50, seatsNear } = sheet;
  const stated: OriginFacts = {
    nodes: [
      {
        count: need.stated,
        noun: t('order:screen.noun.people', { count: need.stated ?? 0 }),
        source: t('order:screen.origin.lines'),
      },
      {
        count: need.enterprises,
        noun: t('order:screen.noun.enterprises', { count: need.enterprises ?? 0 }),
        source: sheet.municipality.name,
      },
    ],
  };
  const near = new Set(seatsNear.filter((row) => row.km <= 50).map((row) => row.college)).size;
  const seats: OriginFacts = {
    nodes: [
      {
        count: seatsWithin50,
        noun: t('order:screen.noun.seats', { count: seatsWithin50 }),
        source: t('order:screen.district.free'),
      },
      {
        count: near,
        noun: t('order:screen.noun.colleges', { count: near }),
        source: t('order:screen.district.within'),
      },
    ],
  };
  const leavers = (count: number): OriginFacts => ({
    nodes: [
      {
        count,
        noun: t('order:screen.noun.pupils', { count }),
        source: t('order:screen.district.schools', { year: String(applicants?.year ?? '') }),
      },
    ],
  });
  return (
    <KeyNumbers
      numbers={[
        {
          label: t('order:screen.district.need'),
          value: need.stated === null ? t('needs:withheld.mark') : <Num value={need.stated} />,
          origin: {
            short:
              need.enterprises === null
                ? t('needs:withheld.why')
                : t('order:screen.count.enterprises', { count: need.enterprises }),
            facts: stated,
          },
        },
        {
          label: t('order:screen.district.seats'),
          value: <Num value={seatsWithin50} />,
          origin: { short: t('order:screen.count.colleges', { count: near }), facts: seats },
        },
        {
          label: t('order:screen.district.grade9', { year: String(applicants?.year ?? '') }),
          value: <Num value={applicants?.grade9} />,
          origin: { short: t('order:screen.district.count'), facts: leavers(applicants?.grade9 ?? 0) },
        },
        {
          label: t('order:screen.district.grade11', { year: String(applicants?.year ?? '') }),
          value: <Num value={applicants?.grade11} />,
          origin: { short: t('order:screen.district.count'), facts: leavers(applicants?.grade11 ?? 0) },
        },
      ]}
    />
  );
}

/** Need, own school leavers and the seats near by on one page of paper. */
export function DistrictSheet({ sheet }: { sheet: District }) {
  const { t, num } = useTexts();
  const needs = sheet.need.byOccupation.slice(0, OF_BOTH);
  const seats = sheet.seatsNear.slice(0, needs.length === 0 ? ALONE : OF_BOTH);
  const moreNeeds = sheet.need.byOccupation.length - needs.length;
  const moreSeats = sheet.seatsNear.length - seats.length;
  return (
    <>
      <Numbers sheet={sheet} />
      <div className={needs.length === 0 ? `${css.sheet} ${css.alone}` : css.sheet}>
        <section aria-labelledby="district-need">
          <h2 id="district-need">{t('order:screen.district.whom')}</h2>
          {needs.length === 0 ? (
            <p className="dim">
              {t(sheet.need.withheld.occupations > 0 ? 'needs:withheld.all' : 'order:screen.district.noNeed')}
            </p>
          ) : (
            <table className={css.plain}>
              <thead>
                <tr>
                  <th scope="col">{t('order:screen.district.occupation')}</th>
                  <th scope="col">{t('order:screen.district.people')}</th>
                </tr>
              </thead>
              <tbody>
                {needs.map((row) => (
                  <tr key={row.name}>
                    <th scope="row">{row.name}</th>
                    <td className="num">{num(row.people)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {moreNeeds > 0 && (
            <p className="dim small">{t('order:screen.district.more', { count: moreNeeds })}</p>
          )}
          {needs.length > 0 && sheet.need.withheld.occupations > 0 && (
            <p className="dim small">
              {t('needs:withheld.rest', {
                count: sheet.need.withheld.occupations,
                people: sheet.need.withheld.people ?? 0,
              })}
            </p>
          )}
        </section>
        <section aria-labelledby="district-seats">
          <h2 id="district-seats">{t('order:screen.district.where')}</h2>
          {seats.length === 0 ? (
            <p className="dim">{t('order:screen.district.noSeats')}</p>
          ) : (
            <table className={css.plain}>
              <thead>
                <tr>
                  <th scope="col">{t('order:screen.district.programme')}</th>
                  <th scope="col">{t('order:screen.district.college')}</th>
                  <th scope="col">{t('order:screen.district.places')}</th>
                </tr>
              </thead>
              <tbody>
                {seats.map((row) => (
                  <tr key={`${row.college} ${row.code}`}>
                    <th scope="row">
                      {row.name} <span className="dim small nowrap">{row.code}</span>
                    </th>
                    <td>
                      {row.college}{' '}
                      <span className={`dim small ${css.place}`}>
                        {t(row.byRoad ? 'order:screen.district.byRoad' : 'order:screen.district.straight', {
                          municipality: row.municipality,
                          km: Math.round(row.km),
                        })}
                      </span>
                    </td>
                    <td className="num">{num(row.seats)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {moreSeats > 0 && (
            <p className="dim small">{t('order:screen.district.more', { count: moreSeats })}</p>
          )}
        </section>
      </div>
    </>
  );
}
