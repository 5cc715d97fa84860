'use client'
export const ActionCell = () => null
