// The server in a process of its own, as `npm start` runs it but without building the portal: for drills that kill it.
import { main } from '../main.ts';

await main();
