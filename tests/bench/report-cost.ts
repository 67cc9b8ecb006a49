import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Preloaded into a program that is measured: when that ends, it leaves here what it has cost.
const path = process.env['TIDINGS_BENCH_COST'];

// Worker threads preload it too, and the time of the process holds theirs.
if (isMainThread && path !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(path, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1000 }));
  });
}
