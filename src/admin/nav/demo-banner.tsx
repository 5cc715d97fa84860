'use client'
export const DemoBanner = () => null
