import * as migration_20261123_131200_start from './20261123_131200_start';
import * as migration_20261123_155146_turns_and_discarded_pictures from './20261123_155146_turns_and_discarded_pictures';
import * as migration_20261125_215848_statements from './20261125_215848_statements';
import * as migration_20261125_234233_personal_data from './20261125_234233_personal_data';
import * as migration_20261126_003226_logins from './20261126_003226_logins';
import * as migration_20261126_005020_webhooks from './20261126_005020_webhooks';
import * as migration_20261126_011054_queue from './20261126_011054_queue';
import * as migration_20261126_074948_chained_log from './20261126_074948_chained_log';
import * as migration_20261126_103305_retention from './20261126_103305_retention';
import * as migration_20261126_115707_notices from './20261126_115707_notices';
import * as migration_20261126_163447_desk_indexes from './20261126_163447_desk_indexes';

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
    up: migration_20261125_215848_statements.up,
    down: migration_20261125_215848_statements.down,
    name: '20261125_215848_statements',
  },
  {
    up: migration_20261125_234233_personal_data.up,
    down: migration_20261125_234233_personal_data.down,
    name: '20261125_234233_personal_data',
  },
  {
    up: migration_20261126_003226_logins.up,
    down: migration_20261126_003226_logins.down,
    name: '20261126_003226_logins',
  },
  {
    up: migration_20261126_005020_webhooks.up,
    down: migration_20261126_005020_webhooks.down,
    name: '20261126_005020_webhooks',
  },
  {
    up: migration_20261126_011054_queue.up,
    down: migration_20261126_011054_queue.down,
    name: '20261126_011054_queue',
  },
  {
    up: migration_20261126_074948_chained_log.up,
    down: migration_20261126_074948_chained_log.down,
    name: '20261126_074948_chained_log',
  },
  {
    up: migration_20261126_103305_retention.up,
    down: migration_20261126_103305_retention.down,
    name: '20261126_103305_retention',
  },
  {
    up: migration_20261126_115707_notices.up,
    down: migration_20261126_115707_notices.down,
    name: '20261126_115707_notices',
  },
  {
    up: migration_20261126_163447_desk_indexes.up,
    down: migration_20261126_163447_desk_indexes.down,
    name: '20261126_163447_desk_indexes'
  },
];
