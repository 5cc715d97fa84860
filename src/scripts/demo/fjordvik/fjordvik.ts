import type { Demo } from '../demo-shape.js'
import { culture } from './events-culture.js'
import { bandEvents } from './events-music.js'
import { town } from './events-town.js'
import { municipality } from './municipality.js'
import { organisations } from './organisations.js'
import { pictures } from './pictures.js'
import { places } from './places.js'
import { posts } from './posts.js'

export const fjordvik: Demo = {
  municipality,
  organisations,
  places,
  pictures,
  events: [...bandEvents, ...culture, ...town],
  posts,
}
