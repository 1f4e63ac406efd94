import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicLists, readImport, renderReport, repairedFile, type SayText } from '../modules/needs/index.ts';
import { importKinds } from '../modules/programmes/import-outcomes/index.ts';
import { type Locale, translateId } from '../platform/i18n/index.ts';
import { DEFAULT_LIMITS, SheetRefusal, writeSheet } from '../platform/sheets/index.ts';
import { dayIn } from '../platform/use-case/index.ts';
import { localeOf } from './locale-of.ts';
import { plainRefusal } from './plain-refusal.ts';
import type { RouteParts } from './route-parts.ts';

const MEGABYTE = 1024 * 1024;
/** Files checked at one time: each may take a thread and some hundreds of megabytes. */
const AT_ONCE = 2;
/** Remarks sent to the screen; the repaired file holds them all. */
const SHOWN = 500;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function checkSize(size: number): void {
  if (size > DEFAULT_LIMITS.maxBytes)
    throw new SheetRefusal('sheets:refused.tooLarge', {
      size: Math.ceil(size / MEGABYTE),
      limit: DEFAULT_LIMITS.maxBytes / MEGABYTE,
    });
}

interface Asked {
  Querystring: { name?: string; as?: string; kind?: string };
}

/** The body in memory; what announces itself as too large is not read, what turns out so is dropped on the way. */
async function bodyOf(request: FastifyRequest): Promise<Uint8Array> {
  checkSize(Number(request.headers['content-length'] ?? 0));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.body as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    checkSize(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * «Проверьте мой Excel»: a file comes in the body, the report or the repaired file goes back. Nothing is written
 * anywhere: not the file, not its rows, not its name.
 */
export function checkRoutes(app: FastifyInstance, { world }: RouteParts): void {
  let running = 0;
  const read = async (request: FastifyRequest<Asked>, name: string, locale: Locale) => {
    const say: SayText = ({ id, params }) => translateId(locale, id, params ?? {});
    const bytes = await bodyOf(request);
    const lists = await publicLists(world.db, dayIn(world.timeZone, world.now()));
    return {
      say,
      ...(await readImport({ bytes, name }, String(request.query.kind ?? 'auto'), importKinds, lists)),
    };
  };
  const answer = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    const locale = localeOf(request);
    const name = String(request.query.name ?? '').slice(0, 200);
    if (running >= AT_ONCE) return plainRefusal(request, reply, 503, 'needs:check.tooBusy');
    running += 1;
    try {
      const { say, result, book, kind } = await read(request, name, locale);
      if (request.query.as === 'file') {
        const words = { yes: translateId(locale, 'server:yes'), no: translateId(locale, 'server:no') };
        const own = book && kind?.repaired ? kind.repaired(book, say, words) : null;
        const file = await writeSheet(own ?? repairedFile(result, book, say, words), { format: 'xlsx' });
        return reply.type(XLSX).header('cache-control', 'no-store').send(Buffer.from(file));
      }
      const report = renderReport(result, say);
      return reply.header('cache-control', 'no-store').send({
        ...report,
        counts: { repaired: report.repaired.length, refused: report.refused.length },
        repaired: report.repaired.slice(0, SHOWN),
        refused: report.refused.slice(0, SHOWN),
        proposals: report.proposals.slice(0, SHOWN).map(({ text, rows }) => ({ text, rows: rows.length })),
      });
    } catch (error) {
      if (!(error instanceof SheetRefusal)) throw error;
      // here a kind is chosen from a list, not typed
      const unknown = error.key === 'needs:import.refused.unknownKind';
      const key = unknown ? 'needs:error.unknownKind' : error.key;
      return plainRefusal(request, reply, error.status, key, unknown ? {} : (error.text.params ?? {}));
    } finally {
      running -= 1;
    }
  };
  // a scope of its own: only this address takes bare bytes, as a stream
  void app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.post<Asked>('/api/check', answer);
  });
}
