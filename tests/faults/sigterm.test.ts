import { describeKills } from './kill.ts';

describeKills('SIGTERM, fetch --push', {
  mode: 'push',
  signal: 'SIGTERM',
  random: { full: 100, short: 6 },
  calls: { every: 1, short: 0 },
});
