import type { Demo } from '../demo-shape.js'
import { bandWeek } from './events-music-weekly.js'
import { bandEvents } from './events-music.js'
import { libraryEvents } from './events-library.js'
import { culture } from './events-culture.js'
import { town } from './events-town.js'
import { walks } from './events-walks.js'
import { fjordDayEvents } from './events-fjord-days.js'
import { posts } from './posts.js'
import { bandPosts } from './posts-korps.js'
import { municipality } from './municipality.js'
import { organisations } from './organisations.js'
import { pictures } from './pictures.js'
import { places } from './places.js'

export const fjordvik: Demo = {
  municipality,
  organisations,
  places,
  pictures,
  events: [...bandWeek, ...bandEvents, ...libraryEvents, ...culture, ...town, ...walks, ...fjordDayEvents],
  posts: [...posts, ...bandPosts],
}
