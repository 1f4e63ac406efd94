import { readdirSync } from 'node:fs';
import { translate, translateId } from '../platform/i18n/index.ts';
import { Refusal } from '../platform/use-case/index.ts';

/** A command of the line: `src/cli/<name>.ts` default-exports one. */
export interface CliCommand {
  name: string;
  usage: string;
  /** Gives the exit code. */
  run(args: string[]): Promise<number>;
}

const commands = () =>
  readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && !/^(main|messages)\b|\.test\./.test(file))
    .map((file) => file.slice(0, -3));

async function help(): Promise<void> {
  console.log(translate('ru', 'cli:help'));
  for (const name of commands()) {
    const { default: command } = (await import(`./${name}.ts`)) as { default?: CliCommand };
    if (command) console.log(`  rostok ${command.usage}`);
  }
}

/** An error that knows its message's key, as refusals, settings and the folder's lock do. */
function words(error: unknown): string {
  if (error instanceof Error && 'key' in error) {
    const { key, params } = error as Error & { key: string; params?: Record<string, string> };
    return translateId('ru', key, params ?? {});
  }
  return error instanceof Error ? error.message : String(error);
}

/** Runs one command; errors are printed in people's words, with the stack only under ROSTOK_DEBUG. */
export async function runCli([name, ...args]: string[]): Promise<number> {
  if (!name || name === 'help' || name === '--help') {
    await help();
    return name ? 0 : 2;
  }
  if (!commands().includes(name)) {
    console.error(translate('ru', 'cli:unknown', { name }));
    return 2;
  }
  try {
    const { default: command } = (await import(`./${name}.ts`)) as { default: CliCommand };
    return await command.run(args);
  } catch (error) {
    console.error(words(error));
    if (process.env.ROSTOK_DEBUG && !(error instanceof Refusal)) console.error(error);
    return 1;
  }
}
