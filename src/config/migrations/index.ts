import * as migration_20261123_131200_start from './20261123_131200_start.js';

export const migrations = [
  {
    up: migration_20261123_131200_start.up,
    down: migration_20261123_131200_start.down,
    name: '20261123_131200_start'
  },
];
