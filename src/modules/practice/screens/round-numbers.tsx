import { useTexts } from '../../../web/text.ts';
import { type KeyNumber, KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import type { Round } from './round-api.ts';
import css from './rounds.module.css';

/** Students, lists, seats, and after the draw who has a place; each with where it is from. */
export function RoundNumbers({ round }: { round: Round }) {
  const { t } = useTexts();
  const { students, ranked, seats, placed, administrative, run } = round;
  const people = (count: number) => t('practice:round.screen.card.nounStudents', { count });
  const one = (
    label: 'students' | 'ranked' | 'seats' | 'placed' | 'left',
    value: number,
    short: string,
    more: { aside?: string; noun?: string } = {},
  ): KeyNumber => ({
    label: t(`practice:round.screen.card.${label}`),
    value: <Num value={value} />,
    ...(more.aside && { aside: more.aside }),
    origin: {
      short,
      facts: { nodes: [{ count: value, noun: more.noun ?? people(value), source: short }] },
    },
  });
  const fromDraw = t('practice:round.screen.card.fromDraw', { run });
  const statistics = round.statistics;
  const aside = administrative
    ? { aside: t('practice:round.screen.card.administrative', { count: administrative }) }
    : {};
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          one('students', students, t('practice:round.screen.card.fromGroups')),
          one('ranked', ranked, t('practice:round.screen.card.fromLists'), {
            aside: t('practice:round.screen.card.ofAll', { count: students }),
          }),
          one('seats', seats, t('practice:round.screen.card.fromPlaces'), {
            noun: t('practice:round.screen.card.nounSeats', { count: seats }),
            ...(round.pins > 0 && { aside: t('practice:round.screen.card.pins', { count: round.pins }) }),
          }),
          ...(statistics && placed !== null
            ? [
                one('placed', placed, fromDraw, aside),
                one('left', Math.max(0, statistics.students - placed), fromDraw, {
                  ...(round.confirmed > 0 && {
                    aside: t('practice:round.screen.card.confirmed', { count: round.confirmed }),
                  }),
                }),
              ]
            : []),
        ]}
      />
    </div>
  );
}
