import type { Demo } from '../demo-shape.js'
import { trainings } from './events-training.js'
import { adultTrainings } from './events-training-adults.js'
import { sports } from './events-sports.js'
import { sportsDays } from './events-sports-days.js'
import { libraryWeek } from './events-library-weekly.js'
import { libraryEvents } from './events-library.js'
import { culture } from './events-culture.js'
import { cultureCourses } from './events-culture-courses.js'
import { town } from './events-town.js'
import { seasons } from './events-seasons.js'
import { festivalEvents } from './events-festival.js'
import { posts } from './posts.js'
import { associationPosts } from './posts-associations.js'
import { municipality } from './municipality.js'
import { organisations } from './organisations.js'
import { pictures } from './pictures.js'
import { places } from './places.js'

export const hagby: Demo = {
  municipality,
  organisations,
  places,
  pictures,
  events: [
    ...trainings,
    ...adultTrainings,
    ...sports,
    ...sportsDays,
    ...libraryWeek,
    ...libraryEvents,
    ...culture,
    ...cultureCourses,
    ...town,
    ...seasons,
    ...festivalEvents,
  ],
  posts: [...posts, ...associationPosts],
}
