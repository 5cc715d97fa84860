'use client'
export const TitleCell = () => null
