import { describeKills } from './kill.ts';

describeKills('kill -9, fetch --commit', {
  mode: 'commit',
  signal: 'SIGKILL',
  random: { full: 300, short: 8 },
  calls: { every: 4, short: 2 },
});
