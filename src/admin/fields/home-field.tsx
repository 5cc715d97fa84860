'use client'
export const HomeField = () => null
