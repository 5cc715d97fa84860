'use client'
export const TimeCell = () => null
export const TimeFact = () => null
