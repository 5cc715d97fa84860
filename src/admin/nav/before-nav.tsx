'use client'
export const BeforeNav = () => null
