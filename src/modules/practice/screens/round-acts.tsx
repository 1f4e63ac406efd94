import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { saveFile } from '../../../web/export-table.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { api, type Can, ROUND, ROUNDS, type Round } from './round-api.ts';
import { RoundRepair } from './round-repair.tsx';
import css from './rounds.module.css';

const DRAWN = ['drawn', 'publishing', 'published', 'repaired', 'closed'];

/** What the leader may do next: one filled button, the rest beside it. */
export function RoundActs({ round, can }: { round: Round; can: Can }) {
  const { t } = useTexts();
  const [asked, setAsked] = useState<'draw' | 'cancel' | 'repair' | null>(null);
  const touches = [ROUND, ROUNDS];
  const move = useChange(api.moveRound, touches);
  const freeze = useChange(api.freezeRound, touches);
  const publish = useChange(api.publishRound, touches);
  const bundle = useChange(api.exportRound, []);
  const { id } = round;
  const failed = [move, freeze, publish, bundle].find(({ isError }) => isError)?.error;
  const step = (event: 'rank' | 'close') => move.mutate({ id, event, reason: null });
  const download = () =>
    bundle.mutate(
      { id },
      {
        onSuccess: ({ data }) => {
          const save = (name: string, value: unknown) =>
            saveFile(new Blob([JSON.stringify(value)], { type: 'application/json' }), name);
          save('in.json', data.input);
          save('out.json', data.result);
          save('draw.json', { draw: data.draw });
        },
      },
    );
  const main = can.rank ? (
    <Button kind="main" busy={move.isPending} onClick={() => step('rank')}>
      {t('practice:round.screen.card.act.rank')}
    </Button>
  ) : can.freeze ? (
    <Button kind="main" busy={freeze.isPending} onClick={() => freeze.mutate({ id })}>
      {t('practice:round.screen.card.act.freeze')}
    </Button>
  ) : can.draw ? (
    <Button kind="main" onClick={() => setAsked('draw')}>
      {t('practice:round.screen.card.act.draw')}
    </Button>
  ) : can.announce && round.faults.length === 0 ? (
    <Button kind="main" busy={publish.isPending} onClick={() => publish.mutate({ id })}>
      {t(`practice:round.screen.card.act.${round.state === 'publishing' ? 'goOn' : 'announce'}`)}
    </Button>
  ) : null;
  if (asked === 'draw') return <StartDraw round={round} onClose={() => setAsked(null)} />;
  if (asked === 'cancel') return <CallOff round={round} onClose={() => setAsked(null)} />;
  if (asked === 'repair') return <RoundRepair round={round} onClose={() => setAsked(null)} />;
  return (
    <>
      {failed && <p role="alert">{failed.message}</p>}
      <p className={`no-print ${css.acts}`}>
        {round.state !== 'publishing' && main}
        {can.redo && (
          <Button busy={freeze.isPending} onClick={() => freeze.mutate({ id })}>
            {t('practice:round.screen.card.act.redo')}
          </Button>
        )}
        {can.repair && (
          <Button onClick={() => setAsked('repair')}>{t('practice:round.screen.card.act.repair')}</Button>
        )}
        {DRAWN.includes(round.state) && (
          <Button icon="download" busy={bundle.isPending} onClick={download}>
            {t('practice:round.screen.card.act.bundle')}
          </Button>
        )}
        {round.state !== 'open' && round.state !== 'cancelled' && (
          <Link to={`/draws/${id}`} className={buttonClass({})}>
            {t('practice:round.screen.card.act.public')}
          </Link>
        )}
        {can.close && (
          <Button busy={move.isPending} onClick={() => step('close')}>
            {t('practice:round.screen.card.act.close')}
          </Button>
        )}
        {can.cancel && (
          <Button kind="danger" onClick={() => setAsked('cancel')}>
            {t('practice:round.screen.card.act.cancel')}
          </Button>
        )}
        {round.state === 'publishing' && main}
      </p>
    </>
  );
}

function StartDraw({ round, onClose }: { round: Round; onClose: () => void }) {
  const { t } = useTexts();
  const [beacon, setBeacon] = useState(round.beacon ?? '');
  const draw = useChange(api.drawRound, [ROUND, ROUNDS]);
  const label = t('practice:round.screen.card.beacon');
  return (
    <FormPanel
      title={t('practice:round.screen.card.beaconAct')}
      submit={t('practice:round.screen.card.act.draw')}
      busy={draw.isPending}
      problems={draw.isError ? problemsFromServer(draw.error, t('web:form.notSaved')) : {}}
      labels={{ beacon: label }}
      onClose={onClose}
      onSubmit={() => draw.mutate({ id: round.id, beacon: beacon.trim() || null }, { onSuccess: onClose })}
    >
      <TextInput
        name="beacon"
        label={label}
        hint={t('practice:round.screen.card.beaconHint')}
        value={beacon}
        onChange={setBeacon}
        optional
      />
    </FormPanel>
  );
}

function CallOff({ round, onClose }: { round: Round; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const move = useChange(api.moveRound, [ROUND, ROUNDS]);
  const label = t('practice:round.screen.card.why');
  return (
    <FormPanel
      title={t('practice:round.screen.card.act.cancel')}
      about={t('practice:round.screen.card.sureCancel')}
      submit={t('practice:round.screen.card.act.cancel')}
      busy={move.isPending}
      problems={move.isError ? problemsFromServer(move.error, t('web:form.notSaved')) : {}}
      labels={{ reason: label }}
      {...(reason.trim() === '' && { blocked: t('practice:error.sayWhy') })}
      onClose={onClose}
      onSubmit={() =>
        move.mutate({ id: round.id, event: 'cancel', reason: reason.trim() }, { onSuccess: onClose })
      }
    >
      <TextInput name="reason" label={label} value={reason} onChange={setReason} />
    </FormPanel>
  );
}
