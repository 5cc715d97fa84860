'use client'
export const OccurrenceField = () => null
export const OccurrenceListField = () => null
