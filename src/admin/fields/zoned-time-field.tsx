'use client'
export const DayField = () => null
export const ZonedTimeField = () => null
