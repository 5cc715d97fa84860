'use client'
export const RecurrenceField = () => null
