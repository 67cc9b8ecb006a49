import { z } from 'zod';

// What a plain script does: one request a package, so many at once, and nothing with the answers.

const [packages, atOnce, address] = process.argv.slice(2);
const Plan = z.object({ packages: z.coerce.number(), atOnce: z.coerce.number(), address: z.url() });
const plan = Plan.parse({ packages, atOnce, address });
let next = 0;

await Promise.all(Array.from({ length: plan.atOnce }, askOn));
// Sockets that are kept open would keep the process.
process.exit();

async function askOn(): Promise<void> {
  while (next < plan.packages) {
    const url = plan.address.replace('N', String(next));
    next += 1;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    await response.text();
  }
}
