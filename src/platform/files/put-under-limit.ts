// Run by file-store.test.ts under `ulimit -f`: tries to store four megabytes and prints the refusal's key.
import { Refusal } from '../use-case/refusal.ts';
import { openFileStore } from './file-store.ts';

const store = await openFileStore(process.argv[2] ?? '');
try {
  await store.putFile(new Uint8Array(4 * 1024 * 1024).fill(7));
  console.log('stored');
} catch (error) {
  console.log(error instanceof Refusal ? error.key : String(error));
}
