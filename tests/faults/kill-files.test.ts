import { describeKills } from './kill.ts';

describeKills('kill -9, plain fetch', {
  mode: 'files',
  signal: 'SIGKILL',
  random: { full: 400, short: 14 },
  every: 1,
});
