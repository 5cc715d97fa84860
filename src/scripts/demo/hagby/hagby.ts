import type { Demo } from '../demo-shape.js'
import { culture } from './events-culture.js'
import { libraryEvents } from './events-library.js'
import { sports } from './events-sports.js'
import { town } from './events-town.js'
import { trainings } from './events-training.js'
import { municipality } from './municipality.js'
import { organisations } from './organisations.js'
import { pictures } from './pictures.js'
import { places } from './places.js'
import { posts } from './posts.js'

export const hagby: Demo = {
  municipality,
  organisations,
  places,
  pictures,
  events: [...trainings, ...sports, ...libraryEvents, ...culture, ...town],
  posts,
}
