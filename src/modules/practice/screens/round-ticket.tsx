import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { api, type Draw } from './round-api.ts';
import css from './rounds.module.css';

interface Told {
  ticket: string;
  known: boolean;
  position: number | null;
  of: number;
  here: boolean;
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** HMAC-SHA-256 by the browser itself; absent on a page that was not opened over a safe connection. */
async function ticketHere(seed: string, label: string, pseudonym: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(seed), algorithm, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${label}\n${pseudonym}`));
  return [...new Uint8Array(signed)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The ticket of a pseudonym computed anew: in this browser where it can, and its place among all. */
export function DrawTicket({ draw }: { draw: Draw }) {
  const { t } = useTexts();
  const { number = '' } = useSearch({ strict: false }) as { number?: string };
  const [pseudonym, setPseudonym] = useState(number);
  const [told, setTold] = useState<Told | null>(null);
  const [problem, setProblem] = useState('');
  const compute = async () => {
    setProblem('');
    try {
      const { data } = await api.drawTicket({ id: draw.id, pseudonym: pseudonym.trim() });
      const own = await ticketHere(draw.seed ?? '', draw.label, pseudonym.trim());
      setTold({ ...data, ticket: own ?? data.ticket, here: own !== null });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className={css.phone}>
      <h2>{t('practice:round.screen.draws.own')}</h2>
      <p>{t('practice:round.screen.draws.ownAbout')}</p>
      <TextInput
        name="pseudonym"
        label={t('practice:round.screen.draws.pseudonym')}
        value={pseudonym}
        onChange={setPseudonym}
      />
      <p>
        <Button onClick={() => void compute()}>{t('practice:round.screen.draws.compute')}</Button>
      </p>
      {problem && <p role="alert">{problem}</p>}
      {told && (
        <p role="status" className={css.otherwise}>
          {t('practice:round.screen.draws.ticket')}: <span className={css.hash}>{told.ticket}</span>
          <br />
          {told.known && told.position !== null
            ? t('practice:round.screen.draws.position', { position: told.position, of: told.of })
            : t('practice:round.screen.draws.unknown')}{' '}
          ({t(told.here ? 'practice:round.screen.draws.here' : 'practice:round.screen.draws.byServer')})
        </p>
      )}
    </section>
  );
}
