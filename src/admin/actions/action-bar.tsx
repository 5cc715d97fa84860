'use client'
export const ActionBar = () => null
