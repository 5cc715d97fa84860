'use client'
export const QuickFilters = () => null
