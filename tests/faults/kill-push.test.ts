import { describeKills } from './kill.ts';

describeKills('kill -9, fetch --push', {
  mode: 'push',
  signal: 'SIGKILL',
  random: { full: 300, short: 6 },
  every: 4,
});
