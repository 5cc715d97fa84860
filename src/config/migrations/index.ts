import * as migration_20261123_131200_start from './20261123_131200_start';
import * as migration_20261123_155146_turns_and_discarded_pictures from './20261123_155146_turns_and_discarded_pictures';
import * as migration_20261125_212536_change from './20261125_212536_change';

export const migrations = [
  {
    up: migration_20261123_131200_start.up,
    down: migration_20261123_131200_start.down,
    name: '20261123_131200_start',
  },
  {
    up: migration_20261123_155146_turns_and_discarded_pictures.up,
    down: migration_20261123_155146_turns_and_discarded_pictures.down,
    name: '20261123_155146_turns_and_discarded_pictures',
  },
  {
    up: migration_20261125_212536_change.up,
    down: migration_20261125_212536_change.down,
    name: '20261125_212536_change'
  },
];
